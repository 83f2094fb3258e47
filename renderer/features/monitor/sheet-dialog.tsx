/** What the committee can do about one sheet: open its lock, record an absence or take it back; always with the reason. */
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { MessageSquare } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exemptionOf, setupOf, signOffOf, standingLocks, type Contest } from '../../../shared/domain/contest.ts';
import { unseenMessages } from '../../../shared/domain/correspondence.ts';
import { sheetOf } from '../../../shared/domain/score-sheet.ts';
import type { Command } from '../../../shared/domain/facts/commands.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { HistoryLink } from '../../contest/history-link.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import type { BoardChoice } from './board.ts';
import { DisputedDialog } from './disputed-dialog.tsx';
import { SheetStateMark } from './sheet-state-mark.tsx';

type SheetChoice = Extract<BoardChoice, { type: 'sheet' }>;

/** What is said, and what can be asked for; `command` null: nothing. */
interface Offer {
  readonly texts: readonly string[];
  readonly confirm: string;
  readonly command: ((reason: string) => Command) | null;
  readonly hasScope: boolean;
}

export function SheetDialog({
  contest,
  choice,
  onClose,
}: {
  readonly contest: Contest;
  readonly choice: SheetChoice;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const [isEverywhere, setEverywhere] = useState(false);
  const { juror, contestant, stage } = choice;
  const setup = setupOf(contest);
  const named = setup.contestants.find((each) => each.id === contestant);
  const stageName = setup.stages.find((each) => each.id === stage)?.name ?? stage;
  const title = t('sheet.title', {
    juror: setup.jurors.find((each) => each.id === juror)?.name ?? juror,
    contestant: named === undefined ? contestant : contestantText(named),
  });
  const { texts, confirm, command, hasScope } = useOffer(contest, choice, isEverywhere);
  const sheet = sheetOf(contest, juror, contestant, stage);
  const state = sheet?.state ?? 'not-judged';
  if (sheet !== null && sheet.disputed !== null) {
    return <DisputedDialog contest={contest} sheet={sheet} title={title} onClose={onClose} />;
  }
  const content = (
    <>
      <Group gap="sm">
        <Text fw={600}>{t('sheet.stage', { stage: stageName })}</Text>
        <SheetStateMark state={state} words={t(`state.${state}`)} />
      </Group>
      {named !== undefined && (state === 'pending' || state === 'draft') ? (
        <AskToLock contest={contest} juror={juror} group={contestantText(named)} />
      ) : null}
      {texts.map((text) => (
        <Text key={text}>{text}</Text>
      ))}
      <HistoryLink of={{ juror, contestant }}>{t('sheet.history')}</HistoryLink>
      {hasScope && setup.stages.length > 1 ? (
        <Radio.Group
          label={t('sheet.absentScope')}
          value={isEverywhere ? 'all' : 'one'}
          onChange={(value) => setEverywhere(value === 'all')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="one" label={t('sheet.thisStage', { stage: stageName })} />
            <Radio value="all" label={t('sheet.allStages')} />
          </Stack>
        </Radio.Group>
      ) : null}
    </>
  );
  if (command === null) {
    return (
      <InformationDialog title={title} onClose={onClose}>
        {content}
      </InformationDialog>
    );
  }
  return (
    <ReasonDialog
      opened
      title={title}
      confirmLabel={confirm}
      onCancel={onClose}
      onConfirm={(reason) => void execute(command(reason)).then((isDone) => (isDone ? onClose() : undefined))}
    >
      {content}
    </ReasonDialog>
  );
}

/** [D25] The line that is sent most: one press, and whether the last one has been seen. */
function AskToLock({
  contest,
  juror,
  group,
}: {
  readonly contest: Contest;
  readonly juror: JurorId;
  readonly group: string;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const text = t('sheet.askToLockText', { group }).slice(0, limits.reasonLength);
  const isWaiting = unseenMessages(contest, juror).some(({ value }) => value.text === text);
  return (
    <Group gap="sm">
      <Button
        variant="default"
        size="sm"
        leftSection={<MessageSquare aria-hidden size="1rem" />}
        disabled={isWaiting}
        onClick={() => void execute({ type: 'send-message', to: juror, text })}
      >
        {t('sheet.askToLock')}
      </Button>
      <output>{isWaiting ? t('sheet.askedToLock') : ''}</output>
    </Group>
  );
}

function useOffer(contest: Contest, { juror, contestant, stage }: SheetChoice, isEverywhere: boolean): Offer {
  const { t } = useTranslation('monitor');
  const nothing = { confirm: '', command: null, hasScope: false };
  const reopen: Offer = {
    texts: [t('sheet.reopenText')],
    confirm: t('sheet.reopen'),
    command: (reason) => ({ type: 'reopen-sheet', juror, contestant, stage, reason }),
    hasScope: false,
  };
  const state = sheetOf(contest, juror, contestant, stage)?.state ?? 'not-judged';
  switch (state) {
    case 'locked':
      return reopen;
    case 'conflict': {
      return standingLocks(contest, juror, contestant, stage).length > 0
        ? { ...reopen, texts: [t('sheet.lockConflictText')] }
        : { ...nothing, texts: [t('sheet.conflictText')] };
    }
    case 'pending':
    case 'draft':
      return {
        texts: [t('sheet.absentText')],
        confirm: t('sheet.absent'),
        command: (reason) => ({
          type: 'record-absence',
          absence: { juror, contestant, reason, ...(isEverywhere ? {} : { stages: [stage] }) },
        }),
        hasScope: true,
      };
    case 'absent': {
      const absence = exemptionOf(contest, 'absences', juror, contestant, stage);
      if (absence === undefined) return { ...nothing, texts: [] };
      const together = contest.absences.filter((each) => each.ref === absence.ref).length;
      return {
        texts: [
          t('sheet.cancelAbsenceText', { reason: absence.value.reason }),
          ...(together > 1 ? [t('sheet.cancelOneText', { count: together })] : []),
        ],
        confirm: t('sheet.cancelAbsence'),
        command: (reason) => ({ type: 'cancel-absence', absence: absence.ref, only: contestant, reason }),
        hasScope: false,
      };
    }
    case 'recused': {
      const reason = exemptionOf(contest, 'recusals', juror, contestant, stage)?.value.reason ?? '';
      return { ...nothing, texts: [t('sheet.recusedText', { reason }), t('sheet.recusedHint')] };
    }
    case 'not-advanced':
      return { ...nothing, texts: [t('sheet.notAdvanced')] };
    case 'not-judged':
      return { ...nothing, texts: [t('sheet.notJudged')] };
  }
}

export function SignOffDialog({
  contest,
  choice: { juror, category },
  onClose,
}: {
  readonly contest: Contest;
  readonly choice: Extract<BoardChoice, { type: 'sign-off' }>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const setup = setupOf(contest);
  const title = t('sheet.title', {
    juror: setup.jurors.find((each) => each.id === juror)?.name ?? juror,
    contestant: setup.categories.find((each) => each.id === category)?.name ?? category,
  });
  const isSigned = signOffOf(contest, juror, category) !== undefined;
  if (!isSigned) {
    return (
      <InformationDialog title={title} onClose={onClose}>
        <Text>{t('sheet.notSigned')}</Text>
      </InformationDialog>
    );
  }
  return (
    <ReasonDialog
      opened
      title={title}
      confirmLabel={t('sheet.reopenSignOff')}
      onCancel={onClose}
      onConfirm={(reason) =>
        void execute({ type: 'reopen-sign-off', juror, category, reason }).then((isDone) =>
          isDone ? onClose() : undefined,
        )
      }
    >
      <Text>{t('sheet.reopenSignOffText')}</Text>
    </ReasonDialog>
  );
}

/** Nothing can be asked for: to be read and closed. */
function InformationDialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('monitor');
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack>
        {children}
        <DialogFoot>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('sheet.close')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}
