/** What the heights of a score mean. A press on a level puts its number into the field; the one that is reached is marked. */
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { showDecimal } from '../../messages/numbers.ts';
import { levelsOf, reachedLevel } from './levels.ts';
import classes from './scoring.module.css';

interface LevelsProperties {
  readonly criterion: Criterion;
  readonly value: string | null;
  /** Null: they are only read. */
  readonly onPropose: ((score: string) => void) | null;
}

export function Levels({ criterion, value, onPropose }: LevelsProperties) {
  const { t } = useTranslation('scoring');
  const levels = levelsOf(criterion);
  if (levels.length === 0) return null;
  const reached = reachedLevel(levels, value);
  return (
    <ul className={classes.levels} aria-label={t('criterion.levels')}>
      {levels.map((level) => {
        const isReached = level === reached;
        const text = (
          <>
            <span className={classes.levelScore}>
              {isReached ? <ChevronRight aria-hidden size="1em" strokeWidth={3} /> : null}
              {showDecimal(level.score)}
            </span>
            <span>{level.text}</span>
          </>
        );
        return (
          <li key={level.score} aria-current={isReached ? 'true' : undefined}>
            {onPropose === null ? (
              <span className={classes.level}>{text}</span>
            ) : (
              <button
                type="button"
                className={classes.level}
                // The number keys are quicker on a keyboard; Tab goes from field to field.
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPropose(level.score)}
              >
                {text}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
