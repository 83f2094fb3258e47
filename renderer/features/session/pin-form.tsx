/** Asks for the PIN, or twice for a new one. What was typed stays on a refusal, selected, to be typed over. */
import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../messages/language.ts';
import type { Session } from '../../../shared/ipc/app.ts';
import { useShell } from '../../contest/hooks.tsx';

const pinPattern = /^\d{4,8}$/;

export function PinForm({
  session,
  name,
  isNew,
  canBeHelped,
  onForgotten,
  onBack,
}: {
  readonly session: Session;
  readonly name: string;
  readonly isNew: boolean;
  /** The committee can give a new PIN here. */
  readonly canBeHelped: boolean;
  /** There is a recovery code; null: none. */
  readonly onForgotten: (() => void) | null;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('session');
  const shell = useShell();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useSaid<string>();
  const [isBusy, setBusy] = useState(false);

  useEffect(() => field.current?.focus(), []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const wrong = check();
    if (wrong !== null) return refuse(wrong);
    setBusy(true);
    const result = isNew ? await setThenEnter() : await shell.request('sign-in', { session, pin });
    setBusy(false);
    if (!result.ok) refuse(result.error.message);
  }

  async function setThenEnter() {
    const set = await shell.request('set-pin', { session, pin });
    return set.ok ? shell.request('sign-in', { session, pin }) : set;
  }

  function check(): string | null {
    if (!pinPattern.test(pin)) return t('pinShape');
    return isNew && pin !== again ? t('pinDiffers') : null;
  }

  function refuse(message: string): void {
    setProblem(message);
    field.current?.focus();
    field.current?.select();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Title order={2} size="h3">
          {name}
        </Title>
        {isNew ? <Text>{t('newPinText')}</Text> : null}
        <PasswordInput
          ref={field}
          size="lg"
          label={isNew ? t('choosePin') : t('pin')}
          description={isNew ? t('pinShape') : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={pin}
          error={problem}
          errorProps={{ role: 'alert' }}
          visibilityToggleButtonProps={{ 'aria-label': t('showPin') }}
          onChange={(event) => {
            setPin(event.currentTarget.value);
            setProblem(null);
          }}
        />
        {isNew ? (
          <PasswordInput
            size="lg"
            label={t('pinAgain')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            value={again}
            visibilityToggleButtonProps={{ 'aria-label': t('showPin') }}
            onChange={(event) => {
              setAgain(event.currentTarget.value);
              setProblem(null);
            }}
          />
        ) : null}
        {canBeHelped && !isNew ? <Text>{t('forgotten')}</Text> : null}
        {onForgotten === null ? null : (
          <Group>
            <Button variant="subtle" onClick={onForgotten}>
              {t('forgottenCommittee')}
            </Button>
          </Group>
        )}
        <Group>
          <Button type="submit" size="lg" loading={isBusy}>
            {t('enter')}
          </Button>
          <Button variant="default" size="lg" onClick={onBack}>
            {t('back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
