/** The committee's laptop without its facts: it waits for a juror's laptop to bring them back, and says where it is reached. */
import { Button, List, Stack, Text } from '@mantine/core';
import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNetworkStatus, useShell } from '../contest/hooks.tsx';
import { useRequest } from '../contest/use-request.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

export function AwaitingJurors() {
  const { t } = useTranslation('app');
  const shell = useShell();
  const network = useNetworkStatus();
  const { busy, problem, run } = useRequest();
  const message = network?.problem ?? null;
  const shown = problem ?? (message === null ? null : { message, problems: [] });
  return (
    <EmptyState
      icon={Hourglass}
      title={t('awaiting.title')}
      text={t('awaiting.text')}
      action={
        <Stack align="center" gap="sm">
          <ProblemAlert problem={shown} />
          {network?.listening === true ? (
            <Addresses addresses={network.addresses} />
          ) : (
            <Button size="lg" loading={busy} onClick={() => void run(() => shell.request('start-listening', {}))}>
              {t('awaiting.start')}
            </Button>
          )}
          <Text mt="md">{t('awaiting.copy')}</Text>
          <Button
            size="md"
            variant="default"
            disabled={busy}
            onClick={() => void run(() => shell.request('open-folder', {}))}
          >
            {t('awaiting.openCopy')}
          </Button>
        </Stack>
      }
    />
  );
}

function Addresses({ addresses }: { readonly addresses: readonly string[] }) {
  const { t } = useTranslation('app');
  if (addresses.length === 0) return <Text fw={700}>{t('awaiting.noAddress')}</Text>;
  return (
    <>
      <Text id="alamat">{t('awaiting.addresses')}:</Text>
      <List listStyleType="none" fw={700} fz="xl" aria-labelledby="alamat">
        {addresses.map((address) => (
          <List.Item key={address}>{address}</List.Item>
        ))}
      </List>
      <Text c="var(--gj-quiet)">{t('awaiting.hint')}</Text>
    </>
  );
}
