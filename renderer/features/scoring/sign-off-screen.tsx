/** The juror signs a category off when nothing of it is open: a summary of all own sheets, then the signature. */
import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { ArrowRight, BadgeCheck, LockOpen, Signature } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findContestant, setupOf, signOffOf, takenBack, type Contest } from '../../../shared/domain/contest.ts';
import { isCalibration } from '../../../shared/domain/setup/contest-file.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { CategoryId, JurorId } from '../../../shared/domain/ids.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import panels from '../../ui/panels.module.css';
import { Progress } from '../../ui/progress.tsx';
import { AgreeOpening } from './agree-opening.tsx';
import { JurySeal } from './jury-seal.tsx';
import { missingFor, NothingToSign } from './nothing-to-judge.tsx';
import { hasValues, isOpen, ownCategories, type OwnCategory } from './own-sheets.ts';
import { AcceptedPact } from './pact.tsx';
import { usePlace } from './place.tsx';
import classes from './scoring.module.css';
import { useSeat } from './seat.ts';
import { SheetStateBadge } from './sheet-state-badge.tsx';
import { totalsInColumn } from './sheet-total.ts';
import { dateFormat } from '../../messages/language.ts';
import { sayReopening } from '../../../shared/say/reopening.ts';
import { showDecimal } from '../../messages/numbers.ts';
import { words } from '../../messages/words.ts';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

export function SignOffScreen() {
  const { t } = useTranslation('scoring');
  const seat = useSeat();
  const contest = useContest();
  if (missingFor(contest, seat) !== null) {
    return (
      <>
        <NothingToSign />
        <JurySeal contest={contest} seat={seat} />
      </>
    );
  }
  const categories = ownCategories(contest, seat).filter((each) => each.sheets.length > 0);
  return (
    <div className={classes.signOff}>
      <PageTitle title={t('signOff.title')} hint={t('signOff.hint')} actions={<AcceptedPact />} />
      <JurySeal contest={contest} seat={seat} />
      {categories.map((own) => (
        <CategoryPart key={own.category.id} contest={contest} seat={seat} own={own} />
      ))}
      <AgreeOpening
        seat={seat}
        isDone={categories.every(({ category }) => signOffOf(contest, seat, category.id) !== undefined)}
      />
    </div>
  );
}

function CategoryPart({
  contest,
  seat,
  own,
}: {
  readonly contest: Contest;
  readonly seat: JurorId;
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
      {signed === undefined && open === 0 ? <Reopened reason={reopeningOf(contest, seat, category.id)} /> : null}
      {sheets
        .filter((sheet) => isOpen(sheet) && sheet.reopened !== null)
        .map((sheet) => (
          <ReopenedSheet key={`${sheet.contestant}/${sheet.stage}`} contest={contest} sheet={sheet} />
        ))}
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

/** Why the committee opened what was signed. */
function Reopened({ reason }: { readonly reason: string | null }) {
  const { t } = useTranslation('scoring');
  if (reason === null) return null;
  return (
    <Alert color="gold" icon={<LockOpen aria-hidden />} title={t('signOff.reopened')} mb="sm">
      <Text fw={600}>{t('notice.reason', { reason })}</Text>
      <Text>{t('signOff.reopenedText')}</Text>
    </Alert>
  );
}

/** A sheet that the committee opened after it was locked: why, and the way there. */
function ReopenedSheet({ contest, sheet }: { readonly contest: Contest; readonly sheet: ScoreSheet }) {
  const { t } = useTranslation('scoring');
  const { put } = usePlace();
  const contestant = findContestant(setupOf(contest), sheet.contestant);
  const name = contestant === undefined ? sheet.contestant : contestantText(contestant);
  return (
    <Alert color="gold" icon={<LockOpen aria-hidden />} title={t('signOff.reopenedSheet')} mt="sm">
      <Text fw={600}>{t('notice.reason', { reason: sheet.reopened?.reason ?? '' })}</Text>
      <Button
        component={Link}
        to="/penilaian"
        mt="xs"
        size="sm"
        className={classes.nextButton}
        title={name}
        rightSection={<ArrowRight aria-hidden size="1.2rem" />}
        onClick={() => put({ contestant: sheet.contestant, stage: sheet.stage, criterion: null })}
      >
        {name}
      </Button>
    </Alert>
  );
}

/** The reason of the last time that this category was opened again; null where it never was signed. */
function reopeningOf(contest: Contest, juror: JurorId, category: CategoryId): string | null {
  const last = contest.signOffs.findLast(({ value }) => value.juror === juror && value.category === category);
  const opened = last === undefined ? null : takenBack(contest, last);
  return opened === null ? null : sayReopening(words.reopening, contest, opened);
}

/** The calibration is not signed. */
function isCounted({ contestant }: OwnCategory['contestants'][number]): boolean {
  return !isCalibration(contestant);
}

/** All own sheets of the category as one table per stage, with every value: what is signed is what is seen. */
function OwnSheetsTable({ contest, own }: { readonly contest: Contest; readonly own: OwnCategory }) {
  return own.stages.map((stage) => <StageTable key={stage.id} contest={contest} own={own} stage={stage} />);
}

function StageTable({
  contest,
  own: { category, stages, contestants, sheets },
  stage,
}: {
  readonly contest: Contest;
  readonly own: OwnCategory;
  readonly stage: OwnCategory['stages'][number];
}) {
  const { t } = useTranslation('scoring');
  const ofStage = sheets.filter((sheet) => sheet.stage === stage.id);
  const totals = totalsInColumn(setupOf(contest).rules, ofStage);
  const criteria = ofStage[0]?.rubric.criteria ?? [];
  const name = `${category.name} · ${stage.name}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section className={panels.scroll} aria-label={name} tabIndex={0}>
      <Table verticalSpacing={4} horizontalSpacing={6} highlightOnHover aria-label={name}>
        {stages.length < 2 ? null : <Table.Caption>{stage.name}</Table.Caption>}
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.signOffName}>{t('table.contestant')}</Table.Th>
            {criteria.map((criterion) => (
              <Table.Th key={criterion.id} className={classes.signOffCriterion} title={criterion.name}>
                <span>{criterion.name}</span>
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('comparison.total')}</Table.Th>
            <Table.Th>{t('table.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {contestants.filter(isCounted).map(({ contestant, sheets: own }) => {
            const sheet = own.find((each) => each.stage === stage.id);
            return (
              <Table.Tr key={contestant.id}>
                <Table.Th scope="row" className={classes.signOffName}>
                  <ContestantName contestant={contestant} size="row" />
                </Table.Th>
                {sheet === undefined ? (
                  <Table.Td colSpan={criteria.length + 2}>{t(`outside.${contestant.status}`)}</Table.Td>
                ) : (
                  <>
                    {criteria.map(({ id }) => (
                      <Table.Td key={id} ta="right">
                        {hasValues(sheet) && sheet.values.has(id) ? showDecimal(sheet.values.get(id) ?? '') : '–'}
                      </Table.Td>
                    ))}
                    <Table.Td ta="right">
                      <b>{totals.get(sheet) ?? '–'}</b>
                    </Table.Td>
                    <Table.Td>
                      <span className={classes.signOffState}>
                        <SheetStateBadge sheet={sheet} />
                      </span>
                    </Table.Td>
                  </>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
