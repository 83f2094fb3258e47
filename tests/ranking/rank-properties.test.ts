/** Properties of the ranking over random contests (`naive-ranking.test.ts` compares it with another). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContest } from '../../shared/domain/setup/contest-check.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { arbitraryContest } from '../support/arbitrary-contest.ts';

const allMethods = ['mean', 'median', 'majority', 'borda'];
const chains = [
  [],
  ['stage:t', 'juror-firsts'],
  ['head-to-head', 'fewest-penalties', 'criterion:a'],
  ['criterion:b', 'stage:s', 'head-to-head'],
];
const anyContest = arbitraryContest({ methods: allMethods, tieBreaks: chains });

test('random contests pass the check, so that the properties speak of real files', () => {
  fc.assert(
    fc.property(anyContest, (file) => {
      expect(checkContest(file)).toEqual([]);
    }),
  );
});

test('[R13] the order of the lists changes nothing', () => {
  fc.assert(
    fc.property(anyContest, fc.infiniteStream(fc.nat()), (file, random) => {
      const shuffled = {
        ...file,
        contestants: shuffle(file.contestants, random),
        jurors: shuffle(file.jurors, random),
        scores: shuffle(file.scores, random),
        stages: shuffle(file.stages, random),
        rubrics: shuffle(file.rubrics, random),
        penalties: shuffle(file.penalties, random),
      };
      expect(ranks(shuffled)).toEqual(ranks(file));
    }),
  );
});

test('[R13] names, numbers and ids never separate anybody', () => {
  fc.assert(
    fc.property(anyContest, (file) => {
      const renamed = renameContestants(file);
      const byNewName = ranks(renamed);
      for (const [contestant, line] of ranks(file)) expect(byNewName.get(newId(contestant))).toEqual(line);
    }),
  );
});

test('[R20] equal results without a chain share the rank, and the next rank counts all of them', () => {
  fc.assert(
    fc.property(arbitraryContest({ methods: allMethods }), (file) => {
      const ranked = standingsOf(file).filter((standing) => standing.rank !== null);
      for (const standing of ranked) {
        const equals = ranked.filter((other) => other.result === standing.result);
        expect(new Set(equals.map((other) => other.rank)).size).toBe(1);
        expect(standing.shared).toBe(equals.length > 1);
        expect(standing.rank).toBe(1 + ranked.filter((other) => (other.rank ?? 0) < (standing.rank ?? 0)).length);
      }
    }),
  );
});

test('[R12] stage weights count only in relation to each other', () => {
  fc.assert(
    fc.property(anyContest, fc.integer({ min: 2, max: 9 }), (file, factor) => {
      const scaled = {
        ...file,
        stages: file.stages.map((stage) => ({ ...stage, weight: String(Number(stage.weight) * factor) })),
      };
      expect(ranks(scaled)).toEqual(ranks(file));
    }),
  );
});

test('[R5] [R7] a higher score never makes the rank of its contestant worse', () => {
  const monotone = arbitraryContest({ methods: ['mean', 'median', 'majority', 'borda'] });
  fc.assert(
    fc.property(monotone, fc.nat(), (file, choice) => {
      if (file.scores.length === 0) return;
      const position = choice % file.scores.length;
      const raised = {
        ...file,
        scores: file.scores.map((score, index) =>
          index === position ? { ...score, value: String(Number(score.value) + 1) } : score,
        ),
      };
      const contestant = file.scores[position]?.contestant ?? '';
      const [before, after] = [ranks(file).get(contestant), ranks(raised).get(contestant)];
      if (before === undefined || before.rank === null) return;
      expect(after?.rank).toBeLessThanOrEqual(before.rank);
    }),
  );
});

test('[R25] different results never look equal, equal ones always do', () => {
  fc.assert(
    fc.property(anyContest, (file) => {
      const texts = new Map(standingsOf(file).map((standing) => [standing.display, standing.result]));
      const results = new Map(standingsOf(file).map((standing) => [standing.result, standing.display]));
      expect(texts.size).toBe(results.size);
    }),
  );
});

function standingsOf(file: ContestFile) {
  return rankContest(file).categories[0]?.standings ?? [];
}

function ranks(file: ContestFile) {
  return new Map(
    standingsOf(file).map(({ contestant, rank, shared, result, decidedBy }) => [
      contestant,
      { rank, shared, result, decidedBy },
    ]),
  );
}

function shuffle<Item>(items: readonly Item[], random: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, key: Number(random.next().value) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function newId(id: string): string {
  return `z${9 - Number(id.slice(1))}`;
}

function renameContestants(file: ContestFile): ContestFile {
  return {
    ...file,
    contestants: file.contestants.map((one, index) => ({
      ...one,
      id: newId(one.id),
      number: 90 - index,
      name: `Z${9 - index}`,
    })),
    scores: file.scores.map((one) => ({ ...one, contestant: newId(one.contestant) })),
    recusals: file.recusals.map((one) => ({ ...one, contestant: newId(one.contestant) })),
    penalties: file.penalties.map((one) => ({ ...one, contestant: newId(one.contestant) })),
  };
}
