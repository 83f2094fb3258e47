/** [Z15] Whether results are nobody's but the chairs' at this moment, as far as the window knows: what is rehearsed announces nothing. */
import { isWithheld } from '../../shared/ceremony/withheld.ts';
import { useCeremonyState, useContestPart } from './hooks.tsx';

export function useWithheld(): boolean {
  const ceremony = useCeremonyState();
  const done = ceremony === null || ceremony.rehearsal ? [] : ceremony.done;
  return useContestPart((contest) => isWithheld(contest, done));
}
