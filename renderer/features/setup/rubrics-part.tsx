/** The rubrics, one at a time: for which stage and categories, its criteria, the sum of the weights, the juror's sheet. */
import { Button, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { CircleAlert, CircleCheck, LibraryBig, Plus, Trash2 } from 'lucide-react';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { limits } from '../../../shared/limits.ts';
import { compare, subtract, toExactText, whole } from '../../../shared/lib/rational.ts';
import { CriterionFields } from './criterion-fields.tsx';
import type { Draft, RubricDraft } from './draft.ts';
import {
  criterionColumns as columns,
  newCriterion,
  newId,
  pastedLines,
  weightSum,
  withPasted,
  withRubric,
  withoutRubric,
} from './draft-change.ts';
import { CheckField, Editing, PartProblem, SelectField, TextField, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';
import { SheetPreview } from './sheet-preview.tsx';
import { SomeOf } from './some-of.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import { showDecimal } from '../../messages/numbers.ts';

/** The id of a field of the table (`fieldId`): its line and its column. */
const pastedAt = /criteria-(\d+)-([a-z]+)$/;

export function RubricsPart() {
  const { t } = useTranslation('setup');
  const { draft, change, frozen, problems, rubric: chosen, showRubric } = useSetupForm();
  const [isChoosing, setChoosing] = useState(false);
  const { rubrics } = draft;
  const index = Math.max(
    0,
    rubrics.findIndex(({ id }) => id === chosen),
  );
  const rubric = rubrics[index];

  function add(): void {
    const next = emptyRubric(draft, t('rubrics.newCriterion', { number: 1 }));
    showRubric(next.id);
    change((before) => ({ ...before, rubrics: [...before.rubrics, next] }), 'rubrik-pilihan');
  }

  return (
    <Stack>
      <p className={classes.quiet}>{t('rubrics.hint')}</p>
      <Uncovered />
      <Group align="flex-end">
        {rubric === undefined ? null : (
          <NativeSelect
            id="rubrik-pilihan"
            size="md"
            label={t('rubrics.choose')}
            value={rubric.id}
            data={rubrics.map((each, at) => {
              const name = rubricName(draft, each, t);
              const isWrong = [...problems.keys()].some((path) => `${path}/`.startsWith(`/rubrics/${at}/`));
              return { value: each.id, label: isWrong ? t('rubrics.wrong', { name }) : name };
            })}
            onChange={(event) => showRubric(event.currentTarget.value)}
            style={{ flex: '1 1 20rem' }}
          />
        )}
        <Editing>
          <Button
            variant="default"
            leftSection={<LibraryBig aria-hidden size="1.1rem" />}
            onClick={() => setChoosing(true)}
          >
            {t('rubrics.fromTemplate')}
          </Button>
          <Button
            variant="default"
            leftSection={<Plus aria-hidden size="1.1rem" />}
            disabled={draft.stages.length === 0}
            onClick={add}
          >
            {t('rubrics.add')}
          </Button>
        </Editing>
      </Group>
      {rubrics.length === 0 ? <EmptyLine text={t('rubrics.none')} /> : null}
      {rubric === undefined ? null : <RubricEditor key={rubric.id} rubric={rubric} index={index} />}
      {frozen ? null : <TemplateDialog opened={isChoosing} onClose={() => setChoosing(false)} />}
    </Stack>
  );
}

/** The first stage and category that no rubric judges yet. */
function emptyRubric(draft: Draft, criterion: string): RubricDraft {
  const open = uncovered(draft)[0];
  const taken = draft.rubrics.some((rubric) => rubric.stage === open?.stage);
  const rubric: RubricDraft = {
    id: newId(
      'rubrik',
      draft.rubrics.map(({ id }) => id),
    ),
    stage: open?.stage ?? draft.stages[0]?.id ?? '',
    categories: taken && open !== undefined ? [open.category] : null,
    weighting: '',
    multiplier: '1',
    gate: false,
    criteria: [],
  };
  return { ...rubric, criteria: [newCriterion(draft, rubric, criterion)] };
}

function uncovered(draft: Draft): { readonly stage: string; readonly category: string }[] {
  return draft.stages.flatMap((stage) =>
    draft.categories
      .filter(
        ({ id }) =>
          !draft.rubrics.some(
            (rubric) => rubric.stage === stage.id && (rubric.categories === null || rubric.categories.includes(id)),
          ),
      )
      .map(({ id }) => ({ stage: stage.id, category: id })),
  );
}

function rubricName(draft: Draft, rubric: RubricDraft, t: ReturnType<typeof useTranslation<'setup'>>['t']): string {
  const stage = draft.stages.find(({ id }) => id === rubric.stage)?.name ?? rubric.stage;
  const names = draft.categories.filter(({ id }) => rubric.categories?.includes(id)).map(({ name }) => name);
  const categories = rubric.categories === null ? t('rubrics.allCategories') : names.join(', ');
  return t('rubrics.item', { stage, categories, count: rubric.criteria.length });
}

function Uncovered() {
  const { t } = useTranslation('setup');
  const { draft } = useSetupForm();
  const pairs = uncovered(draft);
  if (pairs.length === 0) return null;
  const name = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id;
  const list = pairs
    .slice(0, 8)
    .map(({ stage, category }) =>
      t('rubrics.pair', { stage: name(draft.stages, stage), category: name(draft.categories, category) }),
    )
    .join(', ');
  return (
    <p className={classes.quiet}>
      <CircleAlert aria-hidden size="1.1em" /> {t('rubrics.uncovered', { list })}
    </p>
  );
}

function RubricEditor({ rubric, index }: { readonly rubric: RubricDraft; readonly index: number }) {
  const { t } = useTranslation('setup');
  const { form, draft, change, problems, locked } = useSetupForm();

  function addCriterion(): void {
    const next = newCriterion(draft, rubric, t('rubrics.newCriterion', { number: rubric.criteria.length + 1 }));
    change(
      (before) => withRubric(before, index, (each) => ({ ...each, criteria: [...each.criteria, next] })),
      `atur-rubrics-${index}-criteria-${rubric.criteria.length}-name`,
    );
  }

  /** Lines copied from a spreadsheet fill the table from the field on in which they are pasted. */
  function paste(event: ClipboardEvent<HTMLUListElement>): void {
    const lines = pastedLines(event.clipboardData.getData('text'), limits.criteriaPerRubric);
    const [, row, column] = pastedAt.exec(event.target instanceof HTMLInputElement ? event.target.id : '') ?? [];
    const first = columns.findIndex((each) => each === column);
    if (lines === null || row === undefined || first < 0) return;
    event.preventDefault();
    const fresh = (before: Draft, at: RubricDraft) =>
      newCriterion(before, at, t('rubrics.newCriterion', { number: at.criteria.length + 1 }));
    change(
      (before) =>
        withRubric(before, index, (each) => withPasted(before, each, { lines, row: Number(row), first }, fresh)),
      event.target instanceof HTMLInputElement ? event.target.id : 'kriteria-tambah',
    );
  }

  return (
    <>
      <Stack className={classes.card} gap="sm">
        <div className={classes.fields}>
          <SelectField
            name={`rubrics.${index}.stage`}
            label={t('rubrics.stage')}
            data={draft.stages.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name={`rubrics.${index}.weighting`}
            label={t('rubrics.weighting')}
            data={[
              { value: '', label: t('rubrics.weightingDefault') },
              { value: 'percent', label: t('rules.weightings.percent') },
              { value: 'factor', label: t('rules.weightings.factor') },
            ]}
          />
          <TextField
            name={`rubrics.${index}.multiplier`}
            label={t('rubrics.multiplier')}
            description={t('rubrics.multiplierHint')}
            inputMode="decimal"
          />
        </div>
        {draft.categories.length < 2 && rubric.categories === null ? null : (
          <SomeOf
            label={t('rubrics.categories')}
            allLabel={t('rubrics.everyCategory')}
            choices={draft.categories}
            value={rubric.categories}
            disabled={locked}
            problem={problems.get(`/rubrics/${index}/categories`)}
            onChange={(value) => form.setValue(`rubrics.${index}.categories`, value, { shouldDirty: true })}
          />
        )}
        {locked && !rubric.gate ? null : (
          <fieldset className={classes.group}>
            <legend>{t('rubrics.effect')}</legend>
            <CheckField name={`rubrics.${index}.gate`} label={t('rubrics.gate')} />
          </fieldset>
        )}
        <PartProblem path={`/rubrics/${index}`} />
        <Editing>
          <div>
            <Button
              variant="subtle"
              color="red"
              leftSection={<Trash2 aria-hidden size="1.1rem" />}
              onClick={() => change((before) => withoutRubric(before, index), 'rubrik-pilihan')}
            >
              {t('rubrics.removeThis')}
            </Button>
          </div>
        </Editing>
      </Stack>
      <div className={classes.tableTop}>
        <Title order={2} size="h4" id="kriteria-judul">
          {t('rubrics.criteria')}
        </Title>
        {locked ? null : <span className={classes.quiet}>{t('rubrics.paste')}</span>}
        <WeightSum rubric={rubric} index={index} />
      </div>
      <div className={classes.table}>
        <div className={`${classes.criterion} ${classes.tableHead}`} aria-hidden>
          <span />
          {columns.map((column) => (
            <span key={column}>{t(`rubrics.${column}`)}</span>
          ))}
          <span />
        </div>
        <ul className={classes.lines} aria-labelledby="kriteria-judul" onPaste={locked ? undefined : paste}>
          {rubric.criteria.map((criterion, at) => (
            <li key={criterion.id}>
              <CriterionFields rubric={rubric} criterion={criterion} rubricIndex={index} index={at} />
            </li>
          ))}
        </ul>
      </div>
      <Editing>
        <div>
          <Button
            id="kriteria-tambah"
            variant="default"
            leftSection={<Plus aria-hidden size="1.1rem" />}
            onClick={addCriterion}
          >
            {t('rubrics.addCriterion')}
          </Button>
        </div>
      </Editing>
      <details className={`${classes.card} ${classes.more}`}>
        <summary>{t('rubrics.preview')}</summary>
        <SheetPreview rubric={rubric} />
      </details>
    </>
  );
}

/** The sum as it is typed, and what it should be. */
function WeightSum({ rubric, index }: { readonly rubric: RubricDraft; readonly index: number }) {
  const { t } = useTranslation('setup');
  const { draft, problems } = useSetupForm();
  const total = weightSum(rubric);
  const isPercent = !rubric.gate && (rubric.weighting || draft.rules.weighting) === 'percent';
  const isGood = !isPercent || compare(total, whole(100)) === 0;
  const text = showDecimal(toExactText(total));
  const isShort = compare(total, whole(100)) < 0;
  const rest = showDecimal(toExactText(isShort ? subtract(whole(100), total) : subtract(total, whole(100))));
  const other = problems.get(`/rubrics/${index}/criteria`);
  const Icon = isGood ? CircleCheck : CircleAlert;
  return (
    <output className={classes.sum} data-good={isGood}>
      <Icon aria-hidden size="1.1em" />
      {isGood ? t('rubrics.sum', { sum: text }) : t(`rubrics.sum-${isShort ? 'short' : 'over'}`, { sum: text, rest })}
      {isGood && other !== undefined ? `: ${other}` : ''}
    </output>
  );
}
