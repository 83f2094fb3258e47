/** The juror's own totals of this stage beside each other, in performance order; nobody else's. */
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { sheetsOfJuror, type ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { hasValues } from './own-sheets.ts';
import classes from './scoring.module.css';
import { SheetStateBadge } from './sheet-state-badge.tsx';
import { runningTotal, totalsInColumn } from './sheet-total.ts';

export function Comparison({ contest, sheet }: { readonly contest: Contest; readonly sheet: ScoreSheet }) {
  const { t } = useTranslation('scoring');
  const setup = setupOf(contest);
  const sheets = sheetsOfJuror(contest, sheet.juror).filter(
    (each) => each.rubric.id === sheet.rubric.id && (each.values.size > 0 || each.contestant === sheet.contestant),
  );
  if (sheets.length < 2) return null;
  const totals = totalsInColumn(setup.rules, sheets);
  return (
    <section className={classes.comparison} aria-labelledby="judul-perbandingan">
      <h2 className={classes.aspectTitle} id="judul-perbandingan">
        {t('comparison.title')}
      </h2>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.contestant')}</Table.Th>
            <Table.Th>{t('table.state')}</Table.Th>
            <Table.Th ta="right">{t('comparison.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheets.map((each) => {
            const contestant = findContestant(setup, each.contestant);
            const { scored, criteria } = runningTotal(setup.rules, each.rubric, each.values);
            const isHere = each.contestant === sheet.contestant;
            return (
              <Table.Tr key={each.contestant} className={isHere ? classes.comparisonHere : undefined}>
                <Table.Td>
                  {contestant === undefined ? each.contestant : <ContestantName contestant={contestant} />}
                </Table.Td>
                <Table.Td>
                  {isHere ? <strong>{t('comparison.here')}</strong> : <SheetStateBadge sheet={each} />}
                </Table.Td>
                <Table.Td ta="right">
                  <strong>{totals.get(each) ?? '–'}</strong>
                  {hasValues(each) && scored < criteria ? <div>{t('total.partial', { scored, criteria })}</div> : null}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
