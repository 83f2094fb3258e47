/**
 * The heart: a juror scores. Left the contestants in performance order, right one sheet; above them who is on now. The
 * place (contestant, stage, field) is remembered, so that a crash or a change of person leads back to it.
 */
import { useHotkeys } from '@mantine/hooks';
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { Contest } from '../../../shared/domain/contest.ts';
import { isPactOpen } from '../../../shared/domain/pact.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { ContestantId, CriterionId, StageId } from '../../../shared/domain/ids.ts';
import { useContest, useContestPart } from '../../contest/hooks.tsx';
import { useOpenedBySearch } from '../../contest/opened-by-search.ts';
import { useLeaveGuard } from '../../ui/leave-guard.tsx';
import { ContestantList } from './contestant-list.tsx';
import { fieldId, focusField } from './fields.ts';
import { missingFor, NothingToJudge } from './nothing-to-judge.tsx';
import { OnStageBar } from './on-stage-bar.tsx';
import { isOpen, ownCategories, ownOrder, type OwnContestant } from './own-sheets.ts';
import { PactToAccept } from './pact.tsx';
import { usePlace, type Place } from './place.tsx';
import { Practice } from './practice.tsx';
import { announcedSheets, reopeningOf, seenWith } from './reopened-sheets.tsx';
import classes from './scoring.module.css';
import { useSeat } from './seat.ts';
import { SheetView } from './sheet-view.tsx';
import { Tour, type TourStep } from './tour.tsx';

export function ScoringScreen() {
  // Who is led here, to a sheet, is led out of practising.
  const { key } = useLocation();
  const [practisedAt, setPractisedAt] = useState<string | null>(null);
  const seat = useSeat();
  const needsPact = useContestPart((contest) => isPactOpen(contest, seat));
  const isEmpty = useContestPart((contest) => missingFor(contest, seat) !== null);
  if (practisedAt === key) {
    return (
      <Practice onLeave={() => setPractisedAt(null)}>
        <Sheets onPractise={null} />
      </Practice>
    );
  }
  const practise = () => setPractisedAt(key);
  if (needsPact) return <PactToAccept onPractise={practise} />;
  return isEmpty ? <NothingToJudge onPractise={practise} /> : <Sheets onPractise={practise} />;
}

function Sheets({ onPractise }: { readonly onPractise: (() => void) | null }) {
  const seat = useSeat();
  const contest = useContest();
  const { place, put: putPlace } = usePlace();
  const [isFolded, setFolded] = useState(false);
  const [tour, setTour] = useState<{ readonly step: TourStep; readonly isAsked: boolean } | null>(null);
  const { leave } = useLeaveGuard();
  // Going from field to field draws the rows alone: what is the same for the others stays the same value.
  const categories = useMemo(() => ownCategories(contest, seat), [contest, seat]);
  const order = useMemo(() => ownOrder(contest, categories), [contest, categories]);
  const chosen = place === undefined ? null : chosenSheet(contest, order, place);
  const reopening = chosen === null ? null : reopeningOf(chosen.sheet);

  // Somebody who has never been here, and written nothing elsewhere.
  const isFirstTime = place === null && onPractise !== null && !order.some(({ sheets }) => sheets.some(isBegun));
  const [hasBegun, setBegun] = useState(false);
  if (isFirstTime && !hasBegun) {
    setBegun(true);
    setTour({ step: 'list', isAsked: false });
  }

  const ordered = useMemo(() => order.flatMap(({ sheets }) => sheets), [order]);

  // What lies open before the juror has been seen: before it is drawn, so that it is not announced for a moment.
  useLayoutEffect(() => {
    if (place === undefined || chosen === null || reopening === null || place?.seen?.includes(reopening)) return;
    const { contestant, stage } = chosen.sheet;
    const isHere = place?.contestant === contestant && place.stage === stage;
    putPlace({
      contestant,
      stage,
      criterion: isHere ? place.criterion : null,
      seen: seenWith(ordered, place, reopening),
    });
  }, [place, chosen, reopening, ordered, putPlace]);

  const { contestant: chosenContestant, stage: chosenStage } = chosen?.sheet ?? { contestant: null, stage: null };
  const go = useCallback(
    (contestant: ContestantId, stage?: StageId): void => {
      const target = stage ?? stageFor(order, contestant, chosenStage);
      if (target !== undefined) leave(() => putPlace({ contestant, stage: target, criterion: null }));
    },
    [order, chosenStage, leave, putPlace],
  );
  const move = useCallback(
    (by: 1 | -1): void => {
      if (document.querySelector('[role="dialog"]') !== null) return;
      const at = order.findIndex((each) => each.contestant.id === chosenContestant);
      const next = order[at + by];
      if (next !== undefined) go(next.contestant.id);
    },
    [order, chosenContestant, go],
  );
  const goBack = useCallback(() => move(-1), [move]);
  const goOn = useCallback(() => move(1), [move]);
  const fold = useCallback(() => setFolded((before) => !before), []);
  const help = useCallback(() => setTour({ step: 'list', isAsked: true }), []);
  const announced = useMemo(
    () => announcedSheets(ordered, place ?? null).filter((each) => each !== chosen?.sheet),
    [ordered, place, chosen?.sheet],
  );

  useHotkeys(
    [
      ['PageDown', once(1)],
      ['PageUp', once(-1)],
      ['ctrl+ArrowDown', once(1)],
      ['ctrl+ArrowUp', once(-1)],
    ],
    ['TEXTAREA'],
  );

  useOpenedBySearch(({ contestant, stage }) => {
    if (contestant !== undefined) go(contestant, stage);
  });

  const rememberCriterion = useCallback(
    (criterion: CriterionId | null) => {
      if (chosenContestant !== null && chosenStage !== null)
        putPlace({ contestant: chosenContestant, stage: chosenStage, criterion });
    },
    [chosenContestant, chosenStage, putPlace],
  );

  /** The field in hand, where the keyboard went on in the tour. */
  function endTour(): void {
    setTour(null);
    if (place?.criterion !== null && place?.criterion !== undefined) focusField(fieldId(place.criterion));
  }

  /** A held key goes to one neighbour, not through all of them. */
  function once(by: 1 | -1): (event: KeyboardEvent) => void {
    return ({ repeat }) => (repeat ? undefined : move(by));
  }

  if (place === undefined || chosen === null) return null;
  const { own, sheet } = chosen;
  const at = order.indexOf(own);
  return (
    <div className={classes.screen} data-tour={tour?.step}>
      {tour === null || onPractise === null ? null : (
        <Tour
          step={tour.step}
          isAsked={tour.isAsked}
          onStep={(step) => setTour({ ...tour, step })}
          onPractise={onPractise}
          onEnd={endTour}
        />
      )}
      <OnStageBar contest={contest} order={order} place={sheet} onGo={go} />
      <div className={classes.panes} data-folded={isFolded}>
        <ContestantList
          contest={contest}
          categories={categories}
          place={sheet}
          announced={announced}
          isFolded={isFolded}
          onFold={fold}
          onChoose={go}
          onHelp={onPractise === null ? null : help}
        />
        <SheetView
          key={`${sheet.contestant}/${sheet.stage}`}
          own={own}
          order={order}
          sheet={sheet}
          criterion={place?.contestant === sheet.contestant && place.stage === sheet.stage ? place.criterion : null}
          onCriterion={rememberCriterion}
          onGo={go}
          onPrevious={at > 0 ? goBack : null}
          onNext={at < order.length - 1 ? goOn : null}
        />
      </div>
    </div>
  );
}

/** The remembered sheet; else who is on stage, the first one that waits, or the first. */
function chosenSheet(contest: Contest, order: readonly OwnContestant[], place: Place | null) {
  const remembered = order.find((each) => each.contestant.id === place?.contestant);
  const onStage = order.find((each) => each.contestant.id === contest.shown?.contestant);
  const own = remembered ?? onStage ?? order.find((each) => each.sheets.some(isOpen)) ?? order[0];
  const stage = remembered === undefined ? contest.shown?.stage : place?.stage;
  const sheet = own?.sheets.find((each) => each.stage === stage) ?? own?.sheets.find(isOpen) ?? own?.sheets[0];
  return own === undefined || sheet === undefined ? null : { own, sheet };
}

/** Going to another contestant stays in the stage that is being judged. */
function stageFor(
  order: readonly OwnContestant[],
  contestant: ContestantId,
  stage: StageId | null,
): StageId | undefined {
  const sheets = order.find((each) => each.contestant.id === contestant)?.sheets ?? [];
  return (sheets.find((sheet) => sheet.stage === stage) ?? sheets[0])?.stage;
}

function isBegun(sheet: ScoreSheet): boolean {
  return sheet.state !== 'pending' || sheet.values.size > 0;
}
