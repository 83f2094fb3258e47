/**
 * The open contest and the laptops connected to it: drives the sync step of every link, one bounded piece of work at a
 * time so that typing never stalls, and passes what one laptop sends on to all others (rules S1, S6, S10).
 */
import type { LogOpened } from '../../domain/facts/events.ts';
import type { LiveContest } from '../../laptop/live-contest.ts';
import { err } from '../../lib/result.ts';
import { limits } from '../../limits.ts';
import type { Batch } from '../../log/receive.ts';
import type { LogHead, StoredEntry } from '../../ports.ts';
import { rememberedFrames } from '../entry-frames.ts';
import { createSilence } from '../silence.ts';
import { createLink, step, type Link, type SyncInput, type SyncPorts, type SyncProblem } from '../step.ts';
import type { Budget } from './budget.ts';
import { createSpreadTurns } from './spread.ts';
import { createTurns, type Turns } from './turns.ts';
import type { Connection, RolePorts } from './ports.ts';
import type { DeviceId, LogId } from '../../domain/ids.ts';

export interface HubListener {
  /** Entries from that laptop are on this one's disk. */
  readonly onStored: (peer: Peer, entries: readonly StoredEntry[]) => void;
  readonly onProblem: (peer: Peer, problem: HubProblem) => void;
  /** What is known of that laptop has changed. */
  readonly onHeard: (peer: Peer) => void;
  /** It has begun or ceased not to answer. */
  readonly onQuiet: (peer: Peer) => void;
}

export type HubProblem =
  | SyncProblem
  /** `internal-error`: a fault of the program, not of the disk. */
  | { readonly type: 'storage-failed' | 'internal-error'; readonly reason: string }
  /** So many entries of a log that this laptop was writing came from others, since the contest was opened. */
  | { readonly type: 'own-entries-returned'; readonly entries: number };

/** A laptop that has proven who it is, as long as it is connected. */
export interface Peer {
  /** The device's. */
  readonly name: DeviceId;
  readonly link: Link;
  /** Nothing at all has come from it for `quietMs`, though the connection stands. */
  readonly isQuiet: () => boolean;
  readonly deliver: (frame: Uint8Array) => void;
  readonly close: (reason: string) => void;
}

/** What of this laptop's logs a connection is about. */
export interface LinkScope {
  /** The logs that the other side is told of and gets. */
  readonly shown: () => readonly LogHead[];
  /** Whether this may be taken from the other side at all. */
  readonly accepts: (batch: Batch) => boolean;
}

export interface PeerOptions {
  readonly scope?: LinkScope;
  readonly budget?: Budget;
  /** Logs that this laptop need not have soon (S22). */
  readonly isLater?: (log: LogId) => boolean;
}

export interface Hub {
  readonly peers: () => readonly Peer[];
  /** Without `scope`: all logs; without `budget`: as fast as it can. */
  readonly add: (name: DeviceId, connection: Connection, options?: PeerOptions) => Peer;
  readonly remove: (peer: Peer) => void;
  readonly close: () => void;
}

interface RunningPeer extends Peer {
  /** Goes on sending in a turn of its own: a tick has passed, or more is here. */
  readonly tickSoon: () => void;
  readonly tellSoon: () => void;
  /** At the frames that brought what could not be taken yet; what there was no room for comes anew. */
  readonly lookAgain: () => void;
  /** This laptop has listened for so long since the last time. */
  readonly listened: (ms: number) => void;
}

/** What is asked of the contest. */
type HubContest = Pick<LiveContest, 'log' | 'receiveAll' | 'onAppended' | 'subscribe'> & {
  readonly openings: () => ReadonlyMap<LogId, Pick<LogOpened, 'role'>>;
};

export function createHub(contest: HubContest, rolePorts: RolePorts, listener: HubListener): Hub {
  const { timers, clock, elapsedMs, application, battery } = rolePorts;
  const peers = new Set<RunningPeer>();
  const turns = createTurns(rolePorts);
  const encodeEntries = rememberedFrames();
  const turnsLater = createSpreadTurns(elapsedMs);
  const unsubscribe = contest.onAppended(() => {
    turnsLater.somethingNew();
    tellOthers(null);
  });
  const unsubscribeFromFacts = contest.subscribe(({ type }) => {
    if (type === 'reset') expectAgain();
  });
  let tickedAtMs = elapsedMs();
  const stopTicking = timers.every(limits.tickMs, tick);

  return {
    peers: () => [...peers],
    add,
    remove: (peer) => {
      for (const each of peers) if (each === peer) peers.delete(each);
    },
    close: () => {
      stopTicking();
      unsubscribe();
      unsubscribeFromFacts();
      for (const peer of peers) peer.close('closing');
    },
  };

  function tick(): void {
    const nowMs = elapsedMs();
    const listenedMs = nowMs - tickedAtMs;
    tickedAtMs = nowMs;
    turnsLater.tick();
    for (const peer of peers) {
      peer.listened(listenedMs);
      peer.tickSoon();
    }
  }

  /** Who was not known as admitted may be by now (L6, L19): what waits for that is looked at once more. */
  function expectAgain(): void {
    for (const peer of peers) {
      if (peer.link.later.size === 0) continue;
      peer.link.later.clear();
      peer.lookAgain();
    }
  }

  /** What comes meanwhile is told with it. */
  function tellOthers(except: Peer | null): void {
    for (const peer of peers) if (peer !== except) peer.tellSoon();
  }

  function add(name: DeviceId, connection: Connection, { scope, budget, isLater }: PeerOptions = {}): Peer {
    const link = createLink();
    const inbox = createInbox(rolePorts, turns, connection, budget, (frame) => run({ type: 'frame', frame }));
    let heardAtMs = connection.lastSignMs();
    const silence = createSilence();
    /** Frames with entries of somebody who is not known here as admitted. */
    let postponed: Uint8Array[] = [];
    let isPostponed = false;
    const ports: SyncPorts = {
      log: scope === undefined ? contest.log : { ...contest.log, heads: scope.shown },
      clock,
      elapsedMs,
      transport: connection,
      application,
      ...(battery === undefined ? {} : { battery }),
      receive: (batches) => {
        const received = scope === undefined ? contest.receiveAll(batches) : receiveWithin(scope, batches);
        const stored = received.flatMap((each) => (each.ok ? each.value.fresh : []));
        isPostponed = received.some((each) => !each.ok && each.error.type === 'not-yet');
        if (stored.length > 0) {
          turnsLater.somethingNew();
          tellOthers(peer);
          listener.onStored(peer, stored);
        }
        return received;
      },
      copiesOf: (log) => copiesBeside(peer, log),
      report: (problem) => listener.onProblem(peer, problem),
      ...(isLater === undefined ? {} : { isLater, maySpread: turnsLater.take }),
      encodeEntries,
      comesFirst: (log) => contest.openings().get(log)?.role === 'committee',
    };
    const tick = (): void => run({ type: 'tick' });
    const tell = (): void => run({ type: 'appended' });
    const peer: RunningPeer = {
      name,
      link,
      tickSoon: () => turns.soon(tick),
      tellSoon: () => turns.soon(tell),
      isQuiet: silence.isQuiet,
      listened,
      lookAgain: () => {
        for (const frame of postponed) inbox.put(frame);
        postponed = [];
        turns.soon(tick);
      },
      deliver: (frame) => inbox.put(frame),
      close: (reason) => {
        peers.delete(peer);
        inbox.clear();
        connection.close(reason);
      },
    };
    peers.add(peer);
    run({ type: 'opened' });
    return peer;

    function listened(ms: number): void {
      const lastSignMs = connection.lastSignMs();
      const wasQuiet = silence.isQuiet();
      // What waits here was heard: this laptop has not come to it yet.
      silence.listened(ms, lastSignMs > heardAtMs || inbox.isBusy());
      heardAtMs = lastSignMs;
      if (silence.isDead(link.pace.roundTripMs)) return peer.close('silent');
      connection.ping();
      if (silence.isQuiet() !== wasQuiet) listener.onQuiet(peer);
    }

    function run(input: SyncInput): void {
      if (!peers.has(peer)) return;
      try {
        step(ports, link, input);
      } catch (error) {
        // Nothing of it was stored or confirmed; the link ends, the person is told, and the file takes nothing more.
        const problem = failureOf(rolePorts, error);
        listener.onProblem(peer, problem);
        peer.close(problem.type);
        return;
      }
      if (input.type !== 'frame') return;
      if (isPostponed) postpone(input.frame);
      listener.onHeard(peer);
    }

    function postpone(frame: Uint8Array): void {
      isPostponed = false;
      const bytes = postponed.reduce((sum, each) => sum + each.length, frame.length);
      if (bytes <= limits.postponedBytes) postponed.push(frame);
    }
  }

  function receiveWithin({ accepts }: LinkScope, batches: readonly Batch[]): ReturnType<SyncPorts['receive']> {
    const accepted = batches.filter(accepts);
    const received = contest.receiveAll(accepted);
    return batches.map((batch) => {
      const index = accepted.indexOf(batch);
      return received[index] ?? err({ type: 'bad-opening', log: batch.log, seq: 1 });
    });
  }

  /** How far the laptops other than that one (and than this one) hold a log. */
  function copiesBeside(peer: Peer, log: LogId): readonly number[] {
    return [...peers].flatMap((other) => (other === peer ? [] : (other.link.their.get(log)?.seq ?? [])));
  }
}

/** What was thrown while something was to be stored. */
export function failureOf(
  { isStorageError }: Pick<RolePorts, 'isStorageError'>,
  error: unknown,
): Extract<HubProblem, { type: 'storage-failed' | 'internal-error' }> {
  const reason = error instanceof Error ? error.message : 'unknown';
  return { type: isStorageError(error) ? 'storage-failed' : 'internal-error', reason };
}

/** Frames wait here for their turn; when they come faster than they are worked off, reading from the network pauses. */
function createInbox(
  { timers, elapsedMs }: RolePorts,
  turns: Turns,
  connection: Connection,
  budget: Budget | undefined,
  handle: (frame: Uint8Array) => void,
) {
  let frames: Uint8Array[] = [];
  let waitingBytes = 0;
  let isPaused = false;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || frames.length === 0) return;
    isScheduled = true;
    const waitMs = budget?.waitMs(elapsedMs()) ?? 0;
    if (waitMs > 0) timers.after(waitMs, work);
    else turns.soon(work);
  }

  /** One frame: then the other laptops have theirs. */
  function work(): void {
    isScheduled = false;
    const frame = frames.shift();
    if (frame === undefined) return;
    waitingBytes -= frame.length;
    handle(frame);
    budget?.spend(frame.length, elapsedMs());
    if (isPaused && waitingBytes < limits.inboxBytes / 2) {
      isPaused = false;
      connection.resume();
    }
    schedule();
  }

  return {
    put(frame: Uint8Array): void {
      frames.push(frame);
      waitingBytes += frame.length;
      if (!isPaused && waitingBytes > limits.inboxBytes) {
        isPaused = true;
        connection.pause();
      }
      schedule();
    },
    /** Something waits here: reading may have paused. */
    isBusy: () => frames.length > 0,
    clear(): void {
      frames = [];
      waitingBytes = 0;
    },
  };
}
