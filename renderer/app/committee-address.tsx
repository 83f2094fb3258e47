/** A juror's laptop that does not find the committee's: the address where it looks, and another one to be tried. */
import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { MapPin } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveStatus } from '../../shared/ipc/network.ts';
import { useShell } from '../contest/hooks.tsx';
import { useRequest } from '../contest/use-request.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';

export function CommitteeAddress({ save }: { readonly save: SaveStatus }) {
  const { t } = useTranslation('app');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {save.connection === 'connected' ? null : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<MapPin aria-hidden size="1rem" />}
          onClick={() => setOpen(true)}
        >
          {t('address.change')}
        </Button>
      )}
      {isOpen ? <AddressDialog save={save} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AddressDialog({ save, onClose }: { readonly save: SaveStatus; readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const shell = useShell();
  const { busy, problem, run, clear } = useRequest();
  const [address, setAddress] = useState(save.committeeAddress ?? '');
  const [isTried, setTried] = useState(false);
  useReturnFocus();

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const moved = await run(() => shell.request('move-committee', { address: address.trim() }));
    setTried(moved !== undefined);
  }

  return (
    <Modal opened onClose={onClose} title={t('address.title')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Text>{t('address.text')}</Text>
          <Text>
            {t('address.now')}: <strong>{save.committeeAddress ?? t('address.none')}</strong>
          </Text>
          <TextInput
            data-autofocus
            label={t('address.field')}
            description={t('address.hint')}
            maxLength={300}
            spellCheck={false}
            autoComplete="off"
            value={address}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              setTried(false);
              clear();
            }}
          />
          <ProblemAlert problem={problem} />
          <output>{isTried ? <strong>{save.problem ?? t(`address.state.${save.connection}`)}</strong> : null}</output>
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('address.close')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('address.try')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}
