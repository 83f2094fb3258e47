/**
 * Riwayat: every fact of the contest as a sentence, narrowed down by filters, and the same lines as a workbook. Hidden until asked
 * for, since it holds scores; nothing is computed before that. What comes in while somebody reads waits for a press.
 */
import { ActionIcon, Button } from '@mantine/core';
import {
  ArrowDownUp,
  ChevronLeft,
  ChevronRight,
  EyeOff,
  FileSpreadsheet,
  FilterX,
  History as HistoryIcon,
  RefreshCw,
} from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { historyOf, type HistoryEntry } from '../../../shared/domain/history/history.ts';
import { documentChannels } from '../../../shared/ipc/documents.ts';
import { useContest, useEvents, useShell } from '../../contest/hooks.tsx';
import { useOpenedBySearch } from '../../contest/opened-by-search.ts';
import { useSaving } from '../../contest/saved-document.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HiddenScreen } from '../../ui/hidden-screen.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { everything, filtered, isNarrowed, type HistoryFilter } from './filter.ts';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryTable } from './history-table.tsx';
import classes from './history.module.css';
import { useLines, type Lines } from '../../contest/history-lines.ts';

export function HistoryScreen() {
  const { t } = useTranslation('history');
  const [isShown, setShown] = useState(false);
  const [filter, setFilter] = useState<HistoryFilter>(everything);
  useOpenedBySearch(({ contestant = null, juror = null, isAsked = false }) => {
    setFilter({ ...everything, contestant, person: juror });
    setShown(isAsked);
  });
  if (isShown) return <Shown filter={filter} onFilter={setFilter} onHide={() => setShown(false)} />;
  return (
    <HiddenScreen
      title={t('title')}
      why={{ title: t('hidden.title'), text: t('hidden.text') }}
      icon={HistoryIcon}
      showLabel={t('hidden.show')}
      onShow={() => setShown(true)}
    />
  );
}

/** A table of thousands of rows would keep everybody waiting. */
const linesPerPage = 50;

function Shown({
  filter,
  onFilter,
  onHide,
}: {
  readonly filter: HistoryFilter;
  readonly onFilter: (filter: HistoryFilter) => void;
  readonly onHide: () => void;
}) {
  const { t } = useTranslation('history');
  const [now, events] = [useContest(), useEvents()];
  const [taken, setTaken] = useState({ contest: now, events });
  const history = useMemo(() => historyOf(taken.contest, taken.events), [taken]);
  const lines = useLines(history);
  // The fields follow the hand at once, the list as soon as it can.
  const settled = useDeferredValue(filter);
  const found = useMemo(() => filtered(history.entries, settled, lines.textOf), [history, settled, lines]);
  const hide = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the keyboard goes on here.
  useEffect(() => hide.current?.focus(), []);
  const newer = events.length - taken.events.length;
  return (
    <div className={classes.page}>
      <PageTitle
        title={t('title')}
        hint={t('hint')}
        actions={
          <Button variant="default" leftSection={<EyeOff aria-hidden size="1.1rem" />} onClick={onHide} ref={hide}>
            {t('hide')}
          </Button>
        }
      />
      <HistoryFilters
        history={history}
        isSealing={taken.contest.setup?.contest.sealing === true}
        lines={lines}
        filter={filter}
        onChange={onFilter}
      />
      <Found
        found={found}
        lines={lines}
        isNarrowed={isNarrowed(settled)}
        onReset={() => onFilter(everything)}
        news={
          newer === 0 ? null : (
            <Button
              size="xs"
              variant="light"
              leftSection={<RefreshCw aria-hidden size="1rem" />}
              onClick={() => setTaken({ contest: now, events })}
            >
              {newer > 0 ? t('newer', { count: newer }) : t('reread')}
            </Button>
          )
        }
      />
    </div>
  );
}

/** Begins at its first page whenever something else was asked for. */
function Found({
  found,
  lines,
  isNarrowed: isFiltered,
  onReset,
  news,
}: {
  /** Oldest first. */
  readonly found: readonly HistoryEntry[];
  readonly lines: Lines;
  readonly isNarrowed: boolean;
  readonly onReset: () => void;
  readonly news: ReactNode;
}) {
  const { t } = useTranslation('history');
  const shell = useShell();
  const { save, outcome } = useSaving();
  const [isOldestFirst, setOldestFirst] = useState(false);
  const [turned, setTurned] = useState({ of: found, page: 0 });
  const list = useRef<HTMLDivElement>(null);
  const shown = isOldestFirst ? found : found.toReversed();
  const page = turned.of === found ? turned.page : 0;
  const pages = Math.ceil(shown.length / linesPerPage);
  const refs = isFiltered ? found.map(({ recorded }) => recorded.ref) : null;
  const turn = (to: number) => {
    setTurned({ of: found, page: to });
    list.current?.scrollIntoView({ block: 'start' });
  };
  const pager = (label: string) => <Pager label={label} page={page} pages={pages} onTurn={turn} />;
  return (
    <>
      <div className={classes.bar}>
        <output className={classes.count}>
          {t('count', { shown: lines.counted(found.length), all: lines.counted(lines.history.entries.length) })}
        </output>
        {isFiltered && found.length > 0 ? (
          <Button size="xs" variant="default" leftSection={<FilterX aria-hidden size="1rem" />} onClick={onReset}>
            {t('filter.reset')}
          </Button>
        ) : null}
        {news}
        <Button
          size="xs"
          variant="default"
          leftSection={<ArrowDownUp aria-hidden size="1rem" />}
          onClick={() => {
            setOldestFirst(!isOldestFirst);
            setTurned({ of: found, page: 0 });
          }}
        >
          {isOldestFirst ? t('order.newest') : t('order.oldest')}
        </Button>
        {found.length === 0 ? null : (
          <Button
            size="xs"
            variant="default"
            leftSection={<FileSpreadsheet aria-hidden size="1rem" />}
            onClick={() => save(() => shell.request(documentChannels.history, { refs }))}
          >
            {t('export')}
          </Button>
        )}
        {pager(t('pages.label'))}
      </div>
      {outcome}
      {shown.length === 0 ? (
        <EmptyState
          icon={HistoryIcon}
          title={t('nothing.title')}
          text={t('nothing.text')}
          action={
            <Button variant="default" onClick={onReset}>
              {t('nothing.reset')}
            </Button>
          }
        />
      ) : (
        <div ref={list} className={classes.list}>
          <HistoryTable entries={shown.slice(page * linesPerPage, (page + 1) * linesPerPage)} lines={lines} />
          {shown.length > shortList ? pager(t('pages.below')) : null}
        </div>
      )}
    </>
  );
}

/** So few lines that the way to the next page above them is in sight. */
const shortList = 20;

function Pager({
  label,
  page,
  pages,
  onTurn,
}: {
  readonly label: string;
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}) {
  const { t } = useTranslation('history');
  if (pages < 2) return null;
  const step = (by: -1 | 1) => {
    const Icon = by < 0 ? ChevronLeft : ChevronRight;
    const isEnd = page + by < 0 || page + by >= pages;
    return (
      <ActionIcon
        variant="default"
        size="1.9rem"
        aria-label={by < 0 ? t('pages.before') : t('pages.after')}
        aria-disabled={isEnd}
        onClick={() => (isEnd ? undefined : onTurn(page + by))}
      >
        <Icon aria-hidden size="1.1rem" />
      </ActionIcon>
    );
  };
  return (
    <nav className={classes.pager} aria-label={label}>
      {step(-1)}
      <output>{t('pages.at', { page: page + 1, pages })}</output>
      {step(1)}
    </nav>
  );
}
