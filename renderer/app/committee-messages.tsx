/** [D25] What the committee says to this juror: stands on every screen of the seat until it is pressed away, which the committee sees. */
import { Button } from '@mantine/core';
import { MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unseenMessages } from '../../shared/domain/correspondence.ts';
import type { JurorId } from '../../shared/domain/ids.ts';
import { useContest, useExecute } from '../contest/hooks.tsx';
import classes from './frame.module.css';

export function CommitteeMessages({ seat }: { readonly seat: JurorId }) {
  const { t } = useTranslation('app');
  const execute = useExecute();
  const messages = unseenMessages(useContest(), seat);
  if (messages.length === 0) return null;
  return (
    <section aria-label={t('message.label')} role="alert">
      {messages.map(({ ref, value }) => (
        <div key={ref} className={classes.message}>
          <MessageSquare aria-hidden size="1.3rem" />
          <p>
            {t('message.from')} <strong>{value.text}</strong>
          </p>
          <Button size="sm" onClick={() => void execute({ type: 'see-message', message: ref })}>
            {t('message.seen')}
          </Button>
        </div>
      ))}
    </section>
  );
}
