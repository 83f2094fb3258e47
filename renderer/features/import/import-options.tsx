/** What was understood of the file, and the few things a person may set otherwise: sheet, columns, category. */
import { Button, Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Category } from '../../../shared/domain/setup/contest-file.ts';
import type { ImportColumn, ImportField } from '../../../shared/import/types.ts';
import classes from './import.module.css';
import { isDoubtful, unknownCategories, type ChosenOptions, type ReadList } from './read-list.ts';

const fields: readonly ImportField[] = ['number', 'name', 'unit', 'title', 'category', 'status', 'slot'];

interface ImportOptionsProperties {
  readonly list: ReadList;
  readonly options: ChosenOptions;
  readonly categories: readonly Category[];
  readonly busy: boolean;
  readonly onChange: (change: ChosenOptions) => void;
  readonly onOther: () => void;
}

export function ImportOptions(properties: ImportOptionsProperties) {
  const { list, options, busy, onChange, onOther } = properties;
  const { t } = useTranslation('import');
  const { preview } = list;
  return (
    <Stack className={classes.card} gap="xs">
      <div className={classes.top}>
        <div className={classes.facts}>
          <Text fw={700} size="lg" style={{ overflowWrap: 'anywhere' }}>
            {list.name}
          </Text>
          <span>{t('readFrom', { sheets: preview.sheetsRead.join(', ') })}</span>
          <span>{preview.headerRow === 0 ? t('noHeader') : t('header', { row: preview.headerRow })}</span>
          <span>{t(`categorySource.${preview.categorySource}`)}</span>
        </div>
        <Button variant="default" size="compact-md" disabled={busy} onClick={onOther}>
          {t('other')}
        </Button>
      </div>
      <div className={classes.choices}>
        {preview.sheets.length > 1 ? (
          <label className={classes.sheet}>
            {t('sheet')}
            <NativeSelect
              disabled={busy}
              value={options.sheet ?? preview.sheet}
              data={[...preview.sheets]}
              onChange={(event) => onChange({ sheet: event.currentTarget.value, mapping: {}, answers: {} })}
            />
          </label>
        ) : null}
        <Columns {...properties} />
      </div>
      <UnusedColumns list={list} />
      <CategoryOptions {...properties} />
    </Stack>
  );
}

function Columns({ list, options, busy, onChange }: ImportOptionsProperties) {
  const { t } = useTranslation('import');
  const { mapping, columns } = list.preview;
  return (
    <details className={classes.columns} open={mapping.name === undefined || isDoubtful(list, options)}>
      <summary>{t('columns')}</summary>
      <div className={classes.fields}>
        {fields.map((field) => (
          <NativeSelect
            key={field}
            size="md"
            label={t(`field.${field}`)}
            disabled={busy}
            value={mapping[field] ?? ''}
            data={[{ value: '', label: t('noColumn') }, ...columns.map(columnChoice)]}
            onChange={(event) => onChange({ mapping: { ...options.mapping, [field]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </details>
  );
}

/** Nothing of the file disappears without a word. */
function UnusedColumns({ list }: { readonly list: ReadList }) {
  const { t } = useTranslation('import');
  const { unusedColumns } = list.preview;
  if (unusedColumns.length === 0) return null;
  const names = unusedColumns.map(({ column, heading }) =>
    heading === '' ? t('unusedBlank', { column }) : `${column} “${heading}”`,
  );
  return <Text className={classes.quiet}>{t('unused', { names: names.join(', ') })}</Text>;
}

/** `B · Nama KBK (Melati, Mawar)`. */
function columnChoice({ letter, header, samples }: ImportColumn) {
  const name = [letter, header].filter((text) => text !== '').join(' · ');
  const shown = samples.slice(0, 2).join(', ').slice(0, 60);
  return { value: letter, label: shown === '' ? name : `${name} (${shown})` };
}

function CategoryOptions({ list, options, categories, busy, onChange }: ImportOptionsProperties) {
  const { t } = useTranslation('import');
  const unknown = unknownCategories(list);
  const isUnsaid = list.plan.leftOut.some(({ problems }) => problems.some(({ type }) => type === 'missing-category'));
  const added = list.plan.addCategories.map(({ name }) => name);
  /** Those of the contest, and those that come with the list. */
  const choices = [...categories, ...list.plan.addCategories];
  return (
    <>
      {choices.length > 0 && (isUnsaid || options.category !== undefined) ? (
        <NativeSelect
          size="md"
          label={t('category')}
          disabled={busy}
          value={options.category ?? ''}
          data={[
            { value: '', label: t('chooseCategory'), disabled: true },
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChange({ category: event.currentTarget.value })}
        />
      ) : null}
      {unknown.length > 0 ? (
        <Text fw={600} c="var(--gj-danger)">
          <TriangleAlert aria-hidden size="1.1em" /> {t('unknownCategories', { names: unknown.join(', ') })}
        </Text>
      ) : null}
      {unknown.length > 0 || options.addCategories === true ? (
        <Checkbox
          size="md"
          label={t('addCategories')}
          disabled={busy}
          checked={options.addCategories === true}
          onChange={(event) => onChange({ addCategories: event.currentTarget.checked })}
        />
      ) : null}
      {added.length > 0 ? <Text fw={600}>{t('newCategories', { names: added.join(', ') })}</Text> : null}
    </>
  );
}
