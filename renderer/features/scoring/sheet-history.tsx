/** [T6] What happened to this sheet: the juror's own values from what to what, and what the committee did to it and why. */
import { Button, Modal, Stack, Table, Text } from '@mantine/core';
import { History as HistoryIcon } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf } from '../../../shared/domain/contest.ts';
import { historyOf } from '../../../shared/domain/history/history.ts';
import { sheetHistory } from '../../../shared/domain/history/own-sheet.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { useLines } from '../../contest/history-lines.ts';
import { useContest, useEvents } from '../../contest/hooks.tsx';
import { dateFormat } from '../../messages/language.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import classes from './scoring.module.css';

const moment = dateFormat({ day: 'numeric', month: 'short' });

export const SheetHistory = memo(function SheetHistory({ sheet }: { readonly sheet: ScoreSheet }) {
  const { t } = useTranslation('scoring');
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-haspopup="dialog"
        leftSection={<HistoryIcon aria-hidden size="1.1rem" />}
        onClick={() => setShown(true)}
      >
        {t('history.button')}
      </Button>
      {isShown ? <HistoryDialog sheet={sheet} onClose={() => setShown(false)} /> : null}
    </>
  );
});

function HistoryDialog({ sheet, onClose }: { readonly sheet: ScoreSheet; readonly onClose: () => void }) {
  const { t } = useTranslation('scoring');
  const app = useTranslation('app').t;
  const contest = useContest();
  const events = useEvents();
  const history = useMemo(() => {
    const { names, ...rest } = historyOf(contest, events);
    // Called as on every other screen of this juror (D32).
    const seen = setupOf(contest).contestants.map((each) => [each.id, each] as const);
    return { ...rest, names: { ...names, contestants: new Map([...names.contestants, ...seen]) } };
  }, [contest, events]);
  const lines = useLines(history);
  const entries = useMemo(() => sheetHistory(history, sheet).toReversed(), [history, sheet]);
  const setup = setupOf(contest);
  const contestant = findContestant(setup, sheet.contestant);
  const stage = setup.stages.find(({ id }) => id === sheet.stage)?.name ?? sheet.stage;
  return (
    <Modal opened onClose={onClose} size="min(56rem, 96vw)" title={t('history.title', { stage })}>
      <Stack gap="sm">
        {contestant === undefined ? null : <ContestantName contestant={contestant} />}
        <Text c="var(--gj-quiet)">{t('history.hint')}</Text>
        {entries.length === 0 ? (
          <EmptyLine text={t('history.nothing')} />
        ) : (
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th className={classes.historyTime}>{t('history.time')}</Table.Th>
                <Table.Th className={classes.historyWho}>{t('history.who')}</Table.Th>
                <Table.Th>{t('history.what')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => {
                const { what, reason, unused, time } = lines.lineOf(entry);
                const { author, ref, atMs } = entry.recorded;
                return (
                  <Table.Tr key={ref}>
                    <Table.Td className={classes.historyTime}>
                      {moment.format(atMs)} {time}
                    </Table.Td>
                    <Table.Td>{author.role === 'committee' ? app('committee') : t('history.you')}</Table.Td>
                    <Table.Td className={classes.historyWhat}>
                      {what}
                      {reason === '' ? null : <p>{t('notice.reason', { reason })}</p>}
                      {unused === '' ? null : <p>{unused}</p>}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        )}
        <DialogFoot>
          <Button data-autofocus onClick={onClose}>
            {t('history.close')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}
