/**
 * The engine against a second, deliberately simple implementation over random contests of every kind. Few by default; the
 * environment raises the number: GELAR_JURI_CONTESTS=100000, GELAR_JURI_FROM for the first seed.
 */
import { expect, test } from 'vitest';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';
import type { RankAnswer } from '../../shared/ranking/types.ts';
import { naiveRanking } from '../support/naive-ranking.ts';
import { randomContest } from '../support/random-contest.ts';

const count = Number(process.env['GELAR_JURI_CONTESTS'] ?? 1200);
const from = Number(process.env['GELAR_JURI_FROM'] ?? 1200);

test(
  `[R1] [R28] ${count} random contests are ranked as a second implementation ranks them`,
  { timeout: 120_000 + count * 100 },
  () => {
    const seen = new Set<string>();
    for (let seed = from; seed < from + count; seed += 1) {
      const file = randomContest(seed);
      const answer = rankContest(file);
      const own = withoutTexts(answer);
      const naive = naiveRanking(file);
      // The comparison of texts is quick; the difference is shown only where there is one.
      if (JSON.stringify(own) !== JSON.stringify(naive)) {
        expect(own, `seed ${seed}: ${JSON.stringify(file)}`).toEqual(naive);
      }
      if (answer.categories.some(({ blocked }) => blocked?.some(({ reason }) => reason === 'round'))) {
        seen.add('closed-otherwise');
      }
      note(seen, file.rules.method, answer);
      noteRounds(seen, file);
      noteAwards(seen, file, answer);
    }
    // Contests that never come to this prove nothing about it.
    const methods = ['mean', 'trimmed-mean', 'median', 'majority', 'borda'];
    const steps = ['stage', 'criterion', 'aspect', 'juror-firsts', 'head-to-head', 'fewest-penalties', 'chair', 'draw'];
    const states = [
      'tie',
      'no-panel',
      'provisional',
      'failed-gate',
      'withdrawn',
      'shared',
      'fraction',
      'whole-contest',
      'not-advanced',
      'cut-tie',
      'second-cut',
      'open',
      'stands',
      'cut-no-panel',
      'closed',
      'closed-otherwise',
      'unit',
      'composite',
      'ballots',
      'passed-over',
    ];
    expect([...methods, ...steps, ...states].filter((what) => !seen.has(what))).toEqual([]);
  },
);

function withoutTexts(answer: RankAnswer) {
  const categories = answer.categories.map((category) => ({
    ...category,
    standings: category.standings.map(({ display: _display, ...standing }) => standing),
    unranked: category.unranked.map(({ contestant, status }) => ({ contestant, status })),
  }));
  return { ...answer, categories };
}

function noteRounds(seen: Set<string>, file: ContestFile): void {
  if (!file.stages.some(({ after }) => after !== undefined)) return;
  for (const { id } of file.categories) {
    const { rounds } = juryTotals(file, id);
    for (const { to, state } of rounds) {
      const isClosed = file.closedRounds?.some((one) => one.category === id && to.includes(one.stage)) === true;
      if (state === 'stands' && isClosed) seen.add('closed');
    }
    for (const { state } of rounds) seen.add(state === 'no-panel' ? 'cut-no-panel' : state);
    if (rounds.filter(({ out }) => out.length > 0).length > 1) seen.add('second-cut');
  }
}

/** Kinds that somebody won, and exclusions that changed who did. */
function noteAwards(seen: Set<string>, file: ContestFile, answer: RankAnswer): void {
  const winners = (of: RankAnswer) => [...(of.awards ?? []), ...of.categories.flatMap(({ awards }) => awards)];
  const all = winners(answer);
  for (const { id, kind } of file.awards) if (all.some(({ award }) => award === id)) seen.add(kind);
  if (!file.awards.some((award) => 'excludes' in award && award.excludes !== undefined)) return;
  const free = file.awards.map((award) => ({ ...award, excludes: undefined }));
  const others = winners(rankContest({ ...file, awards: free }));
  if (JSON.stringify(others) !== JSON.stringify(all) && answer.categories.every(({ blocked }) => blocked === null)) {
    seen.add('passed-over');
  }
}

function note(seen: Set<string>, method: string, { categories, awards }: RankAnswer): void {
  seen.add(method);
  if (awards !== undefined) seen.add('whole-contest');
  for (const { unit } of awards ?? []) if (unit !== undefined) seen.add('unit');
  for (const { standings, blocked, provisional, unranked } of categories) {
    if (provisional) seen.add('provisional');
    for (const { reason, stage } of blocked ?? []) seen.add(stage === undefined ? reason : 'cut-tie');
    for (const { status } of unranked) seen.add(status);
    for (const { decidedBy, shared, result, status } of standings) {
      if (status !== undefined) seen.add(status);
      if (decidedBy !== null) seen.add(decidedBy.split(':')[0] ?? '');
      if (shared) seen.add('shared');
      if (result?.includes('/') === true) seen.add('fraction');
    }
  }
}
