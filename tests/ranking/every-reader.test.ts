/**
 * No valid contest stops anything that reads a ranking: answer, check of decisions, workbook, printed recap, announcement,
 * explanations, and what the results screen asks beside them. More contests by GELAR_JURI_READERS.
 */
import { expect, test } from 'vitest';
import { closeMargins } from '../../renderer/contest/margins.ts';
import { groupAtStep } from '../../renderer/features/results/tie-group.ts';
import { announcedSteps } from '../../shared/ceremony/steps.ts';
import { wholeContest } from '../../shared/domain/setup/contest-file.ts';
import { recapHtml } from '../../shared/documents/text/recap-print.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { withFittingDecisions } from '../../shared/ranking/decisions.ts';
import { noRecords } from '../../shared/ranking/explanation.ts';
import { explainOutside } from '../../shared/ranking/explanations.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';
import { flattened, sayExplanations } from '../../shared/say/explanations.ts';
import { sayRanking } from '../../shared/say/ranking.ts';
import { randomContest } from '../support/random-contest.ts';
import { wordsOf } from '../../shared/say/words.ts';

const count = Number(process.env['GELAR_JURI_READERS'] ?? 120);

test(`[R26] nothing that reads the ranking of a valid contest stops (${count} contests)`, () => {
  for (let seed = 0; seed < count; seed += 1) {
    const file = randomContest(seed);
    try {
      const answer = rankContest(file);
      expect(withFittingDecisions(file).unfit).toEqual([]);
      expect(contestWorkbook(file, answer, wordsOf.id).sheets.length).toBeGreaterThan(1);
      expect(recapHtml(file, answer, wordsOf.id)).toContain('<');
      announcedSteps(file, answer, wholeContest);
      for (const ranking of sayRanking(wordsOf.id, file, answer).categories) {
        const totals = juryTotals(file, ranking.category);
        const steps = announcedSteps(file, answer, ranking.category);
        expect(steps.ok && (ranking.provisional || ranking.blocked !== null)).toBe(false);
        closeMargins(ranking, totals, file.rules.places);
        for (const tie of ranking.blocked ?? []) {
          for (const step of ['chair', 'draw'] as const) groupAtStep(file, totals, tie.contestants, step);
        }
        for (const { contestant } of ranking.unranked) {
          const member = totals.contestants.find((one) => one.contestant === contestant);
          const parts = member === undefined ? [] : explainOutside({ file, records: noRecords }, member);
          expect(flattened(sayExplanations(wordsOf.id.explanations, file, parts)).join(' ')).toMatch(
            /^Tidak diperingkat: /,
          );
        }
        for (const { why } of ranking.standings) expect(why.join('\n')).not.toMatch(/undefined|NaN|null|\.\. /);
      }
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(file)}`, { cause: error });
    }
  }
});
