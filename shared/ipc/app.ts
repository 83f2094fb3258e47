/** What is open on this laptop, and by whom it is used; the start screen's channels. */
import { z } from 'zod';
import { jurorIdSchema, type ContestSetup } from '../domain/setup/contest-file.ts';
import type { JurorId } from '../domain/ids.ts';
import { limits } from '../limits.ts';
import type { Language } from '../say/language.ts';
import { id, nothing, path, request } from './request.ts';

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
  readonly languages: OutwardLanguages;
}

/** What a contest speaks to the outside, whoever sits at the laptop: its papers, and the hall. */
export interface OutwardLanguages {
  readonly documents: Language;
  readonly projector: Language;
}

export interface AppState {
  readonly version: string;
  /** What the windows of this laptop speak, and what the shell says to them. */
  readonly language: Language;
  /** True when the stand-in runtime is used, for trying the program out: a banner says so. */
  readonly trialRuntime: boolean;
  /** Where new contests are put, each in a folder of its own. */
  readonly contestsFolder: string;
  /** An invitation file was opened and nobody has taken it yet. Absent: none. */
  readonly invitationWaits?: true;
  /** The folder that was open last is being opened again. Absent: nothing is. */
  readonly isOpening?: true;
  readonly folder: OpenFolder | null;
  readonly session: Session | null;
  /** A message of the shell that must be seen, e.g. a damaged file that was set aside. */
  readonly notice: string | null;
  /** The folder that was to be opened, when its database is damaged: `recover-folder` mends it. */
  readonly damaged: DamagedFolder | null;
  /** The folder that was to be opened, when its keys cannot be: `recover-keys` opens them by the recovery code. */
  readonly locked: LockedFolder | null;
}

export interface LockedFolder {
  readonly path: string;
  /** Why. */
  readonly message: string;
  /** A recovery code was made for it. */
  readonly hasCode: boolean;
}

export interface DamagedFolder {
  readonly path: string;
  /** What is damaged. */
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

/** [N2] What a contest of before offers for the next one. */
export interface EarlierContest {
  readonly path: string;
  readonly name: string;
  readonly jurors: readonly { readonly id: JurorId; readonly name: string; readonly unit: string }[];
}

const newContestSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('template'), template: id }),
  /** The sample event that ships with the application. */
  z.object({ kind: z.literal('sample') }),
  /** A contest file chosen by `choose-contest-file`. */
  z.object({ kind: z.literal('file'), path }),
  /** [N2] As a contest of before was agreed; `jurors`: those of it who come along. */
  z.object({ kind: z.literal('earlier'), path, jurors: z.array(jurorIdSchema).max(limits.jurors) }),
]);

const language = z.enum({ id: 'id', en: 'en' } satisfies { readonly [Name in Language]: Name });

export const folderRequests = {
  'app-state': request<AppState>()(nothing),
  /** From now on, and at the next start. */
  'choose-language': request<null>()(z.object({ language })),
  /** For the committee. The hall's language stays while an announcement runs. */
  'choose-outward-language': request<null>()(z.object({ of: z.enum(['documents', 'projector']), language })),
  'recent-folders': request<readonly RecentFolder[]>()(nothing),
  'forget-recent': request<readonly RecentFolder[]>()(z.object({ path })),
  /** Into the folder where new contests are put; refused while it is open. */
  'move-folder': request<readonly RecentFolder[]>()(z.object({ path })),
  'rubric-templates': request<readonly RubricTemplate[]>()(nothing),
  'choose-contest-file': request<{ readonly path: string | null; readonly name: string }>()(nothing),
  /** A contest of which this was the committee's laptop, read without opening it. `path` as for `open-folder`. */
  'earlier-contest': request<EarlierContest | null>()(z.object({ path: path.optional() })),
  /** Into a new folder where contests are kept, named after the contest. */
  'create-contest': request<OpenFolder>()(
    z.object({
      source: newContestSource,
      name: z.string().trim().min(1).max(limits.nameLength),
      /** A rehearsal: every screen says so, and its documents bear the mark of an example. */
      rehearsal: z.boolean().optional(),
    }),
  ),
  /** `path`: one of `recent-folders`; absent: a dialog asks; value null when it was closed. */
  'open-folder': request<OpenFolder | null>()(z.object({ path: path.optional() })),
  /** Mends the folder that `AppState.damaged` names, and opens it; what was taken over stands in `AppState.notice`. */
  'recover-folder': request<OpenFolder>()(nothing),
  /** Opens the folder that `AppState.locked` names. */
  'recover-keys': request<OpenFolder>()(z.object({ code: z.string().max(100) })),
  'close-folder': request<null>()(nothing),
} as const;
