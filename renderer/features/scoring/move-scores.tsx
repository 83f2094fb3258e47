/** Given on the wrong sheet: the juror says whose values these are, sees both sheets before and after, and confirms. */
import { Button, Modal, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { performanceOrder, findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import { moveTargets, noteCount } from '../../../shared/domain/facts/move-scores.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { ContestantId, CriterionId, StageId } from '../../../shared/domain/ids.ts';
import { sayRefusal } from '../../../shared/say/refusals.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { words } from '../../messages/words.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import classes from './scoring.module.css';
import { showDecimal } from '../../messages/numbers.ts';

interface MoveProperties {
  readonly sheet: ScoreSheet;
  readonly contestant: Contestant;
  readonly onGo: (contestant: ContestantId, stage: StageId) => void;
}

export function MoveScores(properties: MoveProperties) {
  const { t } = useTranslation('scoring');
  const contest = useContest();
  const { sheet } = properties;
  const [isAsking, setAsking] = useState(false);
  const hasSomething = sheet.values.size > 0 || noteCount(contest, sheet) > 0;
  if ((sheet.state !== 'draft' && sheet.state !== 'pending') || !hasSomething) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<ArrowLeftRight aria-hidden size="1.1rem" />}
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        {t('move.ask')}
      </Button>
      {isAsking ? <MoveDialog {...properties} contest={contest} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function MoveDialog({
  contest,
  sheet,
  contestant,
  onGo,
  onClose,
}: MoveProperties & { readonly contest: Contest; readonly onClose: () => void }) {
  const { t } = useTranslation('scoring');
  const execute = useExecute();
  const setup = setupOf(contest);
  const [chosen, setChosen] = useState('');
  const [isBusy, setBusy] = useState(false);
  const targets = moveTargets(
    contest,
    sheet,
    performanceOrder(setup.contestants).map(({ id }) => id),
  );
  const open = targets.filter(({ refused }) => refused === null || refused.type === 'conflict');
  const target = targets.find((each) => each.contestant === chosen);
  const named = target === undefined ? undefined : findContestant(setup, target.contestant);
  const isSwap = target !== undefined && (target.sheet.values.size > 0 || noteCount(contest, target.sheet) > 0);

  async function move(): Promise<void> {
    if (target === undefined) return;
    setBusy(true);
    const { contestant: to } = target;
    const isDone = await execute({ type: 'move-scores', from: sheet.contestant, to, stage: sheet.stage });
    setBusy(false);
    if (!isDone) return;
    onClose();
    onGo(to, sheet.stage);
  }

  return (
    <Modal opened onClose={onClose} size="xl" title={t('move.title')}>
      <Stack>
        <Text>{t('move.text', { contestant: contestantText(contestant) })}</Text>
        {open.length === 0 ? (
          <Text fw={600}>{t('move.none')}</Text>
        ) : (
          <NativeSelect
            size="md"
            data-autofocus
            label={t('move.choose')}
            description={t('move.chooseHint')}
            value={chosen}
            data={[
              { value: '', label: t('move.placeholder') },
              ...open.map(({ contestant: id }) => {
                const each = findContestant(setup, id);
                return { value: id, label: each === undefined ? id : contestantText(each) };
              }),
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {target === undefined || named === undefined ? null : target.refused === null ? (
          <>
            {isSwap ? <Text fw={600}>{t('move.swapText', { contestant: contestantText(named) })}</Text> : null}
            <BeforeAndAfter contest={contest} from={{ sheet, contestant }} to={{ ...target, contestant: named }} />
          </>
        ) : (
          <Text fw={600} role="alert">
            {sayRefusal(words.refusals, target.refused)}
          </Text>
        )}
        <DialogFoot>
          <Button variant="default" size="md" onClick={onClose}>
            {t('lock.back')}
          </Button>
          <Button
            size="md"
            disabled={target === undefined || target.refused !== null}
            loading={isBusy}
            onClick={() => void move()}
          >
            {t(isSwap ? 'move.swap' : 'move.move')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}

interface Side {
  readonly sheet: ScoreSheet;
  readonly contestant: Contestant;
}

/** What stands on both sheets now, and what will. */
function BeforeAndAfter({ contest, from, to }: { readonly contest: Contest; readonly from: Side; readonly to: Side }) {
  const { t } = useTranslation('scoring');
  const sides = [from, to];
  const notesOf = ({ sheet }: Side) => {
    const count = noteCount(contest, sheet);
    return count === 0 ? t('move.noNotes') : t('move.notes', { count });
  };
  const valueOf = ({ sheet }: Side, criterion: CriterionId) => {
    const value = sheet.values.get(criterion);
    return value === undefined ? '–' : showDecimal(value);
  };
  return (
    <Table withTableBorder withColumnBorders verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th rowSpan={2}>{t('table.criterion')}</Table.Th>
          {sides.map(({ contestant }) => (
            <Table.Th key={contestant.id} colSpan={2}>
              {contestantText(contestant)}
            </Table.Th>
          ))}
        </Table.Tr>
        <Table.Tr>
          {sides.flatMap(({ contestant }) => [
            <Table.Th key={`${contestant.id} now`}>{t('move.now')}</Table.Th>,
            <Table.Th key={`${contestant.id} after`}>{t('move.after')}</Table.Th>,
          ])}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {from.sheet.rubric.criteria.map(({ id, name }) => (
          <Cells key={id} name={name} values={[valueOf(from, id), valueOf(to, id)]} />
        ))}
        <Cells name={t('move.note')} values={[notesOf(from), notesOf(to)]} />
      </Table.Tbody>
    </Table>
  );
}

function Cells({ name, values: [here, there] }: { readonly name: string; readonly values: readonly [string, string] }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      <Table.Td>{here}</Table.Td>
      <Table.Td className={classes.summaryValue}>{there}</Table.Td>
      <Table.Td>{there}</Table.Td>
      <Table.Td className={classes.summaryValue}>{here}</Table.Td>
    </Table.Tr>
  );
}
