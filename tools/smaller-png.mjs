/** The same PNG in fewer bytes: its lines are compressed anew, as hard as it goes. */
import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';

const signatureBytes = 8;
/** Length, name and checksum of a chunk. */
const frameBytes = 12;
const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_RLE];

/** @param {Buffer} png whole and undamaged, as the runtime writes it. */
export function smallerPng(png) {
  const chunks = chunksOf(png);
  const isLine = ({ name }) => name === 'IDAT';
  const lines = inflateSync(Buffer.concat(chunks.filter(isLine).map(({ data }) => data)));
  const attempts = strategies.map((strategy) => deflateSync(lines, { level: 9, memLevel: 9, strategy }));
  const best = attempts.reduce((least, each) => (each.length < least.length ? each : least));
  const first = chunks.findIndex(isLine);
  const others = chunks.filter((chunk) => !isLine(chunk));
  others.splice(first, 0, { name: 'IDAT', data: best });
  return Buffer.concat([png.subarray(0, signatureBytes), ...others.map(framed)]);
}

function chunksOf(png) {
  const chunks = [];
  for (let at = signatureBytes; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    chunks.push({ name, data: png.subarray(at + 8, at + 8 + length) });
    at += frameBytes + length;
  }
  return chunks;
}

function framed({ name, data }) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
