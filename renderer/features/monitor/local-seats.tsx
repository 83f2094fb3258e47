/** Jurors who score on the committee's own laptop, by turns: each seat has a PIN that the juror types. */
import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { UserCheck } from 'lucide-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { Juror } from '../../../shared/domain/contest-file.ts';
import type { Session } from '../../../shared/ipc/contract.ts';
import { useAppState, useShell } from '../../contest/hooks.tsx';
import { useRequest, type ShownProblem } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './monitor.module.css';

const committee: Session = { role: 'committee' };

export function LocalSeats({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const folder = useAppState()?.folder;
  const [adding, setAdding] = useState<Juror | null>(null);
  const [forgetful, setForgetful] = useState<Juror | null>(null);
  const { jurors } = setupOf(contest);
  const here = new Set(folder?.seats.map((each) => each.seat));
  return (
    <section className={classes.panel} aria-labelledby="kursi-lokal">
      <h2 className={classes.panelTitle} id="kursi-lokal">
        {t('devices.local.title')}
      </h2>
      <Text>{t('devices.local.text')}</Text>
      <ul className={classes.localSeats}>
        {jurors.map((juror) => (
          <li key={juror.id}>
            <strong>{juror.name}</strong>
            {here.has(juror.id) ? (
              <>
                <StatusBadge icon={UserCheck} tone="good" label={t('devices.local.here')} />
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t('devices.local.newPinLabel', { seat: juror.name })}
                  onClick={() => setForgetful(juror)}
                >
                  {t('devices.local.newPin')}
                </Button>
              </>
            ) : (
              <Button
                variant="default"
                size="sm"
                aria-label={t('devices.local.addLabel', { seat: juror.name })}
                onClick={() => setAdding(juror)}
              >
                {t('devices.local.add')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {here.size > 0 ? <Text>{t('devices.local.done')}</Text> : null}
      {adding === null ? null : (
        <AddSeatDialog
          juror={adding}
          needsCommitteePin={folder?.committeeHasPin === false}
          onClose={() => setAdding(null)}
        />
      )}
      {forgetful === null ? null : <NewPinDialog juror={forgetful} onClose={() => setForgetful(null)} />}
    </section>
  );
}

function AddSeatDialog({
  juror,
  needsCommitteePin,
  onClose,
}: {
  readonly juror: Juror;
  readonly needsCommitteePin: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={t('devices.local.title2', { seat: juror.name })}>
      {needsCommitteePin ? (
        <NewPin
          key="panitia"
          text={t('devices.local.committeePin')}
          label={t('devices.local.committeePinLabel')}
          confirm={t('devices.local.setCommitteePin')}
          busy={busy}
          problem={problem}
          onCancel={onClose}
          onPin={(pin) => void run(() => shell.request('set-pin', { session: committee, pin }))}
        />
      ) : (
        <NewPin
          key="juri"
          text={t('devices.local.hand', { seat: juror.name })}
          label={t('devices.local.pin', { seat: juror.name })}
          confirm={t('devices.local.save')}
          busy={busy}
          problem={problem}
          onCancel={onClose}
          onPin={(pin) =>
            void run(() => shell.request('add-local-seat', { seat: juror.id, pin })).then((added) =>
              added === undefined ? undefined : onClose(),
            )
          }
        />
      )}
    </Modal>
  );
}

/** [P2] The committee gives a seat of this laptop a new PIN, for a juror who forgot it; the juror types it. */
function NewPinDialog({ juror, onClose }: { readonly juror: Juror; readonly onClose: () => void }) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={t('devices.local.newPinTitle', { seat: juror.name })}>
      <NewPin
        text={t('devices.local.newPinText', { seat: juror.name })}
        label={t('devices.local.pin', { seat: juror.name })}
        confirm={t('devices.local.newPinSave')}
        busy={busy}
        problem={problem}
        onCancel={onClose}
        onPin={(pin) =>
          void run(() => shell.request('set-pin', { session: { role: 'seat', seat: juror.id }, pin })).then((set) =>
            set === undefined ? undefined : onClose(),
          )
        }
      />
    </Modal>
  );
}

function NewPin({
  text,
  label,
  confirm,
  busy,
  problem,
  onCancel,
  onPin,
}: {
  readonly text: string;
  readonly label: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly problem: ShownProblem | null;
  readonly onCancel: () => void;
  readonly onPin: (pin: string) => void;
}) {
  const { t } = useTranslation('monitor');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const isPin = /^\d{4,8}$/.test(pin);
  const first = useRef<HTMLInputElement>(null);

  // The dialog focuses the first one by itself; the second, in its place, would have none.
  useEffect(() => first.current?.focus(), []);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (isPin && pin === again) onPin(pin);
  }

  const common = {
    size: 'lg',
    inputMode: 'numeric',
    autoComplete: 'off',
    maxLength: 8,
    visibilityToggleButtonProps: { 'aria-label': t('devices.local.showPin') },
  } as const;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{text}</Text>
        <PasswordInput
          {...common}
          ref={first}
          data-autofocus
          label={label}
          description={t('devices.local.pinShape')}
          value={pin}
          error={isTried && !isPin ? t('devices.local.pinShape') : undefined}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <PasswordInput
          {...common}
          label={t('devices.local.pinAgain')}
          value={again}
          error={isTried && isPin && pin !== again ? t('devices.local.pinDiffers') : undefined}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('devices.local.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
