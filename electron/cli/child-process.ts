/** One process of this command line as a child: its events as they come, and what it says when it ends too early. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';

export interface CliChild {
  /** Resolves with the first event of that name, one that came already included. Rejects when the process ends before. */
  readonly event: (name: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Ends it cleanly and waits. */
  readonly stop: () => Promise<void>;
}

interface Waiting {
  readonly name: string;
  readonly resolve: (event: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

const main = path.join(import.meta.dirname, 'main.ts');

export function startCli(
  args: readonly string[],
  onEvent: (event: Readonly<Record<string, unknown>>) => void,
): CliChild {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const first = new Map<string, Readonly<Record<string, unknown>>>();
  let waiting: Waiting[] = [];
  let said = '';
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      hasEnded = true;
      for (const each of waiting) each.reject(tooEarly());
      resolve();
    });
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-2000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = parseEvent(line);
    if (event === null) return;
    const name = String(event['event']);
    if (!first.has(name)) first.set(name, event);
    for (const each of waiting) if (each.name === name) each.resolve(event);
    waiting = waiting.filter((each) => each.name !== name);
    onEvent(event);
  });

  return {
    event: (name) => {
      const come = first.get(name);
      if (come !== undefined) return Promise.resolve(come);
      if (hasEnded) return Promise.reject(tooEarly());
      return new Promise((resolve, reject) => {
        waiting.push({ name, resolve, reject });
      });
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };

  function tooEarly(): Error {
    return new Error(`${args[0] ?? ''} ended too early: ${said.trim()}`);
  }
}

function parseEvent(line: string): Readonly<Record<string, unknown>> | null {
  if (!line.startsWith('{"event"')) return null;
  const value: unknown = JSON.parse(line);
  return typeof value === 'object' && value !== null ? { ...value } : null;
}
