/** One order: type a number, move by buttons and Alt with the arrows (the focus goes with who is moved), or drag by the grip. */
import { ArrowDown, ArrowUp, GripVertical, Pencil, TriangleAlert, UserCog } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { useFormerNames } from '../../contest/changes-of.tsx';
import { StatusOf } from './contestant-status.tsx';
import { holderOf, movedNumbers, withFreed } from './numbers.ts';
import classes from './order.module.css';

interface MoveListProperties {
  readonly list: readonly Contestant[];
  /** Everybody of the contest, for numbers that are taken. */
  readonly all: readonly Contestant[];
  /** Names the category of each, where the list mixes them. */
  readonly categoryOf: ((id: CategoryId) => string) | null;
  readonly onEdit: (contestant: Contestant) => void;
  readonly onStatus: (contestant: Contestant) => void;
}

export function MoveList({ list, all, categoryOf, onEdit, onStatus }: MoveListProperties) {
  const { t } = useTranslation('order');
  const execute = useExecute();
  const [said, setSaid] = useState('');
  const focus = useRef<string | null>(null);
  const [dragged, setDragged] = useState<Contestant | null>(null);
  /** One move at a time: the next one starts from what the one before has made. */
  const isMoving = useRef(false);

  useEffect(() => {
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  }, [list]);

  async function move(contestant: Contestant, to: number, control: string | null): Promise<void> {
    const numbers = movedNumbers(list, list.indexOf(contestant), to);
    if (numbers.length === 0 || isMoving.current) return;
    isMoving.current = true;
    focus.current = control;
    const isSaved = await execute({ type: 'change-order', numbers: [...withFreed(numbers, all)] });
    isMoving.current = false;
    const number = numbers.find((each) => each.contestant === contestant.id)?.number ?? contestant.number;
    if (isSaved) setSaid(t('moved', { name: contestant.name, number: number ?? '–' }));
  }

  return (
    <div className={classes.order}>
      <ol className={classes.list}>
        {list.map((contestant, index) => (
          <Row
            key={contestant.id}
            contestant={contestant}
            all={all}
            category={categoryOf?.(contestant.category) ?? null}
            isFirst={index === 0}
            isLast={index === list.length - 1}
            onMove={(by, control) => void move(contestant, index + by, control)}
            isDragged={dragged === contestant}
            onDrag={setDragged}
            onDrop={dragged === null ? null : () => void move(dragged, index, null)}
            onEdit={() => onEdit(contestant)}
            onStatus={() => onStatus(contestant)}
          />
        ))}
      </ol>
      <output className={classes.hidden}>{said}</output>
    </div>
  );
}

function Row({
  contestant,
  all,
  category,
  isFirst,
  isLast,
  onMove,
  isDragged,
  onDrag,
  onDrop,
  onEdit,
  onStatus,
}: {
  readonly contestant: Contestant;
  readonly all: readonly Contestant[];
  readonly category: string | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** `control`: id of the element that keeps the focus. */
  readonly onMove: (by: 1 | -1, control: string) => void;
  readonly isDragged: boolean;
  /** Null: dropped or let go. */
  readonly onDrag: (contestant: Contestant | null) => void;
  /** Null: nobody is being dragged. */
  readonly onDrop: (() => void) | null;
  readonly onEdit: () => void;
  readonly onStatus: () => void;
}) {
  const { t } = useTranslation('order');
  const name = contestantText({ ...contestant, number: null }).replace(/^– · /, '');
  const id = `urut-${contestant.id}`;
  const slot = contestant.slot === undefined ? null : t('slotOf', { slot: contestant.slot });
  const former = useFormerNames(contestant);
  const detail = [slot, contestant.unit, category, contestant.title, ...former].filter(
    (text) => text !== undefined && text !== null && text !== '',
  );

  function press(event: KeyboardEvent<HTMLElement>): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1, event.currentTarget.id);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is an extra; the buttons do the same
    <li
      className={classes.row}
      data-dragged={isDragged}
      onDragOver={(event) => {
        if (onDrop === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop?.();
        onDrag(null);
      }}
    >
      <span
        className={classes.grip}
        aria-hidden
        draggable
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', contestant.name);
          const row = event.currentTarget.parentElement;
          if (row !== null) event.dataTransfer.setDragImage(row, 0, 0);
          onDrag(contestant);
        }}
        onDragEnd={() => onDrag(null)}
      >
        <GripVertical size="1.3rem" />
      </span>
      <NumberField key={contestant.number} id={id} contestant={contestant} all={all} onKey={press} />
      <span className={classes.words} title={[contestant.name, ...detail].join(' · ')}>
        <span className={classes.name}>{contestant.name}</span>
        <span className={classes.detail}>{detail.join(' · ')}</span>
      </span>
      {contestant.status === 'waiting' ? null : <StatusOf status={contestant.status} />}
      <span className={classes.buttons}>
        <button
          type="button"
          id={`${id}-naik`}
          className={classes.icon}
          aria-label={t('up', { name })}
          data-repeatable
          aria-disabled={isFirst}
          onKeyDown={press}
          onClick={() => onMove(-1, `${id}-naik`)}
        >
          <ArrowUp aria-hidden size="1.2rem" />
        </button>
        <button
          type="button"
          id={`${id}-turun`}
          className={classes.icon}
          aria-label={t('down', { name })}
          data-repeatable
          aria-disabled={isLast}
          onKeyDown={press}
          onClick={() => onMove(1, `${id}-turun`)}
        >
          <ArrowDown aria-hidden size="1.2rem" />
        </button>
        <button type="button" className={classes.icon} aria-label={t('edit', { name })} onClick={onEdit}>
          <Pencil aria-hidden size="1.1rem" />
        </button>
        <button type="button" className={classes.icon} aria-label={t('changeStatus', { name })} onClick={onStatus}>
          <UserCog aria-hidden size="1.2rem" />
        </button>
      </span>
    </li>
  );
}

/** A number that is none, or that another group has; said when it is drawn. */
interface WrongNumber {
  readonly number: string;
  readonly holder: string | null;
}

/** Saved on Enter and on leaving; what is no free number stays and says why. */
function NumberField({
  id,
  contestant,
  all,
  onKey,
}: {
  readonly id: string;
  readonly contestant: Contestant;
  readonly all: readonly Contestant[];
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { t } = useTranslation('order');
  const execute = useExecute();
  const saved = contestant.number === null ? '' : String(contestant.number);
  const [text, setText] = useState(saved);
  const [wrong, setWrong] = useState<WrongNumber | null>(null);
  const problem =
    wrong === null
      ? null
      : t(wrong.holder === null ? 'badNumber' : 'numberTaken', { number: wrong.number, name: wrong.holder ?? '' });

  async function save(): Promise<void> {
    const typed = text.trim();
    if (typed === saved) return setWrong(null);
    if (typed !== '' && !/^\d{1,5}$/.test(typed)) return setWrong({ number: typed, holder: null });
    const number = typed === '' ? null : Number(typed);
    const holder = number === null ? undefined : holderOf(all, contestant, number);
    if (holder !== undefined) return setWrong({ number: typed, holder: holder.name });
    setWrong(null);
    await execute({ type: 'change-order', numbers: [{ contestant: contestant.id, number }] });
  }

  return (
    <>
      <input
        id={id}
        className={classes.number}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        aria-label={t('number', { name: contestant.name })}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-salah`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
          else if (event.key === 'Escape') {
            setText(saved);
            setWrong(null);
          } else onKey(event);
        }}
      />
      {problem === null ? null : (
        <p className={classes.problem} id={`${id}-salah`} role="alert" style={{ order: 10 }}>
          <TriangleAlert aria-hidden size="1.1em" />
          {problem}
        </p>
      )}
    </>
  );
}
