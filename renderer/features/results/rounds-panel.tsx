/** Babak: who advances to each later round of a category, and the closing of it that the jurors' laptops read (D26). */
import { Alert, Button, Group, Text } from '@mantine/core';
import { FileOutput, Lock, LockOpen, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closingOf } from '../../../shared/domain/closed-rounds.ts';
import type { Contest } from '../../../shared/domain/contest.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import { isSameSet } from '../../../shared/ranking/ties.ts';
import type { CategoryTotals, RoundTotals } from '../../../shared/ranking/types.ts';
import { useExecute, useShell } from '../../contest/hooks.tsx';
import { useSaving } from '../../contest/saved-document.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { contestantName, contestantNames, stageName } from './names.ts';
import classes from './results.module.css';

interface PanelProperties {
  readonly contest: Contest;
  readonly file: ContestFile;
  readonly totals: CategoryTotals;
}

export function RoundsPanel({ contest, file, totals }: PanelProperties) {
  return totals.rounds.map((round) => (
    <Round key={round.to.join()} contest={contest} file={file} totals={totals} round={round} />
  ));
}

function Round({
  contest,
  file,
  totals: { category },
  round,
}: PanelProperties & {
  readonly round: RoundTotals;
}) {
  const { t } = useTranslation('results');
  const execute = useExecute();
  const shell = useShell();
  const { save, outcome } = useSaving();
  const [asked, setAsked] = useState<'close' | 'reopen' | null>(null);
  const { to, state, advanced, out, missing } = round;
  const [stage] = to;
  if (stage === undefined) return null;
  const name = to.map((id) => stageName(file, id)).join(', ');
  const closing = closingOf(contest, category, stage);
  const isSame = closing !== null && isSameSet(closing.value.advanced, advanced) && isSameSet(closing.value.out, out);
  const command = { category, stage };
  const close = (reason?: string) =>
    execute({
      type: 'close-round',
      ...command,
      advanced: [...advanced],
      out: [...out],
      ...(reason === undefined ? {} : { reason }),
    });
  const isStanding = state === 'stands';
  return (
    <section aria-label={t('round.title', { stage: name })}>
      <h2 className={classes.heading}>{t('round.title', { stage: name })}</h2>
      {isStanding ? (
        // Folded: the table below shows them all, with the line between them.
        <>
          <Named file={file} summary={t('round.advanced', { count: advanced.length })} contestants={advanced} />
          <Named file={file} summary={t('round.out', { count: out.length })} contestants={out} />
        </>
      ) : (
        <Text>
          {state === 'open' && missing.length > 0
            ? t('round.missing', { count: missing.length })
            : t(`round.wait.${state}`)}
        </Text>
      )}
      {closing !== null && isStanding && !isSame ? (
        <Alert color="red" mt="xs" icon={<TriangleAlert aria-hidden />}>
          {t('round.changed', { contestants: contestantNames(file, closing.value.advanced) })}
        </Alert>
      ) : null}
      {closing !== null && isSame ? <Text>{t('round.closed')}</Text> : null}
      <Group gap="xs" mt="xs">
        {isStanding && !isSame ? (
          <Button
            leftSection={<Lock aria-hidden size="1.2rem" />}
            onClick={() => (closing === null ? void close() : setAsked('close'))}
          >
            {closing === null ? t('round.close') : t('round.closeAgain')}
          </Button>
        ) : null}
        {closing === null ? null : (
          <Button
            variant="default"
            leftSection={<LockOpen aria-hidden size="1.2rem" />}
            onClick={() => setAsked('reopen')}
          >
            {t('round.reopen')}
          </Button>
        )}
        {closing !== null && isStanding && isSame ? (
          <Button
            variant="default"
            leftSection={<FileOutput aria-hidden size="1.2rem" />}
            onClick={() => save(() => shell.request('save-further-contest', { by: { stage } }))}
          >
            {t('further.round')}
          </Button>
        ) : null}
      </Group>
      {outcome}
      <ReasonDialog
        opened={asked !== null}
        title={asked === 'close' ? t('round.closeAgain') : t('round.reopen')}
        confirmLabel={asked === 'close' ? t('round.closeAgain') : t('round.reopen')}
        onCancel={() => setAsked(null)}
        onConfirm={(reason) => {
          const done = asked === 'close' ? close(reason) : execute({ type: 'reopen-round', ...command, reason });
          void done.then((isDone) => (isDone ? setAsked(null) : undefined));
        }}
      >
        {asked === 'close' ? contestantNames(file, advanced) : t('round.reopenText')}
      </ReasonDialog>
    </section>
  );
}

function Named({
  file,
  summary,
  contestants,
}: {
  readonly file: ContestFile;
  readonly summary: string;
  readonly contestants: readonly ContestantId[];
}) {
  if (contestants.length === 0) return <Text>{summary}</Text>;
  return (
    <details className={classes.jurors}>
      <summary>{summary}</summary>
      <ul>
        {contestants.map((id) => (
          <li key={id}>{contestantName(file, id)}</li>
        ))}
      </ul>
    </details>
  );
}
