/** Drives the built application through the contract, as its page does. */
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type {
  AnswerOf,
  Channel,
  InputOf,
  MainWindowBridge,
  OutputOf,
  ProjectorApi,
} from '../../shared/ipc/contract.ts';
import { present } from '../../shared/lib/assert.ts';
import { launchApplication } from './launch-application.ts';
import { strikeAsAPerson } from './strike.ts';
import { smallContest } from './small-contest.ts';

declare global {
  interface Window {
    readonly gelarJuri?: MainWindowBridge;
    readonly gelarJuriProjector?: ProjectorApi;
    /** What a test noted in the page. */
    noted?: unknown[];
  }
}

/** Asks as the page does, through the preload. */
export async function ask<Name extends Channel>(
  page: Page,
  channel: Name,
  input?: InputOf<Name>,
): Promise<AnswerOf<Name>> {
  const inPage = ([name, value]: readonly [Channel, unknown]) => window.gelarJuri?.request(name, value);
  return JSON.parse((await page.evaluate(inPage, [channel, input] as const)) ?? '') as AnswerOf<Name>;
}

/** The same, where a refusal would be a fault. @throws when it is refused. */
export async function value<Name extends Channel>(
  page: Page,
  channel: Name,
  input?: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const answer = await ask(page, channel, input);
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`);
  return answer.value;
}

export async function openApplication(
  userDataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly application: ElectronApplication; readonly page: Page }> {
  const application = await launchApplication({ userDataDir, env });
  // After a crash the projector's window comes back beside it, perhaps first.
  const found = () => application.windows().find((each) => each.url().includes('/index.html'));
  await expect.poll(() => found() !== undefined, { timeout: 90_000 }).toBe(true);
  const page = present(found(), 'it was just seen');
  await page.waitForFunction(() => 'gelarJuri' in globalThis);
  strikeAsAPerson(page);
  return { application, page };
}

/** Makes the small contest, and returns its folder; the committee is signed in. */
export async function createSmallContest(page: Page, folder: string): Promise<string> {
  const file = path.join(folder, 'small.json');
  writeFileSync(file, JSON.stringify(smallContest));
  const source = { kind: 'file' as const, path: file };
  const created = await value(page, 'create-contest', { source, name: 'Lomba Kecil' });
  expect(created).toMatchObject({ kind: 'committee' });
  return created.path;
}

/** The file or folder that a person chooses in every system dialog from now on. */
export async function chooseInDialogs(application: ElectronApplication, path: string): Promise<void> {
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** The projector's window, once it is there: on a busy machine that takes longer than an event is waited for. */
export async function projectorOf(application: ElectronApplication): Promise<Page> {
  const found = () => application.windows().find((each) => each.url().endsWith('/projector.html'));
  await expect.poll(() => found() !== undefined, { timeout: 90_000 }).toBe(true);
  const projector = present(found(), 'it was just seen');
  await expect(projector.locator('main')).toBeVisible({ timeout: 90_000 });
  return projector;
}

/** As a power cut ends it. */
export async function kill(application: ElectronApplication): Promise<void> {
  const ended = new Promise((resolve) => application.process().once('exit', resolve));
  application.process().kill('SIGKILL');
  await ended;
}
