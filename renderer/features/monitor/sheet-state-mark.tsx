/**
 * The state of a sheet as sign and word, or where there is no room for words as a sign that the legend explains. The signs are
 * masks of the style sheet (`signs/`, of Lucide): the board has hundreds of them, and one more element in each is felt.
 */
import { useTranslation } from 'react-i18next';
import type { SheetState } from '../../../shared/domain/score-sheet.ts';
import classes from './board.module.css';

const shownStates: readonly SheetState[] = ['pending', 'draft', 'locked', 'recused', 'absent', 'conflict'];

/** `words`: null: the sign alone; what stands around it says the word. */
export function SheetStateMark({ state, words }: { readonly state: SheetState; readonly words: string | null }) {
  return (
    <span className={classes.mark} data-state={state} data-sign={words === null ? state : undefined}>
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
