import fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/adapters/spreadsheet-parse.ts';
import { readSpreadsheetBytes } from '../../electron/adapters/spreadsheet-reader.ts';
import { limits } from '../../shared/limits.ts';
import { listsFolder } from './read-list.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const megabyte = 1024 * 1024;

describe('[I2] the container is checked before the parser sees it', () => {
  test('a small workbook made here is read, so that each refusal below has its one reason', () => {
    expect(readSpreadsheet(workbook([['No', 'Nama KBK']]))).toMatchObject({
      ok: true,
      value: [{ name: 'Daftar', rows: [['No', 'Nama KBK']] }],
    });
  });

  test('one entry that inflates beyond the bound is refused', () => {
    const bomb = zipSync({ ...workbookParts([['No']]), 'xl/media/x.xml': new Uint8Array(49 * megabyte) });
    expect(bomb.byteLength).toBeLessThan(megabyte);
    expect(typeOf(bomb)).toBe('too-large');
  });

  test('a bomb that declares a small size stops at the bound', () => {
    const packed = deflateRawSync(new Uint8Array(60 * megabyte));
    expect(typeOf(rawZip([{ name: 'x.xml', packed, realBytes: 1000 }]))).toBe('too-large');
  });

  test('many entries that are too large together are refused', () => {
    const parts = Object.fromEntries([1, 2, 3].map((n) => [`xl/media/${n}.xml`, new Uint8Array(22 * megabyte)]));
    expect(typeOf(zipSync({ ...workbookParts([['No']]), ...parts }))).toBe('too-large');
  });

  test('an encrypted entry, one that lies about its size, and two of one name are refused', () => {
    const packed = deflateRawSync(text('<x/>'));
    expect(typeOf(rawZip([{ name: 'x.xml', packed, realBytes: 4, flags: 1 }]))).toBe('encrypted');
    expect(typeOf(rawZip([{ name: 'x.xml', packed, realBytes: 5 }]))).toBe('damaged');
    expect(typeOf(rawZip([{ name: 'x.xml', packed, realBytes: 4, localRealBytes: 9 }]))).toBe('damaged');
    const twice = { name: 'x.xml', packed, realBytes: 4 };
    expect(typeOf(rawZip([twice, twice]))).toBe('damaged');
    expect(typeOf(rawZip([twice]))).toBe('not-a-spreadsheet');
  });

  test('more entries than the bound are refused', () => {
    const parts = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`xl/${n}.xml`, text('')]));
    expect(typeOf(zipSync({ ...workbookParts([['No']]), ...parts }))).toBe('too-many-entries');
  });

  test('an .ods with a password says so', () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    const parts = {
      mimetype: text('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': text('noise'),
      'META-INF/manifest.xml': text(manifest),
    };
    expect(typeOf(zipSync(parts))).toBe('encrypted');
  });

  test.each(['jepara-2017.xlsx', 'bojonegoro-2020.ods', 'probolinggo-2019.xls', 'same-list.xlsx'])(
    '%s cut short at any place is refused or read, never thrown over',
    (file) => {
      const whole = readFileSync(path.join(listsFolder, file));
      fc.assert(
        fc.property(fc.integer({ min: 3, max: whole.length - 1 }), (length) => {
          const answer = readSpreadsheet(whole.subarray(0, length));
          if (file !== 'probolinggo-2019.xls') expect(answer.ok).toBe(false);
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each(['jepara-2017.xlsx', 'same-list.xls', 'bojonegoro-2020.ods'])(
    '%s with any byte changed is refused or read',
    (file) => {
      const whole = readFileSync(path.join(listsFolder, file));
      fc.assert(
        fc.property(fc.nat(whole.length - 1), fc.nat(255), (position, byte) => {
          const changed = Buffer.from(whole);
          changed[position] = byte;
          expect(readSpreadsheet(changed)).toHaveProperty('ok');
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('[I1] what is no spreadsheet, or too large, is refused with its reason', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', text(' \r\n \r\n'), 'empty'],
    ['a PDF', text('%PDF-1.7\n1 0 obj'), 'not-a-spreadsheet'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'not-a-spreadsheet'],
    ['a web page', text('<!DOCTYPE html><table><tr><td>1</td></tr></table>'), 'not-a-spreadsheet'],
    [
      'a document',
      zipSync({ '[Content_Types].xml': text('wordprocessingml'), 'word/document.xml': text('x') }),
      'not-a-spreadsheet',
    ],
    ['a broken container', text('PK\u0003\u0004 and nothing more'), 'damaged'],
    ['a broken compound file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3]), 'damaged'],
    ['more bytes than the bound', new Uint8Array(limits.spreadsheetBytes + 1), 'too-large'],
  ])('%s', (_, bytes, type) => {
    expect(typeOf(bytes)).toBe(type);
  });

  test('300 columns, and 5001 rows, are refused in every format', () => {
    const wide = [Array.from({ length: 300 }, (_, index) => `k${index}`)];
    const long = Array.from({ length: 5001 }, (_, index) => [`b${index}`]);
    expect(typeOf(workbook(wide))).toBe('too-many-columns');
    expect(typeOf(workbook(long))).toBe('too-many-rows');
    expect(typeOf(text(wide.map((row) => row.join(';')).join('\n')))).toBe('too-many-columns');
    expect(typeOf(text(long.map((row) => row.join(';')).join('\n')))).toBe('too-many-rows');
  });

  test('200 columns and 5000 rows are read, also with blank cells and rows beyond', () => {
    const wide = [Array.from({ length: 200 }, (_, index) => `k${index}`)];
    expect(readSpreadsheet(workbook(wide)).ok).toBe(true);
    expect(readSpreadsheet(text(`${wide.join(';').replaceAll(',', ';')}${';'.repeat(300)}`)).ok).toBe(true);
    const long = Array.from({ length: 5000 }, (_, index) => `b${index};x`).join('\n');
    expect(readSpreadsheet(text(`${long}${'\n;'.repeat(3000)}`)).ok).toBe(true);
  });

  test('any bytes at all are refused or read', () => {
    const start = fc.constantFrom(
      [],
      [0x50, 0x4b, 0x03, 0x04],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [0xff, 0xfe],
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 600 }), (mark, bytes) => {
        expect(readSpreadsheet(new Uint8Array([...mark, ...bytes]))).toHaveProperty('ok');
      }),
      { numRuns: 300 },
    );
  });

  test('a file that takes too long is given up', async () => {
    const rows = Array.from({ length: 4000 }, (_, row) =>
      Array.from({ length: 60 }, (_, column) => `${row} ${column}`),
    );
    expect(await readSpreadsheetBytes(workbook(rows), 'besar.xlsx', 30)).toMatchObject({
      ok: false,
      error: { type: 'timed-out' },
    });
  });

  test('a cell repeated beyond all bounds ends the worker, not the program', async () => {
    const cell =
      '<table:table-cell office:value-type="string" table:number-columns-repeated="2000000000"><text:p>x</text:p></table:table-cell>';
    const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row>${cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
    const file = zipSync({
      mimetype: text('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': text(content),
    });
    const answer = await readSpreadsheetBytes(file, 'bom.ods', 8000);
    expect(answer.ok).toBe(false);
  });
});

function typeOf(bytes: Uint8Array): string {
  const answer = readSpreadsheet(bytes);
  return answer.ok ? 'ok' : answer.error.type;
}

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  return zipSync(workbookParts(rows));
}

/** The least that makes an .xlsx. */
function workbookParts(rows: readonly (readonly string[])[]): Zippable {
  const sheetRows = rows.map((row, index) => {
    const cells = row.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join('');
    return `<row r="${index + 1}">${cells}</row>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml': text(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': text(
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': text(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Daftar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': text(
      `<worksheet xmlns="${main}"><sheetData>${sheetRows.join('')}</sheetData></worksheet>`,
    ),
  };
}

type RawEntry = {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly realBytes: number;
  readonly localRealBytes?: number;
  readonly flags?: number;
};

/** A zip whose headers say what the test wants them to say. */
function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, realBytes, localRealBytes = realBytes, flags = 0 } of entries) {
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(packed), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(localRealBytes, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    local.copy(central, 8, 6, 26);
    central.writeUInt32LE(realBytes, 24);
    central.writeUInt16LE(nameBytes.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, nameBytes, Buffer.from(packed));
    directory.push(central, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
