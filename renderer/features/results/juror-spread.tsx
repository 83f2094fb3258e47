/**
 * How the jurors of one contestant lie: the result as a bar, a dot for each juror's total, how far the outermost are apart,
 * and who has not locked yet. The numbers are the engine's; only the place of a dot is a float.
 */
import { CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isPlaceBased } from '../../../shared/domain/methods.ts';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import { compare, subtract, toNumber, type Rational } from '../../../shared/lib/rational.ts';
import type { CategoryTotals, ContestantTotals } from '../../../shared/ranking/types.ts';
import { showRational } from '../../messages/numbers.ts';
import { DotStrip } from '../../ui/dot-strip.tsx';
import { jurorName, stageName } from './names.ts';
import classes from './results.module.css';

export function JurorSpread({
  file,
  totals,
  member,
  decimals,
}: {
  readonly file: ContestFile;
  readonly totals: CategoryTotals;
  readonly member: ContestantTotals;
  /** Of the results of the category. */
  readonly decimals: number;
}) {
  const { t } = useTranslation('results');
  const spread = spreadOf(member);
  const lacking = awaitedOf(member);
  const awaited = [...new Set(lacking.flatMap(({ missing }) => missing))];
  const { min, max } = rangeOf(totals);
  const told =
    spread === null ? t('spread.none') : t('spread.apart', { distance: showRational(spread.distance, decimals) });
  const outermost =
    spread === null
      ? null
      : t('spread.from', {
          lowest: showRational(spread.lowest, decimals),
          highest: showRational(spread.highest, decimals),
        });
  return (
    <>
      <DotStrip
        size="row"
        min={min}
        max={max}
        value={isPlaceBased(totals.method) || member.result === null ? null : toNumber(member.result)}
        dots={member.jurors.flatMap(({ juror, total }) =>
          total === null
            ? []
            : [
                {
                  key: juror,
                  value: toNumber(total),
                  title: `${jurorName(file, juror)}: ${showRational(total, decimals)}`,
                },
              ],
        )}
        awaited={awaited.map((juror) => ({ key: juror, title: jurorName(file, juror) }))}
        label={outermost ?? told}
      />
      <p className={classes.spreadText}>
        <span>{told}</span>
        {lacking.map(({ stage, done, missing }) => (
          <strong
            key={stage}
            className={classes.lacking}
            title={missing.map((juror) => jurorName(file, juror)).join(', ')}
          >
            <CircleDashed aria-hidden size="1em" />
            {member.stages.length > 1 ? `${stageName(file, stage)}: ` : null}
            {t('spread.missing', { count: missing.length, total: done + missing.length })}
          </strong>
        ))}
      </p>
    </>
  );
}

/** Between the lowest and the highest total of a juror; null while fewer than two are there. */
function spreadOf({ jurors }: ContestantTotals) {
  const [first, ...others] = jurors.flatMap(({ total }) => total ?? []);
  if (first === undefined || others.length === 0) return null;
  let [lowest, highest]: [Rational, Rational] = [first, first];
  for (const total of others) {
    if (compare(total, lowest) < 0) lowest = total;
    if (compare(total, highest) > 0) highest = total;
  }
  return { lowest, highest, distance: subtract(highest, lowest) };
}

/** Per stage, whose sheets are still awaited; who is recused or absent is not. */
function awaitedOf({ stages }: ContestantTotals) {
  return stages.flatMap(({ stage, sheets, missing }) =>
    missing.length === 0 ? [] : [{ stage, done: sheets.length, missing }],
  );
}

/** One range for all lines of a category, so that they can be compared; a little room beside the outermost. */
function rangeOf({ method, contestants }: CategoryTotals) {
  const numbers = contestants
    .flatMap(({ jurors, result }) => [...jurors.map(({ total }) => total), isPlaceBased(method) ? null : result])
    .flatMap((value) => (value === null ? [] : toNumber(value)));
  if (numbers.length === 0) return { min: 0, max: 1 };
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  const room = (highest - lowest) / 20;
  return { min: lowest - room * 2, max: highest + room };
}
