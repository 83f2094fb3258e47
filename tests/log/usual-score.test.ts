/** Scores are read by a way of their own: it says of every fact what the schema of all facts says, and of every payload what the general way says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainEventSchema } from '../../shared/domain/facts/events.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { decodeCompact, encodeCompact, readAny } from '../../shared/log/compact-payload.ts';
import { readUsualScore } from '../../shared/log/usual-score.ts';

const own = toBase32(new Uint8Array(16).fill(1));
const founding = toBase32(new Uint8Array(16).fill(9));
const names = { own, knownLogs: [founding], knownIds: ['kreativitas', 'k-07'] };

const ref = fc.oneof(
  fc.nat().map((seq) => `${own}:${seq}`),
  fc.constantFrom(`${founding}:2`, `${founding}:02`, `${own}:12345678901`, own, '', `${founding}:2\n`),
);
const id = fc.oneof(
  fc.constantFrom('kreativitas', 'k-07', '', 'K', 'a_b', 'x'.repeat(65), 'kbk-melati\n'),
  fc.string(),
);
const value = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '00',
    '87.25',
    '87.250',
    '.5',
    '5.',
    '-3',
    '1000000',
    '999999.9999',
    '99999.99999',
    '1e3',
    ' 1',
  ),
  fc.double({ noNaN: true, min: -1e7, max: 1e7 }).map(String),
  fc.nat(200).map(String),
  fc.constantFrom(null, undefined, 7, true),
);
const right = fc.record({
  type: fc.constant('score-set'),
  contestant: fc.constantFrom('k-07', 'k-08'),
  criterion: fc.constantFrom('kreativitas', 'kekompakan'),
  value: fc.oneof(fc.nat(100).map(String), fc.constant(null)),
  replaces: fc.array(
    fc.nat().map((seq) => `${own}:${seq + 1}`),
    { maxLength: 3 },
  ),
  rubric: fc.constant(`${founding}:2`),
});
const wild = fc.oneof(
  ref,
  id,
  value,
  fc.array(ref, { maxLength: 3 }),
  fc.constant(Array.from({ length: 51 }, () => `${own}:3`)),
  fc.anything(),
);
const fieldName = fc.constantFrom('type', 'contestant', 'criterion', 'value', 'replaces', 'rubric', 'from', 'unasked');
/** One field of it is another one, or absent. */
const score = fc.oneof(
  fc.tuple(right, fieldName, wild).map(([fact, name, other]) => ({ ...fact, [name]: other })),
  fc.tuple(right, value).map(([fact, other]) => ({ ...fact, value: other })),
  fc
    .tuple(right, fieldName)
    .map(([fact, name]) => Object.fromEntries(Object.entries(fact).filter(([key]) => key !== name))),
);

describe('a score of the usual form', () => {
  test('is read as the schema of all facts reads it, and nothing else is', () => {
    fc.assert(
      fc.property(fc.oneof(score, right, fc.anything()), (raw) => {
        const usual = readUsualScore(raw);
        if (usual !== null) expect(domainEventSchema.safeParse(raw)).toStrictEqual({ success: true, data: usual });
      }),
      { numRuns: 5000 },
    );
  });

  test('is what a juror usually gives', () => {
    fc.assert(
      fc.property(right, (raw) => {
        expect(readUsualScore(raw)).toEqual(raw);
      }),
    );
  });
});

describe('the payload of a fact', () => {
  test('[L18] comes back by the short way as by the general one', () => {
    fc.assert(
      fc.property(fc.oneof(right, score, fc.jsonValue()), (written) => {
        const padded = encodeCompact(written, names);
        expect(decodeCompact(padded, names)).toStrictEqual(
          readAny(padded.subarray(0, padded.lastIndexOf(0x80)), names),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('[L18] that is damaged, or made up, says by the short way what it says by the general one', () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255), cut: fc.nat(3) });
    fc.assert(
      fc.property(fc.oneof(right, score), fc.array(change, { maxLength: 3 }), (written, changes) => {
        const padded = encodeCompact(written, names);
        const content = padded.slice(0, padded.lastIndexOf(0x80));
        for (const { at, byte } of changes) content[Math.floor(at * content.length)] = byte;
        const kept = content.subarray(0, content.length - (changes[0]?.cut ?? 0));
        expect(decodeCompact(Uint8Array.from([...kept, 0x80]), names)).toStrictEqual(readAny(kept, names));
      }),
      { numRuns: 5000 },
    );
  });

  test('[L18] of bytes at random is the same by both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (content) => {
        expect(decodeCompact(Uint8Array.from([...content, 0x80]), names)).toStrictEqual(readAny(content, names));
      }),
      { numRuns: 5000 },
    );
  });
});
