/** Every laptop that was ever admitted: whether it is there, when it was seen, what it still holds back, and revoking it. */
import { Alert, Button, Text } from '@mantine/core';
import {
  BatteryCharging,
  BatteryLow,
  BatteryMedium,
  CloudAlert,
  Laptop,
  ShieldOff,
  TriangleAlert,
  Wifi,
  WifiOff,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findJuror, setupOf, type Contest, type Device } from '../../../shared/domain/contest.ts';
import type { Battery, DeviceStatus, NetworkStatus } from '../../../shared/ipc/network.ts';
import { useAnswer, useAppState, useShell } from '../../contest/hooks.tsx';
import { StepLink } from '../../contest/step-link.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import panels from '../../ui/panels.module.css';
import classes from './devices.module.css';
import { dateFormat } from '../../messages/language.ts';

const clock = dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const columns = [
  'seat',
  'machine',
  'connection',
  'lastSeen',
  'waiting',
  'clock',
  'battery',
  'version',
  'action',
] as const;
/** Clocks that differ by less are the same for people. */
const sameClockMs = 2000;

/** They stand above, on the same screen: the first juror there has the keyboard then. */
function goToInvitations(): void {
  const panel = document.querySelector('[aria-labelledby="undangan"]');
  panel?.scrollIntoView({ block: 'start' });
  panel?.querySelector<HTMLElement>('li button')?.focus({ preventScroll: true });
}

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
        <EmptyLine
          text={t('devices.list.none')}
          action={
            setupOf(contest).jurors.length === 0 ? (
              <StepLink step="jurors" />
            ) : (
              <Button size="sm" variant="default" onClick={goToInvitations}>
                {t('devices.list.toInvitations')}
              </Button>
            )
          }
        />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
        <section className={panels.scroll} aria-label={t('devices.list.table')} tabIndex={0}>
          <table className={classes.board}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`devices.list.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
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
    <tr>
      <th scope="row" className={classes.boardName} title={seatName}>
        {seatName}
      </th>
      <td className={classes.boardMachine} title={device.machine}>
        {device.machine}
      </td>
      {device.revoked === null ? (
        <td>
          <ConnectionBadge connection={isHere ? 'local' : connectionOf(status)} />
        </td>
      ) : (
        <td className={classes.boardMachine} title={device.revoked.reason}>
          {t('devices.list.revoked', { reason: device.revoked.reason })}
        </td>
      )}
      <td>{isHere ? '–' : lastSeenAtMs === null ? t('devices.list.never') : clock.format(lastSeenAtMs)}</td>
      <td data-tone={waiting === 0 ? undefined : 'warm'}>
        {waiting === 0 ? t('devices.list.waitingNone') : t('devices.list.waitingCount', { count: waiting })}
      </td>
      <td>{offset}</td>
      <td>
        <BatteryText battery={status?.battery ?? null} />
      </td>
      <td>{status?.version ?? '–'}</td>
      <td>
        {device.revoked === null && !isHere ? (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<ShieldOff aria-hidden size="0.9rem" />}
            aria-label={t('devices.list.revokeLabel', { machine: device.machine })}
            onClick={onRevoke}
          >
            {t('devices.list.revoke')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** Less than this, without a cable, is not enough for a session. */
const lowPercent = 20;

function BatteryText({ battery }: { readonly battery: Battery | null }) {
  const { t } = useTranslation('monitor');
  if (battery === null) return '–';
  const isLow = !battery.charging && battery.percent < lowPercent;
  const Icon = battery.charging ? BatteryCharging : isLow ? BatteryLow : BatteryMedium;
  return (
    <span className={classes.battery} data-low={isLow}>
      <Icon aria-hidden size="1.1rem" />
      {t(battery.charging ? 'devices.list.charging' : isLow ? 'devices.list.batteryLow' : 'devices.list.onBattery', {
        percent: battery.percent,
      })}
    </span>
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
