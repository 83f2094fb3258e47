/** The foot of a sheet: the running total, the lock, and the way to the neighbours. */
import { Button } from '@mantine/core';
import { ArrowRight, ChevronLeft, ChevronRight, ClipboardCheck, Lock, TriangleAlert } from 'lucide-react';
import { memo, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { ContestantId, StageId } from '../../../shared/domain/ids.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { choiceId, focusField } from './fields.ts';
import { hasValues, isOpen, nextMeaning, nextOpen, type OwnContestant } from './own-sheets.ts';
import { useIsPractice } from './practice.tsx';
import classes from './scoring.module.css';
import { runningTotal, showPoints } from './sheet-total.ts';

interface SheetBarProperties {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
  readonly order: readonly OwnContestant[];
  readonly isWritable: boolean;
  readonly problem: string | null;
  readonly hasJustLocked: boolean;
  readonly lockButton: RefObject<HTMLButtonElement | null>;
  readonly onLock: () => void;
  readonly onGo: (contestant: ContestantId, stage?: StageId) => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

export const SheetBar = memo(function SheetBar(properties: SheetBarProperties) {
  const { contest, sheet, isWritable, problem, lockButton, onLock, onPrevious, onNext } = properties;
  const { t } = useTranslation('scoring');
  return (
    <div className={classes.bar}>
      {problem === null ? (
        <ConflictLine sheet={sheet} />
      ) : (
        <p className={classes.barProblem} role="alert">
          <TriangleAlert aria-hidden size="1.3rem" />
          <span>{problem}</span>
        </p>
      )}
      <div className={classes.barRow}>
        <Total contest={contest} sheet={sheet} />
        <div className={classes.barButtons}>
          <NeighbourButton direction="previous" onGo={onPrevious} />
          <NeighbourButton direction="next" onGo={onNext} />
          {isWritable ? (
            <Button ref={lockButton} size="md" leftSection={<Lock aria-hidden size="1.3rem" />} onClick={onLock}>
              {t('lock.button')}
            </Button>
          ) : (
            <NextSuggestion {...properties} />
          )}
        </div>
      </div>
    </div>
  );
});

/** Where the juror has to choose: the criterion may be far from what is being read. */
function ConflictLine({ sheet }: { readonly sheet: ScoreSheet }) {
  const { t } = useTranslation('scoring');
  const differing = sheet.rubric.criteria.filter((criterion) => sheet.conflicts.has(criterion.id));
  const [first] = differing;
  if (first === undefined) return null;
  return (
    <p className={classes.barProblem} role="alert">
      <TriangleAlert aria-hidden size="1.3rem" />
      <span>{t('conflict.where', { names: differing.map(({ name }) => name).join(', ') })}</span>
      <Button size="sm" variant="outline" color="red" onClick={() => focusField(choiceId(first.id))}>
        {t('conflict.go')}
      </Button>
    </p>
  );
}

function Total({ contest, sheet }: { readonly contest: Contest; readonly sheet: ScoreSheet }) {
  const { t } = useTranslation('scoring');
  if (!hasValues(sheet)) return null;
  const { total, scored, criteria, highest } = runningTotal(setupOf(contest).rules, sheet.rubric, sheet.values);
  const isPartial = scored < criteria;
  return (
    <p className={classes.total}>
      <span className={classes.totalLabel}>{isPartial ? t('total.provisional') : t('total.whole')}</span>{' '}
      <strong className={classes.totalNumber}>{scored === 0 ? '–' : showPoints(total)}</strong>{' '}
      <span className={classes.totalLabel}>
        {t('total.of', { highest: showPoints(highest) })}
        {isPartial ? ` · ${t('total.partial', { scored, criteria })}` : ''}
      </span>
    </p>
  );
}

function NeighbourButton({
  direction,
  onGo,
}: {
  readonly direction: 'previous' | 'next';
  readonly onGo: (() => void) | null;
}) {
  const { t } = useTranslation('scoring');
  const Icon = direction === 'previous' ? ChevronLeft : ChevronRight;
  return (
    <Button
      variant="default"
      size="md"
      px="sm"
      disabled={onGo === null}
      aria-label={t(`neighbour.${direction}`)}
      title={t(`neighbour.${direction}Keys`)}
      onClick={() => onGo?.()}
    >
      <Icon aria-hidden size="1.5rem" />
    </Button>
  );
}

/** After a lock the focus is here: Enter goes on. */
function NextSuggestion({ contest, sheet, order, hasJustLocked, onGo }: SheetBarProperties) {
  const { t } = useTranslation('scoring');
  const button = useRef<HTMLButtonElement>(null);
  const next = nextOpen(contest, order, sheet);
  const contestant = next === null ? undefined : findContestant(setupOf(contest), next.contestant);
  const isAllDone = order.every((own) => !own.sheets.some(isOpen));
  const isPractice = useIsPractice();

  useEffect(() => {
    if (hasJustLocked) button.current?.focus();
  }, [hasJustLocked]);

  if (isAllDone) {
    if (isPractice) return null;
    return (
      <Button component={Link} to="/pengesahan" size="md" leftSection={<ClipboardCheck aria-hidden size="1.3rem" />}>
        {t('next.signOff')}
      </Button>
    );
  }
  if (next === null || contestant === undefined) return null;
  return (
    <Button
      ref={button}
      size="md"
      className={classes.nextButton}
      title={contestantText(contestant)}
      rightSection={<ArrowRight aria-hidden size="1.3rem" />}
      onClick={() => onGo(next.contestant, next.stage)}
    >
      {t(`next.${nextMeaning(contest, order, sheet, next)}`, { contestant: contestantText(contestant) })}
    </Button>
  );
}
