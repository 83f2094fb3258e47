/** Facts fit their entries (D22). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../shared/domain/facts/commands.ts';
import type { Contestant } from '../../shared/domain/setup/contest-file.ts';
import { emptyContest, setupOf } from '../../shared/domain/contest.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import type { Author, DomainEvent, RecordedEvent } from '../../shared/domain/facts/events.ts';
import { applyEvents } from '../../shared/domain/facts/evolve.ts';
import { fittingFacts } from '../../shared/domain/facts/fact-size.ts';
import { limits } from '../../shared/limits.ts';
import { encodeEntry } from '../../shared/log/entry.ts';
import { nodeCrypto, nodeRandom } from '../../electron/adapters/node-crypto.ts';
import { contestants, contestOf, setupIn } from '../support/contest-builder.ts';

const committee: Author = { role: 'committee', device: 'd' };
const none = { recusals: [], absences: [], penalties: [], decisions: [] };

function fold(facts: readonly DomainEvent[]) {
  const recorded = facts.map((event, index): RecordedEvent => ({
    ref: `${'a'.repeat(26)}:${index + 1}`,
    atMs: 1,
    author: committee,
    event,
  }));
  return applyEvents(emptyContest, recorded);
}

/** Of the longest names that a list may have. */
function longList(count: number): readonly Contestant[] {
  return contestOf({ contestants: contestants(count) }).contestants.map((each, index) => ({
    ...each,
    name: `${'é'.repeat(190)} ${index}`,
    unit: 'Ü'.repeat(limits.nameLength),
  }));
}

test.each([1500, limits.contestants])(
  '[D22] a founding with %i long names is written in parts, and is whole',
  (count) => {
    const setup = { ...setupIn(contestOf({})), contestants: [...longList(count)] };
    const decided = decide(emptyContest, committee, { type: 'found-contest', setup, ...none });
    if (!decided.ok) throw new Error(decided.error.reason);
    expect(decided.value.length).toBeGreaterThan(4);
    expect(setupOf(fold(decided.value)).contestants).toEqual(setup.contestants);
    for (const fact of decided.value) expect(() => entryOf(fact)).not.toThrow();
  },
);

test('[D22] a long list that changes later is written in parts too, with its reason in each', () => {
  const founded = decide(emptyContest, committee, { type: 'found-contest', setup: setupIn(contestOf({})), ...none });
  if (!founded.ok) throw new Error(founded.error.reason);
  const put = [...longList(1000)];
  const change: Command = { type: 'change-contestants', addCategories: [], put, removed: [], reason: 'Daftar baru' };
  const decided = decide(fold(founded.value), committee, change);
  if (!decided.ok) throw new Error(decided.error.reason);
  const parts = decided.value.filter((fact) => fact.type === 'contestants-changed');
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.every((fact) => fact.reason === 'Daftar baru')).toBe(true);
  expect(setupOf(fold([...founded.value, ...decided.value])).contestants).toEqual(put);
});

test('[D22] what cannot be written in parts is refused with its size, before anything is written', () => {
  const text = (bytes: number): DomainEvent => ({
    type: 'note-set',
    contestant: 'k1',
    stage: 's',
    criterion: null,
    text: 'x'.repeat(bytes),
    replaces: [],
  });
  const rest = JSON.stringify(text(0)).length;
  expect(fittingFacts([text(limits.factBytes - rest)])).toMatchObject({ ok: true });
  const refused = fittingFacts([text(limits.factBytes - rest + 1)]);
  const most = limits.factBytes;
  expect(refused).toMatchObject({ ok: false, error: { type: 'too-large', bytes: most + 1, most } });
});

test('[D22] whatever fits by its text fits its entry', () => {
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 0 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 300 }),
      fc.dictionary(fc.string({ maxLength: 30 }), tie('value'), { maxKeys: 40 }),
    ),
  })).value;
  fc.assert(
    fc.property(value, (each) => {
      const room = entryOf({ a: each }).length - entryOf({ a: null }).length;
      const text = JSON.stringify(each);
      // Padding is to whole kilobytes.
      expect(room).toBeLessThanOrEqual(new TextEncoder().encode(text).length + 1024);
    }),
    { numRuns: 300 },
  );
});

function entryOf(event: unknown): Uint8Array {
  const header = {
    log: 'a'.repeat(26),
    device: 'a'.repeat(26),
    seq: 2,
    prevHash: new Uint8Array(32),
    clock: { ms: 1, counter: 0 },
  };
  return encodeEntry(
    header,
    event,
    { version: 2, key: null, knownLogs: [] },
    { crypto: nodeCrypto, random: nodeRandom },
  );
}
