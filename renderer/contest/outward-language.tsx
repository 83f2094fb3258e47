/** What a contest speaks to the outside, whoever sits at the laptop: its papers, or the hall. For the committee. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutwardLanguages } from '../../shared/ipc/app.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { useAnswer, useAppState, useShell } from './hooks.tsx';

export function OutwardLanguage({
  of,
  disabled = false,
}: {
  readonly of: keyof OutwardLanguages;
  readonly disabled?: boolean;
}) {
  const { t } = useTranslation('ui');
  const shell = useShell();
  const answer = useAnswer();
  const folder = useAppState()?.folder ?? null;
  if (folder === null) return null;
  return (
    <Stack gap={4} align="flex-start">
      <Text fw={600}>{t(`outwardLanguage.${of}`)}</Text>
      <LanguageChoice
        label={t(`outwardLanguage.${of}`)}
        value={folder.languages[of]}
        disabled={disabled}
        onChoose={(language) => void answer(shell.request('choose-outward-language', { of, language }))}
      />
    </Stack>
  );
}
