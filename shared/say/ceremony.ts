/** The announcement in words: what stands above a slide, what the next key does, and why nothing is announced (C1 to C3). */
import type { NextMove } from '../ceremony/ceremony.ts';
import type { DrawWords } from '../ceremony/draw.ts';
import type { CeremonyRefusal, RevealStep } from '../ceremony/steps.ts';
import type { RevealedPlace } from '../ceremony/view.ts';
import { sayDecimal, type NumberWords } from './numbers.ts';
import { placeName, type PlaceWords } from './place-names.ts';

export interface CeremonyWords extends DrawWords {
  readonly numbers: NumberWords;
  readonly places: PlaceWords;
  /** Behind the label of equals. */
  readonly together: string;
  /** The awards over all categories, where a category's name stands otherwise. */
  readonly wholeContest: string;
  /** What the opening picture is called in the list of acts. */
  readonly opening: string;
  /** Names that cannot be taken for a group's, for a rehearsal: `CONTOH A`. */
  readonly madeUp: (letter: string) => { readonly name: string; readonly unit: string };
  readonly next: (move: NextMove) => string;
  /** Says what to do. */
  readonly refusal: (refusal: CeremonyRefusal) => string;
}

export function sayStep(words: CeremonyWords, step: RevealStep): RevealedPlace {
  const { place, names, isShared, display, contestants } = step;
  const heading = names.map((name) => placeName(words.places, name)).join(', ');
  const label = heading + (isShared ? words.together : '');
  return { place, heading, label, display: display === null ? null : sayDecimal(words.numbers, display), contestants };
}
