/**
 * Practising: the screens of scoring over a contest that lives in this window alone. A strip says so as long as it lasts, the
 * groups are called no contestants, and what is typed is nowhere said to be saved. Who is on stage stays in sight.
 */
import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { ArrowLeft, FlaskConical, Mic, RotateCcw } from 'lucide-react';
import { createContext, use, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf } from '../../../shared/domain/contest.ts';
import { contestSetupSchema, type ContestSetup } from '../../../shared/domain/setup/contest-file.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { present } from '../../../shared/lib/assert.ts';
import { ContestProvider, useAppState, useContest } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { LeaveGuardProvider, useUnsaved } from '../../ui/leave-guard.tsx';
import { PlaceProvider } from './place.tsx';
import { createPracticeStore } from './practice-store.ts';
import classes from './scoring.module.css';
import { useSeat } from './seat.ts';

const PracticeContext = createContext(false);

/** True where nothing is saved. */
export function useIsPractice(): boolean {
  return use(PracticeContext);
}

export function Practice({ onLeave, children }: { readonly onLeave: () => void; readonly children: ReactNode }) {
  const { t } = useTranslation('scoring');
  const [round, setRound] = useState(0);
  return (
    <div className={classes.practice}>
      <section className={classes.practiceStrip} aria-label={t('practice.label')}>
        <FlaskConical aria-hidden size="1.4rem" />
        <p>
          <strong>{t('practice.strip')}</strong> {t('practice.text')}
        </p>
        <OnStageNow />
        <Button
          size="sm"
          variant="default"
          leftSection={<RotateCcw aria-hidden size="1.1rem" />}
          onClick={() => setRound(round + 1)}
        >
          {t('practice.again')}
        </Button>
        <Button size="sm" leftSection={<ArrowLeft aria-hidden size="1.2rem" />} onClick={onLeave}>
          {t('practice.leave')}
        </Button>
      </section>
      <PracticeContest key={round}>{children}</PracticeContest>
    </div>
  );
}

function OnStageNow() {
  const { t } = useTranslation('scoring');
  const contest = useContest();
  const shown = contest.shown === null ? undefined : findContestant(setupOf(contest), contest.shown.contestant);
  if (shown === undefined) return null;
  return (
    <p className={classes.practiceStage}>
      <Mic aria-hidden size="1.2rem" /> {t('onStage.now')} <strong>{contestantText(shown)}</strong>
    </p>
  );
}

function PracticeContest({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('scoring');
  const app = present(useAppState(), 'somebody is signed in');
  const seat = useSeat();
  const [store] = useState(() => createPracticeStore(app, seat, practiceSetup(seat, t)));
  // The first fact is the founding.
  const isBegun = useSyncExternalStore(store.subscribe, () => store.getState().events.length > 1);
  useUnsaved('practice', isBegun ? t('practice.unsaved') : null);
  return (
    <ContestProvider store={store}>
      <LeaveGuardProvider>
        <PlaceProvider seat={seat}>
          <PracticeContext value>{children}</PracticeContext>
        </PlaceProvider>
      </LeaveGuardProvider>
    </ContestProvider>
  );
}

const weights = ['40', '30', '30'] as const;

function practiceSetup(seat: JurorId, t: TFunction<'scoring'>): ContestSetup {
  const descriptors = {
    '60': t('practice.level.poor'),
    '70': t('practice.level.fair'),
    '80': t('practice.level.good'),
    '90': t('practice.level.best'),
  };
  return contestSetupSchema.parse({
    contest: { name: t('practice.strip') },
    categories: [{ id: 'latihan', name: t('practice.category') }],
    stages: [{ id: 'latihan', name: t('practice.category'), weight: '100' }],
    rubrics: [
      {
        id: 'latihan',
        stage: 'latihan',
        criteria: weights.map((weight, at) => ({
          id: `latihan-${at + 1}`,
          name: t('practice.criterion', { number: at + 1 }),
          weight,
          min: '0',
          max: '100',
          step: '0.5',
          descriptors,
        })),
      },
    ],
    jurors: [{ id: seat, name: t('practice.category') }],
    contestants: [1, 2, 3].map((number) => ({
      id: `latihan-${number}`,
      name: t('practice.group', { number }),
      unit: t('practice.unit'),
      category: 'latihan',
      number: null,
      status: 'waiting',
    })),
    rules: { method: 'mean' },
  });
}
