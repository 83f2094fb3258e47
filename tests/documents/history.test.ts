/** The history as a workbook: what stands in the cells of every line. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workbookBytes } from '../../electron/adapters/workbook-writer.ts';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { historyOf, type HistoryEntry } from '../../shared/domain/history/history.ts';
import { historyWorkbook } from '../../shared/documents/workbook/history/history-sheet.ts';
import type { SheetModel, WorkbookModel } from '../../shared/documents/model/workbook-model.ts';
import { present } from '../../shared/lib/assert.ts';
import { languages, type Language } from '../../shared/say/language.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { longestWord, roomIn, textWidth } from '../../shared/documents/workbook/text-size.ts';
import { sharedSetup } from '../support/arbitrary-facts.ts';
import { factsOfDay, foundedAtMs } from '../support/day-of-facts.ts';

const hour = 3_600_000;
const rubric = 'p:1';
const note = '=HYPERLINK("http://contoh.id")\nbaris kedua';
const day = factsOfDay(
  {
    at: 1,
    seat: 'j2',
    fact: { type: 'score-set', contestant: 'k1', criterion: 'sikap', value: '80.5', replaces: [], rubric },
  },
  { at: 2, fact: { type: 'stage-shown', contestant: 'k1', stage: 't' } },
  { at: 3, fact: { type: 'stage-shown', contestant: null, stage: null } },
  {
    at: 4,
    seat: 'j2',
    fact: { type: 'score-set', contestant: 'k1', criterion: 'sikap', value: '90', replaces: ['j2:1'], rubric },
  },
  {
    at: 5,
    seat: 'j2',
    fact: { type: 'note-set', contestant: 'k1', stage: 't', criterion: null, text: note, replaces: [] },
  },
  { at: 6, seat: 'j1', fact: { type: 'recused', contestant: 'k2', reason: '-saudara kandung' } },
  { at: 7, seat: 'j3', fact: { type: 'unapplied', reason: 'revoked-device', name: null } },
  {
    at: 8,
    fact: {
      type: 'absences-recorded',
      juror: 'j3',
      absences: [{ contestant: 'k1' }, { contestant: 'k3' }],
      reason: 'pulang',
    },
  },
);

function sheetOf(language: Language, isWanted?: (entry: HistoryEntry) => boolean): SheetModel {
  return present(workbookOf(language, isWanted).sheets[0], 'the one sheet');
}

function workbookOf(language: Language, isWanted: (entry: HistoryEntry) => boolean = () => true): WorkbookModel {
  const history = historyOf(foldEvents(day), day);
  return historyWorkbook(sharedSetup, history, history.entries.filter(isWanted), wordsOf[language], () => 7 * hour);
}

/** Below the head, a list of values per line. */
function linesOf(sheet: SheetModel): readonly (readonly (string | number)[])[] {
  const [, last] = present(sheet.tables[0], 'a table').head;
  const rows = Map.groupBy(
    sheet.cells.filter(({ row }) => row > last),
    ({ row }) => row,
  );
  return [...rows.values()].map((cells) =>
    cells.map(({ value }) => (value.type === 'text' ? value.text : value.type === 'number' ? value.number : '?')),
  );
}

test('[X23] a line says when, who, in which role, what, about what, from what to what, and where it stands in the log', () => {
  const sheet = sheetOf('id');
  expect(sheet).toMatchObject({ name: 'Riwayat perubahan', identity: 'Riwayat perubahan, Lomba (contoh)' });
  const lines = linesOf(sheet);
  expect(lines).toHaveLength(day.length);
  const [founded, first, , , changed, noted, recused, unused, absent] = lines;
  expect(founded?.slice(1, 4)).toEqual(['Panitia', 'Panitia', '']);
  expect(first?.slice(1)).toEqual([
    'Juri 2 (contoh)',
    'Juri 2',
    '',
    'Memberi nilai 80,5 untuk Kriteria sikap',
    '1 · KBK Contoh 1',
    'Kriteria sikap',
    '',
    '80,5',
    '',
    'Tidak',
    'j2',
    1,
  ]);
  expect(changed?.slice(4)).toEqual([
    'Mengubah nilai Kriteria sikap dari 80,5 menjadi 90',
    '1 · KBK Contoh 1',
    'Kriteria sikap',
    '80,5',
    '90',
    '',
    'Ya',
    'j2',
    2,
  ]);
  expect(noted?.[8]).toBe(note);
  expect(recused?.[9]).toBe('-saudara kandung');
  expect(unused?.[9]).toBe('Disimpan, tidak dipakai: laptopnya sudah dicabut.');
  expect(absent?.[5]).toBe('1 · KBK Contoh 1; 3 · KBK Contoh 3');
});

test('[X23] the time is a number by the clock of the laptop that makes it', () => {
  const [founded] = linesOf(sheetOf('id'));
  // 25569 is 1 January 1970.
  expect(founded?.[0]).toBe((foundedAtMs + 7 * hour) / (24 * hour) + 25_569);
  const cell = sheetOf('id').cells.find(({ value }) => value.type === 'number');
  expect(cell?.look.numberFormat).toBe('dd/mm/yyyy hh:mm:ss');
});

test('[X23] only what was asked for stands in it, oldest first, and the head says how much that is', () => {
  const sheet = sheetOf('id', (entry) => entry.kind === 'score');
  expect(linesOf(sheet).map((line) => line.at(-1))).toEqual([1, 2]);
  const heads = sheet.cells.flatMap(({ value }) => (value.type === 'text' ? [value.text] : []));
  expect(heads).toContain('2 dari 9 catatan, disaring');
  expect(heads).toContain('CONTOH: data rekaan, bukan hasil penilaian yang sebenarnya');
  expect(sheet.filtered).toEqual({ top: sheet.frozen.rows, left: 1, bottom: sheet.frozen.rows + 2, right: 13 });
  expect(linesOf(sheetOf('id', () => false))).toEqual([]);
});

test('[X9] what begins with = + - @ is a text', () => {
  const values = sheetOf('id').cells.map(({ value }) => value);
  expect(values).toContainEqual({ type: 'text', text: note });
  expect(values.filter(({ type }) => type === 'formula')).toEqual([]);
});

test('[X23] in the language of the documents', () => {
  const sheet = sheetOf('en');
  expect(sheet.name).toBe('History of changes');
  expect(linesOf(sheet)[4]?.slice(2, 5)).toEqual([
    'Juror 2',
    '',
    'Changed the score for Kriteria sikap from 80.5 to 90',
  ]);
});

test('[X23] names of 200 letters and notes of 2,000 keep to the columns and to rows that a program shows', () => {
  const long: readonly RecordedEvent[] = factsOfDay({
    at: 1,
    seat: 'j1',
    fact: { type: 'note-set', contestant: 'k1', stage: 't', criterion: null, text: 'kata '.repeat(400), replaces: [] },
  });
  const history = historyOf(foldEvents(long), long);
  const [sheet] = historyWorkbook(sharedSetup, history, history.entries, wordsOf.id, () => 0).sheets;
  expect(Math.max(...present(sheet, 'a sheet').rowHeights.values())).toBeLessThanOrEqual(405);
  expect(10 * (sheet?.pageFit.scale ?? 0)).toBeGreaterThanOrEqual(7);
});

test.each(['id', 'en'] as const)('[X23] heads and times are not broken within a word in %s', (language) => {
  const { cells, columnWidths, frozen } = sheetOf(language);
  const heads = cells.filter(({ row }) => row === frozen.rows);
  expect(heads).toHaveLength(13);
  for (const { column, value } of heads) {
    const word = longestWord([value.type === 'text' ? value.text : ''], { size: 9, bold: true });
    expect(word, `column ${column}`).toBeLessThanOrEqual(roomIn(columnWidths[column - 1] ?? 0));
  }
  expect(textWidth('28/11/2026 20:44:44', {})).toBeLessThanOrEqual(roomIn(columnWidths[0] ?? 0));
});

test('[X17] the numbers of the pages are said in the words of the document', async () => {
  const foot = { id: 'Halaman &amp;P dari 1', en: 'Page &amp;P of 1' };
  for (const language of languages) {
    const parts = unzipSync(await workbookBytes(workbookOf(language)));
    const sheet = strFromU8(present(parts['xl/worksheets/sheet1.xml'], 'the one sheet'));
    expect(sheet).toContain(foot[language]);
  }
});

test('[X23] no cell has more letters than Excel takes, however much one correction of the list changed', () => {
  const put = (letter: string) =>
    Array.from({ length: 45 }, (_, index) => ({
      id: `k${index + 1}`,
      number: index + 1,
      name: `Kelompok ${index + 1}`,
      title: letter.repeat(500),
      category: 'c',
      status: 'waiting' as const,
    }));
  const facts = factsOfDay(
    { at: 1, fact: { type: 'contestants-changed', put: put('a'), removed: [] } },
    { at: 2, fact: { type: 'contestants-changed', put: put('b'), removed: [] } },
  );
  const history = historyOf(foldEvents(facts), facts);
  const workbook = historyWorkbook(sharedSetup, history, history.entries, wordsOf.id, () => 0);
  const said = linesOf(present(workbook.sheets[0], 'the one sheet')).flat().map(String);
  const longest = Math.max(...said.map((each) => each.length));
  expect(longest).toBeGreaterThan(30_000);
  expect(longest).toBeLessThanOrEqual(32_767);
});
