/** Two values of one juror from two laptops: both side by side with where and when; a person chooses. */
import { Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { factsKey, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { compareNumbers } from '../../../shared/lib/order.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { choiceId, fieldId, focusField } from './fields.ts';
import { useOrigin } from './origin.ts';
import classes from './scoring.module.css';
import type { Track } from './use-locking.ts';
import { showDecimal } from '../../messages/numbers.ts';

export function ConflictChoice({
  contest,
  sheet,
  criterion,
  track,
}: {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
  readonly criterion: Criterion;
  readonly track: Track;
}) {
  const { t } = useTranslation('scoring');
  const execute = useExecute();
  const originOf = useOrigin();
  if (!sheet.conflicts.has(criterion.id)) return null;
  const heads = contest.facts.get(factsKey(sheet.juror, sheet.contestant))?.scores.get(criterion.id)?.heads ?? [];
  const inTime = heads.toSorted((a, b) => compareNumbers(a.atMs, b.atMs));

  function choose(value: string | null): void {
    focusField(fieldId(criterion.id));
    void track(execute({ type: 'set-score', contestant: sheet.contestant, criterion: criterion.id, value }));
  }

  return (
    <fieldset className={classes.conflict}>
      <legend className={classes.conflictTitle}>
        <CircleAlert aria-hidden size="1.2em" /> {t('conflict.score')}
      </legend>
      <div className={classes.conflictValues}>
        {inTime.map((head, index) => (
          <div key={head.ref} className={classes.conflictValue}>
            <strong>{head.value === null ? t('conflict.empty') : showDecimal(head.value)}</strong>
            <span>{originOf(head)}</span>
            <Button
              {...(index === 0 ? { id: choiceId(criterion.id) } : {})}
              size="sm"
              variant="outline"
              onClick={() => choose(head.value)}
            >
              {head.value === null ? t('conflict.useEmpty') : t('conflict.use', { value: showDecimal(head.value) })}
            </Button>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
