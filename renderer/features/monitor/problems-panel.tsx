/**
 * What a person should look at, in plain words. Differing values of two laptops stand side by side, but only when asked
 * for: the monitor shows no scores by itself.
 */
import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contestProblems, type ContestProblem } from '../../../shared/domain/contest-problems.ts';
import { findContestant, findCriterion, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { groupBy } from '../../../shared/lib/order.ts';
import { showDecimal } from '../../../shared/lib/decimal.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import classes from './monitor.module.css';

type SheetProblem = Extract<ContestProblem, { readonly juror: string }>;
type LogProblem = Exclude<ContestProblem, { readonly juror: string }>;

export function ProblemsPanel({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const problems = useMemo(() => contestProblems(contest), [contest]);
  if (problems.length === 0) return null;
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
    <section className={classes.panel} data-tone="warm" aria-labelledby="perhatian">
      <h2 className={classes.panelTitle} id="perhatian">
        <TriangleAlert aria-hidden size="1.2em" /> {t('problem.count', { count: problems.length })}
      </h2>
      <ul className={classes.problems}>
        {sheets.map((problem) => (
          <li key={`${problem.type} ${problem.juror} ${problem.contestant} ${problem.stage} ${criterionOf(problem)}`}>
            <SheetProblemText contest={contest} problem={problem} />
          </li>
        ))}
        {[...others].map(([type, list]) => (
          <li key={type}>
            {t(`problem.${type}`, { count: list.length, who: type === 'log-forked' ? writersOf(list) : '' })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SheetProblemText({ contest, problem }: { readonly contest: Contest; readonly problem: SheetProblem }) {
  const { t } = useTranslation('monitor');
  const setup = setupOf(contest);
  const contestant = findContestant(setup, problem.contestant);
  const where = t('problem.where', {
    juror: setup.jurors.find((each) => each.id === problem.juror)?.name ?? problem.juror,
    contestant: contestant === undefined ? problem.contestant : contestantText(contestant),
    stage: setup.stages.find((each) => each.id === problem.stage)?.name ?? problem.stage,
  });
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
