/** The rows as they were understood, each with what would happen to it and what is wrong with it, in signs and words. */
import { Checkbox, Group, Title } from '@mantine/core';
import { CircleMinus, CirclePlus, Equal, Pencil, TriangleAlert, UserMinus, type LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../messages/language.ts';
import type { Category } from '../../../shared/domain/setup/contest-file.ts';
import type { FieldChange } from '../../../shared/import/types.ts';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import classes from './import.module.css';
import { shownRows, type ReadList, type RowState, type ShownRow } from './read-list.ts';

const badges: Readonly<Record<RowState | 'gone', { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  added: { icon: CirclePlus, tone: 'good' },
  changed: { icon: Pencil, tone: 'warm' },
  unchanged: { icon: Equal, tone: 'quiet' },
  gone: { icon: UserMinus, tone: 'warm' },
  leftOut: { icon: CircleMinus, tone: 'danger' },
};
const states = ['added', 'changed', 'unchanged', 'gone', 'leftOut'] as const;

export function RowTable({ list, categories }: { readonly list: ReadList; readonly categories: readonly Category[] }) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  // oxlint-disable-next-line react/exhaustive-deps -- problems are said in the language
  const rows = useMemo(() => shownRows(list), [list, language]);
  const [isOnlyProblems, setOnlyProblems] = useState(false);
  const wrong = rows.filter(({ problems }) => problems.length > 0);
  const shown = isOnlyProblems && wrong.length > 0 ? wrong : rows;
  const isNarrow = list.preview.mapping.category === undefined && list.preview.categorySource === 'none';
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="isi-daftar">
          {t('rows')}
        </Title>
        <Counts list={list} />
      </Group>
      {wrong.length > 0 ? (
        <Checkbox
          mb="xs"
          size="md"
          label={t('onlyProblems', { count: wrong.length })}
          checked={isOnlyProblems}
          onChange={(event) => setOnlyProblems(event.currentTarget.checked)}
        />
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls sideways is reached by keyboard */}
      <section className={classes.scroll} aria-labelledby="isi-daftar" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('contestant')}</th>
              <th scope="col">{t('field.unit')}</th>
              <th scope="col">{t('field.title')}</th>
              {isNarrow ? null : <th scope="col">{t('field.category')}</th>}
              <th scope="col">{t('result')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.key} shown={row} isNarrow={isNarrow} categories={categories} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Counts({ list }: { readonly list: ReadList }) {
  const { t } = useTranslation('import');
  return (
    <ul className={classes.counts} aria-label={t('summary')}>
      {states
        .filter((state) => list.plan[state].length > 0)
        .map((state) => (
          <li key={state}>
            <StatusBadge
              icon={badges[state].icon}
              tone={badges[state].tone}
              label={t('count', { count: list.plan[state].length, state: t(`state.${state}`).toLowerCase() })}
            />
          </li>
        ))}
    </ul>
  );
}

function Row({
  shown,
  isNarrow,
  categories,
}: {
  readonly shown: ShownRow;
  readonly isNarrow: boolean;
  readonly categories: readonly Category[];
}) {
  const { t } = useTranslation('import');
  const { row, state, problems, changes } = shown;
  const badge = badges[state];
  return (
    <tr data-state={state}>
      <td className={classes.quiet}>
        {row.sheet === undefined ? row.row : t('rowOfSheet', { sheet: row.sheet, row: row.row })}
      </td>
      <td className={classes.number}>{row.number ?? '–'}</td>
      <td>
        <span className={`${classes.cellLine} ${classes.name}`}>{row.name === '' ? t('blank') : row.name}</span>
        {(row.slot ?? '') === '' ? null : (
          <span className={`${classes.cellLine} ${classes.quiet}`}>{t('slotOf', { slot: row.slot ?? '' })}</span>
        )}
      </td>
      <td>{row.unit}</td>
      <td className={classes.quiet}>{row.title}</td>
      {isNarrow ? null : <td>{row.category}</td>}
      <td>
        <StatusBadge icon={badge.icon} tone={badge.tone} label={t(`state.${state}`)} />
        {row.status === 'waiting' ? null : <span className={classes.cellLine}>{t(`status.${row.status}`)}</span>}
        {changes.length === 0 ? null : (
          <ul className={classes.changes}>
            {changes.map((change) => (
              <li key={change.field}>
                <Change change={change} categories={categories} />
              </li>
            ))}
          </ul>
        )}
        {problems.length === 0 ? null : (
          <ul className={classes.problems}>
            {problems.map((problem) => (
              <li key={problem}>
                <TriangleAlert aria-hidden size="1.1em" />
                {problem}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function Change({ change, categories }: { readonly change: FieldChange; readonly categories: readonly Category[] }) {
  const { t } = useTranslation('import');
  return t('change', { field: t(`field.${change.field}`), from: text(change.from), to: text(change.to) });

  function text(value: string | number | null): string {
    if (value === null || value === '') return t('blank');
    if (change.field === 'category') return categories.find(({ id }) => id === value)?.name ?? String(value);
    if (change.field !== 'status') return String(value);
    const statuses = [
      'waiting',
      'performing',
      'performed',
      'withdrawn',
      'no-show',
      'disqualified',
      'exhibition',
    ] as const;
    const status = statuses.find((each) => each === value);
    return status === undefined ? String(value) : t(`status.${status}`);
  }
}
