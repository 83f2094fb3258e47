/**
 * Joining in words: an invitation that cannot be read, a committee that refuses, a way to it that was not found,
 * a port that cannot be opened, a laptop in trouble.
 */
import type { Diagnosis, DiagnosisType } from '../sync/connection-check.ts';
import type { LaptopTrouble, NamedLaptop } from '../sync/roles/laptop-troubles.ts';
import type { ConnectionProblem } from '../sync/roles/juror.ts';
import type { InvitationError } from '../sync/invitation.ts';
import type { JoinRefusal } from '../sync/join-context.ts';
import { saidFolderError, type FolderError, type FolderRefusingWords } from './folders.ts';
import type { SaidRefusal } from './refusals.ts';

/** Why an attempt to join ended without a contest. */
export type JoinError =
  | { readonly type: 'bad-address'; readonly reason: 'bad-address' }
  | { readonly type: 'address-missing'; readonly reason: 'address-missing' }
  | { readonly type: 'invitation-mistyped'; readonly reason: 'code-mistyped' }
  | { readonly type: InvitationError['type']; readonly reason: 'invitation'; readonly wrong: InvitationError['reason'] }
  | { readonly type: 'several-contests'; readonly reason: 'several-contests'; readonly contests: number }
  /** Tried so often that nobody is shown it again. */
  | { readonly type: 'burnt'; readonly reason: 'code-spent' }
  | { readonly type: string; readonly reason: 'refused'; readonly refusal: GivenRefusal }
  /** What was seen of the way to the committee. */
  | { readonly type: string; readonly reason: 'seen'; readonly seen: Diagnosis }
  | FolderError;

/** The committee's answer, as it came. */
interface GivenRefusal {
  readonly reason: string;
  readonly message: string;
}

/** Why the committee's port is not open. */
export type ListenError =
  | { readonly type: 'port-in-use'; readonly port: number }
  | { readonly type: 'cannot-listen'; readonly host: string; readonly port: number };

export interface JoiningWords {
  readonly addressUnreadable: string;
  readonly addressMissing: string;
  readonly codeMistyped: string;
  readonly codeSpent: string;
  readonly severalContests: (contests: number) => string;
  readonly portInUse: (port: number) => string;
  readonly cannotListen: (host: string, port: number) => string;
  readonly committeeRecovers: string;
  readonly trouble: { readonly [Trouble in LaptopTrouble]: (of: NamedLaptop) => string };
  readonly invitation: Readonly<Record<InvitationError['reason'], string>>;
  readonly refused: Readonly<Record<JoinRefusal['reason'], string>>;
  readonly diagnosis: { readonly [Type in DiagnosisType]: (seen: Diagnosis<Type>) => SaidDiagnosis };
}

interface SaidDiagnosis {
  readonly message: string;
  /** What to do, the likeliest first. */
  readonly steps: readonly string[];
}

/** In this laptop's own words where it knows the reason: what a stranger sends is not shown as ours. */
export function sayJoinRefusal(words: JoiningWords, refusal: GivenRefusal): string {
  const known: Readonly<Record<string, string | undefined>> = words.refused;
  return known[refusal.reason] ?? refusal.message;
}

export function sayDiagnosis<Type extends DiagnosisType>(words: JoiningWords, seen: Diagnosis<Type>): SaidDiagnosis {
  return words.diagnosis[seen.type](seen);
}

/** `problems`: the steps to take, where there are some. */
export function saidJoinError(
  words: FolderRefusingWords & { readonly joining: JoiningWords },
  error: JoinError,
): SaidRefusal {
  const { joining } = words;
  const { type } = error;
  switch (error.reason) {
    case 'bad-address':
      return { type, message: joining.addressUnreadable, problems: [] };
    case 'address-missing':
      return { type, message: joining.addressMissing, problems: [] };
    case 'code-mistyped':
      return { type, message: joining.codeMistyped, problems: [] };
    case 'code-spent':
      return { type, message: joining.codeSpent, problems: [] };
    case 'invitation':
      return { type, message: joining.invitation[error.wrong], problems: [] };
    case 'several-contests':
      return { type, message: joining.severalContests(error.contests), problems: [] };
    case 'refused':
      return { type, message: sayJoinRefusal(joining, error.refusal), problems: [] };
    case 'seen': {
      const { message, steps } = sayDiagnosis(joining, error.seen);
      return { type, message, problems: steps.map((step) => ({ path: '', message: step })) };
    }
    default:
      return saidFolderError(words, error);
  }
}

export function sayListenError(words: JoiningWords, error: ListenError): string {
  switch (error.type) {
    case 'port-in-use':
      return words.portInUse(error.port);
    case 'cannot-listen':
      return words.cannotListen(error.host, error.port);
  }
}

export function sayConnectionProblem(words: JoiningWords, problem: ConnectionProblem): string {
  switch (problem.type) {
    case 'refused':
      return sayJoinRefusal(words, problem);
    case 'committee-recovers':
      return words.committeeRecovers;
  }
}
