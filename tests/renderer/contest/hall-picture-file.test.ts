/** A picture for the hall is looked at before it is unpacked: what is too large or cut off goes no further. */
import { afterEach, expect, test, vi } from 'vitest';
import { waitingPicture } from '../../../shared/domain/hall-picture.ts';
import { readHallPicture } from '../../../renderer/contest/hall-picture-file.ts';

const big = 30_000;

/** The beginning of a picture of that size, as a file of its kind that is whole. */
const files = {
  png: (width: number, height: number) =>
    [
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0, 0, 0, 13, ...ascii('IHDR'), ...whole(width), ...whole(height), 8, 6, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 1, ...ascii('IDAT'), 0, 0, 0, 0, 0],
      [0, 0, 0, 0, ...ascii('IEND'), 0, 0, 0, 0],
    ].flat(),
  jpeg: (width: number, height: number) =>
    [
      [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, ...whole(height).slice(2), ...whole(width).slice(2), 1, 1, 0x11, 0],
      [0xff, 0xda, 0, 4, 0, 0, 1, 0xff, 0xd9],
    ].flat(),
  'webp, extended': (width: number, height: number) =>
    webp('VP8X', [0, 0, 0, 0, ...three(width - 1), ...three(height - 1)]),
  'webp, lossless': (width: number, height: number) =>
    webp('VP8L', [
      0x2f,
      ...whole((Math.min(width, 16_384) - 1) | ((Math.min(height, 16_384) - 1) << 14)).toReversed(),
      0,
      0,
      0,
      0,
      0,
    ]),
  webp: (width: number, height: number) =>
    webp('VP8 ', [
      0,
      0,
      0,
      0x9d,
      1,
      0x2a,
      ...three(Math.min(width, 16_383)).slice(0, 2),
      ...three(Math.min(height, 16_383)).slice(0, 2),
    ]),
} as const;

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function whole(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function three(value: number): number[] {
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255];
}

function webp(kind: string, content: readonly number[]): number[] {
  const body = [...ascii('WEBP'), ...ascii(kind), ...whole(content.length).toReversed(), ...content];
  return [...ascii('RIFF'), ...whole(body.length).toReversed(), ...body];
}

/** Stands where the browser unpacks a picture, and says how often it was asked to. */
function unpacking() {
  const asked = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('no picture')));
  vi.stubGlobal('createImageBitmap', asked);
  return asked;
}

const kinds = Object.entries(files);

afterEach(() => vi.unstubAllGlobals());

test.each(kinds)('[W10] a %s of too many pixels is refused before it is unpacked', async (_kind, bytes) => {
  const asked = unpacking();
  expect(await readHallPicture(waitingPicture, new File([Uint8Array.from(bytes(big, big))], 'foto'))).toEqual({
    ok: false,
    error: 'too-many-pixels',
  });
  expect(asked).not.toHaveBeenCalled();
});

test.each(kinds)('[W10] a %s of usual size is unpacked, one that is cut off is not', async (_kind, bytes) => {
  const asked = unpacking();
  const usual = Uint8Array.from(bytes(1600, 1200));
  await readHallPicture(waitingPicture, new File([usual], 'foto'));
  expect(asked).toHaveBeenCalledTimes(1);
  expect(await readHallPicture(waitingPicture, new File([usual.subarray(0, -2)], 'foto'))).toEqual({
    ok: false,
    error: 'damaged',
  });
  expect(asked).toHaveBeenCalledTimes(1);
});
