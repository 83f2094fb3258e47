/**
 * Rows between the rows that name a category, a session, a room or an agency [I6, I17]. What plainly says `KATEGORI ...` is a
 * category; anything else is asked about.
 */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { categoryByText } from './category-text.ts';
import { saysAgenda, saysKnownCategory, saysSession, saysUnit, shareOf } from './content-words.ts';
import type { FieldColumns, Header } from './find-header.ts';
import type { Grid } from './grid.ts';
import { loneText, type KindedLine } from './lines.ts';
import type { Asker } from './questions.ts';
import { headingName, isDocumentTitle, mayBeHeading, saysBlock } from './row-words.ts';
import { namedFacts } from './two-facts.ts';

export type HeadingKind = 'category' | 'unit' | 'none';

export type Headings = {
  readonly kind: HeadingKind;
  /** Name by index of the line; -1 is a heading above the header. */
  readonly names: ReadonlyMap<number, string>;
  /** Every line that is such a heading, also where it means nothing. */
  readonly indexes: ReadonlySet<number>;
};

type Found = { readonly index: number; readonly row: number; readonly text: string };

export type HeadingSource = {
  readonly grid: Grid;
  readonly header: Header;
  readonly columns: FieldColumns;
  readonly kinded: readonly KindedLine[];
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly asker: Asker;
};

const none: Headings = { kind: 'none', names: new Map(), indexes: new Set() };

export function findHeadings(source: HeadingSource): Headings {
  const { columns, asker, categories } = source;
  const found = candidates(source);
  if (found.length === 0) return none;
  const texts = found.map(({ text }) => text);
  const isPlain = texts.every((text) => saysBlock(text) || categoryByText(headingName(text), categories) !== null);
  const names = new Map(found.map(({ index, text }) => [index, headingName(text)]));
  const indexes = new Set(found.map(({ index }) => index));
  if (isPlain && columns.category === undefined) return { kind: 'category', names, indexes };
  const assumed = assumedKind(texts, source);
  const rows = found.map(({ row }) => row);
  const kind = asker.ask<HeadingKind>({
    type: 'heading-kind',
    seen: { type: 'headings', texts: texts.slice(0, 4), rows },
    rows,
    choices: { category: { type: 'category-below' }, unit: { type: 'unit-below' }, none: { type: 'no-category' } },
    assumed,
    mustAnswer: !(assumed === 'none' && texts.every((text) => saysSession(text))) && !texts.every(saysKnownCategory),
  });
  return { kind, names: kind === 'none' ? new Map() : names, indexes };
}

function assumedKind(texts: readonly string[], { columns, header }: HeadingSource): HeadingKind {
  if (columns.category !== undefined && texts.every((text) => !saysUnit(text))) return 'none';
  if (
    shareOf(texts, (text) => saysSession(text) || saysAgenda(text) || isDocumentTitle(text) || saysReserve(text)) >= 0.5
  )
    return 'none';
  const sharesColumn = columns.name !== undefined && columns.name === columns.unit;
  const isUnitMissing = columns.unit === undefined || sharesColumn;
  const namesBoth = namedFacts(header.texts[columns.name ?? 0] ?? '').length >= 2;
  if (isUnitMissing && (namesBoth || shareOf(texts, saysUnit) >= 0.5)) return 'unit';
  return columns.category === undefined ? 'category' : 'none';
}

/**
 * A list has blocks when the first heading stands before any contestant, when one says what it is (`KATEGORI ...`), when
 * each repeats the header, or when two or more of them look alike.
 */
function candidates({ grid, header, columns, kinded }: HeadingSource): readonly Found[] {
  const lone = kinded.flatMap(({ line, kind }, index) => {
    if (kind.type !== 'lone' || !isFollowedByData(kinded, index)) return [];
    const isHeading =
      mayBeHeading(kind.text) || (kind.text.length <= 80 && (saysSession(kind.text) || saysReserve(kind.text)));
    return isHeading && !isSecondLine(kinded, index, columns) ? [{ index, row: line.row + 1, text: kind.text }] : [];
  });
  const firstData = kinded.findIndex(({ kind }) => kind.type === 'data');
  const startsWithBlock = lone.some(({ index }) => index < firstData);
  const repeatsHeader = lone.some(({ index }) => kinded[index + 1]?.kind.type === 'header');
  const spoken = lone.filter(({ text }) => saysBlock(text));
  const seen =
    startsWithBlock || repeatsHeader
      ? lone
      : [...spoken, ...lone.filter((each) => !spoken.includes(each) && stands(kinded, each.index, columns))];
  const titles = repeatsHeader ? seen.filter(({ text }) => !isPageTitle(text)) : seen;
  if (titles.length === 0) return [];
  const above = startsWithBlock ? null : headingAbove(grid, header, repeatsHeader);
  const ordered = titles.toSorted((a, b) => a.index - b.index);
  return above === null ? ordered : [{ index: -1, row: above.row + 1, text: above.text }, ...ordered];
}

/** `Peserta cadangan`. */
function saysReserve(text: string): boolean {
  return /\b(cadangan|tambahan|susulan|eksibisi)\b/.test(textKey(text));
}

/** The title of the document again, on its second page. */
function isPageTitle(text: string): boolean {
  return isDocumentTitle(text) && !saysSession(text);
}

/** Not in the name's column, or where the group before it has the line below it filled: a heading, not a group's name. */
function stands(kinded: readonly KindedLine[], index: number, columns: FieldColumns): boolean {
  const line = kinded[index]?.line;
  if (line === undefined) return false;
  return line.firstColumn !== columns.name || line.texts.length > 1 || line.firstColumn === 0;
}

/** A text under a name, in the name's own column, right below a contestant, is more of that contestant. */
function isSecondLine(kinded: readonly KindedLine[], index: number, columns: FieldColumns): boolean {
  const line = kinded[index]?.line;
  if (line === undefined || columns.name === undefined || columns.name === 0) return false;
  const firstData = kinded.findIndex(({ kind }) => kind.type === 'data');
  const startsWithBlock = kinded.slice(0, Math.max(0, firstData)).some(({ kind }) => kind.type === 'lone');
  return (
    line.firstColumn === columns.name &&
    line.texts.length === 1 &&
    !startsWithBlock &&
    !saysBlock(line.name) &&
    kinded[index - 1]?.kind.type === 'data' &&
    !saysSession(line.name)
  );
}

/** The next line that says anything is a contestant, or a repeated header and then a contestant. */
function isFollowedByData(kinded: readonly KindedLine[], index: number): boolean {
  for (const { kind } of kinded.slice(index + 1)) {
    if (kind.type === 'data') return true;
    if (kind.type !== 'blank' && kind.type !== 'header' && kind.type !== 'agenda') return false;
  }
  return false;
}

/** The block that begins above the first header: the nearest row there that holds one text. */
function headingAbove(grid: Grid, header: Header, repeatsHeader: boolean): { row: number; text: string } | null {
  for (let row = header.top - 1; row >= Math.max(0, header.top - 3); row -= 1) {
    const text = loneText((grid.rows[row] ?? []).map(cellText).filter((cell) => cell !== ''));
    if (text === null) continue;
    const names = saysBlock(text) || (repeatsHeader && (!isDocumentTitle(text) || saysSession(text)));
    return names && (mayBeHeading(text) || saysSession(text)) ? { row, text } : null;
  }
  return null;
}
