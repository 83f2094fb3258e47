/** [P1] The PIN of the committee on this laptop: set, or changed with the one before. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState, useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { useReturnFocus } from '../../ui/return-focus.ts';
import panels from '../../ui/panels.module.css';
import { NewPin } from '../../contest/new-pin.tsx';
import { RecoveryDialog } from './recovery-code.tsx';

export function CommitteePin() {
  const { t } = useTranslation('monitor');
  const folder = useAppState()?.folder ?? null;
  const isSet = folder?.committeeHasPin ?? false;
  const hasRecovery = folder?.committeeHasRecovery ?? false;
  const [isChanging, setChanging] = useState(false);
  const [isDone, setDone] = useState(false);
  /** The PIN that was just set, or null where it has to be asked. */
  const [recovery, setRecovery] = useState<{ readonly pin: string | null } | null>(null);
  return (
    <section className={panels.panel} aria-labelledby="pin-panitia">
      <div className={panels.panelHead}>
        <h2 className={panels.panelTitle} id="pin-panitia">
          {t('devices.committeePin.title')}
        </h2>
        <Button
          variant="default"
          size="sm"
          onClick={() => {
            setDone(false);
            setChanging(true);
          }}
        >
          {t(isSet ? 'devices.committeePin.change' : 'devices.committeePin.set')}
        </Button>
      </div>
      <Text>{t('devices.committeePin.text')}</Text>
      {isSet ? (
        <Group mt="xs">
          <Text fw={hasRecovery ? undefined : 600}>{t(hasRecovery ? 'recovery.set' : 'recovery.none')}</Text>
          <Button variant={hasRecovery ? 'default' : 'filled'} size="sm" onClick={() => setRecovery({ pin: null })}>
            {t(hasRecovery ? 'recovery.again' : 'recovery.button')}
          </Button>
        </Group>
      ) : null}
      <output>{isDone ? <strong>{t('devices.committeePin.done')}</strong> : null}</output>
      {isChanging ? (
        <ChangeDialog
          isSet={isSet}
          onClose={(pin) => {
            setChanging(false);
            setDone(pin !== null);
            if (pin !== null && !hasRecovery) setRecovery({ pin });
          }}
        />
      ) : null}
      {recovery === null ? null : <RecoveryDialog pin={recovery.pin} onClose={() => setRecovery(null)} />}
    </section>
  );
}

function ChangeDialog({
  isSet: isSetNow,
  onClose,
}: {
  readonly isSet: boolean;
  /** With the new PIN, or null when it was left as it was. */
  readonly onClose: (pin: string | null) => void;
}) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run, clear } = useRequest();
  /** As it was at the opening: the answer to a first PIN must not ask for the old one. */
  const [isSet] = useState(isSetNow);
  useReturnFocus();

  async function change({ pin, oldPin }: { readonly pin: string; readonly oldPin: string }): Promise<void> {
    const given = isSet ? { oldPin } : {};
    const set = await run(() => shell.request('set-pin', { session: { role: 'committee' }, pin, ...given }));
    if (set !== undefined) onClose(pin);
  }

  return (
    <Modal opened onClose={() => onClose(null)} title={t('devices.committeePin.title')}>
      <NewPin
        text={t('devices.committeePin.keep')}
        {...(isSet ? { oldLabel: t('devices.committeePin.old') } : {})}
        label={t('devices.committeePin.new')}
        confirm={t('devices.committeePin.save')}
        busy={busy}
        problem={problem}
        onCancel={() => onClose(null)}
        onTyping={clear}
        onPin={(given) => void change(given)}
      />
    </Modal>
  );
}
