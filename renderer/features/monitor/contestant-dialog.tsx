/** How it stands with a contestant: waiting, done, withdrawn and so on. What takes it out of the ranking needs a reason. */
import { Button, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { lateLocks } from '../../../shared/domain/contest-problems.ts';
import {
  contestantStatusSchema,
  isRanked,
  type Contestant,
  type ContestantStatus,
} from '../../../shared/domain/setup/contest-file.ts';
import { limits } from '../../../shared/limits.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ChangesOf } from '../../contest/changes-of.tsx';
import { HistoryLink } from '../../contest/history-link.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';

export function ContestantDialog({
  contestant,
  onClose,
}: {
  readonly contestant: Contestant;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const [status, setStatus] = useState<ContestantStatus>(contestant.status);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isOutside = !isRanked({ status });
  const contest = useContest();
  const hasLateLocks = lateLocks(contest).some((late) => late.contestant === contestant.id);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = reason.trim();
    if (isOutside && text === '' && (status !== contestant.status || hasLateLocks)) return setMissing(true);
    const isDone = await execute({
      type: 'change-contestant-status',
      contestant: contestant.id,
      status,
      ...(text === '' ? {} : { reason: text }),
    });
    if (isDone) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t('contestant.title', { contestant: contestantText(contestant) })}>
      <ChangesOf contestant={contestant} />
      <HistoryLink of={{ contestant: contestant.id }}>{t('contestant.history')}</HistoryLink>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Radio.Group
            label={t('contestant.status')}
            value={status}
            onChange={(value) => setStatus(contestantStatusSchema.parse(value))}
          >
            <Stack gap="xs" mt="xs">
              {contestantStatusSchema.options.map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={t(`status.${each}`)}
                  data-autofocus={each === status || undefined}
                />
              ))}
            </Stack>
          </Radio.Group>
          {hasLateLocks ? <Text fw={600}>{t('problem.lockOutside')}</Text> : null}
          {isOutside ? <Text fw={600}>{t('contestant.outside')}</Text> : null}
          <Textarea
            label={t('contestant.reason')}
            withAsterisk={isOutside}
            error={isMissing ? t('contestant.reasonMissing') : undefined}
            maxLength={limits.reasonLength}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('contestant.cancel')}
            </Button>
            <Button type="submit">{t('contestant.save')}</Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}
