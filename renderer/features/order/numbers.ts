/** Numbers for an order: those there are, dealt to the new order; where some are missing, 1, 2, 3, ... (rule D19's way). */
import { isRanked, type Contestant } from '../../../shared/domain/setup/contest-file.ts';
import type { CategoryId, ContestantId } from '../../../shared/domain/ids.ts';
import { performanceOrder } from '../../../shared/domain/contest.ts';

export interface Numbered {
  readonly contestant: ContestantId;
  readonly number: number | null;
}

export interface OrderList {
  /** Null: all categories in one list. */
  readonly category: CategoryId | null;
  readonly contestants: readonly Contestant[];
}

/**
 * The lists in which contestants are moved: one over all while every number is given once, else one per category, where
 * the same number may stand several times.
 */
export function orderLists(
  contestants: readonly Contestant[],
  categories: readonly { readonly id: CategoryId }[],
  scope: CategoryId | null,
): readonly OrderList[] {
  const performing = performanceOrder(contestants.filter(isRanked));
  const of = (category: CategoryId) => ({
    category,
    contestants: performing.filter((each) => each.category === category),
  });
  if (scope !== null) return [of(scope)];
  const numbers = performing.flatMap(({ number }) => number ?? []);
  if (new Set(numbers).size === numbers.length) return [{ category: null, contestants: performing }];
  return categories.map(({ id }) => of(id)).filter((list) => list.contestants.length > 0);
}

/** What changes when one of the list comes to another place in it. */
export function movedNumbers(list: readonly Contestant[], from: number, to: number): readonly Numbered[] {
  const next = [...list];
  const [contestant] = next.splice(from, 1);
  if (contestant === undefined || to < 0 || to >= list.length) return [];
  next.splice(to, 0, contestant);
  const present = list.flatMap(({ number }) => number ?? []).toSorted((a, b) => a - b);
  const isWhole = present.length === list.length && new Set(present).size === present.length;
  return next
    .map((each, index) => ({ contestant: each.id, number: isWhole ? (present[index] ?? null) : index + 1 }))
    .filter(({ contestant: id, number }) => list.find((each) => each.id === id)?.number !== number);
}

/** With the numbers taken away from those who do not perform and hold one of the new numbers in the same category. */
export function withFreed(numbers: readonly Numbered[], contestants: readonly Contestant[]): readonly Numbered[] {
  const given = new Set<string>();
  for (const { contestant, number } of numbers) {
    const category = contestants.find(({ id }) => id === contestant)?.category;
    if (category !== undefined && number !== null) given.add(`${category}/${number}`);
  }
  const freed = contestants
    .filter((each) => !isRanked(each) && given.has(`${each.category}/${each.number}`))
    .map(({ id }) => ({ contestant: id, number: null }));
  return [...freed, ...numbers];
}

/** Who holds the number in the contestant's category already. */
export function holderOf(
  contestants: readonly Contestant[],
  contestant: { readonly id: string; readonly category: CategoryId },
  number: number,
): Contestant | undefined {
  return contestants.find(
    (each) => each.id !== contestant.id && each.category === contestant.category && each.number === number,
  );
}
