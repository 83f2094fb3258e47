/** [P3] The code that opens the committee's screens when its PIN is forgotten: made with the PIN, shown once, written down. */
import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import classes from './devices.module.css';

export function RecoveryDialog({
  pin: given,
  onClose,
}: {
  /** The PIN that was just set; null: it is asked. */
  readonly pin: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run, clear } = useRequest();
  const [pin, setPin] = useState(given ?? '');
  const [code, setCode] = useState<string | null>(null);
  const done = useRef<HTMLButtonElement>(null);
  useReturnFocus();
  useEffect(() => {
    if (code !== null) done.current?.focus();
  }, [code]);

  async function make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const made = await run(() => shell.request('make-recovery-code', { pin }));
    if (made !== undefined) setCode(made.code);
  }

  return (
    // Closed by its button only once the code is there: it is not shown again.
    <Modal
      opened
      onClose={onClose}
      title={t('recovery.title')}
      closeOnClickOutside={code === null}
      closeOnEscape={code === null}
      withCloseButton={code === null}
    >
      {code === null ? (
        <form onSubmit={(event) => void make(event)} noValidate>
          <Stack>
            <Text>{t('recovery.text')}</Text>
            {given === null ? (
              <PasswordInput
                data-autofocus
                size="lg"
                label={t('devices.local.committeePinLabel')}
                inputMode="numeric"
                autoComplete="off"
                maxLength={8}
                value={pin}
                visibilityToggleButtonProps={{ 'aria-label': t('devices.local.showPin') }}
                onChange={(event) => {
                  setPin(event.currentTarget.value);
                  clear();
                }}
              />
            ) : null}
            <ProblemAlert problem={problem} />
            <DialogFoot>
              <Button variant="default" onClick={onClose}>
                {t('recovery.later')}
              </Button>
              <Button
                type="submit"
                loading={busy}
                disabled={!/^\d{4,8}$/.test(pin)}
                data-autofocus={given !== null || undefined}
              >
                {t('recovery.make')}
              </Button>
            </DialogFoot>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Text>{t('recovery.write')}</Text>
          <output className={classes.recovery} aria-label={t('recovery.title')}>
            {code}
          </output>
          <Text fw={600}>{t('recovery.once')}</Text>
          <DialogFoot>
            <Button ref={done} onClick={onClose}>
              {t('recovery.written')}
            </Button>
          </DialogFoot>
        </Stack>
      )}
    </Modal>
  );
}
