/** Contestants of the contest that the list no longer holds, and what becomes of them: nothing, unless a person says so. */
import { Radio, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import classes from './import.module.css';

const choices = ['keep', 'withdraw', 'remove'] as const;
type Choice = (typeof choices)[number];

export function GoneContestants({
  gone,
  choice,
  disabled,
  onChange,
}: {
  readonly gone: readonly Contestant[];
  readonly choice: Choice;
  readonly disabled: boolean;
  readonly onChange: (choice: Choice) => void;
}) {
  const { t } = useTranslation('import');
  if (gone.length === 0) return null;
  return (
    <Stack className={classes.card} gap="sm">
      <Title order={2} size="h4">
        {t('goneTitle')}
      </Title>
      <ul className={classes.counts}>
        {gone.map((contestant) => (
          <li key={contestant.id}>
            <ContestantName contestant={contestant} />
          </li>
        ))}
      </ul>
      <Radio.Group
        size="md"
        label={t('goneChoice')}
        value={choice}
        onChange={(value) => onChange(choices.find((each) => each === value) ?? 'keep')}
      >
        <Stack gap="xs" mt="xs">
          {choices.map((each) => (
            <Radio key={each} size="md" value={each} label={t(`gone.${each}`)} disabled={disabled} />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
