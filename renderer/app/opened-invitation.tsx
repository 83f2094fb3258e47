/** An invitation file was opened while another contest is open: it waits, says so, and never takes that contest away by itself. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useAppState, useShell } from '../contest/hooks.tsx';

export function OpenedInvitationNotice() {
  const { t } = useTranslation('app');
  const shell = useShell();
  const answer = useAnswer();
  const app = useAppState();
  if (app === null || app.folder === null || app.invitationWaits !== true) return null;
  return (
    <Alert color="blue" icon={<MailOpen aria-hidden />} title={t('invitation.title')} role="alert" m="sm">
      <Group justify="space-between">
        <Text>
          {t(app.folder.kind === 'committee' ? 'invitation.textCommittee' : 'invitation.text', {
            name: app.folder.name,
          })}
        </Text>
        <Group gap="sm">
          <Button variant="default" onClick={() => void answer(shell.request('drop-invitation'))}>
            {t('invitation.later')}
          </Button>
          {/* The start takes the invitation from there. */}
          <Button onClick={() => void answer(shell.request('close-folder'))}>{t('invitation.switch')}</Button>
        </Group>
      </Group>
    </Alert>
  );
}
