/**
 * How the jurors of one contestant lie: the result as a bar, a dot for each juror's total, how far the outermost are apart,
 * and who has not locked yet. The numbers are the engine's; only the place of a dot is a float.
 */
import { CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isPlaceBased } from '../../../shared/domain/methods.ts';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { compare, subtract, toNumber, type Rational } from '../../../shared/lib/rational.ts';
import type { CategoryTotals, ContestantTotals } from '../../../shared/ranking/types.ts';
import { showRational } from '../../messages/numbers.ts';
import { DotStrip } from '../../ui/dot-strip.tsx';
import { jurorName } from './names.ts';
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
  const lacking = missingJurors(member);
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
        label={outermost ?? told}
      />
      <p className={classes.spreadText}>
        <span>{told}</span>
        {lacking.length === 0 ? null : (
          <strong className={classes.lacking} title={lacking.map((juror) => jurorName(file, juror)).join(', ')}>
            <CircleDashed aria-hidden size="1em" /> {t('spread.missing', { count: lacking.length })}
          </strong>
        )}
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

/** Whose sheets are still awaited; who is recused or absent is not. */
function missingJurors({ stages }: ContestantTotals): readonly JurorId[] {
  return [...new Set(stages.flatMap(({ missing }) => missing))];
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
