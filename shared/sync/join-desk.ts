/**
 * The committee's desk for invitations (rule S5): one per seat, as a long secret for files and pictures and as a short code
 * to type; burnt by three failures, renewed by one click. An attempt that was begun and not finished counts as a failure.
 * Every address waits longer after each failure, and all of them together fail only so often within a minute, so that
 * nobody on the network burns every invitation within a moment; who fails is told. A seat that does not exist is answered
 * like any other. What is known of the invitations is kept by the keeper before anybody hears of it, so that a restart
 * neither voids them nor brings void ones back.
 */
import { limits } from '../limits.ts';
import type { Clock, Random } from '../ports.ts';
import { drawDigits } from './short-code.ts';
import { idFrom, type JurorId } from '../domain/ids.ts';

export type InvitationState = 'open' | 'asking' | 'joined' | 'burnt';

export interface DeskInvitation {
  readonly seat: JurorId;
  /** Of the seat in its short code. */
  readonly number: number;
  readonly secret: Uint8Array;
  /** The six of the short code. */
  readonly digits: string;
  readonly state: InvitationState;
  /** The machine that asks or has joined. */
  readonly machine: string | null;
  /** Of these, `limits.joinFailures` burn it. */
  readonly failures: number;
  /** Where they came from since this program began. */
  readonly failedFrom: readonly string[];
}

/** Which invitation a laptop claims to have. */
export type Claim =
  | { readonly type: 'secret'; readonly seat: JurorId }
  | { readonly type: 'code'; readonly number: number };

export type Attempt = BegunAttempt | { readonly type: 'refused'; readonly reason: 'burnt' | 'wait' };

/** Counts as a failure until `proven` takes it back. */
export interface BegunAttempt {
  readonly type: 'begun';
  /** Null: there is no such seat, and nobody is to notice; no proof may count. */
  readonly seat: JurorId | null;
  readonly secret: Uint8Array;
  readonly digits: string;
  readonly proven: () => void;
  /** It has come to nothing: the committee is told. Without effect after `proven` and the second time. */
  readonly failed: () => void;
}

export interface FailedAttempt {
  /** Null: a seat that does not exist was tried. */
  readonly seat: JurorId | null;
  readonly address: string;
  readonly failures: number;
  readonly isBurnt: boolean;
}

/** All wrong tries of the last minutes. */
export interface Guessing {
  readonly count: number;
  readonly addresses: readonly string[];
  /** So many that further ones wait, wherever they come from. */
  readonly isSlowed: boolean;
}

export interface JoinDesk {
  /** A new invitation for that seat; the one before it is void. `number`: wished for, for a seat that had none. */
  readonly invite: (seat: JurorId, number?: number) => DeskInvitation;
  /** In the order in which the seats were first invited. */
  readonly invitations: () => readonly DeskInvitation[];
  readonly begin: (claim: Claim, address: string) => Attempt;
  readonly guessing: () => Guessing;
  /** What has become of the seat since. */
  readonly mark: (seat: JurorId, state: 'open' | 'asking' | 'joined', machine: string | null) => void;
}

export interface KeptInvitation {
  readonly seat: JurorId;
  readonly secret: Uint8Array;
  /** Null: kept by a version that had no short codes. */
  readonly number: number | null;
  readonly digits: string | null;
  readonly failures: number;
  /** Its laptop was admitted. */
  readonly isUsed: boolean;
  readonly machine: string | null;
}

/** Where invitations outlast the process. */
export interface InvitationKeeper {
  /** What the process before has kept. */
  readonly kept: () => readonly KeptInvitation[];
  readonly keep: (invitations: readonly KeptInvitation[]) => void;
}

interface AddressRecord {
  readonly failures: number;
  readonly waitUntilMs: number;
}

interface Failure {
  readonly address: string;
  readonly atMs: number;
}

const MOST_ADDRESSES = 1000;
const MOST_DECOYS = 200;
const MOST_SHOWN_ADDRESSES = 20;

export function createJoinDesk(ports: {
  readonly clock: Clock;
  readonly random: Random;
  readonly keeper: InvitationKeeper;
  /** A person of the committee should see it. */
  readonly onFailed?: (failed: FailedAttempt) => void;
}): JoinDesk {
  const invitations = new Map<string, DeskInvitation>();
  const keptBefore = ports.keeper.kept();
  for (const kept of keptBefore) invitations.set(kept.seat, fromKept(kept));
  // A code that is told must be the same after the next restart.
  if (keptBefore.some(({ digits }) => digits === null)) ports.keeper.keep([...invitations.values()].map(toKept));
  /** For seats that do not exist: they behave like the others. */
  const decoys = new Map<string, DeskInvitation>();
  const addresses = new Map<string, AddressRecord>();
  /** Begun and not proven, in the order of time. */
  let failures: readonly Failure[] = [];

  return {
    invite(seat, number) {
      const kept = invitations.get(seat)?.number ?? freeNumber(number);
      const invitation = fresh(seat, kept);
      put(invitation);
      return invitation;
    },
    invitations: () => [...invitations.values()].map(shown),
    begin,
    guessing() {
      const recent = within(limits.guessingShownMs);
      const from = [...new Set(recent.map((each) => each.address))].slice(-MOST_SHOWN_ADDRESSES);
      return { count: recent.length, addresses: from, isSlowed: isSlowed() };
    },
    mark(seat, state, machine) {
      const invitation = invitations.get(seat);
      if (invitation !== undefined) put({ ...invitation, state, machine });
    },
  };

  function begin(claim: Claim, address: string): Attempt {
    const now = ports.clock.nowMs();
    const record = addresses.get(address);
    const isAhead = record !== undefined && record.waitUntilMs - now <= limits.joinDelayMs;
    if (record !== undefined && isAhead && now < record.waitUntilMs) return { type: 'refused', reason: 'wait' };
    if (isSlowed()) return { type: 'refused', reason: 'wait' };
    const tries = (record?.failures ?? 0) + 1;
    remember(address, { failures: tries, waitUntilMs: now + delayMs(tries) });
    const invitation = claimed(claim);
    if (shown(invitation).state === 'burnt') return { type: 'refused', reason: 'burnt' };
    const failure: Failure = { address, atMs: now };
    failures = [...failures, failure].slice(-MOST_ADDRESSES);
    const failedFrom = [...invitation.failedFrom.filter((each) => each !== address), address];
    put({ ...invitation, failures: invitation.failures + 1, failedFrom });
    return begun(invitation, failure);
  }

  function begun({ seat, secret, digits }: DeskInvitation, failure: Failure): BegunAttempt {
    const isReal = invitations.get(seat)?.secret === secret;
    let isOver = false;
    return {
      type: 'begun',
      seat: isReal ? seat : null,
      secret,
      digits,
      proven() {
        if (isOver) return;
        isOver = true;
        addresses.delete(failure.address);
        failures = failures.filter((each) => each !== failure);
        const now = current();
        if (now === undefined) return;
        const failedFrom = now.failedFrom.filter((each) => each !== failure.address);
        put({ ...now, failures: Math.max(0, now.failures - 1), failedFrom });
      },
      failed() {
        if (isOver) return;
        isOver = true;
        const now = current();
        const count = now?.failures ?? 0;
        const isBurnt = count >= limits.joinFailures;
        ports.onFailed?.({ seat: isReal ? seat : null, address: failure.address, failures: count, isBurnt });
      },
    };

    /** Undefined: renewed meanwhile, and this attempt is of no concern to the new one. */
    function current(): DeskInvitation | undefined {
      const now = isReal ? invitations.get(seat) : decoys.get(seat);
      return now?.secret === secret ? now : undefined;
    }
  }

  function claimed(claim: Claim): DeskInvitation {
    const real =
      claim.type === 'secret'
        ? invitations.get(claim.seat)
        : [...invitations.values()].find((each) => each.number === claim.number);
    if (real !== undefined) return real;
    // A name that no seat can have.
    const name = idFrom.juror(claim.type === 'secret' ? `?${claim.seat}` : `#${claim.number}`);
    return decoys.get(name) ?? fresh(name, 0);
  }

  function fresh(seat: JurorId, number: number): DeskInvitation {
    const secret = ports.random.bytes(limits.invitationSecretBytes);
    const digits = drawDigits(ports.random);
    return { seat, number, secret, digits, state: 'open', machine: null, failures: 0, failedFrom: [] };
  }

  function freeNumber(wished: number | undefined): number {
    const taken = new Set([...invitations.values()].map((each) => each.number));
    if (wished !== undefined && !taken.has(wished)) return wished;
    let number = 1;
    while (taken.has(number)) number += 1;
    return number;
  }

  function fromKept({
    isUsed,
    seat,
    secret,
    number,
    digits,
    failures: count,
    machine,
  }: KeptInvitation): DeskInvitation {
    return {
      seat,
      secret,
      number: number ?? freeNumber(undefined),
      digits: digits ?? drawDigits(ports.random),
      state: isUsed ? 'joined' : 'open',
      machine,
      failures: count,
      failedFrom: [],
    };
  }

  /** A decoy takes as long as an invitation, so the disk is written to for it too. */
  function put(next: DeskInvitation): void {
    const isReal = !/^[?#]/.test(next.seat);
    const before = isReal ? invitations.get(next.seat) : decoys.get(next.seat);
    if (isReal) invitations.set(next.seat, next);
    else setBounded(decoys, next.seat, next, MOST_DECOYS);
    if (before === undefined || !isKeptAlike(before, next)) ports.keeper.keep([...invitations.values()].map(toKept));
  }

  function remember(address: string, record: AddressRecord): void {
    setBounded(addresses, address, record, MOST_ADDRESSES);
  }

  function isSlowed(): boolean {
    return within(limits.joinPaceMs).length >= limits.joinFailuresInPace;
  }

  /** A clock that was set back does not keep failures for ever. */
  function within(ms: number): readonly Failure[] {
    const now = ports.clock.nowMs();
    return failures.filter(({ atMs }) => atMs > now - ms && atMs <= now);
  }
}

/** Who was asking is gone with the process. */
function toKept({ seat, secret, number, digits, failures, state, machine }: DeskInvitation): KeptInvitation {
  const isUsed = state === 'joined';
  return { seat, secret, number, digits, failures, isUsed, machine: isUsed ? machine : null };
}

function isKeptAlike(a: DeskInvitation, b: DeskInvitation): boolean {
  const isSameState = (a.state === 'joined') === (b.state === 'joined');
  return a.secret === b.secret && a.failures === b.failures && isSameState;
}

function shown(invitation: DeskInvitation): DeskInvitation {
  return invitation.failures >= limits.joinFailures ? { ...invitation, state: 'burnt' } : invitation;
}

/** One second after the first failure, doubling, at most `limits.joinDelayMs`. */
function delayMs(failures: number): number {
  return Math.min(1000 * 2 ** (failures - 1), limits.joinDelayMs);
}

/** The latest entry last; the oldest goes. */
function setBounded<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
