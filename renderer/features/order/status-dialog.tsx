/** A group stays away, comes back, or performs without being judged: the state it has, the new one, and why. */
import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import classes from './order.module.css';

const statuses = ['waiting', 'performed', 'withdrawn', 'no-show', 'disqualified', 'exhibition'] as const;

export function StatusDialog({
  contestant,
  onClose,
}: {
  readonly contestant: Contestant;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('order');
  const execute = useExecute();
  const [chosen, setChosen] = useState<string>(contestant.status);
  const [isUnchanged, setUnchanged] = useState(false);
  const [isBusy, setBusy] = useState(false);

  async function save(reason: string): Promise<void> {
    const status = statuses.find((each) => each === chosen);
    if (status === undefined || status === contestant.status) return setUnchanged(true);
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
        description={t('statusNow', { status: t(`status.${contestant.status}`) })}
        error={isUnchanged ? t('statusUnchanged') : undefined}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setUnchanged(false);
        }}
      >
        <div className={classes.statuses}>
          {statuses.map((each) => (
            <Radio
              key={each}
              size="md"
              value={each}
              // What is asked first is which, not why.
              data-autofocus={each === contestant.status || undefined}
              label={t(`status.${each}`)}
              description={t(`statusHint.${each}`)}
            />
          ))}
        </div>
      </Radio.Group>
    </ReasonDialog>
  );
}
