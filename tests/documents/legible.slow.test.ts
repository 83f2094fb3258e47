/**
 * The size at which sheets print: the font's size times the scale that puts the sheet on its pages. A sheet that grows wider
 * prints smaller without anybody noticing, so the sizes are held here.
 */
import { expect, test } from 'vitest';
import { planContest } from '../../electron/cli/rehearse-contest.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import type { SheetKind, SheetModel } from '../../shared/documents/model/workbook-model.ts';
import { present } from '../../shared/lib/assert.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { wordsOf } from '../../shared/say/words.ts';

type Paper = 'A4' | 'F4';

const list = 'tests/fixtures/lists/jepara-2017.xlsx';
const threeJurors = await planned('t6-gabungan', 3);
const sevenJurors = await planned('t6-gabungan', 7);
const oneStage = await planned('t3-presentasi', 3);
const fifteenJurors = await planned('t3-presentasi', 15);

const papers: readonly Paper[] = ['F4', 'A4'];

test.each([
  { name: '3 jurors in 3 stages', plain: threeJurors, F4: 7.5, A4: 7.4 },
  { name: '3 jurors in one stage', plain: oneStage, F4: 7.5, A4: 7.5 },
  { name: '7 jurors in 3 stages', plain: sevenJurors, F4: 7.5, A4: 7 },
  { name: '15 jurors in one stage', plain: fifteenJurors, F4: 7.4, A4: 6.5 },
])('[X18] names and numbers of a recap of $name print at $F4 points on F4, $A4 on A4', ({ plain, ...sizes }) => {
  for (const paper of papers) {
    for (const file of [on(paper, plain), official(on(paper, plain))]) {
      const recaps = sheetsOf(file, 'recap');
      expect(recaps.length).toBeGreaterThan(0);
      for (const sheet of recaps) {
        expect(printedSize(sheet, 10), `${sheet.name}, ${paper}`).toBeGreaterThanOrEqual(sizes[paper]);
        expect(smallestSize(sheet), `${sheet.name}, ${paper}`).toBeGreaterThanOrEqual(sizes[paper] * 0.9 - 1e-9);
      }
    }
  }
});

test.each([
  { name: 'three stages', plain: threeJurors },
  { name: 'one stage', plain: oneStage },
])('[X18] names and numbers of a score sheet of $name print at 7.5 points on F4, 6.5 on A4', ({ plain }) => {
  for (const paper of papers) {
    for (const file of [on(paper, plain), official(on(paper, plain))]) {
      const sheets = sheetsOf(file, 'juror');
      expect(sheets).toHaveLength(9);
      for (const sheet of sheets) expect(printedSize(sheet, 10)).toBeGreaterThanOrEqual(paper === 'F4' ? 7.5 : 6.5);
    }
  }
});

test.each(['t5-konvensi-gkm', 't7-budaya-berakhlak'])(
  '[X18] the long rubric %s is set in several tables',
  async (rubric) => {
    const plain = await planned(rubric, 3);
    for (const paper of papers) {
      for (const sheet of sheetsOf(on(paper, plain), 'juror')) {
        expect(sheet.tables.length).toBeGreaterThan(1);
        expect(printedSize(sheet, 10)).toBeGreaterThanOrEqual(7);
      }
    }
  },
);

test('[X18] a category of four groups prints on one page with its signatures, its score sheets on two', () => {
  const recaps = sheetsOf(on('F4', threeJurors), 'recap').filter((sheet) => sheet.name.startsWith('Rekap'));
  expect(recaps.map((sheet) => sheet.pageFit.type)).toEqual(['one-page', 'one-page', 'one-page']);
  const scores = sheetsOf(on('F4', threeJurors), 'juror').map(({ pageFit: fit }) => fit.type === 'pages' && fit.count);
  expect(scores).toEqual(scores.map(() => 2));
});

test.each(papers)(
  '[X6] [X18] three groups and three jurors under a full letterhead are signed on one page of %s',
  (paper) => {
    for (const plain of [oneStage, threeJurors]) {
      const file = official(on(paper, plain));
      const perCategory = new Map(file.categories.map(({ id }) => [id, 0]));
      const contestants = file.contestants.filter(({ category }) => {
        const count = (perCategory.get(category) ?? 0) + 1;
        perCategory.set(category, count);
        return count <= 3;
      });
      const recaps = sheetsOf({ ...file, contestants }, 'recap').filter((sheet) => sheet.name.startsWith('Rekap'));
      expect(recaps.map((sheet) => sheet.pageFit.type)).toEqual(['one-page', 'one-page', 'one-page']);
    }
  },
);

test('[X18] twelve groups of one category take two pages, the second with signatures under lines of the table', () => {
  const plain = on('F4', oneStage);
  const category = present(plain.categories[0], 'a category');
  const contestants = plain.contestants.map((contestant) => ({ ...contestant, category: category.id }));
  const file = official({ ...plain, categories: [category], contestants });
  const sheet = present(sheetsOf(file, 'recap')[0], 'a recap');
  const fit = sheet.pageFit;
  expect(fit).toMatchObject({ type: 'pages', count: 2 });
  const last = present(sheet.tables[0], 'the table').last;
  for (const row of fit.type === 'pages' ? fit.breaks : []) expect(row).toBeLessThan(last);
});

test('[X18] the columns of the jurors stand beside the result while that is legible, else in tables with their own head', () => {
  const tablesOf = (file: ContestFile) => sheetsOf(on('F4', file), 'recap').map((sheet) => sheet.tables.length);
  expect(tablesOf(oneStage)).toEqual([1, 1, 1]);
  const three = sheetsOf(on('F4', threeJurors), 'recap');
  const own = three.find((sheet) => sheet.tables.length > 1 || sheet.name.startsWith('Nilai juri'));
  expect(own?.cells.map(({ value }) => value)).toContainEqual({ type: 'text', text: 'Nilai per juri dan babak' });
});

async function planned(rubric: string, jurors: number): Promise<ContestFile> {
  const plan = await planContest(wordsOf.id, { order: list, rubric, jurors });
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value.file;
}

function on(paper: Paper, file: ContestFile): ContestFile {
  return { ...file, contest: { ...file.contest, paper } };
}

/** As a district prints it: letterhead, place and date, long units and titles, jurors with rank and NIP. */
function official(file: ContestFile): ContestFile {
  return {
    ...file,
    contest: {
      ...file.contest,
      place: 'Pendopo Kabupaten',
      dates: ['2026-11-21'],
      letterhead: ['PEMERINTAH KABUPATEN CONTOH', 'SEKRETARIAT DAERAH', 'Jalan Contoh Nomor 1, Kota Contoh 12345'],
    },
    contestants: file.contestants.map((contestant) => ({
      ...contestant,
      name: `KBK Melati Harum Mewangi ${contestant.number ?? ''}`.trim(),
      unit: 'Dinas Pendidikan, Kebudayaan, Pemuda dan Olahraga',
      title: 'Menurunkan waktu tunggu pelayanan di loket dari 60 menit menjadi 15 menit',
    })),
    jurors: file.jurors.map((juror, index) => ({
      ...juror,
      name: 'Dr. Sri Wahyuni Handayani, M.Si.',
      title: 'Pembina Tingkat I',
      nip: '197001012000031001',
      chair: index === 0,
    })),
  };
}

function sheetsOf(file: ContestFile, kind: SheetKind): readonly SheetModel[] {
  return contestWorkbook(file, rankContest(file), wordsOf.id).sheets.filter((sheet) => sheet.kind === kind);
}

function printedSize(sheet: SheetModel, size: number): number {
  return size * sheet.pageFit.scale;
}

function smallestSize(sheet: SheetModel): number {
  const printed = sheet.cells.filter(
    ({ row, column, value }) =>
      row <= sheet.printArea.bottom && column <= sheet.printArea.right && value.type !== 'blank',
  );
  return Math.min(...printed.map(({ look }) => printedSize(sheet, look.size ?? 10)));
}
