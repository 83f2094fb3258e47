/** The last look before locking: every criterion, every value, the total, and what deserves a second thought. */
import { Alert, Button, Checkbox, List, Modal, Stack, Table, Text } from '@mantine/core';
import { Lock, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Contestant, ContestSetup } from '../../../shared/domain/setup/contest-file.ts';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import { alignDecimals } from '../../ui/decimal-column.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { cautionsOf, type Caution } from './caution.ts';
import classes from './scoring.module.css';
import { runningTotal, showPoints, weightedValue } from './sheet-total.ts';
import { showDecimal, showRational } from '../../messages/numbers.ts';

interface LockDialogProperties {
  readonly contest: Contest;
  readonly setup: ContestSetup;
  readonly sheet: ScoreSheet;
  readonly contestant: Contestant;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function LockDialog({ contest, setup, sheet, contestant, isBusy, onConfirm, onCancel }: LockDialogProperties) {
  const { t } = useTranslation('scoring');
  const cautions = cautionsOf(contest, sheet);
  const [isChecked, setChecked] = useState(false);
  const stage = setup.stages.find((each) => each.id === sheet.stage)?.name ?? sheet.stage;
  return (
    <Modal opened onClose={onCancel} size="xl" title={t('lock.title', { stage })}>
      <Stack>
        <ContestantName contestant={contestant} size="large" />
        {cautions.length === 0 ? null : (
          <Alert color="gold" variant="light" icon={<TriangleAlert aria-hidden />} title={t('lock.look')}>
            <List>
              {cautions.map((caution) => (
                <List.Item key={caution.criterion?.id ?? caution.type}>{cautionText(caution)}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Summary setup={setup} sheet={sheet} cautions={cautions} />
        <Text>{t('lock.consequence')}</Text>
        <DialogFoot
          above={
            cautions.length === 0 ? null : (
              <Checkbox
                data-autofocus
                className={classes.looked}
                size="md"
                label={t('lock.looked')}
                checked={isChecked}
                onChange={(event) => setChecked(event.currentTarget.checked)}
              />
            )
          }
        >
          <Button variant="default" size="lg" onClick={onCancel}>
            {t('lock.back')}
          </Button>
          <Button
            size="lg"
            data-autofocus={cautions.length === 0 ? true : undefined}
            disabled={cautions.length > 0 && !isChecked}
            loading={isBusy}
            leftSection={<Lock aria-hidden size="1.3rem" />}
            onClick={onConfirm}
          >
            {t('lock.confirm')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );

  function earlyText(): string {
    const shown = contest.shown === null ? undefined : findContestant(setup, contest.shown.contestant);
    return shown === undefined || shown.id === contestant.id
      ? t('lock.early')
      : t('lock.earlyOther', { shown: contestantText(shown) });
  }

  function cautionText(caution: Caution): string {
    if (caution.type === 'early') return earlyText();
    const name = caution.criterion.name;
    if (caution.type === 'zero') return t('lock.zero', { name });
    const value = showDecimal(sheet.values.get(caution.criterion.id) ?? '');
    const median = showRational(caution.median);
    if (caution.type === 'apart') return t('lock.apart', { name, value, median });
    return t('lock.far', { name, value, median, others: caution.others });
  }
}

function Summary({
  setup,
  sheet,
  cautions,
}: {
  readonly setup: ContestSetup;
  readonly sheet: ScoreSheet;
  readonly cautions: readonly Caution[];
}) {
  const { t } = useTranslation('scoring');
  const { total } = runningTotal(setup.rules, sheet.rubric, sheet.values);
  const marked = new Set(cautions.map((caution) => caution.criterion?.id));
  const { criteria } = sheet.rubric;
  const given = criteria.map(({ id }) => sheet.values.get(id));
  const weights = alignDecimals(criteria.map(({ weight }) => showDecimal(weight)));
  const values = alignDecimals(given.map((value) => (value === undefined ? '–' : showDecimal(value))));
  const points = criteria.map((criterion, at) => {
    const value = given[at];
    return value === undefined ? '–' : showPoints(weightedValue(setup.rules, sheet.rubric, criterion, value));
  });
  const weighted = alignDecimals([...points, showPoints(total)]);
  return (
    <Table verticalSpacing={6} withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('table.criterion')}</Table.Th>
          <Table.Th ta="right">{t('table.weight')}</Table.Th>
          <Table.Th ta="right">{t('table.value')}</Table.Th>
          <Table.Th ta="right">{t('table.weighted')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {criteria.map((criterion, at) => (
          <Table.Tr key={criterion.id}>
            <Table.Th scope="row" fw={500}>
              {marked.has(criterion.id) ? <TriangleAlert aria-label={t('lock.marked')} size="1.1rem" /> : null}{' '}
              {criterion.name}
            </Table.Th>
            <Table.Td ta="right">{weights[at]}</Table.Td>
            <Table.Td ta="right" className={classes.summaryValue}>
              {values[at]}
            </Table.Td>
            <Table.Td ta="right">{weighted[at]}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row" colSpan={3}>
            {t('total.whole')}
          </Table.Th>
          <Table.Td ta="right" className={classes.summaryValue}>
            {weighted.at(-1)}
          </Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
