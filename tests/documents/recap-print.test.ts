/** The recaps as one HTML document for printing. */
import { expect, test } from 'vitest';
import { printedValue, recapHtml, workbookHtml } from '../../shared/documents/text/recap-print.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { contestOf, table } from '../support/contest-builder.ts';
import { example, threeCategories, tiesAndDecisions } from './contests.ts';
import { present } from '../../shared/lib/assert.ts';
import { officialContest } from '../support/official-contests.ts';
import { wordsOf } from '../../shared/say/words.ts';

test('[X16] every category is a section on its own paper, and heads repeat', () => {
  const html = recapHtml(threeCategories, rankContest(threeCategories), wordsOf.id);
  const sheets = contestWorkbook(threeCategories, rankContest(threeCategories), wordsOf.id).sheets.filter(
    ({ kind }) => kind === 'recap',
  );
  expect(sheets.length).toBeGreaterThanOrEqual(3);
  const pages = html.split('<div class="page a4-landscape">').slice(1);
  expect(pages).toHaveLength(
    sheets.reduce((sum, { pageFit }) => sum + (pageFit.type === 'pages' ? pageFit.count : 1), 0),
  );
  for (const [at, page] of pages.entries()) {
    expect(page).toContain('<thead>');
    expect(page).toContain(`<p class="foot">Halaman ${at + 1} dari ${pages.length}</p>`);
  }
  expect(html).toContain('@page f4-landscape { size: 330mm 215mm; }');
  expect(html).not.toContain('Juri 1 Kesehatan');
});

test('[X16] numbers stand as Indonesian readers write them', () => {
  const html = recapHtml(example, rankContest(example), wordsOf.id);
  expect(html).toContain('>83,41<');
  expect(html).toContain('>bobot 40<');
  expect(html).not.toContain('83.41');
});

test.each([
  [83.575, '0.00', '83,58'],
  [82.35, '0.00', '82,35'],
  [1e-7, '0.00', '0,00'],
  [0.8, '"bobot "General', 'bobot 0,8'],
  [60, '"bobot "General"%"', 'bobot 60%'],
  [3, undefined, '3'],
  [-0.005, '0.00', '-0,01'],
])('[X16] %f in the format %s prints as %s', (number, format, printed) => {
  expect(printedValue(wordsOf.id.documents, { type: 'number', number }, format)).toBe(printed);
});

test('[X16] texts are escaped, and the only style carries the nonce', () => {
  const hostile = `<img src=x onerror="alert(1)">&'`;
  const file = contestOf({
    contest: { name: hostile, letterhead: [hostile] },
    contestants: [
      { id: 'k1', number: 1, name: hostile, unit: hostile, title: hostile, category: 'c', status: 'performed' },
    ],
    scores: table([[80, 80, 80]]),
  });
  const html = recapHtml(file, rankContest(file), wordsOf.id, { nonce: 'abc"' });
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;');
  expect(html).toContain('<style nonce="abc&quot;">');
  expect(html.match(/<style/g)).toHaveLength(1);
  expect(html).not.toMatch(/<[^>]* style=/);
});

test('[X16] any kind of sheet prints, in the orientation of its own', () => {
  const html = workbookHtml(contestWorkbook(example, rankContest(example), wordsOf.id), wordsOf.id.documents, [
    'winners',
    'juror',
  ]);
  expect(html.match(/<div class="page f4-portrait"/g)).toHaveLength(1);
  expect(html.match(/<div class="page f4-landscape"/g)).toHaveLength(3);
});

test('[X16] whose sheet it is stands in the head that every page repeats', () => {
  const html = recapHtml(example, rankContest(example), wordsOf.id);
  const heads = html.match(/<thead>.*?<\/thead>/gs) ?? [];
  expect(heads.length).toBeGreaterThan(0);
  for (const head of heads) expect(head).toMatch(/class="whose" colspan="\d+">Rekapitulasi nilai, kategori Kesehatan</);
});

test('[X16] [X17] a table that goes on has every line once, below its head, on the page where the workbook puts it', async () => {
  const file = await officialContest({ order: 52, rubric: 't3-presentasi', jurors: 5 });
  const [sheet] = contestWorkbook(file, rankContest(file), wordsOf.id).sheets.filter(({ kind }) => kind === 'recap');
  const fit = present(sheet, 'a recap').pageFit;
  expect(fit).toMatchObject({ type: 'pages', count: 4 });
  const pages = recapHtml(file, rankContest(file), wordsOf.id).split('<div class="page ').slice(1);
  expect(pages).toHaveLength(4);
  const lines = pages.map((page) => [...page.matchAll(/>(KBK \d+) \(contoh\)</g)].map(([, name]) => name));
  expect(lines.map(({ length }) => length)).toEqual(fit.type === 'pages' ? fit.pieces[0] : null);
  expect(new Set(lines.flat()).size).toBe(52);
  for (const page of pages) expect(page.match(/Nama KBK/g)).toHaveLength(1);
});

test('[X6] [R19] a decision that fits no tie any more stands on no sheet', () => {
  const told = (file: typeof tiesAndDecisions) => recapHtml(file, rankContest(file), wordsOf.id).includes('musyawarah');
  expect(told(tiesAndDecisions)).toBe(true);
  const scores = tiesAndDecisions.scores.map((score) =>
    score.contestant === 'k1' && score.juror === 'j1' ? { ...score, value: '95' } : score,
  );
  expect(told({ ...tiesAndDecisions, scores })).toBe(false);
});

test('[Z8] a sheet is provisional before the seal, and carries its code after it', () => {
  const file = { ...example, contest: { ...example.contest, sealing: true } };
  const code = 'ABCD-EFGH-JKMN-PQRS';
  const mark = wordsOf.id.papers.provisional;
  const line = `Kode periksa: ${code}`;
  const texts = (codes: readonly string[] | null, of: ContestFile = file) =>
    JSON.stringify(contestWorkbook(of, rankContest(of), wordsOf.id, undefined, undefined, () => codes).sheets);
  const count = (text: string, part: string) => text.split(part).length - 1;
  const jurors = file.jurors.length;
  // Recap, winners and every juror's sheet.
  expect(count(texts(null), mark)).toBe(2 + jurors);
  expect(count(texts([code]), mark)).toBe(0);
  // Below the title of recap and winners, and on each page of all.
  expect(count(texts([code]), line)).toBe(4 + jurors);
  expect(texts(null, example)).not.toContain(mark);
  expect(texts([code], example)).not.toContain(line);
  const html = recapHtml(file, rankContest(file), wordsOf.id, { codesOf: () => [code] });
  expect(html).toContain(line);
  expect(recapHtml(file, rankContest(file), wordsOf.id)).toContain(mark);
});
