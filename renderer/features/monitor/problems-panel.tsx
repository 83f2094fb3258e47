/**
 * What a person should look at, in plain words. Differing values of two laptops stand side by side, but only when asked
 * for: the monitor shows no scores by itself.
 */
import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contestProblems, type ContestProblem } from '../../../shared/domain/contest-problems.ts';
import { findContestant, findCriterion, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { groupBy } from '../../../shared/lib/order.ts';
import { useNetworkStatus } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ContestantDialog } from './contestant-dialog.tsx';
import panels from '../../ui/panels.module.css';
import classes from './monitor.module.css';
import { OtherNameDialog } from './other-name-dialog.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { StrayDialog } from './stray-dialog.tsx';
import { showDecimal } from '../../messages/numbers.ts';

type SheetProblem = Extract<ContestProblem, { readonly juror: string }>;
type LogProblem = Exclude<ContestProblem, { readonly juror: string }>;

export function ProblemsPanel({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const problems = useMemo(() => contestProblems(contest), [contest]);
  const [asked, setAsked] = useState<SheetProblem | null>(null);
  const troubles = useNetworkStatus()?.devices.flatMap((device) => device.troubles) ?? [];
  const count = problems.length + troubles.length;
  if (count === 0) return null;
  /** Whose logs forked, each once. */
  const writersOf = (forks: readonly LogProblem[]): string =>
    [...new Set(forks.map(({ name }) => name))]
      .map((seat) => contest.setup?.jurors.find(({ id }) => id === seat)?.name ?? seat ?? t('problem.committee'))
      .join(', ');
  const sheets = problems.filter((problem): problem is SheetProblem => 'juror' in problem);
  const others = groupBy(
    problems.filter((problem): problem is LogProblem => !('juror' in problem)),
    (problem) => problem.type,
  );
  return (
    <section className={panels.panel} data-tone="warm" aria-labelledby="perhatian">
      <h2 className={panels.panelTitle} id="perhatian">
        <TriangleAlert aria-hidden size="1.2em" /> {t('problem.count', { count })}
      </h2>
      <ul className={classes.problems}>
        {troubles.map((trouble) => (
          <li key={trouble}>{trouble}</li>
        ))}
        {sheets.map((problem) => (
          <li key={`${problem.type} ${problem.juror} ${problem.contestant} ${problem.stage} ${criterionOf(problem)}`}>
            <SheetProblemText contest={contest} problem={problem} />
            {decidable.has(problem.type) ? (
              <div>
                <Button
                  size="sm"
                  variant="default"
                  aria-haspopup="dialog"
                  aria-label={t('problem.decideLabel', { where: whereOf(contest, problem, t) })}
                  onClick={() => setAsked(problem)}
                >
                  {t('problem.decide')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
        {[...others].map(([type, list]) => (
          <li key={type}>
            {t(`problem.${type}`, { count: list.length, who: type === 'log-forked' ? writersOf(list) : '' })}
          </li>
        ))}
      </ul>
      {asked === null ? null : <DecisionDialog contest={contest} problem={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

/** What a person decides here; the others are the juror's, or only to be known. */
const decidable: ReadonlySet<SheetProblem['type']> = new Set([
  'lock-conflict',
  'lock-unaware',
  'lock-beside-absence',
  'lock-beside-recusal',
  'lock-outside-ranking',
  'lock-under-other-name',
  'stray-values',
]);

function DecisionDialog({
  contest,
  problem,
  onClose,
}: {
  readonly contest: Contest;
  readonly problem: SheetProblem;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const { juror, contestant, stage } = problem;
  if (problem.type === 'stray-values') {
    const title = whereOf(contest, problem, t);
    return <StrayDialog contest={contest} problem={problem} title={title} onClose={onClose} />;
  }
  if (problem.type === 'lock-outside-ranking') {
    const outside = findContestant(setupOf(contest), contestant);
    return outside === undefined ? null : <ContestantDialog contestant={outside} onClose={onClose} />;
  }
  if (stage === null) return null;
  if (problem.type === 'lock-under-other-name') {
    const title = whereOf(contest, problem, t);
    return <OtherNameDialog contest={contest} place={{ juror, contestant, stage }} title={title} onClose={onClose} />;
  }
  return <SheetDialog contest={contest} choice={{ type: 'sheet', juror, contestant, stage }} onClose={onClose} />;
}

function whereOf(contest: Contest, problem: SheetProblem, t: TFunction<'monitor'>): string {
  const setup = setupOf(contest);
  const contestant = findContestant(setup, problem.contestant) ?? contest.removed.get(problem.contestant);
  return t('problem.where', {
    juror: setup.jurors.find((each) => each.id === problem.juror)?.name ?? problem.juror,
    contestant: contestant === undefined ? problem.contestant : contestantText(contestant),
    stage: setup.stages.find((each) => each.id === problem.stage)?.name ?? problem.stage ?? '–',
  });
}

function SheetProblemText({ contest, problem }: { readonly contest: Contest; readonly problem: SheetProblem }) {
  const { t } = useTranslation('monitor');
  const setup = setupOf(contest);
  const where = whereOf(contest, problem, t);
  return (
    <>
      <strong>{where}</strong>
      <br />
      {problem.type === 'score-conflict' ? (
        <>
          {t('problem.scoreConflict', {
            criterion: findCriterion(setup, problem.criterion)?.criterion.name ?? problem.criterion,
          })}
          <Values values={problem.values} />
        </>
      ) : (
        t(sheetTexts[problem.type])
      )}
    </>
  );
}

const sheetTexts = {
  'lock-conflict': 'problem.lockConflict',
  'lock-unaware': 'problem.lockUnaware',
  'lock-beside-absence': 'problem.lockBesideAbsence',
  'lock-beside-recusal': 'problem.lockBesideRecusal',
  'lock-outside-ranking': 'problem.lockOutside',
  'lock-under-other-name': 'problem.otherName',
  'stray-values': 'problem.strayValues',
  'outside-lock': 'problem.outsideLock',
  'other-rubric': 'problem.otherRubric',
} as const;

function Values({ values }: { readonly values: readonly string[] }) {
  const { t } = useTranslation('monitor');
  const [isShown, setShown] = useState(false);
  return (
    <div className={classes.values}>
      <Button size="sm" variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {t(isShown ? 'problem.hide' : 'problem.show')}
      </Button>
      {isShown ? (
        <ul aria-label={t('problem.values')} className={classes.valueList}>
          {values.map((value) => (
            <li key={value}>{value === '' ? t('problem.empty') : showDecimal(value)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function criterionOf(problem: SheetProblem): string {
  return problem.type === 'score-conflict' ? problem.criterion : '';
}
