/**
 * Run as a process of its own: makes the folders of a committee and a juror in a realistic state, and is killed while everything
 * of the last minute stands beside the databases yet. Prints where an older state of both is kept, and what is held.
 */
import { cpSync, writeSync } from 'node:fs';
import path from 'node:path';
import { rememberAddress, rememberConfirmation } from '../../electron/contest/network-memory.ts';
import { openFolderSettings } from '../../electron/adapters/files/settings.ts';
import { carry, mustExecute, twoLaptops } from './two-laptops.ts';

const [dir = ''] = process.argv.slice(2);
const { committee, juror, log } = await twoLaptops(dir, 40);
mustExecute(committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
await carry(committee, juror);
openFolderSettings(committee.dir).set(openFolderSettings(committee.dir).get());
rememberAddress(juror.dir, { host: '127.0.0.1', port: 9 });
confirm();
// The quiet after which everything is brought into the databases.
await new Promise((resolve) => {
  setTimeout(resolve, 4000);
});
cpSync(committee.dir, path.join(dir, 'lama', 'panitia'), { recursive: true });
cpSync(juror.dir, path.join(dir, 'lama', 'j1'), { recursive: true });
for (let value = 60; value < 70; value += 1) score(value);
await carry(juror, committee);
mustExecute(committee, { type: 'show-stage', contestant: 'k2', stage: 'risalah' });
await carry(committee, juror);
confirm();
// These have not reached anybody.
for (let value = 70; value < 75; value += 1) score(value);
writeSync(1, JSON.stringify({ log }));
process.kill(process.pid, 'SIGKILL');

function score(value: number): void {
  mustExecute(juror, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: String(value) });
}

function confirm(): void {
  const head = juror.log.head(log);
  if (head !== null) rememberConfirmation(juror.dir, head);
}
