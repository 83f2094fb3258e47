/** Begins and ends the rehearsal; while it lasts, nobody on this screen can take it for the announcement. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { Drama } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import classes from './ceremony.module.css';

export function RehearsalRuns() {
  const { t } = useTranslation('ceremony');
  const { busy, problem, end } = useRehearsal();
  return (
    <Alert color="yellow" icon={<Drama aria-hidden />} title={t('rehearsal.runs')} mb="md">
      <Group justify="space-between" gap="sm">
        <Text>{t('rehearsal.runsText')}</Text>
        <Button variant="default" loading={busy} onClick={end}>
          {t('rehearsal.end')}
        </Button>
      </Group>
      <ProblemAlert problem={problem} />
    </Alert>
  );
}

export function RehearsalPanel({ state }: { readonly state: CeremonyState }) {
  const { t } = useTranslation('ceremony');
  const { busy, problem, begin } = useRehearsal();
  return (
    <section className={classes.panel} aria-labelledby="gladi">
      <h2 className={classes.panelTitle} id="gladi">
        {t('rehearsal.title')}
      </h2>
      <Text mb="sm">{t('rehearsal.hint')}</Text>
      <ProblemAlert problem={problem} />
      <Button
        variant="default"
        leftSection={<Drama aria-hidden size="1.1rem" />}
        loading={busy}
        disabled={state.act !== null}
        onClick={begin}
      >
        {t('rehearsal.begin')}
      </Button>
    </section>
  );
}

function useRehearsal() {
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const rehearse = (rehearsal: boolean) => void run(() => shell.request('rehearse-ceremony', { rehearsal }));
  return { busy, problem, begin: () => rehearse(true), end: () => rehearse(false) };
}
