/** [D33] The calibration: an example that every juror scores, side by side once all have locked, and shown to them without names. */
import { Button, Group, NativeSelect, Table, Text } from '@mantine/core';
import { Eye, Plus, Ruler } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  calibrationGroups,
  calibrationOf,
  calibrationSpread,
  shownCalibration,
} from '../../../shared/domain/calibration.ts';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { idFrom } from '../../../shared/domain/ids.ts';
import type { Contestant, ContestSetup } from '../../../shared/domain/setup/contest-file.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { showDecimal } from '../../messages/numbers.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import panels from '../../ui/panels.module.css';
import classes from './ready-screen.module.css';

export function CalibrationPanel() {
  const { t } = useTranslation('preparation');
  const contest = useContest();
  const setup = setupOf(contest);
  if (setup.jurors.length < 2 || setup.rubrics.length === 0) return null;
  return (
    <section className={panels.panel} aria-labelledby="kalibrasi">
      <h2 className={panels.panelTitle} id="kalibrasi">
        <Ruler aria-hidden size="1.2em" /> {t('calibration.title')}
      </h2>
      <Text c="var(--gj-quiet)">{t('calibration.hint')}</Text>
      {calibrationGroups(contest).map((contestant) => (
        <Comparison key={contestant.id} contest={contest} contestant={contestant} />
      ))}
      <AddExample setup={setup} />
    </section>
  );
}

function AddExample({ setup }: { readonly setup: ContestSetup }) {
  const { t } = useTranslation('preparation');
  const execute = useExecute();
  const { categories, contestants } = setup;
  const [category, setCategory] = useState(categories[0]?.id ?? '');
  const open = categories.filter(
    ({ id }) => !contestants.some((each) => each.category === id && each.calibration === true),
  );
  const chosen = open.find(({ id }) => id === category) ?? open[0];
  if (chosen === undefined) return null;

  function add(): void {
    let number = 1;
    while (contestants.some(({ id }) => id === `kalibrasi-${number}`)) number += 1;
    void execute({
      type: 'change-contestants',
      addCategories: [],
      put: [
        {
          id: idFrom.contestant(`kalibrasi-${number}`),
          number: null,
          name: t('calibration.example'),
          category: chosen?.id ?? idFrom.category(category),
          status: 'exhibition',
          calibration: true,
        },
      ],
      removed: [],
    });
  }

  return (
    <Group align="flex-end" mt="sm">
      {open.length < 2 ? null : (
        <NativeSelect
          label={t('calibration.category')}
          value={chosen.id}
          data={open.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
      )}
      <Button variant="default" leftSection={<Plus aria-hidden size="1.1rem" />} onClick={add}>
        {t('calibration.add')}
      </Button>
    </Group>
  );
}

/** Values stand here only once all are locked: nobody adjusts to what others gave. */
function Comparison({ contest, contestant }: { readonly contest: Contest; readonly contestant: Contestant }) {
  const { t } = useTranslation('preparation');
  const execute = useExecute();
  const { sheets, open } = calibrationOf(contest, contestant.id);
  const { jurors } = setupOf(contest);
  const judging = jurors.filter(({ id }) => sheets.some(({ juror }) => juror === id));
  const criteria = [...new Map(sheets.flatMap(({ rubric }) => rubric.criteria.map((each) => [each.id, each.name])))];
  const shown = shownCalibration(contest, contestant.id);
  const isShown = JSON.stringify(shown?.value.values) === JSON.stringify(calibrationSpread(sheets));
  const name = contestantText(contestant);
  return (
    <div className={classes.comparison}>
      <strong>{name}</strong>
      {open.length > 0 || sheets.length === 0 ? (
        <Text>
          {t('calibration.open', { done: judging.length - open.length, count: judging.length })}{' '}
          {open.map((juror) => juror.name).join(', ')}
        </Text>
      ) : (
        <>
          <div className={classes.readers}>
            <Table aria-label={name}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('calibration.criterion')}</Table.Th>
                  {judging.map((juror) => (
                    <Table.Th key={juror.id} scope="col" ta="right">
                      {juror.name}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {criteria.map(([id, criterion]) => (
                  <Table.Tr key={id}>
                    <Table.Th scope="row">{criterion}</Table.Th>
                    {judging.map((juror) => {
                      const sheet = sheets.find((each) => each.juror === juror.id && each.values.has(id));
                      return (
                        <Table.Td key={juror.id} ta="right">
                          {showDecimal(sheet?.values.get(id) ?? '') || '–'}
                        </Table.Td>
                      );
                    })}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
          {isShown ? (
            <output>{t('calibration.shown')}</output>
          ) : (
            <Button
              mt="sm"
              leftSection={<Eye aria-hidden size="1.1rem" />}
              onClick={() => void execute({ type: 'show-calibration', contestant: contestant.id })}
            >
              {t('calibration.show')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
