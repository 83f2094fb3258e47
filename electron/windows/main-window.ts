/**
 * The main window: sandboxed, on a page of our own scheme, where it stood last time if that display is still there. When its
 * page dies it is loaded again, and the page finds its place through `recall-place`.
 */
import { BrowserWindow, screen } from 'electron';
import path from 'node:path';
import type { JsonFile } from '../adapters/files/json-file.ts';
import type { AppSettings } from '../adapters/files/app-settings.ts';
import type { Language } from '../../shared/say/language.ts';
import { appPage } from './app-scheme.ts';
import { boundsOnDisplays } from './bounds.ts';
import { languageArgument, openingArgument } from './page-arguments.ts';
import { nextZoom } from './zoom.ts';

export interface MainWindow {
  readonly window: BrowserWindow;
  readonly zoom: (direction: 'in' | 'out' | 'reset') => void;
}

export interface MainWindowOptions {
  readonly settings: JsonFile<AppSettings>;
  readonly language: Language;
  readonly warn: (message: string) => void;
  /** Any key, click or movement in the window. */
  readonly onInput: () => void;
}

/** So many deaths of the page in a minute are answered by loading it again; then it stays as it is. */
const mostReloads = 5;

export function createMainWindow({ settings, language, warn, onInput }: MainWindowOptions): MainWindow {
  const remembered = settings.get().window;
  const window = new BrowserWindow({
    ...boundsOnDisplays(remembered, workAreas()),
    show: false,
    title: 'Gelar Juri',
    backgroundColor: '#faf7f1',
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/main.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor: settings.get().zoom,
      additionalArguments: [languageArgument(language), ...openingOf(settings.get())],
    },
  });
  if (remembered?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('input-event', onInput);
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(settings.get().zoom));
  rememberBounds(window, settings);
  reloadAfterCrash(window, warn);
  load(window, warn);
  return { window, zoom };

  function zoom(direction: 'in' | 'out' | 'reset'): void {
    const factor = direction === 'reset' ? 1 : nextZoom(window.webContents.getZoomFactor(), direction);
    window.webContents.setZoomFactor(factor);
    settings.set({ ...settings.get(), zoom: factor });
  }
}

/** What will be opened at once, where it is known. */
function openingOf({ recent, openFolder }: AppSettings): readonly string[] {
  const known = recent.find(({ path: folder }) => folder === openFolder);
  return known === undefined ? [] : [openingArgument(known.kind)];
}

function load(window: BrowserWindow, warn: (message: string) => void): void {
  window.loadURL(appPage('index.html')).catch(() => warn('the page of the main window could not be loaded'));
}

function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function rememberBounds(window: BrowserWindow, settings: JsonFile<AppSettings>): void {
  let timer: NodeJS.Timeout | null = null;
  const save = () => {
    timer = null;
    if (window.isDestroyed() || window.isFullScreen() || window.isMinimized()) return;
    settings.set({ ...settings.get(), window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  };
  const later = () => {
    timer ??= setTimeout(save, 500);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', save);
  window.on('closed', () => {
    if (timer !== null) clearTimeout(timer);
  });
}

function reloadAfterCrash(window: BrowserWindow, warn: (message: string) => void): void {
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    warn(`the page of the main window ended: ${reason}`);
    if (reason === 'clean-exit' || reloads >= mostReloads) return;
    reloads += 1;
    setTimeout(() => {
      reloads = Math.max(0, reloads - 1);
    }, 60_000).unref();
    // Not inside the event: the dead process is still being taken down.
    setImmediate(() => {
      if (!window.isDestroyed()) load(window, warn);
    });
  });
}
