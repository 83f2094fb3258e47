/** The announcement in English. */
import type { NextMove } from '../../ceremony/ceremony.ts';
import type { CeremonyRefusal } from '../../ceremony/steps.ts';
import type { CeremonyWords } from '../ceremony.ts';
import { namesLabel } from '../place-names.ts';
import { englishNumbers } from './numbers.ts';
import { englishPlaces } from './place-names.ts';
import { counted } from './sentences.ts';

export const englishCeremony: CeremonyWords = {
  numbers: englishNumbers,
  places: englishPlaces,
  together: ' (shared)',
  wholeContest: 'Awards of the whole contest',
  opening: 'Opening',
  madeUp: (letter) => ({ name: `EXAMPLE ${letter}`, unit: `Example unit ${letter}` }),
  draw: 'Draw of the presentation order',
  everybody: 'All categories',
  drawnNumber: (number) => `Number ${number}`,
  next: nextText,
  refusal: refusalText,
};

function nextText(move: NextMove): string {
  switch (move.type) {
    case 'lift':
      return 'Show again';
    case 'build-up':
      return `${move.label}, without the name yet`;
    case 'reveal':
      return `the name: ${move.label}`;
    case 'list':
      return 'the list of all numbers';
    case 'act':
      return `act ${move.title}`;
  }
}

function refusalText(refusal: CeremonyRefusal): string {
  switch (refusal.type) {
    case 'provisional': {
      const { category, missing } = refusal;
      const sheets = missing === 0 ? '' : ` Not locked yet: ${counted(missing, 'score sheet')}.`;
      return `Category ${category} cannot be announced yet: its result is provisional.${sheets} Complete it on Monitor first.`;
    }
    case 'blocked': {
      const causes = refusal.causes.map(causeText).join('; ');
      return `Category ${refusal.category} cannot be announced yet: ${causes}. Settle this on Ranking first.`;
    }
    case 'nobody-ranked':
      return refusal.category === null
        ? 'The awards of the whole contest have no recipients yet. Fill them in first in Rubrics & rules, part Awards.'
        : `Category ${refusal.category} has no ranking yet, so there is nothing to announce.`;
    case 'unknown-category':
      return 'This category is gone. Choose another category.';
  }
}

type Cause = Extract<CeremonyRefusal, { readonly type: 'blocked' }>['causes'][number];

function causeText({ places, reason, isAtCut }: Cause): string {
  if (isAtCut) return 'it is not settled who advances to the next stage';
  const awards = namesLabel(englishPlaces, places);
  switch (reason) {
    case 'round':
    case 'tie':
      return `the tie at ${awards} is not decided`;
    case 'no-panel':
      return `${awards} cannot be decided, because a contestant or a requirement has no juror`;
  }
}
