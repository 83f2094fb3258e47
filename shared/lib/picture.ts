/**
 * Pictures as a contest carries them: PNG or JPEG in base64, known by their own bytes whatever their file was called. A file that
 * ends too early or is something else is told before paper is printed with a hole in it. PNG: W3C PNG 3, section 5;
 * JPEG: ITU-T T.81, annex B.
 */
import { base64 } from '@scure/base';
import { err, ok, type Result } from './result.ts';

export interface Picture {
  readonly type: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly base64: string;
}

/** `unknown`: neither PNG nor JPEG; `damaged`: one of them, but cut off or broken. */
export type PictureProblem = 'not-base64' | 'unknown' | 'damaged';

export function readPicture(text: string): Result<Picture, PictureProblem> {
  let bytes: Uint8Array;
  try {
    bytes = base64.decode(text);
  } catch {
    return err('not-base64');
  }
  if (startsWith(bytes, pngSignature)) return sized('png', text, bytes, sizeOfPng(bytes));
  if (startsWith(bytes, [0xff, 0xd8])) return sized('jpeg', text, bytes, sizeOfJpeg(bytes));
  return err('unknown');
}

type Size = readonly [width: number, height: number];

function sized(
  type: Picture['type'],
  text: string,
  bytes: Uint8Array,
  size: Size | null,
): Result<Picture, PictureProblem> {
  if (size === null || size[0] === 0 || size[1] === 0) return err('damaged');
  return ok({ type, width: size[0], height: size[1], bytes, base64: text });
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Walks the chunks from IHDR to IEND. */
function sizeOfPng(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes);
  let size: Size | null = null;
  let hasData = false;
  for (let at = pngSignature.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const next = at + 12 + length;
    if (next > bytes.length || (size === null && (type !== 'IHDR' || length !== 13))) return null;
    if (type === 'IHDR') size = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (type === 'IDAT' && length > 0) hasData = true;
    if (type === 'IEND') return hasData ? size : null;
    at = next;
  }
  return null;
}

/** Walks the segments to the frame header, then looks for the end marker behind the scan. */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes);
  let size: Size | null = null;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    // SOF0 to SOF15, without the tables that lie among them (DHT, JPG, DAC).
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && length < 8) return null;
    if (isFrame) size = [view.getUint16(at + 7), view.getUint16(at + 5)];
    if (marker === 0xda) return hasEnd(bytes, at + 2 + length) ? size : null;
    at += 2 + length;
  }
  return null;
}

function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

function startsWith(bytes: Uint8Array, begin: readonly number[]): boolean {
  return begin.every((byte, index) => bytes[index] === byte);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
