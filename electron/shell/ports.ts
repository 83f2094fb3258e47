/** What the application's shell asks of its surroundings: Electron's windows and dialogs, or a test's own. */
import type { CeremonyState } from '../../shared/ipc/ceremony.ts';
import type { NotificationName, Notifications } from '../../shared/ipc/contract.ts';
import type { Language } from '../../shared/say/language.ts';
import type { Words } from '../../shared/say/words.ts';
import type { FolderPlace } from '../contest/folder-place.ts';
import type { Protections } from '../adapters/files/sealed-file.ts';

export interface ShellPorts {
  /** What this laptop speaks to who sits at it; they follow `speak`. */
  readonly words: Words;
  /** Menu, dialogs and all that is said from now on are in this language. */
  readonly speak: (language: Language) => void;
  /** The application's own data folder (one instance each). */
  readonly dataFolder: string;
  /** Where new contests are put: local to this laptop. */
  readonly contestsFolder: string;
  /** Where earlier versions put them. */
  readonly formerFolders: readonly string[];
  /** What kind of place a folder is. */
  readonly placeOf: (folder: string) => FolderPlace;
  readonly version: string;
  /** True on the stand-in runtime. */
  readonly trialRuntime: boolean;
  /** How new keys are hidden, best first. */
  readonly protections: Protections;
  /** What this laptop calls itself towards others. */
  readonly machine: string;
  /** The interface that juror laptops reach the committee's at; `::`: every one. */
  readonly listenHost: string;
  /** The path of this program, as a firewall lists it. */
  readonly program: string;
  /** Wall clock, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** A clock that never jumps, milliseconds. */
  readonly monotonicMs: () => number;
  /** The work that a guess of a PIN takes; absent: what guards a real laptop. */
  readonly pinWork?: number;
  /** How long nobody comes in before the firewall is explained; absent: what suits a real hall. */
  readonly unreachedMs?: number;
  readonly dialogs: Dialogs;
  readonly printer: Printer;
  readonly projector: ProjectorScreen;
  /** A window of the hall that the committee named, by its id. */
  readonly hallWindow: (id: string) => ProjectorScreen;
  /** To the main window; lost while there is none. */
  readonly notify: <Name extends NotificationName>(name: Name, value: Notifications[Name]) => void;
  /** Keeps the display from sleeping while somebody judges. */
  readonly keepAwake: (awake: boolean) => void;
  /** The invitation file that a person double-clicked; null the second time. */
  readonly takeOpenedFile: () => string | null;
  readonly hasOpenedFile: () => boolean;
  /** Whether the window may use the camera; never while a contest is open. */
  readonly allowCamera: (allowed: boolean) => void;
  readonly showInFolder: (file: string) => void;
  readonly log: ShellLog;
}

/** Names and causes only: never a score, a note, a PIN or a code. */
export interface ShellLog {
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

export interface FileKind {
  /** As the dialog shows it. */
  readonly name: string;
  readonly extensions: readonly string[];
}

/** As the dialog shows it. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly confirm: string;
  readonly cancel: string;
}

/** Null: the person closed the dialog. */
export interface Dialogs {
  /** `from`: the folder that it begins in; where that is not there any more, the system decides. */
  readonly chooseFolder: (title: string, from?: string | null) => Promise<string | null>;
  readonly chooseFile: (title: string, kind: FileKind) => Promise<string | null>;
  readonly saveFile: (title: string, suggestedName: string, kind: FileKind) => Promise<string | null>;
  /** A question whose safe answer is the one that is chosen at first; true when the person confirms. */
  readonly confirm: (question: Question) => Promise<boolean>;
}

export type PrintOutcome =
  /** Handed to a printer. */
  | { readonly type: 'printed' }
  /** The person closed the dialog. */
  | { readonly type: 'cancelled' }
  /** The system knows of no printer. */
  | { readonly type: 'no-printer' }
  /** `reason` is the system's word. */
  | { readonly type: 'failed'; readonly reason: string };

export interface Printer {
  /** Pages of self-contained HTML without scripts. Rejects when `signal` ends it. */
  readonly toPdf: (html: string, signal?: AbortSignal) => Promise<Uint8Array>;
  /** Through the system's dialog. */
  readonly print: (html: string) => Promise<PrintOutcome>;
}

export interface ProjectorScreen {
  readonly isOpen: () => boolean;
  readonly displays: () => CeremonyState['displays'];
  /** The display that it fills (null: none), and one that was plugged in meanwhile and may be wanted for it. */
  readonly place: () => {
    readonly display: number | null;
    readonly offered: { readonly id: number; readonly label: string } | null;
  };
  /** On that display; without one on the first that is not the operator's. Never over the operator's controls: beside them then. */
  readonly open: (display?: number) => void;
  readonly close: () => void;
  /** The display that is offered is not wanted. */
  readonly leaveDisplay: () => void;
  /** Shows the picture of this moment. */
  readonly refresh: () => void;
}
