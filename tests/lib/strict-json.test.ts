import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { parseStrictJson, type JsonSyntaxFault } from '../../shared/lib/strict-json.ts';
import { limits } from '../../shared/limits.ts';
import { plainContest } from '../support/contest-builder.ts';

test('[R27] what it takes is what JSON.parse takes, with the same value', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.integer({ min: 0, max: 3 }), (text, indent) => {
      const value: unknown = JSON.parse(text);
      const written = JSON.stringify(value, null, indent);
      expect(parseStrictJson(written, 20)).toEqual({ ok: true, value });
    }),
    { numRuns: 300 },
  );
});

test('[R27] a text with a character taken out, put in or changed is taken only where JSON.parse takes it', () => {
  const signs = fc.constantFrom(
    '',
    '"',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '\\',
    '0',
    '-',
    '.',
    'e',
    'x',
    '\n',
    '\u0001',
    ' ',
  );
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(), fc.nat(2), signs, (text, choice, taken, sign) => {
      const at = choice % (text.length + 1);
      const changed = text.slice(0, at) + sign + text.slice(at + taken);
      const own = parseStrictJson(changed, 100);
      const isRepeated = !own.ok && own.error.every(({ fault }) => fault.type === 'key-twice');
      if (!isRepeated) expect(own.ok).toBe(isJson(changed));
    }),
    { numRuns: 2000 },
  );
});

test.each<[string, number, number, JsonSyntaxFault]>([
  ['{"a": 1,\n  "b": }', 2, 8, { type: 'value-expected', found: '}' }],
  ['{"a": 1\n\n"b": 2}', 3, 1, { type: 'comma-expected', closing: '}', found: '"' }],
  ['[1, 2,\r\n]', 1, 6, { type: 'comma-after-last' }],
  ['{"format":', 1, 11, { type: 'value-expected', found: null }],
  ['{a: 1}', 1, 2, { type: 'key-expected', found: 'a' }],
  ['{"a" 1}', 1, 6, { type: 'colon-expected', found: '1' }],
  ['["abc\n"]', 1, 2, { type: 'quote-missing-in-line' }],
  ['["abc', 1, 2, { type: 'quote-missing' }],
  ['["a\\x"]', 1, 4, { type: 'unknown-escape' }],
  ['[01]', 1, 2, { type: 'value-expected', found: '0' }],
  ['{} x', 1, 4, { type: 'text-after-end' }],
  [' \n', 2, 1, { type: 'empty' }],
])('[R27] a syntax error is named with its line and column (%j)', (text, line, column, fault) => {
  expect(parseStrictJson(text, 10)).toEqual({ ok: false, error: [{ path: [], line, column, fault }] });
  expect(isJson(text)).toBe(false);
});

test('[R27] every repeated key is refused with its pointer, however it is written', () => {
  const text = '{"a":1,"b":[{"c/d":1,\n"c/d":2}],"\\u0061":3}';
  expect(parseStrictJson(text, 10)).toEqual({
    ok: false,
    error: [
      { path: ['b', 0, 'c/d'], line: 2, column: 1, fault: { type: 'key-twice', key: 'c/d' } },
      { path: ['a'], line: 2, column: 11, fault: { type: 'key-twice', key: 'a' } },
    ],
  });
  const twice = JSON.stringify({ ...plainContest(), scores: [] }).replace('"scores":[]', '"scores":[],"scores":[]');
  expect(parseContestText(twice)).toMatchObject({ error: { problems: [{ path: '/scores' }] } });
});

test('[R27] at most 1,000 problems are listed, and the others are counted', () => {
  const scores = Array.from({ length: 60_000 }, () => ({ juror: 'x', contestant: 'y', criterion: 'z', value: '1' }));
  const result = parseContestText(JSON.stringify({ ...plainContest(), scores }));
  if (result.ok) throw new Error('refused');
  expect(limits.problemsListed).toBe(1000);
  expect(result.error.problems).toHaveLength(1000);
  // Three unknown ids per score, and each after the first stands there already.
  expect(result.error.more).toBe(60_000 * 4 - 1 - 1000);
  expect(result.error.count).toBe(239_999);
  const few = parseContestText(JSON.stringify({ ...plainContest(), scores: scores.slice(0, 1) }));
  expect(!few.ok && few.error).not.toHaveProperty('more');
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}
