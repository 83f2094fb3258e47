/**
 * The deliberation (Z rules): per category what the jury's chair reviews before the result is sealed, the seal of both chairs, and
 * objections. Hidden until asked for, like the ranking. Orders change by nothing here but a decision, a sheet or a seal opened.
 */
import { Button, Stack, Text } from '@mantine/core';
import { CircleCheck, CircleDashed, EyeOff, Gavel, Hourglass, LockKeyhole, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contest } from '../../../shared/domain/contest.ts';
import { proposedSeal, standingSealOf } from '../../../shared/domain/seal.ts';
import { wholeContest, type SealScope } from '../../../shared/domain/setup/contest-file.ts';
import { sealLacks } from '../../../shared/seal/propose.ts';
import { useContest, useSetup } from '../../contest/hooks.tsx';
import { NextStep } from '../../contest/next-step.tsx';
import { ResultsGate } from '../../contest/results-gate.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import panels from '../../ui/panels.module.css';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import classes from './deliberation.module.css';
import { ObjectionsPanel } from './objections-panel.tsx';
import { RemarksPanel } from './remarks-panel.tsx';
import { scopeName } from './scope-name.ts';
import { ScopeReview } from './scope-review.tsx';
import { SealPanel } from './seal-panel.tsx';

export function DeliberationScreen() {
  const { t } = useTranslation('deliberation');
  const { categories, contestants } = useSetup();
  if (categories.length === 0 || contestants.length === 0) {
    return <EmptyState order={1} icon={Gavel} title={t('empty.title')} text={t('empty.text')} action={<NextStep />} />;
  }
  return (
    <ResultsGate
      title={t('title')}
      why={{ title: t('hidden.title'), text: t('hidden.text') }}
      icon={Gavel}
      showLabel={t('hidden.show')}
    >
      {(hide) => <Shown onHide={hide} />}
    </ResultsGate>
  );
}

function Shown({ onHide }: { readonly onHide: () => void }) {
  const { t } = useTranslation('deliberation');
  const contest = useContest();
  const setup = useSetup();
  const filled = setup.categories.filter(({ id }) => setup.contestants.some(({ category }) => category === id));
  const scopes: readonly SealScope[] = [...filled.map(({ id }) => id), wholeContest];
  const [chosen, setChosen] = useState<SealScope | null>(null);
  const scope = scopes.find((each) => each === chosen) ?? scopes[0] ?? wholeContest;
  const hide = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the keyboard goes on here.
  useEffect(() => hide.current?.focus(), []);
  return (
    <div className={panels.page}>
      <PageTitle
        title={t('title')}
        hint={t(setup.contest.sealing === true ? 'hint' : 'hintUnsealed')}
        actions={
          <Button variant="default" leftSection={<EyeOff aria-hidden size="1.1rem" />} onClick={onHide} ref={hide}>
            {t('hidden.hide')}
          </Button>
        }
      />
      <fieldset className={classes.choices} aria-label={t('scopes')}>
        {scopes.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.scope}
            aria-pressed={each === scope}
            onClick={() => setChosen(each)}
          >
            <Stack gap={2} align="flex-start">
              <Text fw={700}>{scopeName(setup, each, t('whole'))}</Text>
              <ScopeState contest={contest} scope={each} />
            </Stack>
          </button>
        ))}
      </fieldset>
      <ScopeReview key={`tinjau ${scope}`} contest={contest} scope={scope} />
      <SealPanel key={`segel ${scope}`} contest={contest} scope={scope} />
      {scope === wholeContest ? null : <RemarksPanel key={`catatan ${scope}`} contest={contest} category={scope} />}
      <ObjectionsPanel contest={contest} />
    </div>
  );
}

const looks = {
  open: { icon: CircleDashed, tone: 'warm' },
  incomplete: { icon: CircleDashed, tone: 'warm' },
  ready: { icon: CircleCheck, tone: 'good' },
  agreed: { icon: CircleCheck, tone: 'good' },
  proposed: { icon: Hourglass, tone: 'warm' },
  sealed: { icon: LockKeyhole, tone: 'good' },
  opening: { icon: Hourglass, tone: 'warm' },
} as const satisfies Readonly<Record<string, { readonly icon: LucideIcon; readonly tone: Tone }>>;

function ScopeState({ contest, scope }: { readonly contest: Contest; readonly scope: SealScope }) {
  const { t } = useTranslation('deliberation');
  const state = stateOf(contest, scope);
  return <StatusBadge {...looks[state]} label={t(`state.${state}`)} />;
}

function stateOf(contest: Contest, scope: SealScope): keyof typeof looks {
  const standing = standingSealOf(contest, scope);
  if (standing !== null) return standing.state === 'opening' ? 'opening' : 'sealed';
  if (proposedSeal(contest, scope) !== null) return 'proposed';
  const isSealing = contest.setup?.contest.sealing === true;
  const lacks = sealLacks(contest, scope).filter(({ type }) => isSealing || type !== 'no-chair');
  if (lacks.length > 0) return isSealing ? 'open' : 'incomplete';
  return isSealing ? 'ready' : 'agreed';
}
