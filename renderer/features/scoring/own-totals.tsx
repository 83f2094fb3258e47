/**
 * The juror's own totals of this rubric: as dots on one line and as a strip from the highest to the lowest, equal ones together.
 * A press opens the two sheets beside each other.
 */
import { Equal } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import { compare, toNumber, type Rational } from '../../../shared/lib/rational.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DotStrip } from '../../ui/dot-strip.tsx';
import { ownSheets } from './own-list.ts';
import { hasValues } from './own-sheets.ts';
import classes from './scoring.module.css';
import { runningTotal, totalsInColumn } from './sheet-total.ts';
import { TwoSheets } from './two-sheets.tsx';
import { Unseen } from '../../ui/unseen.tsx';

interface OwnTotal {
  readonly sheet: ScoreSheet;
  readonly name: string;
  readonly number: number | null;
  readonly total: Rational;
  /** With as many decimals as the others. */
  readonly text: string;
  readonly isWhole: boolean;
}

export const OwnTotals = memo(function OwnTotals({
  contest,
  sheet,
}: {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
}) {
  const { t } = useTranslation('scoring');
  const [beside, setBeside] = useState<string | null>(null);
  const totals = ownTotals(contest, sheet);
  if (totals.length < 2) return null;
  const whole = totals.filter((each) => each.isWhole);
  const numbers = whole.map(({ total }) => toNumber(total));
  const other = totals.find((each) => each.sheet.contestant === beside)?.sheet;
  const here = whole.find((each) => each.sheet.contestant === sheet.contestant);
  return (
    <section className={classes.ownTotals} aria-labelledby="judul-perbandingan">
      <h2 className={classes.aspectTitle} id="judul-perbandingan">
        {t('comparison.title')}
      </h2>
      {whole.length < 2 ? null : (
        <DotStrip
          min={Math.floor(Math.min(...numbers)) - 1}
          max={Math.ceil(Math.max(...numbers)) + 1}
          value={here === undefined ? null : toNumber(here.total)}
          dots={whole
            .filter((each) => each !== here)
            .map((each) => ({
              key: each.sheet.contestant,
              value: toNumber(each.total),
              title: `${each.name}: ${each.text}`,
            }))}
          ticks={[Math.floor(Math.min(...numbers)) - 1, Math.ceil(Math.max(...numbers)) + 1].map((value) => ({
            value,
            text: String(value),
          }))}
          label={t('comparison.picture')}
        />
      )}
      <ol className={classes.ownTotalsList}>
        {totals.map((each, at) => {
          const isHere = each.sheet.contestant === sheet.contestant;
          const isTied = [totals[at - 1], totals[at + 1]].some((next) => next !== undefined && isTie(next, each));
          return (
            <li key={each.sheet.contestant}>
              <TotalButton
                contestant={each.sheet.contestant}
                name={each.name}
                number={each.number}
                text={each.text}
                isWhole={each.isWhole}
                isHere={isHere}
                isTied={isTied}
                onChoose={setBeside}
              />
            </li>
          );
        })}
      </ol>
      {other === undefined ? null : (
        <TwoSheets contest={contest} left={sheet} right={other} onClose={() => setBeside(null)} />
      )}
    </section>
  );
});

/** One of fifty: drawn anew only where something of it is different. */
const TotalButton = memo(function Total({
  contestant,
  name,
  number,
  text,
  isWhole,
  isHere,
  isTied,
  onChoose,
}: Omit<OwnTotal, 'total' | 'sheet'> & {
  readonly contestant: ContestantId;
  readonly isHere: boolean;
  readonly isTied: boolean;
  readonly onChoose: (contestant: ContestantId) => void;
}) {
  const { t } = useTranslation('scoring');
  return (
    <button
      type="button"
      className={classes.ownTotal}
      aria-current={isHere ? 'true' : undefined}
      data-tied={isTied}
      disabled={isHere}
      title={name}
      onClick={() => onChoose(contestant)}
    >
      <span className={classes.ownTotalNumber} aria-hidden>
        {number ?? '–'}
      </span>
      {isTied ? <Equal aria-hidden size="0.9em" /> : null}
      <b>{text}</b>
      {isWhole ? null : <span>{t('comparison.part')}</span>}
      <Unseen>{t(isTied ? 'comparison.tied' : 'comparison.one', { contestant: name })}</Unseen>
    </button>
  );
});

/** Whole ones first, from the highest total to the lowest. */
function ownTotals(contest: Contest, sheet: ScoreSheet): readonly OwnTotal[] {
  const setup = setupOf(contest);
  const sheets = ownSheets(contest, sheet.juror).filter(
    (each) => each.rubric.id === sheet.rubric.id && each.values.size > 0 && hasValues(each),
  );
  const texts = totalsInColumn(setup.rules, sheets);
  return sheets
    .map((each): OwnTotal => {
      const contestant = findContestant(setup, each.contestant);
      const { total, scored, criteria } = runningTotal(setup.rules, each.rubric, each.values);
      return {
        sheet: each,
        name: contestant === undefined ? each.contestant : contestantText(contestant),
        number: contestant?.number ?? null,
        total,
        text: texts.get(each) ?? '–',
        isWhole: scored === criteria,
      };
    })
    .toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || compare(b.total, a.total));
}

function isTie(a: OwnTotal, b: OwnTotal): boolean {
  return a.isWhole && b.isWhole && compare(a.total, b.total) === 0;
}
