/**
 * The committee's role: keeps one invitation per seat, asks a person before a laptop is admitted, and keeps the admitted
 * ones reconciled (rules S1, S3-S5, S11, S13). Listening and announcing are the platform's; whatever connects is handed to
 * `receive`.
 */
import type { LiveContest } from '../../laptop/live-contest.ts';
import type { DomainError } from '../../domain/facts/errors.ts';
import type { Result } from '../../lib/result.ts';
import { limits } from '../../limits.ts';
import type { StoredEntry } from '../../ports.ts';
import type { AdmittedDevice, CommitteeGatePorts } from '../join-committee.ts';
import { createJoinDesk, type Guessing, type InvitationKeeper } from '../join-desk.ts';
import type { CodeProofs } from '../join-proof.ts';
import { missingHere } from '../step.ts';
import { createAdmitAll, type AdmitAll } from './admit-all.ts';
import { createBudget, type Budget } from './budget.ts';
import { coalesced } from './coalesced.ts';
import { admittedDevice, committeeIdentity, createDoor } from './door.ts';
import { createHub, type HubProblem, type Peer } from './hub.ts';
import { createLaptopTroubles, type LaptopTrouble, type NamedLaptop, type ToldTrouble } from './laptop-troubles.ts';
import type { Connection, ConnectionHandlers, RolePorts } from './ports.ts';
import type { Battery } from '../protocol.ts';
import { createSpread } from './spread.ts';
import { hasGivenBack, mayLackOwnFacts, takingBack } from './recovery.ts';
import { createSeatInvitations, type SeatInvitation } from './seat-invitations.ts';
import type { DeviceId, JurorId, LogId } from '../../domain/ids.ts';

export type CommitteeEvent =
  | { readonly type: 'invitation'; readonly seat: JurorId; readonly code: string; readonly shortCode: string }
  | { readonly type: 'asks'; readonly seat: JurorId; readonly machine: string }
  | { readonly type: 'joined'; readonly seat: JurorId | '' }
  | { readonly type: 'left'; readonly seat: JurorId | '' }
  | { readonly type: 'received'; readonly log: LogId; readonly upTo: number }
  | ({ readonly type: 'problem' } & ToldTrouble)
  | { readonly type: 'problem'; readonly seat: JurorId | ''; readonly problem: HubProblem | JoinProblem }
  /** Anything that a status shows. */
  | { readonly type: 'changed' };

/** Somebody tried to join and did not know the code. `seat` of the event: "" where there is no such seat. */
export interface JoinProblem {
  readonly type: 'wrong-code' | 'code-burnt';
  readonly failures: number;
  readonly address: string;
}

export interface ConnectedDevice {
  readonly device: DeviceId;
  readonly seat: JurorId;
  readonly machine: string;
  readonly connected: boolean;
  readonly lastSeenAtMs: number | null;
  readonly version: string | null;
  /** Entries that this laptop knows to exist at the device and has not received. */
  readonly waiting: number;
  readonly clockOffsetMs: number | null;
  readonly battery: Battery | null;
  /** It is connected, and nothing comes from it. */
  readonly quiet: boolean;
  /** What a person has to know of it; Bahasa Indonesia, with what to do. */
  readonly troubles: readonly string[];
}

export interface CommitteeRole {
  /** The port is open: invites every seat that no laptop has yet. */
  readonly begin: () => void;
  /** Somebody has connected. */
  readonly receive: (connection: Connection) => ConnectionHandlers;
  readonly invitations: () => readonly SeatInvitation[];
  /** Wrong tries of the last minutes. */
  readonly guessing: () => Guessing;
  /** A new invitation for the seat; the one before it is void. */
  readonly renewInvitation: (seat: JurorId) => Result<{ readonly code: string }, DomainError>;
  /** Admits or refuses the laptop that asks for a seat. `isSamePerson`: the seat's earlier scores may be read on it. */
  readonly answer: (seat: JurorId, admit: boolean, isSamePerson: boolean) => Result<null, DomainError>;
  /** Lets laptops with the right code in by itself for a while. */
  readonly admitAll: Omit<AdmitAll, 'end'> & { readonly end: () => void };
  readonly devices: () => readonly ConnectedDevice[];
  /** Some connection has come in since the port was opened. */
  readonly wasReached: () => boolean;
  /** Laptops that hold everything that this one holds, this one included: so many at least, whichever log one looks at. */
  readonly laptops: () => number;
  /** Something of this laptop that a status shows is different now. */
  readonly changed: () => void;
  readonly close: () => void;
}

export interface CommitteePorts extends RolePorts {
  readonly keeper: InvitationKeeper;
  readonly checkCode: CodeProofs['check'];
  /** Where this laptop can be reached best; asked once the port is open. */
  readonly reachedAt: () => { readonly host: string; readonly port: number };
  readonly sayRefusal: CommitteeGatePorts['sayRefusal'];
  /** A laptop's trouble in words; Bahasa Indonesia. */
  readonly sayTrouble: (trouble: LaptopTrouble, of: NamedLaptop) => string;
}

interface Seen {
  readonly atMs: number;
  readonly version: string | null;
  readonly waiting: number;
  readonly clockOffsetMs: number | null;
  readonly battery: Battery | null;
}

/** A status is for people: ten of them a second are plenty. */
const STATUS_DELAY_MS = 100;

export function playCommittee(
  contest: LiveContest,
  ports: CommitteePorts,
  onEvent: (event: CommitteeEvent) => void,
): CommitteeRole {
  const { timers, clock, crypto } = ports;
  const desk = createJoinDesk({
    clock,
    random: ports.random,
    keeper: ports.keeper,
    onFailed: ({ seat, address, failures, isBurnt }) => {
      const problem: JoinProblem = { type: isBurnt && seat !== null ? 'code-burnt' : 'wrong-code', failures, address };
      onEvent({ type: 'problem', seat: seat ?? '', problem });
      if (isBurnt) admitAll.end(true);
      changed.mark();
    },
  });
  const admitAll = createAdmitAll(ports, () => changed.mark());
  const connected = new Map<DeviceId, Peer>();
  const seen = new Map<DeviceId, Seen>();
  const announced = new Set<Peer>();
  /** Laptops that bring back what this one has lost. */
  const helping = new Set<Peer>();
  /** Those that have brought something already: nobody else can claim that. */
  const giving = new Set<Peer>();
  const keys = committeeIdentity(contest);
  let isClosing = false;
  let isSharing = false;
  let wasReached = false;
  let returned = contest.returned();
  const changed = coalesced(
    timers,
    () => {
      troubles.look();
      onEvent({ type: 'changed' });
    },
    STATUS_DELAY_MS,
  );
  const troubles = createLaptopTroubles(contest, ports.sayTrouble, (found) => {
    onEvent({ type: 'problem', ...found });
    changed.mark();
  });
  const budgets = new Map<DeviceId, Budget>();
  const spread = createSpread(contest, crypto);
  const hub = createHub(contest, ports, {
    onStored: (peer, entries) => {
      if (helping.has(peer)) giving.add(peer);
      tellReturned();
      for (const { log, seq } of lastOfEach(entries)) onEvent({ type: 'received', log, upTo: seq });
    },
    onProblem: (peer, problem) => {
      // A branch of the committee's own log (L13) is what it is here for.
      if (helping.has(peer) && problem.type === 'fork') return;
      if (helping.has(peer) && problem.type !== 'storage-failed' && problem.type !== 'internal-error')
        peer.close('refused');
      else if (!troubles.note(peer.name, problem)) onEvent({ type: 'problem', seat: seatOf(peer.name), problem });
    },
    onQuiet: changed.mark,
    onHeard: (peer) => {
      if (helping.has(peer)) return thankHelpers();
      announce(peer);
      const { application, clockOffsetMs, battery } = peer.link;
      const waiting = missingHere(contest.log, peer.link);
      seen.set(peer.name, { atMs: clock.nowMs(), version: application, waiting, clockOffsetMs, battery });
      changed.mark();
    },
  });
  const door = createDoor(contest, ports, desk, keys, {
    onAsk: (seat, machine) => {
      onEvent({ type: 'asks', seat, machine });
      // The gate has not finished its own turn yet.
      timers.soon(() => admitByItself(seat));
    },
    onChanged: changed.mark,
    onAdmitted: welcome,
    isRecovering: (holds) => giving.size < limits.recoveryConnections && mayLackOwnFacts(contest, holds),
    onRecovering: takeBack,
    onLeft: leave,
  });
  const invitations = createSeatInvitations(contest, desk, {
    crypto,
    signingKey: keys.keys.signingKey,
    reachedAt: ports.reachedAt,
    sendAway: door.sendAway,
    onInvitation: ({ seat, code, shortCode }) => onEvent({ type: 'invitation', seat, code, shortCode }),
  });
  let unsubscribe = (): void => undefined;

  return {
    begin,
    receive: (connection) => {
      if (!wasReached) changed.mark();
      wasReached = true;
      return door.receive(connection);
    },
    invitations: invitations.list,
    guessing: desk.guessing,
    renewInvitation: (seat) => {
      const renewed = invitations.renew(seat);
      if (renewed.ok) changed.mark();
      return renewed;
    },
    answer: door.answer,
    wasReached: () => wasReached,
    admitAll: {
      untilMs: admitAll.untilMs,
      endedByGuess: admitAll.endedByGuess,
      end: () => admitAll.end(false),
      begin: () => {
        admitAll.begin();
        admitWhoAsks();
      },
    },
    devices,
    laptops,
    changed: changed.mark,
    close,
  };

  function begin(): void {
    unsubscribe = contest.subscribe(() => {
      closeRevoked();
      inviteSeats();
      shareWhenWhole();
      thankHelpers();
      admitWhoAsks();
      changed.mark();
    });
    timers.soon(() => {
      if (!isClosing) invitations.tellOpen();
      inviteSeats();
      shareWhenWhole();
      changed.mark();
    });
  }

  /**
   * What is still on its way back comes before anything new; what was cut short, or had to wait, is caught up with. In a turn
   * of its own: by then it is known who brought what has just been stored.
   */
  function shareWhenWhole(): void {
    if (isSharing) return;
    isSharing = true;
    timers.soon(() => {
      isSharing = false;
      if (!isClosing && !isComingBack()) void contest.shareAmongLaptops();
    });
  }

  /** Something that this laptop has lost is on its way, or not read yet. Who brings back what is here already (and is not admitted) stops nothing. */
  function isComingBack(): boolean {
    return contest.isReading() || [...giving].some(({ link }) => missingHere(contest.log, link) > 0);
  }

  function admitWhoAsks(): void {
    if (admitAll.untilMs() === null) return;
    for (const { seat, state } of invitations.list()) if (state === 'asking') admitByItself(seat);
  }

  /** A seat that had a laptop before is a person's decision: it may be a substitute, or a thief. */
  function admitByItself(seat: JurorId): void {
    const isNew = ![...contest.contest().devices.values()].some((device) => device.seat === seat);
    if (admitAll.untilMs() !== null && isNew && !isClosing && !isComingBack()) door.answer(seat, true, true);
  }

  function welcome(device: AdmittedDevice, connection: Connection): Peer {
    connection.markProven();
    const old = connected.get(device.device);
    const budget = budgets.get(device.device) ?? createBudget();
    budgets.set(device.device, budget);
    const isLater = (log: LogId) => spread.isLater(device.device, log);
    const peer = hub.add(device.device, connection, { budget, isLater });
    connected.set(device.device, peer);
    old?.close('replaced');
    desk.mark(device.seat, 'joined', device.machine);
    return peer;
  }

  /** It stays for a while though it may turn out not to be admitted: another laptop may bring its admission. */
  function takeBack(device: DeviceId, connection: Connection): Peer {
    connection.markProven();
    const idle = helping.size < limits.recoveryConnections ? undefined : [...helping].find((each) => !giving.has(each));
    idle?.close('busy');
    const peer = hub.add(device, connection, { scope: takingBack(contest, crypto), budget: createBudget() });
    helping.add(peer);
    timers.after(limits.recoveryMs, () => peer.close('not-admitted'));
    return peer;
  }

  /** Each comes back at once, and then everything flows. */
  function thankHelpers(): void {
    for (const peer of helping) if (hasGivenBack(contest, peer)) peer.close('recovered');
  }

  /** A laptop that has just been admitted hangs up to make its folder: it has joined when it speaks. */
  function announce(peer: Peer): void {
    if (announced.has(peer)) return;
    announced.add(peer);
    onEvent({ type: 'joined', seat: seatOf(peer.name) });
  }

  function leave(peer: Peer): void {
    hub.remove(peer);
    giving.delete(peer);
    if (helping.delete(peer)) {
      inviteSeats();
      admitWhoAsks();
      return shareWhenWhole();
    }
    if (connected.get(peer.name) === peer) connected.delete(peer.name);
    if (announced.delete(peer)) onEvent({ type: 'left', seat: seatOf(peer.name) });
  }

  /** What this laptop wrote itself once comes from others: it was lost here, or written elsewhere. */
  function tellReturned(): void {
    const entries = contest.returned();
    if (entries === returned) return;
    returned = entries;
    onEvent({ type: 'problem', seat: '', problem: { type: 'own-entries-returned', entries } });
  }

  function seatOf(device: DeviceId): JurorId | '' {
    return contest.contest().devices.get(device)?.seat ?? '';
  }

  function closeRevoked(): void {
    for (const [device, peer] of connected)
      if (admittedDevice(contest, device)?.isRevoked !== false) peer.close('revoked');
  }

  function inviteSeats(): void {
    // Not while the admissions are on their way back.
    if (!isClosing && !isComingBack()) invitations.inviteFreeSeats();
  }

  function devices(): readonly ConnectedDevice[] {
    const own = new Set(contest.writers().map((writer) => writer.deviceId));
    return [...contest.contest().devices.values()]
      .filter(({ device, revoked }) => revoked === null && !own.has(device))
      .map(({ device, seat, machine }) => {
        const last = seen.get(device);
        return {
          device,
          seat,
          machine,
          connected: connected.has(device),
          lastSeenAtMs: last?.atMs ?? null,
          version: last?.version ?? null,
          waiting: last?.waiting ?? 0,
          clockOffsetMs: last?.clockOffsetMs ?? null,
          battery: last?.battery ?? null,
          quiet: connected.get(device)?.isQuiet() === true,
          troubles: troubles.of(device),
        };
      });
  }

  function laptops(): number {
    const peers = hub.peers().filter((peer) => !helping.has(peer));
    const holders = contest.log
      .heads()
      .map(({ log, seq }) => peers.filter(({ link }) => (link.their.get(log)?.seq ?? 0) >= seq).length);
    return 1 + (holders.length === 0 ? 0 : Math.min(...holders));
  }

  function close(): void {
    isClosing = true;
    changed.stop();
    admitAll.end(false);
    unsubscribe();
    hub.close();
    door.close();
  }
}

function lastOfEach(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  return [...new Map(entries.map((entry) => [entry.log, entry])).values()];
}
