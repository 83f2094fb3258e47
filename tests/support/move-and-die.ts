/** Moves a contest's folder and dies at a step: `node move-and-die.ts FROM TO STEP`, counted over all calls that change a disk. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [from = '', to = '', step = '0'] = process.argv.slice(2);
let left = Number(step);
for (const name of ['copyFileSync', 'renameSync', 'rmSync', 'mkdirSync', 'fsyncSync', 'writeSync'] as const) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return real(...args);
    },
  });
}
syncBuiltinESMExports();
const { moveFolder } = await import('../../electron/contest/move-folder.ts');
const moved = moveFolder(from, to);
process.exitCode = moved.ok ? 0 : 1;
