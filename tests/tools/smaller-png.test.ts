import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { smallerPng } from '../../tools/smaller-png.mjs';

const pictures = path.resolve('docs/panduan/gambar');

test.each(['mulai.png', 'gabung.png'])('%s has the same lines, and not more bytes', (name) => {
  const png = readFileSync(path.join(pictures, name));
  const smaller = smallerPng(png);
  expect(linesOf(smaller).equals(linesOf(png))).toBe(true);
  expect(smaller.length).toBeLessThanOrEqual(png.length);
});

function linesOf(png: Buffer): Buffer {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return inflateSync(Buffer.concat(data));
}
