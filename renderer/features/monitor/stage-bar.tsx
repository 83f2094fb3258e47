/**
 * The day on one bar: who is on, one large button that leads on, the way back, the time. Names are cut off here and whole in
 * the labels, so that the bar stays low and the board below begins in the first view.
 */
import { ActionIcon, Button, Menu, Select, Text } from '@mantine/core';
import { ArrowRight, ChevronDown, Mic, MicOff, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, performanceOrder, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import {
  isLeftOut,
  nextTurn,
  plannedSlot,
  stagesJudging,
  turnStage,
  type Turn,
} from '../../../shared/domain/running-order.ts';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import { staysAway } from '../../../shared/domain/facts/decide-stage.ts';
import type { StageId } from '../../../shared/domain/ids.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import classes from './stage-bar.module.css';
import { showing } from './stage-step.ts';
import { StageTimer, TimerDoubt } from './stage-timer.tsx';

export function StageBar({
  contest,
  onOverTime,
}: {
  readonly contest: Contest;
  /** The person asks to record a deduction for what is over time now. */
  readonly onOverTime: (overSeconds: number, part: string) => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  /** One that is not expected on stage: shown only after a question. */
  const [asked, setAsked] = useState<Pick<Turn, 'contestant' | 'stage'> | null>(null);
  const setup = setupOf(contest);
  const { shown } = contest;
  const stage = shown?.stage ?? null;
  const current = shown === null ? undefined : findContestant(setup, shown.contestant);
  const next = nextTurn(contest);

  function show(contestant: Contestant, at: StageId | null): void {
    if (staysAway(contestant.status) || isOut(contest, contestant, at)) setAsked({ contestant, stage: at });
    else void execute(showing(contest, contestant, at));
  }

  return (
    <>
      <section className={classes.bar} aria-labelledby="sedang-tampil">
        <div className={classes.now}>
          <h2 className={classes.title} id="sedang-tampil">
            <Mic aria-hidden size="1.1em" /> {t('onStage.title')}
          </h2>
          {current === undefined ? (
            <Text fw={600}>{next === undefined ? t('onStage.finished') : t('onStage.nobody')}</Text>
          ) : (
            <>
              <ContestantName contestant={current} size="row" />
              <Place
                contest={contest}
                current={current}
                onChoose={(id) => void execute(showing(contest, current, id))}
              />
            </>
          )}
        </div>
        <div className={classes.steps}>
          {next === undefined ? null : (
            <Button
              className={classes.next}
              title={nextText(contest, next)}
              rightSection={<ArrowRight aria-hidden size="1.3rem" />}
              onClick={() => show(next.contestant, next.stage)}
            >
              {t(current === undefined ? 'onStage.first' : 'onStage.next', { contestant: nextText(contest, next) })}
            </Button>
          )}
          <div className={classes.others}>
            <UndoStep contest={contest} />
            <Select
              size="sm"
              aria-label={t('onStage.other')}
              placeholder={t('onStage.otherShort')}
              searchable
              value={null}
              className={classes.choose}
              comboboxProps={{ width: 'max-content' }}
              data={setup.categories.map(({ id, name }) => ({
                group: name,
                items: performanceOrder(setup.contestants.filter((each) => each.category === id)).map((each) => ({
                  value: each.id,
                  label: contestantText(each),
                })),
              }))}
              onChange={(id) => {
                const contestant = id === null ? undefined : findContestant(setup, id);
                if (contestant !== undefined) show(contestant, stage);
              }}
            />
            {current === undefined ? null : (
              <ActionIcon
                variant="default"
                size="2.25rem"
                aria-label={t('onStage.nobodyButton')}
                title={t('onStage.nobodyButton')}
                onClick={() => void execute({ type: 'show-stage', contestant: null, stage: null })}
              >
                <MicOff aria-hidden size="1.1rem" />
              </ActionIcon>
            )}
          </div>
        </div>
        {current === undefined ? null : <StageTimer onOverTime={onOverTime} />}
      </section>
      {current === undefined ? null : <TimerDoubt />}
      {asked === null ? null : (
        <ConfirmDialog
          opened
          title={t('onStage.outsideTitle', { contestant: contestantText(asked.contestant) })}
          confirmLabel={t('onStage.outsideYes')}
          tone="danger"
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            void execute(showing(contest, asked.contestant, asked.stage, true));
          }}
        >
          {staysAway(asked.contestant.status) ? (
            <>
              <Text>{t('onStage.outsideText', { status: t(`status.${asked.contestant.status}`) })}</Text>
              <Text>{t('onStage.outsideHint')}</Text>
            </>
          ) : (
            <>
              <Text>{t('onStage.leftOutText')}</Text>
              <Text>{t('onStage.leftOutHint')}</Text>
            </>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}

/** `3 · KBK Melati · RSUD Kartini · 09.20–09.40`; with its stage where that is another one than before. */
function nextText(contest: Contest, { contestant, stage }: Turn): string {
  const before = contest.shown?.stage ?? contest.steps.findLast(({ shown }) => shown !== null)?.shown?.stage ?? null;
  const other =
    before === null || stage === before ? undefined : setupOf(contest).stages.find(({ id }) => id === stage);
  return [contestantText(contestant), plannedSlot(contest, contestant, stage) ?? '', other?.name ?? '']
    .filter((text) => text !== '')
    .join(' · ');
}

/** Left out by a closed round of the stage in which it would be shown. */
function isOut(contest: Contest, contestant: Contestant, stage: StageId | null): boolean {
  const at = turnStage(contest, contestant, stage);
  return at !== null && isLeftOut(contest, contestant, at);
}

/** A wrong step, taken back: who was on before is on again, and nobody counts as having performed because of it. */
function UndoStep({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const step = contest.steps.at(-1);
  if (step === undefined) return null;
  const before = step.shown === null ? undefined : findContestant(setupOf(contest), step.shown.contestant);
  const label = before === undefined ? t('onStage.undo') : t('onStage.undoTo', { contestant: contestantText(before) });
  return (
    <Button
      size="sm"
      variant="default"
      className={classes.undo}
      title={label}
      leftSection={<Undo2 aria-hidden size="1.1rem" />}
      onClick={() => void execute({ type: 'undo-stage', step: step.ref })}
    >
      {label}
    </Button>
  );
}

/** Category, stage and planned time; the stage can be chosen where there are several. */
function Place({
  contest,
  current,
  onChoose,
}: {
  readonly contest: Contest;
  readonly current: Contestant;
  readonly onChoose: (stage: StageId) => void;
}) {
  const { t } = useTranslation('monitor');
  const stages = stagesJudging(contest, current.category);
  const category = setupOf(contest).categories.find((each) => each.id === current.category)?.name;
  const [only] = stages;
  const chosen = `${t('onStage.stages')}: ${stages.find(({ id }) => id === contest.shown?.stage)?.name ?? '–'}`;
  const texts = [
    category,
    stages.length === 1 ? only?.name : undefined,
    plannedSlot(contest, current, contest.shown?.stage ?? null),
  ];
  return (
    <div className={classes.place}>
      <span className={classes.placeText}>{texts.filter((text) => text !== undefined && text !== '').join(' · ')}</span>
      {stages.length < 2 ? null : (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              className={classes.stage}
              title={chosen}
              rightSection={<ChevronDown aria-hidden size="1rem" />}
            >
              {chosen}
            </Button>
          </Menu.Target>
          {/* Chosen, not passed by: what is chosen here is told to every juror. */}
          <Menu.Dropdown>
            {stages.map(({ id, name }) => (
              <Menu.Item key={id} disabled={id === contest.shown?.stage} onClick={() => onChoose(id)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
