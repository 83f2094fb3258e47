/**
 * One category as a grid of contestants by jurors. One cell is in the tab order; arrows go on from there, Enter opens what
 * can be done. The first column is the contestant, the last row the jurors' sign-off.
 */
import { BadgeCheck, CircleDashed, Minus } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signOffOf, type Contest } from '../../../shared/domain/contest.ts';
import { unsignedJurors } from '../../../shared/domain/unsigned-jurors.ts';
import { isRanked } from '../../../shared/domain/setup/contest-file.ts';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import type { CompletenessGrid, CompletenessRow } from './completeness.ts';
import panels from '../../ui/panels.module.css';
import classes from './monitor.module.css';
import { SheetStateMark } from './sheet-state-mark.tsx';

/** With more jurors than these the cells say a letter, else a word. */
const mostWithWords = 6;
/** More missing jurors than these are counted, not named. */
const mostNamed = 4;

export type GridChoice =
  | { readonly type: 'sheet'; readonly juror: string; readonly contestant: string; readonly stage: string }
  | { readonly type: 'contestant'; readonly contestant: string }
  | { readonly type: 'sign-off'; readonly juror: string; readonly category: string };

interface TableProperties {
  readonly contest: Contest;
  readonly grid: CompletenessGrid;
  readonly stage: string;
  readonly onChoose: (choice: GridChoice) => void;
}

export function CompletenessTable({ contest, grid, stage, onChoose }: TableProperties) {
  const { t } = useTranslation('monitor');
  const { category, jurors, rows } = grid;
  const isShort = isShortened(grid);
  const signed = jurors.filter((juror) => signOffOf(contest, juror.id, category.id) !== undefined);
  // As where winners are announced: whoever has nothing to judge here has nothing to sign.
  const unsigned = new Set(unsignedJurors(contest, category.id).map(({ id }) => id));
  const roving = useRovingFocus(rows.length + 1, jurors.length + 1);
  const jurorLabel = (index: number) =>
    isShort ? t('grid.juror', { number: index + 1 }) : (jurors[index]?.name ?? '');

  return (
    <div className={panels.scroll}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a data grid, walked by arrows
        role="grid"
        className={classes.grid}
        aria-label={t('grid.label', { category: category.name })}
        onKeyDown={roving.press}
      >
        <thead>
          <tr>
            <th scope="col">{t('grid.contestant')}</th>
            <th scope="col">{t('grid.count')}</th>
            {jurors.map((juror, index) => (
              <th key={juror.id} scope="col" title={juror.name}>
                {jurorLabel(index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, y) => (
            <tr key={row.contestant.id} data-live={contest.shown?.contestant === row.contestant.id}>
              <th scope="row" className={classes.contestant}>
                <Cell
                  {...roving.cell(y, 0)}
                  label={null}
                  onOpen={() => onChoose({ type: 'contestant', contestant: row.contestant.id })}
                >
                  <ContestantName contestant={row.contestant} slot={row.contestant.slot} />
                  <span className={classes.status}>{t(`status.${row.contestant.status}`)}</span>
                </Cell>
              </th>
              <td>
                <Count row={row} />
              </td>
              {jurors.map((juror, x) => {
                const state = row.sheets[x]?.state ?? 'not-judged';
                return (
                  <td key={juror.id}>
                    <Cell
                      {...roving.cell(y, x + 1)}
                      label={t('grid.cell', {
                        juror: juror.name,
                        contestant: contestantText(row.contestant),
                        state: t(`state.${state}`),
                      })}
                      onOpen={() => onChoose({ type: 'sheet', juror: juror.id, contestant: row.contestant.id, stage })}
                    >
                      <SheetStateMark state={state} isShort={isShort} />
                    </Cell>
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('grid.signOff')}</th>
            <td>
              <span>
                {t('grid.counted', {
                  done: signed.length,
                  total: signed.length + jurors.filter(({ id }) => unsigned.has(id)).length,
                })}
              </span>
            </td>
            {jurors.map((juror, x) => {
              const isSigned = signed.includes(juror);
              const isOut = !isSigned && !unsigned.has(juror.id);
              const state = t(isSigned ? 'grid.signed' : isOut ? 'grid.signsNothing' : 'grid.unsigned');
              const Icon = isSigned ? BadgeCheck : isOut ? Minus : CircleDashed;
              return (
                <td key={juror.id}>
                  <Cell
                    {...roving.cell(rows.length, x + 1)}
                    label={t('grid.signCell', { juror: juror.name, category: category.name, state })}
                    onOpen={() => onChoose({ type: 'sign-off', juror: juror.id, category: category.id })}
                  >
                    <span className={classes.mark} data-state={isSigned ? 'locked' : isOut ? 'absent' : 'pending'}>
                      <Icon aria-hidden size="1.1em" />
                      {isShort ? null : state}
                    </span>
                  </Cell>
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** True when the cells of the grid need a legend. */
export function isShortened({ jurors }: CompletenessGrid): boolean {
  return jurors.length > mostWithWords;
}

function Count({ row: { contestant, done, total, missing } }: { readonly row: CompletenessRow }) {
  const { t } = useTranslation('monitor');
  if (!isRanked(contestant)) return <span>{t(`status.${contestant.status}`)}</span>;
  if (total === 0) return <span>{t('grid.nobody')}</span>;
  return (
    <span className={classes.count} data-complete={missing.length === 0}>
      <strong>{t('grid.counted', { done, total })}</strong>
      {missing.length === 0 ? null : (
        <span>
          {missing.length > mostNamed
            ? t('grid.missingCount', { count: missing.length })
            : t('grid.missing', { names: missing.map((juror) => juror.name).join(', ') })}
        </span>
      )}
    </span>
  );
}

function Cell({
  row,
  column,
  isCurrent,
  onFocus,
  label,
  onOpen,
  children,
}: {
  readonly row: number;
  readonly column: number;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  /** Null where the content says it all. */
  readonly label: string | null;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={classes.cell}
      data-row={row}
      data-column={column}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={label ?? undefined}
      aria-haspopup="dialog"
      onFocus={onFocus}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}

/** One cell of the grid is reached by Tab, the others by arrows from it; the corner of the last row is no cell. */
function useRovingFocus(rows: number, columns: number) {
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const current = { row: Math.min(place.row, rows - 1), column: Math.min(place.column, columns - 1) };
  return {
    press,
    cell: (row: number, column: number) => ({
      row,
      column,
      isCurrent: row === current.row && column === current.column,
      onFocus: () => setPlace({ row, column }),
    }),
  };

  function press(event: KeyboardEvent<HTMLTableElement>): void {
    const target = destination(event.key, event.ctrlKey);
    if (target === null) return;
    event.preventDefault();
    const selector = `[data-row="${target.row}"][data-column="${target.column}"]`;
    event.currentTarget.querySelector<HTMLButtonElement>(selector)?.focus();
  }

  function destination(key: string, isControl: boolean): typeof current | null {
    const { row, column } = current;
    switch (key) {
      case 'ArrowRight':
        return { row, column: Math.min(column + 1, columns - 1) };
      case 'ArrowLeft':
        return { row, column: Math.max(column - 1, 0) };
      case 'ArrowDown':
        return { row: Math.min(row + 1, rows - 1), column };
      case 'ArrowUp':
        return { row: Math.max(row - 1, 0), column };
      case 'Home':
        return { row: isControl ? 0 : row, column: 0 };
      case 'End':
        return { row: isControl ? rows - 1 : row, column: columns - 1 };
      default:
        return null;
    }
  }
}
