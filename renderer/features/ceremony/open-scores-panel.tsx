/** [Z11] Where the committee opens the scores to every laptop; afterwards, what this laptop finds itself. */
import { Alert, Button, Checkbox, Text } from '@mantine/core';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContestPart, useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import panels from '../../ui/panels.module.css';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { OwnCheckPanel } from '../../contest/own-check-panel.tsx';

export function OpenScoresPanel({ isAnnounced }: { readonly isAnnounced: boolean }) {
  const { t } = useTranslation('opening');
  const shell = useShell();
  const { busy, problem, run, clear } = useRequest();
  const [isAsking, setAsking] = useState(false);
  const [withNotes, setWithNotes] = useState(false);
  const isOpened = useContestPart(({ scoresOpening }) => scoresOpening !== null);
  const readsNotes = useContestPart(({ format }) => format < 3);
  const agreed = useContestPart(({ openingAgreements }) => openingAgreements.at(-1)?.value.reason ?? null);
  if (isOpened) return <OwnCheckPanel />;

  async function open(): Promise<void> {
    const done = await run(() => shell.request('open-scores', { withNotes }));
    if (done !== undefined) setAsking(false);
  }

  return (
    <section className={panels.panel} aria-labelledby="buka-nilai">
      <h2 className={panels.panelTitle} id="buka-nilai">
        {t('title')}
      </h2>
      <Text mb="sm">{t('hint')}</Text>
      {isAnnounced ? null : <Text mb="sm">{agreed === null ? t('early') : t('agreed', { reason: agreed })}</Text>}
      <Button
        variant="default"
        leftSection={<Eye aria-hidden size="1.1rem" />}
        disabled={!isAnnounced && agreed === null}
        onClick={() => setAsking(true)}
      >
        {t('button')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('dialog.title')}
        confirmLabel={t('dialog.confirm')}
        tone="danger"
        busy={busy}
        onCancel={() => {
          clear();
          setAsking(false);
        }}
        onConfirm={() => void open()}
      >
        <Alert color="yellow">{t('dialog.text')}</Alert>
        {readsNotes ? (
          <Checkbox
            label={t('dialog.notes')}
            checked={withNotes}
            onChange={(event) => setWithNotes(event.currentTarget.checked)}
          />
        ) : null}
        <ProblemAlert problem={problem} />
      </ConfirmDialog>
    </section>
  );
}
