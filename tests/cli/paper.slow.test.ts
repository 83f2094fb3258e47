/** The command `paper` as its users run it, and the files that it writes. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const example = 'tests/fixtures/example-contest.json';
const folder = await mkdtemp(path.join(tmpdir(), 'gelar-juri-kertas-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('[X25] paper writes pages or a document, and answers what it wrote', async () => {
  const page = path.join(folder, 'berita-acara.html');
  const answer = await runCli(['paper', example, '--kind', 'minutes', '--out', page]);
  expect(answer.stderr).toBe('');
  expect(JSON.parse(answer.stdout)).toEqual({ file: page, kind: 'minutes', sections: 2 });
  expect(await readFile(page, 'utf8')).toContain('BERITA ACARA PENILAIAN');
  const file = path.join(folder, 'mengapa.docx');
  const one = await runCli([
    'paper',
    example,
    '--kind',
    'reasons',
    '--out',
    file,
    '--contestant',
    'k2',
    '--language',
    'en',
  ]);
  expect(one.stdout).toContain('"sections": 1');
  const body = strFromU8(unzipSync(await readFile(file))['word/document.xml'] ?? new Uint8Array());
  expect(body).toContain('EXPLANATION OF THE RANK');
  expect(body).toContain('KBK Contoh B');
});

test('[X29] certificates of winners or of all, over a picture', async () => {
  const file = path.join(folder, 'piagam.html');
  const picture = 'tests/fixtures/certificate/bingkai.jpg';
  const args = ['paper', example, '--kind', 'certificates', '--out', file];
  const winners = await runCli([...args, '--background', picture]);
  expect(JSON.parse(winners.stdout)).toMatchObject({ sections: 3 });
  expect(await readFile(file, 'utf8')).toContain((await readFile(picture)).toString('base64'));
  expect((await runCli([...args, '--to', 'participants'])).stdout).toContain('"sections": 3');
  expect(await readFile(file, 'utf8')).toContain('Peserta');
});

test.each([
  [['--kind', 'surat', '--out', 'a.docx'], '--kind minutes|'],
  [['--kind', 'minutes', '--out', 'a.pdf'], '--out FILE.docx|FILE.html'],
  [['--kind', 'reasons', '--out', 'a.docx', '--contestant', 'siapa'], 'siapa'],
  [['--kind', 'minutes', '--out', 'a.docx', '--language', 'jv'], '--language id|en'],
  [['--kind', 'certificates', '--out', 'a.docx', '--to', 'juri'], '--to winners|participants'],
  [['--kind', 'certificates', '--out', 'a.docx', '--background', 'package.json'], 'package.json'],
])('%j is wrong usage', async (args, message) => {
  const answer = await runCli(['paper', example, ...args]);
  expect(answer.code).toBe(2);
  expect(answer.stderr).toContain(message);
});

test('a contest file that cannot be ranked is refused, and so is a place that cannot be written', async () => {
  const broken = await runCli(['paper', 'tests/fixtures/faults/none.json', '--kind', 'minutes', '--out', 'a.docx']);
  expect(broken.code).toBe(1);
  const nowhere = await runCli(['paper', example, '--kind', 'minutes', '--out', path.join(folder, 'tiada', 'a.docx')]);
  expect(nowhere.code).toBe(1);
  expect(nowhere.stdout).toContain('unwritable-file');
});
