/**
 * What the application says around the windows' own texts: why the shell refuses, what stands above a folder, what the system's
 * dialogs and the menu are called. Windows show it as it is.
 */
import type { NotDecided } from '../ranking/going-on.ts';
import type { CopyProblem } from './folders.ts';

export interface ApplicationWords {
  readonly refused: RefusedWords;
  readonly notices: NoticeWords;
  readonly dialogs: DialogWords;
  readonly menu: MenuWords;
  readonly closing: ClosingWords;
  readonly names: NameWords;
}

/** Each says what to do. */
export interface RefusedWords {
  readonly wrongSender: string;
  readonly invalidInput: string;
  readonly internal: string;

  readonly noFolder: string;
  readonly notReady: string;
  readonly nothingToRecover: string;
  readonly nothingToUnlock: string;
  readonly keysUnwritable: string;
  readonly openHere: string;
  readonly unknownTemplate: string;
  readonly notListed: string;
  /** `categories`: those that are not that far. */
  readonly goesOn: Readonly<Record<NotDecided['type'], (categories: readonly string[]) => string>>;

  readonly signInFirst: string;
  readonly signInAsCommittee: string;
  readonly signInForPin: string;
  readonly roleNotHere: string;
  readonly noSuchJuror: string;
  readonly pinNeeded: string;
  readonly pinWrong: string;
  readonly pinWait: (seconds: number) => string;
  readonly pinStays: string;
  readonly committeePinFirst: string;
  readonly committeePinForSeats: string;
  readonly noRecoveryCode: string;
  readonly recoveryCodeWrong: string;
  readonly recoveryCodeWait: (seconds: number) => string;
  readonly recoveryCodeUnsaved: string;

  readonly listGone: string;
  readonly noPrinter: string;
  readonly notPrinted: string;
  readonly noCodes: string;
  readonly copyUnwritable: (folder: string) => string;
  /** Of the place of the second automatic copy. */
  readonly copyInContest: (folder: string) => string;
  readonly copyIsThere: (folder: string) => string;
  readonly copyFails: { readonly [Problem in CopyProblem]: (folder: string) => string };
  readonly fileUnwritable: (file: string) => string;

  readonly unsigned: (jurors: readonly string[]) => string;
  /** `scopes`: names of categories; null among them: what is won over the whole contest. */
  readonly unsealed: (scopes: readonly (string | null)[]) => string;
  readonly sealBroken: (scopes: readonly (string | null)[]) => string;
  readonly sealLacks: (lacks: number) => string;
  readonly chairPinFirst: string;
  readonly chairPinTaken: string;
  readonly resultsWithheld: string;
  readonly endCeremonyFirst: string;
  readonly drawChanged: string;
  readonly tooManyWindows: string;
  readonly noPicture: string;
  readonly pictureNotKept: string;
  readonly noCeremony: string;
  readonly ceremonyRuns: string;
  readonly resultChanged: string;
  readonly nothingToAnnounce: string;

  readonly notInvitation: string;
  readonly invitationsUnwritable: string;
  readonly isCommittee: string;
  readonly onlyCommitteeListens: string;
  readonly notListening: string;
  readonly networkNotReady: string;
  readonly badCommitteeAddress: string;
}

/** What is told about a folder that is open. */
export interface NoticeWords {
  /** Entries that were confirmed once and are not here. */
  readonly lacking: (entries: number) => string;
  /** Entries of this laptop's own keys that came from elsewhere. */
  readonly returned: (entries: number) => string;
  /** `kept`: the folder of the damaged files. */
  readonly recovered: (entries: number, kept: string) => string;
  readonly synchronised: (service: string) => string;
  readonly onNetwork: string;
}

export interface DialogWords {
  readonly contestFile: string;
  readonly contestFolder: string;
  readonly invitation: string;
  readonly contestantList: string;
  readonly copyFolder: string;
  readonly invitationFolder: string;
  readonly saveAs: string;
  readonly kinds: {
    readonly workbook: string;
    readonly contestFile: string;
    readonly pdf: string;
    readonly docx: string;
    readonly list: string;
    readonly invitation: string;
  };
}

/** `&` before the letter that opens a menu by the keyboard. */
export interface MenuWords {
  readonly application: string;
  readonly about: string;
  readonly aboutText: string;
  readonly close: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly larger: string;
  readonly smaller: string;
  readonly usualSize: string;
  readonly fullScreen: string;
}

/** Before the application is closed by hand. */
export interface ClosingWords {
  readonly question: string;
  readonly ceremonyRuns: string;
  readonly projectorOpen: string;
  readonly timerRuns: string;
  readonly connected: (laptops: number) => string;
  readonly safe: string;
  readonly confirm: string;
  readonly cancel: string;
}

/** What things are called that have no name of their own. */
export interface NameWords {
  readonly contestToCome: string;
  /** A seat on which nobody sits yet. */
  readonly seat: (number: number) => string;
  readonly projector: string;
  readonly display: (number: number) => string;
  /** Folder of a juror's laptop, by the seat. */
  readonly seatFolder: (seat: string) => string;
  /** File of an invitation. */
  readonly invitationFile: (number: string, seatName: string) => string;
}
