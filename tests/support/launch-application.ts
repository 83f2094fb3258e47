/** Starts the built application in a data folder of its own, as one machine among several; Playwright drives it. */
import { _electron, type ElectronApplication } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sandboxProblem } from '../../tools/surroundings.mjs';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');

export type LaunchOptions = {
  /** Electron's user data folder, one per instance; contests are kept in it too. */
  readonly userDataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A packaged application; without it the one in out/ runs on the runtime of node_modules/electron. */
  readonly executablePath?: string;
};

export function launchApplication({
  userDataDir,
  args = [],
  env = {},
  executablePath,
}: LaunchOptions): Promise<ElectronApplication> {
  const flags = [
    `--user-data-dir=${userDataDir}`,
    '--listen-host=127.0.0.1',
    ...(sandboxProblem() === null ? [] : ['--no-sandbox']),
    ...args,
  ];
  return _electron.launch({
    cwd: repositoryRoot,
    args: executablePath === undefined ? [repositoryRoot, ...flags] : flags,
    env: { ...inheritedEnvironment(), XDG_DATA_HOME: path.join(userDataDir, 'contests'), ...env },
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}

/** The same as a person starts it, driven by nobody: it may end at once. `ended` resolves when it has. */
export function startUndriven(userDataDir: string): { readonly ended: Promise<unknown> } {
  const runtime: unknown = createRequire(import.meta.url)('electron');
  if (typeof runtime !== 'string') throw new Error('outside of Electron the package is the path of its program');
  const flags = [`--user-data-dir=${userDataDir}`, ...(sandboxProblem() === null ? [] : ['--no-sandbox'])];
  const child = spawn(runtime, [repositoryRoot, ...flags], { stdio: 'ignore', env: inheritedEnvironment() });
  return { ended: once(child, 'exit') };
}

/** A fresh folder for one test, removed when the test is over whatever became of it. */
export async function withTemporaryFolder<T>(action: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gelar-juri-'));
  try {
    return await action(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
