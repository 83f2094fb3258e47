/** Two of the juror's own sheets beside each other, with the notes: what is different stands out. */
import { Button, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findContestant, noteOf, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { showDecimal } from '../../messages/numbers.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import classes from './scoring.module.css';
import { runningTotal, showPoints } from './sheet-total.ts';

interface TwoSheetsProperties {
  readonly contest: Contest;
  readonly left: ScoreSheet;
  readonly right: ScoreSheet;
  readonly onClose: () => void;
}

export function TwoSheets({ contest, left, right, onClose }: TwoSheetsProperties) {
  const { t } = useTranslation('scoring');
  const setup = setupOf(contest);
  const both = [left, right];
  return (
    <Modal opened onClose={onClose} title={t('comparison.beside')} size="min(60rem, 96vw)">
      <Table verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.criterion')}</Table.Th>
            {both.map((sheet) => {
              const contestant = findContestant(setup, sheet.contestant);
              return (
                <Table.Th key={sheet.contestant} className={classes.besideHead}>
                  {contestant === undefined ? sheet.contestant : <ContestantName contestant={contestant} />}
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {left.rubric.criteria.map((criterion) => {
            const values = both.map((sheet) => sheet.values.get(criterion.id) ?? null);
            return (
              <Table.Tr key={criterion.id}>
                <Table.Th scope="row" fw={500}>
                  {criterion.name}
                </Table.Th>
                {both.map((sheet, at) => (
                  <Table.Td
                    key={sheet.contestant}
                    data-differs={values[0] !== values[1]}
                    className={classes.besideValue}
                  >
                    {values[at] === null || values[at] === undefined ? '–' : showDecimal(values[at])}
                    <Note contest={contest} sheet={sheet} criterion={criterion.id} />
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
          <Table.Tr>
            <Table.Th scope="row">{t('comparison.total')}</Table.Th>
            {both.map((sheet) => (
              <Table.Td key={sheet.contestant} className={classes.besideValue}>
                <strong>{showPoints(runningTotal(setup.rules, sheet.rubric, sheet.values).total)}</strong>
                <Note contest={contest} sheet={sheet} criterion={null} />
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <DialogFoot>
        <Button data-autofocus onClick={onClose}>
          {t('comparison.close')}
        </Button>
      </DialogFoot>
    </Modal>
  );
}

function Note({
  contest,
  sheet,
  criterion,
}: {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
  readonly criterion: CriterionId | null;
}) {
  const text = noteOf(contest, sheet.juror, sheet.contestant, sheet.stage, criterion);
  return text === '' ? null : <p className={classes.besideNote}>{text}</p>;
}
