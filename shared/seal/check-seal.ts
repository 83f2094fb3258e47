/** Whether a seal is true (Z7): its code, each entry that it covers, and the result that those entries give. */
import { toBase32 } from '../lib/base32.ts';
import type { Contest } from '../domain/contest.ts';
import type { RecordedEvent } from '../domain/facts/events.ts';
import type { LogId } from '../domain/ids.ts';
import type { Seal } from '../domain/seal.ts';
import type { Crypto, EventLog } from '../ports.ts';
import { checkCodeOf } from './check-code.ts';
import { foundingLog } from './propose.ts';
import { isAsSealed } from './sealed-result.ts';

/** The first thing that is wrong. `entry-missing`, `entry-differs`: of the covered end of that log. */
export type SealFault =
  | { readonly type: 'entry-missing' | 'entry-differs'; readonly log: LogId; readonly seq: number }
  | { readonly type: 'other-code' | 'other-result' | 'no-confirmation' };

/** Null: it is true. `readsAll`: every juror's scores can be read here, so that the result can be made anew. */
export function sealFault(
  seal: Seal,
  held: {
    readonly contest: Contest;
    readonly recorded: readonly RecordedEvent[];
    readonly log: Pick<EventLog, 'read'>;
    readonly hash: Crypto['hash'];
    readonly readsAll: boolean;
  },
): SealFault | null {
  const { contest, recorded, log, hash, readsAll } = held;
  for (const { log: id, seq, hash: covered } of seal.covers.values()) {
    const [entry] = log.read(id, seq - 1, { entries: 1, bytes: 0 });
    if (entry?.seq !== seq) return { type: 'entry-missing', log: id, seq };
    if (toBase32(entry.hash) !== covered) return { type: 'entry-differs', log: id, seq };
  }
  const founding = foundingLog(recorded);
  const { scope, digest, previous, code } = seal;
  const covers = [...seal.covers.values()];
  if (founding === null || checkCodeOf({ contest: founding, scope, covers, digest, previous }, hash) !== code) {
    return { type: 'other-code' };
  }
  if (!readsAll) return null;
  if (seal.confirmed === null) return { type: 'no-confirmation' };
  return isAsSealed(contest, seal, hash) ? null : { type: 'other-result' };
}
