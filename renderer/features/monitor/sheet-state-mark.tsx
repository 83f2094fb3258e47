/** The state of a sheet as sign and word, or where there is no room for words as a sign that the legend explains. */
import { Ban, CircleAlert, CircleDashed, Lock, Minus, PencilLine, UserX, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SheetState } from '../../../shared/domain/score-sheet.ts';
import classes from './board.module.css';

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

/** `words`: null: the sign alone; what stands around it says the word. */
export function SheetStateMark({ state, words }: { readonly state: SheetState; readonly words: string | null }) {
  const Icon = icons[state];
  return (
    <span className={classes.mark} data-state={state} data-sign={words === null ? state : undefined}>
      <Icon aria-hidden size="1.1em" />
      {words === null ? null : <span>{words}</span>}
    </span>
  );
}

export function StateLegend() {
  const { t } = useTranslation('monitor');
  return (
    <p className={classes.legend}>
      <strong>{t('grid.legend')}:</strong>
      {shownStates.map((state) => (
        <SheetStateMark key={state} state={state} words={t(`state.${state}`)} />
      ))}
    </p>
  );
}
