/** The fields that narrow the history down; one that is set is one of several ways to find a line. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { historyKinds } from '../../../shared/domain/history/about.ts';
import type { History } from '../../../shared/domain/history/history.ts';
import { idFrom } from '../../../shared/domain/ids.ts';
import { words } from '../../messages/words.ts';
import { committee, kindsIn, type HistoryFilter } from './filter.ts';
import classes from './history.module.css';
import type { Lines } from '../../contest/history-lines.ts';

export function HistoryFilters({
  history,
  isSealing,
  lines,
  filter,
  onChange,
}: {
  readonly history: History;
  /** Results of this contest are sealed before they are official. */
  readonly isSealing: boolean;
  readonly lines: Lines;
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
}) {
  const { t } = useTranslation('history');
  const { names } = history;
  const contestants = [...names.contestants.values()].toSorted(
    (a, b) => (a.number ?? Infinity) - (b.number ?? Infinity),
  );
  return (
    <search className={classes.filters} aria-label={t('filter.label')}>
      <TextInput
        size="xs"
        type="search"
        className={classes.text}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        leftSection={<Search aria-hidden size="1rem" />}
        value={filter.text}
        maxLength={200}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        className={classes.choice}
        aria-label={t('filter.person')}
        value={filter.person ?? ''}
        data={[
          { value: '', label: t('filter.everybody') },
          { value: committee, label: words.history.committee },
          ...[...names.jurors.keys()].map((id) => ({ value: id, label: lines.jurorName(id) })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const person = value === committee ? committee : idFrom.juror(value);
          onChange({ ...filter, person: value === '' ? null : person });
        }}
      />
      <NativeSelect
        size="xs"
        className={classes.choice}
        aria-label={t('filter.contestant')}
        value={filter.contestant ?? ''}
        data={[
          { value: '', label: t('filter.everyContestant') },
          ...contestants.map(({ id }) => ({ value: id, label: lines.contestantName(id) })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...filter, contestant: value === '' ? null : idFrom.contestant(value) });
        }}
      />
      <NativeSelect
        size="xs"
        className={classes.choice}
        aria-label={t('filter.kind')}
        value={filter.kind ?? ''}
        data={[
          { value: '', label: t('filter.everyKind') },
          ...kindsIn(history, isSealing).map((kind) => ({ value: kind, label: words.history.kinds[kind] })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...filter, kind: historyKinds.find((kind) => kind === value) ?? null });
        }}
      />
      <div className={classes.times}>
        <TimeField label={t('filter.from')} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
        <TimeField label={t('filter.to')} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
      </div>
      <Checkbox
        label={t('filter.afterPresentation')}
        checked={filter.afterPresentation}
        onChange={(event) => onChange({ ...filter, afterPresentation: event.currentTarget.checked })}
      />
    </search>
  );
}

function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className={classes.time}>
      {label}
      <TextInput
        size="xs"
        type="datetime-local"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
