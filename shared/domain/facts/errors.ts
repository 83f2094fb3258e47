/**
 * Why a command is refused: `type` is the kind, for programs; `reason` names the case with what belongs to it. Names are
 * carried as they are called now. The sentences are `shared/say`'s: a reason does not compile before it has one.
 */
import { err, type Result } from '../../lib/result.ts';
import type { ContestantStatus } from '../setup/contest-file.ts';
import type { Problem } from '../setup/contest-problem.ts';
import type { DomainEvent } from './events.ts';

/** One reason, or any of them. */
export type DomainError<Reason extends RefusalReason = RefusalReason> = {
  [Each in Reason]: { readonly reason: Each } & Reasons[Each];
}[Reason];

export type RefusalReason = keyof Reasons;

/** What a command comes to. An empty list of facts: what was asked for is so already. */
export type Decision = Result<readonly DomainEvent[], DomainError>;

export function refuse(error: DomainError): { readonly ok: false; readonly error: DomainError } {
  return err(error);
}

export function unknown(
  kind: DomainError<'unknown-here'>['kind'],
  id: string,
): { readonly ok: false; readonly error: DomainError } {
  return err({ type: 'unknown-id', reason: 'unknown-here', kind, id });
}

interface Reasons extends SetupReasons, DayReasons, SealReasons, SheetReasons, LaptopReasons {
  readonly 'committee-only': Kind<'wrong-role'>;
  readonly 'jurors-only': Kind<'wrong-role'>;
  readonly 'no-data-yet': Kind<'not-founded'>;
  readonly 'unknown-here': Kind<'unknown-id'> & {
    readonly kind:
      | 'award'
      | 'category'
      | 'contestant'
      | 'contestant-of-category'
      | 'device'
      | 'juror'
      | 'record'
      | 'stage';
    readonly id: string;
  };
  readonly 'does-not-exist': Kind<'unknown-id'> & {
    readonly kind: 'category' | 'contestant' | 'criterion';
    readonly id: string;
  };
  readonly 'too-large': Kind<'too-large'> & { readonly bytes: number; readonly most: number };
}

interface SetupReasons {
  readonly 'already-founded': Kind<'already-founded'>;
  readonly 'does-not-fit': Kind<'invalid-setup'> & { readonly problems: readonly Problem[] };
  readonly 'scoring-has-begun': Kind<'frozen'>;
  readonly 'seat-in-use': Kind<'in-use'> & Juror;
  readonly 'task-in-use': Kind<'in-use'> & Juror & Contestant & { readonly category: string; readonly stage: string };
  readonly 'contestant-in-use': Kind<'in-use'> & Contestant;
  readonly 'scores-would-be-lost': Kind<'in-use'> & {
    readonly contestants: readonly string[];
    readonly jurors: readonly string[];
  };
  readonly 'renamed-with-locks': Kind<'reason-required'> & {
    readonly renamed: readonly { readonly from: string; readonly to: string }[];
  };
  readonly 'no-such-contestant': Kind<'unknown-id'> & { readonly id: string };
}

interface DayReasons {
  readonly 'is-calibration': Kind<'not-ranked'> & Contestant;
  readonly 'no-calibration': Kind<'not-judging'> & Contestant;
  readonly 'calibration-open': Kind<'incomplete'> & { readonly jurors: readonly string[] };
  readonly 'no-unit-conflict': Kind<'not-judging'>;
  readonly 'contestant-named-twice': Kind<'invalid-setup'>;
  readonly 'juror-not-judging': Kind<'not-judging'> & Juror & Contestant;
  readonly 'juror-has-locked': Kind<'locked'> & Juror & Contestant;
  readonly 'device-was-revoked': Kind<'already-done'>;
  readonly 'device-in-other-seat': Kind<'already-done'> & Juror;
  readonly 'penalty-outside-ranking': Kind<'not-ranked'> & Contestant;
  readonly 'no-sheet-now': Kind<'in-use'>;
  readonly 'decision-names-twice': Kind<'invalid-setup'>;
  readonly 'tie-step-not-used': Kind<'invalid-setup'> & { readonly step: string };
  readonly 'no-chair': Kind<'invalid-setup'>;
  readonly 'decided-already': Kind<'already-done'>;
  /** `sheets`: what is missing; 0: equals at the cut, or nobody who could judge. */
  readonly 'round-not-decided': Kind<'incomplete'> & { readonly sheets: number };
  readonly 'round-is-otherwise': Kind<'already-done'>;
  readonly 'round-closed-already': Kind<'reason-required'>;
  readonly 'round-not-closed': Kind<'not-locked'>;
  readonly 'tallies-differ': Kind<'conflict'>;
  readonly 'tally-by-same': Kind<'already-done'> & { readonly by: string };
  readonly 'tally-counted-already': Kind<'reason-required'>;
  readonly 'tally-not-twice': Kind<'incomplete'>;
  readonly 'tally-agreed-otherwise': Kind<'invalid-setup'>;
  readonly 'sheet-is-open': Kind<'not-locked'>;
  readonly 'not-signed-off': Kind<'not-locked'>;
  readonly 'stays-away': Kind<'not-ranked'> & Contestant;
  readonly 'nothing-to-undo': Kind<'already-done'>;
  readonly 'nobody-on-stage': Kind<'no-timer'>;
  /** `part`: from 1, as people count. */
  readonly 'no-such-part': Kind<'no-timer'> & { readonly part: number };
}

interface SealReasons {
  /** `category`: its name; null: the whole contest. */
  readonly sealed: Kind<'sealed'> & { readonly category: string | null };
  readonly 'sealed-already': Kind<'already-done'>;
  readonly 'seal-signatures': Kind<'incomplete'> & { readonly jurors: readonly string[] };
  readonly 'seal-conflicts': Kind<'conflict'> & { readonly count: number };
  readonly 'seal-without-chair': Kind<'invalid-setup'>;
  readonly 'sealing-stays': Kind<'sealed'>;
  readonly 'not-the-chair': Kind<'wrong-role'>;
  readonly 'seal-unconfirmed': Kind<'incomplete'>;
  readonly 'seal-outdated': Kind<'incomplete'>;
  readonly 'not-sealed': Kind<'already-done'>;
  readonly 'opening-unsealed': Kind<'incomplete'>;
  readonly 'opening-not-announced': Kind<'incomplete'>;
  readonly 'opening-reads-notes': Kind<'incomplete'>;
  readonly 'scores-opened': Kind<'sealed'>;
}

interface SheetReasons {
  readonly 'outside-ranking': Kind<'not-ranked'> & Contestant & { readonly status: AwayStatus };
  readonly 'not-advanced': Kind<'not-judging'> & Contestant;
  readonly 'not-judging-here': Kind<'not-judging'> & Contestant;
  readonly 'not-judging-contestant': Kind<'not-judging'> & Contestant;
  readonly 'not-judging-category': Kind<'not-judging'> & { readonly category: string };
  readonly 'pact-not-accepted': Kind<'incomplete'>;
  readonly 'pact-was-changed': Kind<'incomplete'>;
  readonly 'no-pact': Kind<'already-done'>;
  readonly 'sheet-locked': Kind<'locked'>;
  readonly 'own-scores-locked': Kind<'locked'>;
  readonly recused: Kind<'recused'>;
  readonly absent: Kind<'absent'>;
  readonly 'locked-yet-exempt': Kind<'conflict'>;
  readonly 'locks-differ': Kind<'conflict'>;
  readonly 'values-differ': Kind<'conflict'>;
  readonly 'entries-differ': Kind<'conflict'>;
  readonly 'other-rubric': Kind<'not-judging'>;
  /** `criterion`: where more than one is looked at. */
  readonly 'out-of-range': Kind<'out-of-range'> & {
    readonly criterion?: string;
    readonly value: string;
    readonly min: string;
    readonly max: string;
  };
  readonly 'off-step': Kind<'off-step'> & {
    readonly criterion?: string;
    readonly value: string;
    readonly step: string;
  };
  readonly 'criteria-empty': Kind<'incomplete'> & { readonly criteria: readonly string[] };
  readonly 'sheets-open': Kind<'incomplete'> & { readonly contestants: readonly string[] };
  readonly 'note-required': Kind<'note-required'> & { readonly criterion: string; readonly below: string };
  readonly 'category-signed-off': Kind<'signed-off'>;
}

/** Where the command was given: who may write there, and whether its disk takes it. */
interface LaptopReasons {
  readonly 'not-signed-in': Kind<'wrong-role'>;
  readonly 'not-a-writer': Kind<'wrong-role'>;
  readonly 'not-admitted-yet': Kind<'not-founded'>;
  readonly 'device-not-admitted': Kind<'unknown-id'>;
  readonly 'no-such-seat': Kind<'unknown-id'>;
  readonly 'nobody-asks': Kind<'unknown-id'>;
  readonly 'not-stored': Kind<'storage'>;
}

interface Kind<Type extends DomainErrorType> {
  readonly type: Type;
}

interface Juror {
  readonly juror: string;
}

interface Contestant {
  readonly contestant: string;
}

type AwayStatus = Exclude<ContestantStatus, 'waiting' | 'performing' | 'performed'>;

type DomainErrorType =
  | 'not-founded'
  | 'already-founded'
  | 'wrong-role'
  | 'unknown-id'
  | 'frozen'
  | 'invalid-setup'
  | 'not-judging'
  | 'locked'
  | 'sealed'
  | 'not-locked'
  | 'signed-off'
  | 'recused'
  | 'absent'
  | 'not-ranked'
  | 'out-of-range'
  | 'off-step'
  | 'incomplete'
  | 'note-required'
  | 'conflict'
  | 'in-use'
  | 'reason-required'
  | 'already-done'
  | 'no-timer'
  | 'too-large'
  | 'storage';
