/** Names of a contest file for people: contestants always by number, name and unit together. */
import type { Method } from '../../../shared/domain/methods.ts';
import type { Award, ContestFile, WinnersAct } from '../../../shared/domain/setup/contest-file.ts';
import { idFrom, type ContestantId } from '../../../shared/domain/ids.ts';
import { romanNumeral } from '../../../shared/lib/roman.ts';
import { placeNames } from '../../../shared/ranking/place-names.ts';
import type { AwardWinner } from '../../../shared/ranking/types.ts';
import { placeLabel } from '../../../shared/say/place-names.ts';
import { words } from '../../messages/words.ts';
import { contestantText } from '../../ui/contestant-name.tsx';

export function contestantName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((each) => each.id === id);
  return contestant === undefined ? id : contestantText(contestant);
}

export function contestantNames(file: ContestFile, ids: readonly ContestantId[], separator = '; '): string {
  return ids.map((id) => contestantName(file, id)).join(separator);
}

export function jurorName(file: ContestFile, id: string): string {
  return file.jurors.find((each) => each.id === id)?.name ?? id;
}

export function stageName(file: ContestFile, id: string): string {
  return file.stages.find((each) => each.id === id)?.name ?? id;
}

/** What the result of a method is called, among the words of the table. */
export function resultNoun(method: Method): 'place' | 'points' | 'result' {
  return method === 'majority' ? 'place' : method === 'borda' ? 'points' : 'result';
}

/** "Harapan I", "Favorit", "Predikat: Baik". */
export function awardLabel(category: WinnersAct['category'], award: Award, { place, band }: AwardWinner): string {
  if (award.kind === 'band') return `${award.name}: ${band ?? ''}`;
  const count = award.kind === 'list' ? award.contestants.length : award.count;
  if (place === null || count < 2) return award.name;
  if (award.kind !== 'places') return `${award.name} ${romanNumeral(place)}`;
  return placeLabel(
    words.places,
    placeNames({ awards: [award], rules: { places: 0 } }, idFrom.category(category)),
    place,
  );
}
