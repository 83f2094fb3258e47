/** What the heights of a score mean; the level that is reached is marked by a sign, bold text and a frame. */
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { levelsOf, reachedLevel } from './levels.ts';
import classes from './scoring.module.css';
import { showDecimal } from '../../messages/numbers.ts';

/** Letters of a level that may stand beside others on one line. */
const shortLength = 16;

export function Descriptors({ criterion, value }: { readonly criterion: Criterion; readonly value: string | null }) {
  const { t } = useTranslation('scoring');
  const levels = levelsOf(criterion);
  if (levels.length === 0) return null;
  const isShort = levels.every((level) => level.text.length <= shortLength);
  const reached = reachedLevel(levels, value);
  return (
    <ul className={classes.levels} data-short={isShort} aria-label={t('criterion.levels')}>
      {levels.map((level) => (
        <li key={level.score} className={classes.level} aria-current={level === reached ? 'true' : undefined}>
          <span className={classes.levelSign}>
            {level === reached ? <ChevronRight aria-hidden size="1.1em" strokeWidth={3} /> : null}
          </span>
          <span className={classes.levelScore}>{showDecimal(level.score)}</span>
          <span>{level.text}</span>
        </li>
      ))}
    </ul>
  );
}
