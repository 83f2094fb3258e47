/**
 * Everything that leaves the application as a document. The list leads: a kind more does not compile until it has a file name
 * in every language, a channel of the window, a place on a screen, and a command or the word that there is none.
 */

/** Papers that are read as text: each is seen, printed, saved as PDF or for a word processor. */
export const paperKinds = [
  'minutes',
  'decree-annex',
  'winner-list',
  'reasons',
  'feedback',
  'certificates',
  'changes',
] as const;

/** For whom certificates are made: a page for each winner of each award, or for everybody who took part. */
export const certificateRecipients = ['winners', 'participants'] as const;

export type CertificateRecipients = (typeof certificateRecipients)[number];

export type PaperKind = (typeof paperKinds)[number];

export function isPaperKind(kind: string): kind is PaperKind {
  return paperKinds.some((each) => each === kind);
}

/** In the order in which a person is shown them. */
export const documentKinds = [
  'workbook',
  'recap',
  ...paperKinds,
  'code-slips',
  'host-script',
  'history',
  'contest-file',
  'backup',
] as const;

export type DocumentKind = (typeof documentKinds)[number];
