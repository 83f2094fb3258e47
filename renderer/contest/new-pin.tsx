/** A new PIN, typed twice; where one is set already by its own person, the one before first. */
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownProblem } from './use-request.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';

const shape = /^\d{4,8}$/;

export function NewPin({
  text,
  oldLabel,
  label,
  confirm,
  busy,
  problem,
  onCancel,
  onPin,
  onTyping,
}: {
  readonly text: string;
  /** Of the field for the PIN that is set now; absent: it is not asked. */
  readonly oldLabel?: string;
  readonly label: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly problem: ShownProblem | null;
  readonly onCancel: () => void;
  /** `oldPin`: empty where it is not asked. */
  readonly onPin: (change: { readonly pin: string; readonly oldPin: string }) => void;
  /** Typing goes on after a refusal. */
  readonly onTyping: () => void;
}) {
  const { t } = useTranslation('monitor');
  const [old, setOld] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const isPin = shape.test(pin);
  const isOld = oldLabel === undefined || shape.test(old);
  const first = useRef<HTMLInputElement>(null);

  // The dialog focuses the first one by itself; the second, in its place, would have none.
  useEffect(() => first.current?.focus(), []);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (isOld && isPin && pin === again) onPin({ pin, oldPin: old });
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
        {oldLabel === undefined ? null : (
          <PasswordInput
            {...common}
            ref={first}
            data-autofocus
            label={oldLabel}
            value={old}
            error={isTried && !isOld ? t('devices.local.pinShape') : undefined}
            onChange={(event) => {
              setOld(event.currentTarget.value);
              onTyping();
            }}
          />
        )}
        <PasswordInput
          {...common}
          {...(oldLabel === undefined ? { ref: first, 'data-autofocus': true } : {})}
          label={label}
          description={t('devices.local.pinShape')}
          value={pin}
          error={isTried && !isPin ? t('devices.local.pinShape') : undefined}
          onChange={(event) => {
            setPin(event.currentTarget.value);
            onTyping();
          }}
        />
        <PasswordInput
          {...common}
          label={t('devices.local.pinAgain')}
          value={again}
          error={isTried && isPin && pin !== again ? t('devices.local.pinDiffers') : undefined}
          onChange={(event) => {
            setAgain(event.currentTarget.value);
            onTyping();
          }}
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
