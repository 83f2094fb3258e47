/**
 * For whoever is read to: that the value of a field that was left is saved, and the total once the sheet is whole. The field in hand
 * speaks for itself; a sum of half a sheet with every number would only be in the way.
 */
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { showDecimal } from '../../messages/numbers.ts';
import { useIsPractice } from './practice.tsx';
import classes from './scoring.module.css';
import { runningTotal, showPoints } from './sheet-total.ts';

export const Aloud = memo(function Aloud({
  contest,
  sheet,
  current,
}: {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
  /** The field in hand; null: none can be written. */
  readonly current: CriterionId | null;
}) {
  const { t } = useTranslation('scoring');
  const isPractice = useIsPractice();
  const before = useRef(sheet.values);
  const [said, setSaid] = useState('');
  const { rules } = setupOf(contest);

  useEffect(() => {
    const earlier = before.current;
    before.current = sheet.values;
    const changed = sheet.rubric.criteria.filter(({ id }) => sheet.values.get(id) !== earlier.get(id));
    if (changed.length === 0) return;
    const left = changed.filter(({ id }) => id !== current);
    const saved = left.map(({ id, name }) => {
      const value = sheet.values.get(id);
      if (value === undefined) return t('aloud.cleared', { name });
      return t(isPractice ? 'aloud.practised' : 'aloud.saved', { name, value: showDecimal(value) });
    });
    const { total, scored, criteria, highest } = runningTotal(rules, sheet.rubric, sheet.values);
    const whole = `${t('total.whole')} ${showPoints(total)} ${t('total.of', { highest: showPoints(highest) })}`;
    const sum = scored === criteria ? [whole] : left.length > 0 ? [t('total.partial', { scored, criteria })] : [];
    setSaid([...saved, ...sum].join('. '));
  }, [sheet, current, rules, t, isPractice]);

  return <output className={classes.unseen}>{said}</output>;
});
