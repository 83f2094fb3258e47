import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/adapters/spreadsheet-parse.ts';
import { parseCsv } from '../../shared/import/csv.ts';
import type { Grid } from '../../shared/import/grid.ts';
import { isDateFormat, serialDateText } from '../../shared/import/serial-date.ts';
import { brief, listsFolder, problemTypes, readGrids, readList, tableOf } from './read-list.ts';

const bounds = { rows: 5000, columns: 200 };

/** Written by LibreOffice 7.4 from one workbook: text numbers, a formula, dates, a merged category, a hidden sheet, a total. */
describe('[I4] one list in four formats', () => {
  const expected = [
    [1, 'KBK “Mawar”', 'RSUD Contoh', 'Naik 85,5 persen', 'Kesehatan', 'waiting'],
    [2, '=KBK Melati', 'Puskesmas Contoh', '1.234,50', 'Kesehatan', 'withdrawn'],
    [3, 'KBK Kenanga', 'SMPN 2 Contoh', '03/02/2026', 'Pendidikan', 'waiting'],
    [4, '212', 'SMAN 1 Contoh', '2026-02-03', 'Pendidikan', 'no-show'],
  ];

  test.each(['same-list.xlsx', 'same-list.xls', 'same-list.ods'])('%s gives the same rows', async (file) => {
    const list = await readList(file);
    expect(brief(list)).toEqual(expected);
    expect(list).toMatchObject({
      sheet: 'Daftar',
      sheets: ['Daftar', 'Sembunyi'],
      headerRow: 3,
      mapping: { number: 'A', name: 'B', unit: 'C', title: 'D', category: 'E', status: 'G' },
      problems: [],
    });
  });

  test('same-list.csv gives them too, save what a .csv cannot say: merged cells and which text was a date', async () => {
    const list = await readList('same-list.csv');
    const [first, second, third, fourth] = expected;
    expect(brief(list)).toEqual([first, second?.with(4, ''), third, fourth?.with(3, '02/03/2026')]);
    expect(problemTypes(list)).toEqual(['5 category missing-category']);
  });

  test.each(['same-list.xlsx', 'same-list.xls', 'same-list.ods'])('%s tells which sheet is hidden', async (file) => {
    expect((await readGrids(file)).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Daftar', false],
      ['Sembunyi', true],
    ]);
  });

  test('stored dates are read without a clock or a time zone', async () => {
    for (const file of ['same-list.xlsx', 'same-list.xls', 'same-list.ods']) {
      const [daftar] = await readGrids(file);
      expect(daftar?.rows.map((row) => row[5])).toEqual([
        undefined,
        undefined,
        'Tanggal daftar',
        '2026-02-03',
        '2026-02-04',
        '2026-02-05',
        null,
        undefined,
        undefined,
      ]);
    }
  });
});

describe('[I3] a .csv in every encoding', () => {
  const text = 'No;Nama KBK;Unit Kerja\r\n1;KBK “Mawar” – é;RSUD\r\n';
  const windows1252 = Buffer.from(text.replace('“', '\u0093').replace('”', '\u0094').replace('–', '\u0096'), 'latin1');
  const utf16 = Buffer.from(text, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['windows-1252', windows1252],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 big endian with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a byte order mark', utf16],
    ['UTF-16 big endian without a byte order mark', Buffer.from(utf16).swap16()],
    ['UTF-8 with the end mark of DOS', Buffer.from(`${text}\u001a`)],
  ])('%s', (_, bytes) => {
    expect(brief(tableOf(gridsOf(bytes)))).toEqual([[1, 'KBK “Mawar” – é', 'RSUD', null, null, 'waiting']]);
  });

  test('Magetan in UTF-8 reads like Magetan in windows-1252', async () => {
    const decoded = (await readGrids('magetan-2015.csv'))[0]?.rows.map((row) => row.join(';')).join('\n');
    const original = readFileSync(path.join(listsFolder, 'magetan-2015.csv'));
    expect(gridsOf(Buffer.from(decoded ?? ''), 'magetan-2015.csv')).toEqual(gridsOf(original, 'magetan-2015.csv'));
  });
});

describe('[I3] delimiters and quotes', () => {
  test.each([
    [
      'semicolons beside decimal commas',
      'a;1,5;2,5\nb;3,5;4,5',
      [
        ['a', '1,5', '2,5'],
        ['b', '3,5', '4,5'],
      ],
    ],
    [
      'commas',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'tabs beside semicolons and commas',
      'a\tb;c\td,e\nf\tg\th',
      [
        ['a', 'b;c', 'd,e'],
        ['f', 'g', 'h'],
      ],
    ],
    ['a named delimiter, whose line is no row', 'sep=,\r\na;b,c\r\n', [['a;b', 'c']]],
    [
      'quoted delimiters, quotes and line breaks',
      '"a;b";"c ""d"" e";"f\r\ng"\r\nh;i;j',
      [
        ['a;b', 'c "d" e', 'f\r\ng'],
        ['h', 'i', 'j'],
      ],
    ],
    [
      'quotes within a text',
      'KBK "Mawar";5" pipa\nx;y',
      [
        ['KBK "Mawar"', '5" pipa'],
        ['x', 'y'],
      ],
    ],
    [
      'a quote that is never closed',
      '1;"Mawar;RSUD\n2;Melati;BKD',
      [
        ['1', '"Mawar', 'RSUD'],
        ['2', 'Melati', 'BKD'],
      ],
    ],
    ['blank lines, which are rows', 'a;b\n\nc;d\n', [['a', 'b'], [''], ['c', 'd']]],
    [
      'line ends of an old Mac',
      'a;b\rc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'values that spreadsheet programs would change',
      '01;85,5;1.234,50;03/02/2026;=1+1;1E5\n',
      [['01', '85,5', '1.234,50', '03/02/2026', '=1+1', '1E5']],
    ],
  ])('%s', (_, text, rows) => {
    expect(parseCsv(text, bounds)).toEqual({ rows, exceeded: null });
  });
});

describe('[I4] dates as numbers', () => {
  test.each([
    [46056, 1900, '2026-02-03'],
    [46056.354166666664, 1900, '2026-02-03 08:30'],
    [44594, 1904, '2026-02-03'],
    [0.354166666666667, 1900, '08:30'],
    [61, 1900, '1900-03-01'],
    [1, 1900, '1900-01-01'],
    [-1, 1900, null],
    [3_000_000, 1900, null],
  ] as const)('%d from %d is %j', (serial, epoch, text) => {
    expect(serialDateText(serial, epoch)).toBe(text);
  });

  test.each(['dd/mm/yyyy', '[$-421]d mmmm yyyy', 'hh:mm', '[h]:mm:ss', 'm/d/yy'])(
    '%s shows a date or a time',
    (format) => {
      expect(isDateFormat(format)).toBe(true);
    },
  );
  test.each(['General', '0.00', '#,##0', '"Rp" #,##0', '[Red]0', '[$Rp-421] #,##0', '0%', '@', '000', '0 "hari"'])(
    '%s does not',
    (format) => {
      expect(isDateFormat(format)).toBe(false);
    },
  );
});

function gridsOf(bytes: Uint8Array, fileName = 'x.csv'): readonly Grid[] {
  const grids = readSpreadsheet(bytes, fileName);
  if (!grids.ok) throw new Error(grids.error.type);
  return grids.value;
}
