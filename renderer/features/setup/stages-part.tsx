/** The stages with their weights and the parts of their time. */
import { Button, Group, Stack } from '@mantine/core';
import { Plus, Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { StepLink } from '../../contest/step-link.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { fromDecimal, sum, toExactText } from '../../../shared/lib/rational.ts';
import { limits } from '../../../shared/limits.ts';
import { useSetup } from '../../contest/hooks.tsx';
import { cutDraft, type StageDraft } from './draft.ts';
import { moved, newId, withoutStage } from './draft-change.ts';
import { ItemButtons } from './item-buttons.tsx';
import { CheckField, Editing, PartProblem, SelectField, TextField, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';
import { readDecimal, showDecimal } from '../../messages/numbers.ts';

type PartText = 'cheer' | 'talk' | 'questions';
const presets: readonly { readonly name: string; readonly parts: readonly (readonly [PartText, number])[] }[] = [
  {
    name: '5+10+5',
    parts: [
      ['cheer', 5],
      ['talk', 10],
      ['questions', 5],
    ],
  },
  {
    name: '5+20+5',
    parts: [
      ['cheer', 5],
      ['talk', 20],
      ['questions', 5],
    ],
  },
  {
    name: '15+10',
    parts: [
      ['talk', 15],
      ['questions', 10],
    ],
  },
];

export function StagesPart() {
  const { t } = useTranslation('setup');
  const { draft, change } = useSetupForm();
  const setup = useSetup();
  const { stages } = draft;
  const total = sum(stages.flatMap(({ weight }) => readDecimal(weight) ?? []).map(fromDecimal));

  function add(): void {
    const id = newId(
      'babak',
      [...stages, ...setup.stages].map((each) => each.id),
    );
    const stage: StageDraft = {
      id,
      name: t('stages.item', { number: stages.length + 1 }),
      weight: stages.length === 0 ? '100' : '0',
      after: cutDraft(undefined),
      blind: false,
      timer: [],
    };
    change((before) => ({ ...before, stages: [...before.stages, stage] }), `atur-stages-${stages.length}-name`);
  }

  return (
    <Stack>
      <p className={classes.quiet}>{t('stages.hint')}</p>
      {stages.length === 0 ? (
        <EmptyLine text={t('stages.none')} action={<StepLink step="rubric" />} />
      ) : (
        <p className={classes.quiet}>{t('stages.total', { sum: showDecimal(toExactText(total)) })}</p>
      )}
      <ul className={classes.cards}>
        {stages.map((stage, index) => (
          <li key={stage.id} className={classes.card}>
            <StageFields stage={stage} index={index} count={stages.length} />
          </li>
        ))}
      </ul>
      <Editing>
        <div>
          <Button id="babak-tambah" variant="default" leftSection={<Plus aria-hidden size="1.1rem" />} onClick={add}>
            {t('stages.add')}
          </Button>
        </div>
      </Editing>
    </Stack>
  );
}

function StageFields({
  stage,
  index,
  count,
}: {
  readonly stage: StageDraft;
  readonly index: number;
  readonly count: number;
}) {
  const { t } = useTranslation('setup');
  const { change } = useSetupForm();
  return (
    <>
      <div className={classes.head}>
        <span className={classes.headTitle}>{stage.name || t('unnamed')}</span>
        <ItemButtons
          id="babak"
          index={index}
          count={count}
          name={stage.name}
          onMove={(to, focus) => change((before) => ({ ...before, stages: moved(before.stages, index, to) }), focus)}
          onRemove={(focus) => change((before) => withoutStage(before, stage.id), focus)}
        />
      </div>
      <div className={classes.fields}>
        <TextField name={`stages.${index}.name`} label={t('stages.name')} maxLength={limits.nameLength} />
        <TextField name={`stages.${index}.weight`} label={t('stages.weight')} inputMode="decimal" />
      </div>
      <PartProblem path={`/stages/${index}`} />
      {count > 1 ? <CutFields stage={stage} index={index} /> : null}
      <CheckField name={`stages.${index}.blind`} label={t('stages.blind')} />
      <TimerParts stage={stage} index={index} />
    </>
  );
}

/** Who comes into the stage: everybody, or those who advance from another one. */
function CutFields({ stage: { id, after }, index }: { readonly stage: StageDraft; readonly index: number }) {
  const { t } = useTranslation('setup');
  const { draft } = useSetupForm();
  const others = draft.stages.filter((each) => each.id !== id);
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '0.75rem 0 0' }}>
      <legend style={{ fontWeight: 500 }}>{t('stages.cut.title')}</legend>
      <div className={classes.fields}>
        <SelectField
          name={`stages.${index}.after.stage`}
          label={t('stages.cut.stage')}
          data={[
            { value: '', label: t('stages.cut.everybody') },
            ...others.map((each) => ({
              value: each.id,
              label: t('stages.cut.from', { stage: each.name || t('unnamed') }),
            })),
          ]}
        />
        {after.stage === '' ? null : (
          <SelectField
            name={`stages.${index}.after.by`}
            label={t('stages.cut.by')}
            data={(['top', 'minimum'] as const).map((value) => ({ value, label: t(`stages.cut.bys.${value}`) }))}
          />
        )}
        {after.stage !== '' && after.by === 'top' ? (
          <>
            <TextField name={`stages.${index}.after.top`} label={t('stages.cut.top')} inputMode="numeric" />
            <SelectField
              name={`stages.${index}.after.ties`}
              label={t('stages.cut.ties')}
              data={(['admit', 'decide'] as const).map((value) => ({ value, label: t(`stages.cut.tie.${value}`) }))}
            />
          </>
        ) : null}
        {after.stage !== '' && after.by === 'minimum' ? (
          <TextField name={`stages.${index}.after.minimum`} label={t('stages.cut.minimum')} inputMode="decimal" />
        ) : null}
      </div>
      <PartProblem path={`/stages/${index}/after`} />
      {after.stage === '' ? null : <p className={classes.quiet}>{t('stages.cut.hint')}</p>}
    </fieldset>
  );
}

function TimerParts({ stage, index }: { readonly stage: StageDraft; readonly index: number }) {
  const { t } = useTranslation('setup');
  const { change } = useSetupForm();
  const put = (timer: StageDraft['timer'], focus: string) =>
    change(
      (before) => ({
        ...before,
        stages: before.stages.map((each, position) => (position === index ? { ...each, timer } : each)),
      }),
      focus,
    );
  const id = `waktu-${index}`;
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '0.75rem 0 0' }}>
      <legend style={{ fontWeight: 500 }}>{t('stages.timer')}</legend>
      {stage.timer.length === 0 ? <p className={classes.quiet}>{t('stages.noTimer')}</p> : null}
      {stage.timer.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts are drawn anew whenever the list changes
        <Group key={at} align="flex-end" gap="sm" mb="xs">
          <TextField name={`stages.${index}.timer.${at}.name`} label={t('stages.partName')} maxLength={200} />
          <TextField name={`stages.${index}.timer.${at}.minutes`} label={t('stages.partMinutes')} inputMode="decimal" />
          <ItemButtons
            id={id}
            index={at}
            count={stage.timer.length}
            name={part.name}
            onRemove={(focus) => put(stage.timer.toSpliced(at, 1), focus)}
          />
        </Group>
      ))}
      <Editing>
        <Group gap="xs" mt="xs">
          <Button
            id={`${id}-tambah`}
            size="sm"
            variant="default"
            leftSection={<Plus aria-hidden size="1.1rem" />}
            disabled={stage.timer.length >= 10}
            onClick={() =>
              put(
                [...stage.timer, { name: t('stages.talk'), minutes: '10' }],
                `atur-stages-${index}-timer-${stage.timer.length}-name`,
              )
            }
          >
            {t('stages.addPart')}
          </Button>
          {presets.map(({ name, parts }) => (
            <Button
              key={name}
              id={`${id}-${name}`}
              size="sm"
              variant="light"
              leftSection={<Timer aria-hidden size="1.1rem" />}
              aria-label={t('stages.preset', {
                name,
                parts: parts.map(([text, minutes]) => `${t(`stages.${text}`)} ${minutes}`).join(', '),
              })}
              onClick={() =>
                put(
                  parts.map(([text, minutes]) => ({ name: t(`stages.${text}`), minutes: String(minutes) })),
                  `${id}-${name}`,
                )
              }
            >
              {name}
            </Button>
          ))}
        </Group>
      </Editing>
    </fieldset>
  );
}
