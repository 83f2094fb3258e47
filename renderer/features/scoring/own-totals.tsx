/**
 * The juror's own totals of this rubric: as dots on one line and as a strip from the highest to the lowest, equal ones together.
 * A press opens the two sheets beside each other.
 */
import { VisuallyHidden } from '@mantine/core';
import { Equal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { compare, toNumber, type Rational } from '../../../shared/lib/rational.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DotStrip } from '../../ui/dot-strip.tsx';
import { ownSheets } from './own-list.ts';
import { hasValues } from './own-sheets.ts';
import classes from './scoring.module.css';
import { runningTotal, totalsInColumn } from './sheet-total.ts';
import { TwoSheets } from './two-sheets.tsx';

interface OwnTotal {
  readonly sheet: ScoreSheet;
  readonly name: string;
  readonly number: number | null;
  readonly total: Rational;
  /** With as many decimals as the others. */
  readonly text: string;
  readonly isWhole: boolean;
}

export function OwnTotals({ contest, sheet }: { readonly contest: Contest; readonly sheet: ScoreSheet }) {
  const { t } = useTranslation('scoring');
  const [beside, setBeside] = useState<ScoreSheet | null>(null);
  const totals = ownTotals(contest, sheet);
  if (totals.length < 2) return null;
  const whole = totals.filter((each) => each.isWhole);
  const numbers = whole.map(({ total }) => toNumber(total));
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
          const isTied = [totals[at - 1], totals[at + 1]].some((other) => other !== undefined && isTie(other, each));
          return (
            <li key={each.sheet.contestant}>
              <button
                type="button"
                className={classes.ownTotal}
                aria-current={isHere ? 'true' : undefined}
                data-tied={isTied}
                disabled={isHere}
                title={each.name}
                onClick={() => setBeside(each.sheet)}
              >
                <span className={classes.ownTotalNumber}>{each.number ?? '–'}</span>
                {isTied ? <Equal aria-hidden size="0.9em" /> : null}
                <b>{each.text}</b>
                {each.isWhole ? null : <span>{t('comparison.part')}</span>}
                <VisuallyHidden>
                  {t(isTied ? 'comparison.tied' : 'comparison.one', { contestant: each.name })}
                </VisuallyHidden>
              </button>
            </li>
          );
        })}
      </ol>
      {beside === null ? null : (
        <TwoSheets contest={contest} left={sheet} right={beside} onClose={() => setBeside(null)} />
      )}
    </section>
  );
}

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
