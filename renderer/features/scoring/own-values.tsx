/** The juror's own values for the others on the range of a criterion, for an even hand; nobody else's. */
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { showDecimal } from '../../messages/numbers.ts';
import { useContest } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DotStrip } from '../../ui/dot-strip.tsx';
import { ownOtherSheets } from './caution.ts';
import { levelsOf } from './levels.ts';
import classes from './scoring.module.css';

export function OwnValues({
  sheet,
  criterion,
  value,
}: {
  readonly sheet: ScoreSheet;
  readonly criterion: Criterion;
  readonly value: string | null;
}) {
  const { t } = useTranslation('scoring');
  const contest = useContest();
  const setup = setupOf(contest);
  const others = ownOtherSheets(contest, sheet).flatMap((other) => {
    const own = other.values.get(criterion.id);
    const contestant = findContestant(setup, other.contestant);
    return own === undefined || contestant === undefined ? [] : [{ contestant, value: own }];
  });
  if (others.length === 0) return null;
  const said = others.map(({ contestant, value: own }) => {
    return `${t('criterion.other', { number: contestant.number ?? contestant.name })} ${showDecimal(own)}`;
  });
  const marks = new Set([criterion.min, ...levelsOf(criterion).map(({ score }) => score), criterion.max]);
  return (
    <div className={classes.ownValues}>
      <span className={classes.ownValuesTitle} aria-hidden>
        {t('criterion.othersCount', { count: others.length })}
      </span>
      <DotStrip
        min={Number(criterion.min)}
        max={Number(criterion.max)}
        value={value === null ? null : Number(value)}
        dots={others.map(({ contestant, value: own }) => ({
          key: contestant.id,
          value: Number(own),
          title: `${contestantText(contestant)}: ${showDecimal(own)}`,
        }))}
        ticks={[...marks].map((mark) => ({ value: Number(mark), text: showDecimal(mark) }))}
        label={`${t('criterion.others')} ${said.join(', ')}`}
      />
    </div>
  );
}
