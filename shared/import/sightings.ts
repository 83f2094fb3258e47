/**
 * What a question about a list says [I13], as tags: what was seen, and what each choice would make of it. The sentences are
 * `shared/say`'s: a tag does not compile before it has one. Rows are the sheet's own, 1-based; columns are letters.
 */

export type ImportField = 'number' | 'name' | 'unit' | 'title' | 'category' | 'status' | 'slot';

/** One thing that was seen, or any of them. */
export type ImportSighting<Type extends SightingType = SightingType> = {
  [Each in Type]: { readonly type: Each } & Sightings[Each];
}[Type];

export type SightingType = keyof Sightings;

interface Sightings {
  readonly 'no-number-column': NoMore;
  readonly 'running-numbers': HeadedColumn;
  readonly 'several-sheets': { readonly names: readonly string[] };
  readonly 'several-tables': { readonly count: number; readonly others: readonly TableSeen[] };
  readonly headings: Rows & { readonly texts: readonly string[] };
  readonly agenda: Rows & Names;
  readonly 'hidden-rows': Rows & Names;
  readonly 'marked-rows': Rows & Names & { readonly look: MarkedLook };
  readonly 'hidden-columns': { readonly columns: readonly HeadedColumn[] };
  readonly 'unknown-columns': { readonly columns: readonly HeadedColumn[] };
  readonly 'texts-below-names': Rows & Example;
  readonly 'facts-in-one-cell': Apart & Example;
  readonly 'title-beside-unit': Apart;
  readonly 'same-group': Rows & Names;
  readonly 'repeated-names': { readonly groups: number };
  readonly 'member-rows': { readonly groups: number; readonly members: number };
  readonly 'styled-numbers': Example & { readonly column: string; readonly style: NumberStyle };
  readonly 'notes-below': Rows & Example;
}

/** One meaning of a choice, or any of them. */
export type ImportChoice<Type extends ChoiceType = ChoiceType> = {
  [Each in Type]: { readonly type: Each } & Choices[Each];
}[Type];

export type ChoiceType = keyof Choices;

interface Choices {
  readonly contestants: NoMore;
  readonly 'no-contestants': NoMore;
  readonly notes: NoMore;
  readonly agenda: NoMore;
  readonly withdrawn: NoMore;
  readonly 'no-show': NoMore;
  readonly disqualified: NoMore;
  readonly 'means-nothing': NoMore;
  readonly 'one-per-group': NoMore;
  readonly 'one-per-row': NoMore;
  readonly 'all-different': NoMore;
  readonly 'first-row': NoMore;
  readonly 'last-row': NoMore;
  readonly 'category-below': NoMore;
  readonly 'unit-below': NoMore;
  readonly 'no-category': NoMore;
  readonly 'all-tables': NoMore;
  readonly 'table-each-category': NoMore;
  readonly 'first-table': NoMore;
  readonly 'sheet-each-category': NoMore;
  readonly 'sheets-together': NoMore;
  readonly 'only-sheet': { readonly name: string; readonly rows: number };
  readonly 'numbers-of-column': HeadedColumn & { readonly samples: readonly string[] };
  readonly 'not-drawn': NoMore;
  readonly 'columns-as': { readonly columns: readonly { readonly column: string; readonly field: ImportField }[] };
  readonly 'columns-unused': NoMore;
  readonly 'columns-unread': NoMore;
  readonly 'columns-read': NoMore;
  readonly 'fact-of-group-above': { readonly fact: Fact };
  readonly 'another-group': NoMore;
  readonly 'split-into': { readonly facts: readonly Fact[] };
  readonly 'left-as-name': NoMore;
  readonly 'split-unit-and-title': NoMore;
  readonly 'left-as-unit': NoMore;
  /** `value` null: the example cannot be read so. */
  readonly 'numbers-read': Example & { readonly value: number | null };
  readonly 'numbers-blank': NoMore;
}

/** What a cell with several facts may say. */
export type Fact = 'name' | 'unit' | 'title';

/** How the facts of one cell are set apart. */
export type SetApart =
  | 'lines'
  | 'brackets'
  | 'quotes'
  | 'hyphen'
  | 'slash'
  | 'semicolon'
  | 'colon'
  | 'comma'
  | 'word-from';

/** How a column writes its numbers, where not in digits alone. */
export type NumberStyle =
  | 'roman'
  | 'digits-and-words'
  | 'of-total'
  | 'ordinal'
  | 'words'
  | 'after-letters'
  | 'before-letters'
  | 'letter-number'
  | 'letter';

export type Colour = 'black' | 'grey' | 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'purple';

/** How rows look that do not look like the rest. */
export type MarkedLook = 'struck' | 'struck-or-coloured' | Colour;

/** `heading`: empty where the column has none. */
interface HeadedColumn {
  readonly column: string;
  readonly heading: string;
}

/** `caption`: the text above it; empty where there is none. */
interface TableSeen {
  readonly caption: string;
  readonly place: 'right' | 'below';
  readonly firstRow: number;
}

interface Apart {
  readonly column: string;
  readonly apart: SetApart;
}

interface Rows {
  readonly rows: readonly number[];
}

/** A few of them, to know them by. */
interface Names {
  readonly names: readonly string[];
}

interface Example {
  readonly example: string;
}

type NoMore = Readonly<Record<never, never>>;
