import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/adapters/spreadsheet-parse.ts';
import { listsFolder } from './read-list.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('[I1] the worker of the built application reads what the one from source reads', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gelar-worker-'));
  try {
    await promisify(execFile)(
      process.execPath,
      [path.join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--outDir', folder],
      { cwd: root },
    );
    await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
    for (const file of ['jepara-2017.xlsx', 'probolinggo-2019.xls', 'bojonegoro-2020.ods', 'magetan-2015.csv']) {
      const bytes = new Uint8Array(await readFile(path.join(listsFolder, file)));
      const answer = await answerOf(path.join(folder, 'main/spreadsheet-worker.js'), { bytes, fileName: file });
      expect(answer).toEqual(readSpreadsheet(bytes, file));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

function answerOf(file: string, workerData: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(pathToFileURL(file), { workerData, execArgv: [], env: {} });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
