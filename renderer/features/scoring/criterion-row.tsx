/** One criterion: what is asked, what the levels mean, the number, the own other numbers, and a note. */
import { Check, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { wrongValue } from '../../../shared/domain/facts/decide-seat.ts';
import { sayRefusal } from '../../../shared/say/refusals.ts';
import { useExecute, useLatestEvents } from '../../contest/hooks.tsx';
import { previousScore } from '../../contest/saved-history.ts';
import { words } from '../../messages/words.ts';
import { DecimalField } from '../../ui/decimal-field.tsx';
import { useLeaveGuard } from '../../ui/leave-guard.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { Descriptors } from './descriptors.tsx';
import { fieldId, rowId } from './fields.ts';
import { NoteField } from './note-field.tsx';
import classes from './scoring.module.css';
import type { Track } from './use-locking.ts';
import { showDecimal } from '../../messages/numbers.ts';

interface CriterionRowProperties {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
  /** The juror's sheets of the same rubric, in performance order. */
  readonly others: readonly ScoreSheet[];
  readonly criterion: Criterion;
  readonly isWritable: boolean;
  readonly isMissing: boolean;
  readonly track: Track;
  readonly onFocus: () => void;
  readonly onEnter: () => void;
}

/** So many of the own other values stand beside a field: the latest ones. The table below the sheet has all totals. */
const mostOthers = 10;

export function CriterionRow(properties: CriterionRowProperties) {
  const { contest, sheet, others, criterion, isWritable, isMissing, track, onFocus, onEnter } = properties;
  const { t } = useTranslation('scoring');
  const execute = useExecute();
  const latestEvents = useLatestEvents();
  const { setUnsaved } = useLeaveGuard();
  /** What an undo brought back, said as long as it stands. */
  const [undone, setUndone] = useState<{ readonly value: string | null; readonly text: string } | null>(null);
  const { rules } = setupOf(contest);
  const value = sheet.values.get(criterion.id) ?? null;
  const isPercent = (sheet.rubric.weighting ?? rules.weighting) === 'percent';
  const id = rowId(criterion.id);
  const Heading = criterion.aspect === undefined ? 'h2' : 'h3';
  return (
    <article className={classes.criterion} id={id} data-row data-missing={isMissing && value === null}>
      <div className={classes.criterionText}>
        <Heading className={classes.criterionName}>{criterion.name}</Heading>
        <p className={classes.criterionRange} id={`${id}-rentang`}>
          {t(isPercent ? 'criterion.percent' : 'criterion.factor', { weight: showDecimal(criterion.weight) })}
          {' · '}
          {t('criterion.range', { min: showDecimal(criterion.min), max: showDecimal(criterion.max) })}
          {/^0\.0*1$/.test(criterion.step) ? '' : ` · ${t('criterion.step', { step: showDecimal(criterion.step) })}`}
        </p>
      </div>
      <div className={classes.criterionField}>
        <ConflictChoice contest={contest} sheet={sheet} criterion={criterion} track={track} />
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
            onEnter={onEnter}
            onFocus={onFocus}
            onUnsaved={(text) => setUnsaved(id, text === null ? null : `${criterion.name}: ${text}`)}
            describedBy={`${id}-rentang`}
          />
        ) : (
          <p className={classes.lockedValue}>{value === null ? '–' : showDecimal(value)}</p>
        )}
        <div className={classes.fieldFoot}>
          {isWritable ? (
            <output className={classes.fieldState}>
              {undone?.value === value ? (
                <>
                  <Undo2 aria-hidden size="1.1em" /> {undone.text}
                </>
              ) : (
                <>
                  {value === null ? null : <Check aria-hidden size="1.1em" />}
                  {value === null ? t('criterion.unscored') : t('criterion.saved', { value: showDecimal(value) })}
                </>
              )}
            </output>
          ) : null}
          <NoteField contest={contest} sheet={sheet} criterion={criterion} isWritable={isWritable} track={track} />
        </div>
      </div>
      <div className={classes.criterionMore}>
        <Descriptors criterion={criterion} value={value} />
        <OwnOthers contest={contest} others={others} criterion={criterion} />
      </div>
    </article>
  );

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

/** The juror's own values for the others, for an even hand. */
function OwnOthers({
  contest,
  others,
  criterion,
}: {
  readonly contest: Contest;
  readonly others: readonly ScoreSheet[];
  readonly criterion: Criterion;
}) {
  const { t } = useTranslation('scoring');
  const setup = setupOf(contest);
  const values = others.flatMap((other) => {
    const value = other.values.get(criterion.id);
    const contestant = findContestant(setup, other.contestant);
    return value === undefined || contestant === undefined ? [] : [{ contestant, value, atMs: other.changedAtMs ?? 0 }];
  });
  if (values.length === 0) return null;
  const latest = new Set(values.toSorted((a, b) => b.atMs - a.atMs).slice(0, mostOthers));
  return (
    <p className={classes.ownOthers}>
      {t('criterion.others')}{' '}
      {values
        .filter((each) => latest.has(each))
        .map(({ contestant, value }) => (
          <span key={contestant.id} className={classes.ownOther} title={contestant.name}>
            {t('criterion.other', { number: contestant.number ?? contestant.name })} <b>{showDecimal(value)}</b>
          </span>
        ))}
    </p>
  );
}

function refusedValue(criterion: Criterion, value: string): string | null {
  const wrong = wrongValue(criterion, value);
  return wrong === null ? null : sayRefusal(words.refusals, wrong);
}
