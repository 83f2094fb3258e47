/** What a scope of a seal is called: its category, or the whole contest. */
import { wholeContest, type ContestSetup, type SealScope } from '../../../shared/domain/setup/contest-file.ts';

export function scopeName(setup: Pick<ContestSetup, 'categories'>, scope: SealScope, whole: string): string {
  return scope === wholeContest ? whole : (setup.categories.find(({ id }) => id === scope)?.name ?? scope);
}
