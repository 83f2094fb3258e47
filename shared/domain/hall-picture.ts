/** What a picture for the hall belongs to, and what its file is called (rule W10). */
import type { ContestantId } from './ids.ts';
import { idSchema } from './setup/contest-file.ts';
import { readPicture } from '../lib/picture.ts';
import { limits } from '../limits.ts';

/** `tunggu`: the waiting picture; else the photo or logo of a group. */
export type HallPictureKey = 'tunggu' | `kelompok-${ContestantId}`;

export const waitingPicture: HallPictureKey = 'tunggu';

export function contestantPicture(contestant: ContestantId): HallPictureKey {
  return `kelompok-${contestant}`;
}

export function isHallPictureKey(text: string): text is HallPictureKey {
  const [, id] = /^kelompok-(.*)$/.exec(text) ?? [];
  return text === waitingPicture || (id !== undefined && idSchema.safeParse(id).success);
}

export function hallPictureName(key: HallPictureKey, hash: string): string {
  return `${key}.${hash}.jpg`;
}

/** A JPEG that a window has made small, base64; null: it is none, or too large. */
export function hallPictureBytes(base64: string): Uint8Array | null {
  const read = readPicture(base64);
  if (!read.ok || read.value.type !== 'jpeg') return null;
  const { bytes, width, height } = read.value;
  const fits = bytes.length <= limits.hallPictureBytes && Math.max(width, height) <= limits.hallPictureSide;
  return fits ? bytes : null;
}
