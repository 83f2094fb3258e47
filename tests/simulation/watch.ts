/** What is looked at while it happens: nothing is confirmed that is not on the disk of who confirms it (G1, S7). */
import { entryAt } from '../../shared/log/branches.ts';
import { equalBytes } from '../../shared/lib/bytes.ts';
import { decodeJoinFrame, decodeSyncFrame } from '../../shared/sync/protocol.ts';
import { hashName } from './disk.ts';
import type { Laptop } from './laptop.ts';

/** A frame leaves that laptop, or the committee towards it. */
export function checkSent(
  laptops: readonly Laptop[],
  laptop: string,
  isUp: boolean,
  frame: Uint8Array,
  fail: (invariant: string) => void,
): void {
  if (!isAck(frame)) return;
  const decoded = decodeSyncFrame(frame);
  const sender = laptops.find(({ name, kind }) => (isUp ? name === laptop : kind === 'committee'));
  if (sender === undefined || !decoded.ok || decoded.value?.type !== 'ack') return;
  for (const { log, seq, hash } of decoded.value.logs) {
    const held = entryAt(sender.disk.log, log, seq);
    const isHeld = (held !== null && equalBytes(held.hash, hash)) || sender.disk.appended.has(hashName(hash));
    if (!isHeld) fail(`G1 ${sender.name} confirms what is not on its disk`);
  }
}

/** A juror is shown that the committee has the own log up to there. */
export function checkAcked(
  laptops: readonly Laptop[],
  { name, disk, running }: Laptop,
  upTo: number,
  fail: (invariant: string) => void,
): void {
  const committee = laptops.find(({ kind }) => kind === 'committee');
  const log = running?.contest.writers()[0]?.log ?? null;
  const own = log === null ? null : entryAt(disk.log, log, upTo);
  if (own !== null && committee?.disk.appended.has(hashName(own.hash)) !== true)
    fail(`G1 ${name} is told that the committee has what it has not`);
}

/** A frame for people. */
export function wordsOf(frame: Uint8Array): string {
  const sync = decodeSyncFrame(frame);
  if (!sync.ok || sync.value === null) {
    const join = decodeJoinFrame(frame);
    return join.ok ? (join.value?.type ?? 'unknown') : 'malformed';
  }
  switch (sync.value.type) {
    case 'have':
      return `have ${sync.value.logs.map(({ log, seq }) => `${log.slice(0, 4)}:${seq}`).join(' ')}`;
    case 'entries':
      return `entries ${sync.value.batches.map(({ log, entries }) => `${log.slice(0, 4)}+${entries.length}`).join(' ')}`;
    case 'ack':
      return `ack ${sync.value.logs.map(({ log, seq }) => `${log.slice(0, 4)}:${seq}`).join(' ')}`;
    case 'heard':
    case 'bye':
      return sync.value.type;
  }
}

/** A map whose first text is `ack`: cheaper than reading every frame. */
function isAck(frame: Uint8Array): boolean {
  const start = Buffer.from(frame.buffer, frame.byteOffset, Math.min(frame.length, 16));
  return start.includes('cack');
}
