/** Criteria by aspect, in the order of the rubric; neighbours of one aspect stand together. */
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';

export interface CriterionGroup {
  readonly aspect: string | undefined;
  readonly criteria: readonly Criterion[];
}

export function criterionGroups(criteria: readonly Criterion[]): readonly CriterionGroup[] {
  const groups: { aspect: string | undefined; criteria: Criterion[] }[] = [];
  for (const criterion of criteria) {
    const last = groups.at(-1);
    if (last !== undefined && last.aspect === criterion.aspect) last.criteria.push(criterion);
    else groups.push({ aspect: criterion.aspect, criteria: [criterion] });
  }
  return groups;
}
