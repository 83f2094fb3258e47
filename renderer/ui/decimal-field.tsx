/**
 * A field for one exact number. Comma and point are the same; what was typed stays as typed until the field is left, and
 * is saved after a pause, on Enter and on leaving. What is no allowed number is not saved and says why. A number is never
 * rounded, completed or taken back by itself.
 */
import { Minus, Plus, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import classes from './decimal-field.module.css';
import { isHistoryChange, undoKey } from './field-undo.ts';
import { keyStep, largeStep, stepped, type DecimalRange } from './decimal-step.ts';
import { useOtherLanguage } from '../messages/language.ts';
import { doubtOf, inOtherSigns, readDecimal, showDecimal } from '../messages/numbers.ts';

/** A pause in typing after which the number is saved. */
export const saveAfterMs = 600;

export interface DecimalFieldProperties {
  readonly id: string;
  readonly label: string;
  readonly range: DecimalRange;
  /** What is saved; null: nothing. */
  readonly value: string | null;
  /** Why a number is not allowed, or null. */
  readonly refuse: (value: string) => string | null;
  /** Resolves to false when it could not be saved. */
  readonly onSave: (value: string | null) => Promise<boolean>;
  readonly onEnter: () => void;
  readonly onFocus?: () => void;
  /** The text that is not saved because it is no allowed number; null when all is well. */
  readonly onUnsaved?: (text: string | null) => void;
  /** Ctrl+Z: after what was typed and not saved has gone (`typing`), or what is saved is to go back one step. */
  readonly onUndo: (what: 'typing' | 'saved') => Promise<void>;
  /** An element that describes the field further. */
  readonly describedBy?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** A line among others: without the buttons, and no higher than its line. */
  readonly isLine?: boolean;
  /** Filled with what puts a number into the field as if it had been typed. */
  readonly controls?: Ref<DecimalFieldControls>;
}

export interface DecimalFieldControls {
  readonly propose: (value: string) => void;
}

export function DecimalField(properties: DecimalFieldProperties) {
  const { id, label, range, describedBy, inputRef, onFocus, isLine = false, controls } = properties;
  const { t } = useTranslation('ui');
  const field = useDecimalText(properties);
  const large = largeStep(range);
  const small = keyStep(range);
  const problemId = problemIdOf(id);
  useImperativeHandle(controls, () => ({ propose: (value) => field.type(showDecimal(value)) }));
  const describing = [field.problem === null ? null : problemId, describedBy].filter((each) => each !== null).join(' ');

  function button(by: string, direction: 1 | -1) {
    return (
      <StepButton
        by={by}
        direction={direction}
        label={t(direction === 1 ? 'decimal.up' : 'decimal.down', { step: showDecimal(by), label })}
        isIdle={field.text.trim() === ''}
        onPress={() => field.step(by, direction)}
      />
    );
  }

  return (
    <div className={classes.field} data-line={isLine}>
      <div className={classes.row}>
        {large === null || isLine ? null : button(large, -1)}
        {isLine ? null : button(small, -1)}
        <input
          id={id}
          ref={inputRef}
          className={classes.input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          aria-label={label}
          aria-invalid={field.problem !== null}
          aria-describedby={describing}
          value={field.text}
          data-own-undo
          onChange={(event) => {
            if (!isHistoryChange(event.nativeEvent)) field.type(event.currentTarget.value);
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            onFocus?.();
          }}
          onBlur={() => void field.leave()}
          onKeyDown={(event) => field.press(event, small, large)}
        />
        {isLine ? null : button(small, 1)}
        {large === null || isLine ? null : button(large, 1)}
      </div>
      {field.problem === null ? null : (
        <p className={classes.problem} id={problemId} role="alert">
          <TriangleAlert aria-hidden size="1.2em" />
          <span>
            {field.problem} <strong>{t('decimal.notSaved')}.</strong>
          </span>
        </p>
      )}
    </div>
  );
}

function StepButton({
  by,
  direction,
  label,
  isIdle,
  onPress,
}: {
  readonly by: string;
  readonly direction: 1 | -1;
  readonly label: string;
  /** Nothing stands in the field: there is nothing to move. */
  readonly isIdle: boolean;
  readonly onPress: () => void;
}) {
  const Icon = direction === 1 ? Plus : Minus;
  return (
    <button
      type="button"
      className={classes.step}
      data-repeatable
      aria-label={label}
      aria-disabled={isIdle}
      // For fingers; the keyboard has the arrows, and Tab goes from field to field.
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon aria-hidden size="0.9em" strokeWidth={3} />
      {showDecimal(by)}
    </button>
  );
}

function problemIdOf(id: string): string {
  return `${id}-salah`;
}

function useDecimalText(properties: DecimalFieldProperties) {
  const { id, value, range, refuse, onSave, onEnter, onUnsaved, onUndo } = properties;
  const { t } = useTranslation('ui');
  /** Null: the saved number is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  /** What was typed has been looked at and is no allowed number; why is said when it is drawn. */
  const [isWrong, setWrong] = useState(false);
  const told = typed === null || !isWrong ? null : read(typed);
  const problem = typeof told === 'string' ? told : null;
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef({ typed, saved: value, onSave, onUnsaved });
  /** Counts what was typed; another language changes only how it is written. */
  const strokes = useRef(0);
  /** What is on its way to the disk. */
  const sending = useRef<{ readonly value: string | null; readonly saved: Promise<boolean> } | null>(null);

  useEffect(() => {
    latest.current = { ...latest.current, saved: value, onSave, onUnsaved };
  });

  /** Whatever takes the field away, what was typed last is kept if it is a number. */
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      const { typed: rest, saved } = latest.current;
      const number = rest === null ? undefined : read(rest);
      if (typeof number === 'object' && number.value !== saved) void latest.current.onSave(number.value);
      latest.current.onUnsaved?.(null);
    },
    // oxlint-disable-next-line react/exhaustive-deps -- only when the field goes away
    [],
  );

  useOtherLanguage(() => {
    const text = latest.current.typed;
    if (text === null) return;
    put(inOtherSigns(text));
    if (isWrong) check();
  });

  useEffect(() => {
    if (problem !== null) document.getElementById(problemIdOf(id))?.scrollIntoView({ block: 'nearest' });
  }, [problem, id]);

  return { text: typed ?? (value === null ? '' : showDecimal(value)), problem, type, leave, step, press };

  function type(text: string): void {
    strokes.current += 1;
    put(text);
    setWrong(false);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), saveAfterMs);
  }

  function put(text: string | null): void {
    latest.current.typed = text;
    setTyped(text);
  }

  /** At once true or false: whether what stands in the field can be saved. What cannot is marked. */
  function check(): boolean {
    const text = latest.current.typed;
    const number = text === null ? null : read(text);
    const isRefused = typeof number === 'string';
    setWrong(isRefused);
    latest.current.onUnsaved?.(isRefused ? text : null);
    return !isRefused;
  }

  /** True when nothing is left unsaved. */
  async function save(): Promise<boolean> {
    window.clearTimeout(timer.current);
    const text = latest.current.typed;
    if (!check()) return false;
    const number = text === null ? null : read(text);
    if (number === null || typeof number === 'string') return true;
    if (sending.current?.value === number.value) return sending.current.saved;
    if (sending.current === null && number.value === latest.current.saved) return true;
    const sent = { value: number.value, saved: latest.current.onSave(number.value) };
    sending.current = sent;
    const isSaved = await sent.saved;
    if (sending.current === sent) sending.current = null;
    if (!isSaved) latest.current.onUnsaved?.(latest.current.typed ?? text);
    return isSaved;
  }

  async function leave(): Promise<void> {
    const before = strokes.current;
    const isSaved = await save();
    if (isSaved && strokes.current === before) put(null);
  }

  function step(by: string, direction: 1 | -1): void {
    const { typed: text, saved } = latest.current;
    const current = text === null ? { value: saved } : read(text);
    // Where nothing stands there is nothing to move: no number is given that nobody typed.
    if (typeof current === 'string' || current.value === null) return;
    type(showDecimal(stepped(range, current.value, by, direction)));
  }

  async function undo(): Promise<void> {
    window.clearTimeout(timer.current);
    const text = latest.current.typed;
    const number = text === null ? null : read(text);
    const kept = sending.current === null ? latest.current.saved : sending.current.value;
    const isSaved = number === null || (typeof number === 'object' && number.value === kept);
    await sending.current?.saved;
    put(null);
    setWrong(false);
    latest.current.onUnsaved?.(null);
    await onUndo(isSaved ? 'saved' : 'typing');
  }

  function press(event: KeyboardEvent<HTMLInputElement>, small: string, large: string | null): void {
    const way = undoKey(event);
    if (way !== null) {
      event.preventDefault();
      if (way === 'undo' && !event.repeat) void undo();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      step(event.shiftKey && large !== null ? large : small, event.key === 'ArrowUp' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // At once: the next keys belong to the next field, however slow the disk is. What is wrong is marked instead, so that
      // the next keys replace it.
      if (!check()) return event.currentTarget.select();
      void save();
      onEnter();
    }
  }

  /** The number in a text (null for an empty one), or what is wrong with it. */
  function read(text: string): { readonly value: string | null } | string {
    const trimmed = text.trim();
    if (trimmed === '') return { value: null };
    const number = readDecimal(trimmed);
    if (number !== null) {
      const refused = refuse(number);
      return refused ?? { value: number };
    }
    const doubt = doubtOf(trimmed);
    if (doubt !== null) return doubt;
    const hasTooManyPlaces = new RegExp(String.raw`^-?\d+[.,]\d{${limits.decimalPlaces + 1},}$`).test(trimmed);
    return hasTooManyPlaces
      ? t('decimal.tooManyPlaces', { places: limits.decimalPlaces })
      : t('decimal.notANumber', { text: trimmed });
  }
}
