/** The state of a sheet as sign, word or letter; the legend says what the letters mean. */
import { Ban, CircleAlert, CircleDashed, Lock, Minus, PencilLine, UserX, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SheetState } from '../../../shared/domain/score-sheet.ts';
import classes from './monitor.module.css';

const icons: Readonly<Record<SheetState, LucideIcon>> = {
  pending: CircleDashed,
  draft: PencilLine,
  locked: Lock,
  recused: Ban,
  absent: UserX,
  conflict: CircleAlert,
  'not-judged': Minus,
};

const shownStates: readonly SheetState[] = ['pending', 'draft', 'locked', 'recused', 'absent', 'conflict'];

export function SheetStateMark({ state, isShort }: { readonly state: SheetState; readonly isShort: boolean }) {
  const { t } = useTranslation('monitor');
  const Icon = icons[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Icon aria-hidden size="1.1em" />
      {t(isShort ? `letter.${state}` : `state.${state}`)}
    </span>
  );
}

export function StateLegend() {
  const { t } = useTranslation('monitor');
  return (
    <p className={classes.legend}>
      <strong>{t('grid.legend')}:</strong>
      {shownStates.map((state) => (
        <span key={state} className={classes.legendItem}>
          <SheetStateMark state={state} isShort />
          {t(`state.${state}`)}
        </span>
      ))}
    </p>
  );
}
