import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { buildIfStale } from '../../tools/build.mjs';
import { readSpreadsheet } from '../../electron/adapters/spreadsheet-parse.ts';
import { listsFolder } from './read-list.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('[I1] the worker of the built application reads what the one from source reads', async () => {
  // The very build that the end-to-end tests open afterwards.
  await buildIfStale();
  for (const file of ['jepara-2017.xlsx', 'probolinggo-2019.xls', 'bojonegoro-2020.ods', 'magetan-2015.csv']) {
    const bytes = new Uint8Array(await readFile(path.join(listsFolder, file)));
    const answer = await answerOf(path.join(root, 'out/main/spreadsheet-worker.js'), { bytes, fileName: file });
    expect(answer).toEqual(readSpreadsheet(bytes, file));
  }
});

function answerOf(file: string, workerData: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(pathToFileURL(file), { workerData, execArgv: [], env: {} });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
