/** [D31] Which jurors read which groups in a stage: drawn fairly from a recorded seed, or ticked by hand. */
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { Dices, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { performanceOrder, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { drawReaders } from '../../../shared/domain/facts/draw-readers.ts';
import type { ContestantId, JurorId } from '../../../shared/domain/ids.ts';
import {
  isRanked,
  judges,
  rubricFor,
  type Contestant,
  type ContestSetup,
  type Juror,
  type Stage,
} from '../../../shared/domain/setup/contest-file.ts';
import { assignedTo } from '../../../shared/domain/setup/readers.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { newSeed } from '../../contest/new-seed.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import panels from '../../ui/panels.module.css';
import classes from './ready-screen.module.css';

export function ReadersPanel() {
  const { t } = useTranslation('preparation');
  const contest = useContest();
  const [open, setOpen] = useState<Stage | null>(null);
  const setup = setupOf(contest);
  const stages = setup.stages.filter((stage) => seatsOf(setup, stage).length > 1 && judgedIn(setup, stage).length > 0);
  if (stages.length === 0) return null;
  return (
    <section className={panels.panel} aria-labelledby="pembagian">
      <h2 className={panels.panelTitle} id="pembagian">
        <Users aria-hidden size="1.2em" /> {t('readers.title')}
      </h2>
      <Text c="var(--gj-quiet)">{t('readers.hint')}</Text>
      <ul className={classes.rows}>
        {stages.map((stage) => (
          <li key={stage.id}>
            <div>
              <strong>{stage.name}</strong>
              <StageSummary setup={setup} stage={stage} />
            </div>
            <Button
              size="sm"
              variant="default"
              aria-label={t('readers.openLabel', { stage: stage.name })}
              onClick={() => setOpen(stage)}
            >
              {t('readers.open')}
            </Button>
          </li>
        ))}
      </ul>
      {open === null ? null : <ReadersDialog contest={contest} stage={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function StageSummary({ setup, stage }: { readonly setup: ContestSetup; readonly stage: Stage }) {
  const { t } = useTranslation('preparation');
  const chosen = chosenIn(setup, stage);
  const seats = seatsOf(setup, stage);
  const counts = judgedIn(setup, stage).map((contestant) => chosen.get(contestant.id)?.size ?? 0);
  if (counts.every((count) => count === 0)) return <Text>{t('readers.everybody', { count: seats.length })}</Text>;
  const loads = seats.map(({ id }) => loadOf(chosen, id));
  return (
    <Text>
      {t('readers.some', {
        each: range(counts.map((count) => (count === 0 ? seats.length : count))),
        count: seats.length,
        load: range(loads),
      })}
    </Text>
  );
}

type Chosen = ReadonlyMap<ContestantId, ReadonlySet<JurorId>>;

function ReadersDialog({
  contest,
  stage,
  onClose,
}: {
  readonly contest: Contest;
  readonly stage: Stage;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('preparation');
  const execute = useExecute();
  const setup = setupOf(contest);
  const seats = seatsOf(setup, stage);
  const contestants = performanceOrder(judgedIn(setup, stage));
  const [chosen, setChosen] = useState<Chosen>(() => chosenIn(setup, stage));
  /** Of the draw that stands unchanged in the table. */
  const [drawn, setDrawn] = useState<{ readonly seed: string; readonly each: number } | null>(null);
  const [each, setEach] = useState(String(Math.min(3, seats.length - 1)));
  const [isBusy, setBusy] = useState(false);

  function draw(): void {
    const by = { seed: newSeed(), each: Number(each) };
    const readers = drawReaders(contest, stage.id, by.each, by.seed);
    setChosen(new Map(readers.map(({ contestant, jurors }) => [contestant, new Set(jurors)])));
    setDrawn(by);
  }

  function tick(contestant: ContestantId, juror: JurorId, on: boolean): void {
    const of = new Set(chosen.get(contestant));
    if (on) of.add(juror);
    else of.delete(juror);
    setChosen(new Map(chosen).set(contestant, of));
    setDrawn(null);
  }

  async function save(readers: Chosen): Promise<void> {
    setBusy(true);
    const isDone = await execute(
      drawn !== null && readers.size > 0
        ? { type: 'draw-readers', stage: stage.id, ...drawn }
        : {
            type: 'assign-readers',
            stage: stage.id,
            readers: [...readers]
              .filter(([, jurors]) => jurors.size > 0)
              .map(([contestant, jurors]) => ({ contestant, jurors: [...jurors] })),
          },
    );
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t('readers.openLabel', { stage: stage.name })} size="90%">
      <Stack>
        <Text>{t('readers.text')}</Text>
        <Group align="flex-end">
          <NativeSelect
            data-autofocus
            label={t('readers.each')}
            value={each}
            data={seats.slice(1).map((_, at) => String(at + 1))}
            onChange={(event) => setEach(event.currentTarget.value)}
          />
          <Button variant="default" leftSection={<Dices aria-hidden size="1.2rem" />} onClick={draw}>
            {t('readers.draw')}
          </Button>
          {drawn === null ? null : <output>{t('readers.seed', { seed: drawn.seed })}</output>}
        </Group>
        <div className={classes.readers}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('readers.group')}</Table.Th>
                {seats.map(({ id, name }) => (
                  <Table.Th key={id} scope="col">
                    {name}
                    <div className={classes.load}>{t('readers.load', { count: loadOf(chosen, id) })}</div>
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {contestants.map((contestant) => (
                <Table.Tr key={contestant.id}>
                  <Table.Th scope="row">{contestantText(contestant)}</Table.Th>
                  {seats.map((juror) => (
                    <Table.Td key={juror.id}>
                      {judges(juror, stage.id, contestant.category) ? (
                        <Checkbox
                          aria-label={t('readers.tick', { juror: juror.name, contestant: contestantText(contestant) })}
                          checked={chosen.get(contestant.id)?.has(juror.id) === true}
                          onChange={(event) => tick(contestant.id, juror.id, event.currentTarget.checked)}
                        />
                      ) : (
                        '–'
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('readers.cancel')}
          </Button>
          <Button variant="default" loading={isBusy} onClick={() => void save(new Map())}>
            {t('readers.all')}
          </Button>
          <Button loading={isBusy} onClick={() => void save(chosen)}>
            {t('readers.save')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}

function seatsOf(setup: ContestSetup, stage: Stage): readonly Juror[] {
  const contestants = judgedIn(setup, stage);
  return setup.jurors.filter((juror) => contestants.some(({ category }) => judges(juror, stage.id, category)));
}

function judgedIn(setup: ContestSetup, stage: Stage): readonly Contestant[] {
  return setup.contestants.filter((each) => isRanked(each) && rubricFor(setup, stage.id, each.category) !== undefined);
}

function chosenIn(setup: ContestSetup, stage: Stage): Chosen {
  return new Map(
    judgedIn(setup, stage).map((contestant) => [contestant.id, new Set(assignedTo(setup, stage.id, contestant) ?? [])]),
  );
}

function loadOf(chosen: Chosen, juror: JurorId): number {
  return [...chosen.values()].filter((jurors) => jurors.has(juror)).length;
}

/** `3`, or `2–3`. */
function range(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(least) : `${least}–${most}`;
}
