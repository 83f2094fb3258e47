/** The application's shell in plain Node: real folders and logs, and surroundings that note what they are given. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAppSettings } from '../../electron/adapters/files/app-settings.ts';
import { fileModeProtection, type Protections } from '../../electron/adapters/files/sealed-file.ts';
import { channelPrefix, registerRequests } from '../../electron/ipc/register.ts';
import type { Sender } from '../../electron/ipc/sender.ts';
import { projectorChanged, projectorView } from '../../electron/shell/ceremony-handlers.ts';
import { allHandlers } from '../../electron/shell/handlers.ts';
import type { ShellPorts } from '../../electron/shell/ports.ts';
import { createShell, type Shell } from '../../electron/shell/shell.ts';
import { watchShell } from '../../electron/shell/watch.ts';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { usualLanguage, type Language } from '../../shared/say/language.ts';
import { spokenWords } from '../../shared/say/spoken.ts';
import type { AnswerOf, Channel, InputOf, OutputOf } from '../../shared/ipc/contract.ts';

const page = 'app://gelar-juri/index.html';
const mainWindow: Sender = { sender: { id: 1 }, senderFrame: { url: page, parent: null } };

export interface Laptop {
  readonly folder: string;
  readonly shell: Shell;
  /** Through the registration, as the window asks. */
  readonly ask: <Name extends Channel>(channel: Name, input?: InputOf<Name>) => Promise<AnswerOf<Name>>;
  /** The same, where a refusal would be a fault. @throws when it is refused. */
  readonly value: <Name extends Channel>(channel: Name, input?: InputOf<Name>) => Promise<OutputOf<Name>>;
  /** Everything that was sent to the main window, as it would go over the wire. */
  readonly sent: { readonly name: string; readonly value: unknown }[];
  /** Everything that was sent to the projector. */
  readonly projected: ProjectorView[];
  /** The wall clock; `setByMs`: how much of it the monotonic clock does not share (it was set, or the laptop slept). */
  readonly clock: { nowMs: number; setByMs: number };
  /** What the person chooses in the system's dialogs; null: closes them. */
  readonly chosen: { file: string | null; folder: string | null; opened: string | null };
  /** Where the last dialog for a folder began, and what was shown in the system's windows of files. */
  readonly looked: { from: string | null; at: string[] };
  /** Ends this process of the application; its folder stays. */
  readonly quit: () => Promise<void>;
}

/** `dataFolder`: the one of a laptop that was quit, to start it again. */
export function startLaptop(folder: string, protections: Protections = [fileModeProtection]): Laptop {
  const sent: { name: string; value: unknown }[] = [];
  const projected: ProjectorView[] = [];
  const clock = { nowMs: 1_800_000_000_000, setByMs: 0 };
  /** Open windows of the hall, with their display. */
  const windows = new Map<string, number | null>();
  const opened: { shell: Shell | null } = { shell: null };
  const spoken: { language: Language } = { language: usualLanguage };
  const chosen: Laptop['chosen'] = { file: null, folder: null, opened: null };
  const looked: Laptop['looked'] = { from: null, at: [] };
  const ports: ShellPorts = {
    words: spokenWords(() => spoken.language),
    speak: (language) => {
      spoken.language = language;
    },
    dataFolder: path.join(folder, 'data'),
    contestsFolder: path.join(folder, 'contests'),
    formerFolders: [path.join(folder, 'documents')],
    // As the names say: folders are local, but for what lies in one called OneDrive.
    placeOf: (each) => (each.includes('OneDrive') ? { type: 'synchronised', service: 'OneDrive' } : { type: 'local' }),
    version: '0.0.0',
    trialRuntime: false,
    protections,
    machine: 'Laptop uji',
    listenHost: '127.0.0.1',
    program: '/opt/gelar-juri/gelar-juri',
    nowMs: () => clock.nowMs,
    monotonicMs: () => clock.nowMs - clock.setByMs,
    pinWork: 2,
    unreachedMs: 300,
    dialogs: {
      chooseFolder: (_title, from = null) => {
        looked.from = from;
        return Promise.resolve(chosen.folder);
      },
      chooseFile: () => Promise.resolve(null),
      saveFile: () => Promise.resolve(chosen.file),
      confirm: () => Promise.resolve(true),
    },
    printer: {
      toPdf: (html) => Promise.resolve(Buffer.from(html)),
      print: () => Promise.resolve({ type: 'printed' }),
    },
    projector: {
      isOpen: () => true,
      displays: () => [],
      place: () => ({ display: null, offered: null }),
      leaveDisplay: () => {},
      open: () => {},
      close: () => {},
      refresh: () => {
        if (opened.shell !== null) projected.push(structuredClone(projectorView(opened.shell)));
      },
    },
    hallWindow: (id) => {
      const at = windows.get(id);
      return {
        isOpen: () => windows.has(id),
        displays: () => [],
        place: () => ({ display: at ?? null, offered: null }),
        leaveDisplay: () => {},
        open: (display) => {
          windows.set(id, display ?? null);
          if (opened.shell !== null) projectorChanged(opened.shell);
        },
        close: () => {
          windows.delete(id);
          if (opened.shell !== null) projectorChanged(opened.shell);
        },
        refresh: () => {},
      };
    },
    notify: (name, value) => sent.push({ name, value: structuredClone(value) }),
    keepAwake: () => {},
    takeOpenedFile: () => {
      const file = chosen.opened;
      chosen.opened = null;
      return file;
    },
    hasOpenedFile: () => chosen.opened !== null,
    allowCamera: () => {},
    showInFolder: (file) => void looked.at.push(file),
    log: { info: () => {}, warn: () => {}, error: (message) => console.error(message) },
  };
  const shell = createShell(ports, openAppSettings(ports.dataFolder));
  opened.shell = shell;
  const stopWatching = watchShell(shell);
  const listeners = new Map<string, (event: Sender, input: unknown) => Promise<unknown>>();
  registerRequests({ handle: (channel, listener) => void listeners.set(channel, listener) }, allHandlers(shell), {
    trusted: () => ({ webContentsId: 1, page }),
    log: ports.log,
    words: ports.words,
  });
  return {
    folder,
    shell,
    sent,
    projected,
    clock,
    chosen,
    looked,
    ask,
    value: async (channel, input) => {
      const answer = await ask(channel, input);
      if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`);
      return answer.value;
    },
    quit: async () => {
      stopWatching();
      await shell.shutDown();
    },
  };

  async function ask<Name extends Channel>(channel: Name, input?: InputOf<Name>): Promise<AnswerOf<Name>> {
    return (await listeners.get(channelPrefix + channel)?.(mainWindow, input)) as AnswerOf<Name>;
  }
}

/** A new laptop with a contest open, and the committee signed in. */
export async function laptopWith(folder: string, contest: ContestFile, protections?: Protections): Promise<Laptop> {
  const file = path.join(folder, 'contest.json');
  writeFileSync(file, JSON.stringify(contest));
  const laptop = startLaptop(folder, protections);
  const source = { kind: 'file' as const, path: file };
  const created = await laptop.ask('create-contest', { source, name: contest.contest.name });
  if (!created.ok) throw new Error(created.error.message);
  return laptop;
}

/** Makes the folder, uses it, removes it. */
export async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gelar-shell-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
