/** Every laptop that was ever admitted: whether it is there, when it was seen, what it still holds back, and revoking it. */
import { Alert, Button, Table, Text } from '@mantine/core';
import { CloudAlert, Laptop, ShieldOff, TriangleAlert, Wifi, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findJuror, setupOf, type Contest, type Device } from '../../../shared/domain/contest.ts';
import type { DeviceStatus, NetworkStatus } from '../../../shared/ipc/network.ts';
import { useAnswer, useAppState, useShell } from '../../contest/hooks.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import panels from '../../ui/panels.module.css';
import { locale } from '../../messages/language.ts';

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
/** Clocks that differ by less are the same for people. */
const sameClockMs = 2000;

export function DeviceList({ contest, network }: { readonly contest: Contest; readonly network: NetworkStatus }) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const answer = useAnswer();
  const [revoking, setRevoking] = useState<Device | null>(null);
  const devices = [...contest.devices.values()];
  const troubles = network.devices.flatMap((each) => each.troubles);
  const localSeats = new Set(useAppState()?.folder?.seats.map(({ seat }) => seat));
  const seatName = (device: Device) => findJuror(setupOf(contest), device.seat)?.name ?? device.seat;

  async function revoke(device: Device, reason: string): Promise<void> {
    const done = await answer(shell.request('revoke-device', { device: device.device, reason }));
    if (done !== undefined) setRevoking(null);
  }

  return (
    <section className={panels.panel} aria-labelledby="laptop-juri">
      <h2 className={panels.panelTitle} id="laptop-juri">
        {t('devices.list.title')}
      </h2>
      {troubles.length === 0 ? null : (
        <Alert color="gold" role="alert" icon={<TriangleAlert aria-hidden />}>
          {troubles.map((trouble) => (
            <Text key={trouble}>{trouble}</Text>
          ))}
        </Alert>
      )}
      {devices.length === 0 ? (
        <Text>{t('devices.list.none')}</Text>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
        <section className={panels.scroll} aria-label={t('devices.list.table')} tabIndex={0}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('devices.list.seat')}</Table.Th>
                <Table.Th>{t('devices.list.machine')}</Table.Th>
                <Table.Th>{t('devices.list.connection')}</Table.Th>
                <Table.Th>{t('devices.list.lastSeen')}</Table.Th>
                <Table.Th>{t('devices.list.waiting')}</Table.Th>
                <Table.Th>{t('devices.list.clock')}</Table.Th>
                <Table.Th>{t('devices.list.version')}</Table.Th>
                <Table.Th>{t('devices.list.action')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {devices.map((device) => (
                <DeviceRow
                  key={device.device}
                  device={device}
                  seatName={seatName(device)}
                  status={network.devices.find((each) => each.device === device.device)}
                  isLocalSeat={localSeats.has(device.seat)}
                  onRevoke={() => setRevoking(device)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      <ReasonDialog
        opened={revoking !== null}
        title={t('devices.list.revokeTitle', {
          machine: revoking?.machine ?? '',
          seat: revoking === null ? '' : seatName(revoking),
        })}
        confirmLabel={t('devices.list.revokeConfirm')}
        tone="danger"
        onCancel={() => setRevoking(null)}
        onConfirm={(reason) => (revoking === null ? undefined : void revoke(revoking, reason))}
      >
        <Text>{t('devices.list.revokeText')}</Text>
      </ReasonDialog>
    </section>
  );
}

function DeviceRow({
  device,
  seatName,
  status,
  isLocalSeat,
  onRevoke,
}: {
  readonly device: Device;
  readonly seatName: string;
  readonly status: DeviceStatus | undefined;
  readonly isLocalSeat: boolean;
  readonly onRevoke: () => void;
}) {
  const { t } = useTranslation('monitor');
  const offset = useClockText(status?.clockOffsetMs ?? null);
  const waiting = status?.waiting ?? 0;
  const lastSeenAtMs = status?.lastSeenAtMs ?? null;
  // A seat's log on this very laptop never comes over the network.
  const isHere = isLocalSeat && status?.connected !== true && lastSeenAtMs === null;
  return (
    <Table.Tr>
      <Table.Td>
        <strong>{seatName}</strong>
      </Table.Td>
      <Table.Td>{device.machine}</Table.Td>
      <Table.Td>
        {device.revoked === null ? (
          <ConnectionBadge connection={isHere ? 'local' : connectionOf(status)} />
        ) : (
          t('devices.list.revoked', { reason: device.revoked.reason })
        )}
      </Table.Td>
      <Table.Td>{isHere ? '–' : lastSeenAtMs === null ? t('devices.list.never') : clock.format(lastSeenAtMs)}</Table.Td>
      <Table.Td>
        {waiting === 0 ? t('devices.list.waitingNone') : t('devices.list.waitingCount', { count: waiting })}
      </Table.Td>
      <Table.Td>{offset}</Table.Td>
      <Table.Td>{status?.version ?? '–'}</Table.Td>
      <Table.Td>
        {device.revoked === null && !isHere ? (
          <Button
            variant="default"
            size="sm"
            leftSection={<ShieldOff aria-hidden size="1rem" />}
            aria-label={t('devices.list.revokeLabel', { machine: device.machine })}
            onClick={onRevoke}
          >
            {t('devices.list.revoke')}
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

function connectionOf(status: DeviceStatus | undefined): keyof typeof connectionLooks {
  if (status?.connected !== true) return 'disconnected';
  return status.quiet ? 'quiet' : 'connected';
}

const connectionLooks = {
  local: { icon: Laptop, tone: 'good' },
  connected: { icon: Wifi, tone: 'good' },
  quiet: { icon: CloudAlert, tone: 'warm' },
  disconnected: { icon: WifiOff, tone: 'warm' },
} as const;

function ConnectionBadge({ connection }: { readonly connection: keyof typeof connectionLooks }) {
  const { t } = useTranslation('monitor');
  return <StatusBadge {...connectionLooks[connection]} label={t(`devices.list.${connection}`)} />;
}

/** `offsetMs`: the device's clock minus this one. */
function useClockText(offsetMs: number | null): string {
  const { t } = useTranslation('monitor');
  if (offsetMs === null) return '–';
  if (Math.abs(offsetMs) < sameClockMs) return t('devices.list.clockSame');
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  const time =
    seconds < 120
      ? t('devices.list.seconds', { count: seconds })
      : t('devices.list.minutes', { count: Math.round(seconds / 60) });
  return t(offsetMs > 0 ? 'devices.list.clockAhead' : 'devices.list.clockBehind', { time });
}
