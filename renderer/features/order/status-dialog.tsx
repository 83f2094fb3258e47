/** A group stays away, comes back, or performs without being judged: the new state and why. */
import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contestant } from '../../../shared/domain/contest-file.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

const statuses = ['waiting', 'performed', 'withdrawn', 'no-show', 'disqualified', 'exhibition'] as const;
type Status = (typeof statuses)[number];

export function StatusDialog({
  contestant,
  onClose,
}: {
  readonly contestant: Contestant;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('order');
  const execute = useExecute();
  const choices = statuses.filter((status) => status !== contestant.status);
  const [status, setStatus] = useState<Status>(choices.includes('withdrawn') ? 'withdrawn' : 'waiting');
  const [isBusy, setBusy] = useState(false);

  async function save(reason: string): Promise<void> {
    setBusy(true);
    const isSaved = await execute({
      type: 'change-contestant-status',
      contestant: contestant.id,
      status,
      reason,
    });
    setBusy(false);
    if (isSaved) onClose();
  }

  return (
    <ReasonDialog
      opened
      title={t('statusTitle', { name: contestantText(contestant) })}
      confirmLabel={t('saveStatus')}
      busy={isBusy}
      onCancel={onClose}
      onConfirm={(reason) => void save(reason)}
    >
      <Radio.Group
        size="md"
        label={t('statusLabel')}
        value={status}
        onChange={(value) => setStatus(choices.find((each) => each === value) ?? status)}
      >
        <Stack gap="xs" mt="xs">
          {choices.map((each) => (
            <Radio
              key={each}
              size="md"
              value={each}
              label={t(`status.${each}`)}
              description={t(`statusHint.${each}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}
