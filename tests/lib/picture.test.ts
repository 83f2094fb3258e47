/** Logos by their own bytes: files of other programs, cut off at every byte, renamed, and at the bounds. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { logoProblem } from '../../shared/domain/setup/contest-file.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { limits } from '../../shared/limits.ts';

const file = (name: string): Buffer => readFileSync(`tests/fixtures/logo/${name}`);
const read = (bytes: Uint8Array) => readPicture(Buffer.from(bytes).toString('base64'));

describe('pictures', () => {
  test.each([
    ['tinggi.png', 'png', 200, 300],
    ['lebar.png', 'png', 480, 160],
    ['kotak.jpg', 'jpeg', 64, 64],
  ])('%s is a %s of %i x %i', (name, type, width, height) => {
    expect(read(file(name))).toMatchObject({ ok: true, value: { type, width, height } });
  });

  test.each(['tinggi.png', 'kotak.jpg'])('%s cut off anywhere is no picture', (name) => {
    const bytes = file(name);
    for (let length = 0; length < bytes.length - 1; length += 1) {
      expect(read(bytes.subarray(0, length)).ok, `${length} of ${bytes.length}`).toBe(false);
    }
  });

  test('what is none says so', () => {
    expect(readPicture('bukan base64!')).toEqual({ ok: false, error: 'not-base64' });
    expect(read(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({ ok: false, error: 'unknown' });
    expect(read(Buffer.from('GIF89a'))).toEqual({ ok: false, error: 'unknown' });
    const noSize = Buffer.from(file('tinggi.png'));
    noSize.writeUInt32BE(0, 16);
    expect(read(noSize)).toEqual({ ok: false, error: 'damaged' });
  });
});

describe('logos', () => {
  const sized = (width: number): string => {
    const bytes = Buffer.from(file('tinggi.png'));
    bytes.writeUInt32BE(width, 16);
    return bytes.toString('base64');
  };

  test('are bounded in pixels and bytes', () => {
    expect(logoProblem(sized(limits.logoPixels))).toBeNull();
    expect(logoProblem(sized(limits.logoPixels + 1))).toMatchObject({ type: 'logo-too-wide', width: 2001, most: 2000 });
    const filled = (length: number): string =>
      // Behind the end of the picture: other programs read no further.
      Buffer.concat([file('tinggi.png'), Buffer.alloc(length - file('tinggi.png').length)]).toString('base64');
    expect(logoProblem(filled(limits.logoBytes))).toBeNull();
    expect(logoProblem(filled(limits.logoBytes + 1))).toEqual({ type: 'logo-too-large', bytes: 65_537, most: 65_536 });
    expect(logoProblem('AAAA')).toEqual({ type: 'logo-unknown' });
  });
});
