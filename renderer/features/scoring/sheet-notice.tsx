/** Why a sheet is as it is, and what to do about it: locked, reopened, recused, absent, locked twice. */
import { Alert, Button, Table } from '@mantine/core';
import { Ban, CircleAlert, EyeOff, Lock, LockOpen, Minus, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  exemptionOf,
  factsKey,
  findContestant,
  setupOf,
  signOffOf,
  takenBack,
  type Contest,
} from '../../../shared/domain/contest.ts';
import { hiddenFrom } from '../../../shared/domain/blind.ts';
import { requestFor } from '../../../shared/domain/correspondence.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { useEvents, useExecute } from '../../contest/hooks.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { CalibrationNotice } from './calibration.tsx';
import { reopenedId } from './fields.ts';
import { useOrigin } from './origin.ts';
import { useIsPractice } from './practice.tsx';
import classes from './scoring.module.css';
import { showDecimal } from '../../messages/numbers.ts';

interface NoticeProperties {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
}

export function SheetNotice(properties: NoticeProperties) {
  const { t } = useTranslation('scoring');
  const { contest, sheet } = properties;
  const isBlind = hiddenFrom(contest, sheet.juror).has(sheet.contestant);
  return (
    <>
      {isBlind ? (
        <Alert color="gray" icon={<EyeOff aria-hidden />} title={t('blind.title')} mb="md" role="note">
          {t('blind.text')}
        </Alert>
      ) : null}
      <CalibrationNotice {...properties} />
      <StateNotice {...properties} />
    </>
  );
}

function StateNotice({ contest, sheet }: NoticeProperties) {
  const { t } = useTranslation('scoring');
  const isPractice = useIsPractice();
  const isEmpty = sheet.values.size === 0 && sheet.conflicts.size === 0;
  if (sheet.state === 'locked') return <LockedNotice contest={contest} sheet={sheet} />;
  if (sheet.state === 'recused') return <RecusedNotice contest={contest} sheet={sheet} />;
  if (sheet.state === 'absent') {
    const absence = exemptionOf(contest, 'absences', sheet.juror, sheet.contestant, sheet.stage);
    return (
      <Alert color="gray" icon={<UserX aria-hidden />} title={t('notice.absent')} mb="md">
        <Reason reason={absence?.value.reason ?? ''} />
        {t('notice.absentText')}
      </Alert>
    );
  }
  if (sheet.state === 'not-advanced') {
    return (
      <Alert color="gray" icon={<Minus aria-hidden />} title={t('notice.notAdvanced')} mb="md">
        {t('notice.notAdvancedText')}
      </Alert>
    );
  }
  if (sheet.disputed !== null) {
    const exemption = exemptionOf(contest, sheet.disputed, sheet.juror, sheet.contestant, sheet.stage);
    return (
      <Alert color="red" icon={<CircleAlert aria-hidden />} title={t('notice.disputed')} mb="md">
        <Reason reason={exemption?.value.reason ?? ''} />
        {t('notice.disputedText')}
      </Alert>
    );
  }
  if (sheet.state === 'conflict' && sheet.conflicts.size === 0) {
    return <LockedTwiceNotice contest={contest} sheet={sheet} />;
  }
  if (sheet.reopened !== null) {
    return (
      <Alert
        id={reopenedId}
        className={classes.reopened}
        color="gold"
        variant="light"
        icon={<LockOpen aria-hidden />}
        title={t('notice.reopened')}
        mb="md"
      >
        <Reason reason={sheet.reopened.reason} />
        {t('notice.reopenedText')}
      </Alert>
    );
  }
  return isEmpty ? <p className={classes.how}>{t(isPractice ? 'practice.how' : 'notice.how')}</p> : null;
}

/** On a line of its own: people end it with or without a full stop. */
function Reason({ reason }: { readonly reason: string }) {
  const { t } = useTranslation('scoring');
  return <p style={{ marginBlock: '0 0.4rem', fontWeight: 600 }}>{t('notice.reason', { reason })}</p>;
}

function LockedNotice({ contest, sheet }: NoticeProperties) {
  const { t } = useTranslation('scoring');
  const category = findContestant(setupOf(contest), sheet.contestant)?.category;
  const isSignedOff = category !== undefined && signOffOf(contest, sheet.juror, category) !== undefined;
  return (
    <Alert color="green" icon={<Lock aria-hidden />} title={t('notice.locked')} mb="md">
      <p style={{ margin: 0 }}>{isSignedOff ? t('notice.signedOffText') : t('notice.lockedText')}</p>
      <AskReopening contest={contest} sheet={sheet} />
    </Alert>
  );
}

/** [D24] The way to change a locked sheet: what was asked for and what became of it stand here too. */
function AskReopening({ contest, sheet }: NoticeProperties) {
  const { t } = useTranslation('scoring');
  const execute = useExecute();
  const [isAsking, setAsking] = useState(false);
  const { juror, contestant, stage } = sheet;
  const request = requestFor(contest, juror, contestant, stage);

  async function ask(reason: string): Promise<void> {
    const isDone = await execute({ type: 'ask-reopening', contestant, stage, reason });
    if (isDone) setAsking(false);
  }

  return (
    <>
      <output>
        {request === null ? null : (
          <p className={classes.requestState}>
            {request.refused === null
              ? t('request.waiting', { reason: request.reason })
              : t('request.refused', { reason: request.refused })}
          </p>
        )}
      </output>
      {request !== null && request.refused === null ? null : (
        <Button variant="default" size="sm" mt="xs" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t('request.ask')}
        </Button>
      )}
      <ReasonDialog
        opened={isAsking}
        title={t('request.title')}
        label={t('request.reason')}
        confirmLabel={t('request.confirm')}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => void ask(reason)}
      >
        {t('request.text')}
      </ReasonDialog>
    </>
  );
}

function RecusedNotice({ contest, sheet }: NoticeProperties) {
  const { t } = useTranslation('scoring');
  const execute = useExecute();
  const [isAsking, setAsking] = useState(false);
  const events = useEvents();
  const recusal = exemptionOf(contest, 'recusals', sheet.juror, sheet.contestant, sheet.stage);
  const author = events.find(({ ref }) => ref === recusal?.ref)?.author.role;

  async function withdraw(reason: string): Promise<void> {
    const isDone = await execute({ type: 'withdraw-recusal', contestant: sheet.contestant, reason });
    if (isDone) setAsking(false);
  }

  return (
    <Alert
      color="gray"
      icon={<Ban aria-hidden />}
      title={t(author === 'committee' ? 'notice.recusedByCommittee' : 'notice.recused')}
      mb="md"
    >
      <Reason reason={recusal?.value.reason ?? ''} />
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('recusal.withdraw')}
      </Button>
      <ReasonDialog
        opened={isAsking}
        title={t('recusal.withdraw')}
        confirmLabel={t('recusal.withdrawConfirm')}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => void withdraw(reason)}
      >
        {t('recusal.withdrawText')}
      </ReasonDialog>
    </Alert>
  );
}

/** Locked on two laptops with different values: both stand side by side; only the committee can open it. */
function LockedTwiceNotice({ contest, sheet }: NoticeProperties) {
  const { t } = useTranslation('scoring');
  const originOf = useOrigin();
  const locks = (contest.facts.get(factsKey(sheet.juror, sheet.contestant))?.locks.get(sheet.stage) ?? []).filter(
    (lock) => takenBack(contest, lock) === null,
  );
  return (
    <Alert color="red" icon={<CircleAlert aria-hidden />} title={t('conflict.locks')} mb="md">
      <p style={{ marginTop: 0 }}>{t('conflict.locksText')}</p>
      <Table withTableBorder withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.criterion')}</Table.Th>
            {locks.map((lock) => (
              <Table.Th key={lock.ref}>{originOf(lock)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheet.rubric.criteria.map((criterion) => {
            const values = locks.map((lock) => lock.value.values[criterion.id] ?? '–');
            const isDifferent = new Set(values).size > 1;
            return (
              <Table.Tr key={criterion.id}>
                <Table.Th scope="row">
                  {criterion.name} {isDifferent ? <em>({t('conflict.differs')})</em> : null}
                </Table.Th>
                {locks.map((lock, index) => (
                  <Table.Td key={lock.ref} fw={isDifferent ? 700 : undefined}>
                    {showDecimal(values[index] ?? '–')}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Alert>
  );
}
