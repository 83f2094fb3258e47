/** A juror locked while it was recorded that this juror does not count there: which of the two counts, and why. */
import { Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exemptionOf, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { HistoryLink } from '../../contest/history-link.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { SheetStateMark } from './sheet-state-mark.tsx';

export function DisputedDialog({
  contest,
  sheet: { juror, contestant, stage, disputed },
  title,
  onClose,
}: {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const [counts, setCounts] = useState<'lock' | 'exemption' | null>(null);
  const [isMissing, setMissing] = useState(false);
  const kind = disputed ?? 'absences';
  const reason = exemptionOf(contest, kind, juror, contestant, stage)?.value.reason ?? '';
  const stageName = setupOf(contest).stages.find((each) => each.id === stage)?.name ?? stage;

  async function settle(why: string): Promise<void> {
    if (counts === null) return setMissing(true);
    const isDone = await execute({ type: 'settle-sheet', juror, contestant, stage, counts, reason: why });
    if (isDone) onClose();
  }

  return (
    <ReasonDialog
      opened
      title={title}
      confirmLabel={t('disputed.save')}
      onCancel={onClose}
      onConfirm={(why) => void settle(why)}
    >
      <Group gap="sm">
        <Text fw={600}>{t('sheet.stage', { stage: stageName })}</Text>
        <SheetStateMark state="conflict" words={t('state.conflict')} />
      </Group>
      <Text>{t(`disputed.${kind}`, { reason })}</Text>
      <Text>{t('disputed.meanwhile')}</Text>
      <HistoryLink of={{ juror, contestant }}>{t('sheet.history')}</HistoryLink>
      <Radio.Group
        label={t('disputed.question')}
        value={counts}
        error={isMissing ? t('disputed.missing') : undefined}
        onChange={(value) => {
          setCounts(value === 'lock' ? 'lock' : 'exemption');
          setMissing(false);
        }}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="lock" label={t('disputed.lock')} description={t('disputed.lockHint')} data-autofocus />
          <Radio value="exemption" label={t(`disputed.${kind}Count`)} description={t('disputed.exemptionHint')} />
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}
