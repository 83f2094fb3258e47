/** Which sheets are there: one board for the hall, with what to see of it, and the dialogs of its cells. No scores. */
import { Button, NativeSelect } from '@mantine/core';
import { ClipboardList } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { contestProblems } from '../../../shared/domain/contest-problems.ts';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { idFrom } from '../../../shared/domain/ids.ts';
import { useOpenedBySearch } from '../../contest/opened-by-search.ts';
import { NextStep } from '../../contest/next-step.tsx';
import { StepLink } from '../../contest/step-link.tsx';
import { EmptyLine, EmptyState } from '../../ui/empty-state.tsx';
import panels from '../../ui/panels.module.css';
import { boardsOf, filteredBoard, isOpen, type Board, type BoardChoice, type BoardFilter } from './board.ts';
import { BoardTable, isShortened } from './board-table.tsx';
import classes from './board.module.css';
import { ContestantDialog } from './contestant-dialog.tsx';
import { SheetDialog, SignOffDialog } from './sheet-dialog.tsx';
import { StateLegend } from './sheet-state-mark.tsx';

const everything: BoardFilter = { show: 'all', category: null, juror: null };

export function BoardPanel({ contest, actions }: { readonly contest: Contest; readonly actions: ReactNode }) {
  const { t } = useTranslation('monitor');
  const [chosenStage, setStage] = useState<string | null>(null);
  const [choice, setChoice] = useState<BoardChoice | null>(null);
  const [filter, setFilter] = useState<BoardFilter>(everything);
  useOpenedBySearch(({ contestant, juror }) => {
    if (contestant !== undefined) setChoice({ type: 'contestant', contestant });
    if (juror !== undefined) setFilter({ ...everything, juror });
  });
  const boards = useMemo(() => boardsOf(contest), [contest]);
  const attention = useMemo(() => attentionOf(contest), [contest]);
  const wanted = chosenStage ?? contest.shown?.stage ?? null;
  const board = boards.find((each) => each.stage.id === wanted) ?? boards[0];
  if (board === undefined) {
    return (
      <EmptyState
        icon={ClipboardList}
        title={t('empty.nothingJudged')}
        text={t('empty.noRubric')}
        action={<NextStep />}
      />
    );
  }
  const shown = filteredBoard(board, filter, attention);
  const numbers = new Map(board.jurors.map(({ id }, at) => [id, at + 1]));
  return (
    <section className={`${panels.panel} ${classes.panel}`} aria-labelledby="kelengkapan">
      <div className={classes.head}>
        <h2 className={panels.panelTitle} id="kelengkapan">
          {t('stages.title')}
        </h2>
        <fieldset className={classes.choices} aria-label={t('stages.label')}>
          {boards.map(({ stage, done, total }) => (
            <Button
              key={stage.id}
              size="xs"
              variant={stage.id === board.stage.id ? 'filled' : 'default'}
              aria-pressed={stage.id === board.stage.id}
              onClick={() => setStage(stage.id)}
            >
              <span className={classes.stageName} title={stage.name}>
                {stage.name}
              </span>{' '}
              <span>{t('stages.progress', { done, total })}</span>
            </Button>
          ))}
        </fieldset>
        <div className={classes.actions}>{actions}</div>
      </div>
      <BoardFilters board={board} filter={filter} attention={attention} onChange={setFilter} />
      {isShortened(shown) ? <StateLegend /> : null}
      {board.jurors.length === 0 ? <EmptyLine text={t('grid.noJurors')} action={<StepLink step="jurors" />} /> : null}
      {shown.groups.length === 0 ? (
        <EmptyLine
          text={t('filter.nothing')}
          action={
            <Button variant="default" size="xs" onClick={() => setFilter(everything)}>
              {t('filter.reset')}
            </Button>
          }
        />
      ) : (
        <BoardTable board={shown} numbers={numbers} onStage={contest.shown?.contestant ?? null} onChoose={setChoice} />
      )}
      {isShortened(shown) ? <JurorNames board={shown} numbers={numbers} /> : null}
      <p className={classes.legend}>{t('grid.keys')}</p>
      <ChosenDialog contest={contest} choice={choice} onClose={() => setChoice(null)} />
    </section>
  );
}

function BoardFilters({
  board: { groups, jurors },
  filter,
  attention,
  onChange,
}: {
  readonly board: Board;
  readonly filter: BoardFilter;
  readonly attention: ReadonlySet<string>;
  readonly onChange: (filter: BoardFilter) => void;
}) {
  const { t } = useTranslation('monitor');
  const rows = groups.flatMap((group) => group.rows);
  const counts = {
    all: rows.length,
    open: rows.filter((row) => row.states.some(isOpen)).length,
    attention: rows.filter(({ contestant }) => attention.has(contestant.id)).length,
  };
  return (
    <div className={classes.filters}>
      <fieldset className={classes.choices} aria-label={t('filter.label')}>
        {(['all', 'open', 'attention'] as const).map((show) => (
          <Button
            key={show}
            size="xs"
            variant={filter.show === show ? 'light' : 'default'}
            aria-pressed={filter.show === show}
            onClick={() => onChange({ ...filter, show })}
          >
            {t(`filter.${show}`, { count: counts[show] })}
          </Button>
        ))}
      </fieldset>
      {groups.length < 2 ? null : (
        <NativeSelect
          size="xs"
          className={classes.choice}
          aria-label={t('filter.category')}
          value={filter.category ?? ''}
          data={[
            { value: '', label: t('filter.everyCategory') },
            ...groups.map(({ category: { id, name } }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChange({ ...filter, category: idFrom.category(event.currentTarget.value) || null })}
        />
      )}
      {jurors.length < 2 ? null : (
        <NativeSelect
          size="xs"
          className={classes.choice}
          aria-label={t('filter.juror')}
          value={filter.juror ?? ''}
          data={[
            { value: '', label: t('filter.everyJuror') },
            ...jurors.map(({ id, name }, at) => ({ value: id, label: `${at + 1} · ${name}` })),
          ]}
          onChange={(event) => onChange({ ...filter, juror: idFrom.juror(event.currentTarget.value) || null })}
        />
      )}
    </div>
  );
}

function JurorNames({ board, numbers }: { readonly board: Board; readonly numbers: ReadonlyMap<string, number> }) {
  const { t } = useTranslation('monitor');
  return (
    <details className={classes.jurors}>
      <summary>{t('grid.jurors')}</summary>
      <ol>
        {board.jurors.map(({ id, name }) => (
          <li key={id} value={numbers.get(id)}>
            {name}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The contestants of whom something stands under what needs a look. */
function attentionOf(contest: Contest): ReadonlySet<string> {
  return new Set(contestProblems(contest).flatMap((problem) => ('juror' in problem ? [problem.contestant] : [])));
}

function ChosenDialog({
  contest,
  choice,
  onClose,
}: {
  readonly contest: Contest;
  readonly choice: BoardChoice | null;
  readonly onClose: () => void;
}) {
  if (choice === null) return null;
  switch (choice.type) {
    case 'sheet':
      return <SheetDialog contest={contest} choice={choice} onClose={onClose} />;
    case 'sign-off':
      return <SignOffDialog contest={contest} choice={choice} onClose={onClose} />;
    case 'contestant': {
      const contestant = findContestant(setupOf(contest), choice.contestant);
      return contestant === undefined ? null : <ContestantDialog contestant={contestant} onClose={onClose} />;
    }
  }
}
