/** Stored entries as they go over a wire or into a damaged folder's mending: what the one before says is left out (rule L18). */
import { present } from '../lib/assert.ts';
import type { StoredEntry } from '../ports.ts';
import { decodeEnvelope } from './entry.ts';
import { compacted, isEnvelope3 } from './envelope-3.ts';
import type { Batch } from './receive.ts';

/** @param entries of one log, in order, not empty, the last one signed. */
export function batchOf(entries: readonly StoredEntry[]): Batch {
  const first = present(entries[0], 'a batch is not empty');
  const last = present(entries.at(-1), 'a batch is not empty');
  const signature = present(last.signature, 'a batch ends at a signed entry');
  const batch = { log: last.log, entries: entries.map(({ bytes }) => compacted(bytes)), signature };
  if (!isEnvelope3(first.bytes)) return batch;
  const { log: origin, seq, prevHash } = present(decodeEnvelope(first.bytes), 'a stored entry decodes');
  return { ...batch, from: { origin, seq, prevHash } };
}
