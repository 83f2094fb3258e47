/** What is read from memory is what the log would give, whatever came, left or was forgotten before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLogTails } from '../../electron/adapters/log-tails.ts';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import type { StoredEntry } from '../../shared/ports.ts';

const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(26));

function entry(log: string, seq: number, length: number): StoredEntry {
  return { log, seq, bytes: new Uint8Array(length), hash: new Uint8Array(32), signature: new Uint8Array(64) };
}

test('reads are those of the log, or none', () => {
  const act = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('add'),
        log: fc.nat(2),
        lengths: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('forget'), log: fc.nat(2), lengths: fc.constant<number[]>([]) }),
    },
  );
  const reads = fc.array(fc.tuple(fc.nat(2), fc.nat(30), fc.nat(5), fc.nat(300)), { minLength: 5, maxLength: 20 });
  let served = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 3, maxLength: 30 }), reads, (acts, looks) => {
      const log = createMemoryLog();
      const tails = createLogTails(400);
      const seqs = [0, 0, 0];
      for (const { type, log: at, lengths } of acts) {
        const id = ids[at] ?? '';
        if (type === 'forget') tails.forget([id]);
        if (lengths.length === 0) continue;
        const entries = lengths.map((length) => entry(id, (seqs[at] = (seqs[at] ?? 0) + 1), length));
        log.append(entries);
        tails.add(entries);
      }
      for (const [at, after, entries, bytes] of looks) {
        const read = tails.read(ids[at] ?? '', after, { entries, bytes });
        if (read === null) continue;
        served += read.length;
        expect(read).toEqual(log.read(ids[at] ?? '', after, { entries, bytes }));
      }
    }),
  );
  expect(served).toBeGreaterThan(100);
});

test('what came last is there, up to the bound', () => {
  const [id = ''] = ids;
  const tails = createLogTails(300);
  tails.add([1, 2, 3, 4].map((seq) => entry(id, seq, 100)));
  const most = { entries: 10, bytes: 10_000 };
  expect(tails.read(id, 0, most)).toBeNull();
  expect(tails.read(id, 1, most)?.map(({ seq }) => seq)).toEqual([2, 3, 4]);
  expect(tails.read(id, 4, most)).toEqual([]);
  tails.forget([id]);
  expect(tails.read(id, 1, most)).toBeNull();
});
