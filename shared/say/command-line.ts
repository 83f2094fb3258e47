/** What the command line says beside the words of the core. Names of commands and options are no words. */
export interface CommandLineWords {
  readonly usage: (call: string) => string;
  readonly allCommands: (lines: readonly string[]) => string;
  readonly noCommand: string;
  readonly unknownCommand: (name: string) => string;
  readonly argumentCount: (wanted: number, given: number) => string;
  /** `option` quoted. */
  readonly unknownOption: (option: string) => string;
  readonly optionWithoutValue: (option: string) => string;
  readonly noPicture: (file: string) => string;
  readonly optionMissing: (option: string) => string;
  readonly oneContestOnly: string;
  readonly noSuchJuror: (id: string) => string;

  readonly portOutside: (most: number) => string;
  readonly joinNeedsBoth: string;
  readonly rehearsalArguments: string;
  readonly unknownColumn: (name: string, known: readonly string[]) => string;
  readonly noColumnLetter: (given: string) => string;
  readonly noAnswer: (given: string, known: readonly string[]) => string;

  readonly isJuror: string;
  readonly isCommittee: string;
  readonly otherSeat: string;
  readonly unknownLine: (line: string) => string;
  readonly nothingReceived: string;
  readonly recoverWith: string;
  readonly contestFileRejected: string;
  readonly scoresRejected: string;
  readonly scoresLeftOut: (scores: number) => string;
  readonly decisionLeftOut: (contestants: readonly string[]) => string;
  readonly disconnected: (reason: string) => string;
  /** `scope`: a category's id, or `*` for the whole contest. */
  readonly sealFault: (scope: string, fault: SealFault['type']) => string;

  readonly questionOpen: (question: string) => string;
  readonly nobodyInList: (file: string) => string;
  readonly unknownTemplate: (name: string, known: readonly string[]) => string;
  /** What the committee's laptop is called. */
  readonly committeeMachine: string;
  readonly invented: InventedWords;
}

/** Why a seal is not true; `seal/check-seal.ts` finds it. */
export interface SealFault {
  readonly type: 'entry-missing' | 'entry-differs' | 'other-code' | 'other-result' | 'no-confirmation';
}

/** Names in a contest that a rehearsal makes up. */
export interface InventedWords {
  readonly contest: string;
  readonly category: string;
  readonly stage: string;
  readonly juror: (number: number) => string;
  readonly contestant: (number: number) => string;
  readonly unit: (number: number) => string;
  readonly criterion: (number: number) => string;
}
