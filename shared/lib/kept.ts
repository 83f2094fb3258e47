/**
 * What was derived from values that never change, kept as long as somebody holds the value that it is kept under. A fact changes
 * one sheet of hundreds, and every look at the contest asks for all of them.
 */

export interface Kept<Value> {
  /** What is kept under this value and name, where all of `basis` is the same as then; else derived anew. */
  readonly get: (under: object, name: string, basis: readonly unknown[], derive: () => Value) => Value;
}

export function createKept<Value>(): Kept<Value> {
  const kept = new WeakMap<object, Map<string, { readonly basis: readonly unknown[]; readonly value: Value }>>();
  return {
    get: (under, name, basis, derive) => {
      const named = kept.get(under) ?? new Map<string, { readonly basis: readonly unknown[]; readonly value: Value }>();
      const found = named.get(name);
      if (found?.basis.every((each, at) => each === basis[at]) === true) return found.value;
      const value = derive();
      kept.set(under, named.set(name, { basis, value }));
      return value;
    },
  };
}
