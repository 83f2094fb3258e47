/** What a fact of the setup changed, thing by thing and field by field, for the history (rule T2): the facts carry whole lists. */
import type {
  Award,
  Category,
  Contestant,
  ContestInfo,
  ContestSetup,
  Criterion,
  Juror,
  Rubric,
  Rules,
  Stage,
} from '../setup/contest-file.ts';
import type { Fact } from './about.ts';

export type SetupThing =
  | 'info'
  | 'category'
  | 'stage'
  | 'rubric'
  | 'criterion'
  | 'juror'
  | 'rules'
  | 'award'
  | 'contestant';

type KeyOf<Thing> = Thing extends unknown ? keyof Thing : never;
/** Every field that a thing of the setup may have: one more does not compile until there is a word for it. */
export type SetupField = Exclude<
  KeyOf<ContestInfo | Category | Stage | Rubric | Criterion | Juror | Rules | Award | Contestant>,
  'id' | 'criteria'
>;

/** `name` is what it is called after the change (when it is gone: before); empty for contest and rules, which are but one. */
export type SetupChange =
  | { readonly type: 'added' | 'removed'; readonly thing: SetupThing; readonly name: string }
  | {
      readonly type: 'changed';
      readonly thing: SetupThing;
      readonly name: string;
      readonly field: string;
      /** Null where it is no plain text or number. */
      readonly values: { readonly before: string; readonly after: string } | null;
    };

/** Empty where nothing differs, or where the fact is none of the setup. */
export function setupChanges(before: ContestSetup, event: Fact): readonly SetupChange[] {
  switch (event.type) {
    case 'info-changed':
      return fieldChanges('info', '', before.contest, event.contest);
    case 'rules-changed':
      return fieldChanges('rules', '', before.rules, event.rules);
    case 'categories-changed':
      return listChanges('category', before.categories, event.categories, nameOf);
    case 'stages-changed':
      return listChanges('stage', before.stages, event.stages, nameOf);
    case 'jurors-changed':
      return listChanges('juror', before.jurors, event.jurors, nameOf);
    case 'awards-changed':
      return listChanges('award', before.awards, event.awards, nameOf);
    case 'rubrics-changed': {
      const stages = new Map(before.stages.map(({ id, name }) => [id, name]));
      const criteria = (rubrics: readonly Rubric[]) => rubrics.flatMap((rubric) => rubric.criteria);
      return [
        ...listChanges('rubric', before.rubrics, event.rubrics, ({ stage }) => stages.get(stage) ?? stage),
        ...listChanges('criterion', criteria(before.rubrics), criteria(event.rubrics), nameOf),
      ];
    }
    case 'contestants-changed': {
      const put = new Set(event.put.map(({ id }) => id));
      const removed = new Set(event.removed);
      return listChanges(
        'contestant',
        before.contestants.filter(({ id }) => put.has(id) || removed.has(id)),
        event.put,
        nameOf,
      );
    }
    case 'order-changed':
    case 'lots-drawn': {
      const known = new Map(before.contestants.map((each) => [each.id, each]));
      return event.numbers.flatMap(({ contestant, number }) => {
        const one = known.get(contestant);
        return one === undefined ? [] : fieldChanges('contestant', one.name, { number: one.number }, { number });
      });
    }
    default:
      return [];
  }
}

interface Identified {
  readonly id: string;
}

function listChanges<Item extends Identified>(
  thing: SetupThing,
  before: readonly Item[],
  after: readonly Item[],
  name: (item: Item) => string,
): readonly SetupChange[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((item): readonly SetupChange[] => {
      const one = known.get(item.id);
      if (one === undefined) return [{ type: 'added', thing, name: name(item) }];
      return fieldChanges(thing, name(item), one, item);
    }),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((item): SetupChange => ({ type: 'removed', thing, name: name(item) })),
  ];
}

/** Told by things of their own, or no words of a person. */
const untold: ReadonlySet<string> = new Set(['id', 'criteria']);
/** Their values are ids or words of the format. */
const coded: ReadonlySet<string> = new Set([
  'method',
  'applyAt',
  'weighting',
  'category',
  'criterion',
  'stage',
  'status',
  'scope',
  'paper',
  'logo',
  'kind',
]);

function fieldChanges(thing: SetupThing, name: string, before: object, after: object): readonly SetupChange[] {
  const [old, now] = [
    new Map<string, unknown>(Object.entries(before)),
    new Map<string, unknown>(Object.entries(after)),
  ];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field): readonly SetupChange[] => {
    const [one, other] = [old.get(field), now.get(field)];
    if (untold.has(field) || JSON.stringify(one ?? null) === JSON.stringify(other ?? null)) return [];
    const [was, is] = [plain(one), plain(other)];
    const values = coded.has(field) || was === null || is === null ? null : { before: was, after: is };
    return [{ type: 'changed', thing, name, field, values }];
  });
}

function plain(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
