/** One random harm to one file of a folder, from a seed: what disks, sticks and well-meaning tools do. */
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What stands in a folder, the likely victims more often. */
const files = [
  ...repeat('contest.sqlite-wal', 9),
  ...repeat('contest.sqlite', 5),
  ...repeat('catatan-akhir-1', 2),
  ...repeat('catatan-akhir-2', 2),
  'contest.sqlite-shm',
  'keys.json',
  'network.json',
  'local.json',
  'tempat.json',
  'writer.lock',
];

const kinds = [
  'flip',
  'flip',
  'flip',
  'byte',
  'cut',
  'cut',
  'zero',
  'zero',
  'delete',
  'empty',
  'old',
  'garbage',
] as const;

/** `next`: seeded numbers in [0, 1). `old`: the same folder as it was before. @returns what was done, to print. */
export function damageOnce(dir: string, old: string, next: () => number): string {
  const file = pick(files, next);
  const kind = pick(kinds, next);
  const full = path.join(dir, file);
  const bytes = existsSync(full) ? readFileSync(full) : Buffer.alloc(0);
  const at = Math.floor(next() * bytes.length);
  const length = 1 + Math.floor(next() ** 3 * (bytes.length - at));
  switch (kind) {
    case 'flip':
      if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      break;
    case 'byte':
      if (bytes.length > 0) bytes[at] = Math.floor(next() * 256);
      break;
    case 'zero':
      bytes.fill(0, at, Math.min(bytes.length, at + length));
      break;
    case 'cut':
      if (bytes.length > 0) truncateSync(full, at);
      return `${kind} ${file} at ${at} of ${bytes.length}`;
    case 'delete':
      rmSync(full, { force: true });
      return `${kind} ${file}`;
    case 'empty':
      writeFileSync(full, '');
      return `${kind} ${file}`;
    case 'old': {
      const before = path.join(old, file);
      if (existsSync(before)) writeFileSync(full, readFileSync(before));
      else rmSync(full, { force: true });
      return `${kind} ${file} (${existsSync(before) ? statSync(before).size : 'none'})`;
    }
    case 'garbage': {
      const more = Buffer.from(Array.from({ length: 1 + Math.floor(next() * 9000) }, () => Math.floor(next() * 256)));
      writeFileSync(full, Buffer.concat([bytes, more]));
      return `${kind} ${file} ${more.length}`;
    }
  }
  writeFileSync(full, bytes);
  return `${kind} ${file} at ${at} (${length}) of ${bytes.length}`;
}

function pick<Item>(items: readonly Item[], next: () => number): Item {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function repeat(file: string, times: number): string[] {
  return Array.from({ length: times }, () => file);
}
