/**
 * Where the application begins: one instance per data folder, the windows' own scheme, the main window. The page's process works
 * beside this one, so the window and the page's files come first, and the rest of the code (`application.ts`) is read while the page
 * runs its own; what the page asks meanwhile waits. What is imported here keeps a person waiting.
 */
import { app, Menu, protocol, type Protocol } from 'electron';
import path from 'node:path';
import { languageNamed } from '../shared/say/language.ts';
import { openAppSettings } from './adapters/files/app-settings.ts';
import type { Application } from './application.ts';
import { tellBegun } from './ipc/begun.ts';
import type { TrustedPage } from './ipc/sender.ts';
import { appPage, appScheme, isAppPage, serveApp } from './windows/app-scheme.ts';
import { hardenApplication } from './windows/hardening.ts';
import { createMainWindow, type MainWindow } from './windows/main-window.ts';

const rendererRoot = path.join(import.meta.dirname, '../renderer');

/** So long after the last file that the page asked for the rest of the code is read: until then the page would wait for it. */
const pauseMs = 10;

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  let main: MainWindow | null = null;
  let application: Application | null = null;
  const { promise: running, resolve: runs } = Promise.withResolvers<Application>();
  let pause: NodeJS.Timeout | undefined;
  const { promise: served, resolve: isServed } = Promise.withResolvers<void>();
  const started = (parts: readonly string[]) => void running.then((opened) => opened.started(parts));
  const warn = (message: string) => void running.then((opened) => opened.warn(message));
  const settings = openAppSettings(app.getPath('userData'));
  const language = languageNamed(settings.get().language);
  // What Chromium itself writes in a page, such as the order of day and month in a date field.
  app.commandLine.appendSwitch('lang', language);
  // Ours comes after the window; Electron would make its own first.
  Menu.setApplicationMenu(null);

  started(process.argv.slice(1));
  app.on('second-instance', (_event, parts) => {
    started(parts);
    if (main === null) return;
    if (main.window.isMinimized()) main.window.restore();
    main.window.focus();
  });
  // macOS hands the file over by an event of its own.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    started([file]);
  });
  app.on('window-all-closed', () => app.quit());

  void app.whenReady().then(async () => {
    hardenApplication(warn, () => application?.mayUseCamera() === true);
    serve(protocol);
    tellBegun(trusted, running);
    const made = createMainWindow({ settings, language, warn, onInput: () => application?.touched() });
    main = made;
    made.window.on('closed', () => {
      main = null;
    });
    await served;
    const { runApplication } = await import('./application.ts');
    application = runApplication({ settings, language, main: made, trusted, serve });
    runs(application);
  });

  function trusted(): TrustedPage | null {
    return main === null ? null : { webContentsId: main.window.webContents.id, page: appPage('index.html') };
  }

  function serve(target: Protocol): void {
    target.handle(appScheme, ({ url }) => {
      if (!isAppPage(url)) {
        clearTimeout(pause);
        pause = setTimeout(isServed, pauseMs);
      }
      return serveApp(rendererRoot, url, (hash) => application?.picture(hash) ?? null);
    });
  }
}
