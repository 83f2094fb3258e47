/** Results are hidden until they are asked for, and between the seal and the announcement until the chair's PIN is given (rule Z15). */
import { Text } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenScreen } from '../ui/hidden-screen.tsx';
import { ChairPinDialog } from './chair-pin-dialog.tsx';
import { useShell } from './hooks.tsx';
import { useWithheld } from './withheld.ts';

export function ResultsGate({
  title,
  why,
  icon,
  showLabel,
  children,
}: {
  readonly title: string;
  readonly why: { readonly title: string; readonly text: string };
  readonly icon: LucideIcon;
  readonly showLabel: string;
  readonly children: (hide: () => void) => ReactNode;
}) {
  const { t } = useTranslation('deliberation');
  const shell = useShell();
  const isWithheld = useWithheld();
  const [isShown, setShown] = useState(false);
  const [isAsking, setAsking] = useState(false);
  if (isShown) {
    return children(() => {
      setShown(false);
      setAsking(false);
      if (isWithheld) void shell.request('hide-results');
    });
  }
  return (
    <>
      <HiddenScreen
        title={title}
        why={isWithheld ? { title: t('withheld.title'), text: t('withheld.text') } : why}
        icon={icon}
        showLabel={showLabel}
        onShow={() => (isWithheld ? setAsking(true) : setShown(true))}
      />
      {isAsking ? <ShowDialog onShown={() => setShown(true)} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

export function ShowDialog({ onShown, onClose }: { readonly onShown: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('deliberation');
  const shell = useShell();
  return (
    <ChairPinDialog
      title={t('hidden.show')}
      confirm={t('withheld.confirm')}
      ask={(pin) => shell.request('show-results', { pin })}
      onDone={onShown}
      onClose={onClose}
    >
      <Text>{t('withheld.text')}</Text>
    </ChairPinDialog>
  );
}
