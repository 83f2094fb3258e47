/** Whether juror laptops can come in, and all addresses at which this laptop is reached. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { Wifi, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NetworkStatus } from '../../../shared/ipc/network.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import panels from '../../ui/panels.module.css';
import classes from './devices.module.css';

export function Listening({ network }: { readonly network: NetworkStatus }) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const shown = problem ?? (network.problem === null ? null : { message: network.problem, problems: [] });
  return (
    <section className={panels.panel} aria-labelledby="penerimaan">
      <div className={panels.panelHead}>
        <h2 className={panels.panelTitle} id="penerimaan">
          {t('devices.network.title')}
        </h2>
        <StatusBadge
          icon={network.listening ? Wifi : WifiOff}
          tone={network.listening ? 'good' : 'warm'}
          label={t(network.listening ? 'devices.network.on' : 'devices.network.off')}
        />
      </div>
      <ProblemAlert problem={shown} />
      {network.listening ? (
        <Stack gap="xs">
          <Text>{t('devices.network.addresses')}:</Text>
          {network.addresses.length === 0 ? (
            <Text fw={700}>{t('devices.network.noAddress')}</Text>
          ) : (
            <ul className={classes.addresses}>
              {network.addresses.map((address) => (
                <li key={address}>{address}</li>
              ))}
            </ul>
          )}
          {network.admitAll.untilMs === null ? (
            <Group>
              <Button
                variant="default"
                loading={busy}
                onClick={() => void run(() => shell.request('admit-all', { on: true }))}
              >
                {t('joining.admitAll')}
              </Button>
              <Text c="var(--gj-quiet)">{t('joining.admitAllHint')}</Text>
            </Group>
          ) : null}
          {network.addresses.length === 0 ? null : (
            <Text c="var(--gj-quiet)">
              {t(network.addresses.length === 1 ? 'devices.network.addressHint' : 'devices.network.addressesHint')}
            </Text>
          )}
        </Stack>
      ) : (
        <Stack align="flex-start" gap="sm">
          <Text>{t('devices.network.offText')}</Text>
          <Button
            size="lg"
            leftSection={<Wifi aria-hidden />}
            loading={busy}
            onClick={() => void run(() => shell.request('start-listening', {}))}
          >
            {t('devices.network.start')}
          </Button>
        </Stack>
      )}
    </section>
  );
}
