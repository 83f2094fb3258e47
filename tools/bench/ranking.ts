/**
 * Ranking a large category, exactly. Yardstick: the same method over the same file in plain floating point and the obvious
 * loops, without panels, ties, awards or explanations.
 */
import { planContest, randomScores, seededNumbers } from '../../electron/cli/rehearse-contest.ts';
import type { ContestFile, Rules } from '../../shared/domain/setup/contest-file.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import type { Benchmark } from './benchmark.ts';
import { must } from './event.ts';
import { inTurns, type Figure } from './measure.ts';
import { wordsOf } from '../../shared/say/words.ts';

const sizes = {
  full: { contestants: 500, jurors: 15, criteria: 30 },
  small: { contestants: 4, jurors: 3, criteria: 2 },
} as const;

const methods = ['mean', 'trimmed-mean', 'median', 'majority', 'borda'] as const;
type Method = Rules['method'];

export const ranking: Benchmark = {
  name: 'ranking',
  about: 'exact ranking by each method, beside floating point in the obvious loops',
  rounds: 7,
  async run({ scale, rounds }) {
    const size = sizes[scale];
    const { file } = must(
      await planContest(wordsOf.id, { order: size.contestants, rubric: size.criteria, jurors: size.jurors }),
    );
    const next = seededNumbers(1);
    const scores = file.jurors.flatMap((juror) =>
      randomScores(file, juror, next).map((score) => ({ juror: juror.id, ...score })),
    );
    const figures: Figure[] = [];
    for (const method of methods) {
      const contest: ContestFile = { ...file, scores, rules: { ...file.rules, method } };
      const yardstick = { name: `${method} with floats`, run: () => floatRanking(contest, method) };
      figures.push(
        ...(await inTurns(rounds, yardstick, [{ name: `${method} exactly`, run: () => rankContest(contest) }])),
      );
    }
    return figures;
  },
};

/** Contestants, best first. */
function floatRanking(file: ContestFile, method: Method): readonly string[] {
  const weights = new Map((file.rubrics[0]?.criteria ?? []).map(({ id, weight }) => [id, Number(weight)]));
  const totals = new Map<string, number>();
  for (const { juror, contestant, criterion, value } of file.scores) {
    const key = `${juror}/${contestant}`;
    totals.set(key, (totals.get(key) ?? 0) + (weights.get(criterion) ?? 0) * Number(value));
  }
  const table = file.contestants.map(({ id: contestant }) =>
    file.jurors.map(({ id: juror }) => totals.get(`${juror}/${contestant}`) ?? 0),
  );
  const results = floatResults(table, method);
  return file.contestants
    .map(({ id }, position) => ({ id, result: results[position] ?? 0 }))
    .toSorted((a, b) => b.result - a.result)
    .map(({ id }) => id);
}

/** By contestant; the larger, the better. */
function floatResults(table: readonly (readonly number[])[], method: Method): readonly number[] {
  switch (method) {
    case 'mean':
      return table.map(floatMean);
    case 'trimmed-mean':
      return table.map((own) => floatMean(own.toSorted((a, b) => a - b).slice(1, -1)));
    case 'median':
      return table.map((own) => {
        const sorted = own.toSorted((a, b) => a - b);
        const middle = (sorted.length - 1) / 2;
        return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
      });
    case 'borda':
      return floatPlaces(table).map((own) => own.reduce((sum, place) => sum + table.length - place, 0));
    case 'majority':
      return majorityOrder(floatPlaces(table));
  }
}

function floatMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Each juror's places. */
function floatPlaces(table: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const places = table.map((own) => own.map(() => 0));
  for (const juror of (table[0] ?? []).keys()) {
    const column = table.map((own) => own[juror] ?? 0);
    const sorted = column.toSorted((a, b) => b - a);
    for (const [position, own] of places.entries()) {
      const total = column[position] ?? 0;
      own[juror] = (sorted.indexOf(total) + sorted.lastIndexOf(total)) / 2 + 1;
    }
  }
  return places;
}

/** The first place with a majority behind it, then how many, then the smaller sum: rules 5 to 7 in their simplest form. */
function majorityOrder(places: readonly (readonly number[])[]): readonly number[] {
  const records = places.map((own) => {
    for (let upTo = 1; ; upTo += 1) {
      const reached = own.filter((place) => place <= upTo);
      if (reached.length * 2 > own.length || upTo > places.length) {
        return { upTo, count: reached.length, sum: reached.reduce((sum, place) => sum + place, 0) };
      }
    }
  });
  const order = records
    .map((record, position) => ({ ...record, position }))
    .toSorted((a, b) => a.upTo - b.upTo || b.count - a.count || a.sum - b.sum);
  const results = records.map(() => 0);
  for (const [rank, { position }] of order.entries()) results[position] = -rank;
  return results;
}
