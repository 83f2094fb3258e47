/** A process of its own: a juror's laptop alone gives that many scores. With `--count` it counts what it asks of the disk itself. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [dir = '', count = '0', mode] = process.argv.slice(2);
let requests = 0;
if (mode === '--count') {
  const { fsyncSync, fdatasyncSync } = fs;
  const counted =
    <Args extends unknown[]>(ask: (...args: Args) => void) =>
    (...args: Args) => {
      requests += 1;
      ask(...args);
    };
  Object.assign(fs, { fsyncSync: counted(fsyncSync), fdatasyncSync: counted(fdatasyncSync) });
  syncBuiltinESMExports();
}
const { openContestFolder } = await import('../../electron/contest/open-contest.ts');
const { must } = await import('./event.ts');
const contest = must(await openContestFolder(dir));
const seat = contest.writers()[0]?.seat ?? '';
const setup = contest.contest().setup;
const criteria = setup?.rubrics[0]?.criteria ?? [];
for (let given = 0; given < Number(count); given += 1) {
  const contestant = setup?.contestants[given % setup.contestants.length]?.id ?? '';
  const criterion = criteria[given % criteria.length]?.id ?? '';
  const command = { type: 'set-score', contestant, criterion, value: String(given % 97) } as const;
  must(contest.execute({ role: 'seat', seat }, command));
  // The transaction's own, which SQLite asks for.
  requests += 1;
}
contest.close();
process.stdout.write(String(requests));
