/**
 * The committee's desk for invitations (rule S5): one secret per seat, burnt by three failures, renewed by one click.
 * An attempt that was begun and not finished counts as a failure. Every address waits longer after each failure, so
 * that nobody on the network burns every invitation within a moment. What is known of the invitations is kept by the
 * keeper before anybody hears of it, so that a restart neither voids them nor brings void ones back.
 */
import { limits } from '../limits.ts';
import type { Clock, Random } from '../ports.ts';

export type InvitationState = 'open' | 'asking' | 'joined' | 'burnt';

export interface DeskInvitation {
  readonly seat: string;
  readonly secret: Uint8Array;
  readonly state: InvitationState;
  /** The machine that asks or has joined. */
  readonly machine: string | null;
}

export type Attempt =
  | { readonly type: 'begun'; readonly secret: Uint8Array }
  | { readonly type: 'refused'; readonly reason: 'no-invitation' | 'burnt' | 'wait' };

export interface JoinDesk {
  /** A new invitation for that seat; the one before it is void. */
  readonly invite: (seat: string) => DeskInvitation;
  /** In the order in which the seats were first invited. */
  readonly invitations: () => readonly DeskInvitation[];
  /** Counts a failure until `proven` takes it back. */
  readonly begin: (seat: string, address: string) => Attempt;
  readonly proven: (seat: string, address: string) => void;
  /** What has become of the seat since. */
  readonly mark: (seat: string, state: 'open' | 'asking' | 'joined', machine: string | null) => void;
}

export interface KeptInvitation {
  readonly seat: string;
  readonly secret: Uint8Array;
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

interface Kept extends DeskInvitation {
  readonly failures: number;
}

interface AddressRecord {
  readonly failures: number;
  readonly waitUntilMs: number;
}

const MOST_ADDRESSES = 1000;

export function createJoinDesk(ports: {
  readonly clock: Clock;
  readonly random: Random;
  readonly keeper: InvitationKeeper;
}): JoinDesk {
  const invitations = new Map(ports.keeper.kept().map((kept) => [kept.seat, fromKept(kept)]));
  const addresses = new Map<string, AddressRecord>();

  return {
    invite(seat) {
      const secret = ports.random.bytes(limits.invitationSecretBytes);
      const invitation: Kept = { seat, secret, state: 'open', machine: null, failures: 0 };
      put(invitation);
      return invitation;
    },
    invitations: () => [...invitations.values()].map(shown),
    begin(seat, address) {
      const now = ports.clock.nowMs();
      const record = addresses.get(address);
      const isAhead = record !== undefined && record.waitUntilMs - now <= limits.joinDelayMs;
      if (record !== undefined && isAhead && now < record.waitUntilMs) return { type: 'refused', reason: 'wait' };
      const failures = (record?.failures ?? 0) + 1;
      remember(address, { failures, waitUntilMs: now + delayMs(failures) });
      const invitation = invitations.get(seat);
      if (invitation === undefined) return { type: 'refused', reason: 'no-invitation' };
      if (shown(invitation).state === 'burnt') return { type: 'refused', reason: 'burnt' };
      put({ ...invitation, failures: invitation.failures + 1 });
      return { type: 'begun', secret: invitation.secret };
    },
    proven(seat, address) {
      addresses.delete(address);
      const invitation = invitations.get(seat);
      if (invitation !== undefined) put({ ...invitation, failures: invitation.failures - 1 });
    },
    mark(seat, state, machine) {
      const invitation = invitations.get(seat);
      if (invitation !== undefined) put({ ...invitation, state, machine });
    },
  };

  function put(next: Kept): void {
    const before = invitations.get(next.seat);
    invitations.set(next.seat, next);
    if (before === undefined || !isKeptAlike(before, next)) ports.keeper.keep([...invitations.values()].map(toKept));
  }

  function remember(address: string, record: AddressRecord): void {
    addresses.delete(address);
    addresses.set(address, record);
    const [oldest] = addresses.keys();
    if (addresses.size > MOST_ADDRESSES && oldest !== undefined) addresses.delete(oldest);
  }
}

/** Who was asking is gone with the process. */
function toKept({ seat, secret, failures, state, machine }: Kept): KeptInvitation {
  const isUsed = state === 'joined';
  return { seat, secret, failures, isUsed, machine: isUsed ? machine : null };
}

function fromKept({ isUsed, ...kept }: KeptInvitation): Kept {
  return { ...kept, state: isUsed ? 'joined' : 'open' };
}

function isKeptAlike(a: Kept, b: Kept): boolean {
  const isSameState = (a.state === 'joined') === (b.state === 'joined');
  return a.secret === b.secret && a.failures === b.failures && isSameState;
}

function shown({ failures, ...invitation }: Kept): DeskInvitation {
  return failures >= limits.joinFailures ? { ...invitation, state: 'burnt' } : invitation;
}

/** One second after the first failure, doubling, at most `limits.joinDelayMs`. */
function delayMs(failures: number): number {
  return Math.min(1000 * 2 ** (failures - 1), limits.joinDelayMs);
}
