/**
 * The one typed contract between the main process and the windows. The keys are the channels, each named once, in the file of
 * its feature; the input is parsed in main by its schema, and every answer is a `Result`: nothing is thrown across (rule V1).
 * A window receives only what the person signed in at it may see (rule V2); the projector has its own contract below.
 */
import type { z } from 'zod';
import type { StageTime } from '../ceremony/stage-time.ts';
import type { ProjectorView } from '../ceremony/view.ts';
import type { RecordedEvent } from '../domain/facts/events.ts';
import type { Result } from '../lib/result.ts';
import { folderRequests, type AppState } from './app.ts';
import { ceremonyRequests, type CeremonyState } from './ceremony.ts';
import { contestRequests } from './contest.ts';
import { documentRequests, type DocumentProgress } from './documents.ts';
import { hallPictureRequests } from './hall-pictures.ts';
import { joiningRequests, type JoinWaiting } from './joining.ts';
import { networkRequests, type NetworkStatus, type SaveStatus } from './network.ts';
import { openingRequests } from './opening.ts';
import { personRequests } from './person.ts';
import { sealRequests } from './seal.ts';
import type { ShellError } from './request.ts';

/** Asked by the main window (`invoke`). */
export const requests = {
  ...folderRequests,
  ...joiningRequests,
  ...personRequests,
  ...contestRequests,
  ...networkRequests,
  ...documentRequests,
  ...ceremonyRequests,
  ...hallPictureRequests,
  ...sealRequests,
  ...openingRequests,
} as const;

export type Requests = typeof requests;
export type Channel = keyof Requests;
export type InputOf<Name extends Channel> = z.input<Requests[Name]['input']>;
export type OutputOf<Name extends Channel> = Exclude<Requests[Name]['output'], undefined>;
/** What was asked for, or why not. */
export type AnswerOf<Name extends Channel> = Result<OutputOf<Name>, ShellError>;

/** Sent by main to the main window. The window subscribes first, then loads. */
export interface Notifications {
  readonly 'app-state-changed': AppState;
  /** New entries, to be appended to those loaded. */
  readonly 'events-appended': readonly RecordedEvent[];
  /** The person changed, or entries came in between: load again. */
  readonly 'events-reset': null;
  readonly 'save-status-changed': SaveStatus;
  readonly 'network-status-changed': NetworkStatus;
  readonly 'join-waiting': JoinWaiting;
  /** A file was double-clicked: ask for it. */
  readonly 'invitation-opened': null;
  readonly 'ceremony-changed': CeremonyState;
  readonly 'stage-time-changed': StageTime | null;
  readonly 'document-progress': DocumentProgress;
}

export type NotificationName = keyof Notifications;
/** The contract as the window's screens use it. */
export interface MainWindowApi {
  /** What the application speaks, by its name. */
  readonly language: string;
  readonly request: <Name extends Channel>(channel: Name, input?: InputOf<Name>) => Promise<AnswerOf<Name>>;
  /** Returns the function that unsubscribes. */
  readonly on: <Name extends NotificationName>(
    name: Name,
    listener: (value: Notifications[Name]) => void,
  ) => () => void;
  /** The path of a file that was dropped on the window, "" when it has none. */
  readonly pathOfFile: (file: unknown) => string;
}

/**
 * What the preload of the main window puts on `window.gelarJuri`: the same with everything that comes as one text of JSON.
 * Between two worlds Electron copies an object field by field, which takes longer for an event's facts than reading them.
 */
export interface MainWindowBridge extends Pick<MainWindowApi, 'language' | 'pathOfFile'> {
  readonly request: (channel: Channel, input?: unknown) => Promise<string>;
  readonly on: (name: NotificationName, listener: (text: string) => void) => () => void;
  /** Whose contest was being opened when the window came to be; null: none, or it is not known. */
  readonly opening: 'committee' | 'juror' | null;
}

/** What the preload of the projector window puts on `window.gelarJuriProjector`: one way, and only what is revealed. */
export interface ProjectorApi {
  readonly language: string;
  /** With the language that it is to be said in. */
  readonly onView: (listener: (view: ProjectorView, language: string) => void) => () => void;
  readonly ready: () => void;
}
export const projectorChannels = { view: 'projector-view', ready: 'projector-ready' } as const;
