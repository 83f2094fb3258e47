/** The ways to the search and the guide for whoever uses no keys; beside them text size and theme. */
import { ActionIcon } from '@mantine/core';
import { CircleHelp, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAid } from './aids.tsx';
import { AppearanceMenu } from './appearance-menu.tsx';

export function AidButtons() {
  const { t } = useTranslation('help');
  const show = useAid();
  return (
    <>
      <ActionIcon
        variant="white"
        color="teal"
        size="lg"
        aria-label={t('find.open')}
        title={t('find.open')}
        aria-haspopup="dialog"
        onClick={() => show({ type: 'find' })}
      >
        <Search aria-hidden size="1.3rem" />
      </ActionIcon>
      <ActionIcon
        variant="white"
        color="teal"
        size="lg"
        aria-label={t('open')}
        title={t('open')}
        aria-haspopup="dialog"
        onClick={() => show({ type: 'guide' })}
      >
        <CircleHelp aria-hidden size="1.3rem" />
      </ActionIcon>
      <AppearanceMenu onSettings={() => show({ type: 'settings' })} />
    </>
  );
}
