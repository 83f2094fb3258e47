/** What stands beside a winner: the name of the place or the award. */
import type { Award } from '../../domain/setup/contest-file.ts';
import { romanNumeral } from '../../lib/roman.ts';
import type { AwardWinner } from '../../ranking/types.ts';
import type { DocumentWords } from '../../say/documents.ts';
import { placeLabelOf, type CategoryPlan, type ContestantLine } from './category-plan.ts';

/** `Juara I`, with what a tie makes of it; "" for a place without an award. */
export function placeText(plan: CategoryPlan, line: ContestantLine): string {
  const label = placeLabelOf(plan, line);
  if (label === '' || line.standing?.shared !== true) return label;
  const isJoint = plan.file.decisions.some(
    (one) => one.kind === 'joint' && one.category === plan.category.id && one.contestants.includes(line.contestant.id),
  );
  const { joint, undecided } = plan.words.documents.remarks;
  return isJoint ? `${label}${joint}` : undecided.join(String(line.standing.rank ?? 0));
}

/** "Favorit II"; without a number where the award knows one winner only, or no order. */
export function awardTitle(words: DocumentWords, award: Award, { place, band }: AwardWinner): string {
  if (award.kind === 'band') return words.winners.band(award.name, band ?? '');
  const count = award.kind === 'list' ? award.contestants.length : award.count;
  return place === null || count < 2 ? award.name : `${award.name} ${romanNumeral(place)}`;
}

export function unitText(unit: string | undefined): string {
  return unit === undefined || unit === '' ? '–' : unit;
}
