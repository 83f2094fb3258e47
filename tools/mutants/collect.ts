/**
 * Stands in for vitest in the tests of the product: notes each test as a function that can be called again and again. Hooks for all
 * tests of a file run around each of them, so that each stands alone.
 */
import fc from 'fast-check';

export { expect } from 'vitest';

interface Collected {
  readonly name: string;
  readonly run: () => Promise<void>;
}

type Body = (...given: readonly unknown[]) => unknown;
interface Scope {
  readonly names: readonly string[];
  readonly before: readonly Body[];
  readonly after: readonly Body[];
}

/** The same draws each time, and no search for the smallest failing one: that it fails is enough. */
fc.configureGlobal({ seed: 7, endOnFailure: true });

const nothing: Scope = { names: [], before: [], after: [] };
let scope = nothing;
let tests: Collected[] = [];

/** Loads a test file and answers its tests. */
export async function collect(load: () => Promise<unknown>): Promise<readonly Collected[]> {
  scope = nothing;
  tests = [];
  await load();
  return tests;
}

export const test = Object.assign(addTest, { each: forEach(addTest) });
export const describe = Object.assign(addGroup, { each: forEach(addGroup) });

export function beforeEach(hook: Body): void {
  scope = { ...scope, before: [...scope.before, hook] };
}

export function afterEach(hook: Body): void {
  scope = { ...scope, after: [hook, ...scope.after] };
}

export function beforeAll(hook: Body): void {
  beforeEach(hook);
}

export function afterAll(hook: Body): void {
  afterEach(hook);
}

/** A body may come before or after the options (a time limit, which the laboratory sets itself). */
function addTest(name: string, ...rest: readonly unknown[]): void {
  const body = bodyOf(rest);
  const own = [...scope.names, name].join(' > ');
  const at = scope;
  tests.push({ name: own, run: () => runTest(at, body) });
}

async function runTest({ before, after }: Scope, body: Body): Promise<void> {
  try {
    for (const hook of before) await hook();
    await body();
  } finally {
    for (const hook of after) await hook();
  }
}

function addGroup(name: string, ...rest: readonly unknown[]): void {
  const outer = scope;
  scope = { ...outer, names: [...outer.names, name] };
  bodyOf(rest)();
  scope = outer;
}

function forEach(add: (name: string, ...rest: readonly unknown[]) => void) {
  return (table: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]) => {
      const body = bodyOf(rest);
      for (const [i, row] of table.entries()) {
        add(`${name} (${i + 1})`, () => (Array.isArray(row) ? body(...row) : body(row)));
      }
    };
}

function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((each): each is Body => typeof each === 'function');
  if (body === undefined) throw new Error('a test without a body');
  return body;
}
