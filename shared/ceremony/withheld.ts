/** Between the seal and the announcement a result is nobody's but the chairs' (rule Z15). */
import type { Contest } from '../domain/contest.ts';
import { setupOf } from '../domain/contest.ts';
import { isUnsealed } from '../domain/seal.ts';
import { isRanked, wholeContest } from '../domain/setup/contest-file.ts';
import { actKey, programmeOf } from './programme.ts';

/** True while something is sealed and an act that announces it was not shown; `done`: the keys of those that were. */
export function isWithheld(contest: Contest, done: readonly string[]): boolean {
  if (contest.setup?.contest.sealing !== true) return false;
  const setup = setupOf(contest);
  return programmeOf(setup).some((act) => {
    if (act.type !== 'winners' || done.includes(actKey(act)) || isUnsealed(contest, act.category)) return false;
    // Where nobody is ranked there is nothing to announce.
    return setup.contestants.some(
      (each) => isRanked(each) && (act.category === wholeContest || act.category === each.category),
    );
  });
}
