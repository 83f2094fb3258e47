/** Run as a process of its own: puts a picture in the place of another, and is killed before so many writes. Ends by itself when there are fewer. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [dir = '', count = '1', picture = ''] = process.argv.slice(2);
let left = Infinity;

for (const name of ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync'] as const) {
  const original = fs[name] as (...given: unknown[]) => unknown;
  Reflect.set(fs, name, (...given: unknown[]): unknown => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return original(...given);
  });
}
syncBuiltinESMExports();

const { openHallPictures } = await import('../../electron/contest/hall-pictures.ts');
const { waitingPicture } = await import('../../shared/domain/hall-picture.ts');
const pictures = openHallPictures(dir);
left = Number(count);
pictures.put(waitingPicture, Buffer.from(picture));
