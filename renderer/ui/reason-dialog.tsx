/** Asks for the reason of something that a later reader will want explained. Not confirmed without one. */
import { Alert, Button, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { DialogFoot } from './dialog-foot.tsx';

interface ReasonDialogProperties {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen. */
  readonly children?: ReactNode;
  readonly label?: string;
  readonly confirmLabel: string;
  readonly tone?: 'normal' | 'danger';
  readonly busy?: boolean;
  /** What is still to be done before it can be confirmed, beside the reason. */
  readonly open?: string | null;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

export function ReasonDialog(properties: ReasonDialogProperties) {
  const { opened, title, onCancel } = properties;
  return (
    <Modal opened={opened} onClose={onCancel} title={title}>
      <ReasonForm {...properties} />
    </Modal>
  );
}

/** Lives as long as the dialog is open: every opening begins with an empty reason. */
function ReasonForm({
  children,
  label,
  confirmLabel,
  tone = 'normal',
  busy = false,
  open = null,
  onConfirm,
  onCancel,
}: ReasonDialogProperties) {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isAsked, setAsked] = useState(false);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const text = reason.trim();
    setMissing(text === '');
    setAsked(true);
    if (text !== '' && open === null) onConfirm(text);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {children}
        <Textarea
          data-autofocus
          label={label ?? t('reason.label')}
          description={t('reason.hint')}
          error={isMissing ? t('reason.missing') : undefined}
          withAsterisk
          autosize
          minRows={2}
          maxLength={limits.reasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {isAsked && open !== null ? (
          <Alert color="red" role="alert">
            {open}
          </Alert>
        ) : null}
        <DialogFoot>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" color={tone === 'danger' ? 'red' : 'teal'} loading={busy}>
            {confirmLabel}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
