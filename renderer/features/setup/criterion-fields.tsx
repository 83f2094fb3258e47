/** One criterion as a line of the table: name, aspect, weight, range; folded below, what scores mean and when a note is asked for. */
import { Button, Group } from '@mantine/core';
import { ListPlus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  add,
  fromDecimal,
  multiply,
  rational,
  subtract,
  toExactText,
  type Rational,
} from '../../../shared/lib/rational.ts';
import { limits } from '../../../shared/limits.ts';
import type { CriterionDraft, RubricDraft } from './draft.ts';
import { moved, withRubric } from './draft-change.ts';
import { ItemButtons } from './item-buttons.tsx';
import { Editing, PartProblem, TextField, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';
import { readDecimal, showDecimal } from '../../messages/numbers.ts';

/** Where the four levels begin, as parts of the range. */
const levelShares = [
  ['best', rational(9n, 10n)],
  ['good', rational(8n, 10n)],
  ['fair', rational(7n, 10n)],
  ['poor', rational(6n, 10n)],
] as const;

export function CriterionFields({
  rubric,
  criterion,
  rubricIndex,
  index,
}: {
  readonly rubric: RubricDraft;
  readonly criterion: CriterionDraft;
  readonly rubricIndex: number;
  readonly index: number;
}) {
  const { t } = useTranslation('setup');
  const { change } = useSetupForm();
  const at = `rubrics.${rubricIndex}.criteria.${index}` as const;
  const put = (criteria: CriterionDraft[], focus: string) =>
    change((before) => withRubric(before, rubricIndex, (each) => ({ ...each, criteria })), focus);
  return (
    <>
      <div className={classes.criterion}>
        <span className={classes.lineNumber} aria-hidden>
          {index + 1}
        </span>
        <TextField name={`${at}.name`} label={t('rubrics.name')} maxLength={limits.nameLength} />
        <TextField name={`${at}.aspect`} label={t('rubrics.aspect')} maxLength={limits.nameLength} />
        <TextField name={`${at}.weight`} label={t('rubrics.weight')} inputMode="decimal" />
        <TextField name={`${at}.min`} label={t('rubrics.min')} inputMode="decimal" />
        <TextField name={`${at}.max`} label={t('rubrics.max')} inputMode="decimal" />
        <TextField name={`${at}.step`} label={t('rubrics.step')} inputMode="decimal" />
        <ItemButtons
          id="kriteria"
          index={index}
          count={rubric.criteria.length}
          name={criterion.name || t('rubrics.criterion', { number: index + 1 })}
          removable={rubric.criteria.length > 1}
          onMove={(to, focus) => put(moved(rubric.criteria, index, to), focus)}
          onRemove={(focus) => put(rubric.criteria.toSpliced(index, 1), focus)}
        />
      </div>
      <PartProblem path={`/rubrics/${rubricIndex}/criteria/${index}`} />
      <Levels criterion={criterion} rubricIndex={rubricIndex} index={index} />
    </>
  );
}

function Levels({
  criterion,
  rubricIndex,
  index,
}: {
  readonly criterion: CriterionDraft;
  readonly rubricIndex: number;
  readonly index: number;
}) {
  const { t } = useTranslation('setup');
  const { change, problems, unfolded } = useSetupForm();
  const at = `rubrics.${rubricIndex}.criteria.${index}` as const;
  const { descriptors } = criterion;
  const path = `/rubrics/${rubricIndex}/criteria/${index}`;
  const hasProblem = [...problems.keys()].some(
    (each) => each.startsWith(`${path}/descriptors`) || each === `${path}/noteBelow`,
  );
  const id = `uraian-${rubricIndex}-${index}`;

  function put(next: CriterionDraft['descriptors'], focus: string): void {
    unfolded.add(criterion.id);
    change(
      (before) =>
        withRubric(before, rubricIndex, (rubric) => ({
          ...rubric,
          criteria: rubric.criteria.map((each, place) => (place === index ? { ...each, descriptors: next } : each)),
        })),
      focus,
    );
  }

  return (
    <details
      className={classes.more}
      open={unfolded.has(criterion.id) || hasProblem}
      onToggle={(event) => {
        if (event.currentTarget.open) unfolded.add(criterion.id);
        else unfolded.delete(criterion.id);
      }}
    >
      <summary>{t('rubrics.more', { count: descriptors.length })}</summary>
      {descriptors.map((_, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts are drawn anew whenever the list changes
        <div key={place} className={classes.level}>
          <TextField name={`${at}.descriptors.${place}.score`} label={t('rubrics.score')} inputMode="decimal" />
          <TextField
            name={`${at}.descriptors.${place}.text`}
            label={t('rubrics.text')}
            maxLength={limits.titleLength}
          />
          <ItemButtons
            id={id}
            index={place}
            count={descriptors.length}
            name={t('rubrics.level', { number: place + 1 })}
            onRemove={(focus) => put(descriptors.toSpliced(place, 1), focus)}
          />
        </div>
      ))}
      <PartProblem path={`${path}/descriptors`} />
      <Group align="flex-end" mt="xs">
        <Editing>
          <Button
            id={`${id}-tambah`}
            size="sm"
            variant="default"
            leftSection={<Plus aria-hidden size="1.1rem" />}
            disabled={descriptors.length >= limits.descriptorsPerCriterion}
            onClick={() =>
              put(
                [...descriptors, { score: criterion.max, text: '' }],
                `atur-rubrics-${rubricIndex}-criteria-${index}-descriptors-${descriptors.length}-score`,
              )
            }
          >
            {t('rubrics.addLevel')}
          </Button>
          {descriptors.length > 0 ? null : (
            <Button
              size="sm"
              variant="light"
              leftSection={<ListPlus aria-hidden size="1.1rem" />}
              onClick={() =>
                put(
                  levelShares.map(([name, share]) => ({
                    score: levelScore(criterion, share),
                    text: t(`rubrics.levels.${name}`),
                  })),
                  `atur-rubrics-${rubricIndex}-criteria-${index}-descriptors-0-text`,
                )
              }
            >
              {t('rubrics.fourLevels')}
            </Button>
          )}
        </Editing>
        <TextField name={`${at}.noteBelow`} label={t('rubrics.noteBelow')} inputMode="decimal" />
      </Group>
    </details>
  );
}

function levelScore({ min, max }: CriterionDraft, share: Rational): string {
  const [low, high] = [readDecimal(min), readDecimal(max)];
  if (low === null || high === null) return '';
  const range = subtract(fromDecimal(high), fromDecimal(low));
  return showDecimal(toExactText(add(fromDecimal(low), multiply(range, share))));
}
