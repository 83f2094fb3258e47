/**
 * What a person should look at, in one list of plain words, each with what can be done about it. Differing values of two
 * laptops stand side by side, but only when asked for: the board shows no scores by itself.
 */
import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { contestProblems, type ContestProblem } from '../../../shared/domain/contest-problems.ts';
import { findContestant, findCriterion, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { openRequests } from '../../../shared/domain/correspondence.ts';
import { jurorsWithoutPact } from '../../../shared/domain/pact.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { groupBy } from '../../../shared/lib/order.ts';
import { useExecute, useNetworkStatus } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ContestantDialog } from './contestant-dialog.tsx';
import panels from '../../ui/panels.module.css';
import classes from './monitor.module.css';
import { OtherNameDialog } from './other-name-dialog.tsx';
import { RequestItem } from './reopening-requests.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { StrayDialog } from './stray-dialog.tsx';
import { passedOver, showing } from './stage-step.ts';
import { showDecimal } from '../../messages/numbers.ts';

type SheetProblem = Extract<ContestProblem, { readonly juror: JurorId }>;
type LogProblem = Exclude<ContestProblem, { readonly juror: JurorId }>;

/** More than these push the board out of the first view; the others come when asked for. */
const mostAtOnce = 3;

export function AttentionPanel({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const problems = useMemo(() => contestProblems(contest), [contest]);
  const [asked, setAsked] = useState<SheetProblem | null>(null);
  const [isWhole, setWhole] = useState(false);
  const troubles = useNetworkStatus()?.devices.flatMap((device) => device.troubles) ?? [];
  const sheets = problems.filter((problem): problem is SheetProblem => 'juror' in problem);
  const others = groupBy(
    problems.filter((problem): problem is LogProblem => !('juror' in problem)),
    (problem) => problem.type,
  );
  const isPassedOver = passedOver(contest).length > 0;
  const requests = openRequests(contest);
  const withoutPact = jurorsWithoutPact(contest);
  const count =
    (withoutPact.length > 0 ? 1 : 0) + requests.length + problems.length + troubles.length + (isPassedOver ? 1 : 0);
  const items: readonly ReactNode[] = [
    ...requests.map((request) => <RequestItem key={request.ref} contest={contest} request={request} />),
    ...(withoutPact.length > 0
      ? [
          <Item key="pakta" action={null}>
            {t('problem.noPact', { jurors: withoutPact.map(({ name }) => name).join(', ') })}
          </Item>,
        ]
      : []),
    ...(isPassedOver ? [<PassedOver key="terlewati" contest={contest} />] : []),
    ...troubles.map((trouble) => (
      <Item key={trouble} action={<ToDevices />}>
        {trouble}
      </Item>
    )),
    ...sheets.map((problem) => (
      <Item
        key={`${problem.type} ${problem.juror} ${problem.contestant} ${problem.stage} ${criterionOf(problem)}`}
        action={<AskButton contest={contest} problem={problem} onAsk={setAsked} />}
      >
        <SheetProblemText contest={contest} problem={problem} />
      </Item>
    )),
    ...[...others].map(([type, list]) => (
      <Item key={type} action={type === 'log-forked' ? <ToDevices /> : null}>
        {t(`problem.${type}`, { count: list.length, who: type === 'log-forked' ? writersOf(contest, list, t) : '' })}
      </Item>
    )),
  ];
  if (items.length === 0) return null;
  return (
    <section className={panels.panel} data-tone="warm" aria-labelledby="perhatian">
      <h2 className={panels.panelTitle} id="perhatian">
        <TriangleAlert aria-hidden size="1.2em" /> {t('problem.count', { count })}
      </h2>
      <ul className={classes.problems}>{isWhole ? items : items.slice(0, mostAtOnce)}</ul>
      {items.length <= mostAtOnce ? null : (
        <Button variant="default" size="xs" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('problem.fewer') : t('problem.more', { count: items.length - mostAtOnce })}
        </Button>
      )}
      {asked === null ? null : <DecisionDialog contest={contest} problem={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function Item({ action, children }: { readonly action: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <div>{children}</div>
      {action === null ? null : <div className={classes.problemActions}>{action}</div>}
    </li>
  );
}

/** More names than these push what the committee presses out of sight. */
const mostNamed = 3;

/** Who still waits though later ones have been on stage: nobody is forgotten. */
function PassedOver({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const waiting = passedOver(contest);
  const named = waiting.slice(0, mostNamed);
  return (
    <Item
      action={named.map(({ contestant, stage }) => (
        <Button
          key={contestant.id}
          size="xs"
          variant="default"
          aria-label={t('onStage.show', { contestant: contestantText(contestant) })}
          onClick={() => void execute(showing(contest, contestant, stage))}
        >
          {t('onStage.show', { contestant: contestant.number ?? contestant.name })}
        </Button>
      ))}
    >
      <strong>
        {t('onStage.passedOver', { contestants: named.map(({ contestant }) => contestantText(contestant)).join('; ') })}
        {waiting.length > mostNamed ? ` ${t('onStage.passedOverMore', { count: waiting.length - mostNamed })}` : null}
      </strong>
    </Item>
  );
}

function ToDevices() {
  const { t } = useTranslation('monitor');
  return (
    <Button component={Link} to="/perangkat" size="xs" variant="default">
      {t('problem.toDevices')}
    </Button>
  );
}

/** A decision, or the sheet itself; the values that differ are the juror's to choose from. */
function AskButton({
  contest,
  problem,
  onAsk,
}: {
  readonly contest: Contest;
  readonly problem: SheetProblem;
  readonly onAsk: (problem: SheetProblem) => void;
}) {
  const { t } = useTranslation('monitor');
  if (problem.type === 'score-conflict') return <Values values={problem.values} />;
  const isDecision = decidable.has(problem.type);
  const where = whereOf(contest, problem, t);
  return (
    <Button
      size="xs"
      variant="default"
      aria-haspopup="dialog"
      aria-label={t(isDecision ? 'problem.decideLabel' : 'problem.openLabel', { where })}
      onClick={() => onAsk(problem)}
    >
      {t(isDecision ? 'problem.decide' : 'problem.open')}
    </Button>
  );
}

/** Whose logs forked, each once. */
function writersOf(contest: Contest, forks: readonly LogProblem[], t: TFunction<'monitor'>): string {
  return [...new Set(forks.map(({ name }) => name))]
    .map((seat) => contest.setup?.jurors.find(({ id }) => id === seat)?.name ?? seat ?? t('problem.committee'))
    .join(', ');
}

/** What a person decides here; of the others the sheet can be opened, or they are the juror's. */
const decidable: ReadonlySet<SheetProblem['type']> = new Set([
  'lock-conflict',
  'lock-unaware',
  'lock-beside-absence',
  'lock-beside-recusal',
  'lock-outside-ranking',
  'lock-under-other-name',
  'stray-values',
]);

function DecisionDialog({
  contest,
  problem,
  onClose,
}: {
  readonly contest: Contest;
  readonly problem: SheetProblem;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const { juror, contestant, stage } = problem;
  if (problem.type === 'stray-values') {
    const title = whereOf(contest, problem, t);
    return <StrayDialog contest={contest} problem={problem} title={title} onClose={onClose} />;
  }
  if (problem.type === 'lock-outside-ranking') {
    const outside = findContestant(setupOf(contest), contestant);
    return outside === undefined ? null : <ContestantDialog contestant={outside} onClose={onClose} />;
  }
  if (stage === null) return null;
  if (problem.type === 'lock-under-other-name') {
    const title = whereOf(contest, problem, t);
    return <OtherNameDialog contest={contest} place={{ juror, contestant, stage }} title={title} onClose={onClose} />;
  }
  return <SheetDialog contest={contest} choice={{ type: 'sheet', juror, contestant, stage }} onClose={onClose} />;
}

function whereOf(contest: Contest, problem: SheetProblem, t: TFunction<'monitor'>): string {
  const setup = setupOf(contest);
  const contestant = findContestant(setup, problem.contestant) ?? contest.removed.get(problem.contestant);
  return t('problem.where', {
    juror: setup.jurors.find((each) => each.id === problem.juror)?.name ?? problem.juror,
    contestant: contestant === undefined ? problem.contestant : contestantText(contestant),
    stage: setup.stages.find((each) => each.id === problem.stage)?.name ?? problem.stage ?? '–',
  });
}

function SheetProblemText({ contest, problem }: { readonly contest: Contest; readonly problem: SheetProblem }) {
  const { t } = useTranslation('monitor');
  const setup = setupOf(contest);
  const where = whereOf(contest, problem, t);
  return (
    <>
      <strong>{where}</strong>
      <br />
      {problem.type === 'score-conflict'
        ? t('problem.scoreConflict', {
            criterion: findCriterion(setup, problem.criterion)?.criterion.name ?? problem.criterion,
          })
        : t(sheetTexts[problem.type])}
    </>
  );
}

const sheetTexts = {
  'lock-conflict': 'problem.lockConflict',
  'lock-unaware': 'problem.lockUnaware',
  'lock-beside-absence': 'problem.lockBesideAbsence',
  'lock-beside-recusal': 'problem.lockBesideRecusal',
  'lock-outside-ranking': 'problem.lockOutside',
  'lock-under-other-name': 'problem.otherName',
  'stray-values': 'problem.strayValues',
  'outside-lock': 'problem.outsideLock',
  'other-rubric': 'problem.otherRubric',
} as const;

function Values({ values }: { readonly values: readonly string[] }) {
  const { t } = useTranslation('monitor');
  const [isShown, setShown] = useState(false);
  return (
    <div className={classes.values}>
      <Button size="xs" variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {t(isShown ? 'problem.hide' : 'problem.show')}
      </Button>
      {isShown ? (
        <ul aria-label={t('problem.values')} className={classes.valueList}>
          {values.map((value) => (
            <li key={value}>{value === '' ? t('problem.empty') : showDecimal(value)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function criterionOf(problem: SheetProblem): string {
  return problem.type === 'score-conflict' ? problem.criterion : '';
}
