/** A sheet that was locked while its group had another name: meant for it all the same, or the juror looks again. Always with the reason. */
import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest, type Named } from '../../../shared/domain/contest.ts';
import { lockedUnderOtherName } from '../../../shared/domain/contest-problems.ts';
import type { ContestantId, JurorId, StageId } from '../../../shared/domain/ids.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';

export function OtherNameDialog({
  contest,
  place,
  title,
  onClose,
}: {
  readonly contest: Contest;
  readonly place: { readonly juror: JurorId; readonly contestant: ContestantId; readonly stage: StageId };
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const [choice, setChoice] = useState<'same' | 'reopen' | null>(null);
  const { juror, contestant, stage } = place;
  const before = lockedUnderOtherName(contest, juror, contestant, stage);
  const now = findContestant(setupOf(contest), contestant);

  async function decide(reason: string): Promise<void> {
    if (choice === null) return;
    const isDone = await execute({
      type: choice === 'same' ? 'record-former-name' : 'reopen-sheet',
      juror,
      contestant,
      stage,
      reason,
    });
    if (isDone) onClose();
  }

  return (
    <ReasonDialog
      opened
      title={title}
      confirmLabel={t('otherName.save')}
      open={choice === null ? t('otherName.missing') : null}
      onCancel={onClose}
      onConfirm={(reason) => void decide(reason)}
    >
      <Text>
        {t('otherName.text', {
          before: before === null ? '–' : nameAndUnit(before),
          now: now === undefined ? '–' : nameAndUnit(now),
        })}
      </Text>
      <Radio.Group
        label={t('otherName.question')}
        value={choice}
        onChange={(value) => setChoice(value === 'same' ? 'same' : 'reopen')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="same" label={t('otherName.same')} description={t('otherName.sameHint')} />
          <Radio value="reopen" label={t('otherName.reopen')} description={t('otherName.reopenHint')} />
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}

function nameAndUnit({ name, unit }: Named): string {
  return unit === undefined || unit === '' ? name : `${name} · ${unit}`;
}
