/**
 * The projector window: a page and a preload of its own, in a session of its own (its zoom and storage are not the main
 * window's). It is moved to its display first and made full screen then, comes back as a plain window when that display
 * disappears, and receives nothing but the picture of the moment (rule C4).
 */
import { BrowserWindow, ipcMain, screen, session, type Display, type Input, type Session } from 'electron';
import path from 'node:path';
import { projectorChannels, type CeremonyState } from '../../shared/ipc/contract.ts';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import { isTrustedSender } from '../ipc/sender.ts';
import type { ProjectorScreen } from '../shell/ports.ts';
import { appPage } from './app-scheme.ts';
import { centred } from './bounds.ts';

export type ProjectorKey = 'next' | 'back' | 'blank';

export interface ProjectorOptions {
  /** The picture of this moment. */
  readonly view: () => ProjectorView;
  /** A key or clicker while the projector has the focus. */
  readonly onKey: (key: ProjectorKey) => void;
  /** Opened, closed, moved; displays came or went. */
  readonly onChange: () => void;
  readonly warn: (message: string) => void;
  readonly prepareSession: (session: Session) => void;
}

const windowed = { width: 960, height: 540 };

export function createProjectorScreen(options: ProjectorOptions): ProjectorScreen {
  let window: BrowserWindow | null = null;
  let displayId: number | null = null;

  ipcMain.on(projectorChannels.ready, (event) => {
    const trusted = window === null ? null : { webContentsId: window.webContents.id, page: appPage('projector.html') };
    if (isTrustedSender(event, trusted)) refresh();
    else options.warn('refused projector-ready: not the projector window');
  });
  screen.on('display-removed', (_event, removed) => {
    if (window !== null && removed.id === displayId) pullBack(window);
    options.onChange();
  });
  screen.on('display-added', options.onChange);
  return { isOpen: () => window !== null, displays, open, close, refresh };

  function open(wanted?: number): void {
    const target = chooseDisplay(wanted);
    displayId = target?.id ?? null;
    window ??= createWindow();
    if (target === null) pullBack(window);
    else moveTo(window, target);
    window.show();
    options.onChange();
  }

  function close(): void {
    window?.close();
  }

  function refresh(): void {
    if (window !== null && !window.isDestroyed()) window.webContents.send(projectorChannels.view, options.view());
  }

  function createWindow(): BrowserWindow {
    const ownSession = session.fromPartition('projector');
    options.prepareSession(ownSession);
    const created = new BrowserWindow({
      ...windowed,
      show: false,
      frame: false,
      title: 'Layar pengumuman',
      backgroundColor: '#000000',
      webPreferences: {
        preload: path.join(import.meta.dirname, '../preload/projector.cjs'),
        session: ownSession,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    created.removeMenu();
    created.on('closed', () => {
      window = null;
      options.onChange();
    });
    created.webContents.on('before-input-event', (event, input) => {
      const action = actionOf(input);
      if (action === null) return;
      event.preventDefault();
      if (action === 'close') created.close();
      else if (action === 'full-screen') created.setFullScreen(!created.isFullScreen());
      else options.onKey(action);
    });
    created.webContents.on('render-process-gone', (_event, { reason }) => {
      options.warn(`the page of the projector ended: ${reason}`);
      setImmediate(() => {
        if (!created.isDestroyed() && reason !== 'clean-exit') load(created);
      });
    });
    load(created);
    return created;
  }

  function load(target: BrowserWindow): void {
    target.loadURL(appPage('projector.html')).catch(() => options.warn('the projector page could not be loaded'));
  }

  function pullBack(target: BrowserWindow): void {
    displayId = null;
    target.setFullScreen(false);
    target.setBounds(centred(screen.getPrimaryDisplay().workArea, windowed));
  }
}

function displays(): CeremonyState['displays'] {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map((display, index) => {
    const name = display.label === '' ? `Layar ${index + 1}` : display.label;
    const { width, height } = display.size;
    return { id: display.id, label: `${name} (${width} × ${height})`, primary: display.id === primary };
  });
}

/** Null: no display but the main one, and none was asked for: then a window, so that the operator's screen stays in sight. */
function chooseDisplay(wanted: number | undefined): Display | null {
  const all = screen.getAllDisplays();
  const asked = all.find((display) => display.id === wanted);
  if (asked !== undefined) return asked;
  const primary = screen.getPrimaryDisplay().id;
  return all.find((display) => display.id !== primary) ?? null;
}

function moveTo(window: BrowserWindow, display: Display): void {
  window.setFullScreen(false);
  window.setBounds(display.bounds);
  window.setFullScreen(true);
}

function actionOf({ type, key, control, alt, meta }: Input): ProjectorKey | 'close' | 'full-screen' | null {
  if (type !== 'keyDown' || control || alt || meta) return null;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case ' ':
    case 'Enter':
    case 'PageDown':
      return 'next';
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
    case 'Backspace':
      return 'back';
    case 'b':
    case 'B':
    case '.':
      return 'blank';
    case 'Escape':
      return 'close';
    case 'F11':
    case 'F5':
      return 'full-screen';
    default:
      return null;
  }
}
