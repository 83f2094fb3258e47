/** Jurors who score on the committee's own laptop, by turns: each seat has a PIN that the juror types. */
import { Button, Modal, Text } from '@mantine/core';
import { UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { Juror } from '../../../shared/domain/setup/contest-file.ts';
import type { Session } from '../../../shared/ipc/app.ts';
import { useAppState, useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import panels from '../../ui/panels.module.css';
import classes from './devices.module.css';
import { NewPin } from '../../contest/new-pin.tsx';
import { NoJurors } from './no-jurors.tsx';

const committee: Session = { role: 'committee' };

export function LocalSeats({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const folder = useAppState()?.folder;
  const [adding, setAdding] = useState<Juror | null>(null);
  const [forgetful, setForgetful] = useState<Juror | null>(null);
  const { jurors } = setupOf(contest);
  const here = new Set(folder?.seats.map((each) => each.seat));
  return (
    <section className={panels.panel} aria-labelledby="kursi-lokal">
      <h2 className={panels.panelTitle} id="kursi-lokal">
        {t('devices.local.title')}
      </h2>
      <Text>{t('devices.local.text')}</Text>
      {jurors.length === 0 ? <NoJurors /> : null}
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
  const { busy, problem, run, clear } = useRequest();
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
          onTyping={clear}
          onPin={({ pin }) => void run(() => shell.request('set-pin', { session: committee, pin }))}
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
          onTyping={clear}
          onPin={({ pin }) =>
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
  const { busy, problem, run, clear } = useRequest();
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
        onTyping={clear}
        onPin={({ pin }) =>
          void run(() => shell.request('set-pin', { session: { role: 'seat', seat: juror.id }, pin })).then((set) =>
            set === undefined ? undefined : onClose(),
          )
        }
      />
    </Modal>
  );
}
