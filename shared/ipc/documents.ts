/** Files and paper. What is written goes where a person says in the system's dialog: the window names no path. */
import { z } from 'zod';
import { certificateRecipients, paperKinds, type DocumentKind } from '../domain/document-kinds.ts';
import { refSchema } from '../domain/ids.ts';
import { certificateSchema, contestantIdSchema, stageIdSchema } from '../domain/setup/contest-file.ts';
import { limits } from '../limits.ts';
import { nothing, path, request } from './request.ts';

export interface SavedFile {
  /** Null when the person closed the dialog, or when it went to a printer. */
  readonly path: string | null;
  /** The person closed the printer's dialog. */
  readonly notPrinted?: true;
}

/** How far a document is, for which window asked: facts handed over, pages begun, then the printer's part, which tells no more. */
export interface DocumentProgress {
  /** As the request named it. */
  readonly job: string;
  readonly step: 'facts' | 'pages' | 'pdf';
  readonly done: number;
  readonly of: number;
}

/** By which a window knows its own document again, and can cancel it. */
const job = z.string().min(1).max(40);

/** What goes on paper, and can be looked at before. */
const printedKind = z.enum(['recap', ...paperKinds, 'code-slips', 'host-script']);
export type PrintedKind = z.output<typeof printedKind>;

/** Of certificates; absent: winners. */
const recipients = z.enum(certificateRecipients);

export const documentRequests = {
  /** The pages as they will be printed, as a document of its own without scripts. */
  'preview-print': request<{ readonly html: string }>()(
    z.object({
      document: printedKind,
      only: contestantIdSchema.nullable().optional(),
      recipients: recipients.optional(),
      /** Of a certificate that is being written: one alone is shown, with the longest name. */
      draft: certificateSchema.optional(),
    }),
  ),
  /**
   * A paper that is read as text: to a printer through the system's dialog, into a PDF file, or as a document that a word processor
   * edits. `only`: of a paper with pages for each contestant those of one; null: all.
   */
  'save-paper': request<SavedFile>()(
    z.object({
      paper: z.enum(paperKinds),
      to: z.enum(['printer', 'pdf', 'docx']),
      only: contestantIdSchema.nullable(),
      recipients: recipients.optional(),
      job: job.optional(),
    }),
  ),
  /** Ends the making of that paper; whoever asked for it is told that nothing was saved. */
  'cancel-paper': request<null>()(z.object({ job })),
  /** The short codes of all seats that wait, as slips; `toPdf` as for the recap. */
  'print-codes': request<SavedFile>()(z.object({ toPdf: z.boolean() })),
  /** The acts of the announcement for the host, without any name; `toPdf` as for the recap. */
  'print-host-script': request<SavedFile>()(z.object({ toPdf: z.boolean() })),
  'save-workbook': request<SavedFile>()(nothing),
  /** `refs`: the facts that were chosen by the filters; null: all of them. */
  'save-history': request<SavedFile>()(z.object({ refs: z.array(refSchema).max(limits.entriesPerLog).nullable() })),
  'save-contest-file': request<SavedFile>()(z.object({ withScores: z.boolean() })),
  /** [N1] Those who go on, as a contest of their own: by a closed round, or the first so many of each category. */
  'save-further-contest': request<SavedFile>()(
    z.object({
      by: z.union([z.object({ stage: stageIdSchema }), z.object({ top: z.int().min(1).max(limits.contestants) })]),
    }),
  ),
  /** `toPdf`: into a PDF file chosen by the person; else to a printer through the system's dialog. */
  'print-recap': request<SavedFile>()(z.object({ toPdf: z.boolean() })),
  /** Only what was written here, the folder where contests are put, and that of the open one. */
  'show-in-folder': request<null>()(z.object({ path })),
  'save-backup': request<SavedFile>()(nothing),
  /** The place of the second automatic copy, chosen in the system's dialog and written to at once; null: nothing was chosen. */
  'choose-copy-place': request<SavedFile>()(nothing),
  /** No second copy any more; the one that was written stays. */
  'forget-copy-place': request<null>()(nothing),
} as const;

/** The channel that makes each of them. */
export const documentChannels = {
  workbook: 'save-workbook',
  recap: 'print-recap',
  minutes: 'save-paper',
  'decree-annex': 'save-paper',
  'winner-list': 'save-paper',
  reasons: 'save-paper',
  feedback: 'save-paper',
  certificates: 'save-paper',
  changes: 'save-paper',
  'code-slips': 'print-codes',
  'host-script': 'print-host-script',
  history: 'save-history',
  'contest-file': 'save-contest-file',
  backup: 'save-backup',
} as const satisfies Readonly<Record<DocumentKind, keyof typeof documentRequests>>;
