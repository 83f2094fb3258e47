/** What the projector tells the committee on whatever screen it is: a key that was refused there, a display that was plugged in. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { MonitorUp, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useCeremonyState, useShell } from '../contest/hooks.tsx';

export function ProjectorNotices() {
  const { t } = useTranslation('app');
  const shell = useShell();
  const answer = useAnswer();
  const ceremony = useCeremonyState();
  const dismiss = () => void answer(shell.request('dismiss-projector-notice'));
  if (ceremony === null) return null;
  const { refused, offered } = ceremony;
  return (
    <>
      {refused === null ? null : (
        <Alert color="red" icon={<TriangleAlert aria-hidden />} title={t('projector.refused')} role="alert" m="sm">
          <Group justify="space-between">
            <Text>{refused}</Text>
            <Button variant="default" onClick={dismiss}>
              {t('projector.understood')}
            </Button>
          </Group>
        </Alert>
      )}
      {offered === null ? null : (
        <Alert color="blue" icon={<MonitorUp aria-hidden />} title={t('projector.offered')} role="alert" m="sm">
          <Group justify="space-between">
            <Text>{t('projector.offeredText', { label: offered.label })}</Text>
            <Group gap="sm">
              <Button onClick={() => void answer(shell.request('open-projector', { display: offered.id }))}>
                {t('projector.move')}
              </Button>
              <Button variant="default" onClick={dismiss}>
                {t('projector.stay')}
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
    </>
  );
}
