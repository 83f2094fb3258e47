/** [D25] A short line to one juror or to all, and which of the earlier ones have been seen. */
import { Button, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { Check, Clock, Send } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isSeen } from '../../../shared/domain/correspondence.ts';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { limits } from '../../../shared/limits.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { dateFormat } from '../../messages/language.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import classes from './monitor.module.css';

const clock = dateFormat({ hour: '2-digit', minute: '2-digit' });
/** Earlier ones are in the history. */
const mostShown = 20;
const everybody = '';

export function MessagesDialog({ contest, onClose }: { readonly contest: Contest; readonly onClose: () => void }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const { jurors } = setupOf(contest);
  const [to, setTo] = useState(everybody);
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === '') return setMissing(true);
    setBusy(true);
    let isSent = true;
    for (const juror of jurors.filter(({ id }) => to === everybody || id === to)) {
      isSent = (await execute({ type: 'send-message', to: juror.id, text: text.trim() })) && isSent;
    }
    setBusy(false);
    if (isSent) setText('');
  }

  return (
    <Modal opened onClose={onClose} size="lg" title={t('message.title')}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack>
          <NativeSelect
            data-autofocus
            size="md"
            label={t('message.to')}
            value={to}
            data={[
              { value: everybody, label: t('message.all') },
              ...jurors.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Textarea
            size="md"
            label={t('message.text')}
            description={t('message.textHint')}
            autosize
            minRows={2}
            maxLength={limits.reasonLength}
            value={text}
            error={isMissing ? t('message.missing') : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setMissing(false);
            }}
          />
          <Sent contest={contest} />
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('message.close')}
            </Button>
            <Button type="submit" loading={isBusy} leftSection={<Send aria-hidden size="1.1rem" />}>
              {t('message.send')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}

function Sent({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const { jurors } = setupOf(contest);
  const sent = contest.messages.toSorted((a, b) => b.atMs - a.atMs).slice(0, mostShown);
  if (sent.length === 0) return null;
  return (
    <section aria-labelledby="pesan-terkirim">
      <h3 className={classes.sentTitle} id="pesan-terkirim">
        {t('message.sent')}
      </h3>
      <ul className={classes.sent}>
        {sent.map((message) => (
          <li key={message.ref}>
            <span>
              {clock.format(message.atMs)} <strong>{jurors.find(({ id }) => id === message.value.to)?.name}</strong>:{' '}
              {message.value.text}
            </span>
            {isSeen(contest, message) ? (
              <StatusBadge icon={Check} tone="good" label={t('message.seen')} />
            ) : (
              <StatusBadge icon={Clock} tone="warm" label={t('message.unseen')} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
