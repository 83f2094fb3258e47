/** The first entry of a log: it names the writer, and the log's and the device's ids follow from the writer's key (rule L2). */
import { fromBase32 } from '../lib/base32.ts';
import type { LogOpened } from '../domain/facts/events.ts';
import type { LogId } from '../domain/ids.ts';
import type { Crypto, EventLog } from '../ports.ts';
import { entryAt } from './branches.ts';
import { decodeEnvelope, deviceIdOf, logIdOf, openPayload, type Envelope } from './entry.ts';
import { upcast } from './upcast.ts';

/** What the entry says as an opening, or null when it is none or its ids are not its writer's. */
export function openingOf(envelope: Envelope, crypto: Crypto): LogOpened | null {
  if (envelope.version !== 1 || envelope.seq !== 1) return null;
  const { event } = upcast(openPayload(envelope, null, {}, crypto));
  if (event === null || event.type !== 'log-opened') return null;
  const [signingKey, nonce] = [fromBase32(event.signingKey), fromBase32(event.nonce)];
  // Of the right letters and length, and still the name of no bytes.
  if (signingKey === null || nonce === null) return null;
  if (envelope.log !== logIdOf(signingKey, nonce, crypto)) return null;
  if (envelope.device !== deviceIdOf(signingKey, crypto)) return null;
  if ((event.role === 'seat') !== (event.seat !== null)) return null;
  return event;
}

/** The opening of a log that is held here, or null. */
export function openingHeld(log: EventLog, id: LogId, crypto: Crypto): LogOpened | null {
  const first = entryAt(log, id, 1);
  const envelope = first === null ? null : decodeEnvelope(first.bytes);
  return envelope === null || envelope.log !== id ? null : openingOf(envelope, crypto);
}
