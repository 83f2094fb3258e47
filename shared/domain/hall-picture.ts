/** What a picture for the hall belongs to, and what its file is called (rule W10). */
import type { ContestantId } from './ids.ts';
import { idSchema } from './setup/contest-file.ts';
import { readPicture } from '../lib/picture.ts';
import { limits } from '../limits.ts';

/** `tunggu`: the waiting picture; `piagam`: no picture for the hall, but the background of certificates (X29), kept like them. */
export type HallPictureKey = 'tunggu' | 'piagam' | `kelompok-${ContestantId}`;

export const waitingPicture: HallPictureKey = 'tunggu';

export const certificateBackground: HallPictureKey = 'piagam';

export function contestantPicture(contestant: ContestantId): HallPictureKey {
  return `kelompok-${contestant}`;
}

export function isHallPictureKey(text: string): text is HallPictureKey {
  const [, id] = /^kelompok-(.*)$/.exec(text) ?? [];
  return (
    text === waitingPicture || text === certificateBackground || (id !== undefined && idSchema.safeParse(id).success)
  );
}

export function hallPictureName(key: HallPictureKey, hash: string): string {
  return `${key}.${hash}.jpg`;
}

/** Bytes, and pixels of the longer side, that a picture is kept with. */
export function pictureBounds(key: HallPictureKey): { readonly bytes: number; readonly side: number } {
  return key === certificateBackground
    ? { bytes: limits.backgroundBytes, side: limits.backgroundSide }
    : { bytes: limits.hallPictureBytes, side: limits.hallPictureSide };
}

/** A JPEG that a window has made small, base64; null: it is none, or too large. */
export function hallPictureBytes(key: HallPictureKey, base64: string): Uint8Array | null {
  const read = readPicture(base64);
  if (!read.ok || read.value.type !== 'jpeg') return null;
  const { bytes, width, height } = read.value;
  const bounds = pictureBounds(key);
  return bytes.length <= bounds.bytes && Math.max(width, height) <= bounds.side ? bytes : null;
}
