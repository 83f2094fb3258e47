/** A contest whose database is damaged: what recovering does, what it cannot do, and the other way out. */
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DamagedFolder } from '../../../shared/ipc/app.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export function DamagedContest({
  damaged,
  onOpenOther,
}: {
  readonly damaged: DamagedFolder;
  readonly onOpenOther: () => void;
}) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  return (
    <Alert color="red" role="alert" icon={<TriangleAlert aria-hidden />} title={t('damaged.title')}>
      <Stack gap="sm">
        <Text>{damaged.message}</Text>
        <List size="md">
          <List.Item>{t('damaged.kept')}</List.Item>
          <List.Item>{t('damaged.taken')}</List.Item>
          <List.Item>{t('damaged.fetched')}</List.Item>
          <List.Item>{t('damaged.lost')}</List.Item>
        </List>
        <ProblemAlert problem={problem} />
        <Group>
          <Button
            size="md"
            leftSection={<RefreshCw aria-hidden />}
            loading={busy}
            onClick={() => void run(() => shell.request('recover-folder'))}
          >
            {t('damaged.recover')}
          </Button>
          <Button size="md" variant="default" disabled={busy} onClick={onOpenOther}>
            {t('damaged.openCopy')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
