/** [D29] The pact of integrity: who may not score yet, whose yes stands, and for which text. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { acceptanceOf, acceptances, jurorsWithoutPact, pactHash } from '../../shared/domain/pact.ts';
import { setupOf } from '../../shared/domain/contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const contest = { name: 'Lomba (contoh)', pact: 'Saya menilai dengan jujur.' };
const rules = { method: 'mean', tieBreak: ['chair', 'draw'] };
const withPact = () => playContest({ contest, rules });
type Played = ReturnType<typeof playContest>;
const hashOf = (played: Played) => pactHash(setupOf(played.now())) ?? '';
const accept = (played: Played, juror: string, text = hashOf(played)): unknown =>
  played.act(seat(juror), { type: 'accept-pact', text });
const unaccepted = refused('incomplete', { reason: 'pact-not-accepted' });

describe('before the first score', () => {
  const writing: readonly Command[] = [
    { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '80' },
    { type: 'set-note', contestant: 'k1', stage: 's', criterion: null, text: 'baik' },
    { type: 'move-scores', from: 'k1', to: 'k2', stage: 's' },
    { type: 'lock-sheet', contestant: 'k1', stage: 's' },
  ];
  test.each(writing)('[D29] $type waits for the yes of its juror, and of no other', (command) => {
    const played = withPact();
    accept(played, 'j2');
    expect(played.ask(seat('j1'), command)).toEqual(unaccepted);
    accept(played, 'j1');
    expect(played.ask(seat('j1'), command)).not.toEqual(unaccepted);
  });

  test('[D29] a juror may step back from a group all the same', () => {
    const played = withPact();
    expect(played.must(seat('j1'), { type: 'recuse', contestant: 'k1', reason: 'saudara' })).toHaveLength(1);
  });

  test('[D29] a contest without a pact asks nobody', () => {
    const played = playContest();
    expect(jurorsWithoutPact(played.now())).toEqual([]);
    played.lock('j1', 'k1');
    expect(accept(played, 'j1', 'a'.repeat(52))).toEqual(refused('already-done', { reason: 'no-pact' }));
    expect(toContestFile(played.now())).not.toHaveProperty('acceptances');
  });
});

describe('an acceptance', () => {
  test('[D29] names text and person, once, and the committee sees who is lacking', () => {
    const played = withPact();
    expect(played.must(seat('j1'), { type: 'accept-pact', text: hashOf(played) })).toEqual([
      { type: 'pact-accepted', text: hashOf(played), by: { name: 'Juri 1 (contoh)' } },
    ]);
    expect(accept(played, 'j1')).toEqual({ ok: true, value: [] });
    expect(jurorsWithoutPact(played.now()).map(({ id }) => id)).toEqual(['j2', 'j3']);
    expect(toContestFile(played.now()).acceptances).toEqual([
      { juror: 'j1', name: 'Juri 1 (contoh)', text: hashOf(played), atMs: expect.any(Number) },
    ]);
  });

  test('[D29] is of pact and chain: SHA-256 of their JSON', () => {
    const text = JSON.stringify({ pact: contest.pact, tieBreak: rules.tieBreak });
    expect(hashOf(withPact())).toBe(toBase32(createHash('sha256').update(text).digest()));
  });

  test('[D29] of a text that was changed meanwhile is refused, and one of an earlier text stands no more', () => {
    const played = withPact();
    const before = hashOf(played);
    accept(played, 'j1');
    played.must(committee, { type: 'change-rules', rules: { ...setupOf(played.now()).rules, tieBreak: ['draw'] } });
    expect(acceptanceOf(played.now(), 'j1')).toBeNull();
    expect(accept(played, 'j1', before)).toEqual(refused('incomplete', { reason: 'pact-was-changed' }));
    accept(played, 'j1');
    played.must(committee, { type: 'change-info', contest: { ...contest, pact: 'Teks lain.' } });
    expect(jurorsWithoutPact(played.now())).toHaveLength(3);
  });

  test('[D29] is of one person: a corrected name keeps it, a substitute accepts anew, and both are told', () => {
    const played = withPact();
    accept(played, 'j1');
    const { jurors } = setupOf(played.now());
    const named = (name: string): Command => ({
      type: 'change-jurors',
      jurors: jurors.map((each) => (each.id === 'j1' ? { ...each, name } : each)),
    });
    played.must(committee, named('Dr. Juri 1 (contoh)'));
    expect(acceptanceOf(played.now(), 'j1')).not.toBeNull();
    played.must(committee, named('Pengganti (contoh)'));
    expect(acceptanceOf(played.now(), 'j1')).toBeNull();
    expect(played.ask(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' })).toEqual(unaccepted);
    accept(played, 'j1');
    expect(acceptances(played.now()).map(({ value }) => value.by.name)).toEqual([
      'Juri 1 (contoh)',
      'Pengganti (contoh)',
    ]);
  });

  test('[D29] of another seat is none, and a score that came without one counts', () => {
    const played = withPact();
    played.record(seat('j2'), [{ type: 'pact-accepted', text: hashOf(played), by: { name: 'Juri 1 (contoh)' } }]);
    expect(acceptanceOf(played.now(), 'j1')).toBeNull();
    played.record(seat('j1'), [
      { type: 'sheet-locked', contestant: 'k1', stage: 's', values: { nilai: '80' }, rubric: `${'a'.repeat(26)}:1` },
    ]);
    expect(toContestFile(played.now()).scores).toHaveLength(1);
  });
});

test('[D29] from the first score on the pact stays as it is; everything else of the contest may change', () => {
  const played = withPact();
  accept(played, 'j1');
  played.score('j1', 'k1', '80');
  const frozen = refused('frozen', { reason: 'scoring-has-begun' });
  const changed = { ...contest, pact: 'Teks lain.' };
  expect(played.ask(committee, { type: 'change-info', contest: changed })).toEqual(frozen);
  expect(played.ask(committee, { type: 'change-setup', contest: { name: contest.name } })).toEqual(frozen);
  expect(played.must(committee, { type: 'change-info', contest: { ...contest, place: 'Aula' } })).toHaveLength(1);
});
