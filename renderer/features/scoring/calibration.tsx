/** [D33] On the sheet of the calibration: that it counts nowhere, and the own values beside those of all, once they are shown. */
import { Alert, Table } from '@mantine/core';
import { Ruler } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shownCalibration } from '../../../shared/domain/calibration.ts';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { isCalibration } from '../../../shared/domain/setup/contest-file.ts';
import { showDecimal } from '../../messages/numbers.ts';

export function CalibrationNotice({ contest, sheet }: { readonly contest: Contest; readonly sheet: ScoreSheet }) {
  const { t } = useTranslation('scoring');
  const contestant = findContestant(setupOf(contest), sheet.contestant);
  if (contestant === undefined || !isCalibration(contestant)) return null;
  const shown = shownCalibration(contest, contestant.id);
  const spread = new Map(shown?.value.values.map(({ criterion, values }) => [criterion, values]));
  return (
    <Alert color="gray" icon={<Ruler aria-hidden />} title={t('calibration.title')} mb="md" role="note">
      {t('calibration.text')}
      {shown === null ? null : (
        <Table mt="sm" aria-label={t('calibration.table')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('calibration.criterion')}</Table.Th>
              <Table.Th ta="right">{t('calibration.own')}</Table.Th>
              <Table.Th>{t('calibration.all')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sheet.rubric.criteria.map(({ id, name }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td ta="right">{showDecimal(sheet.values.get(id) ?? '') || '–'}</Table.Td>
                <Table.Td>{(spread.get(id) ?? []).map(showDecimal).join(' · ') || '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Alert>
  );
}
