/**
 * The projector window: a page and a preload of its own, in a session of its own (its zoom and storage are not the main
 * window's). It is moved to its display first and made full screen then, becomes a window beside the operator's when that display
 * disappears, returns when it comes back (rule W6), and receives nothing but the picture of the moment (rule C4).
 */
import { BrowserWindow, screen, session, type Display, type Input, type Session } from 'electron';
import path from 'node:path';
import type { CeremonyState } from '../../shared/ipc/ceremony.ts';
import { projectorChannels } from '../../shared/ipc/contract.ts';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import type { ProjectorScreen } from '../shell/ports.ts';
import type { NameWords } from '../../shared/say/application.ts';
import type { Language } from '../../shared/say/language.ts';
import { appPage } from './app-scheme.ts';
import type { OperatorRoom } from './operator-room.ts';
import { homeAfter, placeProjector, returnsTo, type KnownDisplay, type Standing } from './projector-place.ts';
import { languageArgument } from './page-arguments.ts';

export type ProjectorKey = 'next' | 'back' | 'blank' | 'darken';

export interface ProjectorOptions {
  /** Which window of the hall it is. */
  readonly key: string;
  readonly room: OperatorRoom;
  /** The other windows of the hall that are open. */
  readonly others: () => readonly HallScreen[];
  /** A display that is plugged in is offered to it. */
  readonly offers: boolean;
  /** What the hall reads. */
  readonly language: () => Language;
  readonly words: NameWords;
  /** The picture of this moment. */
  readonly view: () => ProjectorView;
  /** The window with the operator's controls. */
  readonly operator: () => BrowserWindow | null;
  /** A key or clicker while the projector has the focus. */
  readonly onKey: (key: ProjectorKey) => void;
  /** Opened, closed, moved; displays came or went. */
  readonly onChange: () => void;
  readonly warn: (message: string) => void;
  readonly prepareSession: (session: Session) => void;
}

export interface HallScreen extends ProjectorScreen {
  readonly webContentsId: () => number | null;
  readonly standing: () => Standing;
  /** A person put another window on that display. */
  readonly yieldHome: (display: KnownDisplay | null) => void;
}

export function createProjectorScreen(options: ProjectorOptions): HallScreen {
  const { key, room } = options;
  let window: BrowserWindow | null = null;
  /** The display that it fills; null: it is a window beside the operator's, or closed. */
  let shownOn: KnownDisplay | null = null;
  /** The display that it was put on last by a person: it returns there after the cable was out. */
  let home: KnownDisplay | null = null;
  /** A display that came while the projector was open elsewhere, and about which nobody has decided. */
  let offered: KnownDisplay | null = null;

  screen.on('display-removed', displaysChanged);
  screen.on('display-metrics-changed', displaysChanged);
  screen.on('display-added', (_event, added) => {
    if (window !== null) displayAdded(window, added);
    options.onChange();
  });
  return {
    isOpen: () => window !== null,
    displays: () => displaysIn(options.words),
    place,
    open,
    close,
    refresh,
    leaveDisplay,
    webContentsId: () => window?.webContents.id ?? null,
    standing: () => ({ home, shownOn }),
    yieldHome: (display) => (home = homeAfter(display, home)),
  };

  function open(wanted?: number): void {
    window ??= createWindow();
    offered = null;
    put(window, wanted);
    home = shownOn;
    for (const other of options.others()) other.yieldHome(home);
    window.show();
    options.onChange();
  }

  function place(): ReturnType<ProjectorScreen['place']> {
    return {
      display: shownOn?.id ?? null,
      offered: offered === null ? null : { id: offered.id, label: named(offered, options.words) },
    };
  }

  function leaveDisplay(): void {
    offered = null;
    options.onChange();
  }

  /** What it stood on is gone, or holds the operator's controls now: then it goes beside them. */
  function displaysChanged(): void {
    const all = screen.getAllDisplays();
    if (offered !== null && !all.some((display) => display.id === offered?.id)) offered = null;
    const isGone = !all.some((display) => display.id === shownOn?.id);
    if (window !== null && shownOn !== null && (isGone || shownOn.id === operatorDisplay().id)) {
      put(window, operatorDisplay().id);
    }
    options.onChange();
  }

  function displayAdded(target: BrowserWindow, added: KnownDisplay): void {
    if (added.id === operatorDisplay().id) return;
    const others = options.others().map((other) => other.standing());
    if (returnsTo(added, { home, shownOn }, others)) {
      put(target, added.id);
      home = shownOn;
    } else if (options.offers && shownOn?.id !== added.id) {
      offered = added;
    }
  }

  function operatorDisplay(): Display {
    const operator = options.operator();
    return operator === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(operator.getBounds());
  }

  function put(target: BrowserWindow, wanted: number | undefined): void {
    const chosen = placeProjector(screen.getAllDisplays(), operatorDisplay(), wanted, {
      taken: options.others().flatMap((other) => other.standing().shownOn?.id ?? []),
      below: options.others().filter((other) => other.standing().shownOn === null).length,
    });
    target.setFullScreen(false);
    if (chosen.type === 'full') {
      room.giveBack(key);
      shownOn = chosen.display;
      target.setBounds(chosen.display.bounds);
      target.setFullScreen(true);
    } else {
      shownOn = null;
      room.make(key, chosen.operator);
      target.setBounds(chosen.projector);
    }
  }

  function close(): void {
    window?.close();
  }

  function refresh(): void {
    if (window !== null && !window.isDestroyed()) {
      window.webContents.send(projectorChannels.view, options.view(), options.language());
    }
  }

  function createWindow(): BrowserWindow {
    const ownSession = session.fromPartition('projector');
    options.prepareSession(ownSession);
    const created = new BrowserWindow({
      show: false,
      frame: false,
      maximizable: false,
      title: options.words.projector,
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
        // The sound of a reveal (C12) is chosen at the operator's window; nobody presses anything in this one.
        autoplayPolicy: 'no-user-gesture-required',
        additionalArguments: [languageArgument(options.language())],
      },
    });
    created.removeMenu();
    created.on('closed', () => {
      window = null;
      shownOn = null;
      home = null;
      offered = null;
      room.giveBack(key);
      options.onChange();
    });
    created.webContents.on('before-input-event', (event, input) => {
      const action = actionOf(input);
      if (action === null) return;
      event.preventDefault();
      // A held key or clicker is one press.
      if (!input.isAutoRepeat) options.onKey(action);
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
}

function displaysIn(words: NameWords): CeremonyState['displays'] {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map((display, index) => ({
    id: display.id,
    label: named(display, words, index),
    primary: display.id === primary,
  }));
}

function named({ label, bounds }: KnownDisplay, words: NameWords, index = 1): string {
  return `${label === '' ? words.display(index + 1) : label} (${bounds.width} × ${bounds.height})`;
}

function actionOf({ type, key, control, alt, meta }: Input): ProjectorKey | null {
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
      return 'darken';
    default:
      return null;
  }
}
