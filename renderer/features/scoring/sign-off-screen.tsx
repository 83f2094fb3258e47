/** The juror signs a category off when nothing of it is open: a summary of all own sheets, then the signature. */
import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { BadgeCheck, ClipboardList, Signature } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { setupOf, signOffOf, type Contest } from '../../../shared/domain/contest.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Progress } from '../../ui/progress.tsx';
import { hasValues, isOpen, ownCategories, type OwnCategory } from './own-sheets.ts';
import classes from './scoring.module.css';
import { useSeat } from './seat.ts';
import { SheetStateBadge } from './sheet-state-badge.tsx';
import { runningTotal, showPoints } from './sheet-total.ts';

const moment = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short' });

export function SignOffScreen() {
  const { t } = useTranslation('scoring');
  const seat = useSeat();
  const contest = useContest();
  const categories = ownCategories(contest, seat).filter((each) => each.sheets.length > 0);
  if (categories.length === 0) {
    return <EmptyState icon={ClipboardList} title={t('empty.title')} text={t('empty.text')} />;
  }
  return (
    <div className={classes.signOff}>
      <PageTitle title={t('signOff.title')} hint={t('signOff.hint')} />
      {categories.map((own) => (
        <CategoryPart key={own.category.id} contest={contest} seat={seat} own={own} />
      ))}
    </div>
  );
}

function CategoryPart({
  contest,
  seat,
  own,
}: {
  readonly contest: Contest;
  readonly seat: string;
  readonly own: OwnCategory;
}) {
  const { t } = useTranslation('scoring');
  const execute = useExecute();
  const [isAsking, setAsking] = useState(false);
  const { category, sheets } = own;
  const signed = signOffOf(contest, seat, category.id);
  const open = sheets.filter(isOpen).length;
  const title = `kategori-${category.id}`;

  async function sign(): Promise<void> {
    await execute({ type: 'sign-off-category', category: category.id });
    setAsking(false);
  }

  return (
    <section className={classes.signOffPart} aria-labelledby={title}>
      <h2 className={classes.signOffTitle} id={title}>
        {category.name}
      </h2>
      <Progress done={sheets.length - open} total={sheets.length} label={t('signOff.progress')} />
      <OwnSheetsTable contest={contest} own={own} />
      {signed !== undefined ? (
        <Alert color="green" icon={<BadgeCheck aria-hidden />} title={t('signOff.done')}>
          {t('signOff.doneText', { time: moment.format(signed.atMs) })}
        </Alert>
      ) : open > 0 ? (
        <Group>
          <Text>{t('signOff.open', { count: open })}</Text>
          <Button component={Link} to="/penilaian" variant="default">
            {t('signOff.goOn')}
          </Button>
        </Group>
      ) : (
        <Button size="lg" leftSection={<Signature aria-hidden size="1.3rem" />} onClick={() => setAsking(true)}>
          {t('signOff.button', { category: category.name })}
        </Button>
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t('signOff.button', { category: category.name })}
        confirmLabel={t('signOff.confirm')}
        onCancel={() => setAsking(false)}
        onConfirm={() => void sign()}
      >
        <Text>{t('signOff.text')}</Text>
      </ConfirmDialog>
    </section>
  );
}

function OwnSheetsTable({
  contest,
  own: { category, stages, contestants },
}: {
  readonly contest: Contest;
  readonly own: OwnCategory;
}) {
  const { t } = useTranslation('scoring');
  const { rules } = setupOf(contest);
  return (
    <Table.ScrollContainer minWidth={480} scrollAreaProps={{ tabIndex: 0, 'aria-label': category.name }}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.contestant')}</Table.Th>
            {stages.map((stage) => (
              <Table.Th key={stage.id}>{stage.name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {contestants.map(({ contestant, sheets }) => (
            <Table.Tr key={contestant.id}>
              <Table.Td>
                <ContestantName contestant={contestant} />
              </Table.Td>
              {stages.map((stage) => {
                const sheet = sheets.find((each) => each.stage === stage.id);
                if (sheet === undefined) return <Table.Td key={stage.id}>{t(`outside.${contestant.status}`)}</Table.Td>;
                const { total, scored } = runningTotal(rules, sheet.rubric, sheet.values);
                return (
                  <Table.Td key={stage.id}>
                    <span className={classes.rowSheet}>
                      <SheetStateBadge state={sheet.state} />
                      {scored === 0 || !hasValues(sheet) ? null : <b>{showPoints(total)}</b>}
                    </span>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
