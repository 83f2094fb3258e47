/**
 * The difference between the contest and a list [I9-I12]: who is new, who changes in which field, who is gone. An empty
 * cell says nothing: what is there stays. The plan is one `change-contestants` command (`addCategories`, `put`, `removed`).
 */
import type { Category, Contestant, ContestantStatus } from '../domain/setup/contest-file.ts';
import { idFrom, type CategoryId } from '../domain/ids.ts';
import { limits } from '../limits.ts';
import { categoryByText, categoryKey } from './category-text.ts';
import { matchContestants, nameKey } from './match-contestants.ts';
import { newId } from './new-id.ts';
import type {
  ContestantField,
  FieldChange,
  ImportPlan,
  ImportPlanOptions,
  ImportProblem,
  ImportProblemType,
  ImportRow,
  ImportStatus,
  LeftOutRow,
  MatchedContestant,
} from './types.ts';

/** A row with one of these would break the contest or cross two groups; the others are imported and shown. */
const blocking: ReadonlySet<ImportProblemType> = new Set(['missing-name', 'duplicate-number', 'too-long']);
const compared: readonly ContestantField[] = ['number', 'name', 'unit', 'title', 'category', 'status', 'slot'];

type PlacedRow = { readonly row: ImportRow; readonly category: CategoryId | null };

/** Rows in, plan out; the same input always gives the same plan and the same new ids. */
export function planImport(
  existing: readonly Contestant[],
  rows: readonly ImportRow[],
  categories: readonly Category[],
  options: ImportPlanOptions = {},
): ImportPlan {
  const usable = rows.filter((row) => blockingProblems(row, options.problems ?? []).length === 0);
  const matches = new Map(matchContestants(usable, existing).map((match) => [match.row, match]));
  const places = placeRows(usable, categories, options);

  const takenIds = new Set(existing.map(({ id }) => id));
  const matched: MatchedContestant[] = [];
  const added: ImportPlan['added'][number][] = [];
  const leftOut = new Map<ImportRow, LeftOutRow>();
  for (const { row, category } of places.rows) {
    const match = matches.get(row);
    const place = { row: row.row, ...(row.sheet === undefined ? {} : { sheet: row.sheet }) };
    const categoryId =
      category ?? (row.category === null || row.category === '' ? match?.contestant.category : undefined);
    if (categoryId === undefined) leftOut.set(row, { row, problems: [unplaced(row)] });
    else if (match === undefined) added.push({ ...place, contestant: newContestant(row, categoryId, takenIds) });
    else {
      const after = updated(match.contestant, row, categoryId);
      matched.push({
        ...place,
        by: match.by,
        before: match.contestant,
        after,
        changes: changesOf(match.contestant, after),
      });
    }
  }
  for (const row of rows) {
    const problems = blockingProblems(row, options.problems ?? []);
    if (problems.length > 0) leftOut.set(row, { row, problems });
  }
  const leftOutRows = rows.flatMap((row) => leftOut.get(row) ?? []);
  const gone = goneContestants(
    existing,
    [...matches.values()].map(({ contestant }) => contestant),
    leftOutRows,
  );
  return assemble({ existing, matched, added, gone, leftOut: leftOutRows, addCategories: places.added }, options);
}

function blockingProblems(row: ImportRow, problems: readonly ImportProblem[]): readonly ImportProblem[] {
  const own = problems.filter((problem) => problem.row === row.row && problem.sheet === row.sheet);
  return own.some(({ type }) => blocking.has(type)) ? own : [];
}

/** Who stands in no row; a row that is left out still shows that its group is in the list. */
function goneContestants(
  existing: readonly Contestant[],
  found: readonly Contestant[],
  leftOut: readonly LeftOutRow[],
): readonly Contestant[] {
  // The example for calibration is in nobody's list.
  const missing = existing.filter((contestant) => !found.includes(contestant) && contestant.calibration !== true);
  const seen = matchContestants(
    leftOut.map(({ row }) => row),
    missing,
  );
  return missing.filter((contestant) => !seen.some((match) => match.contestant === contestant));
}

/** The category of each row; null where none is said, or where it is not known and may not be added. */
function placeRows(
  rows: readonly ImportRow[],
  categories: readonly Category[],
  options: ImportPlanOptions,
): { readonly rows: readonly PlacedRow[]; readonly added: readonly Category[] } {
  const mayAdd = options.addCategories ?? categories.length === 0;
  const takenIds = new Set<string>(categories.map(({ id }) => id));
  const known: Category[] = [...categories];
  const add = (name: string): CategoryId => {
    const category = { id: idFrom.category(newId(categoryKey(name), 'kategori', takenIds)), name };
    known.push(category);
    return category.id;
  };
  const placed = rows.map((row) => {
    if (row.category === null || row.category === '') return { row, category: options.defaultCategory ?? null };
    const category = categoryByText(row.category, known)?.id ?? (mayAdd ? add(categoryName(row.category)) : null);
    return { row, category };
  });
  const isUnsaid = placed.some(({ row, category }) => category === null && (row.category ?? '') === '');
  const { generalCategory } = options;
  const isWanted = known.length === 0 && isUnsaid && generalCategory !== undefined;
  const only = isWanted ? add(generalCategory) : known.length === 1 ? known[0]?.id : undefined;
  const filled = placed.map(({ row, category }) => ({
    row,
    category: category ?? ((row.category ?? '') === '' ? (only ?? null) : null),
  }));
  return { rows: filled, added: known.slice(categories.length) };
}

/** `KESEHATAN` is shouted only in the list; short words stay, they may be abbreviations. */
function categoryName(text: string): string {
  const isShouted = text === text.toUpperCase();
  const name = isShouted ? text.replace(/\p{L}{5,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase()) : text;
  return name.slice(0, limits.nameLength).trim();
}

function newContestant(row: ImportRow, category: CategoryId, takenIds: Set<string>): Contestant {
  const name = row.name ?? '';
  return {
    id: idFrom.contestant(newId(nameKey(name), 'peserta', takenIds)),
    number: row.number,
    name,
    ...(row.unit === null || row.unit === '' ? {} : { unit: row.unit }),
    ...(row.title === null || row.title === '' ? {} : { title: row.title }),
    category,
    status: row.status,
    ...slotOf(row),
  };
}

function updated(before: Contestant, row: ImportRow, category: CategoryId): Contestant {
  return {
    ...before,
    number: row.status === 'exhibition' ? null : (row.number ?? before.number),
    name: row.name === null || row.name === '' ? before.name : row.name,
    ...(row.unit === null || row.unit === '' ? {} : { unit: row.unit }),
    ...(row.title === null || row.title === '' ? {} : { title: row.title }),
    category,
    status: updatedStatus(before.status, row.status),
    ...slotOf(row),
  };
}

function slotOf({ slot }: ImportRow): { readonly slot?: string } {
  return slot === undefined || slot === null || slot === '' ? {} : { slot };
}

/** A list may tell that a group stays away; it neither brings one back nor undoes what happened on the stage. */
function updatedStatus(before: ContestantStatus, row: ImportStatus): ContestantStatus {
  return row === 'waiting' || before === 'performing' || before === 'performed' ? before : row;
}

function changesOf(before: Contestant, after: Contestant): FieldChange[] {
  return compared.flatMap((field) => {
    const from = before[field] ?? null;
    const to = after[field] ?? null;
    return from === to ? [] : [{ field, from, to }];
  });
}

function unplaced(row: ImportRow): ImportProblem {
  const place = { row: row.row, ...(row.sheet === undefined ? {} : { sheet: row.sheet }), field: 'category' } as const;
  return row.category === null || row.category === ''
    ? { ...place, type: 'missing-category', reason: 'category-to-choose' }
    : { ...place, type: 'unknown-category', reason: 'category-to-add', category: row.category.slice(0, 80) };
}

type PlanParts = Pick<ImportPlan, 'added' | 'gone' | 'leftOut' | 'addCategories'> & {
  readonly existing: readonly Contestant[];
  readonly matched: readonly MatchedContestant[];
};

function assemble(
  { existing, matched, added, gone, leftOut, addCategories }: PlanParts,
  options: ImportPlanOptions,
): ImportPlan {
  const removed = options.gone === 'remove' ? gone.map(({ id }) => id) : [];
  const numbersTaken = numbersOfRows(matched, added);
  const freed = matched.map((each) => withoutTakenNumber(each, numbersTaken));
  const goneAfter = options.gone === 'remove' ? [] : gone.map((each) => goneContestant(each, numbersTaken, options));
  const changed = freed.filter(({ changes }) => changes.length > 0);
  return {
    added,
    changed,
    unchanged: freed.filter(({ changes }) => changes.length === 0),
    gone,
    leftOut,
    addCategories,
    put: [
      ...changed.map(({ after }) => after),
      ...goneAfter.filter((each) => !existing.includes(each)),
      ...added.map(({ contestant }) => contestant),
    ],
    removed,
  };
}

/** Numbers that the list gives, by category: there a number belongs to one contestant. */
function numbersOfRows(matched: readonly MatchedContestant[], added: ImportPlan['added']): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { contestant } of added) if (contestant.number !== null) owners.set(numberKey(contestant), contestant.id);
  for (const { after, before } of matched) {
    const isGiven = after.number !== null && (after.number !== before.number || !owners.has(numberKey(after)));
    if (isGiven) owners.set(numberKey(after), after.id);
  }
  return owners;
}

function numberKey({ number, category }: Contestant): string {
  return `${number}:${category}`;
}

/** Whoever the list gives no number to loses one that the list gives to another. */
function withoutTakenNumber(each: MatchedContestant, owners: ReadonlyMap<string, string>): MatchedContestant {
  const owner = owners.get(numberKey(each.after));
  if (each.after.number === null || owner === undefined || owner === each.after.id) return each;
  const after = { ...each.after, number: null };
  return { ...each, after, changes: changesOf(each.before, after) };
}

function goneContestant(each: Contestant, owners: ReadonlyMap<string, string>, options: ImportPlanOptions): Contestant {
  const losesNumber = each.number !== null && owners.has(numberKey(each));
  const withdraws = options.gone === 'withdraw' && each.status === 'waiting';
  if (!losesNumber && !withdraws) return each;
  return { ...each, ...(losesNumber ? { number: null } : {}), ...(withdraws ? { status: 'withdrawn' as const } : {}) };
}
