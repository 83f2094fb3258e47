/** Laptops that ask for a seat: a dialog at once, on every screen of the committee; put off, a line on top until answered. */
import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { Laptop } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../../shared/ipc/network.ts';
import { useContest, useNetworkStatus, useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { JoiningNotices } from './joining-notices.tsx';
import classes from './devices.module.css';

export function AskingLaptops() {
  const { t } = useTranslation('monitor');
  const network = useNetworkStatus();
  /** The code of an invitation that was put off: a later asking is another one. */
  const [later, setLater] = useState<readonly string[]>([]);
  const asking = (network?.invitations ?? []).filter((each) => each.state === 'asking');
  const first = asking.find((each) => !later.includes(each.code));
  const machineOf = (each: Invitation) => each.machine ?? t('asking.unknownMachine');
  return (
    <>
      {network === null ? null : <JoiningNotices network={network} />}
      {asking.length === 0 ? null : (
        <section aria-label={t('asking.label')} className={classes.asking}>
          {asking.map((each) => (
            <Alert key={each.code} color="yellow" icon={<Laptop aria-hidden />}>
              <Group justify="space-between">
                <Text fw={600}>{t('asking.waiting', { machine: machineOf(each), seat: each.seatName })}</Text>
                <Button size="sm" onClick={() => setLater(later.filter((code) => code !== each.code))}>
                  {t('asking.answer')}
                </Button>
              </Group>
            </Alert>
          ))}
        </section>
      )}
      {first === undefined ? null : (
        <AskingDialog
          key={first.code}
          invitation={first}
          machine={machineOf(first)}
          onLater={() => setLater([...later, first.code])}
        />
      )}
    </>
  );
}

function AskingDialog({
  invitation: { seat, seatName },
  machine,
  onLater,
}: {
  readonly invitation: Invitation;
  readonly machine: string;
  readonly onLater: () => void;
}) {
  const { t } = useTranslation('monitor');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  useReturnFocus();
  const [isSamePerson, setSamePerson] = useState(true);
  /** Somebody has judged on this seat before: a substitute does not see what that person wrote. */
  const isFurther = [...useContest().devices.values()].some((device) => device.seat === seat);
  const answer = (admit: boolean) => {
    const samePerson = isFurther ? { samePerson: isSamePerson } : {};
    return void run(() => shell.request('answer-asking', { seat, admit, ...samePerson }));
  };
  return (
    <Modal opened onClose={onLater} title={t('asking.title', { machine, seat: seatName })}>
      <Stack>
        <Text>{t('asking.text', { seat: seatName })}</Text>
        {isFurther ? (
          <Checkbox
            size="md"
            label={t('asking.same')}
            description={t('asking.sameHint')}
            checked={isSamePerson}
            onChange={(event) => setSamePerson(event.currentTarget.checked)}
          />
        ) : null}
        <ProblemAlert problem={problem} />
        <DialogFoot>
          <Button variant="default" onClick={onLater} data-autofocus>
            {t('asking.later')}
          </Button>
          <Button variant="outline" color="red" disabled={busy} onClick={() => answer(false)}>
            {t('asking.refuse')}
          </Button>
          <Button loading={busy} onClick={() => answer(true)}>
            {t('asking.admit')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}
