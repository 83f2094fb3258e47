/**
 * Further windows of the hall by name, each with a content of its own (rule W11). They are this laptop's, kept in the folder's local
 * settings; like the projector they come back after a crash and close with the folder.
 */
import type { CeremonyState } from '../../shared/ipc/ceremony.ts';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import type { Desk } from './desk.ts';
import type { ShellPorts } from './ports.ts';

/** The shell, which itself closes them. */
interface HallOwner {
  readonly ports: ShellPorts;
  readonly desk: () => Desk | null;
}

export function hallWindowView(shell: HallOwner, id: string): ProjectorView {
  const desk = shell.desk();
  const known = desk?.settings.get().windows.find((each) => each.id === id);
  return desk === null || known === undefined ? { type: 'blank' } : desk.ceremony.viewOf(known.content, known.overscan);
}

export function hallWindowsState(shell: HallOwner): CeremonyState['windows'] {
  const windows = shell.desk()?.settings.get().windows ?? [];
  return windows.map(({ id, name, content, overscan }) => {
    const screen = shell.ports.hallWindow(id);
    return { id, name, content, overscan, isOpen: screen.isOpen(), display: screen.place().display };
  });
}

/** Every window of the hall shows the picture of this moment. */
export function refreshHall(shell: HallOwner): void {
  shell.ports.projector.refresh();
  for (const { id } of shell.desk()?.settings.get().windows ?? []) shell.ports.hallWindow(id).refresh();
}

/** Where each one is open now is known after a crash. */
export function keepHall(desk: Desk, ports: ShellPorts): void {
  const kept = desk.settings.get();
  const openAt = (screen: ShellPorts['projector']) => (screen.isOpen() ? { display: screen.place().display } : null);
  const next = {
    ...kept,
    projector: openAt(ports.projector),
    windows: kept.windows.map((each) => ({ ...each, open: openAt(ports.hallWindow(each.id)) })),
  };
  if (JSON.stringify(next) !== JSON.stringify(kept)) desk.settings.set(next);
}

/** Where they stood, whoever is signed in (rule C7). */
export function resumeHall(desk: Desk, ports: ShellPorts): void {
  const { projector, windows } = desk.settings.get();
  if (projector !== null) ports.projector.open(projector.display ?? undefined);
  for (const { id, open } of windows) if (open !== null) ports.hallWindow(id).open(open.display ?? undefined);
}

/** With the folder or the application; what was open is not opened again by itself. */
export function closeHall(ports: ShellPorts, desk: Desk | null): void {
  const windows = desk?.settings.get().windows ?? [];
  ports.projector.close();
  for (const { id } of windows) ports.hallWindow(id).close();
  if (desk?.contest.kind !== 'committee') return;
  const kept = desk.settings.get();
  if (kept.projector === null && windows.every(({ open }) => open === null)) return;
  desk.settings.set({ ...kept, projector: null, windows: windows.map((each) => ({ ...each, open: null })) });
}
