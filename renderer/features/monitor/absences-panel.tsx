/** Jurors who are not there: each act one line, however many groups it is for, undone as one. */
import { Button, Table, Text } from '@mantine/core';
import { UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  findContestant,
  findJuror,
  setupOf,
  takenBack,
  type Contest,
  type Written,
} from '../../../shared/domain/contest.ts';
import type { Exemption } from '../../../shared/domain/setup/contest-file.ts';
import { groupBy } from '../../../shared/lib/order.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import panels from '../../ui/panels.module.css';
import classes from './monitor.module.css';

type Act = readonly Written<Exemption>[];

export function AbsencesPanel({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const [cancelling, setCancelling] = useState<Act | null>(null);
  const acts = [...groupBy(contest.absences, ({ ref }) => ref).values()].toSorted(
    (a, b) => (a[0]?.atMs ?? 0) - (b[0]?.atMs ?? 0),
  );
  if (acts.length === 0) return null;
  return (
    <section className={panels.panel} aria-labelledby="juri-tidak-hadir">
      <h2 className={panels.panelTitle} id="juri-tidak-hadir">
        <UserX aria-hidden size="1.2em" /> {t('absences.panel')}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section className={panels.scroll} aria-label={t('absences.table')} tabIndex={0}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('absences.juror')}</Table.Th>
              <Table.Th>{t('absences.column')}</Table.Th>
              <Table.Th>{t('penalty.column.reason')}</Table.Th>
              <Table.Th>{t('penalty.column.action')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {acts.map((act) => (
              <ActRow key={act[0]?.ref} contest={contest} act={act} onCancel={() => setCancelling(act)} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <ReasonDialog
        opened={cancelling !== null}
        title={t('absences.undoTitle', { count: cancelling?.length ?? 0 })}
        confirmLabel={t('absences.undoConfirm')}
        onCancel={() => setCancelling(null)}
        onConfirm={(reason) => {
          const ref = cancelling?.[0]?.ref;
          if (ref === undefined) return;
          void execute({ type: 'cancel-absence', absence: ref, reason }).then((isDone) =>
            isDone ? setCancelling(null) : undefined,
          );
        }}
      >
        <Text>{t('absences.undoText')}</Text>
      </ReasonDialog>
    </section>
  );
}

function ActRow({
  contest,
  act,
  onCancel,
}: {
  readonly contest: Contest;
  readonly act: Act;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('monitor');
  const setup = setupOf(contest);
  const [first] = act;
  if (first === undefined) return null;
  const juror = findJuror(setup, first.value.juror)?.name ?? first.value.juror;
  const names = act.map(({ value }) => {
    const contestant = findContestant(setup, value.contestant);
    return contestant === undefined ? value.contestant : contestantText(contestant);
  });
  const cancelled = takenBack(contest, first);
  const [only] = names;
  const text =
    act.length === 1 ? (
      only
    ) : (
      <details>
        <summary>{t('absences.many', { count: act.length })}</summary>
        <ul className={classes.absentFor}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
    );
  return (
    <Table.Tr>
      <Table.Td>{juror}</Table.Td>
      <Table.Td>{cancelled === null ? text : <s>{text}</s>}</Table.Td>
      <Table.Td>{first.value.reason}</Table.Td>
      <Table.Td>
        {cancelled === null ? (
          <Button
            variant="default"
            size="sm"
            aria-label={t('absences.undoLabel', { juror, count: act.length })}
            onClick={onCancel}
          >
            {t('penalty.undo')}
          </Button>
        ) : (
          t('penalty.cancelled', { reason: cancelled.reason })
        )}
      </Table.Td>
    </Table.Tr>
  );
}
