/** Who works at the window, and the place to come back to. */
import type { personRequests } from '../../shared/ipc/person.ts';
import { findJuror } from '../../shared/domain/contest.ts';
import type { JurorId } from '../../shared/domain/ids.ts';
import type { Session } from '../../shared/ipc/app.ts';
import { ok } from '../../shared/lib/result.ts';
import { refreshEscrow, removeEscrow, writeEscrow } from '../contest/key-escrow.ts';
import type { Handlers } from '../ipc/register.ts';
import type { Desk } from './desk.ts';
import { plainRecoveryCode } from './recovery-code.ts';
import { refuseCommand, refuseShell } from './refuse.ts';
import { sessionKey } from './session.ts';
import type { Shell } from './shell.ts';

export function sessionHandlers(shell: Shell) {
  const { words } = shell.ports;
  const { refused } = words.application;
  const noFolder = () => refuseShell('no-folder', refused.noFolder);
  return {
    'sign-in': async ({ session, pin }) => {
      const desk = shell.desk();
      if (desk === null) return noFolder();
      const signedIn = desk.sessions.signIn(session, pin);
      if (!signedIn.ok) shell.ports.log.warn(`sign-in refused: ${signedIn.error.type}`);
      // After a recovery, and in a copy, a seat of this laptop goes on in a new log.
      if (signedIn.ok && session.role === 'seat' && desk.contest.kind === 'committee')
        await beginLog(desk, session.seat);
      return signedIn;
    },
    'sign-out': () => {
      shell.desk()?.sessions.signOut();
      return ok(null);
    },
    'set-pin': ({ session, oldPin, pin }) => {
      const desk = shell.desk();
      if (desk === null) return noFolder();
      const set = desk.sessions.setPin(session, { oldPin, pin });
      if (set.ok && pin === null && session.role === 'committee') removeEscrow(desk.contest.dir);
      if (set.ok) shell.stateChanged();
      return set;
    },
    'make-recovery-code': async ({ pin }) => {
      const desk = shell.desk();
      if (desk === null) return noFolder();
      const made = desk.sessions.makeRecoveryCode(pin);
      if (!made.ok) return made;
      try {
        await writeEscrow(desk.contest.dir, desk.contest.keysForCopy(), plainRecoveryCode(made.value.code));
      } catch {
        return refuseShell('disk', refused.recoveryCodeUnsaved);
      }
      shell.stateChanged();
      return made;
    },
    'recover-committee': ({ code, pin }) => {
      const desk = shell.desk();
      if (desk === null) return noFolder();
      const recovered = desk.sessions.recover({ code, pin });
      if (!recovered.ok) shell.ports.log.warn(`recovery refused: ${recovered.error.type}`);
      return recovered;
    },
    'add-local-seat': async ({ seat, pin }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const desk = allowed.value;
      const { setup } = desk.contest.contest();
      if (setup === null || findJuror(setup, seat) === undefined) {
        return refuseShell('unknown-role', refused.noSuchJuror);
      }
      if (!desk.pins.isSet('committee')) {
        return refuseShell('committee-pin-needed', refused.committeePinForSeats);
      }
      // The PIN first: a seat that is there after a crash has one.
      desk.pins.set(`seat:${seat}`, pin);
      const added = await desk.contest.addLocalSeat(seat);
      if (!added.ok) return refuseCommand(words, added.error);
      // Without it the code still opens the committee's own keys.
      await refreshEscrow(desk.contest.dir, desk.contest.keysForCopy()).catch(() => undefined);
      shell.stateChanged();
      return ok(desk.folder());
    },
    'remember-place': ({ place }) => {
      const desk = shell.desk();
      const key = keyOf(shell.session());
      if (desk === null || key === null || desk.places.get()[key] === place) return ok(null);
      try {
        desk.places.set({ ...desk.places.get(), [key]: place });
      } catch {
        // A full disk is told with the next score, not with the next field.
      }
      return ok(null);
    },
    'recall-place': () => {
      const key = keyOf(shell.session());
      return ok(key === null ? null : (shell.desk()?.places.get()[key] ?? null));
    },
  } satisfies Handlers<keyof typeof personRequests>;
}

/** A disk that refuses is told of at the first score. */
async function beginLog({ contest }: Desk, seat: JurorId): Promise<void> {
  await contest.beginSeatLog(seat).catch(() => undefined);
}

function keyOf(session: Session | null): string | null {
  return session === null ? null : sessionKey(session);
}
