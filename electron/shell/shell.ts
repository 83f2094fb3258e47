/**
 * The application without its windows: which contest is open, who is signed in, what the main window is told. One folder at a
 * time. Facts go to the window only through `visibleEvents`; a change of person makes it load again (rule V2).
 */
import type { AppState, DamagedFolder, Session } from '../../shared/ipc/app.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { ContestChange } from '../../shared/laptop/contest-facts.ts';
import { saidFolderError, type FolderError } from '../../shared/say/folders.ts';
import { languageNamed, type Language } from '../../shared/say/language.ts';
import type { NoticeWords } from '../../shared/say/application.ts';
import type { FolderPlace } from '../contest/folder-place.ts';
import { hasEscrow, openEscrow, replaceLockedKeys } from '../contest/key-escrow.ts';
import { openContestFolder, type OpenContest } from '../contest/open-contest.ts';
import { lackingEntries } from '../../shared/log/missing-ends.ts';
import { openOrRecoverFolder } from '../contest/recover-folder.ts';
import type { JsonFile } from '../adapters/files/json-file.ts';
import { withRecent, type AppSettings } from '../adapters/files/app-settings.ts';
import { copiesOf, openDesk, type Desk } from './desk.ts';
import { closeHall } from './hall-windows.ts';
import type { ShellPorts } from './ports.ts';
import { plainRecoveryCode } from './recovery-code.ts';
import { refuseFolder, refuseShell } from './refuse.ts';
import { visibleEvents } from './session.ts';
import { createSteadyClock, type SteadyClock } from './steady-clock.ts';

export interface Shell {
  readonly ports: ShellPorts;
  readonly clock: SteadyClock;
  readonly settings: JsonFile<AppSettings>;
  readonly desk: () => Desk | null;
  readonly session: () => Session | null;
  readonly state: () => AppState;
  /** Takes a contest that was opened or made; the one before is closed. */
  readonly adopt: (contest: OpenContest) => Promise<Desk>;
  /** Opens a folder; nothing happens when it is open already. */
  readonly openPath: (folder: string) => Promise<Result<Desk, ShellError>>;
  /** Mends the damaged folder that was to be opened last, and opens it. */
  readonly recover: () => Promise<Result<Desk, ShellError>>;
  /** Opens the keys of the folder that was to be opened last by the recovery code, and the folder with them. */
  readonly unlock: (code: string) => Promise<Result<Desk, ShellError>>;
  /** Opens what was open when the application ended. */
  readonly reopenLast: () => Promise<void>;
  /** Closed by a person: it is not opened again at the next start. */
  readonly closeFolder: () => Promise<void>;
  /** At the end of the application. */
  readonly shutDown: () => Promise<void>;
  /** Everything that this laptop shows is said in it from now on. */
  readonly chooseLanguage: (language: Language) => void;
  /** Tells the window that names, PINs or the folder changed. */
  readonly stateChanged: () => void;
  /** Called whenever facts came in, or the person or the folder changed. */
  readonly onChange: (listener: () => void) => void;
  /** Called whenever the network changed, often. */
  readonly onNetworkChange: (listener: () => void) => void;
  /** The desk, for the signed-in committee. */
  readonly asCommittee: () => Result<Desk, ShellError>;
  /** The desk, for whoever is signed in. */
  readonly asAnybody: () => Result<Desk, ShellError>;
}

/** `settings`: those of the application's data folder. */
export function createShell(ports: ShellPorts, settings: JsonFile<AppSettings>): Shell {
  const { refused, notices: told } = ports.words.application;
  const clock = createSteadyClock(ports);
  const listeners: (() => void)[] = [];
  const networkListeners: (() => void)[] = [];
  let desk: Desk | null = null;
  let stopListening = () => {};
  /** Said when it is asked for: the language may be another one by then. */
  let notice: () => string | null = noNotice;
  let damaged: Refusing | null = null;
  let locked: Refusing | null = null;
  let isOpening = false;
  /** One folder after the other: the one before is closed, whichever was asked for first. */
  let adopting: Promise<unknown> = Promise.resolve();
  let lastState = '';

  const session = () => desk?.sessions.current() ?? null;

  return {
    ports,
    clock,
    settings,
    desk: () => desk,
    session,
    state,
    adopt,
    openPath,
    recover,
    unlock,
    reopenLast,
    closeFolder,
    shutDown: leave,
    chooseLanguage,
    stateChanged,
    onChange: (listener) => listeners.push(listener),
    onNetworkChange: (listener) => networkListeners.push(listener),
    asCommittee,
    asAnybody,
  };

  function state(): AppState {
    const { version, trialRuntime, contestsFolder } = ports;
    const folder = desk?.folder() ?? null;
    // What is lacking stands beside whatever else there is to say.
    const notices = [notice(), lackNotice(told, desk), returnedNotice(told, desk)].filter((text) => text !== null);
    return {
      version,
      language: languageNamed(settings.get().language),
      trialRuntime,
      contestsFolder,
      ...(ports.hasOpenedFile() ? { invitationWaits: true } : {}),
      ...(isOpening && desk === null ? { isOpening } : {}),
      folder,
      session: session(),
      notice: notices.length === 0 ? null : notices.join(' '),
      damaged: damaged === null ? null : said(damaged),
      locked: locked === null ? null : { ...said(locked), hasCode: hasEscrow(locked.path) },
    };
  }

  function said({ path, error }: Refusing): DamagedFolder {
    return { path, message: saidFolderError(ports.words, error).message };
  }

  function adopt(contest: OpenContest): Promise<Desk> {
    const adopted = adopting.then(() => takeOver(contest));
    adopting = adopted.catch(() => null);
    return adopted;
  }

  async function takeOver(contest: OpenContest): Promise<Desk> {
    await leave();
    const place = ports.placeOf(contest.dir);
    notice = () => placeNotice(told, place);
    damaged = null;
    locked = null;
    const opened = openDesk(contest, ports, clock, {
      sessionChanged,
      networkChanged: () => {
        for (const listener of networkListeners) listener();
      },
    });
    desk = opened;
    stopListening = contest.subscribe(contestChanged);
    remember(opened);
    sessionChanged();
    // A committee's laptop that was restarted is found again by the others without anybody's doing; one without its facts
    // can do nothing else but wait for them.
    const isAwaited = opened.settings.get().port !== null || contest.contest().setup === null;
    if (contest.kind === 'committee' && isAwaited) await opened.network.listen(undefined);
    return opened;
  }

  async function openPath(folder: string): Promise<Result<Desk, ShellError>> {
    if (desk?.contest.dir === folder) return ok(desk);
    const opened = await openContestFolder(folder, { protections: ports.protections });
    if (opened.ok) return ok(await adopt(opened.value));
    const refusing = { path: folder, error: opened.error };
    damaged = opened.error.type === 'damaged' ? refusing : null;
    locked = isKeyProblem(opened.error.type) ? refusing : null;
    stateChanged();
    return refuseFolder(ports.words, opened.error);
  }

  async function recover(): Promise<Result<Desk, ShellError>> {
    if (damaged === null) return refuseShell('no-folder', refused.nothingToRecover);
    const opened = await openOrRecoverFolder(damaged.path, {
      protections: ports.protections,
      copies: copiesOf(ports.dataFolder, damaged.path),
    });
    if (!opened.ok) return refuseFolder(ports.words, opened.error);
    const { contest, recovery } = opened.value;
    const recovered = await adopt(contest);
    ports.log.info(`a damaged folder was recovered: ${recovery?.entries ?? 'all'} entries`);
    if (recovery !== null) notice = () => told.recovered(recovery.entries, recovery.kept);
    stateChanged();
    return ok(recovered);
  }

  async function unlock(code: string): Promise<Result<Desk, ShellError>> {
    if (locked === null) return refuseShell('no-folder', refused.nothingToUnlock);
    const { path: folder } = locked;
    const keys = await openEscrow(folder, plainRecoveryCode(code));
    if (keys === null) return refuseShell('wrong-code', refused.recoveryCodeWrong);
    try {
      replaceLockedKeys(folder, keys, ports.protections[0]);
    } catch {
      return refuseShell('disk', refused.keysUnwritable);
    }
    ports.log.info('the keys of a folder were opened by the recovery code');
    return openPath(folder);
  }

  async function reopenLast(): Promise<void> {
    const folder = settings.get().openFolder;
    if (folder === null) return;
    isOpening = true;
    stateChanged();
    const opened = await openPath(folder).catch((error: unknown) => {
      ports.log.error(`the last folder could not be opened: ${error instanceof Error ? error.message : 'unknown'}`);
      return refuseFolder(ports.words, { type: 'disk', reason: 'cannot-go-on', dir: folder });
    });
    isOpening = false;
    stateChanged();
    if (opened.ok) return;
    ports.log.warn(`the last folder was not opened again: ${opened.error.type}`);
    // Such a one is offered for recovery at every start, until it is recovered or another one is opened.
    if (damaged !== null || locked !== null) return;
    const { message } = opened.error;
    notice = () => message;
    settings.set({ ...settings.get(), openFolder: null });
    stateChanged();
  }

  async function closeFolder(): Promise<void> {
    settings.set({ ...settings.get(), openFolder: null });
    const closing = leave();
    notice = noNotice;
    sessionChanged();
    await closing;
  }

  function chooseLanguage(language: Language): void {
    settings.set({ ...settings.get(), language });
    ports.speak(language);
    stateChanged();
    tellListeners();
  }

  /** At once for the windows; the folder itself is closed when the promise resolves. */
  async function leave(): Promise<void> {
    const closing = desk;
    if (closing !== null) closeHall(ports, closing);
    desk = null;
    stopListening();
    stopListening = () => {};
    await closing?.close();
  }

  /** A convenience: a full disk must not make what was saved look as if it was not. */
  function remember({ contest, folder }: Desk): void {
    const { path, name, kind } = folder();
    const known = { path, name, kind, openedAtMs: ports.nowMs() };
    const isNamed = contest.contest().setup !== null;
    try {
      settings.set(isNamed ? withRecent(settings.get(), known) : { ...settings.get(), openFolder: path });
    } catch {
      ports.log.warn('the recent folders could not be written');
    }
  }

  function contestChanged(change: ContestChange): void {
    desk?.stageClock.follow(change);
    const person = session();
    if (change.type === 'reset') {
      if (person !== null) ports.notify('events-reset', null);
    } else {
      const visible = visibleEvents(change.events, person);
      if (visible.length > 0) ports.notify('events-appended', visible);
    }
    rememberName();
    stateChanged();
    tellListeners();
  }

  /** The recent folders carry the contest's name: it comes, or changes, with the facts. */
  function rememberName(): void {
    if (desk === null || desk.contest.contest().setup === null) return;
    const { path, name } = desk.folder();
    if (settings.get().recent.find((each) => each.path === path)?.name !== name) remember(desk);
  }

  function sessionChanged(): void {
    ports.keepAwake(session() !== null);
    ports.notify('events-reset', null);
    stateChanged();
    tellListeners();
  }

  function stateChanged(): void {
    const current = state();
    const text = JSON.stringify(current);
    if (text === lastState) return;
    lastState = text;
    ports.notify('app-state-changed', current);
  }

  function tellListeners(): void {
    for (const listener of listeners) listener();
  }

  function asCommittee(): Result<Desk, ShellError> {
    if (desk === null) return refuseShell('no-folder', refused.noFolder);
    return session()?.role === 'committee' ? ok(desk) : refuseShell('not-signed-in', refused.signInAsCommittee);
  }

  function asAnybody(): Result<Desk, ShellError> {
    if (desk === null) return refuseShell('no-folder', refused.noFolder);
    return session() === null ? refuseShell('not-signed-in', refused.signInFirst) : ok(desk);
  }
}

/** A folder that was to be opened, and why it was not. */
interface Refusing {
  readonly path: string;
  readonly error: FolderError;
}

function noNotice(): null {
  return null;
}

function isKeyProblem(type: string): boolean {
  return type === 'keys-locked' || type === 'keys-elsewhere' || type === 'keys-damaged';
}

/** Where a folder should not lie; null: nothing to say. */
function placeNotice(told: NoticeWords, place: FolderPlace): string | null {
  switch (place.type) {
    case 'local':
      return null;
    case 'synchronised':
      return told.synchronised(place.service);
    case 'network':
      return told.onNetwork;
  }
}

/** Until it has come back; null: nothing is lacking. */
function lackNotice(told: NoticeWords, desk: Desk | null): string | null {
  const missing = lackingEntries(desk?.contest.awaited() ?? []);
  return missing === 0 ? null : told.lacking(missing);
}

/** The folder was an old one, or is used in two places; null: neither. */
function returnedNotice(told: NoticeWords, desk: Desk | null): string | null {
  const entries = desk?.contest.returned() ?? 0;
  return entries === 0 ? null : told.returned(entries);
}
