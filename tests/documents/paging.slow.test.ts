/**
 * The papers as they come out of a printer (X17, X19): LibreOffice prints the workbooks of all five events and of the widest contest, and
 * its pages are read. Every page says whose sheet it is and carries the head of a table and lines of it, nothing is cut, and
 * what is not signed is not printed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../electron/adapters/workbook-writer.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import type { SheetModel } from '../../shared/documents/model/workbook-model.ts';
import { longestWord, roomIn } from '../../shared/documents/workbook/text-size.ts';
import { present } from '../../shared/lib/assert.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { longNames, officialContest } from '../support/official-contests.ts';
import { wordsOf } from '../../shared/say/words.ts';

const events: readonly (readonly [string, ContestFile])[] = [
  ['bojonegoro', await of('bojonegoro-2020.ods', 't1-risalah-8-langkah', 3)],
  ['jepara', await of('jepara-2017.xlsx', 't6-gabungan', 5)],
  ['magetan', await of('magetan-2015.csv', 't3-presentasi', 5)],
  ['probolinggo', await of('probolinggo-2019.xls', 't6-gabungan', 7)],
  ['babel', await officialContest({ order: 18, rubric: 't7-budaya-berkah', jurors: 3 })],
  ['besar', await officialContest({ order: 52, rubric: 20, jurors: 15 }, longNames)],
  ['mayoritas', await of('magetan-2015.csv', 't3-presentasi', 5, placed('majority'))],
  ['borda', await of('jepara-2017.xlsx', 't6-gabungan', 5, placed('borda'))],
];

const printed = await pagesOf(events);

describe.each(events)('[X17] the papers of %s', (name, file) => {
  const sheets = contestWorkbook(file, rankContest(file), wordsOf.id).sheets.filter((sheet) => sheet.isHidden !== true);
  const pages = present(printed.get(name), 'it was printed');

  test('have the pages that stand at their feet, each with whose sheet it is', () => {
    const feet = sheets.flatMap((sheet) => {
      const count = sheet.pageFit.type === 'pages' ? sheet.pageFit.count : 1;
      return Array.from({ length: count }, (_, at) => ({ sheet, foot: `Halaman ${at + 1} dari ${count}` }));
    });
    expect(pages).toHaveLength(feet.length);
    for (const [at, { sheet, foot }] of feet.entries()) {
      expect(pages[at], `${sheet.name}, ${foot}`).toContain(foot);
      const whose = sheet.identity.slice(0, sheet.orientation === 'landscape' ? 130 : 75);
      expect(pages[at], `${sheet.name}, ${foot}`).toContain(squeezed(whose));
    }
  });

  test('carry on every page the head of a table and lines of it', () => {
    let at = 0;
    for (const sheet of sheets) {
      const names = namesOf(sheet);
      const fit = sheet.pageFit;
      for (let page = 1; page <= (fit.type === 'pages' ? fit.count : 1); page += 1) {
        const text = present(pages[at++], 'a page');
        const where = `${sheet.name}, page ${page}`;
        expect(text, where).toMatch(/Nama KBK|Penghargaan|Nama juri|Nama Juri/);
        if (sheet.kind === 'winners') continue;
        expect(names.filter((each) => hasWordsOf(text, each)).length, where).toBeGreaterThan(0);
      }
    }
  });

  test('hold every word of every name and unit, and no number that its column is too narrow for', () => {
    const all = pages.join(' ');
    expect(all).not.toContain('###');
    for (const { name: group, unit } of file.contestants) {
      for (const word of `${group} ${unit ?? ''}`.split(/[\s/-]+/)) expect(all).toContain(word);
    }
    for (const juror of file.jurors) for (const word of juror.name.split(/\s+/)) expect(all).toContain(word);
  });

  test('keep the words of their heads whole', () => {
    for (const sheet of contestWorkbook(file, rankContest(file), wordsOf.id).sheets) {
      const areas = new Map(sheet.merges.map((area) => [`${area.top}/${area.left}`, area]));
      for (const { row, column, value, look } of sheet.cells) {
        if (look.fill !== 'header' || value.type !== 'text') continue;
        const right = areas.get(`${row}/${column}`)?.right ?? column;
        const width = sheet.columnWidths.slice(column - 1, right).reduce((sum, each) => sum + each, 0);
        // Widths are given in tenths of a character.
        const font = { bold: look.bold === true, ...(look.size === undefined ? {} : { size: look.size }) };
        expect(longestWord([value.text], font), `${sheet.name}: ${value.text}`).toBeLessThanOrEqual(
          roomIn(width) + 0.3,
        );
      }
    }
  });

  test('call a place a place, points points, and only a score a final score', () => {
    const heads = sheets.flatMap(({ cells }) =>
      cells.flatMap(({ value, look }) => (look.fill === 'header' && value.type === 'text' ? [value.text] : [])),
    );
    const titles = ['Nilai akhir', 'Tempat akhir', 'Poin Borda'].filter((title) => heads.includes(title));
    expect(titles).toEqual([
      { majority: 'Tempat akhir', borda: 'Poin Borda' }[String(file.rules.method)] ?? 'Nilai akhir',
    ]);
  });
});

/** The names of groups that stand in the lines of a sheet's tables. */
function namesOf(sheet: SheetModel): readonly string[] {
  return sheet.cells.flatMap(({ row, column, value }) => {
    const isLine = sheet.tables.some(({ head, last }) => row > head[1] && row <= last);
    return isLine && column === 3 && value.type === 'text' ? [value.text] : [];
  });
}

/** A name may stand on several lines, with other columns between them. */
function hasWordsOf(text: string, name: string): boolean {
  return name.split(/\s+/).every((word) => text.includes(word));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

async function pagesOf(files: readonly (readonly [string, ContestFile])[]): Promise<Map<string, readonly string[]>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'gelar-juri-papers-'));
  const office = await openLibreOffice();
  try {
    const workbooks = files.map(([name]) => path.join(dir, `${name}.xlsx`));
    for (const [at, [, file]] of files.entries()) {
      await writeWorkbook(contestWorkbook(file, rankContest(file), wordsOf.id), workbooks[at] ?? '');
    }
    await office.toPdf(workbooks, dir);
    return new Map(
      files.map(([name]) => {
        const text = execFileSync('pdftotext', ['-layout', path.join(dir, `${name}.pdf`), '-'], {
          maxBuffer: 64 * 1024 * 1024,
        }).toString();
        return [name, text.split('\f').slice(0, -1).map(squeezed)] as const;
      }),
    );
  } finally {
    await office.close();
    await rm(dir, { recursive: true, force: true });
  }
}

function of(
  list: string,
  rubric: string,
  jurors: number,
  change?: (file: ContestFile) => ContestFile,
): Promise<ContestFile> {
  return officialContest({ order: `tests/fixtures/lists/${list}`, rubric, jurors }, change);
}

function placed(method: 'majority' | 'borda') {
  return (file: ContestFile): ContestFile => ({ ...file, rules: { ...file.rules, method, rounding: [] } });
}
