/** The same group in several rows [I18]: once for each member, or twice by mistake. */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { cellAt } from './grid.ts';
import type { Line } from './lines.ts';
import { nameKey } from './match-contestants.ts';
import type { Draft, RowSource } from './read-row.ts';
import type { ImportRow } from './types.ts';

/** The same group on each of its members' rows. */
export function withoutRepeats(drafts: readonly Draft[], { grid, columns, asker }: RowSource): readonly Draft[] {
  if (columns.name === undefined) return drafts;
  const repeats = drafts.filter((draft, index) => {
    const before = drafts[index - 1];
    return before !== undefined && isSameGroup(before.row, draft.row) && saysMore(before.line, draft.line);
  });
  if (repeats.length < 2 || repeats.length * 2 < drafts.length) return drafts;
  const groups = drafts.length - repeats.length;
  const choice = asker.ask({
    type: 'rows-per-member',
    seen: { type: 'repeated-names', groups },
    rows: repeats.map(({ row }) => row.row),
    choices: { merge: { type: 'one-per-group' }, each: { type: 'one-per-row' } },
    assumed: 'merge',
    mustAnswer: true,
  });
  if (choice === 'each') return drafts;
  const kept = drafts.filter((draft) => !repeats.includes(draft));
  const isCounted = repeats.some(
    ({ row }) => row.number !== null && row.number !== kept.find((each) => isSameGroup(each.row, row))?.row.number,
  );
  return isCounted ? kept.map(({ line, row }) => ({ line, row: { ...row, number: null } })) : kept;

  function saysMore(a: Line, b: Line): boolean {
    const mapped = new Set(Object.values(columns));
    const width = Math.max(grid.rows[a.row]?.length ?? 0, grid.rows[b.row]?.length ?? 0);
    return Array.from({ length: width }, (_, column) => column).some(
      (column) =>
        !mapped.has(column) &&
        cellText(cellAt(grid, b.row, column)) !== '' &&
        cellText(cellAt(grid, a.row, column)) !== cellText(cellAt(grid, b.row, column)),
    );
  }
}

function isSameGroup(a: ImportRow, b: ImportRow): boolean {
  return (
    nameKey(a.name ?? '') !== '' &&
    nameKey(a.name ?? '') === nameKey(b.name ?? '') &&
    textKey(a.unit ?? '') === textKey(b.unit ?? '') &&
    textKey(a.title ?? '') === textKey(b.title ?? '')
  );
}

/** The same group in two rows: one of them may be left over from before, or it takes part twice. */
export function askDuplicates(drafts: readonly Draft[], { columns, asker }: RowSource): readonly Draft[] {
  const byGroup = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const name = nameKey(draft.row.name ?? '');
    const isUnitOnly = columns.name === columns.unit && draft.row.unit === draft.row.name;
    if (name === '') continue;
    const key = [name, textKey(draft.row.unit ?? ''), isUnitOnly ? textKey(draft.row.title ?? '') : ''].join('|');
    byGroup.set(key, [...(byGroup.get(key) ?? []), draft]);
  }
  const twice = [...byGroup.values()].filter((group) => group.length > 1);
  if (twice.length === 0) return drafts;
  const names = twice.slice(0, 3).map(([one]) => one?.row.name ?? '');
  const rows = twice.flat().map(({ row }) => row.row);
  const choice = asker.ask({
    type: 'duplicate-group',
    seen: { type: 'same-group', names, rows },
    rows,
    choices: { keep: { type: 'all-different' }, first: { type: 'first-row' }, last: { type: 'last-row' } },
    assumed: 'keep',
    mustAnswer: true,
  });
  if (choice === 'keep') return drafts;
  const dropped = new Set(twice.flatMap((group) => (choice === 'first' ? group.slice(1) : group.slice(0, -1))));
  return drafts.filter((draft) => !dropped.has(draft));
}
