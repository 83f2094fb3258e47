import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { parseStrictJson } from '../../shared/lib/strict-json.ts';
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
      const isRepeated = !own.ok && own.error.every(({ message }) => message.includes('dua kali'));
      if (!isRepeated) expect(own.ok).toBe(isJson(changed));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"a": 1,\n  "b": }', 'baris 2 kolom 8, nilai diharapkan (teks dalam tanda kutip, angka, { atau [), tetapi ada "}"'],
  ['{"a": 1\n\n"b": 2}', 'baris 3 kolom 1, koma atau "}" diharapkan, tetapi ada "\\""'],
  ['[1, 2,\r\n]', 'baris 1 kolom 6, koma sesudah isi yang terakhir'],
  [
    '{"format":',
    'baris 1 kolom 11, nilai diharapkan (teks dalam tanda kutip, angka, { atau [), tetapi berkas berakhir',
  ],
  ['{a: 1}', 'baris 1 kolom 2, nama kunci dalam tanda kutip diharapkan, tetapi ada "a"'],
  ['{"a" 1}', 'baris 1 kolom 6, titik dua sesudah nama kunci diharapkan, tetapi ada "1"'],
  ['["abc\n"]', 'baris 1 kolom 2, tanda kutip penutup tidak ada di baris ini'],
  ['["abc', 'baris 1 kolom 2, tanda kutip penutup tidak ada'],
  ['["a\\x"]', 'baris 1 kolom 4, garis miring terbalik (\\) yang tidak dikenal di dalam teks'],
  ['[01]', 'baris 1 kolom 2, nilai diharapkan (teks dalam tanda kutip, angka, { atau [), tetapi ada "0"'],
  ['{} x', 'baris 1 kolom 4, sesudah akhir isi berkas masih ada tulisan lain'],
  [' \n', 'baris 2 kolom 1, berkas ini kosong'],
])('[R27] a syntax error is named with its line and column (%j)', (text, expected) => {
  expect(parseStrictJson(text, 10)).toEqual({
    ok: false,
    error: [{ path: [], message: `berkas ini bukan JSON yang utuh: ${expected}` }],
  });
  expect(isJson(text)).toBe(false);
});

test('[R27] every repeated key is refused with its pointer, however it is written', () => {
  const text = '{"a":1,"b":[{"c/d":1,\n"c/d":2}],"\\u0061":3}';
  expect(parseStrictJson(text, 10)).toEqual({
    ok: false,
    error: [
      { path: ['b', 0, 'c/d'], message: 'kunci "c/d" tertulis dua kali (baris 2 kolom 1)' },
      { path: ['a'], message: 'kunci "a" tertulis dua kali (baris 2 kolom 11)' },
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
  expect(result.error.message).toContain('239999 masalah');
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
