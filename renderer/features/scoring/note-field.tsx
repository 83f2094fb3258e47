/** A note on a criterion or on the whole sheet: folded away until it is wanted or asked for; saved like the numbers. */
import { Button, Textarea } from '@mantine/core';
import { MessageSquarePlus } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import type { ContestantId, CriterionId, JurorId, StageId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { useExecute, useLatestEvents } from '../../contest/hooks.tsx';
import { previousNote } from '../../contest/saved-history.ts';
import { saveAfterMs } from '../../ui/decimal-field.tsx';
import { isHistoryChange, undoKey } from '../../ui/field-undo.ts';
import { useUnsaved } from '../../ui/leave-guard.tsx';
import { focusField, noteId } from './fields.ts';
import classes from './scoring.module.css';
import { asksForNote, type Track } from './use-locking.ts';
import { useSaid } from '../../messages/language.ts';
import { showDecimal } from '../../messages/numbers.ts';

interface NoteFieldProperties {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
  /** Null: the whole sheet. */
  readonly criterion: Criterion | null;
  readonly isWritable: boolean;
  readonly track: Track;
}

export const NoteField = memo(function NoteField({
  contest,
  sheet,
  criterion,
  isWritable,
  track,
}: NoteFieldProperties) {
  const { t } = useTranslation('scoring');
  const [isOpened, setOpened] = useState(false);
  const saved = noteOf(contest, sheet.juror, sheet.contestant, sheet.stage, criterion?.id ?? null);
  const isAsked = criterion !== null && asksForNote(sheet, criterion);
  const id = noteId(criterion?.id ?? null);
  const label = criterion === null ? t('note.sheet') : t('note.criterion', { name: criterion.name });
  if (!isWritable) {
    return saved === '' ? null : (
      <p className={classes.lockedNote}>
        {criterion === null ? t('note.sheet') : t('note.short')}: {saved}
      </p>
    );
  }
  if (!isOpened && !isAsked && saved === '') {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<MessageSquarePlus aria-hidden size="1.1rem" />}
        aria-label={t('note.write', { name: label })}
        onClick={() => setOpened(true)}
      >
        {criterion === null ? t('note.sheet') : t('note.short')}
      </Button>
    );
  }
  return (
    <NoteText
      id={id}
      label={label}
      shortLabel={criterion === null ? t('note.sheet') : t('note.short')}
      hint={isAsked ? t('note.asked', { bound: showDecimal(criterion.noteBelow ?? '') }) : undefined}
      isAsked={isAsked && saved.trim() === ''}
      saved={saved}
      takesFocus={isOpened}
      onUndo={() => setOpened(true)}
      note={{
        juror: sheet.juror,
        contestant: sheet.contestant,
        stage: sheet.stage,
        criterion: criterion?.id ?? null,
      }}
      track={track}
    />
  );
});

function NoteText({
  id,
  label,
  shortLabel,
  hint,
  isAsked,
  saved,
  takesFocus,
  onUndo,
  note,
  track,
}: {
  readonly id: string;
  readonly label: string;
  readonly shortLabel: string;
  readonly hint: string | undefined;
  readonly isAsked: boolean;
  readonly saved: string;
  readonly takesFocus: boolean;
  /** The field stays, even if nothing is left in it. */
  readonly onUndo: () => void;
  readonly note: {
    readonly juror: JurorId;
    readonly contestant: ContestantId;
    readonly stage: StageId;
    readonly criterion: CriterionId | null;
  };
  readonly track: Track;
}) {
  const { t } = useTranslation('scoring');
  const latestEvents = useLatestEvents();
  const { contestant, stage, criterion } = note;
  const [undone, setUndone] = useSaid<string>();
  /** When the person came to the field: so far the browser's own undo goes back. */
  const atFocus = useRef(saved);
  const execute = useExecute();
  const [typed, setTyped] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  useUnsaved(id, isRefused ? `${label}: ${typed ?? ''}` : null);
  const timer = useRef<number | undefined>(undefined);
  const save = useRef<() => void>(() => undefined);

  useEffect(() => {
    save.current = () => {
      window.clearTimeout(timer.current);
      if (typed === null || typed === saved) return;
      void track(execute({ type: 'set-note', contestant, stage, criterion, text: typed })).then((isSaved) =>
        setRefused(!isSaved),
      );
    };
  });
  useEffect(() => {
    if (takesFocus) focusField(id);
  }, [takesFocus, id]);
  useEffect(() => () => save.current(), []);

  async function undo(): Promise<void> {
    window.clearTimeout(timer.current);
    onUndo();
    const previous = previousNote(latestEvents(), note);
    if (previous === undefined) return setUndone(t('undo.noteNone'));
    if (!(await track(execute({ type: 'set-note', contestant, stage, criterion, text: previous })))) return;
    atFocus.current = previous;
    setTyped(null);
    setUndone(t(previous === '' ? 'undo.noteCleared' : 'undo.noteReturned'));
  }

  return (
    <Textarea
      id={id}
      className={classes.note}
      data-own-undo
      label={shortLabel}
      aria-label={label}
      description={undone === null ? hint : <output>{undone}</output>}
      required={isAsked}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={limits.noteLength}
      value={typed ?? saved}
      onFocus={() => (atFocus.current = typed ?? saved)}
      onKeyDown={(event) => {
        const way = undoKey(event);
        if (way !== 'undo' || (typed ?? saved) !== atFocus.current) return;
        event.preventDefault();
        void undo();
      }}
      onChange={(event) => {
        // The browser's undo of another field's key.
        if (isHistoryChange(event.nativeEvent) && document.activeElement !== event.currentTarget) return;
        setUndone(null);
        setRefused(false);
        setTyped(event.currentTarget.value);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => save.current(), saveAfterMs);
      }}
      onBlur={() => save.current()}
    />
  );
}
