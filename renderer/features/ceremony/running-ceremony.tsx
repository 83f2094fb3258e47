/**
 * The act that runs: next, back, blank, end by large buttons or keys. The keys work anywhere on the screen;
 * Space stays with a focused button, so that it is never taken twice. What comes next is named by its place alone.
 */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { ArrowLeft, ArrowRight, Eye, EyeOff, ListOrdered, Moon, Square, Sun } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDrawKey } from '../../../shared/ceremony/draw.ts';
import { findAct, partOf } from '../../../shared/ceremony/programme.ts';
import { announcedSteps } from '../../../shared/ceremony/steps.ts';
import type { WinnersAct } from '../../../shared/domain/setup/contest-file.ts';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import { sayStep } from '../../../shared/say/ceremony.ts';
import { useContest, useSetup, useShell } from '../../contest/hooks.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { useRequest } from '../../contest/use-request.ts';
import { words } from '../../messages/words.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useActTitle } from './act-title.ts';
import classes from './ceremony.module.css';

type Move = 'next' | 'back' | 'blank' | 'end' | 'all';

const movesByKey: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  b: 'blank',
  B: 'blank',
};

export function RunningCeremony({ state, running }: { readonly state: CeremonyState; readonly running: string }) {
  const { t } = useTranslation('ceremony');
  const shell = useShell();
  const { problem, run } = useRequest();
  const act = findAct(useSetup(), running);
  const titleOf = useActTitle();
  const isDraw = isDrawKey(running);
  const name = act === undefined ? words.ceremony.draw : titleOf(act);
  const isAnnounced = act?.type === 'winners';
  const next = useRef<HTMLButtonElement>(null);
  const { step, steps, building, blank, nextLabel } = state;
  const [asksToEnd, setAsksToEnd] = useState(false);
  const move = (asked: Move) => void run(() => shell.request('move-ceremony', { move: asked }));

  useMoveKeys(move);
  // The button that started the announcement would start it again at the next Space.
  useEffect(() => next.current?.focus(), []);

  return (
    <section className={classes.running} aria-labelledby="berjalan">
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle} id="berjalan">
          {isAnnounced ? t('run.title', { category: name }) : name}
        </h2>
        {isAnnounced ? <strong>{whereOf(state, t)}</strong> : null}
      </div>
      <Stack gap="sm">
        <ProblemAlert problem={problem} />
        {isAnnounced && step === steps ? <Text fw={600}>{t('run.finished')}</Text> : null}
        <Button
          ref={next}
          size="xl"
          fullWidth
          className={classes.nextButton}
          variant={nextLabel === null ? 'default' : 'filled'}
          rightSection={nextLabel === null ? null : <ArrowRight aria-hidden />}
          aria-disabled={nextLabel === null}
          onClick={() => (nextLabel === null ? undefined : move('next'))}
        >
          {nextLabel === null ? t(isDraw ? 'run.lastNumber' : 'run.last') : t('run.nextLabel', { label: nextLabel })}
        </Button>
        <Group gap="sm" grow preventGrowOverflow={false}>
          <Button size="lg" variant="default" leftSection={<ArrowLeft aria-hidden />} onClick={() => move('back')}>
            {t('run.back')}
          </Button>
          <Button
            size="lg"
            variant="default"
            leftSection={blank ? <Sun aria-hidden /> : <Moon aria-hidden />}
            aria-pressed={blank}
            onClick={() => move('blank')}
          >
            {t(blank ? 'run.unblank' : 'run.blank')}
          </Button>
          <Button
            size="lg"
            variant="outline"
            color="red"
            leftSection={<Square aria-hidden size="1.1rem" />}
            onClick={() => (step < steps && !isDraw ? setAsksToEnd(true) : move('end'))}
          >
            {t(isDraw ? 'run.endDraw' : 'run.end')}
          </Button>
        </Group>
        {isDraw && step < steps ? (
          <Button
            variant="default"
            leftSection={<ListOrdered aria-hidden size="1.1rem" />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => move('all')}
          >
            {t('run.all')}
          </Button>
        ) : null}
        <Text c="var(--gj-quiet)">{t('run.keys')}</Text>
        {act?.note === undefined ? null : <Text>{t('acts.noteIs', { note: act.note })}</Text>}
        {isAnnounced && step < steps && !state.rehearsal ? (
          <NextName key={`${step} ${building}`} act={act} step={step} />
        ) : null}
      </Stack>
      <ConfirmDialog
        opened={asksToEnd}
        title={t('run.endTitle', { category: name })}
        cancelLabel={t('run.goOn')}
        confirmLabel={t('run.endYes')}
        tone="danger"
        onCancel={() => setAsksToEnd(false)}
        onConfirm={() => move('end')}
      >
        <Text>{t('run.endText', { count: steps - step })}</Text>
      </ConfirmDialog>
    </section>
  );
}

function whereOf({ step, steps, building }: CeremonyState, t: TFunction<'ceremony'>): string {
  if (building) return t('run.building', { step: step + 1, steps });
  return step === 0 ? t('run.opening') : t('run.step', { step, steps });
}

/** The name that comes next, for the host's ear alone; hidden again after every step. */
function NextName({ act, step }: { readonly act: WinnersAct; readonly step: number }) {
  const { t } = useTranslation('ceremony');
  const { file, answer } = rankingOf(useContest());
  const [isShown, setShown] = useState(false);
  const steps = isShown ? announcedSteps(file, answer, act.category, partOf(file, act)) : null;
  const next = steps?.ok === true ? steps.value[step] : undefined;
  const place = next === undefined ? undefined : sayStep(words.ceremony, next);
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="sm"
        variant="subtle"
        leftSection={isShown ? <EyeOff aria-hidden size="1.1rem" /> : <Eye aria-hidden size="1.1rem" />}
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {t(isShown ? 'run.hideName' : 'run.showName')}
      </Button>
      {place === undefined ? null : (
        <output className={classes.secret}>
          <strong>
            {place.label}: {place.contestants.map(contestantText).join('; ')}
          </strong>
          <span>{t('run.secret')}</span>
        </output>
      )}
    </Stack>
  );
}

function useMoveKeys(move: (asked: Move) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const asked = movesByKey[event.key];
    const target = event.target instanceof Element ? event.target : null;
    const isInside = (selector: string) => target !== null && target.closest(selector) !== null;
    const isTyping = isInside('input, textarea, select, [role="dialog"]');
    const isOnButton = event.key === ' ' && isInside('button, a, [role="button"]');
    if (asked === undefined || isTyping || isOnButton) return;
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(asked);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
