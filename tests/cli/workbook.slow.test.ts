/** The command `workbook` as its users run it, and the file that it writes. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { runCli } from '../support/run-cli.ts';
import { threeCategories } from '../documents/contests.ts';

const firstSheet = 'xl/worksheets/sheet1.xml';
const none = new Uint8Array();
const example = 'tests/fixtures/example-contest.json';
const folder = await mkdtemp(path.join(tmpdir(), 'gelar-juri-workbook-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('workbook writes the file and answers its name and sheets', async () => {
  const file = path.join(folder, 'example.xlsx');
  const answer = await runCli(['workbook', example, '--out', file]);
  expect(answer.stderr).toBe('');
  expect(answer.code).toBe(0);
  const sheets = ['Rekapitulasi', 'Daftar pemenang', 'Juri 1', 'Juri 2', 'Juri 3'];
  expect(JSON.parse(answer.stdout)).toEqual({ file, sheets });
  const book = XLSX.read(await readFile(file), { type: 'buffer', cellFormula: true });
  expect(book.SheetNames).toEqual(sheets);
  const cells = Object.values(book.Sheets['Rekapitulasi'] ?? {}).filter((cell) => typeof cell?.f === 'string');
  expect(cells.map((cell) => cell.v)).toEqual(expect.arrayContaining([82.39, 82.35, 3]));
});

test('papers are Indonesian whatever the command line answers in, until another language is named', async () => {
  const english = { GELAR_JURI_LANGUAGE: 'en' };
  const sheetsOf = async (more: readonly string[]) => {
    const answer = await runCli(['workbook', example, '--out', path.join(folder, 'say.xlsx'), ...more], '', english);
    return (JSON.parse(answer.stdout) as { sheets: string[] }).sheets;
  };
  const footOf = async () => strFromU8(unzipSync(await readFile(path.join(folder, 'say.xlsx')))[firstSheet] ?? none);
  expect(await sheetsOf([])).toContain('Rekapitulasi');
  expect(await footOf()).toMatch(/Halaman &amp;P dari \d+</);
  expect(await sheetsOf(['--language', 'en'])).not.toContain('Rekapitulasi');
  expect(await footOf()).toMatch(/Page &amp;P of \d+</);
  expect((await runCli(['workbook', example, '--out', 'x.xlsx', '--language', 'jv'])).code).toBe(2);
});

test('[X9] [X17] the file has its paper, repeated rows, print area, frozen panes and page numbers, and texts stay texts', async () => {
  const contest = path.join(folder, 'three.json');
  const file = path.join(folder, 'three.xlsx');
  await writeFile(contest, JSON.stringify(threeCategories));
  expect((await runCli(['workbook', contest, '--out', file])).code).toBe(0);
  const bytes = await readFile(file);
  const entries = unzipSync(bytes);
  const recap = strFromU8(entries['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(recap).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
  // Two pages with a break before the jurors' totals, which counts only beside a scale; what fits on one page is fitted.
  expect(recap).toMatch(/<pageSetup [^>]*scale="\d\d"/);
  expect(recap).toMatch(/<brk [^>]*man="1"/);
  const sheets = Object.keys(entries).filter((name) => name.startsWith('xl/worksheets/sheet'));
  const fitted = sheets.filter((name) =>
    strFromU8(entries[name] ?? new Uint8Array()).includes('<pageSetUpPr fitToPage="1"/>'),
  );
  expect(fitted.length).toBeGreaterThan(0);
  expect(recap).toMatch(/<pane xSplit="4" ySplit="\d+"[^>]*state="frozen"/);
  // Every sheet counts its own pages.
  expect(recap).toMatch(/Halaman &amp;P dari \d+</);
  expect(recap).toContain('firstPageNumber="1"');
  const workbook = strFromU8(entries['xl/workbook.xml'] ?? new Uint8Array());
  expect(workbook).toContain('_xlnm.Print_Titles');
  expect(workbook).toContain('_xlnm.Print_Area');
  const book = XLSX.read(bytes, { type: 'buffer', cellFormula: true });
  const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name] ?? {}));
  const trap = cells.filter((cell) => cell?.v === '=KBK Sama Dengan' && cell.f === undefined);
  expect(trap.length).toBeGreaterThan(0);
  expect(trap.every((cell) => cell.t === 's')).toBe(true);
  for (const name of book.SheetNames) expect(name).toMatch(/^[^'[\]:*?/\\]{1,31}$/);
  expect(new Set(book.SheetNames.map((name) => name.toLowerCase())).size).toBe(book.SheetNames.length);
});

test('workbook refuses a contest file with problems, and writes nothing', async () => {
  const contest = path.join(folder, 'bad.json');
  const file = path.join(folder, 'bad.xlsx');
  await writeFile(contest, JSON.stringify({ ...threeCategories, surplus: true }));
  const answer = await runCli(['workbook', contest, '--out', file]);
  expect(answer.code).toBe(1);
  expect(JSON.parse(answer.stdout).error.problems).toEqual([expect.objectContaining({ path: '/surplus' })]);
  await expect(readFile(file)).rejects.toThrow('ENOENT');
});

test('workbook says so when the file cannot be written', async () => {
  const answer = await runCli(['workbook', example, '--out', path.join(folder, 'no', 'such', 'folder.xlsx')]);
  expect(answer.code).toBe(1);
  expect(JSON.parse(answer.stdout).error.type).toBe('unwritable-file');
});

test.each([[[example]], [['--out', 'x.xlsx']], [[example, '--out']]])(
  'wrong arguments %j are wrong usage',
  async (args) => {
    const answer = await runCli(['workbook', ...args]);
    expect(answer.code).toBe(2);
    expect(answer.stdout).toBe('');
    expect(answer.stderr).toContain('--out FILE.xlsx');
  },
);
