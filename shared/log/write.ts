/** Writing one's own log: number, chain, clock, hide, sign; durable before anybody hears of it (rules L1, L3). */
import { assert, present } from '../lib/assert.ts';
import { base32Bytes, toBase32 } from '../lib/base32.ts';
import type { DomainEvent, LogOpened } from '../domain/facts/events.ts';
import type { Clock, Crypto, EventLog, Random, StoredEntry } from '../ports.ts';
import { decodeEnvelope, deviceIdOf, encodeEntry, logIdOf, type WrittenForm } from './entry.ts';
import { tick, type ClockReading } from './hybrid-clock.ts';
import type { DeviceId, LogId } from '../domain/ids.ts';

/** What a writer needs to go on with its log. Key bytes are raw. */
export interface LogIdentity {
  readonly log: LogId;
  readonly device: DeviceId;
  readonly signingPrivateKey: Uint8Array;
  readonly form: WrittenForm;
}

export interface WritePorts {
  readonly log: EventLog;
  readonly crypto: Crypto;
  readonly random: Random;
  readonly clock: Clock;
}

/** Begins a log: its identity, and its first entry appended. */
export function beginLog(
  ports: WritePorts,
  keys: { readonly signingPrivateKey: Uint8Array; readonly dataKey: Uint8Array | null },
  opening: Omit<LogOpened, 'type' | 'nonce'>,
): { readonly identity: LogIdentity; readonly entries: readonly StoredEntry[] } {
  const nonce = ports.random.bytes(16);
  const signingKey = base32Bytes(opening.signingKey);
  const identity: LogIdentity = {
    log: logIdOf(signingKey, nonce, ports.crypto),
    device: deviceIdOf(signingKey, ports.crypto),
    signingPrivateKey: keys.signingPrivateKey,
    form: writtenForm(opening, keys.dataKey),
  };
  const event: LogOpened = { type: 'log-opened', ...opening, nonce: toBase32(nonce) };
  return { identity, entries: writeEvents(ports, identity, [event]) };
}

/** How a log with that opening goes on. `dataKey` null: it has none. `contestKey`: what hides the committee's facts (rule L19). */
export function writtenForm(
  { format = 2, knownLogs, knownIds }: Pick<LogOpened, 'format' | 'knownLogs' | 'knownIds'>,
  dataKey: Uint8Array | null,
  contestKey: Uint8Array | null = null,
): WrittenForm {
  return { version: format < 3 ? 2 : 3, key: dataKey, contestKey, knownLogs, knownIds };
}

/** Appends facts to the writer's log, all or none, and returns the entries as stored. `after`: see `merge`. */
export function writeEvents(
  ports: WritePorts,
  identity: LogIdentity,
  events: readonly DomainEvent[],
  after: ClockReading = { ms: 0, counter: 0 },
): readonly StoredEntry[] {
  const { log, crypto, clock } = ports;
  const head = log.head(identity.log);
  let seq = head?.seq ?? 0;
  let prevHash: Uint8Array = head?.hash ?? new Uint8Array(0);
  let reading = later(after, lastReading(log, identity.log, seq));
  const nowMs = clock.nowMs();
  const entries = events.map((event): StoredEntry => {
    assert((seq === 0) === (event.type === 'log-opened'), 'a log begins with its opening, once');
    seq += 1;
    reading = tick(reading, nowMs);
    const form = isForAll(event) ? { ...identity.form, key: null, contestKey: null } : identity.form;
    const header = { log: identity.log, device: identity.device, seq, prevHash, clock: reading };
    const bytes = encodeEntry(header, event, form, ports);
    prevHash = crypto.hash(bytes);
    return { log: identity.log, seq, hash: prevHash, bytes, signature: crypto.sign(identity.signingPrivateKey, bytes) };
  });
  if (entries.length > 0) log.append(entries);
  return entries;
}

/** What says who writes, and by which key a reader can read on. */
function isForAll({ type }: DomainEvent): boolean {
  return type === 'log-opened' || type === 'contest-key-set';
}

function lastReading(log: EventLog, id: LogId, seq: number): ClockReading {
  if (seq === 0) return { ms: 0, counter: 0 };
  const [last] = log.read(id, seq - 1, { entries: 1, bytes: 0 });
  return present(decodeEnvelope(present(last, 'the head is stored').bytes), 'an own entry decodes').clock;
}

function later(a: ClockReading, b: ClockReading): ClockReading {
  return a.ms > b.ms || (a.ms === b.ms && a.counter > b.counter) ? a : b;
}
