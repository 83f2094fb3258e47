/** One invitation per seat: left the seats with their state, right the chosen one, large enough to be read out or copied. */
import { Button, Group, Stack, Text } from '@mantine/core';
import {
  CircleDashed,
  Copy,
  DoorOpen,
  Laptop,
  Printer,
  RefreshCw,
  ShieldX,
  Usb,
  UserCheck,
  type LucideIcon,
} from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import type { Invitation, NetworkStatus } from '../../../shared/ipc/network.ts';
import { useAppState, useShell } from '../../contest/hooks.tsx';
import { PrintPreview } from '../../contest/print-preview.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import panels from '../../ui/panels.module.css';
import classes from './devices.module.css';
import { NoJurors } from './no-jurors.tsx';
import { documentChannels } from '../../../shared/ipc/documents.ts';

type SeatState = Invitation['state'] | 'local' | 'none';

const looks: Readonly<Record<SeatState, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  open: { icon: DoorOpen, tone: 'open' },
  asking: { icon: Laptop, tone: 'warm' },
  joined: { icon: UserCheck, tone: 'good' },
  burnt: { icon: ShieldX, tone: 'danger' },
  local: { icon: UserCheck, tone: 'good' },
  none: { icon: CircleDashed, tone: 'quiet' },
};

export function Invitations({ contest, network }: { readonly contest: Contest; readonly network: NetworkStatus }) {
  const { t } = useTranslation('monitor');
  const app = useAppState();
  const [chosen, setChosen] = useState<string | null>(null);
  const { jurors } = setupOf(contest);
  const seats = jurors.map(({ id, name }) => {
    const invitation = network.invitations.find((each) => each.seat === id) ?? null;
    return { id, name, invitation, state: stateOf(id, invitation) };
  });
  const seat = seats.find((each) => each.id === chosen) ?? seats.find((each) => each.state === 'open') ?? seats[0];

  function stateOf(id: string, invitation: Invitation | null): SeatState {
    if (app?.folder?.seats.some((each) => each.seat === id) === true) return 'local';
    if (invitation !== null && invitation.state !== 'open') return invitation.state;
    const isJoined = [...contest.devices.values()].some((each) => each.seat === id && each.revoked === null);
    return isJoined ? 'joined' : (invitation?.state ?? 'none');
  }

  return (
    <section className={panels.panel} aria-labelledby="undangan">
      <div className={panels.panelHead}>
        <h2 className={panels.panelTitle} id="undangan">
          {t('devices.invitation.title')}
        </h2>
        {seats.some((each) => isOpen(each.state)) ? <GiveInvitations /> : null}
      </div>
      {seat === undefined ? (
        <NoJurors />
      ) : (
        <div className={classes.invitations}>
          <ul className={classes.seats} aria-label={t('devices.invitation.seats')}>
            {seats.map(({ id, name, state, invitation }) => (
              <li key={id}>
                <button
                  type="button"
                  className={classes.seat}
                  aria-current={id === seat.id ? 'true' : undefined}
                  onClick={() => setChosen(id)}
                >
                  <span>{name}</span>
                  {invitation !== null && isOpen(state) ? (
                    <span className={classes.seatCode}>{invitation.shortCode}</span>
                  ) : null}
                  <StatusBadge {...looks[state]} label={t(`devices.state.${state}`)} />
                </button>
              </li>
            ))}
          </ul>
          <InvitationCard
            key={seat.id}
            seat={seat.id}
            name={seat.name}
            isLocal={seat.state === 'local'}
            invitation={seat.invitation}
            contest={contest}
          />
        </div>
      )}
    </section>
  );
}

/** Ahead of time: the codes on paper, to be handed out in the morning, or one file per seat on a USB stick. */
function GiveInvitations() {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const [done, setDone] = useState('');
  const [isLooking, setLooking] = useState(false);

  async function save(): Promise<void> {
    const saved = await run(() => shell.request('save-invitations'));
    setDone(typeof saved?.path === 'string' ? t('devices.invitation.saved', { folder: saved.path }) : '');
  }

  async function print(toPdf: boolean): Promise<void> {
    const printed = await run(() => shell.request(documentChannels['code-slips'], { toPdf }));
    if (printed === undefined) setDone('');
    else if (printed.path !== null) setDone(t('devices.invitation.pdfSaved', { file: printed.path }));
    else if (printed.notPrinted === true || toPdf) setDone(t('devices.invitation.notPrinted'));
    else setDone(t('devices.invitation.printed'));
  }

  return (
    <Stack gap="xs" align="flex-start">
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<Printer aria-hidden size="1.1rem" />}
          loading={busy}
          aria-haspopup="dialog"
          onClick={() => setLooking(true)}
        >
          {t('devices.invitation.print')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void print(true)}>
          {t('devices.invitation.printPdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<Usb aria-hidden size="1.1rem" />}
          loading={busy}
          onClick={() => void save()}
        >
          {t('devices.invitation.save')}
        </Button>
      </Group>
      <output>{done}</output>
      <ProblemAlert problem={problem} />
      {isLooking ? (
        <PrintPreview
          document="code-slips"
          name={t('devices.invitation.slips')}
          onPrint={(toPdf) => void print(toPdf)}
          onClose={() => setLooking(false)}
        />
      ) : null}
    </Stack>
  );
}

function InvitationCard({
  seat,
  name,
  isLocal,
  invitation,
  contest,
}: {
  readonly seat: JurorId;
  readonly name: string;
  /** The juror scores on this laptop. */
  readonly isLocal: boolean;
  readonly invitation: Invitation | null;
  readonly contest: Contest;
}) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  /** The code of a seat on this laptop stays out of sight until it is asked for. */
  const [isAsked, setAsked] = useState(!isLocal);
  const device = [...contest.devices.values()].find((each) => each.seat === seat && each.revoked === null);
  const isUsable = isAsked && invitation !== null && (invitation.state === 'open' || invitation.state === 'asking');
  async function renew(): Promise<void> {
    const renewed = await run(() => shell.request('renew-invitation', { seat }));
    if (renewed !== undefined) setAsked(true);
  }

  return (
    <div className={classes.invitation}>
      <h3 className={panels.categoryTitle}>{name}</h3>
      <ProblemAlert problem={problem} />
      {invitation?.state === 'burnt' ? <Text fw={600}>{t('devices.invitation.burnt')}</Text> : null}
      {invitation !== null && invitation.failures > 0 ? (
        <Text>
          {t(invitation.failedFrom.length > 0 ? 'devices.invitation.failuresFrom' : 'devices.invitation.failures', {
            count: invitation.failures,
            addresses: invitation.failedFrom.join(', '),
          })}
        </Text>
      ) : null}
      {!isUsable && device !== undefined ? (
        <Text>
          {isLocal ? t('devices.invitation.local') : t('devices.invitation.joined', { machine: device.machine })}
        </Text>
      ) : null}
      {isUsable ? <InvitationCode name={name} invitation={invitation} /> : null}
      <Group>
        <Button
          variant={isUsable ? 'default' : 'filled'}
          leftSection={<RefreshCw aria-hidden size="1.1rem" />}
          loading={busy}
          onClick={() => void renew()}
        >
          {t(isUsable || device === undefined ? 'devices.invitation.renew' : 'devices.invitation.make')}
        </Button>
        {isUsable ? <Text c="var(--gj-quiet)">{t('devices.invitation.renewHint')}</Text> : null}
      </Group>
    </div>
  );
}

function InvitationCode({ name, invitation }: { readonly name: string; readonly invitation: Invitation }) {
  const { t } = useTranslation('monitor');
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<string | null>(null);

  /** The window may not ask for the clipboard; copying what is selected needs no permission. */
  function copy(): void {
    field.current?.focus();
    field.current?.select();
    if (document.execCommand('copy')) setCopied(invitation.code);
  }

  return (
    <>
      <Text>{t('devices.invitation.howShort')}</Text>
      <p className={classes.shortCode} aria-label={t('devices.invitation.shortCode', { seat: name })}>
        {invitation.shortCode}
      </p>
      <details className={classes.longCode}>
        <summary>{t('devices.invitation.long')}</summary>
        <div className={classes.code}>
          <img className={classes.qr} src={invitation.qr} alt={t('devices.invitation.qr', { seat: name })} />
          <Stack gap="xs" className={classes.codeWords}>
            <Text>{t('devices.invitation.how')}</Text>
            <label>
              <strong>{t('devices.invitation.code')}</strong>
              <textarea
                ref={field}
                className={classes.codeText}
                readOnly
                rows={4}
                spellCheck={false}
                value={invitation.code}
                onFocus={(event) => event.currentTarget.select()}
              />
            </label>
            <Group>
              <Button variant="default" leftSection={<Copy aria-hidden size="1.1rem" />} onClick={copy}>
                {t('devices.invitation.copy')}
              </Button>
              <output>{copied === invitation.code ? t('devices.invitation.copied') : ''}</output>
            </Group>
          </Stack>
        </div>
      </details>
    </>
  );
}

function isOpen(state: SeatState): boolean {
  return state === 'open' || state === 'asking';
}
