/**
 * Composition root of the application: the shell, the contract, and the windows of the hall, behind a main window that is there
 * already (`main.ts`). Everything that decides lies elsewhere; here the parts are joined.
 */
import {
  app,
  ipcMain,
  powerMonitor,
  powerSaveBlocker,
  shell as desktop,
  type BrowserWindow,
  type Protocol,
  type Session,
} from 'electron';
import log from 'electron-log/main.js';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Language } from '../shared/say/language.ts';
import { spokenWords } from '../shared/say/spoken.ts';
import type { Words } from '../shared/say/words.ts';
import { everywhere } from './adapters/network-addresses.ts';
import { localContestsFolder, placeOfFolder, type Surroundings } from './contest/folder-place.ts';
import { answeringInText, channelPrefix, registerRequests } from './ipc/register.ts';
import type { TrustedPage } from './ipc/sender.ts';
import { keyProtections } from './adapters/files/key-store.ts';
import type { JsonFile } from './adapters/files/json-file.ts';
import type { AppSettings } from './adapters/files/app-settings.ts';
import {
  pressAtProjector,
  projectorChanged,
  projectorLanguage,
  projectorView,
  resumeProjector,
} from './shell/ceremony-handlers.ts';
import { closeHall, hallWindowView } from './shell/hall-windows.ts';
import { appScheme } from './windows/app-scheme.ts';
import { createPrinter } from './windows/printing.ts';

import { allHandlers } from './shell/handlers.ts';
import { invitationIn } from './shell/invitation-file.ts';
import type { ShellPorts } from './shell/ports.ts';
import { createShell, type Shell } from './shell/shell.ts';
import { closingQuestion } from './shell/closing.ts';
import { watchShell } from './shell/watch.ts';
import { createDialogs } from './windows/dialogs.ts';
import { hardenSession } from './windows/hardening.ts';
import type { MainWindow } from './windows/main-window.ts';
import { installMenu } from './windows/menu.ts';
import { createHallScreens } from './windows/hall-screens.ts';

/** Closing waits so long for the network and the last copy. */
const shutDownMs = 5_000;

/** What stands before the rest of the code is there. */
export interface Beginning {
  readonly settings: JsonFile<AppSettings>;
  readonly language: Language;
  readonly main: MainWindow;
  /** The main window's own page. */
  readonly trusted: () => TrustedPage | null;
  /** Answers the windows' own scheme in a further session. */
  readonly serve: (target: Protocol) => void;
}

/** What is asked of the application from outside of its windows. */
export interface Application {
  readonly warn: (message: string) => void;
  /** The words that the program was started with, also a second time. */
  readonly started: (parts: readonly string[]) => void;
  readonly touched: () => void;
  readonly mayUseCamera: () => boolean;
  /** The hall's picture of that hash; null: the open contest has none. */
  readonly picture: (hash: string) => Buffer | null;
}

/** From now on the window may ask; what was open last is being opened. */
export function runApplication(beginning: Beginning): Application {
  const { settings } = beginning;
  let main: MainWindow | null = beginning.main;
  let openedFile: string | null = null;
  let isCameraAllowed = false;
  let language = beginning.language;
  const warn = (message: string) => log.warn(message);
  const words = spokenWords(() => language);
  startLog();
  const shell: Shell = createShell(
    portsFor(
      () => main,
      () => shell,
      warn,
      words,
      {
        speak: (chosen) => {
          language = chosen;
          installMenu(words.application.menu, () => main);
        },
        takeOpenedFile: () => {
          const file = openedFile;
          openedFile = null;
          return file;
        },
        hasOpenedFile: () => openedFile !== null,
        allowCamera: (allowed) => {
          isCameraAllowed = allowed;
        },
      },
      beginning.serve,
    ),
    settings,
  );
  quitInOrder(shell);
  registerRequests(answeringInText(ipcMain), allHandlers(shell), {
    trusted: beginning.trusted,
    log,
    words,
  });
  watchShell(shell);
  powerMonitor.on('resume', shell.clock.resumed);
  installMenu(words.application.menu, () => main);
  askBeforeClosing(beginning.main.window, shell);
  beginning.main.window.on('closed', () => {
    main = null;
    closeHall(shell.ports, shell.desk());
  });
  // A person sees at once that something happens; large folders take a while.
  void shell.reopenLast().then(() => resumeProjector(shell));
  return {
    warn,
    started: (parts) => {
      const file = invitationIn(parts);
      if (file === null) return;
      openedFile = file;
      shell.ports.notify('invitation-opened', null);
      shell.stateChanged();
    },
    touched: () => shell.desk()?.sessions.touch(),
    mayUseCamera: () => isCameraAllowed && shell.desk() === null,
    picture: (hash) => shell.desk()?.pictures.read(hash) ?? null,
  };
}

function portsFor(
  main: () => MainWindow | null,
  shell: () => Shell,
  warn: (message: string) => void,
  words: Words,
  own: Pick<ShellPorts, 'speak' | 'takeOpenedFile' | 'hasOpenedFile' | 'allowCamera'>,
  serve: (target: Protocol) => void,
): ShellPorts {
  const system = surroundings();
  const { names } = words.application;
  return {
    words,
    dataFolder: app.getPath('userData'),
    contestsFolder: localContestsFolder(system, app.getPath('userData')),
    formerFolders: [path.join(app.getPath('documents'), 'Gelar Juri')],
    placeOf: (folder) => placeOfFolder(folder, system),
    version: app.getVersion(),
    trialRuntime: Number(process.versions.modules) < oldestModules,
    protections: keyProtections(),
    machine: hostname().slice(0, 100),
    listenHost: app.commandLine.getSwitchValue('listen-host') || everywhere,
    program: process.execPath,
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    dialogs: createDialogs(() => main()?.window ?? null),
    printer: createPrinter((session) => hardenSession(session, warn)),
    ...createHallScreens({
      language: () => projectorLanguage(shell()),
      words: names,
      view: () => projectorView(shell()),
      windowView: (id) => hallWindowView(shell(), id),
      operator: () => main()?.window ?? null,
      onKey: (key) => pressAtProjector(shell(), key),
      onChange: () => projectorChanged(shell()),
      warn,
      prepareSession,
    }),
    notify: (name, value) => {
      const window = main()?.window;
      if (window !== undefined && !window.isDestroyed())
        window.webContents.send(channelPrefix + name, JSON.stringify(value));
    },
    ...own,
    keepAwake: createWakeLock(),
    showInFolder: (file) => desktop.showItemInFolder(file),
    log,
  };

  function prepareSession(session: Session): void {
    if (session.protocol.isProtocolHandled(appScheme)) return;
    hardenSession(session, warn);
    serve(session.protocol);
  }
}

function surroundings(): Surroundings {
  return {
    platform: process.platform,
    env: process.env,
    home: app.getPath('home'),
    realPath: (folder) => realpathSync.native(folder),
    exists: existsSync,
    mounts: () => (existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8') : ''),
  };
}

/** The module version of Electron 45; older: the stand-in runtime for trying the program out. */
const oldestModules = 137;

function startLog(): void {
  log.transports.file.resolvePathFn = () => path.join(app.getPath('userData'), 'catatan', 'gelar-juri.log');
  log.transports.file.level = 'info';
  log.transports.console.level = app.isPackaged ? false : 'warn';
  log.info(`Gelar Juri ${app.getVersion()} begins`);
  process.on('uncaughtException', (error) => log.error(`uncaught: ${placeOf(error)}`));
  process.on('unhandledRejection', (reason) => log.error(`unhandled: ${placeOf(reason)}`));
}

/** Where, not what: a message may quote what was being written. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return `${error.name} ${(error.stack ?? '').split('\n').slice(1, 4).join(' ')}`;
}

function createWakeLock(): (awake: boolean) => void {
  let blocker: number | null = null;
  return (awake) => {
    if (awake === (blocker !== null)) return;
    if (blocker !== null) powerSaveBlocker.stop(blocker);
    blocker = awake ? powerSaveBlocker.start('prevent-display-sleep') : null;
  };
}

/** A person who closes the window by hand is asked where others depend on it; the system and `app.quit` are not kept waiting. */
function askBeforeClosing(window: BrowserWindow, shell: Shell): void {
  let isSure = false;
  app.on('before-quit', () => {
    isSure = true;
  });
  window.on('query-session-end', () => {
    isSure = true;
  });
  window.on('close', (event) => {
    if (isSure) return;
    event.preventDefault();
    void closingQuestion(shell).then(async (question) => {
      isSure = question === null || (await shell.ports.dialogs.confirm(question));
      if (isSure && !window.isDestroyed()) window.close();
    });
  });
}

/** The folder is closed before the process ends; a shut-down that hangs does not keep the application. */
function quitInOrder(shell: Shell): void {
  let isOver = false;
  app.on('will-quit', (event) => {
    if (isOver) return;
    event.preventDefault();
    isOver = true;
    const patience = setTimeout(() => app.exit(0), shutDownMs);
    void shell.shutDown().finally(() => {
      clearTimeout(patience);
      app.exit(0);
    });
  });
}
