/**
 * Composition root of the application: one instance per data folder, the windows' own scheme, the contract, the main window.
 * Everything that decides lies elsewhere; here the parts are joined.
 */
import {
  app,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  shell as desktop,
  type BrowserWindow,
  type Session,
} from 'electron';
import log from 'electron-log/main.js';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { languageNamed, usualLanguage } from '../shared/say/language.ts';
import { spokenWords } from '../shared/say/spoken.ts';
import type { Words } from '../shared/say/words.ts';
import { everywhere } from './adapters/network-addresses.ts';
import { localContestsFolder, placeOfFolder, type Surroundings } from './contest/folder-place.ts';
import { answeringInText, channelPrefix, registerRequests } from './ipc/register.ts';
import { keyProtections } from './adapters/files/key-store.ts';
import { openAppSettings } from './adapters/files/settings.ts';
import {
  pressAtProjector,
  projectorChanged,
  projectorLanguage,
  projectorView,
  resumeProjector,
} from './shell/ceremony-handlers.ts';
import { closeHall, hallWindowView } from './shell/hall-windows.ts';
import { appPage, appScheme, serveApp } from './windows/app-scheme.ts';
import { createPrinter } from './windows/printing.ts';

import { allHandlers } from './shell/handlers.ts';
import { invitationIn } from './shell/invitation-file.ts';
import type { ShellPorts } from './shell/ports.ts';
import { createShell, type Shell } from './shell/shell.ts';
import { closingQuestion } from './shell/closing.ts';
import { watchShell } from './shell/watch.ts';
import { createDialogs } from './windows/dialogs.ts';
import { hardenApplication, hardenSession } from './windows/hardening.ts';
import { createMainWindow, type MainWindow } from './windows/main-window.ts';
import { installMenu } from './windows/menu.ts';
import { createHallScreens } from './windows/hall-screens.ts';

const rendererRoot = path.join(import.meta.dirname, '../renderer');
/** Closing waits so long for the network and the last copy. */
const shutDownMs = 5_000;

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  let main: MainWindow | null = null;
  let shell: Shell | null = null;
  let openedFile = invitationIn(process.argv.slice(1));
  let isCameraAllowed = false;
  const warn = (message: string) => log.warn(message);
  let language = languageNamed(openAppSettings(app.getPath('userData')).get().language);
  const words = spokenWords(() => language);
  startLog();
  // What Chromium itself writes in a page, such as the order of day and month in a date field.
  app.commandLine.appendSwitch('lang', language);
  // Ours comes after the window; Electron would make its own first.
  Menu.setApplicationMenu(null);

  app.on('second-instance', (_event, parts) => {
    offer(invitationIn(parts));
    if (main === null) return;
    if (main.window.isMinimized()) main.window.restore();
    main.window.focus();
  });
  // macOS hands the file over by an event of its own.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    offer(invitationIn([file]));
  });
  app.on('window-all-closed', () => app.quit());
  quitInOrder(() => shell);

  void app.whenReady().then(async () => {
    hardenApplication(warn, () => isCameraAllowed && shell?.desk() === null);
    serve(protocol, () => shell);
    const opened = createShell(
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
      ),
    );
    shell = opened;
    registerRequests(answeringInText(ipcMain), allHandlers(opened), {
      trusted: () =>
        main === null ? null : { webContentsId: main.window.webContents.id, page: appPage('index.html') },
      log,
      words,
    });
    watchShell(opened);
    powerMonitor.on('resume', opened.clock.resumed);
    main = createMainWindow({
      settings: opened.settings,
      language,
      warn,
      onInput: () => opened.desk()?.sessions.touch(),
    });
    installMenu(words.application.menu, () => main);
    askBeforeClosing(main.window, opened);
    main.window.on('closed', () => {
      main = null;
      closeHall(opened.ports, opened.desk());
    });
    // A person sees at once that something happens; large folders take a while.
    await opened.reopenLast();
    resumeProjector(opened);
  });

  function offer(file: string | null): void {
    if (file === null) return;
    openedFile = file;
    shell?.ports.notify('invitation-opened', null);
    shell?.stateChanged();
  }
}

function portsFor(
  main: () => MainWindow | null,
  shell: () => Shell | null,
  warn: (message: string) => void,
  words: Words,
  own: Pick<ShellPorts, 'speak' | 'takeOpenedFile' | 'hasOpenedFile' | 'allowCamera'>,
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
      language: () => withShell(projectorLanguage, usualLanguage),
      words: names,
      view: () => withShell(projectorView, { type: 'blank' }),
      windowView: (id) => withShell((opened) => hallWindowView(opened, id), { type: 'blank' }),
      operator: () => main()?.window ?? null,
      onKey: (key) => withShell((opened) => pressAtProjector(opened, key), undefined),
      onChange: () => withShell(projectorChanged, undefined),
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

  function withShell<Value>(use: (opened: Shell) => Value, otherwise: Value): Value {
    const opened = shell();
    return opened === null ? otherwise : use(opened);
  }

  function prepareSession(session: Session): void {
    if (session.protocol.isProtocolHandled(appScheme)) return;
    hardenSession(session, warn);
    serve(session.protocol, shell);
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

function serve(target: Electron.Protocol, shell: () => Shell | null): void {
  const picture = (hash: string) => shell()?.desk()?.pictures.read(hash) ?? null;
  target.handle(appScheme, (request) => serveApp(rendererRoot, request.url, picture));
}

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
function quitInOrder(shell: () => Shell | null): void {
  let isOver = false;
  app.on('will-quit', (event) => {
    const opened = shell();
    if (isOver || opened === null) return;
    event.preventDefault();
    isOver = true;
    const patience = setTimeout(() => app.exit(0), shutDownMs);
    void opened.shutDown().finally(() => {
      clearTimeout(patience);
      app.exit(0);
    });
  });
}
