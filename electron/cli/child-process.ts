/** One process of this command line as a child: its events as they come, and what it says when it ends too early. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';

export type CliEvent = Readonly<Record<string, unknown>>;

export interface CliChild {
  /** Resolves with the first event of that name, one that came already included. Rejects when the process ends before. */
  readonly event: (name: string) => Promise<CliEvent>;
  /** Everything it has said so far. */
  readonly events: readonly CliEvent[];
  /** A line on its standard input. */
  readonly say: (line: string) => void;
  /** Ends it cleanly, or at once by SIGKILL, and waits; its exit code, null when it was killed. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

interface Waiting {
  readonly name: string;
  readonly resolve: (event: CliEvent) => void;
  readonly reject: (error: Error) => void;
}

const main = path.join(import.meta.dirname, 'main.ts');

export function startCli(args: readonly string[], onEvent: (event: CliEvent) => void = () => undefined): CliChild {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const first = new Map<string, CliEvent>();
  let waiting: Waiting[] = [];
  let said = '';
  let hasEnded = false;
  const events: CliEvent[] = [];
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      hasEnded = true;
      for (const each of waiting) each.reject(tooEarly());
      resolve(code);
    });
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-2000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = parseEvent(line);
    if (event === null) return;
    events.push(event);
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
    events,
    say: (line) => child.stdin.write(`${line}\n`),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };

  function tooEarly(): Error {
    return new Error(`${args[0] ?? ''} ended too early: ${said.trim()}`);
  }
}

function parseEvent(line: string): CliEvent | null {
  if (!line.startsWith('{"event"')) return null;
  const value: unknown = JSON.parse(line);
  return typeof value === 'object' && value !== null ? { ...value } : null;
}
