/**
 * One act of the ceremony as a small machine: its title, then for each place a build-up that names the place alone and the reveal
 * of who has it (rule C11), with back and blank. A slide of text is an act without reveals. Pure, so that the operator, a clicker and
 * a restart all go through the same moves. `ceremonyView` is the only way to a picture and takes no more than the steps that are
 * revealed (rule C4); a blank picture is lifted before anything new is shown (rule C5).
 */
import type { Picture, RevealedPlace } from './view.ts';

export interface Ceremony {
  /** Key of the act (`actKey`). */
  readonly act: string;
  /** All reveals, lowest place first. Never leaves the main process as a whole. */
  readonly steps: readonly RevealedPlace[];
  /** How many are revealed. 0: the title; `steps.length`: all. */
  readonly step: number;
  /** The place that comes next is announced, and who has it is not. */
  readonly building: boolean;
  readonly blank: boolean;
}

export type CeremonyMove = 'next' | 'back' | 'blank';

/** A ceremony at its title, or at the step where it was interrupted. */
export function beginCeremony(
  act: string,
  steps: readonly RevealedPlace[],
  step = 0,
  { building = false, blank = false }: { readonly building?: boolean; readonly blank?: boolean } = {},
): Ceremony {
  const revealed = Math.max(0, Math.min(step, steps.length));
  return { act, steps, step: revealed, building: building && revealed < steps.length, blank };
}

/** The ceremony after a key press; at its ends it stays where it is. */
export function moveCeremony(ceremony: Ceremony, move: CeremonyMove): Ceremony {
  switch (move) {
    case 'next':
      if (ceremony.blank) return { ...ceremony, blank: false };
      if (ceremony.building) return { ...ceremony, step: ceremony.step + 1, building: false };
      return ceremony.step === ceremony.steps.length ? ceremony : { ...ceremony, building: true };
    case 'back':
      if (ceremony.blank) return { ...ceremony, blank: false };
      if (ceremony.building) return { ...ceremony, building: false };
      return ceremony.step === 0 ? ceremony : { ...ceremony, step: ceremony.step - 1, building: true };
    case 'blank':
      return { ...ceremony, blank: !ceremony.blank };
  }
}

/** What the next key press does: lifts the blank picture, names a place, shows who has it, or goes on to another act; null at the end. */
export type NextMove =
  | { readonly type: 'lift' }
  | { readonly type: 'build-up'; readonly label: string }
  | { readonly type: 'reveal'; readonly label: string }
  | { readonly type: 'act'; readonly title: string }
  /** All that were drawn. */
  | { readonly type: 'list' };

/** Without any name of a contestant; within this act. */
export function nextMove(ceremony: Ceremony): NextMove | null {
  if (ceremony.blank) return { type: 'lift' };
  const next = ceremony.steps[ceremony.step];
  if (next === undefined) return null;
  return ceremony.building ? { type: 'reveal', label: next.label } : { type: 'build-up', label: next.heading };
}

/** The picture of this moment. */
export function ceremonyView(
  ceremony: Ceremony,
  title: {
    readonly contest: string;
    readonly category: string;
    readonly example: boolean;
    /** False: no final score stands on the slides. */
    readonly showsScores: boolean;
    readonly sound?: boolean;
    readonly confetti?: boolean;
    /** What stands there before the first reveal; absent: the title of a category. */
    readonly slide?: Picture;
  },
): Picture {
  if (ceremony.blank) return { type: 'blank' };
  const { contest, category, example, showsScores } = title;
  const sound = title.sound === true ? { sound: true } : {};
  const confetti = title.confetti === true ? { confetti: true } : {};
  const next = ceremony.building ? ceremony.steps[ceremony.step] : undefined;
  if (ceremony.step === 0 && next === undefined) {
    return title.slide ?? { type: 'category-title', contest, category, example };
  }
  const revealed = ceremony.steps.slice(0, ceremony.step);
  const shown = showsScores ? revealed : revealed.map((place) => ({ ...place, display: null }));
  if (next !== undefined) {
    const { place, heading } = next;
    return { type: 'build-up', contest, category, place, heading, revealed: shown, ...sound, example };
  }
  return { type: 'reveal', contest, category, revealed: shown, ...sound, ...confetti, example };
}
