/**
 * Reading blind (rule D32): while a juror has an open sheet in a stage that is read without names, the contestants of that stage are
 * called by number and title on the juror's screens. It hides on the screen alone: the facts, with all names, are on every laptop.
 */
import { createKept } from '../lib/kept.ts';
import type { Contest } from './contest.ts';
import type { ContestantId, JurorId } from './ids.ts';
import { sheetsOfJuror, type SheetState } from './score-sheet.ts';
import type { Contestant, ContestSetup } from './setup/contest-file.ts';

/** The contest as that juror sees it; the same value where nothing is hidden. */
export function asSeenBy(contest: Contest, juror: JurorId): Contest {
  const { setup } = contest;
  if (setup?.stages.some(({ blind }) => blind === true) !== true) return contest;
  return keptContests.get(contest, juror, [], () => {
    const hidden = hiddenFrom(contest, juror);
    if (hidden.size === 0) return contest;
    // The same setup while the same are hidden: what was derived from it is kept.
    const name = `${juror} ${[...hidden].join(' ')}`;
    return { ...contest, setup: keptSetups.get(setup, name, [], () => withoutNames(setup, hidden)) };
  });
}

const keptContests = createKept<Contest>();
const keptSetups = createKept<ContestSetup>();

/** Whose names this juror does not see now: everybody of a blind stage in which not all own sheets are locked. */
export function hiddenFrom(contest: Contest, juror: JurorId): ReadonlySet<ContestantId> {
  const blind = new Set((contest.setup?.stages ?? []).filter((stage) => stage.blind === true).map(({ id }) => id));
  const sheets = blind.size === 0 ? [] : sheetsOfJuror(contest, juror).filter(({ stage }) => blind.has(stage));
  const unfinished = new Set(sheets.filter(({ state }) => isOpen(state)).map(({ stage }) => stage));
  return new Set(
    sheets
      .filter(({ stage, state }) => unfinished.has(stage) && (isOpen(state) || state === 'locked'))
      .map(({ contestant }) => contestant),
  );
}

function isOpen(state: SheetState): boolean {
  return state === 'pending' || state === 'draft' || state === 'conflict';
}

function withoutNames(setup: ContestSetup, hidden: ReadonlySet<ContestantId>): ContestSetup {
  return { ...setup, contestants: setup.contestants.map((each) => (hidden.has(each.id) ? nameless(each) : each)) };
}

/** The title stands in the place of the name. */
function nameless({ unit: _unit, title, ...contestant }: Contestant): Contestant {
  return { ...contestant, name: title?.trim() || '–' };
}
