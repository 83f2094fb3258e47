/**
 * The ceremony tried out (rule C10): the very steps of an announcement, for made-up contestants as many as there are places and
 * awards. No contestant and no score of the contest is read, so that nothing real can be seen or taken for real.
 */
import { placeNames } from '../ranking/place-names.ts';
import type { AwardWinner, CategoryRanking } from '../ranking/types.ts';
import { wholeContest, type Award, type ContestSetup, type WinnersAct } from '../domain/setup/contest-file.ts';
import { idFrom } from '../domain/ids.ts';
import type { Result } from '../lib/result.ts';
import { awardsIn, partOf } from './programme.ts';
import { announcedSteps, type CeremonyRefusal, type RevealStep } from './steps.ts';

/** `madeUp`: a name and unit that nobody takes for a group's, by a letter. */
export function rehearsedSteps(
  setup: Pick<ContestSetup, 'categories' | 'awards' | 'rules' | 'programme'>,
  act: WinnersAct,
  madeUp: (letter: string) => { readonly name: string; readonly unit: string },
): Result<readonly RevealStep[], CeremonyRefusal> {
  const { categories, awards, rules } = setup;
  const { category } = act;
  const given = awardsIn(setup, category);
  const places = category === wholeContest ? 0 : Math.max(...placeNames(setup, category).keys());
  const most = Math.max(places, ...given.map(winnersIn));
  const ids = Array.from({ length: most }, (_, index) => idFrom.contestant(`contoh-${index + 1}`));
  const contestants = ids.map((id, index) => ({
    id,
    number: null,
    ...madeUp(letterOf(index)),
    category: idFrom.category(category),
    status: 'waiting' as const,
  }));
  const winners = given.flatMap((award) =>
    ids
      .slice(0, winnersIn(award))
      .map((contestant, index): AwardWinner => ({ award: award.id, contestant, place: index + 1 })),
  );
  const ranking: CategoryRanking = {
    category: idFrom.category(category),
    method: rules.method,
    provisional: false,
    missing: [],
    standings: ids.slice(0, places).map((contestant, index) => ({
      contestant,
      rank: index + 1,
      shared: false,
      result: null,
      display: '00.00',
      panel: {},
      penalty: '0',
      decidedBy: null,
    })),
    unranked: [],
    blocked: null,
    awards: winners,
  };
  const answer = { categories: [ranking], awards: winners };
  return announcedSteps({ categories, contestants, awards, rules }, answer, category, partOf(setup, act));
}

function winnersIn(award: Award): number {
  switch (award.kind) {
    case 'list':
      return Math.max(1, award.contestants.length);
    case 'criterion':
    case 'composite':
    case 'ballots':
    case 'units':
      return award.count;
    case 'places':
    case 'band':
      return 0;
  }
}

/** A to Z, then A2, B2 ... */
function letterOf(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(65 + (index % 26)) + (round === 0 ? '' : String(round + 1));
}
