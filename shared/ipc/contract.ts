/**
 * The one typed contract between the main process and the windows. The keys are the channels; the input is parsed in
 * main by its schema, the output is typed here. Failures travel as `Result` values, never as exceptions (rule V1).
 * A window receives only what the person signed in at it may see (rule V2); the projector has its own contract below.
 */
import { z } from 'zod';
import type { StageTime } from '../ceremony/stage-time.ts';
import type { ProjectorView } from '../ceremony/view.ts';
import { commandSchema } from '../domain/facts/commands.ts';
import {
  wholeContest,
  type CategoryId,
  type ContestSetup,
  type JurorId,
  type Problem,
} from '../domain/setup/contest-file.ts';
import type { DomainError } from '../domain/facts/errors.ts';
import type { RecordedEvent } from '../domain/facts/events.ts';
import type { ImportPlan, ImportPreview } from '../import/types.ts';
import type { Result } from '../lib/result.ts';
import { limits } from '../limits.ts';

export type { ProjectorView, RevealedPlace, ShownContestant } from '../ceremony/view.ts';

/** Who works at the window now. */
export type Session = { readonly role: 'committee' } | { readonly role: 'seat'; readonly seat: JurorId };

/** The contest folder that is open on this laptop. */
export interface OpenFolder {
  readonly path: string;
  readonly name: string;
  /** What this laptop is for the contest. */
  readonly kind: 'committee' | 'juror';
  /** Seats whose log this laptop writes, and whether a PIN is set for them. */
  readonly seats: readonly { readonly seat: JurorId; readonly name: string; readonly hasPin: boolean }[];
  readonly committeeHasPin: boolean;
  /** A code was made that is accepted in place of the committee's forgotten PIN. */
  readonly committeeHasRecovery: boolean;
}

export interface AppState {
  readonly version: string;
  /** True when the stand-in runtime is used, for trying the program out: a banner says so. */
  readonly trialRuntime: boolean;
  /** An invitation file was opened and nobody has taken it yet. Absent: none. */
  readonly invitationWaits?: true;
  readonly folder: OpenFolder | null;
  readonly session: Session | null;
  /** A message of the shell that must be seen, e.g. a damaged file that was set aside. Bahasa Indonesia. */
  readonly notice: string | null;
  /** The folder that was to be opened, when its database is damaged: `recover-folder` mends it. */
  readonly damaged: DamagedFolder | null;
  /** The folder that was to be opened, when its keys cannot be: `recover-keys` opens them by the recovery code. */
  readonly locked: LockedFolder | null;
}

export interface LockedFolder {
  readonly path: string;
  /** Why; Bahasa Indonesia. */
  readonly message: string;
  /** A recovery code was made for it. */
  readonly hasCode: boolean;
}

export interface DamagedFolder {
  readonly path: string;
  /** What is damaged; Bahasa Indonesia. */
  readonly message: string;
}

export interface RecentFolder {
  readonly path: string;
  readonly name: string;
  readonly kind: 'committee' | 'juror';
  readonly openedAtMs: number;
  readonly exists: boolean;
  /** Why it should be moved to this laptop's own folder: `former` is where earlier versions put contests. Null: it lies well. */
  readonly move: { readonly why: 'synchronised' | 'network' | 'former'; readonly service: string } | null;
}

export interface RubricTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Stages, rubrics and rules that the template brings; categories, jurors and contestants empty. */
  readonly setup: ContestSetup;
}

/** Where the writer's entries are: the line that a juror reads. */
export interface SaveStatus {
  /** Entries in this laptop's own log, all on its disk. */
  readonly here: number;
  /** Of these, how many the committee's laptop has confirmed; null on the committee's laptop itself. */
  readonly atCommittee: number | null;
  /** Laptops that hold everything, this one included. */
  readonly laptops: number;
  /** True once this laptop's disk has refused an entry: nothing more is saved here until the contest is opened again. */
  readonly diskRefuses?: boolean;
  /** `quiet`: connected, and nothing at all comes from the committee's laptop. */
  readonly connection: 'none' | 'connecting' | 'connected' | 'quiet' | 'refused';
  /** Why it is refused, or what is wrong with the disk; Bahasa Indonesia. */
  readonly problem: string | null;
  readonly committeeAddress: string | null;
  readonly lastBackupAtMs: number | null;
}

export interface Invitation {
  readonly seat: JurorId;
  readonly seatName: string;
  readonly code: string;
  /** PNG as a data URL. */
  readonly qr: string;
  readonly state: 'open' | 'asking' | 'joined' | 'burnt';
  /** The machine that asks or has joined. */
  readonly machine: string | null;
  /** `07-491-326`: to be read out and typed. */
  readonly shortCode: string;
  /** Wrong tries since it was made, and where the last ones came from. */
  readonly failures: number;
  readonly failedFrom: readonly string[];
}

/** A contest whose committee says in the local network that it takes laptops in. A hint, not to be trusted. */
export interface FoundContest {
  readonly device: string;
  readonly contest: string;
  /** `host:port`. */
  readonly address: string;
  readonly version: string;
}

/** A long invitation: pasted, read by the camera, or opened as a file, which says whose it is. */
export interface OpenedInvitation {
  readonly code: string;
  readonly address: string;
  readonly seat: JurorId;
  /** The committee that invites, to be found where it is now. */
  readonly device: string;
  readonly contest: string | null;
  readonly seatName: string | null;
}

/** The committee has been asked to let this laptop in. Null: an older version, which does not say. */
export interface JoinWaiting {
  readonly seatName: string | null;
  readonly contest: string | null;
}

/** Wrong tries to join within the last minutes. */
export interface Guessing {
  readonly count: number;
  readonly addresses: readonly string[];
  /** So many that every further one waits. */
  readonly isSlowed: boolean;
}

export interface DeviceStatus {
  readonly device: string;
  readonly seat: JurorId;
  readonly machine: string;
  readonly connected: boolean;
  readonly lastSeenAtMs: number | null;
  readonly version: string | null;
  /** Entries that this laptop knows to exist at the device and has not received. */
  readonly waiting: number;
  readonly clockOffsetMs: number | null;
  /** It is connected, and nothing comes from it. */
  readonly quiet: boolean;
  /** What a person has to know of it; Bahasa Indonesia, with what to do. */
  readonly troubles: readonly string[];
}

export interface NetworkStatus {
  readonly listening: boolean;
  /** All addresses at which juror laptops can reach this one, `host:port`, best first. */
  readonly addresses: readonly string[];
  readonly invitations: readonly Invitation[];
  readonly devices: readonly DeviceStatus[];
  readonly guessing: Guessing;
  /** Laptops with the right code are let in without a press. `untilMs`: wall clock; null: off. */
  readonly admitAll: { readonly untilMs: number | null; readonly endedByGuess: boolean };
  readonly problem: string | null;
  /** The port has been open for a while and no connection has come in: what a firewall has to let through. */
  readonly unreached: { readonly program: string; readonly port: number } | null;
}

export interface ShellError {
  readonly type: string;
  /** Bahasa Indonesia; says what to do. */
  readonly message: string;
  readonly problems: readonly Problem[];
}

export interface SavedFile {
  /** Null when the person closed the dialog, or when it went to a printer. */
  readonly path: string | null;
  /** The person closed the printer's dialog. */
  readonly notPrinted?: true;
}

/** What the ceremony's operator sees; winners stay hidden here too until they are revealed. */
export interface CeremonyState {
  readonly projectorOpen: boolean;
  readonly displays: readonly { readonly id: number; readonly label: string; readonly primary: boolean }[];
  /** The display that the projector fills; null: it is closed, or a window beside the operator's. */
  readonly display: number | null;
  /** A display that was plugged in while the projector is open elsewhere: a person decides whether it goes there. */
  readonly offered: { readonly id: number; readonly label: string } | null;
  /** Why the last key at the projector was refused; Bahasa Indonesia. Null when it was not, or it was seen. */
  readonly refused: string | null;
  readonly category: CategoryId | null;
  /** 0: the category's title; then one step per reveal. */
  readonly step: number;
  readonly steps: number;
  readonly blank: boolean;
  /** What the next key press shows, without the name: "Juara III". */
  readonly nextLabel: string | null;
  readonly shown: ProjectorView;
}

interface Request<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Phantom: carries the type only. */
  readonly output?: Output;
}

function request<Output>() {
  return <Input extends z.ZodType>(input: Input): Request<Input, Output> => ({ input });
}

const nothing = z.undefined();
const path = z.string().min(1).max(4096);
const pin = z.string().regex(/^\d{4,8}$/);
const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
const sessionSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('committee') }),
  z.object({ role: z.literal('seat'), seat: id }),
]);
const newContestSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('template'), template: id }),
  /** The sample event that ships with the application. */
  z.object({ kind: z.literal('sample') }),
  /** A contest file chosen by `choose-contest-file`. */
  z.object({ kind: z.literal('file'), path }),
]);

type Shell<Value> = Result<Value, ShellError>;

/** Asked by the main window (`invoke`). */
export const requests = {
  'app-state': request<AppState>()(nothing),
  'recent-folders': request<readonly RecentFolder[]>()(nothing),
  'forget-recent': request<readonly RecentFolder[]>()(z.object({ path })),
  /** Into the folder where new contests are put; refused while it is open. */
  'move-folder': request<Shell<readonly RecentFolder[]>>()(z.object({ path })),
  'rubric-templates': request<readonly RubricTemplate[]>()(nothing),
  'choose-contest-file': request<Shell<{ readonly path: string | null; readonly name: string }>>()(nothing),
  /** `folder` absent: a new one among the person's documents, named after the contest. */
  'create-contest': request<Shell<OpenFolder>>()(
    z.object({
      source: newContestSource,
      name: z.string().trim().min(1).max(limits.nameLength),
      folder: path.optional(),
      /** A rehearsal: every screen says so, and its documents bear the mark of an example. */
      rehearsal: z.boolean().optional(),
    }),
  ),
  /** `path` absent: a dialog asks; value null when it was closed. */
  'open-folder': request<Shell<OpenFolder | null>>()(z.object({ path: path.optional() })),
  /** Mends the folder that `AppState.damaged` names, and opens it; what was taken over stands in `AppState.notice`. */
  'recover-folder': request<Shell<OpenFolder>>()(nothing),
  /** Opens the folder that `AppState.locked` names. */
  'recover-keys': request<Shell<OpenFolder>>()(z.object({ code: z.string().max(100) })),
  'close-folder': request<null>()(nothing),
  /** Contests that were found in the local network since the first asking; it goes on looking while it is asked. */
  'find-contests': request<readonly FoundContest[]>()(nothing),
  /** Reads a long invitation without using it. */
  'read-invitation': request<Shell<OpenedInvitation>>()(z.object({ code: z.string().max(2000) })),
  /** `path` absent: a dialog asks; value null when it was closed. */
  'open-invitation': request<Shell<OpenedInvitation | null>>()(z.object({ path: path.optional() })),
  /** The file that a person double-clicked, once; null: none. */
  'opened-invitation': request<Shell<OpenedInvitation | null>>()(nothing),
  /** The file is not wanted now. */
  'drop-invitation': request<null>()(nothing),
  /** The camera is there for this screen only, and only while no contest is open. */
  'use-camera': request<null>()(z.object({ on: z.boolean() })),
  /** `code` long, or short beside an `address`. Ends when the committee has admitted this laptop, or with the reason why not. */
  'join-contest': request<Shell<OpenFolder>>()(
    z.object({ code: z.string().max(2000), address: z.string().max(300).optional() }),
  ),
  'cancel-join': request<null>()(nothing),
  /** `pin` absent where none is set. */
  'sign-in': request<Shell<Session>>()(z.object({ session: sessionSchema, pin: pin.optional() })),
  'sign-out': request<null>()(nothing),
  'set-pin': request<Shell<null>>()(z.object({ session: sessionSchema, oldPin: pin.optional(), pin: pin.nullable() })),
  /** Asks for the committee's PIN; the code is shown once, the one before is void. */
  'make-recovery-code': request<Shell<{ readonly code: string }>>()(z.object({ pin })),
  /** In place of a forgotten PIN: sets a new one and signs the committee in. */
  'recover-committee': request<Shell<Session>>()(z.object({ code: z.string().max(100), pin })),
  /** A seat on the committee's own laptop (no network): opens its log here. */
  'add-local-seat': request<Shell<OpenFolder>>()(z.object({ seat: id, pin })),

  /** Everything that the signed-in person may see, oldest first. */
  'load-events': request<readonly RecordedEvent[]>()(nothing),
  execute: request<Result<{ readonly refs: readonly string[] }, DomainError>>()(commandSchema),
  'save-status': request<SaveStatus>()(nothing),
  /** Wall clock of the committee as estimated here, minus this laptop's, milliseconds. */
  'clock-offset': request<number>()(nothing),
  /** A juror's laptop: where the committee's laptop is now, `host:port`. Tried at once, and remembered. */
  'move-committee': request<Shell<null>>()(z.object({ address: z.string().max(300) })),

  /** `file` absent: a dialog asks; value null when it was closed. Then `token` names the file for further previews. */
  'preview-import': request<
    Shell<{
      readonly token: string;
      /** The file's own name, recorded with what is imported. */
      readonly name: string;
      readonly preview: ImportPreview;
      readonly plan: ImportPlan;
    } | null>
  >()(
    z.object({
      file: z
        .union([
          z.object({ path }),
          z.object({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) }),
          z.object({ token: z.string().max(100) }),
        ])
        .optional(),
      sheet: z.string().max(200).optional(),
      /** Field to column letter. */
      mapping: z.record(z.string().max(20), z.string().max(4)).optional(),
      /** Question type to choice; the list is read again by it. */
      answers: z.record(z.string().max(30), z.string().max(300)).optional(),
      /** Where no category can be read: all rows into this one. */
      category: id.optional(),
      /** Absent: only where the contest has no category at all. */
      addCategories: z.boolean().optional(),
      /** What becomes of contestants that the list no longer holds; absent: they stay. */
      gone: z.enum(['keep', 'withdraw', 'remove']).optional(),
    }),
  ),

  'network-status': request<NetworkStatus>()(nothing),
  /** Opens the port for juror laptops; `port` absent: the last one, or any. */
  'start-listening': request<Shell<NetworkStatus>>()(z.object({ port: z.int().min(0).max(65_535).optional() })),
  /** The long invitations of all seats that wait, as files in the folder that a dialog asks for. */
  'save-invitations': request<Shell<SavedFile>>()(nothing),
  /** The short codes of all seats that wait, as slips; `toPdf` as for the recap. */
  'print-codes': request<Shell<SavedFile>>()(z.object({ toPdf: z.boolean() })),
  'renew-invitation': request<Shell<Invitation>>()(z.object({ seat: id })),
  /** Admits or refuses the laptop that asks for a seat. */
  'answer-asking': request<Shell<null>>()(
    z.object({
      seat: id,
      admit: z.boolean(),
      /** False for a substitute, who does not see what the seat wrote before. Absent: the same person. */
      samePerson: z.boolean().optional(),
    }),
  ),
  /** Lets laptops with the right code in without a press, for an hour at most. */
  'admit-all': request<Shell<NetworkStatus>>()(z.object({ on: z.boolean() })),
  'revoke-device': request<Shell<null>>()(
    z.object({ device: z.string().max(100), reason: z.string().trim().min(1).max(limits.reasonLength) }),
  ),

  /** What is written goes where a person says in the system's dialog, and nowhere else: the window names no path. */
  'save-workbook': request<Shell<SavedFile>>()(nothing),
  'save-contest-file': request<Shell<SavedFile>>()(z.object({ withScores: z.boolean() })),
  /** `toPdf`: into a PDF file chosen by the person; else to a printer through the system's dialog. */
  'print-recap': request<Shell<SavedFile>>()(z.object({ toPdf: z.boolean() })),
  'show-in-folder': request<null>()(z.object({ path })),
  'save-backup': request<Shell<SavedFile>>()(nothing),

  'ceremony-state': request<CeremonyState>()(nothing),
  'open-projector': request<Shell<CeremonyState>>()(z.object({ display: z.number().optional() })),
  'close-projector': request<CeremonyState>()(nothing),
  /** `refused` and `offered` were seen; the projector stays where it is. */
  'dismiss-projector-notice': request<CeremonyState>()(nothing),
  /** What this laptop has counted of the stage timer up to now; null: it was not started for who is on. */
  'stage-time': request<StageTime | null>()(nothing),
  /** The waiting picture, or who is on. */
  'project-picture': request<CeremonyState>()(z.object({ picture: z.enum(['waiting', 'on-stage']) })),
  /** Refused with the reason while the category is blocked or provisional. */
  'start-ceremony': request<Shell<CeremonyState>>()(z.object({ category: z.union([id, z.literal(wholeContest)]) })),
  'move-ceremony': request<Shell<CeremonyState>>()(z.object({ move: z.enum(['next', 'back', 'blank', 'end']) })),

  /** Small notes of the window's own (the screen, the field): brought back after a crash. No scores. */
  'remember-place': request<null>()(z.object({ place: z.string().max(4000) })),
  'recall-place': request<string | null>()(nothing),
} as const;

export type Requests = typeof requests;
export type Channel = keyof Requests;
export type InputOf<Name extends Channel> = z.input<Requests[Name]['input']>;
export type OutputOf<Name extends Channel> =
  NonNullable<Requests[Name]['output']> extends never ? null : Exclude<Requests[Name]['output'], undefined>;

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
}

export type NotificationName = keyof Notifications;
/** What the preload of the main window puts on `window.gelarJuri`. */
export interface MainWindowApi {
  readonly request: <Name extends Channel>(channel: Name, input?: InputOf<Name>) => Promise<OutputOf<Name>>;
  /** Returns the function that unsubscribes. */
  readonly on: <Name extends NotificationName>(
    name: Name,
    listener: (value: Notifications[Name]) => void,
  ) => () => void;
  /** The path of a file that was dropped on the window, "" when it has none. */
  readonly pathOfFile: (file: unknown) => string;
}

/** What the preload of the projector window puts on `window.gelarJuriProjector`: one way, and only what is revealed. */
export interface ProjectorApi {
  readonly onView: (listener: (view: ProjectorView) => void) => () => void;
  readonly ready: () => void;
}
export const projectorChannels = { view: 'projector-view', ready: 'projector-ready' } as const;
