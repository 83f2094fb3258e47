/**
 * Who works at the window (rule P2): the committee or a seat, opened by their PIN, one at a time. On a laptop that carries more
 * than one of them a seat's session ends by itself after a time without input. `visibleEvents` is the one place that decides
 * what a window may hold (rule V2).
 */
import type { JurorId } from '../../shared/domain/ids.ts';
import type { Author, RecordedEvent } from '../../shared/domain/facts/events.ts';
import type { Session } from '../../shared/ipc/app.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import type { Words } from '../../shared/say/words.ts';
import type { Person, Pins } from './pins.ts';
import { createRecoveryCode } from './recovery-code.ts';
import { refusePin, refuseRecovery, refuseShell } from './refuse.ts';

/** The people whom this laptop serves for one contest. */
export interface Roles {
  readonly kind: 'committee' | 'juror';
  readonly seats: readonly JurorId[];
}

export interface PinChange {
  readonly oldPin: string | undefined;
  /** Null removes it. */
  readonly pin: string | null;
}

export interface Recovery {
  readonly code: string;
  /** The new one. */
  readonly pin: string;
}

export interface Sessions {
  readonly current: () => Session | null;
  readonly signIn: (session: Session, pin: string | undefined) => Result<Session, ShellError>;
  readonly signOut: () => void;
  readonly setPin: (session: Session, change: PinChange) => Result<null, ShellError>;
  /** A new code, for the signed-in committee with its PIN; shown once. */
  readonly makeRecoveryCode: (pin: string) => Result<{ readonly code: string }, ShellError>;
  /** Instead of the forgotten PIN: sets a new one and signs the committee in. */
  readonly recover: (recovery: Recovery) => Result<Session, ShellError>;
  /** Input at the window. */
  readonly touch: () => void;
  /** Ends the session of a seat that has been idle, or `certainly`: nobody knows for how long. True when it did. */
  readonly expire: (certainly?: boolean) => boolean;
}

export function sessionKey(session: Session): Person {
  return session.role === 'committee' ? 'committee' : `seat:${session.seat}`;
}

/** `nowMs`: a clock that does not jump. `changed` is called after each change of the person. */
export function createSessions(
  roles: () => Roles,
  pins: Pins,
  { nowMs, changed, words }: { readonly nowMs: () => number; readonly changed: () => void; readonly words: Words },
): Sessions {
  const { refused } = words.application;
  const recovery = createRecoveryCode(pins);
  let session = onlyPerson();
  let lastInputAtMs = nowMs();
  return {
    current: () => session,
    signIn,
    signOut: () => change(null),
    setPin,
    makeRecoveryCode,
    recover,
    touch: () => {
      lastInputAtMs = nowMs();
    },
    expire,
  };

  function signIn(wanted: Session, pin: string | undefined): Result<Session, ShellError> {
    if (!serves(wanted)) return refuseShell('unknown-role', refused.roleNotHere);
    const checked = pins.check(sessionKey(wanted), pin);
    if (!checked.ok) return refusePin(words, checked.error);
    lastInputAtMs = nowMs();
    change(wanted);
    return ok(wanted);
  }

  /** The person's own PIN; the signed-in committee may give a seat a new one when its PIN was forgotten. */
  function setPin(wanted: Session, { oldPin, pin }: PinChange): Result<null, ShellError> {
    if (!serves(wanted)) return refuseShell('unknown-role', refused.roleNotHere);
    const key = sessionKey(wanted);
    const isCommitteeHelping = session?.role === 'committee' && wanted.role === 'seat';
    const isOwn = session !== null && sessionKey(session) === key;
    if (!isCommitteeHelping && !isOwn) return refuseShell('not-signed-in', refused.signInForPin);
    if (pin === null && rolesHere() > 1) {
      return refuseShell('pin-needed', refused.pinStays);
    }
    if (!isCommitteeHelping) {
      const checked = pins.check(key, oldPin);
      if (!checked.ok) return refusePin(words, checked.error);
    }
    pins.set(key, pin);
    if (pin === null && wanted.role === 'committee') recovery.forget();
    return ok(null);
  }

  function makeRecoveryCode(pin: string): Result<{ readonly code: string }, ShellError> {
    if (session?.role !== 'committee') return refuseShell('not-signed-in', refused.signInAsCommittee);
    if (!pins.isSet('committee')) return refuseShell('pin-needed', refused.committeePinFirst);
    const checked = pins.check('committee', pin);
    if (!checked.ok) return refusePin(words, checked.error);
    return ok({ code: recovery.make() });
  }

  function recover({ code, pin }: Recovery): Result<Session, ShellError> {
    const wanted: Session = { role: 'committee' };
    if (!serves(wanted)) return refuseShell('unknown-role', refused.roleNotHere);
    const checked = recovery.check(code);
    if (!checked.ok) return refuseRecovery(words, checked.error);
    pins.set('committee', pin);
    return signIn(wanted, pin);
  }

  function expire(certainly = false): boolean {
    if (session?.role !== 'seat' || rolesHere() < 2) return false;
    if (!certainly && nowMs() - lastInputAtMs < limits.idleSeatMs) return false;
    change(null);
    return true;
  }

  function change(next: Session | null): void {
    const same = (session === null ? '' : sessionKey(session)) === (next === null ? '' : sessionKey(next));
    session = next;
    if (!same) changed();
  }

  /** A laptop that serves one person without a PIN asks nothing. */
  function onlyPerson(): Session | null {
    const { kind, seats } = roles();
    const [seat, ...others] = seats;
    let person: Session | null = null;
    if (kind === 'committee' && seat === undefined) person = { role: 'committee' };
    if (kind === 'juror' && seat !== undefined && others.length === 0) person = { role: 'seat', seat };
    return person === null || pins.isSet(sessionKey(person)) ? null : person;
  }

  function serves(wanted: Session): boolean {
    const { kind, seats } = roles();
    return wanted.role === 'committee' ? kind === 'committee' : seats.includes(wanted.seat);
  }

  function rolesHere(): number {
    const { kind, seats } = roles();
    return seats.length + (kind === 'committee' ? 1 : 0);
  }
}

/** [V2] What a window may hold: the committee everything, a seat the committee's facts and its own, nobody nothing. */
export function visibleEvents(events: readonly RecordedEvent[], session: Session | null): readonly RecordedEvent[] {
  if (session === null) return [];
  if (session.role === 'committee') return events;
  return events.filter(({ author }) => isVisibleToSeat(author, session.seat));
}

function isVisibleToSeat(author: Author, seat: JurorId): boolean {
  return author.role === 'committee' || author.seat === seat;
}
