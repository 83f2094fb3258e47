/** Who is on now and who comes next: one large button leads on, so that jurors and projector follow. */
import { Button, Group, Select, Text } from '@mantine/core';
import { ArrowRight, Mic, MicOff, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextContestant, showOrder } from '../../../shared/ceremony/on-stage.ts';
import { findContestant, performanceOrder, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import {
  rubricFor,
  type Contestant,
  type ContestSetup,
  type Stage,
} from '../../../shared/domain/setup/contest-file.ts';
import { staysAway } from '../../../shared/domain/facts/decide-stage.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import panels from '../../ui/panels.module.css';
import classes from './monitor.module.css';
import { StageTimer } from './stage-timer.tsx';

export function OnStagePanel({
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
  const [asked, setAsked] = useState<Contestant | null>(null);
  const setup = setupOf(contest);
  const { shown } = contest;
  const current = shown === null ? undefined : findContestant(setup, shown.contestant);
  const next = nextContestant(setup, current);
  const category = setup.categories.find((each) => each.id === current?.category)?.name;

  function show(contestant: Contestant | null, stage: string | null, outside = false): void {
    if (contestant !== null && staysAway(contestant.status) && !outside) return setAsked(contestant);
    const judged = contestant === null ? [] : stagesOf(contest, contestant);
    // Without a choice, the stage that takes place: one with a timer.
    const kept =
      judged.find((each) => each.id === stage) ?? judged.find(({ timer }) => timer !== undefined) ?? judged[0];
    void execute({
      type: 'show-stage',
      contestant: contestant?.id ?? null,
      stage: kept?.id ?? null,
      ...(outside ? { outside } : {}),
    });
  }

  return (
    <section className={panels.panel} aria-labelledby="sedang-tampil">
      <h2 className={panels.panelTitle} id="sedang-tampil">
        <Mic aria-hidden size="1.2em" /> {t('onStage.title')}
      </h2>
      <div className={classes.stage}>
        <div className={classes.now}>
          {current === undefined ? (
            <Text size="lg">{next === undefined ? t('onStage.finished') : t('onStage.nobody')}</Text>
          ) : (
            <>
              <ContestantName contestant={current} size="large" slot={current.slot} />
              <StageChoice
                stages={stagesOf(contest, current)}
                category={category}
                stage={shown?.stage ?? null}
                onChoose={(stage) => show(current, stage)}
              />
            </>
          )}
          {next === undefined ? null : (
            <Button
              size="lg"
              className={classes.next}
              rightSection={<ArrowRight aria-hidden size="1.3rem" />}
              onClick={() => show(next, shown?.stage ?? null)}
            >
              {t(current === undefined ? 'onStage.first' : 'onStage.next', { contestant: nextText(next) })}
            </Button>
          )}
          <PassedOver setup={setup} current={current} />
          <Group gap="sm" align="flex-end">
            <Select
              label={t('onStage.other')}
              placeholder={t('onStage.choose')}
              searchable
              value={null}
              className={classes.choose}
              data={setup.categories.map(({ id, name }) => ({
                group: name,
                items: performanceOrder(setup.contestants.filter((each) => each.category === id)).map((each) => ({
                  value: each.id,
                  label: contestantText(each),
                })),
              }))}
              onChange={(id) => {
                const contestant = id === null ? undefined : findContestant(setup, id);
                if (contestant !== undefined) show(contestant, shown?.stage ?? null);
              }}
            />
            {current === undefined ? null : (
              <Button
                variant="default"
                leftSection={<MicOff aria-hidden size="1.1rem" />}
                onClick={() => show(null, null)}
              >
                {t('onStage.nobodyButton')}
              </Button>
            )}
            <UndoStep contest={contest} />
          </Group>
        </div>
        {current === undefined ? null : <StageTimer onOverTime={onOverTime} />}
      </div>
      {asked === null ? null : (
        <ConfirmDialog
          opened
          title={t('onStage.outsideTitle', { contestant: contestantText(asked) })}
          confirmLabel={t('onStage.outsideYes')}
          tone="danger"
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            show(asked, shown?.stage ?? null, true);
          }}
        >
          <Text>{t('onStage.outsideText', { status: t(`status.${asked.status}`) })}</Text>
          <Text>{t('onStage.outsideHint')}</Text>
        </ConfirmDialog>
      )}
    </section>
  );
}

/** `3 · KBK Melati · RSUD Kartini · 09.20–09.40`. */
function nextText(next: Contestant): string {
  return [contestantText(next), next.slot ?? ''].filter((text) => text !== '').join(' · ');
}

/** More names than these push what the committee presses out of sight. */
const MOST_NAMED = 3;

/** Who still waits though later ones have been on stage: nobody is forgotten. */
function PassedOver({ setup, current }: { readonly setup: ContestSetup; readonly current: Contestant | undefined }) {
  const { t } = useTranslation('monitor');
  const order = showOrder(setup);
  const last = order.findLastIndex((each) => each.status === 'performed' || each.id === current?.id);
  const waiting = order.slice(0, Math.max(0, last)).filter((each) => each.status === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <Text className={classes.passedOver}>
      {t('onStage.passedOver', { contestants: waiting.slice(0, MOST_NAMED).map(contestantText).join('; ') })}
      {waiting.length > MOST_NAMED ? ` ${t('onStage.passedOverMore', { count: waiting.length - MOST_NAMED })}` : null}
    </Text>
  );
}

/** A wrong step, taken back: who was on before is on again, and nobody counts as having performed because of it. */
function UndoStep({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const step = contest.steps.at(-1);
  if (step === undefined) return null;
  const before = step.shown === null ? undefined : findContestant(setupOf(contest), step.shown.contestant);
  return (
    <Button
      variant="default"
      className={classes.undo}
      leftSection={<Undo2 aria-hidden size="1.1rem" />}
      onClick={() => void execute({ type: 'undo-stage', step: step.ref })}
    >
      {before === undefined ? t('onStage.undo') : t('onStage.undoTo', { contestant: contestantText(before) })}
    </Button>
  );
}

function StageChoice({
  stages,
  category,
  stage,
  onChoose,
}: {
  readonly stages: readonly Stage[];
  readonly category: string | undefined;
  readonly stage: string | null;
  readonly onChoose: (stage: string) => void;
}) {
  const { t } = useTranslation('monitor');
  if (stages.length < 2) {
    return <Text>{[category, stages[0]?.name].filter((each) => each !== undefined).join(' · ')}</Text>;
  }
  return (
    <>
      <Text>{category}</Text>
      <fieldset className={classes.choices} aria-label={t('onStage.stages')}>
        {stages.map((each) => (
          <Button
            key={each.id}
            size="sm"
            variant={each.id === stage ? 'filled' : 'default'}
            aria-pressed={each.id === stage}
            onClick={() => onChoose(each.id)}
          >
            {each.name}
          </Button>
        ))}
      </fieldset>
    </>
  );
}

/** The stages in which the contestant's category is judged; an opening exhibition may be shown in any. */
function stagesOf(contest: Contest, contestant: Contestant): Stage[] {
  const setup = setupOf(contest);
  return setup.stages.filter((stage) => rubricFor(setup, stage.id, contestant.category) !== undefined);
}
