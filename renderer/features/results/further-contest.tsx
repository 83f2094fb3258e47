/** The best of each category go on to a contest elsewhere, e.g. of the province: saved as a contest file (N1). */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { FileOutput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useSaving } from '../../contest/saved-document.tsx';
import classes from './results.module.css';

export function FurtherContest({ file }: { readonly file: ContestFile }) {
  const { t } = useTranslation('results');
  const shell = useShell();
  const { save, outcome } = useSaving();
  const [top, setTop] = useState(String(file.rules.places));
  const most = file.contestants.length;
  const number = /^[1-9]\d{0,3}$/.test(top.trim()) && Number(top) <= most ? Number(top) : null;
  return (
    <details className={classes.jurors}>
      <summary>{t('further.title')}</summary>
      <Text my="xs">{t('further.text')}</Text>
      <Group align="flex-end" gap="sm">
        <TextInput
          size="md"
          w="12rem"
          label={t('further.top')}
          inputMode="numeric"
          maxLength={4}
          value={top}
          error={number === null ? t('further.badTop', { most }) : undefined}
          onChange={(event) => setTop(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<FileOutput aria-hidden size="1.2rem" />}
          onClick={() =>
            number === null ? undefined : save(() => shell.request('save-further-contest', { by: { top: number } }))
          }
        >
          {t('further.save')}
        </Button>
      </Group>
      {outcome}
    </details>
  );
}
