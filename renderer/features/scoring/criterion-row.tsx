/**
 * One criterion: a line with name, weight, value and mark. The one that is worked on opens below its line: what the levels
 * mean, where the own values for the others lie, and a note.
 */
import { Check, CircleAlert, Circle, MessageSquareText, Undo2 } from 'lucide-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { wrongValue } from '../../../shared/domain/facts/decide-seat.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { sayRefusal } from '../../../shared/say/refusals.ts';
import { useExecute, useLatestContest, useLatestEvents } from '../../contest/hooks.tsx';
import { previousScore } from '../../contest/saved-history.ts';
import { words } from '../../messages/words.ts';
import { DecimalField, type DecimalFieldControls } from '../../ui/decimal-field.tsx';
import { useLeaveGuard } from '../../ui/leave-guard.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { fieldId, focusField, rowId } from './fields.ts';
import { Levels } from './level-buttons.tsx';
import { NoteField } from './note-field.tsx';
import { OwnValues } from './own-values.tsx';
import { useIsPractice } from './practice.tsx';
import classes from './scoring.module.css';
import { asksForNote, type Track } from './use-locking.ts';
import { useSaid } from '../../messages/language.ts';
import { showDecimal } from '../../messages/numbers.ts';
import { Unseen } from '../../ui/unseen.tsx';

interface CriterionRowProperties {
  readonly sheet: ScoreSheet;
  readonly criterion: Criterion;
  readonly isCurrent: boolean;
  readonly isWritable: boolean;
  readonly isMissing: boolean;
  /** What is noted here. */
  readonly note: string;
  readonly track: Track;
  readonly onFocus: (criterion: CriterionId) => void;
  readonly onEnter: (criterion: CriterionId) => void;
}

/** Drawn anew only where something of it is different: a score concerns one line of twenty. */
export const CriterionRow = memo(Row, (before, after) => {
  const isSameFrame =
    before.isCurrent === after.isCurrent &&
    before.isWritable === after.isWritable &&
    before.isMissing === after.isMissing &&
    before.criterion === after.criterion &&
    before.note === after.note &&
    before.track === after.track &&
    before.onFocus === after.onFocus &&
    before.onEnter === after.onEnter;
  return isSameFrame && isSameLine(before, after);
});

function isSameLine({ sheet: a, criterion }: CriterionRowProperties, { sheet: b, isCurrent }: CriterionRowProperties) {
  if (a === b) return true;
  const { id } = criterion;
  const isOfOneSheet = a.contestant === b.contestant && a.stage === b.stage && a.rubric === b.rubric;
  return (
    isOfOneSheet && !isCurrent && !a.conflicts.has(id) && !b.conflicts.has(id) && a.values.get(id) === b.values.get(id)
  );
}

function Row(properties: CriterionRowProperties) {
  const { sheet, criterion, isCurrent, isWritable, isMissing, note, track, onFocus, onEnter } = properties;
  const { t } = useTranslation('scoring');
  const contest = useLatestContest()();
  const execute = useExecute();
  const latestEvents = useLatestEvents();
  const { setUnsaved } = useLeaveGuard();
  const controls = useRef<DecimalFieldControls>(null);
  /** What an undo brought back, said as long as it stands. */
  const [undone, setUndone] = useSaid<{ readonly value: string | null; readonly text: string }>();
  const value = sheet.values.get(criterion.id) ?? null;
  const id = rowId(criterion.id);
  const isOpen = isCurrent || sheet.conflicts.has(criterion.id);
  const Heading = criterion.aspect === undefined ? 'h2' : 'h3';
  const needsNote = asksForNote(sheet, criterion);
  // As long as nothing is noted it is a button beside the range.
  const isNoteShort = isCurrent && isWritable && !needsNote && note === '';
  const noteField = (
    <NoteField
      key="catatan"
      contest={contest}
      sheet={sheet}
      criterion={criterion}
      isWritable={isWritable}
      track={track}
    />
  );
  return (
    <article
      className={classes.criterion}
      id={id}
      data-row
      data-current={isCurrent}
      data-missing={isMissing && value === null}
    >
      <div className={classes.criterionLine}>
        <div className={classes.criterionText}>
          <Heading className={classes.criterionName}>
            {/* The whole line is the way to its field. */}
            <label
              htmlFor={isWritable ? fieldId(criterion.id) : undefined}
              title={isCurrent ? undefined : criterion.name}
            >
              {criterion.name}
            </label>
          </Heading>
          <div className={isOpen ? classes.criterionRange : classes.unseen}>
            <span id={`${id}-rentang`}>
              {t('criterion.range', { min: showDecimal(criterion.min), max: showDecimal(criterion.max) })}
              {/^0\.0*1$/.test(criterion.step)
                ? ''
                : ` · ${t('criterion.step', { step: showDecimal(criterion.step) })}`}
            </span>
            {isWritable && isCurrent ? (
              <State value={value} undone={undone?.value === value ? undone.text : null} />
            ) : null}
          </div>
        </div>
        <span className={classes.criterionAspect} aria-hidden>
          {criterion.aspect}
        </span>
        <span className={classes.criterionWeight}>
          <Unseen>{t('criterion.weight')} </Unseen>
          {weightText(contest, sheet, criterion)}
        </span>
        {isWritable ? (
          <DecimalField
            id={fieldId(criterion.id)}
            label={criterion.name}
            range={criterion}
            value={value}
            refuse={(text) => refusedValue(criterion, text)}
            onSave={(next) =>
              track(execute({ type: 'set-score', contestant: sheet.contestant, criterion: criterion.id, value: next }))
            }
            onUndo={undo}
            onFocus={() => onFocus(criterion.id)}
            onEnter={() => onEnter(criterion.id)}
            onUnsaved={(text) => setUnsaved(id, text === null ? null : `${criterion.name}: ${text}`)}
            describedBy={`${id}-rentang`}
            isLine={!isCurrent}
            controls={controls}
          />
        ) : (
          <p className={classes.lockedValue}>
            <Unseen>{t('table.value')} </Unseen>
            {value === null ? '–' : showDecimal(value)}
          </p>
        )}
        <Mark
          value={value}
          isSaid={isWritable && !isCurrent}
          isMissing={isMissing}
          needsNote={needsNote && note.trim() === ''}
          hasNote={note !== ''}
        />
      </div>
      <ConflictChoice contest={contest} sheet={sheet} criterion={criterion} track={track} />
      {isCurrent ? (
        <div className={classes.criterionMore}>
          <Levels criterion={criterion} value={value} onPropose={isWritable ? propose : null} />
          <div className={classes.criterionFoot}>
            <OwnValues sheet={sheet} criterion={criterion} value={value} />
            {isNoteShort ? noteField : null}
          </div>
        </div>
      ) : null}
      {!isNoteShort && (isCurrent || !isWritable || needsNote) ? noteField : null}
    </article>
  );

  function propose(level: string): void {
    controls.current?.propose(level);
    focusField(fieldId(criterion.id));
  }

  async function undo(what: 'typing' | 'saved'): Promise<void> {
    const said = (key: 'typing' | 'cleared' | 'none' | 'returned', of: string | null) => {
      const shown = of === null ? t('criterion.unscored') : showDecimal(of);
      setUndone({ value: of, text: t(`undo.${key}`, { value: shown }) });
    };
    if (what === 'typing') return said('typing', value);
    const field = { juror: sheet.juror, contestant: sheet.contestant, criterion: criterion.id };
    const previous = previousScore(latestEvents(), field);
    if (previous === undefined) return said('none', value);
    const { contestant } = sheet;
    const isSaved = await track(execute({ type: 'set-score', contestant, criterion: criterion.id, value: previous }));
    if (isSaved) said(previous === null ? 'cleared' : 'returned', previous);
  }
}

function State({ value, undone }: { readonly value: string | null; readonly undone: string | null }) {
  const { t } = useTranslation('scoring');
  const isPractice = useIsPractice();
  if (undone !== null) {
    return (
      <output className={classes.fieldState}>
        <Undo2 aria-hidden size="1.1em" /> {undone}
      </output>
    );
  }
  return (
    <output className={classes.fieldState}>
      {value === null ? null : <Check aria-hidden size="1.1em" />}
      {value === null
        ? t('criterion.unscored')
        : t(isPractice ? 'practice.given' : 'criterion.saved', { value: showDecimal(value) })}
    </output>
  );
}

/** A sign in every line, so that the eye finds what is left. */
function Mark({
  value,
  isSaid,
  isMissing,
  needsNote,
  hasNote,
}: {
  readonly value: string | null;
  /** The line of the current one says it in words, and a locked one its value. */
  readonly isSaid: boolean;
  readonly isMissing: boolean;
  readonly needsNote: boolean;
  readonly hasNote: boolean;
}) {
  const { t } = useTranslation('scoring');
  const isPractice = useIsPractice();
  const asks = needsNote || (isMissing && value === null);
  const saved =
    value === null
      ? t('criterion.unscored')
      : t(isPractice ? 'practice.given' : 'criterion.saved', { value: showDecimal(value) });
  return (
    <span className={classes.criterionMark} data-state={asks ? 'asks' : value === null ? 'open' : 'done'}>
      <Unseen>
        {needsNote ? t('criterion.noteMissing') : isSaid ? saved : ''} {hasNote ? t('criterion.hasNote') : ''}
      </Unseen>
      {hasNote ? <MessageSquareText aria-hidden size="1.1rem" /> : null}
      {asks ? <CircleAlert aria-hidden size="1.2rem" /> : null}
      {!asks && value === null ? <Circle aria-hidden size="1.1rem" /> : null}
      {!asks && value !== null ? <Check aria-hidden size="1.2rem" strokeWidth={3} /> : null}
    </span>
  );
}

function weightText(contest: Contest, sheet: ScoreSheet, criterion: Criterion): string {
  const isPercent = (sheet.rubric.weighting ?? setupOf(contest).rules.weighting) === 'percent';
  return isPercent ? `${showDecimal(criterion.weight)} %` : `× ${showDecimal(criterion.weight)}`;
}

function refusedValue(criterion: Criterion, value: string): string | null {
  const wrong = wrongValue(criterion, value);
  return wrong === null ? null : sayRefusal(words.refusals, wrong);
}
