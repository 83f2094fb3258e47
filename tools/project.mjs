/** Where things are in this repository, and how the tools run programs and speak. Runs on Node 20: the machine's own Node starts the set-up. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const binFolder = path.join(root, 'node_modules', '.bin');
/** The Node of the dependencies (24), which everything but the set-up itself runs on. */
export const projectNode = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
/** Windows spells it `Path`, and a second spelling beside it would be ignored. */
const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
/** The environment in which the project's programs come before the machine's. */
export const environment = {
  ...process.env,
  [pathName]: binFolder + path.delimiter + (process.env[pathName] ?? ''),
};

/** A line for the person who waits. On standard error: standard output belongs to results. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** What stops a tool with a message and no stack. */
export class Stop extends Error {}

/** Runs a tool's main function; a Stop becomes its message and exit code 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`\n${error.message}`);
    process.exitCode = 1;
  }
}

/**
 * Runs a program to its end. With `quiet` its output is kept and given back instead of shown. Answers the exit code (1 when it
 * cannot be started or dies of a signal), never throws.
 */
export function run(program, args, { quiet = false, cwd = root, env = environment, signal } = {}) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && !program.endsWith('.exe');
    const child = spawn(program, args, {
      cwd,
      env,
      shell,
      signal,
      stdio: ['inherit', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Says what begins, does it, and says how long it took. */
export async function timed(text, action) {
  const begun = performance.now();
  say(`${text} ...`);
  const result = await action();
  say(`   selesai / done, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}
