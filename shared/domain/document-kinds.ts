/**
 * Everything that leaves the application as a document. The list leads: a kind more does not compile until it has a file name
 * in every language, a channel of the window, a place on a screen, and a command or the word that there is none.
 */

/** In the order in which a person is shown them. */
export const documentKinds = [
  'workbook',
  'recap',
  'code-slips',
  'host-script',
  'history',
  'contest-file',
  'backup',
] as const;

export type DocumentKind = (typeof documentKinds)[number];
