/** The letterhead's logo in workbooks and on printed pages (X22): once in the file, on every sheet, beside the lines and never over them. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { workbookBytes } from '../../electron/adapters/workbook-writer.ts';
import { contestFileSchema, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { recapHtml } from '../../shared/documents/text/recap-print.ts';
import { roomIn } from '../../shared/documents/workbook/text-size.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { wordsOf } from '../../shared/say/words.ts';

const lines = ['PEMERINTAH KABUPATEN CONTOH', 'SEKRETARIAT DAERAH', 'Jalan Contoh Nomor 1'];
const logoOf = (name: string): string => readFileSync(`tests/fixtures/logo/${name}`).toString('base64');

function contest(logo: string | undefined, letterhead: string[] = lines): ContestFile {
  const file = contestFileSchema.parse(JSON.parse(readFileSync('tests/fixtures/example-contest.json', 'utf8')));
  return { ...file, contest: { ...file.contest, letterhead, ...(logo === undefined ? {} : { logo }) } };
}

function sheetsOf(file: ContestFile) {
  return contestWorkbook(file, rankContest(file), wordsOf.id).sheets;
}

describe.each(['tinggi.png', 'lebar.png', 'kotak.jpg'])('[X22] %s', (name) => {
  const file = contest(logoOf(name));

  test('stands on every sheet, in its own columns, no larger than its area, with its own shape', () => {
    for (const { logo, cells, merges, columnWidths, rowHeights, printArea } of sheetsOf(file)) {
      expect(logo).not.toBeNull();
      if (logo === null) continue;
      const { area, picture, width, height } = logo;
      expect(width / height).toBeCloseTo(picture.width / picture.height, 5);
      const inside = cells.filter(({ row, column }) => row <= area.bottom && column <= area.right);
      expect(inside.every(({ value }) => value.type === 'blank')).toBe(true);
      const ofLines = merges.filter(({ top }) => top <= area.bottom);
      expect(ofLines.map(({ left, right }) => [left, right])).toEqual(
        lines.map(() => [area.right + 1, printArea.right]),
      );
      const room = columnWidths.slice(0, area.right).reduce((sum, each) => sum + roomIn(each), 0);
      expect(width).toBeLessThanOrEqual(room);
      let high = 0;
      for (let row = 1; row <= area.bottom; row += 1) high += rowHeights.get(row) ?? 15;
      expect(height).toBeLessThanOrEqual(high);
      // Of the sheet's width the lines keep their part.
      const whole = columnWidths.slice(0, printArea.right).reduce((sum, each) => sum + roomIn(each), 0);
      expect(room / whole).toBeLessThanOrEqual(0.4);
    }
  });

  test('is in the workbook once, whole, and drawn on every sheet', async () => {
    const parts = unzipSync(await workbookBytes(contestWorkbook(file, rankContest(file), wordsOf.id)));
    const media = Object.entries(parts).filter(([part]) => part.startsWith('xl/media/'));
    expect(media.map(([, bytes]) => Buffer.from(bytes).toString('base64'))).toEqual([file.contest.logo]);
    const drawings = Object.entries(parts).filter(([part]) => /^xl\/drawings\/drawing\d+\.xml$/.test(part));
    expect(drawings).toHaveLength(sheetsOf(file).length);
    for (const [, bytes] of drawings) {
      const xml = strFromU8(bytes);
      expect(xml).toContain('oneCellAnchor');
      expect(xml).toContain('<xdr:row>0</xdr:row>');
    }
  });

  test('is printed with the recap, whole', () => {
    const html = recapHtml(file, rankContest(file), wordsOf.id);
    expect(html).toContain(`src="data:image/${name.endsWith('png') ? 'png' : 'jpeg'};base64,${file.contest.logo}"`);
    expect(html).toMatch(/<td colspan="\d+" rowspan="3" class="s\d+"><img /);
  });
});

test('[X22] without lines the logo stands alone; without a logo nothing stands there', () => {
  const [alone] = sheetsOf(contest(logoOf('tinggi.png'), []));
  expect(alone?.logo?.area).toMatchObject({ top: 1, bottom: 1 });
  const [none] = sheetsOf(contest(undefined));
  expect(none?.logo).toBeNull();
  expect(none?.merges.find(({ top }) => top === 1)).toMatchObject({ left: 1 });
});

test('[X22] a contest file keeps its logo, and a text that is none is refused with what to do', () => {
  const file = contest(logoOf('tinggi.png'));
  const again = parseContestText(JSON.stringify(file));
  expect(again.ok && again.value.contest.logo).toBe(file.contest.logo);
  const wrong = parseContestText(JSON.stringify(contest(logoOf('tinggi.png').slice(0, 400))));
  expect(wrong).toMatchObject({
    ok: false,
    error: {
      problems: [{ path: '/contest/logo', type: 'logo-broken' }],
    },
  });
});
