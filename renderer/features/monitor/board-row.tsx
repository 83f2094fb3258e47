/** The lines of the board. Each is drawn anew only when something of its own has changed: its contestant, a state, its focus. */
import type { TFunction } from 'i18next';
import { BadgeCheck, Check, CircleDashed, Mic, Minus, type LucideIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRanked, type Category, type Contestant, type Juror } from '../../../shared/domain/setup/contest-file.ts';
import type { StageId } from '../../../shared/domain/ids.ts';
import type { SheetState } from '../../../shared/domain/score-sheet.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { countedOf, isOpen, type BoardChoice, type BoardRowData, type SignState } from './board.ts';
import classes from './board.module.css';
import { SheetStateMark } from './sheet-state-mark.tsx';
import { Unseen } from '../../ui/unseen.tsx';

/** What every line of the board is told. */
interface LineProperties {
  /** Which line of the table it is. */
  readonly place: number;
  /** Its column that the Tab key reaches, or null. */
  readonly current: number | null;
  readonly jurors: readonly Juror[];
  readonly isShort: boolean;
  readonly onFocus: (row: number, column: number) => void;
  readonly onChoose: (choice: BoardChoice) => void;
}

interface RowProperties extends LineProperties {
  readonly contestant: Contestant;
  readonly states: BoardRowData['states'];
  readonly stage: StageId;
  readonly isOnStage: boolean;
}

export const BoardRow = memo(
  DrawnRow,
  (a, b) =>
    isSameLine(a, b) &&
    isSameList(a.states, b.states) &&
    a.contestant === b.contestant &&
    a.stage === b.stage &&
    a.isOnStage === b.isOnStage,
);

interface CategoryProperties extends LineProperties {
  readonly category: Category;
  readonly signOffs: readonly (SignState | null)[];
}

export const CategoryRow = memo(
  DrawnCategory,
  (a, b) => isSameLine(a, b) && isSameList(a.signOffs, b.signOffs) && a.category === b.category,
);

function DrawnRow({ contestant, states, stage, isOnStage, ...line }: RowProperties) {
  const { t } = useTranslation('monitor');
  const { jurors, isShort, onChoose } = line;
  return (
    <tr data-live={isOnStage}>
      <th scope="row">
        <Cell
          {...cellOf(line, 0)}
          label={null}
          onOpen={() => onChoose({ type: 'contestant', contestant: contestant.id })}
        >
          <RowName contestant={contestant} />
        </Cell>
      </th>
      <Count contestant={contestant} states={states} jurors={jurors} />
      {jurors.map((juror, at) => {
        const state = states[at] ?? null;
        if (state === null) return <NoCell key={juror.id} />;
        return (
          <SheetCell
            key={juror.id}
            {...cellOf(line, at + 1)}
            contestant={contestant}
            juror={juror}
            stage={stage}
            state={state}
            isShort={isShort}
            onChoose={onChoose}
            t={t}
          />
        );
      })}
    </tr>
  );
}

/** Told everything as it stands, so that a state that stays draws nothing. */
const SheetCell = memo(function DrawnSheet({
  contestant,
  juror,
  stage,
  state,
  isShort,
  onChoose,
  t,
  ...cell
}: CellProperties & {
  readonly contestant: Contestant;
  readonly juror: Juror;
  readonly stage: StageId;
  readonly state: SheetState;
  readonly isShort: boolean;
  readonly onChoose: (choice: BoardChoice) => void;
  readonly t: TFunction<'monitor'>;
}) {
  return (
    <td data-state={state}>
      <Cell
        {...cell}
        label={t('grid.cell', {
          juror: juror.name,
          contestant: contestantText(contestant),
          state: t(`state.${state}`),
        })}
        onOpen={() => onChoose({ type: 'sheet', juror: juror.id, contestant: contestant.id, stage })}
      >
        <SheetStateMark state={state} words={isShort ? null : t(`state.${state}`)} />
      </Cell>
    </td>
  );
});

/** One line, cut off where it is too long; the whole is seen on pointing at it and while it has the focus. */
function RowName({ contestant }: { readonly contestant: Contestant }) {
  const { t } = useTranslation('monitor');
  const { number, name, unit, slot, status } = contestant;
  const whole = [contestantText(contestant), slot ?? ''].filter((text) => text !== '').join(' · ');
  return (
    <span className={classes.name} data-whole={whole}>
      <span className={classes.number}>{number ?? '–'}</span>
      <span className={classes.words}>
        <strong>{name}</strong>
        <span className={classes.unit}> {unit}</span>
      </span>
      {slot === undefined || slot === '' ? null : <span className={classes.slot}> {slot}</span>}
      <span className={classes.status}>
        {' '}
        {status === 'performing' ? <Mic aria-hidden size="1em" /> : null}
        {status === 'performed' ? <Check aria-hidden size="1em" /> : null}
        {isRanked(contestant) ? <Unseen>{t(`status.${status}`)}</Unseen> : t(`status.${status}`)}
      </span>
    </span>
  );
}

function Count({
  contestant,
  states,
  jurors,
}: {
  readonly contestant: Contestant;
  readonly states: BoardRowData['states'];
  readonly jurors: readonly Juror[];
}) {
  const { t } = useTranslation('monitor');
  if (!isRanked(contestant)) return <td className={classes.count}>–</td>;
  const { done, total } = countedOf(states);
  if (total === 0) return <td className={classes.count}>{t('grid.nobody')}</td>;
  const names = jurors.flatMap(({ name }, at) => (isOpen(states[at]) ? [name] : [])).join(', ');
  const missing = names === '' ? '' : t('grid.missing', { names });
  return (
    <td className={classes.count} data-complete={done === total} title={missing === '' ? undefined : missing}>
      <span>{t('grid.counted', { done, total })}</span>
      {missing === '' ? null : <Unseen>{missing}</Unseen>}
    </td>
  );
}

const signLooks: Readonly<Record<SignState, { readonly icon: LucideIcon; readonly word: SignWord }>> = {
  signed: { icon: BadgeCheck, word: 'grid.signed' },
  unsigned: { icon: CircleDashed, word: 'grid.unsigned' },
  out: { icon: Minus, word: 'grid.signsNothing' },
};
type SignWord = 'grid.signed' | 'grid.unsigned' | 'grid.signsNothing';

/** The category, and who has signed it off. */
function DrawnCategory({ category, signOffs, ...line }: CategoryProperties) {
  const { t } = useTranslation('monitor');
  const { jurors, isShort, onChoose } = line;
  const signing = signOffs.filter((sign) => sign === 'signed' || sign === 'unsigned');
  return (
    <tr className={classes.category}>
      <th scope="row" title={category.name}>
        <CategoryName name={category.name} />
      </th>
      <td className={classes.count}>
        {t('grid.counted', { done: signing.filter((sign) => sign === 'signed').length, total: signing.length })}
      </td>
      {jurors.map((juror, at) => {
        const sign = signOffs[at] ?? null;
        if (sign === null) return <NoCell key={juror.id} />;
        const { icon: Icon, word } = signLooks[sign];
        return (
          <td key={juror.id} data-state={sign === 'signed' ? 'locked' : 'none'}>
            <Cell
              {...cellOf(line, at + 1)}
              label={t('grid.signCell', { juror: juror.name, category: category.name, state: t(word) })}
              onOpen={() => onChoose({ type: 'sign-off', juror: juror.id, category: category.id })}
            >
              <Icon aria-hidden size="1.1em" />
              {isShort ? null : <span>{t(word)}</span>}
            </Cell>
          </td>
        );
      })}
    </tr>
  );
}

function CategoryName({ name }: { readonly name: string }) {
  const { t } = useTranslation('monitor');
  return (
    <span className={classes.name}>
      <strong className={classes.words}>{name}</strong>
      <span className={classes.unit}> {t('grid.signOff')}</span>
    </span>
  );
}

/** Of a juror who does not judge the category: nothing to open. */
function NoCell() {
  const { t } = useTranslation('monitor');
  return (
    <td data-state="none">
      <Unseen>{t('state.not-judged')}</Unseen>
    </td>
  );
}

interface CellProperties {
  readonly row: number;
  readonly column: number;
  readonly isCurrent: boolean;
  readonly onFocus: (row: number, column: number) => void;
}

function cellOf({ place, current, onFocus }: LineProperties, column: number): CellProperties {
  return { row: place, column, isCurrent: current === column, onFocus };
}

function Cell({
  row,
  column,
  isCurrent,
  onFocus,
  label,
  onOpen,
  children,
}: CellProperties & {
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
      onFocus={() => onFocus(row, column)}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}

function isSameLine(a: LineProperties, b: LineProperties): boolean {
  return (
    a.place === b.place &&
    a.current === b.current &&
    a.isShort === b.isShort &&
    a.onFocus === b.onFocus &&
    a.onChoose === b.onChoose &&
    isSameList(a.jurors, b.jurors)
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}
