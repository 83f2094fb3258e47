/** [D29] The pact of integrity and the agreed tie-break chain: read and accepted before the first score, shown again on request. */
import { Alert, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { FlaskConical, Handshake } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf } from '../../../shared/domain/contest.ts';
import { acceptanceOf, pactHash } from '../../../shared/domain/pact.ts';
import { pactCode } from '../../../shared/say/pact.ts';
import { sayTieStepText } from '../../../shared/say/tie-steps.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { dateFormat } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import classes from './scoring.module.css';
import { useSeat } from './seat.ts';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

/** Instead of the sheets, until the juror has accepted. */
export function PactToAccept({ onPractise }: { readonly onPractise: () => void }) {
  const { t } = useTranslation('scoring');
  const contest = useContest();
  const seat = useSeat();
  const execute = useExecute();
  const text = pactHash(setupOf(contest));
  const earlier = contest.pactAccepted.some(({ value }) => value.juror === seat && value.text !== text);
  return (
    <div className={classes.pact}>
      <PageTitle title={t('pact.title')} hint={t('pact.hint')} />
      {earlier ? <Alert color="gold">{t('pact.changed')}</Alert> : null}
      <PactText />
      <Group mt="md">
        <Button
          size="lg"
          leftSection={<Handshake aria-hidden size="1.3rem" />}
          onClick={() => void execute({ type: 'accept-pact', text: text ?? '' })}
        >
          {t('pact.accept')}
        </Button>
        <Button
          size="lg"
          variant="default"
          leftSection={<FlaskConical aria-hidden size="1.3rem" />}
          onClick={onPractise}
        >
          {t('tour.practise')}
        </Button>
      </Group>
    </div>
  );
}

/** What was accepted and when, behind a button; nothing where the contest has no pact. */
export function AcceptedPact() {
  const { t } = useTranslation('scoring');
  const contest = useContest();
  const seat = useSeat();
  const [isShown, setShown] = useState(false);
  const accepted = acceptanceOf(contest, seat);
  if (accepted === null) return null;
  return (
    <>
      <Button
        variant="default"
        aria-haspopup="dialog"
        leftSection={<Handshake aria-hidden size="1.1rem" />}
        onClick={() => setShown(true)}
      >
        {t('pact.show')}
      </Button>
      <Modal opened={isShown} onClose={() => setShown(false)} title={t('pact.title')} size="lg">
        <Text fw={600}>
          {t('pact.acceptedBy', { name: accepted.value.by.name, time: moment.format(accepted.atMs) })}
        </Text>
        <PactText />
        <DialogFoot>
          <Button onClick={() => setShown(false)}>{t('pact.close')}</Button>
        </DialogFoot>
      </Modal>
    </>
  );
}

function PactText() {
  const { t } = useTranslation('scoring');
  const setup = setupOf(useContest());
  const { tieBreak } = setup.rules;
  return (
    <Stack gap="sm" className={classes.pactText}>
      <p style={{ whiteSpace: 'pre-line' }}>{setup.contest.pact}</p>
      <Title order={2} size="h4">
        {t('pact.tieBreak')}
      </Title>
      {tieBreak.length === 0 ? (
        <Text>{t('pact.noTieBreak')}</Text>
      ) : (
        <ol>
          {tieBreak.map((step) => (
            <li key={step}>{sayTieStepText(words.tieSteps, setup, step, 'offered')}</li>
          ))}
        </ol>
      )}
      <Text c="var(--gj-quiet)">{t('pact.code', { code: pactCode(pactHash(setup) ?? '') })}</Text>
    </Stack>
  );
}
