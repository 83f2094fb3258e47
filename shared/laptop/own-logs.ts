/**
 * The logs that this laptop writes, with their writers' keys: each begins when it is needed, goes on after what was seen,
 * and ends where somebody else has gone on with it (rules L1, L13). What is written is durable when it is returned; the
 * caller lets the others hear of it.
 */
import { present } from '../lib/assert.ts';
import { base32Bytes, toBase32 } from '../lib/base32.ts';
import type { DomainEvent, LogOpened } from '../domain/facts/events.ts';
import { deviceIdOf } from '../log/entry.ts';
import type { ClockReading } from '../log/hybrid-clock.ts';
import type { Received } from '../log/receive.ts';
import { keysFrom } from '../log/envelope-3.ts';
import { openingHeld } from '../log/opening.ts';
import { beginLog, writeEvents, writtenForm } from '../log/write.ts';
import type { DeviceKeys, EventLog, StoredEntry } from '../ports.ts';
import type { LaptopKeys, LaptopPorts, WriterKeys } from './ports.ts';
import type { WrappedDataKey } from './wrapped-data-key.ts';
import type { DeviceId, JurorId, LogId } from '../domain/ids.ts';

export interface Writer {
  /** Null: the committee. */
  readonly seat: JurorId | null;
  /** Null: not begun yet. */
  readonly log: LogId | null;
  readonly deviceId: DeviceId;
  readonly device: DeviceKeys;
}

/** What a log's opening says of the entries after it. */
export type OpeningForm = Required<Pick<LogOpened, 'format' | 'knownLogs' | 'knownIds'>>;

export interface OwnLogs {
  readonly writers: () => readonly Writer[];
  /** `seat` null: the committee's. */
  readonly writerOf: (seat: JurorId | null) => Writer | undefined;
  /** The data key of a log that is written here, or was until it ended. */
  readonly dataKeyOf: (log: LogId) => Uint8Array | null;
  /** A further seat; its log has not begun. @throws when the disk refuses. */
  readonly addSeat: (seat: JurorId, device: DeviceKeys) => void;
  /** Begins the seat's log; without a data key everybody can read it. @throws when the disk refuses. */
  readonly begin: (seat: JurorId | null, dataKey: WrappedDataKey | null, form: OpeningForm) => readonly StoredEntry[];
  /**
   * Goes on with the seat's log, which has begun, after the reading. `contestKey`: what hides the committee's (rule L19).
   * @throws when the disk refuses.
   */
  readonly append: (
    seat: JurorId | null,
    events: readonly DomainEvent[],
    after: ClockReading,
    contestKey: Uint8Array | null,
  ) => readonly StoredEntry[];
  /**
   * [L13] Own logs of which something comes from elsewhere (the folder was cloned or set back, and somebody has gone on with
   * them) end before anything of it is stored. @throws when the disk refuses.
   */
  readonly endContinued: (received: readonly Received[]) => void;
  /** Seats whose logs have ended since this was last asked. The committee's begins with its next fact. */
  readonly takeEndedSeats: () => readonly JurorId[];
  /** The keys as they are. */
  readonly keys: () => LaptopKeys;
}

export function createOwnLogs(laptop: LaptopPorts, laptopKeys: LaptopKeys, log: EventLog): OwnLogs {
  const { crypto, application, keepKeys } = laptop;
  const ports = { log, crypto, random: laptop.random, clock: laptop.clock };
  const dataKeys = new Map<LogId, Uint8Array>();
  const openings = new Map<LogId, LogOpened>();
  const endedSeats = new Set<JurorId>();
  let keys = laptopKeys;
  let writers = keys.writers.map(writerWith);
  rememberDataKeys();

  return {
    writers: () => writers,
    writerOf: (seat) => writers.find((each) => each.seat === seat),
    dataKeyOf: (id) => dataKeys.get(id) ?? null,
    addSeat: (seat, device) => saveWriters([...keys.writers, { ...device, seat, log: null, dataKey: null }]),
    begin,
    append,
    endContinued,
    takeEndedSeats: () => {
      const seats = [...endedSeats];
      endedSeats.clear();
      return seats;
    },
    keys: () => keys,
  };

  function begin(seat: JurorId | null, dataKey: WrappedDataKey | null, form: OpeningForm): readonly StoredEntry[] {
    const writer = keysOf(seat);
    const { identity, entries } = beginLog(
      ports,
      { signingPrivateKey: base32Bytes(writer.signingPrivateKey), dataKey: dataKey?.bytes ?? null },
      {
        role: seat === null ? 'committee' : 'seat',
        seat,
        signingKey: writer.signingKey,
        boxKey: writer.boxKey,
        dataKey: dataKey === null ? null : committed(dataKey, form),
        machine: keys.machine,
        application,
        // Nothing more where the contest is one of an earlier version, which reads it too.
        ...(form.format > 2 ? form : {}),
      },
    );
    const begun = { ...writer, log: identity.log, dataKey: dataKey === null ? null : toBase32(dataKey.bytes) };
    use(keys.writers.map((each) => (each.seat === seat ? begun : each)));
    try {
      keepKeys(keys);
    } catch {
      // The log is on the disk and takes what is entered now. Until its name is there too, a restart begins a further one.
    }
    return entries;
  }

  function append(
    seat: JurorId | null,
    events: readonly DomainEvent[],
    after: ClockReading,
    contestKey: Uint8Array | null,
  ): readonly StoredEntry[] {
    const writer = keysOf(seat);
    const id = present(writer.log, 'the log has begun');
    const identity = {
      log: id,
      device: deviceOf(writer),
      signingPrivateKey: base32Bytes(writer.signingPrivateKey),
      form: writtenForm(openingOf(id), dataKeys.get(id) ?? null, contestKey),
    };
    return writeEvents(ports, identity, events, after);
  }

  function openingOf(id: LogId): LogOpened {
    const opening = openings.get(id) ?? present(openingHeld(log, id, crypto), 'an own log has its opening');
    openings.set(id, opening);
    return opening;
  }

  /** What the opening says of the data key: nothing that helps whoever it is not wrapped for. */
  function committed({ bytes, wraps }: WrappedDataKey, { format }: OpeningForm): LogOpened['dataKey'] {
    const hashOf = (key: Uint8Array) => toBase32(crypto.hash(key));
    const scores = format > 2 ? { scores: hashOf(keysFrom(bytes, crypto).scores) } : {};
    return { hash: hashOf(bytes), ...scores, wraps: [...wraps] };
  }

  function endContinued(received: readonly Received[]): void {
    const origins = new Set(received.map(({ origin }) => origin));
    const isEnded = ({ log: id }: WriterKeys): boolean => id !== null && origins.has(id);
    if (!keys.writers.some(isEnded)) return;
    for (const { seat } of keys.writers.filter(isEnded)) if (seat !== null) endedSeats.add(seat);
    saveWriters(keys.writers.map((each) => (isEnded(each) ? { ...each, log: null, dataKey: null } : each)));
  }

  function keysOf(seat: JurorId | null): WriterKeys {
    return present(
      keys.writers.find((each) => each.seat === seat),
      'a seat of this laptop',
    );
  }

  function saveWriters(next: LaptopKeys['writers']): void {
    keepKeys({ ...keys, writers: next });
    use(next);
  }

  function use(next: LaptopKeys['writers']): void {
    keys = { ...keys, writers: next };
    writers = next.map(writerWith);
    rememberDataKeys();
  }

  function rememberDataKeys(): void {
    for (const { log: id, dataKey } of keys.writers) {
      if (id !== null && dataKey !== null && !dataKeys.has(id)) dataKeys.set(id, base32Bytes(dataKey));
    }
  }

  function writerWith({ seat, log: id, dataKey: _dataKey, ...device }: WriterKeys): Writer {
    return { seat, log: id, deviceId: deviceOf(device), device };
  }

  function deviceOf({ signingKey }: Pick<DeviceKeys, 'signingKey'>): DeviceId {
    return deviceIdOf(base32Bytes(signingKey), crypto);
  }
}
