/** [Z7] What is found wrong with a seal, by log and number where it is an entry. */
import { expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { applyEvents } from '../../shared/domain/facts/evolve.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import type { EventLog } from '../../shared/ports.ts';
import { sealFault } from '../../shared/seal/check-seal.ts';
import { committee, playContest, seat } from '../support/played-contest.ts';
import { sealed } from '../support/sealed-contest.ts';

const hash = base32Bytes('a'.repeat(52));

function judged() {
  const contest = playContest({ jurors: [{ id: 'j1', name: 'Juri 1 (contoh)', chair: true }] });
  for (const [at, id] of ['k1', 'k2', 'k3'].entries()) contest.lock('j1', id, String(80 - at));
  contest.must(seat('j1'), { type: 'sign-off-category', category: 'c' });
  const seal = sealed(contest, 'c');
  /** Logs of that length whose entries all have that hash. */
  const read =
    (lengths: ReadonlyMap<string, number>, of = hash): EventLog['read'] =>
    (log, after) =>
      after < (lengths.get(log) ?? 0)
        ? [{ log, seq: after + 1, hash: of, bytes: new Uint8Array(), signature: null }]
        : [];
  const held = {
    contest: contest.now(),
    recorded: contest.recorded(),
    log: { read: read(contest.heads()) },
    hash: nodeCrypto.hash,
    readsAll: true,
  };
  return { contest, seal, held, read };
}

test('[Z7] a true one has none, on a laptop too that cannot read every score', () => {
  const { seal, held } = judged();
  expect(sealFault(seal, held)).toBeNull();
  expect(sealFault(seal, { ...held, readsAll: false })).toBeNull();
});

test('[Z7] a covered entry that is not held, or is another one, is named by log and number', () => {
  const { contest, seal, held, read } = judged();
  const juror = [...seal.covers.values()].find(({ log }) => log.startsWith('b'));
  const short = new Map([...contest.heads()].map(([log, length]) => [log, log.startsWith('b') ? 3 : length]));
  expect(sealFault(seal, { ...held, log: { read: read(short) } })).toEqual({
    type: 'entry-missing',
    log: juror?.log,
    seq: juror?.seq,
  });
  const other = { read: read(contest.heads(), new Uint8Array(32).fill(1)) };
  expect(sealFault(seal, { ...held, log: other })?.type).toBe('entry-differs');
});

test('[Z7] another code, another result, and a chair who has not agreed', () => {
  const { seal, held } = judged();
  expect(sealFault({ ...seal, code: '0'.repeat(16) }, held)).toEqual({ type: 'other-code' });
  expect(sealFault({ ...seal, previous: '0'.repeat(16) }, held)).toEqual({ type: 'other-code' });
  expect(sealFault({ ...seal, confirmed: null }, held)).toEqual({ type: 'no-confirmation' });
  const penalty = { contestant: 'k1', points: '5', reason: 'alasan' };
  const ref = `${'z'.repeat(26)}:1`;
  const event = { type: 'penalty-added' as const, penalty };
  const changed = applyEvents(held.contest, [{ ref, atMs: 1, author: committee, event }]);
  expect(sealFault(seal, { ...held, contest: changed })).toEqual({ type: 'other-result' });
  expect(sealFault(seal, { ...held, contest: changed, readsAll: false })).toBeNull();
});
