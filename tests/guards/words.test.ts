/** Words for people stand in shared/say alone: ranking, announcement and documents hand out tags, or ask there. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** What hardly a sentence, a head of a table or a title does without. */
const frequent =
  /(?<![\w-])(yang|belum|nilai|juri|peserta|kategori|babak|tidak|juara|peringkat|menurut|dengan|untuk|lomba|panitia|undian|keputusan|sudah|ketua|ya|pilih|nomor|unit kerja|rata-rata|bobot|pengurangan|catatan|jumlah|syarat|bersama|sementara)(?![\w-])/i;

test.each(['ranking', 'ceremony', 'documents'])('shared/%s holds no word for people', (folder) => {
  const found = sources(path.join('shared', folder)).flatMap((file) =>
    literals(readFileSync(file, 'utf8'))
      .filter((literal) => frequent.test(literal))
      .map((literal) => `${file}: ${literal}`),
  );
  expect(found).toEqual([]);
});

/** What these are to a programmer, no juror or secretary calls so. */
const ofTheTrade = /\bkursi(nya)?\b|\bHOST:PORT\b|\bpola\b|\bpengali(nya)?\b/i;

test.each(['shared/say/id', 'renderer/messages/id'])('%s calls things as the committee calls them', (folder) => {
  const found = sources(folder).flatMap((file) =>
    literals(readFileSync(file, 'utf8'))
      .filter((literal) => ofTheTrade.test(literal))
      .map((literal) => `${file}: ${literal}`),
  );
  expect(found).toEqual([]);
});

test('the list of words finds what is looked for', () => {
  expect(literals("const a = 'Nilai akhir'; // 'juri'\n/* `babak` */ const b = `Babak ${name}`;")).toEqual([
    "'Nilai akhir'",
    '`Babak ${name}`',
  ]);
  expect(
    sources('shared/say').some((file) => literals(readFileSync(file, 'utf8')).some((one) => frequent.test(one))),
  ).toBe(true);
});

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

/** String and template literals, one line each, outside comments. */
function literals(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<!:)\/\/.*$/gm, '');
  return [...code.matchAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)].map(([literal]) => literal);
}
