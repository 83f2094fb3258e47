/** Run as a process of its own under a limit on the size of files: a juror scores at the shell until the disk takes no more. */
import { writeSync } from 'node:fs';
import { laptopWith } from './shell-harness.ts';
import { smallContest } from './small-contest.ts';

const laptop = await laptopWith(process.argv[2] ?? '', smallContest);
await laptop.ask('set-pin', { session: { role: 'committee' }, pin: '9999' });
await laptop.ask('add-local-seat', { seat: 'j1', pin: '1111' });
await laptop.ask('sign-in', { session: { role: 'seat', seat: 'j1' }, pin: '1111' });
const before = await laptop.value('save-status');
let confirmed = 0;
let refused = '';
for (;;) {
  const value = String(50 + (confirmed % 50));
  const done = await laptop.ask('execute', { type: 'set-score', contestant: 'delima', criterion: 'isi', value });
  if (!done.ok) {
    refused = done.error.type;
    break;
  }
  confirmed += 1;
}
const told = laptop.sent.filter(({ name }) => name === 'save-status-changed').at(-1)?.value;
const after = await laptop.value('save-status');
writeSync(1, JSON.stringify({ confirmed, refused, before, told, after }));
process.kill(process.pid, 'SIGKILL');
