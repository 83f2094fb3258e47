import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { launchApplication, withTemporaryFolder } from '../support/launch-application.ts';
import { chooseInDialogs, createSmallContest, value } from '../support/shell-window.ts';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');

// A directory build is made of the runtime of this machine; the recipe is for Linux.
if (process.platform === 'linux') {
  test('npm run dist:dir makes an application that starts, shows its window, carries its database module and makes documents', async () => {
    test.setTimeout(240_000);
    const program = makeDirectory();
    await withTemporaryFolder(async (userDataDir) => {
      const application = await launchApplication({ userDataDir, executablePath: program });
      const window = await application.firstWindow();
      await expect(window).toHaveTitle(/Gelar Juri/);
      expect(await application.evaluate(({ app }) => app.isPackaged)).toBe(true);
      expect(await application.evaluate(doubleInDatabase)).toBe(174.5);
      const isOnFallback = await application.evaluate(() => Number(process.versions.napi) < 10);
      expect(isMarkedAsTrial(program)).toBe(isOnFallback);
      await window.waitForFunction(() => 'gelarJuri' in globalThis);
      await createSmallContest(window, userDataDir);
      await makesDocuments(application, window, userDataDir);
      await application.close();
    });
  });
} else {
  console.log('dist-dir: left out, a Linux directory build is made on Linux only');
}

function makeDirectory(): string {
  const made = spawnSync('npm', ['run', '-s', 'dist:dir'], { cwd: repositoryRoot, encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  return made.stdout.trim().split('\n').at(-1) ?? '';
}

/** In the worker that lies in the package, with the libraries that are loaded when they are needed. */
async function makesDocuments(application: ElectronApplication, window: Page, folder: string): Promise<void> {
  const workbook = path.join(folder, 'rekap.xlsx');
  await chooseInDialogs(application, workbook);
  expect(await value(window, 'save-workbook')).toEqual({ path: workbook });
  expect(partOf(workbook, 'xl/sharedStrings.xml')).toContain('Lomba Kecil');
  const minutes = path.join(folder, 'berita-acara.docx');
  await chooseInDialogs(application, minutes);
  expect(await value(window, 'save-paper', { paper: 'minutes', to: 'docx', only: null })).toEqual({ path: minutes });
  expect(partOf(minutes, 'word/document.xml')).toContain('LOMBA KECIL');
}

function partOf(file: string, part: string): string {
  const bytes = unzipSync(readFileSync(file))[part];
  return bytes === undefined ? '' : strFromU8(bytes);
}

/** Runs inside the packaged application, with its own copy of the database module. */
function doubleInDatabase({ app }: { readonly app: { getAppPath(): string } }): unknown {
  const require = process.getBuiltinModule('node:module').createRequire(`${app.getAppPath()}/package.json`);
  const Database = require('better-sqlite3');
  return new Database(':memory:').prepare('SELECT 87.25 * 2').pluck().get();
}

/** In the program's name, and in a note beside it. */
function isMarkedAsTrial(program: string): boolean {
  return path.basename(program).includes('percobaan') && existsSync(path.join(path.dirname(program), 'PERCOBAAN.txt'));
}
