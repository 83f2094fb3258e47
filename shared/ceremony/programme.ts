/**
 * The acts of the announcement in the order of the committee (rule C9): the opening picture, slides of text between, and what is
 * won, category by category. What the stored order does not know (a category added since) comes after it, and what is gone is
 * left out, so that nobody is forgotten.
 */
import { wholeContest, type Act, type ContestSetup } from '../domain/setup/contest-file.ts';
import { hasContestAwards } from './steps.ts';

export type ProgrammeSetup = Pick<ContestSetup, 'categories' | 'awards' | 'programme'>;

/** Every act once; `actKey` tells them apart. */
export function programmeOf(setup: ProgrammeSetup): readonly Act[] {
  const usual = usualProgramme(setup);
  const stored = (setup.programme ?? []).filter(
    (act) => act.type === 'text' || usual.some((each) => actKey(each) === actKey(act)),
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
      return act.category;
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

function usualProgramme(setup: ProgrammeSetup): readonly Act[] {
  return [
    { type: 'opening' },
    ...setup.categories.map(({ id }): Act => ({ type: 'winners', category: id })),
    ...(hasContestAwards(setup) ? [{ type: 'winners', category: wholeContest } as const] : []),
  ];
}
