/** All deductions of the contest; a cancelled one stays, with the reason why. */
import { Button, Table } from '@mantine/core';
import { CircleMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../shared/ceremony/stage-time.ts';
import { findContestant, setupOf, takenBack, type Contest, type Written } from '../../../shared/domain/contest.ts';
import type { Penalty } from '../../../shared/domain/setup/contest-file.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import { alignDecimals } from '../../ui/decimal-column.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import panels from '../../ui/panels.module.css';
import { pointsText } from './penalty-dialog.tsx';

export function PenaltiesPanel({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const [cancelling, setCancelling] = useState<Written<Penalty> | null>(null);
  const points = alignDecimals(contest.penalties.map(({ value }) => pointsText(value)));

  if (contest.penalties.length === 0) return null;
  return (
    <section className={panels.panel} aria-labelledby="pengurangan">
      <h2 className={panels.panelTitle} id="pengurangan">
        <CircleMinus aria-hidden size="1.2em" /> {t('penalty.title')}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section className={panels.scroll} aria-label={t('penalty.table')} tabIndex={0}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('penalty.column.contestant')}</Table.Th>
              <Table.Th>{t('penalty.column.reason')}</Table.Th>
              <Table.Th ta="right">{t('penalty.column.points')}</Table.Th>
              <Table.Th>{t('penalty.column.action')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {contest.penalties.map((written, at) => (
              <PenaltyRow
                key={written.ref}
                contest={contest}
                written={written}
                points={points[at] ?? ''}
                onCancel={() => setCancelling(written)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <ReasonDialog
        opened={cancelling !== null}
        title={t('penalty.undoTitle', { points: cancelling === null ? '' : pointsText(cancelling.value) })}
        confirmLabel={t('penalty.undoConfirm')}
        onCancel={() => setCancelling(null)}
        onConfirm={(reason) => {
          if (cancelling === null) return;
          void execute({ type: 'cancel-penalty', penalty: cancelling.ref, reason }).then((isDone) =>
            isDone ? setCancelling(null) : undefined,
          );
        }}
      />
    </section>
  );
}

function PenaltyRow({
  contest,
  written,
  points,
  onCancel,
}: {
  readonly contest: Contest;
  readonly written: Written<Penalty>;
  readonly points: string;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('monitor');
  const { value } = written;
  const contestant = findContestant(setupOf(contest), value.contestant);
  const cancelled = takenBack(contest, written);
  const over = 'overSeconds' in value ? ` (+${clockText(value.overSeconds * 1000)})` : '';
  return (
    <Table.Tr>
      <Table.Td>{contestant === undefined ? value.contestant : <ContestantName contestant={contestant} />}</Table.Td>
      <Table.Td>
        {value.reason}
        {over}
      </Table.Td>
      <Table.Td ta="right">{cancelled === null ? <strong>{points}</strong> : <s>{points}</s>}</Table.Td>
      <Table.Td>
        {cancelled === null ? (
          <Button
            variant="default"
            size="sm"
            aria-label={t('penalty.undoLabel', {
              contestant: contestant === undefined ? value.contestant : contestantText(contestant),
            })}
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
