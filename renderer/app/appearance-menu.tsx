/** Text size and theme, one press away on every screen: whoever cannot read something does not look for a setting. */
import { ActionIcon, Button, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { ALargeSmall, Settings } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../messages/language.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { useChooseLanguage } from '../contest/choose-language.ts';
import { setAppearance, textSizes, themes, useAppearance } from './appearance.ts';

export function AppearanceMenu({ onSettings }: { readonly onSettings: () => void }) {
  const { t } = useTranslation(['app', 'help']);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <ActionIcon
          variant="white"
          color="teal"
          size="lg"
          aria-label={t('appearance.open')}
          title={t('appearance.open')}
          onClick={() => setOpen(!isOpen)}
        >
          <ALargeSmall aria-hidden size="1.4rem" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <AppearanceChoices />
        <Button
          mt="sm"
          size="sm"
          variant="default"
          fullWidth
          aria-haspopup="dialog"
          leftSection={<Settings aria-hidden size="1.1rem" />}
          onClick={() => {
            setOpen(false);
            onSettings();
          }}
        >
          {t('find.settings', { ns: 'help' })}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

export function AppearanceChoices() {
  const { t } = useTranslation('app');
  const { theme, text } = useAppearance();
  const chooseLanguage = useChooseLanguage();
  return (
    <Stack gap="xs">
      <Text fw={700}>{t('appearance.language')}</Text>
      <LanguageChoice label={t('appearance.language')} value={useLanguage()} onChoose={chooseLanguage} />
      <Text fw={700}>{t('appearance.text')}</Text>
      <SegmentedControl
        aria-label={t('appearance.text')}
        value={String(text)}
        onChange={(size) => setAppearance({ text: textSizes.find((each) => String(each) === size) ?? 100 })}
        data={textSizes.map((size) => ({ value: String(size), label: `${size} %` }))}
      />
      <Text fw={700}>{t('appearance.theme')}</Text>
      <SegmentedControl
        aria-label={t('appearance.theme')}
        value={theme}
        onChange={(name) => setAppearance({ theme: themes.find((each) => each === name) ?? 'light' })}
        data={themes.map((name) => ({ value: name, label: t(`appearance.${name}`) }))}
      />
    </Stack>
  );
}
