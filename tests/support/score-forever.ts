/** Run as a process of its own: scores without end, one durable commit each, and prints the number of each entry once it is confirmed. */
import { writeSync } from 'node:fs';
import { openContestFolder } from '../../electron/contest/open-contest.ts';

const opened = await openContestFolder(process.argv[2] ?? '');
if (!opened.ok) throw new Error(`${opened.error.type}`);
const contest = opened.value;
await contest.beginSeatLog('j1');
for (let value = 0; ; value += 1) {
  const score = { contestant: 'k1', criterion: 'langkah', value: String(50 + (value % 50)) };
  const executed = contest.execute({ role: 'seat', seat: 'j1' }, { type: 'set-score', ...score });
  if (!executed.ok) throw new Error(executed.error.reason);
  writeSync(1, `${executed.value.refs[0]}\n`);
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
