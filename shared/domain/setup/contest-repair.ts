/**
 * Looking further in a contest file whose grammar is broken (R27). Each part that cannot be read is replaced by a neutral
 * one, so that the rest can be checked too; of what is found then, only what does not come from the replacing is kept.
 */
import { contestFileFormat } from './contest-file.ts';
import type { Problem } from './contest-problem.ts';

/** A copy without the parts that these problems name: optional ones are left out, the others are neutral. */
export function repaired(json: unknown, broken: readonly Problem[]): unknown {
  const keysOf = new Map<string, Set<string>>();
  for (const { path } of broken) {
    const part = partOf(path);
    const keys = keysOf.get(parentOf(part)) ?? new Set();
    keysOf.set(parentOf(part), keys.add(part.slice(part.lastIndexOf('/') + 1)));
  }
  return rebuilt(json, '', keysOf);
}

/** The problems that are there whatever the broken parts should have been. */
export function certainProblems(found: readonly Problem[], broken: readonly Problem[]): readonly Problem[] {
  const parts = new Set(broken.map(({ path }) => partOf(path)));
  const around = new Set([...parts].flatMap(ancestorsOf));
  const objects = new Set([...parts].filter((part) => bearing.test(part)).map(parentOf));
  const hidden = followUps.filter(({ of }) => [...parts].some((part) => of.test(part)));
  return found.filter(
    ({ path }) =>
      !around.has(path) &&
      ![path, ...ancestorsOf(path)].some((at) => parts.has(at) || objects.has(at)) &&
      !hidden.some(({ at }) => at.test(path)),
  );
}

/** The part that is replaced for the sake of a broken place: a key of an item, or an item that comes in several shapes. */
function partOf(path: string): string {
  const keys = path.split('/');
  const [, list = '', , inside] = keys;
  const isWhole = ['contest', 'rules', 'awards', 'penalties', 'decisions'].includes(list);
  return keys.slice(0, isWhole ? 3 : list === 'rubrics' && inside === 'criteria' ? 6 : 4).join('/');
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Every pointer above this one, but the root. */
function ancestorsOf(path: string): string[] {
  const parent = parentOf(path);
  return parent === '' ? [] : [parent, ...ancestorsOf(parent)];
}

function rebuilt(value: unknown, path: string, broken: ReadonlyMap<string, ReadonlySet<string>>): unknown {
  const keys = broken.get(path) ?? new Set<string>();
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      const at = `${path}/${index}`;
      return keys.has(String(index)) ? neutralAt(at) : rebuilt(item, at, broken);
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const names = new Map(Object.keys(value).map((key) => [key, key.replaceAll('~', '~0').replaceAll('/', '~1')]));
  const kept = Object.entries(value).filter(([key]) => !keys.has(names.get(key) ?? key));
  const neutral = [...keys].map((key): [string, unknown] => [key, neutralAt(`${path}/${key}`)]);
  return Object.fromEntries([
    ...kept.map(([key, item]): [string, unknown] => [key, rebuilt(item, `${path}/${names.get(key) ?? key}`, broken)]),
    ...neutral.filter(([, item]) => item !== undefined),
  ]);
}

/** What stands at this pointer instead; undefined for a key that may be left out. Its ids are nobody's. */
function neutralAt(path: string): unknown {
  const [list = '', index, key, position, inner] = path.split('/').slice(1);
  const nobody = path
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '-')
    .slice(0, 60);
  if (index === undefined) return own(neutralParts, list);
  if (list === 'contest') return own(neutralContest, index);
  if (list === 'rules') return own(neutralRules, index);
  if (list === 'rubrics' && key === 'criteria' && position !== undefined) {
    return inner === undefined ? neutralCriterion(nobody) : own(neutralCriterion(nobody), inner);
  }
  const item = own(neutralItems, list)?.(nobody);
  return key === undefined || item === undefined ? item : own(item, key);
}

function own<Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

type Neutral = Readonly<Record<string, unknown>>;

const neutralContest: Neutral = { name: '?' };
const neutralRules: Neutral = { method: 'mean' };
const neutralParts: Neutral = {
  format: contestFileFormat,
  contest: neutralContest,
  categories: [],
  stages: [],
  rubrics: [],
  jurors: [],
  contestants: [],
  rules: neutralRules,
};

const neutralItems: Readonly<Record<string, (id: string) => Neutral>> = {
  categories: (id) => ({ id, name: '?' }),
  stages: (id) => ({ id, name: '?', weight: '1' }),
  rubrics: (id) => ({ id, stage: id, criteria: [neutralCriterion(id)] }),
  jurors: (id) => ({ id, name: '?' }),
  contestants: (id) => ({ id, number: null, name: '?', category: id, status: 'performed' }),
  awards: (id) => ({ id, name: '?', kind: 'places', from: 1, count: 1 }),
  scores: (id) => ({ juror: id, contestant: id, criterion: id, value: '0' }),
  recusals: (id) => ({ juror: id, contestant: id, stages: [], reason: '?' }),
  absences: (id) => ({ juror: id, contestant: id, stages: [], reason: '?' }),
  penalties: (id) => ({ contestant: id, points: '0', reason: '?' }),
  closedRounds: (id) => ({ category: id, stage: id, advanced: [] }),
  keptJurors: (id) => ({ juror: id, contestant: id, reason: '?' }),
  readers: (id) => ({ stage: id, contestant: id, jurors: [id] }),
  acceptances: (id) => ({ juror: id, name: '?', text: 'a'.repeat(52), atMs: 0 }),
  confirmations: (id) => ({ category: id, unsigned: [{ juror: id, name: '?' }] }),
  formerNames: (id) => ({ contestant: id, name: '?', reason: '?' }),
  decisions: (id) => ({ kind: 'joint', category: id, contestants: [`${id}-a`, `${id}-b`], reason: '?' }),
};

/** The widest range and the smallest step, so that no score is refused for their sake. */
function neutralCriterion(id: string): Neutral {
  return { id, name: '?', weight: '1', min: '-1000000', max: '1000000', step: '0.0001' };
}

/** Keys that bear on everything beside them in their object. */
const bearing =
  /^\/(rubrics\/\d+\/(weighting|gate|criteria\/\d+\/(min|max|step|noteBelow))|rules\/(method|applyAt|drop|rounding))$/;

/** Where else a broken part lets problems come up that may be none. Unknown ids are problems while only one item is broken. */
const followUps: readonly { readonly of: RegExp; readonly at: RegExp }[] = [
  { of: /^\/categories$/, at: /\/(category|categories\/\d+)$/ },
  { of: /^\/stages$/, at: /\/(stage|stages\/\d+)$|^\/rules\/tieBreak\// },
  { of: /^\/stages\/\d+(\/(id|after))?$/, at: /^\/stages\/\d+\/after/ },
  { of: /^\/jurors$/, at: /\/juror$|^\/rules\/(method|drop)$|^\/contestants\/\d+$/ },
  { of: /^\/contestants$/, at: /\/contestant$|^\/(awards|decisions|closedRounds)\// },
  { of: /^\/contestants\/\d+\/category$/, at: /^\/scores\/\d+\/(juror|criterion)$|^\/(awards|decisions)\// },
  { of: /^\/rubrics(\/\d+(\/criteria(\/\d+)?)?)?$/, at: /\/criterion$/ },
  { of: /^\/rubrics(\/\d+(\/criteria(\/\d+(\/(id|aspect))?)?)?)?$/, at: /^\/rules\/tieBreak\/|^\/scores\/\d+$/ },
  {
    of: /^\/rubrics(\/\d+(\/(stage|categories|gate))?)?$/,
    at: /^\/(rubrics|contestants)\/\d+$|^\/stages\/\d+\/(weight$|after)|^\/scores\/\d+\/juror$|^\/rules\/drop$/,
  },
  { of: /^\/scores\/\d+(\/(juror|contestant|criterion))?$/, at: /^\/scores\/\d+$/ },
  { of: /^\/rules($|\/weighting$)/, at: /^\/rubrics\/\d+\/criteria$/ },
  { of: /^\/rules($|\/tieBreak$)/, at: /^\/decisions\/\d+\/kind$/ },
  { of: /^\/rules($|\/method$)/, at: /^\/stages\/\d+\/after\/minimum$/ },
  { of: /^\/rules\/drop$/, at: /^\/contestants\/\d+$/ },
];
