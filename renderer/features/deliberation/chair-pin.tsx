/** [Z3] The PIN of the committee's chair on this laptop: made before it is needed, or changed with the one before. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../contest/hooks.tsx';
import { NewPin } from '../../contest/new-pin.tsx';
import { useRequest } from '../../contest/use-request.ts';

export function ChairPin() {
  const { t } = useTranslation('deliberation');
  const shell = useShell();
  const { busy, problem, run, clear } = useRequest();
  const [isSet, setKnown] = useState<boolean | null>(null);
  const [isChanging, setChanging] = useState(false);
  const [isDone, setDone] = useState(false);
  const ask = async (): Promise<boolean> => (await run(() => shell.request('has-chair-pin'))) ?? false;
  useEffect(() => {
    let isGone = false;
    void run(() => shell.request('has-chair-pin')).then((known) => (isGone ? undefined : setKnown(known ?? null)));
    return () => {
      isGone = true;
    };
  }, [run, shell]);

  /** It may have been made in the dialog of an agreement meanwhile. */
  async function begin(): Promise<void> {
    setKnown(await ask());
    setDone(false);
    setChanging(true);
  }

  async function save({ pin, oldPin }: { readonly pin: string; readonly oldPin: string }): Promise<void> {
    const given = isSet === true ? { oldPin } : {};
    if ((await run(() => shell.request('set-chair-pin', { pin, ...given }))) === undefined) return;
    setKnown(true);
    setDone(true);
    setChanging(false);
  }

  if (isSet === null) return null;
  return (
    <Group mt="md" gap="sm">
      <Button size="sm" variant="default" aria-haspopup="dialog" onClick={() => void begin()}>
        {t(isSet ? 'pin.change' : 'pin.set')}
      </Button>
      <output>{isDone ? <Text component="strong">{t('pin.done')}</Text> : null}</output>
      <Modal opened={isChanging} onClose={() => setChanging(false)} title={t('pin.title')}>
        <NewPin
          text={t('pin.text')}
          {...(isSet ? { oldLabel: t('pin.old') } : {})}
          label={t('pin.new')}
          confirm={t('pin.save')}
          busy={busy}
          problem={problem}
          onCancel={() => setChanging(false)}
          onTyping={clear}
          onPin={(given) => void save(given)}
        />
      </Modal>
    </Group>
  );
}
