/** Facts of a group that stand in its name's cell, or on the line below it [I16]; asked before they are parted. */
import { cellText } from './cell-text.ts';
import { saysUnit, shareOf } from './content-words.ts';
import { cellAt, columnLetter, type Cell } from './grid.ts';
import type { Draft, ReadRow, RowSource } from './read-row.ts';
import type { Fact } from './sightings.ts';
import { findFactSplit, labelledFact, type FactSplit } from './two-facts.ts';

const MOSTLY = 0.7;

/** Name, unit and title out of one cell, or out of the line below the name. */
export function withFacts(drafts: readonly Draft[], source: RowSource): readonly Draft[] {
  const { columns } = source;
  const missing = new Set<Fact>();
  if (columns.unit === undefined || columns.unit === columns.name) missing.add('unit');
  if (columns.title === undefined || drafts.every(({ line }) => line.title === '')) missing.add('title');
  if (columns.name === columns.unit) missing.add('name');
  const inName = withFactsInCell(withSecondLines(drafts, missing, source), missing, source);
  return withTitleBesideUnit(inName, source);
}

/** A line below the name, alone in the name's column: `Judul: ...`, or one below each name. */
function withSecondLines(
  drafts: readonly Draft[],
  missing: ReadonlySet<Fact>,
  { columns, asker }: RowSource,
): readonly Draft[] {
  const isSecond = (draft: Draft, index: number): boolean =>
    draft.line.texts.length === 1 &&
    draft.line.number.type === 'blank' &&
    index > 0 &&
    drafts[index - 1]?.line.row === draft.line.row - 1 &&
    (drafts[index - 1]?.line.texts.length ?? 0) > 1;
  const seconds = drafts.filter(isSecond);
  const labelled = seconds.filter(
    ({ line }) => missing.has(labelledFact(line.name)?.fact ?? 'name') && labelledFact(line.name) !== null,
  );
  const isEach = seconds.length >= 2 && seconds.length >= (drafts.length - seconds.length) * MOSTLY;
  const plain = isEach ? seconds.map(({ line }) => line.name) : [];
  const fact: Fact | null =
    missing.has('unit') && columns.unit === undefined && shareOf(plain, saysUnit) >= 0.5
      ? 'unit'
      : missing.has('title')
        ? 'title'
        : null;
  const chosen = labelled.length > 0 ? labelled : isEach && fact !== null ? seconds : [];
  if (chosen.length === 0) return drafts;
  const rows = chosen.map(({ row }) => row.row);
  const choice = asker.ask({
    type: 'two-facts',
    seen: { type: 'texts-below-names', rows, example: chosen[0]?.line.name ?? '' },
    rows,
    choices: { split: { type: 'fact-of-group-above', fact: fact ?? 'title' }, keep: { type: 'another-group' } },
    assumed: 'split',
    mustAnswer: labelled.length === 0,
  });
  if (choice === 'keep') return drafts;
  const added = new Map<Draft, Partial<Record<Fact, string>>>();
  for (const second of chosen) {
    const owner = drafts[drafts.indexOf(second) - 1];
    const label = labelledFact(second.line.name);
    if (owner !== undefined) added.set(owner, { [label?.fact ?? fact ?? 'title']: label?.text ?? second.line.name });
  }
  return drafts
    .filter((draft) => !chosen.includes(draft))
    .map((draft) => ({ line: draft.line, row: { ...draft.row, ...added.get(draft) } }));
}

function withFactsInCell(drafts: readonly Draft[], missing: ReadonlySet<Fact>, source: RowSource): readonly Draft[] {
  const { grid, header, columns, asker } = source;
  const column = columns.name;
  const stillMissing = new Set(
    [...missing].filter(
      (fact) =>
        fact === 'name' ||
        drafts.every(
          ({ row }) =>
            (row[fact] ?? '') === '' || (fact === 'unit' && columns.unit === columns.name && row.unit === row.name),
        ),
    ),
  );
  if (column === undefined || stillMissing.size === 0) return drafts;
  const rawOf = ({ line }: Draft): string => rawText(cellAt(grid, line.row, column));
  const split = findFactSplit(drafts.map(rawOf), stillMissing, header.texts[column] ?? '');
  if (split === null || split.facts.every((fact) => fact === 'name')) return drafts;
  const seen = drafts.filter((draft) => split.split(rawOf(draft)) !== null);
  const example = seen.slice(0, 1).map((draft) => cellText(rawOf(draft)).slice(0, 120));
  const choice = asker.ask({
    type: 'two-facts',
    seen: { type: 'facts-in-one-cell', column: columnLetter(column), apart: split.apart, example: example.join() },
    columns: [columnLetter(column)],
    rows: seen.map(({ row }) => row.row),
    choices: { split: { type: 'split-into', facts: split.facts }, keep: { type: 'left-as-name' } },
    assumed: 'split',
    mustAnswer: !split.isNamed,
  });
  return choice === 'keep'
    ? drafts
    : drafts.map((draft) => ({ line: draft.line, row: splitRow(draft.row, split, rawOf(draft)) }));
}

/** `Unit kerja dan judul` in one column. */
function withTitleBesideUnit(drafts: readonly Draft[], { grid, header, columns, asker }: RowSource): readonly Draft[] {
  const column = columns.unit;
  const hasTitles = drafts.some(({ row }) => (row.title ?? '') !== '');
  if (column === undefined || column === columns.name || hasTitles) return drafts;
  const heading = header.texts[column] ?? '';
  const rawOf = ({ line }: Draft): string => rawText(cellAt(grid, line.row, column));
  const split = findFactSplit(drafts.map(rawOf), new Set<Fact>(['title']), heading);
  const isClear = split !== null && (split.isNamed || split.apart === 'lines' || split.apart === 'quotes');
  if (!isClear || split.facts.join() !== 'name,title') return drafts;
  const seen = drafts.filter((draft) => split.split(rawOf(draft)) !== null);
  const choice = asker.ask({
    type: 'two-facts',
    seen: { type: 'title-beside-unit', column: columnLetter(column), apart: split.apart },
    columns: [columnLetter(column)],
    rows: seen.map(({ row }) => row.row),
    choices: { split: { type: 'split-unit-and-title' }, keep: { type: 'left-as-unit' } },
    assumed: 'split',
    mustAnswer: !split.isNamed,
  });
  if (choice === 'keep') return drafts;
  return drafts.map((draft) => {
    const said = split.split(rawOf(draft));
    return said === null
      ? draft
      : { line: draft.line, row: { ...draft.row, unit: said.name ?? '', title: said.title ?? '' } };
  });
}

function splitRow(row: ReadRow, split: FactSplit, raw: string): ReadRow {
  const said = split.split(raw);
  if (said !== null) return { ...row, ...said };
  const blank = Object.fromEntries(
    split.facts.filter((fact) => fact !== 'name' && row[fact] === null).map((fact) => [fact, '']),
  );
  return { ...row, ...blank };
}

function rawText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cellText(cell);
}
