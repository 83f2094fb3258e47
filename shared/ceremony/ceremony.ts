/**
 * The ceremony of one category as a small machine: title, then one reveal per step, with back and blank. Pure, so that the
 * operator, a clicker and a restart all go through the same moves. `ceremonyView` is the only way to a picture and takes
 * no more than the steps that are revealed (rule C4); a blank picture is lifted before anything new is shown (rule C5).
 */
import type { CategoryId } from '../domain/ids.ts';
import { assert } from '../lib/assert.ts';
import type { ProjectorView, RevealedPlace } from './view.ts';

export interface Ceremony {
  readonly category: CategoryId;
  /** All slides, lowest place first. Never leaves the main process as a whole. */
  readonly steps: readonly RevealedPlace[];
  /** 0: the category's title; `steps.length`: everything is revealed. */
  readonly step: number;
  readonly blank: boolean;
}

export type CeremonyMove = 'next' | 'back' | 'blank';

/** A ceremony at its title, or at the step where it was interrupted. */
export function beginCeremony(
  category: CategoryId,
  steps: readonly RevealedPlace[],
  step = 0,
  blank = false,
): Ceremony {
  assert(steps.length > 0, 'a ceremony reveals something');
  return { category, steps, step: Math.max(0, Math.min(step, steps.length)), blank };
}

/** The ceremony after a key press; at its ends it stays where it is. */
export function moveCeremony(ceremony: Ceremony, move: CeremonyMove): Ceremony {
  switch (move) {
    case 'next':
      if (ceremony.blank) return { ...ceremony, blank: false };
      return { ...ceremony, step: Math.min(ceremony.step + 1, ceremony.steps.length) };
    case 'back':
      if (ceremony.blank) return { ...ceremony, blank: false };
      return { ...ceremony, step: Math.max(ceremony.step - 1, 0) };
    case 'blank':
      return { ...ceremony, blank: !ceremony.blank };
  }
}

/** What the next key press does: lifts the blank picture, or shows a place; null at the end. */
export type NextMove = { readonly type: 'lift' } | { readonly type: 'reveal'; readonly label: string };

/** Without any name of a contestant. */
export function nextMove(ceremony: Ceremony): NextMove | null {
  if (ceremony.blank) return { type: 'lift' };
  const next = ceremony.steps[ceremony.step];
  return next === undefined ? null : { type: 'reveal', label: next.label };
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
  },
): ProjectorView {
  if (ceremony.blank) return { type: 'blank' };
  const { contest, category, example, showsScores } = title;
  if (ceremony.step === 0) return { type: 'category-title', contest, category, example };
  const revealed = ceremony.steps.slice(0, ceremony.step);
  const shown = showsScores ? revealed : revealed.map((place) => ({ ...place, display: null }));
  return { type: 'reveal', contest, category, revealed: shown, example };
}
