/** Run as a process of its own: begins to make a committee's folder, and is killed before so many writes. Ends by itself when there are fewer. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

const [dir = '', count = '1'] = process.argv.slice(2);
let left = Infinity;

dieIn(fs, ['openSync', 'renameSync', 'rmSync', 'mkdirSync']);
dieIn(Database.prototype, ['pragma', 'exec', 'transaction', 'close']);
syncBuiltinESMExports();

const { createCommitteeFolder } = await import('../../electron/contest/new-contest-folder.ts');
const { smallContest } = await import('./small-contest.ts');
left = Number(count);
const created = await createCommitteeFolder(dir, smallContest);
if (!created.ok) throw new Error(created.error.type);
created.value.close();

/** Counts the calls of these functions; the process dies instead of the last one that is left to it. */
function dieIn(owner: object, names: readonly string[]): void {
  for (const name of names) {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') throw new Error(`${name} is no function`);
    Reflect.set(owner, name, function counted(this: unknown, ...given: readonly unknown[]): unknown {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return Reflect.apply(original, this, given);
    });
  }
}
