/** [D30] [D31] [R34] Who judges whom: jurors of a group's own unit, and jurors who read some of the groups. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { setupOf, signOffOf } from '../../shared/domain/contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { drawReaders } from '../../shared/domain/facts/draw-readers.ts';
import { allSheets, sheetOf, toContestFile } from '../../shared/domain/score-sheet.ts';
import { unitConflicts } from '../../shared/domain/unit-conflicts.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { contestants, jurors } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const withUnits = () =>
  playContest({
    jurors: jurors(3).map((each) => (each.id === 'j1' ? { ...each, unit: 'DINAS  Kesehatan' } : each)),
    contestants: contestants(3).map((each) => ({ ...each, unit: each['id'] === 'k2' ? 'Dinas Kesehatan.' : 'Bagian' })),
  });
type Played = ReturnType<typeof playContest>;
const settling = (judges: boolean, reason = 'sesuai aturan', contestant = 'k2'): Command => ({
  type: 'settle-unit-conflict',
  juror: 'j1',
  contestant,
  judges,
  reason,
});
const stateOf = (played: Played) =>
  unitConflicts(played.now()).map(({ juror, contestant, state, reason }) => [juror.id, contestant.id, state, reason]);

describe('a juror of a group’s own unit', () => {
  test('[D30] is found without regard to case and punctuation, and asked about until it is settled', () => {
    const played = withUnits();
    expect(stateOf(played)).toEqual([['j1', 'k2', 'open', null]]);
    expect(played.ask(committee, settling(true, 'sesuai aturan', 'k1'))).toEqual(
      refused('not-judging', { reason: 'no-unit-conflict' }),
    );
    played.must(committee, settling(false));
    expect(stateOf(played)).toEqual([['j1', 'k2', 'out', 'sesuai aturan']]);
    expect(sheetOf(played.now(), 'j1', 'k2', 's')?.state).toBe('recused');
    expect(played.must(committee, settling(false))).toEqual([]);
  });

  test('[D30] is kept with a reason that the contest file carries, and may be taken out afterwards', () => {
    const played = withUnits();
    played.must(committee, settling(true, 'pindah unit tahun lalu'));
    expect(stateOf(played)).toEqual([['j1', 'k2', 'kept', 'pindah unit tahun lalu']]);
    expect(toContestFile(played.now()).keptJurors).toEqual([
      { juror: 'j1', contestant: 'k2', reason: 'pindah unit tahun lalu' },
    ]);
    played.must(committee, settling(false));
    expect(stateOf(played)[0]?.[2]).toBe('out');
    // What is told of who judges is no matter of who does not.
    expect(toContestFile(played.now())).not.toHaveProperty('keptJurors');
  });

  test('[D30] [D11] comes back with a sheet to lock: what was signed off is open', () => {
    const played = withUnits();
    played.must(committee, settling(false));
    for (const contestant of ['k1', 'k3']) played.lock('j1', contestant);
    played.must(seat('j1'), { type: 'sign-off-category', category: 'c' });
    played.must(committee, settling(true));
    expect(sheetOf(played.now(), 'j1', 'k2', 's')?.state).toBe('pending');
    expect(signOffOf(played.now(), 'j1', 'c')).toBeUndefined();
  });

  test('[D30] with a locked sheet is not taken out', () => {
    const played = withUnits();
    played.lock('j1', 'k2');
    expect(played.ask(committee, settling(false))).toEqual(
      refused('locked', { reason: 'juror-has-locked', juror: 'Juri 1 (contoh)', contestant: 'KBK Contoh 2' }),
    );
  });
});

const assigning = (readers: Record<string, readonly string[]>): Command => ({
  type: 'assign-readers',
  stage: 's',
  readers: Object.entries(readers).map(([contestant, of]) => ({ contestant, jurors: [...of] })),
});
const pairs = (played: Played) => allSheets(played.now()).map(({ juror, contestant }) => `${juror}/${contestant}`);

describe('jurors who read some of the groups', () => {
  test('[R34] the others have no sheet, are not missing, and the mean is over the assigned', () => {
    const played = playContest();
    played.must(committee, assigning({ k1: ['j1', 'j2'], k2: ['j3'] }));
    expect(pairs(played)).toEqual(['j1/k1', 'j1/k3', 'j2/k1', 'j2/k3', 'j3/k2', 'j3/k3']);
    expect(played.ask(seat('j3'), { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '1' })).toEqual(
      refused('not-judging', { reason: 'not-judging-here', contestant: 'KBK Contoh 1' }),
    );
    played.lock('j1', 'k1', '80');
    played.lock('j2', 'k1', '70');
    played.lock('j3', 'k2', '60');
    for (const juror of ['j1', 'j2', 'j3']) played.lock(juror, 'k3', '90');
    const file = toContestFile(played.now());
    const [category] = rankContest(file).categories;
    expect(category?.provisional).toBe(false);
    expect(category?.standings.map(({ contestant, result, panel }) => [contestant, result, panel['s']])).toEqual([
      ['k3', '90', ['j1', 'j2', 'j3']],
      ['k1', '75', ['j1', 'j2']],
      ['k2', '60', ['j3']],
    ]);
    // Each signs for the own sheets alone.
    expect(played.must(seat('j3'), { type: 'sign-off-category', category: 'c' })).toHaveLength(1);
  });

  test('[D31] no sheet with a score is taken away; a further one opens the sign-off', () => {
    const played = playContest();
    played.must(committee, assigning({ k1: ['j1'], k2: ['j1'], k3: ['j1', 'j2'] }));
    for (const contestant of ['k1', 'k2', 'k3']) played.lock('j1', contestant);
    played.lock('j2', 'k3');
    played.must(seat('j2'), { type: 'sign-off-category', category: 'c' });
    expect(played.ask(committee, assigning({ k1: ['j2'] }))).toMatchObject(
      refused('in-use', { reason: 'task-in-use', juror: 'Juri 1 (contoh)', contestant: 'KBK Contoh 1' }),
    );
    expect(played.must(committee, assigning({ k1: ['j1'], k2: ['j1'], k3: ['j2', 'j1'] }))).toEqual([]);
    played.must(committee, assigning({ k1: ['j1', 'j2'], k2: ['j1'], k3: ['j1', 'j2'] }));
    expect(signOffOf(played.now(), 'j2', 'c')).toBeUndefined();
  });

  test('[R34] is refused with methods that count places, and below what a trimmed mean needs', () => {
    const borda = playContest({ rules: { method: 'borda' } });
    expect(borda.ask(committee, assigning({ k1: ['j1'] }))).toMatchObject(
      refused('invalid-setup', { problems: [{ type: 'readers-of-places' }] }),
    );
    const trimmed = playContest({ jurors: jurors(5), rules: { method: 'trimmed-mean' } });
    expect(trimmed.ask(committee, assigning({ k1: ['j1', 'j2'] }))).toMatchObject(
      refused('invalid-setup', { problems: [{ type: 'too-few-left', jurors: 2 }] }),
    );
    expect(trimmed.must(committee, assigning({ k1: ['j1', 'j2', 'j3'] }))).toHaveLength(1);
    expect(
      trimmed.ask(committee, { type: 'change-rules', rules: { ...setupOf(trimmed.now()).rules, method: 'borda' } }),
    ).toMatchObject(refused('invalid-setup', { problems: [{ type: 'readers-of-places' }] }));
  });

  test('[D31] whoever is unknown or does not judge there is named', () => {
    const played = playContest({
      jurors: jurors(3).map((each) => (each.id === 'j3' ? { ...each, stages: [] } : each)),
    });
    expect(played.ask(committee, assigning({ k1: ['j3'] }))).toMatchObject(
      refused('not-judging', { reason: 'juror-not-judging', juror: 'Juri 3 (contoh)' }),
    );
    expect(played.ask(committee, assigning({ k9: ['j1'] }))).toMatchObject(refused('unknown-id', { id: 'k9' }));
    expect(played.ask(committee, assigning({ k1: ['j9'] }))).toMatchObject(refused('unknown-id', { id: 'j9' }));
  });

  test('[D31] where none of the assigned seats is left, everybody judges, and the file names nobody who is gone', () => {
    const played = playContest();
    played.must(committee, assigning({ k1: ['j1'], k2: ['j1', 'j2'] }));
    played.must(committee, {
      type: 'change-jurors',
      jurors: setupOf(played.now()).jurors.filter(({ id }) => id !== 'j1'),
    });
    expect(pairs(played)).toEqual(['j2/k1', 'j2/k2', 'j2/k3', 'j3/k1', 'j3/k3']);
    expect(toContestFile(played.now()).readers).toEqual([{ stage: 's', contestant: 'k2', jurors: ['j2'] }]);
  });
});

describe('a drawn assignment', () => {
  test('[D31] gives the same again from its recorded seed, and is a fact with it', () => {
    const played = playContest({ jurors: jurors(4), contestants: contestants(6) });
    const facts = played.must(committee, { type: 'draw-readers', stage: 's', each: 2, seed: 'benih' });
    expect(facts).toEqual([
      {
        type: 'readers-assigned',
        stage: 's',
        readers: drawReaders(played.now(), 's', 2, 'benih'),
        drawn: { seed: 'benih', each: 2 },
      },
    ]);
    expect(drawReaders(played.now(), 's', 2, 'lain')).not.toEqual(drawReaders(played.now(), 's', 2, 'benih'));
  });

  test('[D31] loads differ by one at most where every juror may read every group', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 1, max: 46 }),
        fc.nat(6),
        fc.string(),
        (n, m, k, seed) => {
          const played = playContest({ jurors: jurors(n), contestants: contestants(m) });
          const each = 1 + (k % (n - 1 || 1));
          const drawn = drawReaders(played.now(), 's', each, `s${seed}`);
          expect(drawn.every((one) => new Set(one.jurors).size === each)).toBe(true);
          expect(drawn).toHaveLength(m);
          const loads = jurors(n).map(({ id }) => drawn.filter((one) => one.jurors.includes(id)).length);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('[D31] keeps jurors from their own unit, unless kept, and from where they are recused, with loads still equal', () => {
    const played = playContest({
      jurors: jurors(4).map((each, at) => ({ ...each, unit: `Dinas ${at}` })),
      // Half of the groups are of the first juror's unit.
      contestants: contestants(12).map((each, at) => ({ ...each, unit: at < 6 ? 'dinas 0' : `Bagian ${at}` })),
    });
    played.must(seat('j2'), { type: 'recuse', contestant: 'k7', reason: 'saudara' });
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const drawn = drawReaders(played.now(), 's', 2, seed);
      const of = (juror: string) =>
        drawn.filter((one) => one.jurors.includes(juror)).map(({ contestant }) => contestant);
      expect(of('j1').filter((id) => Number(id.slice(1)) <= 6)).toEqual([]);
      expect(of('j2')).not.toContain('k7');
      expect(['j1', 'j2', 'j3', 'j4'].map((juror) => of(juror).length)).toEqual([6, 6, 6, 6]);
    }
    for (const contestant of ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'])
      played.must(committee, { type: 'settle-unit-conflict', juror: 'j1', contestant, judges: true, reason: 'lama' });
    const kept = ['a', 'b', 'c', 'd', 'e'].flatMap((seed) => drawReaders(played.now(), 's', 2, seed));
    expect(kept.some((one) => one.jurors.includes('j1') && Number(one.contestant.slice(1)) <= 6)).toBe(true);
  });
});
