/** What the shell says about a list, by row: what becomes of it, and what is wrong with it. */
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts';
import type { FieldChange, ImportProblem, ImportQuestion, ImportRow } from '../../../shared/import/types.ts';
import { sayImportProblem } from '../../../shared/say/importing.ts';
import { words } from '../../messages/words.ts';

export type ReadList = NonNullable<OutputOf<'preview-import'>>;

/** What a person has set by hand for the list at hand. */
export type ChosenOptions = Omit<InputOf<'preview-import'>, 'file'>;

export type RowState = 'added' | 'changed' | 'unchanged' | 'leftOut';

export interface ShownRow {
  readonly key: string;
  readonly row: ImportRow;
  readonly state: RowState;
  readonly changes: readonly FieldChange[];
  /** In words, each once. */
  readonly problems: readonly string[];
}

/** Every row of the list with what would happen to it, in the order of the list. */
export function shownRows({ preview, plan }: ReadList): readonly ShownRow[] {
  const problems = new Map<string, string[]>();
  const note = (problem: ImportProblem) => {
    const key = rowKey(problem);
    const known = problems.get(key) ?? [];
    const said = sayImportProblem(words.importing, problem);
    if (!known.includes(said)) problems.set(key, [...known, said]);
  };
  // A category that the contest lacks may be added with the list: it hinders a row only where the plan says nothing else.
  for (const problem of preview.problems) if (problem.type !== 'unknown-category') note(problem);
  for (const {
    problems: [first, ...others],
  } of plan.leftOut) {
    if (first !== undefined && others.length === 0) note(first);
  }
  const changed = new Map(plan.changed.map((each) => [rowKey(each), each.changes]));
  const added = new Set(plan.added.map(rowKey));
  const leftOut = new Set(plan.leftOut.map(({ row }) => rowKey(row)));
  return preview.rows.map((row) => {
    const key = rowKey(row);
    return { key, row, state: stateOf(key), changes: changed.get(key) ?? [], problems: problems.get(key) ?? [] };
  });

  function stateOf(key: string): RowState {
    if (leftOut.has(key)) return 'leftOut';
    if (added.has(key)) return 'added';
    return changed.has(key) ? 'changed' : 'unchanged';
  }
}

/**
 * Whether this may be no list at all, e.g. a text whose commas made columns of it: there are several columns, but less
 * than half of the rows say anything beside the name. Nothing is doubted that a person has mapped.
 */
export function isDoubtful({ preview }: ReadList, options: ChosenOptions): boolean {
  const { rows, columns, mapping, categorySource } = preview;
  const isMappedByHand = Object.values(options.mapping ?? {}).some((letters) => letters !== '');
  if (isMappedByHand || columns.length < 2) return false;
  const telling = rows.filter(
    ({ number, unit, title, category }) =>
      number !== null ||
      title !== null ||
      (unit !== null && mapping.unit !== mapping.name) ||
      (category !== null && categorySource === 'column'),
  );
  return telling.length * 2 < rows.length;
}

/** Questions without a safe choice that nobody has answered: nothing is saved while there is one [I13]. */
export function openQuestions(questions: readonly ImportQuestion[]): readonly ImportQuestion[] {
  return questions.filter(({ mustAnswer, answer }) => mustAnswer && answer === undefined);
}

/** The categories that rows name and the contest lacks, each once, as the list writes them. */
export function unknownCategories({ plan }: ReadList): readonly string[] {
  const named = plan.leftOut
    .filter(({ problems }) => problems.some(({ type }) => type === 'unknown-category'))
    .map(({ row }) => row.category ?? '');
  return [...new Set(named)];
}

function rowKey(place: { readonly row: number; readonly sheet?: string | undefined }): string {
  return `${place.sheet ?? ''}:${place.row}`;
}
