/**
 * Who is the committee, who sits where, and who may read what: folded from the committee's facts (rules D1, L6, L7, L19). Every
 * laptop keeps the key of the committee that founded the contest (rule S4); whatever else anybody may do follows from the facts
 * of whoever is the committee by then.
 */
import { sharedKeyName, type Contest, type Device } from '../domain/contest.ts';
import type { Author, LogOpened, RecordedEvent } from '../domain/facts/events.ts';
import type { DeviceId, JurorId, LogId } from '../domain/ids.ts';
import { toBase32 } from '../lib/base32.ts';
import { acceptedUpTo, type ReadLog } from './revocation.ts';

/** A log, with who opened it. */
export interface OpenedLog extends ReadLog {
  readonly opening: Pick<LogOpened, 'role' | 'seat' | 'signingKey'>;
  readonly device: DeviceId;
}

export interface Authority {
  /** Its facts are the committee's. */
  readonly isCommittee: (log: OpenedLog) => boolean;
  /** As whom a log's entries count; null: as nobody (yet). */
  readonly authorOf: (log: OpenedLog) => Author | null;
  /** The last entry of a log that counts; null: all do. */
  readonly acceptedUpTo: (log: OpenedLog) => number | null;
  /** Of a revoked device: the entry that ends what counts, by its hash. */
  readonly isAcceptedEnd: (log: OpenedLog, hash: Uint8Array) => boolean;
}

/** What the committee's facts say of one device. */
interface Admission {
  readonly seat: JurorId;
  readonly signingKey: string;
  /** Null: not revoked. */
  readonly revoked: {
    readonly upTo: ReadonlyMap<string, number>;
    /** Hashes of the last accepted entries: when one comes, more is known of where they are held. */
    readonly ends: ReadonlySet<string>;
  } | null;
}

/** `founder`: the public signing key of the committee that founded the contest, base32. `facts`: the committee's, in order. */
export function authorityOf(
  founder: string,
  facts: readonly RecordedEvent['event'][],
  logs: readonly OpenedLog[],
): Authority {
  const admissions = admissionsOf(facts, logs);
  return {
    isCommittee,
    authorOf: (log) => {
      if (isCommittee(log)) return { role: 'committee', device: log.device };
      const { seat } = log.opening;
      return seat === null || admissionOf(log) === null ? null : { role: 'seat', seat, device: log.device };
    },
    acceptedUpTo: (log) => {
      const revoked = admissionOf(log)?.revoked ?? null;
      return revoked === null ? null : (revoked.upTo.get(log.id) ?? 0);
    },
    isAcceptedEnd: (log, hash) => {
      const revoked = admissions.get(log.device)?.revoked ?? null;
      return revoked !== null && revoked.ends.has(toBase32(hash));
    },
  };

  function isCommittee({ opening }: OpenedLog): boolean {
    return opening.role === 'committee' && opening.signingKey === founder;
  }

  /** A seat's log counts once its device is admitted to that seat. */
  function admissionOf({ device, opening }: OpenedLog): Admission | null {
    const admission = admissions.get(device);
    const { seat, signingKey } = opening;
    return seat === null || admission?.seat !== seat || admission.signingKey !== signingKey ? null : admission;
  }
}

/** Facts after which logs that were read before may count for another, or up to another end. */
export function changesAuthority({ type }: RecordedEvent['event']): boolean {
  return type === 'device-admitted' || type === 'device-revoked';
}

/** Those whom the contest key is wrapped for, by their box keys: the committee, and every laptop that is admitted. */
export function readersOfFacts(contest: Contest, committee: { readonly boxKey: string }): ReadonlySet<string> {
  const admitted = [...contest.devices.values()].filter(({ revoked }) => revoked === null);
  return new Set([committee.boxKey, ...admitted.map(({ boxKey }) => boxKey)]);
}

/** True when the log's data key is wrapped for the laptop, by its writer or by the committee. */
export function mayRead(
  contest: Contest,
  openings: ReadonlyMap<LogId, LogOpened>,
  { device, boxKey }: Pick<Device, 'device' | 'boxKey'>,
  log: LogId,
): boolean {
  const isOwn = openings.get(log)?.dataKey?.wraps.some((each) => each.boxKey === boxKey) === true;
  return isOwn || contest.sharedKeys.has(sharedKeyName(log, device));
}

function admissionsOf(
  events: readonly RecordedEvent['event'][],
  logs: readonly OpenedLog[],
): ReadonlyMap<string, Admission> {
  const admissions = new Map<string, Admission>();
  for (const event of events) {
    if (event.type === 'device-admitted') {
      admissions.set(event.device, { seat: event.seat, signingKey: event.signingKey, revoked: null });
    }
    const known = event.type === 'device-revoked' ? admissions.get(event.device) : undefined;
    if (event.type === 'device-revoked' && known !== undefined) {
      const own = logs.filter(({ device }) => device === event.device);
      const ends = new Set(event.upTo.map(({ hash }) => hash));
      admissions.set(event.device, { ...known, revoked: { upTo: acceptedUpTo(event.upTo, own), ends } });
    }
  }
  return admissions;
}
