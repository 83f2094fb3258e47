/** Small parts that every check of a contest file needs: a problem with its pointer, repeated values, unknown ids. */
import { limits } from '../../limits.ts';
import { jsonPointer, type Problem } from './contest-file.ts';

export function problem(path: readonly PropertyKey[], message: string): Problem {
  return { path: jsonPointer(path), message };
}

/** The first problems, and how many there are beyond them: more than that many lines help nobody. */
export function listed<Item>(problems: readonly Item[]): {
  readonly problems: readonly Item[];
  readonly more?: number;
} {
  const more = problems.length - limits.problemsListed;
  return more > 0 ? { problems: problems.slice(0, limits.problemsListed), more } : { problems };
}

/** Every value that stood earlier in the list already, with its position. */
export function duplicates(
  values: readonly string[],
): readonly { readonly position: number; readonly value: string }[] {
  const seen = new Set<string>();
  return values.flatMap((value, position) => {
    if (seen.has(value)) return [{ position, value }];
    seen.add(value);
    return [];
  });
}

/** A problem for every id that the list does not have; `noun` names the kind of thing in Bahasa Indonesia. */
export function unknownIds(
  ids: readonly string[],
  list: readonly { readonly id: string }[],
  pathOf: (index: number) => readonly PropertyKey[],
  noun: string,
): readonly Problem[] {
  return ids.flatMap((id, index) =>
    list.some((item) => item.id === id) ? [] : [problem(pathOf(index), `${noun} "${id}" tidak ada`)],
  );
}
