/** Run as a process of its own under a limit on the size of files: scores until the disk takes no more, says what happened, and dies. */
import { writeSync } from 'node:fs';
import { openContestFolder } from '../../electron/contest/open-contest.ts';

const opened = await openContestFolder(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.error.type);
const contest = opened.value;
let confirmed = 0;
for (;;) {
  const score = { contestant: 'k1', criterion: 'langkah', value: String(50 + (confirmed % 50)) };
  const executed = contest.execute({ role: 'seat', seat: 'j1' }, { type: 'set-score', ...score });
  if (!executed.ok) {
    writeSync(1, JSON.stringify({ confirmed, refused: executed.error.type }));
    process.kill(process.pid, 'SIGKILL');
  }
  confirmed += 1;
}
