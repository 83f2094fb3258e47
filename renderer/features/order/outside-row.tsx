/** A group that is not judged now, with the reason that was given last. */
import { Pencil, UserCog } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import { useEvents } from '../../contest/hooks.tsx';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { StatusOf } from './contestant-status.tsx';
import classes from './order.module.css';

export function OutsideRow({
  contestant,
  onEdit,
  onStatus,
}: {
  readonly contestant: Contestant;
  readonly onEdit: () => void;
  readonly onStatus: () => void;
}) {
  const { t } = useTranslation('order');
  const reason = useLastReason(contestant.id);
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <ContestantName contestant={contestant} size="row" />
        {reason === null ? null : (
          <span className={classes.detail} title={reason}>
            {reason}
          </span>
        )}
      </span>
      <StatusOf status={contestant.status} />
      <span className={classes.buttons}>
        <button
          type="button"
          className={classes.icon}
          aria-label={t('edit', { name: contestant.name })}
          onClick={onEdit}
        >
          <Pencil aria-hidden size="1.1rem" />
        </button>
        <button
          type="button"
          className={classes.icon}
          aria-label={t('changeStatus', { name: contestant.name })}
          onClick={onStatus}
        >
          <UserCog aria-hidden size="1.2rem" />
        </button>
      </span>
    </li>
  );
}

function useLastReason(contestant: ContestantId): string | null {
  const last = useEvents().findLast(
    ({ event }) => event.type === 'contestant-status-changed' && event.contestant === contestant,
  );
  return last?.event.type === 'contestant-status-changed' ? (last.event.reason ?? null) : null;
}
