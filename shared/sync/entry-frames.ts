/**
 * Frames with entries as they go over the wire. What one laptop brings goes to all others, mostly in the same pieces: such a frame
 * is encoded once and sent many times (rule S10).
 */
import { equalBytes } from '../lib/bytes.ts';
import { present } from '../lib/assert.ts';
import { batchOf } from '../log/batch.ts';
import type { StoredEntry } from '../ports.ts';
import { encodeFrame } from './protocol.ts';

/** Entries of different logs, each list in order, not empty and its last one signed. */
export type EncodeEntries = (lists: readonly (readonly StoredEntry[])[]) => Uint8Array;

export const encodeEntries: EncodeEntries = (lists) => {
  const batches = lists.map((entries) => {
    const { from, ...batch } = batchOf(entries);
    return { ...batch, entries: [...batch.entries], ...(from === undefined ? {} : { from }) };
  });
  return encodeFrame({ type: 'entries', batches });
};

/** What fifteen laptops send at once, and as much again that some of them are behind. */
const framesKept = 32;

interface KeptFrame {
  /** The last entry of each list vouches by its hash for all before it. */
  readonly ends: readonly StoredEntry[];
  readonly frame: Uint8Array;
}

/** Remembers the last frames. For all links of one laptop together. */
export function rememberedFrames(): EncodeEntries {
  const kept = new Map<string, KeptFrame>();
  return (lists) => {
    const ends = lists.map((entries) => present(entries.at(-1), 'a list is not empty'));
    const name = lists.map((entries, at) => `${ends[at]?.log}:${entries[0]?.seq}-${ends[at]?.seq}`).join(' ');
    const known = kept.get(name);
    const isSame = known?.ends.every((end, at) => equalBytes(end.hash, ends[at]?.hash ?? end.bytes)) === true;
    const frame = known !== undefined && isSame ? known.frame : encodeEntries(lists);
    kept.delete(name);
    kept.set(name, { ends, frame });
    const [oldest] = kept.keys();
    if (kept.size > framesKept && oldest !== undefined) kept.delete(oldest);
    return frame;
  };
}
