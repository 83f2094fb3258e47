/**
 * What the committee must see of joining on whatever screen it works: that somebody guesses codes, which codes are burnt
 * (renewed by one press), and that laptops are let in by themselves for a while.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { DoorOpen, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NetworkStatus } from '../../../shared/ipc/network.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import classes from './devices.module.css';
import { dateFormat } from '../../messages/language.ts';

export function JoiningNotices({ network }: { readonly network: NetworkStatus }) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const burnt = network.invitations.filter((each) => each.state === 'burnt');
  const { count, addresses, isSlowed } = network.guessing;
  const { untilMs, endedByGuess } = network.admitAll;
  const isWarned = burnt.length > 0 || isSlowed;
  return (
    <>
      {isWarned ? (
        <section aria-label={t('joining.label')} className={classes.asking}>
          <Alert color="red" icon={<ShieldAlert aria-hidden />}>
            <Stack gap="xs">
              {count > 0 ? (
                <Text fw={600}>
                  {t('joining.guesses', { count, addresses: addresses.join(', ') })}
                  {isSlowed ? ` ${t('joining.slowed')}` : ''}
                </Text>
              ) : null}
              {endedByGuess ? <Text>{t('joining.admitAllEnded')}</Text> : null}
              {burnt.map(({ seat, seatName, failedFrom }) => (
                <Group key={seat} justify="space-between">
                  <Text>
                    {t(failedFrom.length > 0 ? 'joining.burntFrom' : 'joining.burnt', {
                      seat: seatName,
                      addresses: failedFrom.join(', '),
                    })}
                  </Text>
                  <Button
                    size="sm"
                    loading={busy}
                    onClick={() => void run(() => shell.request('renew-invitation', { seat }))}
                  >
                    {t('devices.invitation.renew')}
                  </Button>
                </Group>
              ))}
              <ProblemAlert problem={problem} />
            </Stack>
          </Alert>
        </section>
      ) : null}
      {untilMs === null ? null : (
        <section aria-label={t('joining.admitAll')} className={classes.asking}>
          <Alert color="yellow" icon={<DoorOpen aria-hidden />}>
            <Group justify="space-between">
              <Text fw={600}>{t('joining.admitAllUntil', { time: timeOf(untilMs) })}</Text>
              <Button
                size="sm"
                loading={busy}
                onClick={() => void run(() => shell.request('admit-all', { on: false }))}
              >
                {t('joining.stop')}
              </Button>
            </Group>
          </Alert>
        </section>
      )}
    </>
  );
}

function timeOf(atMs: number): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit' }).format(atMs);
}
