/**
 * The board as one table of contestants by jurors, the head and the first column always in view. One cell is in the tab
 * order; arrows go on from there, Enter opens what can be done. A category opens with the jurors' sign-off. A new fact
 * draws its row anew, no other.
 */
import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, BoardChoice, BoardGroup, BoardRowData } from './board.ts';
import { BoardRow, CategoryRow } from './board-row.tsx';
import classes from './board.module.css';
import { Unseen } from '../../ui/unseen.tsx';

/** With more jurors than these the columns are narrow: cells are signs alone, jurors have numbers. */
const mostWithWords = 4;

interface BoardTableProperties {
  readonly board: Board;
  /** By juror's id, from 1, in the whole board. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly onStage: string | null;
  /** The same function at every drawing, or every row is drawn anew. */
  readonly onChoose: (choice: BoardChoice) => void;
}

type Line =
  | { readonly type: 'category'; readonly group: BoardGroup }
  | { readonly type: 'contestant'; readonly row: BoardRowData };

export function BoardTable({ board, numbers, onStage, onChoose }: BoardTableProperties) {
  const { t } = useTranslation('monitor');
  const { jurors, stage } = board;
  const isShort = isShortened(board);
  const lines = useMemo(() => linesOf(board), [board]);
  const place = usePlace(lines, jurors.length + 1);
  return (
    <div className={classes.box}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a data grid, walked by arrows
        role="grid"
        className={classes.board}
        data-short={isShort}
        aria-label={t('grid.label', { stage: stage.name })}
        onKeyDown={place.press}
      >
        <colgroup>
          <col />
          <col className={classes.countColumn} />
          {jurors.map(({ id }) => (
            <col key={id} className={classes.jurorColumn} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('grid.contestant')}</th>
            <th scope="col">{t('grid.count')}</th>
            {jurors.map((juror) => (
              <th key={juror.id} scope="col" title={juror.name}>
                {isShort ? (
                  <>
                    <Unseen>{t('grid.juror')}</Unseen> {numbers.get(juror.id)}
                    <Unseen>: {juror.name}</Unseen>
                  </>
                ) : (
                  juror.name
                )}
              </th>
            ))}
          </tr>
          <tr className={classes.totals}>
            <th scope="row">{t('grid.open')}</th>
            <td>{t('grid.counted', { done: board.done, total: board.total })}</td>
            {board.open.map((open, at) => (
              <td key={jurors[at]?.id} data-complete={open === 0}>
                {open}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const shared = {
              place: at,
              current: place.current.row === at ? place.current.column : null,
              jurors,
              isShort,
              onFocus: place.focus,
              onChoose,
            };
            return line.type === 'category' ? (
              <CategoryRow
                key={line.group.category.id}
                category={line.group.category}
                signOffs={line.group.signOffs}
                {...shared}
              />
            ) : (
              <BoardRow
                key={line.row.contestant.id}
                contestant={line.row.contestant}
                states={line.row.states}
                stage={stage.id}
                isOnStage={line.row.contestant.id === onStage}
                {...shared}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** True when the cells of the board need a legend. */
export function isShortened({ jurors }: Pick<Board, 'jurors'>): boolean {
  return jurors.length > mostWithWords;
}

function linesOf({ groups }: Board): readonly Line[] {
  return groups.flatMap((group): Line[] => [
    { type: 'category', group },
    ...group.rows.map((row): Line => ({ type: 'contestant', row })),
  ]);
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** One cell is reached by Tab, the others by arrows from it. The name of a category and who does not judge it are no cells. */
function usePlace(lines: readonly Line[], columns: number) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const focus = useCallback((row: number, column: number) => setPlace({ row, column }), []);
  return { current: nearestCell(lines, columns, place), focus, press };

  function press(event: KeyboardEvent<HTMLTableElement>): void {
    const from = event.target instanceof HTMLElement ? event.target.dataset : {};
    const step = stepOf(event.key, event.ctrlKey, lines.length, columns);
    if (step === null) return;
    event.preventDefault();
    for (
      let next = step.first({ row: Number(from['row']), column: Number(from['column']) });
      next.row >= 0 && next.row < lines.length && next.column >= 0 && next.column < columns;
      next = { row: next.row + step.down, column: next.column + step.right }
    ) {
      const cell = event.currentTarget.querySelector<HTMLButtonElement>(
        `[data-row="${next.row}"][data-column="${next.column}"]`,
      );
      if (cell !== null) return cell.focus();
    }
  }
}

/** The place itself, or where the table has become smaller the nearest cell to it. */
function nearestCell(lines: readonly Line[], columns: number, { row, column }: Place): Place {
  const inside = { row: Math.min(row, lines.length - 1), column: Math.min(column, columns - 1) };
  const line = lines[inside.row];
  if (line === undefined || inside.column === 0) return line?.type === 'category' ? belowOf(inside) : inside;
  const cells = line.type === 'category' ? line.group.signOffs : line.row.states;
  if (cells[inside.column - 1] !== null) return inside;
  return line.type === 'category' ? belowOf(inside) : { row: inside.row, column: 0 };
}

/** Below the name of a category there is always a contestant. */
function belowOf({ row }: Place): Place {
  return { row: row + 1, column: 0 };
}

/** Where a key leads at first, and where it goes on while there is no cell. */
function stepOf(
  key: string,
  isControl: boolean,
  rows: number,
  columns: number,
): { readonly first: (from: Place) => Place; readonly down: number; readonly right: number } | null {
  const by = (down: number, right: number) => ({
    first: ({ row, column }: Place) => ({ row: row + down, column: column + right }),
    down,
    right,
  });
  switch (key) {
    case 'ArrowRight':
      return by(0, 1);
    case 'ArrowLeft':
      return by(0, -1);
    case 'ArrowDown':
      return by(1, 0);
    case 'ArrowUp':
      return by(-1, 0);
    case 'Home':
      return { first: ({ row }) => ({ row: isControl ? 1 : row, column: 0 }), down: 0, right: 1 };
    case 'End':
      return { first: ({ row }) => ({ row: isControl ? rows - 1 : row, column: columns - 1 }), down: 0, right: -1 };
    default:
      return null;
  }
}
