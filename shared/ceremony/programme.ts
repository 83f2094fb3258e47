/**
 * The acts of the announcement in the order of the committee (rule C9): the opening picture, slides of text between, and what is
 * won, category by category. An award may have an act of its own, and so any place among them (rule C1). What the stored order does
 * not know (a category added since) comes after it, and what is gone is left out, so that nobody is forgotten.
 */
import type { AwardId, CategoryId } from '../domain/ids.ts';
import {
  wholeContest,
  type Act,
  type Award,
  type ContestSetup,
  type WinnersAct,
} from '../domain/setup/contest-file.ts';
import { isContestWide } from '../ranking/awards.ts';

export type ProgrammeSetup = Pick<ContestSetup, 'categories' | 'awards' | 'programme'>;

/** Every act once; `actKey` tells them apart. */
export function programmeOf(setup: ProgrammeSetup): readonly Act[] {
  const usual = usualProgramme(setup);
  const stored = (setup.programme ?? []).filter(
    (act) => act.type === 'text' || isOwnAct(setup, act) || usual.some((each) => actKey(each) === actKey(act)),
  );
  const added = usual.filter((act) => !stored.some((each) => actKey(each) === actKey(act)));
  const acts = [
    ...added.filter(({ type }) => type === 'opening'),
    ...stored,
    ...added.filter(({ type }) => type !== 'opening'),
  ];
  return acts.filter((act, at) => acts.findIndex((each) => actKey(each) === actKey(act)) === at);
}

/** What an act is called by between the windows and after a restart: a category's id where it announces one. */
export function actKey(act: Act): string {
  switch (act.type) {
    case 'opening':
      return '*opening';
    case 'text':
      return `*text:${act.id}`;
    case 'winners':
      return act.award === undefined ? act.category : `${act.category}/${act.award}`;
  }
}

export function findAct(setup: ProgrammeSetup, key: string): Act | undefined {
  return programmeOf(setup).find((act) => actKey(act) === key);
}

/** The act before (-1) or after (1) that one. */
export function neighbourAct(setup: ProgrammeSetup, key: string, by: -1 | 1): Act | undefined {
  const acts = programmeOf(setup);
  const at = acts.findIndex((act) => actKey(act) === key);
  return at === -1 ? undefined : acts[at + by];
}

/** That act one place further up or down; at the ends it stays. */
export function moveAct(acts: readonly Act[], key: string, by: -1 | 1): readonly Act[] {
  const from = acts.findIndex((act) => actKey(act) === key);
  const moved = acts[from];
  const to = from + by;
  if (moved === undefined || to < 0 || to >= acts.length) return acts;
  return acts.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** Whether an award (null: the winners of the category) is announced in that act. */
export type AnnouncedPart = (award: AwardId | null) => boolean;

export function partOf(setup: ProgrammeSetup, act: WinnersAct): AnnouncedPart {
  if (act.award !== undefined) return (award) => award === act.award;
  const own = ownActs(setup, act.category);
  return (award) => award === null || !own.includes(award);
}

/** [D21] Whose sign-offs an act waits for: what is won over the whole contest rests on all of them. */
export function categoriesOf(
  { categories }: Pick<ContestSetup, 'categories'>,
  { category }: WinnersAct,
): readonly CategoryId[] {
  return category === wholeContest ? categories.map(({ id }) => id) : [category];
}

/** What may be announced in an act of its own beside the winners of the category. */
export function awardsIn({ awards }: Pick<ContestSetup, 'awards'>, category: WinnersAct['category']): readonly Award[] {
  return awards.filter(
    (award) =>
      award.kind !== 'band' &&
      isContestWide(award) === (category === wholeContest) &&
      (category === wholeContest || (award.categories?.includes(category) ?? true)),
  );
}

/** Exactly those awards of the category with acts of their own; a new one comes right after the act that it is taken from. */
export function withOwnActs(
  acts: readonly Act[],
  category: WinnersAct['category'],
  awards: readonly AwardId[],
): readonly Act[] {
  const kept = acts.filter((act) => {
    const isOwn = act.type === 'winners' && act.category === category && act.award !== undefined;
    return !isOwn || awards.includes(act.award);
  });
  const has = new Set(kept.map(actKey));
  const added = awards
    .map((award): Act => ({ type: 'winners', category, award }))
    .filter((act) => !has.has(actKey(act)));
  const at = kept.findIndex((act) => actKey(act) === category);
  return kept.toSpliced(at === -1 ? kept.length : at + 1, 0, ...added);
}

function ownActs(setup: ProgrammeSetup, category: WinnersAct['category']): readonly AwardId[] {
  return (setup.programme ?? []).flatMap((act) =>
    act.type === 'winners' && act.category === category && act.award !== undefined && isOwnAct(setup, act)
      ? [act.award]
      : [],
  );
}

function isOwnAct(setup: ProgrammeSetup, act: Act): boolean {
  if (act.type !== 'winners' || act.award === undefined) return false;
  const isThere = act.category === wholeContest || setup.categories.some(({ id }) => id === act.category);
  return isThere && awardsIn(setup, act.category).some(({ id }) => id === act.award);
}

function usualProgramme(setup: ProgrammeSetup): readonly Act[] {
  const own = ownActs(setup, wholeContest);
  const isLeft = awardsIn(setup, wholeContest).some(({ id }) => !own.includes(id));
  return [
    { type: 'opening' },
    ...setup.categories.map(({ id }): Act => ({ type: 'winners', category: id })),
    ...(isLeft ? [{ type: 'winners', category: wholeContest } as const] : []),
  ];
}
