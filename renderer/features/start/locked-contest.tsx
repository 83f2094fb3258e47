/** A contest whose keys the system does not open any more: the recovery code, or what else leads on. */
import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockedFolder } from '../../../shared/ipc/app.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export function LockedContest({
  locked,
  onOpenOther,
}: {
  readonly locked: LockedFolder;
  readonly onOpenOther: () => void;
}) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const { busy, problem, run, clear } = useRequest();
  const [code, setCode] = useState('');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (code.trim() !== '') await run(() => shell.request('recover-keys', { code }));
  }

  return (
    <Alert color="red" role="alert" icon={<KeyRound aria-hidden />} title={t('locked.title')}>
      <Stack gap="sm">
        <Text>{locked.message}</Text>
        {locked.hasCode ? (
          <form onSubmit={(event) => void submit(event)} noValidate>
            <Stack gap="sm">
              <ProblemAlert problem={problem} />
              <TextInput
                size="md"
                label={t('locked.code')}
                description={t('locked.codeHint')}
                autoComplete="off"
                spellCheck={false}
                maxLength={100}
                value={code}
                onChange={(event) => {
                  setCode(event.currentTarget.value);
                  clear();
                }}
              />
              <Group>
                <Button type="submit" size="md" loading={busy} disabled={code.trim() === ''}>
                  {t('locked.open')}
                </Button>
                <Button size="md" variant="default" disabled={busy} onClick={onOpenOther}>
                  {t('damaged.openCopy')}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <>
            <List size="md">
              <List.Item>{t('locked.sameAccount')}</List.Item>
              <List.Item>{t('locked.copy')}</List.Item>
              <List.Item>{t('locked.juror')}</List.Item>
            </List>
            <Group>
              <Button size="md" variant="default" onClick={onOpenOther}>
                {t('damaged.openCopy')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Alert>
  );
}
