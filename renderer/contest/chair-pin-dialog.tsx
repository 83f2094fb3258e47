/** [Z3] Asks for the PIN of the committee's chair; where the chair has none yet, it is made first. */
import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellError } from '../../shared/ipc/request.ts';
import type { Result } from '../../shared/lib/result.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import { useShell } from './hooks.tsx';
import { NewPin } from './new-pin.tsx';
import { useRequest } from './use-request.ts';

const shape = /^\d{4,8}$/;

export function ChairPinDialog({
  title,
  children,
  confirm,
  tone = 'normal',
  ask,
  onDone,
  onClose,
}: {
  readonly title: string;
  /** What the PIN is given for. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly tone?: 'normal' | 'danger';
  readonly ask: (pin: string) => Promise<Result<null, ShellError>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('deliberation');
  const { t: tUi } = useTranslation('ui');
  const shell = useShell();
  const { busy, problem, run, clear } = useRequest();
  const [isSet, setKnown] = useState<boolean | null>(null);
  const [pin, setPin] = useState('');
  const [isTried, setTried] = useState(false);
  useReturnFocus();
  useEffect(() => {
    void run(() => shell.request('has-chair-pin')).then((known) => setKnown(known ?? true));
  }, [run, shell]);

  async function give(given: string): Promise<void> {
    if ((await run(() => ask(given))) !== undefined) onDone();
  }

  async function make(made: string): Promise<void> {
    if ((await run(() => shell.request('set-chair-pin', { pin: made }))) === undefined) return;
    setKnown(true);
    await give(made);
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (shape.test(pin)) void give(pin);
  }

  const isShape = shape.test(pin);
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack>
        {children}
        {isSet === null ? null : isSet ? (
          <form onSubmit={submit} noValidate>
            <Stack>
              <PasswordInput
                data-autofocus
                size="lg"
                label={t('pin.label')}
                inputMode="numeric"
                autoComplete="off"
                maxLength={8}
                value={pin}
                error={isTried && !isShape ? t('pin.shape') : undefined}
                visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
                onChange={(event) => {
                  setPin(event.currentTarget.value);
                  clear();
                }}
                ref={focused}
              />
              <ProblemAlert problem={problem} />
              <DialogFoot>
                <Button variant="default" onClick={onClose}>
                  {tUi('cancel')}
                </Button>
                <Button type="submit" color={tone === 'danger' ? 'red' : 'teal'} loading={busy}>
                  {confirm}
                </Button>
              </DialogFoot>
            </Stack>
          </form>
        ) : (
          <>
            <Text fw={600}>{t('pin.first')}</Text>
            <NewPin
              text={t('pin.text')}
              label={t('pin.new')}
              confirm={t('pin.save')}
              busy={busy}
              problem={problem}
              onCancel={onClose}
              onTyping={clear}
              onPin={({ pin: made }) => void make(made)}
            />
          </>
        )}
      </Stack>
    </Modal>
  );
}

/** The field comes after the dialog that would focus it. */
function focused(field: HTMLInputElement | null): void {
  field?.focus();
}
