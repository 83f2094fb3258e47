/** Lines of the history as a table, under the days on which they were written. */
import { CircleSlash, Clock4 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/domain/history/history.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Unseen } from '../../ui/unseen.tsx';
import classes from './history.module.css';
import type { Line, Lines } from '../../contest/history-lines.ts';

export function HistoryTable({ entries, lines }: { readonly entries: readonly HistoryEntry[]; readonly lines: Lines }) {
  const { t } = useTranslation('history');
  const said = entries.map((entry) => ({ entry, line: lines.lineOf(entry) }));
  const byDay = Map.groupBy(said, ({ line }) => line.day);
  return (
    <table className={classes.table}>
      <Unseen as="caption">{t('table.caption')}</Unseen>
      <thead>
        <tr>
          <th scope="col" className={classes.timeColumn}>
            {t('table.time')}
          </th>
          <th scope="col" className={classes.whoColumn}>
            {t('table.who')}
          </th>
          <th scope="col">{t('table.what')}</th>
          <th scope="col" className={classes.contestantColumn}>
            {t('table.contestant')}
          </th>
        </tr>
      </thead>
      {[...byDay].map(([name, ofDay]) => (
        <tbody key={name}>
          <tr className={classes.day}>
            <th scope="rowgroup" colSpan={4}>
              {name}
            </th>
          </tr>
          {ofDay.map(({ entry, line }) => (
            <HistoryRow key={entry.recorded.ref} entry={entry} line={line} lines={lines} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function HistoryRow({
  entry,
  line,
  lines,
}: {
  readonly entry: HistoryEntry;
  readonly line: Line;
  readonly lines: Lines;
}) {
  const { t } = useTranslation('history');
  const { contestants, afterPresentation, unused } = entry;
  return (
    <tr data-unused={unused === null ? undefined : true}>
      <td className={classes.timeCell}>{line.time}</td>
      <td>{line.who}</td>
      <td>
        {line.what}
        {line.reason === '' ? null : <span className={classes.remark}>{t('reason', { reason: line.reason })}</span>}
        {line.unused === '' ? null : <span className={classes.remark}>{line.unused}</span>}
        {afterPresentation || unused !== null ? (
          <span className={classes.badges}>
            {afterPresentation ? <StatusBadge icon={Clock4} tone="warm" label={t('afterPresentation')} /> : null}
            {unused === null ? null : <StatusBadge icon={CircleSlash} tone="danger" label={t('unused')} />}
          </span>
        ) : null}
      </td>
      <td>
        <Contestants ids={contestants} lines={lines} />
      </td>
    </tr>
  );
}

function Contestants({ ids, lines }: { readonly ids: readonly ContestantId[]; readonly lines: Lines }) {
  const { t } = useTranslation('history');
  const [first, second] = ids;
  if (first === undefined) return null;
  if (second !== undefined) {
    return <span title={ids.map(lines.contestantName).join('\n')}>{t('groups', { count: ids.length })}</span>;
  }
  const contestant = lines.history.names.contestants.get(first);
  return contestant === undefined ? first : <ContestantName contestant={contestant} size="row" />;
}
