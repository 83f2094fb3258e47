/** Up, down, remove: for every list of the setup the same, by mouse, finger and keyboard. */
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';

export function ItemButtons({
  id,
  index,
  count,
  name,
  onMove,
  onRemove,
  removable = true,
}: {
  /** The buttons' ids are `<id>-<index>-up` and so on, so that the focus can follow a moved item. */
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly name: string;
  readonly onMove?: (to: number, focus: string) => void;
  readonly onRemove: (focus: string) => void;
  readonly removable?: boolean;
}) {
  const { t } = useTranslation('setup');
  const { locked } = useSetupForm();
  const button = (at: number, which: 'up' | 'down' | 'remove') => `${id}-${at}-${which}`;
  /** At the end of the list the button that was pressed is disabled: the focus goes to its neighbour. */
  const focusUp = (to: number) => button(to, to === 0 ? 'down' : 'up');
  const focusDown = (to: number) => button(to, to === count - 1 ? 'up' : 'down');
  if (locked) return null;
  return (
    <span className={classes.buttons}>
      {onMove === undefined ? null : (
        <>
          <button
            type="button"
            id={button(index, 'up')}
            className={classes.icon}
            aria-label={t('up', { name })}
            data-repeatable
            disabled={index === 0}
            onClick={() => onMove(index - 1, focusUp(index - 1))}
          >
            <ArrowUp aria-hidden size="1.2rem" />
          </button>
          <button
            type="button"
            id={button(index, 'down')}
            className={classes.icon}
            aria-label={t('down', { name })}
            data-repeatable
            disabled={index === count - 1}
            onClick={() => onMove(index + 1, focusDown(index + 1))}
          >
            <ArrowDown aria-hidden size="1.2rem" />
          </button>
        </>
      )}
      <button
        type="button"
        id={button(index, 'remove')}
        className={classes.icon}
        aria-label={t('remove', { name })}
        disabled={!removable}
        onClick={() => onRemove(count > 1 ? button(Math.min(index, count - 2), 'remove') : `${id}-tambah`)}
      >
        <Trash2 aria-hidden size="1.2rem" />
      </button>
    </span>
  );
}
