/** [P3] The committee forgot its PIN: the code that was written down, and a new PIN typed twice. */
import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export function RecoveryForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('session');
  const shell = useShell();
  const { busy, problem, run, clear } = useRequest();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const isPin = /^\d{4,8}$/.test(pin);

  useEffect(() => field.current?.focus(), []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (code.trim() === '' || !isPin || pin !== again) return;
    const entered = await run(() => shell.request('recover-committee', { code, pin }));
    if (entered !== undefined) return;
    field.current?.focus();
    field.current?.select();
  }

  const common = {
    size: 'lg',
    inputMode: 'numeric',
    autoComplete: 'off',
    maxLength: 8,
    visibilityToggleButtonProps: { 'aria-label': t('showPin') },
  } as const;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Title order={2} size="h3">
          {t('recovery.title')}
        </Title>
        <Text>{t('recovery.text')}</Text>
        {/* Above the field that has the focus then: at large text what stands below is out of sight. */}
        <ProblemAlert problem={problem} />
        <TextInput
          ref={field}
          size="lg"
          label={t('recovery.code')}
          description={t('recovery.codeHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={code}
          error={isTried && code.trim() === '' ? t('recovery.codeMissing') : undefined}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            clear();
          }}
        />
        <PasswordInput
          {...common}
          label={t('choosePin')}
          description={t('pinShape')}
          value={pin}
          error={isTried && !isPin ? t('pinShape') : undefined}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <PasswordInput
          {...common}
          label={t('pinAgain')}
          value={again}
          error={isTried && isPin && pin !== again ? t('pinDiffers') : undefined}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" size="lg" loading={busy}>
            {t('recovery.enter')}
          </Button>
          <Button variant="default" size="lg" onClick={onBack}>
            {t('back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
