/**
 * A contest that is open on a laptop: its logs, its keys in memory, its facts folded. Everything that writes goes through
 * `execute` (people) or `receive` (other laptops), and both end in one durable append before anybody hears of it. Over
 * ports: the application, the command line, the tests and the simulation use the same code.
 */
import { present } from '../lib/assert.ts';
import { base32Bytes, toBase32 } from '../lib/base32.ts';
import { ok, type Result } from '../lib/result.ts';
import { limits } from '../limits.ts';
import type { Command } from '../domain/facts/commands.ts';
import type { Contest, Device } from '../domain/contest.ts';
import { decide } from '../domain/facts/decide.ts';
import { refuse, type DomainError } from '../domain/facts/errors.ts';
import {
  hiddenFactsFormat,
  newestFormat,
  type Author,
  type DomainEvent,
  type LogOpened,
  type RecordedEvent,
} from '../domain/facts/events.ts';
import { entryRef, logOfRef, type DeviceId, type JurorId, type LogId, type Ref } from '../domain/ids.ts';
import { deviceIdOf } from '../log/entry.ts';
import { keysFrom } from '../log/envelope-3.ts';
import { quotasOf } from '../log/quotas.ts';
import type { ReceiveError } from '../log/chain.ts';
import { receiveBatches, type Batch, type Received } from '../log/receive.ts';
import type { EventLog, StoredEntry } from '../ports.ts';
import { readContestFacts, type ContestChange, type VerifiedEntries } from './contest-facts.ts';
import { createContestKeys } from './contest-keys.ts';
import { createDataKeys, createSpareDataKeys } from './data-keys.ts';
import { createListeners } from './listeners.ts';
import { createOwnLogs, type OpeningForm, type Writer } from './own-logs.ts';
import { withNewLogs, type LaptopKeys, type LaptopPorts } from './ports.ts';
import { changesAuthority } from '../trust/authority.ts';
import { logsOfPersonBefore, missingKeys } from '../trust/same-person.ts';

/** Who acts on this laptop. */
export type Actor = { readonly role: 'committee' } | { readonly role: 'seat'; readonly seat: JurorId };

export interface LiveContest {
  readonly kind: 'committee' | 'juror';
  readonly machine: string;
  /** The committee's public keys, base32. */
  readonly committee: { readonly signingKey: string; readonly boxKey: string };
  /** The logs that this laptop writes; `seat` null is the committee's. */
  readonly writers: () => readonly Writer[];
  readonly log: EventLog;
  /**
   * Entries of logs that were written here which came from other laptops since this was opened: the folder had lost them, or
   * it was used in two places (rule L13).
   */
  readonly returned: () => number;
  readonly contest: () => Contest;
  readonly recorded: () => readonly RecordedEvent[];
  /** Who opened each log that is held. */
  readonly openings: () => ReadonlyMap<LogId, LogOpened>;
  /** Admitted laptops with a log that this one cannot read though it should (committee laptops only). */
  readonly unreadableDevices: () => readonly DeviceId[];
  /** Decides, and makes durable what was decided. */
  readonly execute: (actor: Actor, command: Command) => Result<{ readonly refs: readonly Ref[] }, DomainError>;
  /** Takes in what extends a log by right; durable when it returns. @throws when the disk refuses. */
  readonly receive: (batch: Batch) => Result<Received, ReceiveError>;
  /** The same for batches of different logs, in one transaction; one answer per batch. */
  readonly receiveAll: (batches: readonly Batch[]) => readonly Result<Received, ReceiveError>[];
  /** After durability: facts for screens. Returns the function that unsubscribes. */
  readonly subscribe: (listener: (change: ContestChange) => void) => () => void;
  /** After durability: entries of this laptop's own logs, for the network. */
  readonly onAppended: (listener: (entries: readonly StoredEntry[]) => void) => () => void;
  /** A seat whose scores are entered on this very laptop: its own log, admitted at once (committee laptops only). */
  readonly addLocalSeat: (seat: JurorId) => Promise<Result<null, DomainError>>;
  /**
   * Lets a further laptop of the person who sits there read what that person wrote before (committee laptops only): wraps the
   * data keys of those logs for it, of none from before a substitute took the seat. Does nothing for what it can read already.
   */
  readonly shareDataKeys: (device: DeviceId) => Promise<Result<null, DomainError>>;
  /** Lets the laptops that one person uses read each other's later logs too, and all that are admitted the committee's facts (committee laptops only). */
  readonly shareAmongLaptops: () => Promise<void>;
  /**
   * [Z11] Lets every laptop of the contest read all scores, as they are held here now (committee laptops only). `announced`:
   * everything is. `withNotes`: of logs whose one key reads notes too, they are opened as well.
   */
  readonly openScores: (wanted: {
    readonly announced: boolean;
    readonly withNotes: boolean;
  }) => Result<null, DomainError>;
  /** Of the logs whose scores were opened: those that are not held up to their end, or cannot be read here. */
  readonly unread: () => number;
  /** Begins the seat's log once the committee has admitted this laptop (juror laptops). Does nothing when begun. */
  readonly beginSeatLog: (seat: JurorId) => Promise<void>;
  /** Facts of the committee are here that will be read in a moment: what the contest says is not all (rule L19). */
  readonly isReading: () => boolean;
  /** Resolves when every data key that this laptop can open has been opened, and every log that has to begin has begun. */
  readonly keysSettled: () => Promise<void>;
  /** The keys for a copy, in which every log begins anew. */
  readonly keysForCopy: () => LaptopKeys;
}

/** Nothing hides it. */
const readable = { first: [], contestKey: null } as const;

/** Of the log in which a contest is founded now. */
const newForm: OpeningForm = { format: newestFormat, knownLogs: [], knownIds: [] };

/** `log`: verified. `entries`: what of it was read for that; what is absent is read now. */
export function openLiveContest(
  ports: LaptopPorts,
  keys: LaptopKeys,
  log: EventLog,
  entries: VerifiedEntries = new Map(),
): LiveContest {
  const { crypto, keyBox, stored: onStored } = ports;
  const own = createOwnLogs(ports, keys, log);
  const dataKeys = createDataKeys(ports, own);
  const contestKeys = createContestKeys(ports, own, keys.committee, keys.kind === 'committee' && onStored !== null);
  const facts = readContestFacts(ports, log, entries, keys.committee.signingKey, dataKeys, contestKeys);
  const appended = createListeners<readonly StoredEntry[]>();
  const spares = createSpareDataKeys(ports);
  const pending: Promise<void>[] = [];
  let returned = 0;
  let sharingContestKey: Promise<void> = Promise.resolve();
  const committeeDevices = new Set([deviceIdOf(base32Bytes(keys.committee.signingKey), crypto)]);
  for (const { seat, log: begun } of own.writers())
    if (seat !== null && begun !== null) pending.push(prepareSpare(seat));

  return {
    kind: keys.kind,
    machine: keys.machine,
    committee: keys.committee,
    writers: own.writers,
    log,
    returned: () => returned,
    contest: facts.contest,
    recorded: facts.recorded,
    openings: facts.openings,
    unreadableDevices,
    execute,
    receive: (batch) => present(receiveAll([batch])[0], 'one answer per batch'),
    receiveAll,
    subscribe: facts.subscribe,
    onAppended: appended.add,
    addLocalSeat,
    shareDataKeys,
    shareAmongLaptops,
    openScores,
    unread,
    beginSeatLog,
    isReading: contestKeys.isLearning,
    keysSettled: async () => {
      await contestKeys.settled();
      await Promise.all([dataKeys.settled(), ...pending]);
      await sharingContestKey;
    },
    keysForCopy: () => withNewLogs(own.keys()),
  };

  function execute(actor: Actor, command: Command): Result<{ readonly refs: readonly Ref[] }, DomainError> {
    const seat = actor.role === 'seat' ? actor.seat : null;
    const writer = own.writerOf(seat);
    if (writer === undefined || onStored === null) {
      return refuse({ type: 'wrong-role', reason: 'not-a-writer' });
    }
    const author: Author =
      seat === null ? { role: 'committee', device: writer.deviceId } : { role: 'seat', seat, device: writer.deviceId };
    const decided = decide(facts.contest(), author, command);
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return ok({ refs: [] });
    const stored = write(seat, decided.value);
    if (!stored.ok) return stored;
    if (command.type === 'lock-sheet') onStored?.soon();
    if (decided.value.some(changesAuthority)) shareContestKey();
    return ok({ refs: stored.value.map((entry) => entryRef(entry.log, entry.seq)) });
  }

  /** The entries of these facts, durable and told; in a log that begins now where there is none. */
  function write(seat: JurorId | null, events: readonly DomainEvent[]): Result<readonly StoredEntry[], DomainError> {
    const under = seat === null ? underContestKey(events) : { first: [], contestKey: null };
    if (under === null) return refuse({ type: 'storage', reason: 'not-stored' });
    const begun = own.writerOf(seat)?.log === null ? beginNow(seat) : ok(null);
    if (!begun.ok) return begun;
    const { first, contestKey } = under;
    const reading = facts.readingBefore(seat === null ? 'committee' : 'seat');
    const stored = durably(() => own.append(seat, [...first, ...events], reading, contestKey));
    if (!stored.ok) return stored;
    tell(stored.value);
    return ok(stored.value.slice(first.length));
  }

  /** [L19] How the committee's facts are hidden, and what comes before them; null: no key is ready. */
  function underContestKey(events: readonly DomainEvent[]): ReturnType<typeof contestKeys.toWrite> | typeof readable {
    const { format, setup } = facts.contest();
    if (setup !== null && format < hiddenFactsFormat) return readable;
    // It names the key itself.
    if (events[0]?.type === 'contest-key-set') return readable;
    const begun = own.writerOf(null)?.log ?? null;
    return contestKeys.toWrite(facts.contest(), begun === null ? null : facts.contestKeyAt(begun));
  }

  /** [L19] Who was admitted gets the contest key; after a revocation there is another. What is cut short is caught up with. */
  function shareContestKey(): void {
    // A disk that refuses, or a folder that is closed, is told with the next fact.
    sharingContestKey = sharingContestKey.then(giveContestKey).catch(() => undefined);
  }

  async function giveContestKey(): Promise<void> {
    for (;;) {
      const due = await contestKeys.due(facts.contest);
      if (due === null || !write(null, [due]).ok) return;
    }
  }

  /** The committee's log with its first fact (of no contest but the founding), a seat's where it has ended: the score in hand is its first. */
  function beginNow(seat: JurorId | null): Result<null, DomainError> {
    const begun = durably(() =>
      seat === null ? own.begin(null, null, foundedForm() ?? newForm) : beginWithSpare(seat),
    );
    if (!begun.ok) return begun;
    if (begun.value === null) {
      return refuse({ type: 'not-founded', reason: 'not-admitted-yet' });
    }
    tell(begun.value);
    return ok(null);
  }

  function tell(entries: readonly StoredEntry[]): void {
    onStored?.whenQuiet();
    facts.take(entries);
    appended.tell(entries);
  }

  function receiveAll(batches: readonly Batch[]): readonly Result<Received, ReceiveError>[] {
    const answers = receiveOnce(batches);
    // What came beside it may have admitted the writer.
    const again = batches.filter((_batch, at) => isNotYet(answers[at]));
    const isOtherNow = answers.some((each) => each.ok && each.value.fresh.length > 0);
    if (again.length === 0 || !isOtherNow) return answers;
    const later = receiveOnce(again);
    return answers.map((answer, at) => later[again.indexOf(present(batches[at], 'one per answer'))] ?? answer);
  }

  function receiveOnce(batches: readonly Batch[]): readonly Result<Received, ReceiveError>[] {
    const answers = receiveBatches(log, crypto, batches, {
      follow: keys.kind === 'juror',
      beforeStoring: own.endContinued,
      quotas: quotasOf(facts.contest(), committeeDevices, facts.usage()),
    });
    const received = answers.flatMap((each) => (each.ok ? [each.value] : []));
    const fresh = received.flatMap((each) => each.fresh);
    if (received.some(({ moves }) => moves.length > 0)) facts.readAgain();
    else if (fresh.length > 0) facts.take(fresh);
    // Asked once they are read: an opening may have come with them, and a log of one's own has ended with the first of them.
    for (const each of received) if (isWrittenHere(each.origin)) returned += each.fresh.length;
    if (fresh.length > 0) {
      onStored?.whenQuiet();
      goOnInNewLogs();
    }
    return answers;
  }

  function isWrittenHere(id: LogId): boolean {
    const signingKey = facts.openings().get(id)?.signingKey;
    return own.writers().some(({ device }) => device.signingKey === signingKey);
  }

  function goOnInNewLogs(): void {
    // A disk that refuses is told with the next score.
    for (const seat of own.takeEndedSeats()) pending.push(beginSeatLog(seat).catch(() => undefined));
  }

  async function beginSeatLog(seat: JurorId): Promise<void> {
    while (own.writerOf(seat)?.log === null && foundedForm() !== null) {
      await prepareSpare(seat);
      const begun = own.writerOf(seat)?.log === null ? beginWithSpare(seat) : null;
      if (begun !== null) return tell(begun);
    }
  }

  /**
   * [L18] As the contest was founded; null: that is not known here (yet). Logs name most often the facts of the log it was
   * founded in, and its criteria, stages and contestants: so a score is as short for a long name as for a short one.
   */
  function foundedForm(): OpeningForm | null {
    const founding = facts.recorded().find(({ event }) => event.type === 'contest-founded');
    const { setup, format } = facts.contest();
    if (founding === undefined || setup === null) return null;
    const criteria = setup.rubrics.flatMap((rubric) => rubric.criteria);
    const knownIds = [...criteria, ...setup.stages, ...setup.contestants].map(({ id }) => id);
    return { format, knownLogs: [logOfRef(founding.ref)], knownIds: knownIds.slice(0, limits.knownIds) };
  }

  function beginWithSpare(seat: JurorId): readonly StoredEntry[] | null {
    const form = foundedForm();
    if (form === null) return null;
    const begun = spares.spend(seat, (spare) => own.begin(seat, spare, form));
    if (begun !== null) pending.push(prepareSpare(seat));
    return begun;
  }

  async function prepareSpare(seat: JurorId): Promise<void> {
    const { device } = present(own.writerOf(seat), 'a seat of this laptop');
    await spares.prepare(seat, [device.boxKey, keys.committee.boxKey]);
  }

  async function addLocalSeat(seat: JurorId): Promise<Result<null, DomainError>> {
    if (own.writerOf(seat) === undefined) {
      const device = keyBox.makeDeviceKeys();
      const { signingKey, boxKey } = device;
      const admitted = execute(
        { role: 'committee' },
        {
          type: 'admit-device',
          device: deviceIdOf(base32Bytes(signingKey), crypto),
          signingKey,
          boxKey,
          seat,
          machine: keys.machine,
        },
      );
      if (!admitted.ok) return admitted;
      own.addSeat(seat, device);
    }
    await beginSeatLog(seat);
    return ok(null);
  }

  async function shareDataKeys(id: DeviceId): Promise<Result<null, DomainError>> {
    const { contest, openings } = facts.ofKeys();
    const device = contest.devices.get(id);
    if (device === undefined) return refuse({ type: 'unknown-id', reason: 'device-not-admitted' });
    return letRead(device, logsOfPersonBefore(contest, openings, device));
  }

  /** [L7] Whose data key was not wrapped for the committee, or was wrapped wrongly. */
  function unreadableDevices(): readonly DeviceId[] {
    const { contest, openings } = facts.ofKeys();
    return [...openings].flatMap(([id, { role, seat, signingKey }]) => {
      if (role !== 'seat' || !dataKeys.isLacking(id)) return [];
      const device = contest.devices.get(deviceIdOf(base32Bytes(signingKey), crypto));
      return device?.seat === seat && device.revoked === null ? [device.device] : [];
    });
  }

  async function shareAmongLaptops(): Promise<void> {
    shareContestKey();
    const { contest, openings } = facts.ofKeys();
    for (const { device, logs } of missingKeys(contest, openings)) await letRead(device, logs);
  }

  function openScores(wanted: { readonly announced: boolean; readonly withNotes: boolean }): Result<null, DomainError> {
    const isSeats = (opening: LogOpened | undefined) => opening?.role === 'seat';
    const ends = log
      .heads()
      .flatMap(({ log: id, seq }) => (isSeats(facts.openings().get(id)) ? [{ log: id, seq }] : []));
    const keys = [...facts.ofKeys().openings].flatMap(([id, opening]) => {
      const dataKey = isSeats(opening) ? dataKeys.of(id) : null;
      if (dataKey === null) return [];
      const readsNotes = (opening.format ?? 2) < 3;
      return [{ log: id, key: toBase32(readsNotes ? dataKey : keysFrom(dataKey, crypto).scores), readsNotes }];
    });
    const executed = execute({ role: 'committee' }, { type: 'open-scores', ends, keys, ...wanted });
    return executed.ok ? ok(null) : executed;
  }

  function unread(): number {
    const { contest, openings } = facts.ofKeys();
    const { ends } = contest.scoresOpening ?? { ends: new Map<LogId, number>() };
    const isRead = (id: LogId) => !openings.has(id) || dataKeys.readingKeyOf(id) !== null;
    return [...ends].filter(([id, seq]) => (log.head(id)?.seq ?? 0) < seq || !isRead(id)).length;
  }

  async function letRead(device: Device, logs: readonly LogId[]): Promise<Result<null, DomainError>> {
    const missing = await dataKeys.wrapMissing(facts.ofKeys, device, logs);
    if (missing.length === 0) return ok(null);
    const executed = execute({ role: 'committee' }, { type: 'share-data-keys', device: device.device, keys: missing });
    return executed.ok ? ok(null) : executed;
  }

  /** What the disk refuses has not happened; the person hears what to do. @throws what is no fault of the disk. */
  function durably<Stored>(write: () => Stored): Result<Stored, DomainError> {
    try {
      return ok(write());
    } catch (error) {
      if (!ports.isStorageError(error)) throw error;
      return refuse({ type: 'storage', reason: 'not-stored' });
    }
  }
}

function isNotYet(answer: Result<Received, ReceiveError> | undefined): boolean {
  return answer?.ok === false && answer.error.type === 'not-yet';
}
