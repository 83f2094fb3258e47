/** All that is read of a list, as text: its columns, rows and questions, and what a first import and one after it would do. */
import { findTable } from '../../shared/import/find-table.ts';
import type { Grid } from '../../shared/import/grid.ts';
import { planImport } from '../../shared/import/plan-import.ts';
import type { ImportPreview } from '../../shared/import/types.ts';

export function reading(grids: readonly Grid[]): string {
  const table = findTable(grids);
  return table.ok ? `${written(table.value)}\n${plans(table.value)}` : `no list: ${JSON.stringify(table.error)}`;
}

/** A line per row and per question. */
function written({ rows, ...others }: ImportPreview): string {
  const lines = Object.entries(others).flatMap(([key, value]: [string, unknown]) =>
    Array.isArray(value) ? value.map((each) => `${key} ${JSON.stringify(each)}`) : [`${key} ${JSON.stringify(value)}`],
  );
  return [...lines, ...rows.map((row) => JSON.stringify(row))].join('\n');
}

/** Into an empty contest; then the list without its first row and with another name in its last one, into that. */
function plans({ rows, problems }: ImportPreview): string {
  const first = planImport([], rows, [], { problems });
  const later = rows.slice(1).map((row, index, all) => (index === all.length - 1 ? { ...row, name: 'KBK Baru' } : row));
  const again = planImport(first.put, later, first.addCategories, { problems, gone: 'remove' });
  const { put, leftOut, addCategories } = first;
  const { changed, gone, removed } = again;
  return Object.entries({ put, leftOut, addCategories, changed, gone, removed })
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .join('\n');
}
