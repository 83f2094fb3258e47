/** The projector and the ceremony, for the committee alone. */
import type { ceremonyRequests, CeremonyState } from '../../shared/ipc/ceremony.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import { usualLanguage, type Language } from '../../shared/say/language.ts';
import type { Handlers } from '../ipc/register.ts';
import type { CeremonyDesk } from './ceremony.ts';
import type { Shell } from './shell.ts';

const nothingShown: ReturnType<CeremonyDesk['state']> = {
  act: null,
  done: [],
  rehearsal: false,
  overscan: 0,
  step: 0,
  steps: 0,
  building: false,
  blank: false,
  nextLabel: null,
  shown: { type: 'blank' },
  refused: null,
};

export function ceremonyHandlers(shell: Shell) {
  const { projector } = shell.ports;
  return {
    'ceremony-state': () => ok(ceremonyState(shell)),
    'open-projector': ({ display }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      projector.open(display);
      return ok(ceremonyState(shell));
    },
    'close-projector': () => {
      if (shell.asCommittee().ok) projector.close();
      return ok(ceremonyState(shell));
    },
    'dismiss-projector-notice': () => {
      const allowed = shell.asCommittee();
      if (allowed.ok) {
        allowed.value.ceremony.refusalSeen();
        projector.leaveDisplay();
      }
      return ok(ceremonyState(shell));
    },
    'stage-time': () => ok(shell.session() === null ? null : (shell.desk()?.stageClock.time() ?? null)),
    'project-picture': ({ picture }) => {
      const allowed = shell.asCommittee();
      if (allowed.ok) {
        allowed.value.ceremony.show(picture);
        ceremonyChanged(shell);
      }
      return ok(ceremonyState(shell));
    },
    'start-ceremony': ({ act }) => changed((desk) => desk.start(act)),
    'rehearse-ceremony': ({ rehearsal }) => changed((desk) => desk.rehearse(rehearsal)),
    'set-overscan': ({ percent }) => changed((desk) => desk.setOverscan(percent)),
    'move-ceremony': ({ move }) => changed((desk) => desk.move(move)),
  } satisfies Handlers<keyof typeof ceremonyRequests>;

  function changed(change: (desk: CeremonyDesk) => Result<null, ShellError>): Result<CeremonyState, ShellError> {
    const allowed = shell.asCommittee();
    if (!allowed.ok) return allowed;
    const done = change(allowed.value.ceremony);
    if (!done.ok) return done;
    ceremonyChanged(shell);
    return ok(ceremonyState(shell));
  }
}

/** The projector and the operator's screen follow; the operator's only while the committee is signed in. */
export function ceremonyChanged(shell: Shell): void {
  shell.ports.projector.refresh();
  if (shell.session()?.role === 'committee') shell.ports.notify('ceremony-changed', ceremonyState(shell));
}

/**
 * The projector's window was opened, moved or closed; where it is open now is known after a crash. An end of the application
 * closes it like a person does.
 */
export function projectorChanged(shell: Shell): void {
  const desk = shell.desk();
  const { projector } = shell.ports;
  if (desk?.contest.kind === 'committee') {
    const open = projector.isOpen() ? { display: projector.place().display } : null;
    const kept = desk.settings.get();
    if (JSON.stringify(kept.projector) !== JSON.stringify(open)) desk.settings.set({ ...kept, projector: open });
  }
  ceremonyChanged(shell);
}

/** After a crash the window stands where it stood, with the picture that was on it (rule C7), whoever is signed in. */
export function resumeProjector(shell: Shell): void {
  const desk = shell.desk();
  if (desk?.contest.kind !== 'committee') return;
  const was = desk.settings.get().projector;
  if (was !== null) shell.ports.projector.open(was.display ?? undefined);
}

/** A key at the projector: the ceremony goes on whoever is signed in. A refusal is shown on the operator's screen only. */
export function pressAtProjector(shell: Shell, key: 'next' | 'back' | 'blank' | 'darken'): void {
  const done = shell.desk()?.ceremony.press(key);
  if (done === undefined) return;
  if (!done.ok) shell.ports.log.warn(`the projector's key was refused: ${done.error.type}`);
  ceremonyChanged(shell);
}

/** What the projector shows while this contest is open; black while none is. */
export function projectorView(shell: Shell): ProjectorView {
  return shell.desk()?.ceremony.view() ?? { type: 'blank' };
}

export function projectorLanguage(shell: Shell): Language {
  return shell.desk()?.settings.get().languages.projector ?? usualLanguage;
}

function ceremonyState(shell: Shell): CeremonyState {
  const { projector } = shell.ports;
  const isCommittee = shell.session()?.role === 'committee';
  const state = isCommittee ? shell.desk()?.ceremony.state() : undefined;
  const { display, offered } = projector.place();
  const shown = { projectorOpen: projector.isOpen(), displays: projector.displays(), display, offered };
  return { ...(state ?? nothingShown), ...shown };
}
