/** Names of files and folders made from what people call things: taken by every system, never a path. */

import { existsSync } from 'node:fs';
import path from 'node:path';

/** A folder that does not exist yet or is free for this purpose, named after something. */
export function newFolder(parent: string, name: string, isFree: (folder: string) => boolean = () => false): string {
  const base = path.join(parent, fileNameFrom(name));
  for (let count = 1; ; count += 1) {
    const folder = count === 1 ? base : `${base} (${count})`;
    if (!existsSync(folder) || isFree(folder)) return folder;
  }
}

/** At most 80 characters, without what a file system forbids; "Lomba" where nothing is left. */
export function fileNameFrom(text: string): string {
  const clean = text
    // oxlint-disable-next-line no-control-regex -- control characters are what is removed
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 80)
    .replace(/^[. ]+|[. ]+$/g, '');
  return clean === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? 'Lomba' : clean;
}

/** `2026-11-21 14.05`, local time. */
export function timeStamp(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}.${two(date.getMinutes())}`;
}
