/** Nobody has reached the open port: the firewall, with the exact program and port that it has to let through. */
import { Alert, List, Stack, Text } from '@mantine/core';
import { BrickWall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NetworkStatus } from '../../../shared/ipc/network.ts';
import { PathText } from '../../ui/file-path.tsx';

export function FirewallHint({ unreached }: { readonly unreached: NetworkStatus['unreached'] }) {
  const { t } = useTranslation('monitor');
  if (unreached === null) return null;
  const { program, port } = unreached;
  return (
    <Alert color="yellow" icon={<BrickWall aria-hidden />} title={t('devices.firewall.title')} mb="md">
      <Stack gap="xs">
        <Text>{t('devices.firewall.text')}</Text>
        <List type="ordered">
          <List.Item>{t('devices.firewall.open')}</List.Item>
          <List.Item>
            {t('devices.firewall.program')} <PathText path={program} />
          </List.Item>
          <List.Item>{t('devices.firewall.port', { port })}</List.Item>
        </List>
      </Stack>
    </Alert>
  );
}
