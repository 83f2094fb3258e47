/** Values that fit no sheet any more: the group comes back with them, or they are set aside, always with the reason. */
import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ContestProblem } from '../../../shared/domain/contest-problems.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';

export function StrayDialog({
  contest,
  problem: { juror, contestant },
  title,
  onClose,
}: {
  readonly contest: Contest;
  readonly problem: Extract<ContestProblem, { type: 'stray-values' }>;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const isThere = findContestant(setupOf(contest), contestant) !== undefined;
  const gone = isThere ? undefined : contest.removed.get(contestant);
  const [choice, setChoice] = useState<'back' | 'aside'>(gone === undefined ? 'aside' : 'back');

  async function decide(reason: string): Promise<void> {
    const isDone = await execute(
      choice === 'back' && gone !== undefined
        ? { type: 'change-contestants', addCategories: [], put: [{ ...gone, number: null }], removed: [], reason }
        : { type: 'set-sheets-aside', juror, contestant, reason },
    );
    if (isDone) onClose();
  }

  return (
    <ReasonDialog
      opened
      title={title}
      confirmLabel={t('stray.save')}
      onCancel={onClose}
      onConfirm={(reason) => void decide(reason)}
    >
      <Text>{t('problem.strayValues')}</Text>
      {gone === undefined ? (
        <Text>{t('stray.hint')}</Text>
      ) : (
        <Radio.Group
          label={t('stray.question')}
          value={choice}
          onChange={(value) => setChoice(value === 'back' ? 'back' : 'aside')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="back" label={t('stray.back', { name: gone.name })} description={t('stray.backHint')} />
            <Radio value="aside" label={t('stray.aside')} description={t('stray.asideHint')} />
          </Stack>
        </Radio.Group>
      )}
    </ReasonDialog>
  );
}
