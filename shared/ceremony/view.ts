/**
 * What stands on the projector: the whole of what its window ever receives. A name is in here only once it is revealed
 * (rule C4).
 */
import type { ContestantId } from '../domain/ids.ts';

export type ProjectorView = Picture & {
  /** Tried out with made-up names; every picture then says so. */
  readonly rehearsal?: boolean;
  /** Percent of width and height at each edge that the projector cuts off, so that nothing stands there. */
  readonly overscan?: number;
};

export type Picture =
  | { readonly type: 'blank' }
  | {
      readonly type: 'waiting';
      readonly contest: string;
      readonly organizer: string;
      /** Hash of the committee's own picture, which stands there in place of the texts. */
      readonly picture?: string;
      readonly example: boolean;
    }
  | OnStageView
  | {
      readonly type: 'timer';
      readonly contest: string;
      readonly now: ShownContestant | null;
      readonly timer: OnStageView['timer'];
      readonly example: boolean;
    }
  | ScriptView
  | {
      readonly type: 'opening';
      readonly contest: string;
      readonly organizer: string;
      /** Lines of the letterhead, top to bottom. */
      readonly letterhead: readonly string[];
      /** PNG or JPEG, base64. */
      readonly logo: string | null;
      readonly example: boolean;
    }
  | {
      readonly type: 'text';
      readonly contest: string;
      readonly title: string;
      readonly text: string;
      readonly example: boolean;
    }
  | { readonly type: 'category-title'; readonly contest: string; readonly category: string; readonly example: boolean }
  | {
      readonly type: 'draw';
      readonly contest: string;
      readonly category: string;
      /** "Nomor urut 3". */
      readonly heading: string;
      /** Whose it is; null: not shown yet. */
      readonly now: ShownContestant | null;
      /** Names that roll past meanwhile, in an order that tells nothing. */
      readonly rolling: readonly string[];
      readonly earlier: readonly RevealedPlace[];
      readonly example: boolean;
    }
  | {
      readonly type: 'draw-list';
      readonly contest: string;
      readonly category: string;
      readonly drawn: readonly ShownContestant[];
      readonly example: boolean;
    }
  | {
      readonly type: 'build-up';
      readonly contest: string;
      readonly category: string;
      /** As in `RevealedPlace`: what is about to be revealed, and nothing of who it is. */
      readonly place: number | null;
      readonly heading: string;
      /** Revealed before, lowest place first. */
      readonly revealed: readonly RevealedPlace[];
      /** With its reveal comes a sound. */
      readonly sound?: boolean;
      readonly example: boolean;
    }
  | {
      readonly type: 'reveal';
      readonly contest: string;
      readonly category: string;
      /** Revealed so far, lowest place first; the last one is the new one. */
      readonly revealed: readonly RevealedPlace[];
      /** What comes with the step from the place to its name. */
      readonly sound?: boolean;
      readonly confetti?: boolean;
      readonly example: boolean;
    };

/** For the host, on a display of the host's own. */
export interface ScriptView {
  readonly type: 'script';
  readonly contest: string;
  /** The act that runs; null: none does. */
  readonly act: string | null;
  /** What stands on its slide, and the committee's note. */
  readonly text: string;
  readonly note: string;
  /** What the hall sees of it: a place alone, or with who has it. */
  readonly now: string | null;
  /** What the next press does, without a name. */
  readonly next: string | null;
  readonly example: boolean;
}

export interface OnStageView {
  readonly type: 'on-stage';
  readonly contest: string;
  readonly category: string;
  readonly stage: string | null;
  readonly now: ShownContestant | null;
  readonly next: ShownContestant | null;
  readonly timer: {
    readonly part: string;
    readonly totalMs: number;
    /** Elapsed when this view was sent. */
    readonly elapsedMs: number;
    readonly running: boolean;
  } | null;
  readonly example: boolean;
}

export interface ShownContestant {
  readonly id: ContestantId;
  readonly number: number | null;
  readonly name: string;
  readonly unit: string;
  /** When the group is planned to perform; only while groups perform, and only where the list told it. */
  readonly slot?: string;
  /** Hash of the photo or logo; absent: there is none. */
  readonly photo?: string;
}

export interface RevealedPlace {
  /** Null for an award beside the places (a list, the best by a criterion). */
  readonly place: number | null;
  /** "Juara II": does not tell how many have it. */
  readonly heading: string;
  /** "Juara III", "Juara II (bersama)". */
  readonly label: string;
  readonly contestants: readonly ShownContestant[];
  /** Final score as shown, e.g. "83,41"; null when the contest does not show scores. */
  readonly display: string | null;
}
