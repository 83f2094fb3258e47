/** The projector and the ceremony, for the committee alone. */
import type { ceremonyRequests, CeremonyState } from '../../shared/ipc/ceremony.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import { usualLanguage, type Language } from '../../shared/say/language.ts';
import type { Handlers } from '../ipc/register.ts';
import type { CeremonyDesk } from './ceremony.ts';
import type { Desk } from './desk.ts';
import { hallWindowsState, keepHall, refreshHall, resumeHall } from './hall-windows.ts';
import { refuseShell } from './refuse.ts';
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
    'put-hall-window': (window) =>
      changed((_ceremony, { settings }) => {
        const kept = settings.get();
        const isKnown = kept.windows.some(({ id }) => id === window.id);
        if (!isKnown && kept.windows.length >= limits.hallWindows) {
          return refuseShell('too-many-windows', shell.ports.words.application.refused.tooManyWindows);
        }
        const windows = isKnown
          ? kept.windows.map((each) => (each.id === window.id ? { ...window, open: each.open } : each))
          : [...kept.windows, { ...window, open: null }];
        settings.set({ ...kept, windows });
        return ok(null);
      }),
    'remove-hall-window': ({ id }) =>
      changed((_ceremony, { settings }) => {
        shell.ports.hallWindow(id).close();
        settings.set({ ...settings.get(), windows: settings.get().windows.filter((each) => each.id !== id) });
        return ok(null);
      }),
    'open-hall-window': ({ id, display }) =>
      changed((_ceremony, { settings }) => {
        if (settings.get().windows.some((each) => each.id === id)) shell.ports.hallWindow(id).open(display);
        return ok(null);
      }),
    'close-hall-window': ({ id }) =>
      changed(() => {
        shell.ports.hallWindow(id).close();
        return ok(null);
      }),
    'start-ceremony': ({ act }) => changed((desk) => desk.start(act)),
    'forget-acts-done': () => changed((desk) => desk.forgetDone()),
    'rehearse-ceremony': ({ rehearsal }) => changed((desk) => desk.rehearse(rehearsal)),
    'set-overscan': ({ percent }) => changed((desk) => desk.setOverscan(percent)),
    'move-ceremony': ({ move }) => changed((desk) => desk.move(move)),
  } satisfies Handlers<keyof typeof ceremonyRequests>;

  function changed(
    change: (ceremony: CeremonyDesk, desk: Desk) => Result<null, ShellError>,
  ): Result<CeremonyState, ShellError> {
    const allowed = shell.asCommittee();
    if (!allowed.ok) return allowed;
    const done = change(allowed.value.ceremony, allowed.value);
    if (!done.ok) return done;
    ceremonyChanged(shell);
    return ok(ceremonyState(shell));
  }
}

/** The projector and the operator's screen follow; the operator's only while the committee is signed in. */
export function ceremonyChanged(shell: Shell): void {
  refreshHall(shell);
  if (shell.session()?.role === 'committee') shell.ports.notify('ceremony-changed', ceremonyState(shell));
}

/**
 * The projector's window was opened, moved or closed; where it is open now is known after a crash. An end of the application
 * closes it like a person does.
 */
export function projectorChanged(shell: Shell): void {
  const desk = shell.desk();
  if (desk?.contest.kind === 'committee') keepHall(desk, shell.ports);
  ceremonyChanged(shell);
}

/** After a crash the window stands where it stood, with the picture that was on it (rule C7), whoever is signed in. */
export function resumeProjector(shell: Shell): void {
  const desk = shell.desk();
  if (desk?.contest.kind === 'committee') resumeHall(desk, shell.ports);
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
  return { ...(state ?? nothingShown), ...shown, windows: isCommittee ? hallWindowsState(shell) : [] };
}
