/**
 * What SQLite does not read of a damaged write-ahead log, as databases of their own (rule L14): the database with the pages of
 * the frames put in their places, those behind the damaged one too. A page that is written again and again, like the one that
 * takes the scores, stands whole in the last frame though an earlier one is broken. Nothing of an image is believed that its
 * entries do not prove themselves (`salvage.ts`).
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { walkWal, type WalFrame } from '../adapters/wal-walk.ts';
import { besideDatabase } from './data-folder.ts';

/** Names of the images; none where the database shows all there is. Remove them with `removeWalImages`. */
export function writeWalImages(database: string): readonly string[] {
  const wal = `${database}-wal`;
  removeWalImages(database);
  if (!existsSync(database) || !existsSync(wal)) return [];
  const { damage, pageBytes, frames } = walkWal(readFileSync(wal));
  if (damage === null || pageBytes === 0) return [];
  const before = readFileSync(database);
  const whole = frames.filter(({ isSound }) => isSound);
  // The damaged frame itself may be wrong in a byte that matters to nobody.
  return [whole, frames].flatMap((parts, at) => {
    const file = imageFile(database, at);
    writeFileSync(file, imageOf(before, parts, pageBytes), { mode: 0o600 });
    return [file];
  });
}

export function removeWalImages(database: string): void {
  for (const at of [0, 1]) {
    for (const suffix of ['', ...besideDatabase]) rmSync(`${imageFile(database, at)}${suffix}`, { force: true });
  }
}

function imageFile(database: string, at: number): string {
  return `${database}.gambar-${at + 1}`;
}

/** More pages than any contest has: a page number beyond is damaged itself. */
const mostPages = 1_000_000;

function imageOf(before: Buffer, frames: readonly WalFrame[], pageBytes: number): Buffer {
  const known = frames.filter(
    ({ page }) => page > 0 && page <= Math.min(mostPages, before.length / pageBytes + frames.length),
  );
  const pages = known.reduce((most, { page }) => Math.max(most, page), Math.ceil(before.length / pageBytes));
  const image = Buffer.alloc(pages * pageBytes);
  before.copy(image);
  for (const { page, content } of known) image.set(content, (page - 1) * pageBytes);
  // Bytes 18 and 19: no write-ahead log belongs to it.
  image.fill(1, 18, 20);
  image.writeUInt32BE(pages, 28);
  return image;
}
