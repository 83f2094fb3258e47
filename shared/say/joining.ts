/** Joining in words: an invitation that cannot be read, a committee that refuses, a way to it that was not found. */
import type { Diagnosis, DiagnosisType } from '../sync/connection-check.ts';
import type { InvitationError } from '../sync/invitation.ts';
import type { JoinRefusal } from '../sync/join-context.ts';

export interface JoiningWords {
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
export function sayJoinRefusal(
  words: JoiningWords,
  refusal: { readonly reason: string; readonly message: string },
): string {
  const known: Readonly<Record<string, string | undefined>> = words.refused;
  return known[refusal.reason] ?? refusal.message;
}

export function sayDiagnosis<Type extends DiagnosisType>(words: JoiningWords, seen: Diagnosis<Type>): SaidDiagnosis {
  return words.diagnosis[seen.type](seen);
}
