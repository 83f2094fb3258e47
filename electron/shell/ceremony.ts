/**
 * The ceremony on this laptop: which picture the projector shows, and how far a category is revealed. The step is on the
 * disk before it is on the screen, so that a restart goes on where the audience is. Before each further reveal the result is
 * computed anew: a contest that changed in between is not announced (rules C3, C4, C7).
 */
import { createHash } from 'node:crypto';
import {
  beginCeremony,
  ceremonyView,
  moveCeremony,
  nextMove,
  type Ceremony,
  type CeremonyMove,
} from '../../shared/ceremony/ceremony.ts';
import { onStageView, waitingView } from '../../shared/ceremony/on-stage.ts';
import type { StageTime } from '../../shared/ceremony/stage-time.ts';
import { announcedSteps } from '../../shared/ceremony/steps.ts';
import type { ProjectorView, RevealedPlace } from '../../shared/ceremony/view.ts';
import type { Contest } from '../../shared/domain/contest.ts';
import { unconfirmedJurors } from '../../shared/domain/unsigned-jurors.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { wholeContest, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { CeremonyState } from '../../shared/ipc/ceremony.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { sayStep } from '../../shared/say/ceremony.ts';
import type { Words } from '../../shared/say/words.ts';
import type { JsonFile } from '../adapters/files/json-file.ts';
import type { FolderSettings } from '../adapters/files/settings.ts';
import { refuseShell } from './refuse.ts';

export type Picture = 'waiting' | 'on-stage';

export interface CeremonyDesk {
  /** The picture of this moment. */
  readonly view: () => ProjectorView;
  readonly state: () => CeremonySteps;
  /** The waiting picture or who is on; a running ceremony ends. */
  readonly show: (picture: Picture) => void;
  readonly start: (category: CategoryId) => Result<null, ShellError>;
  readonly move: (move: CeremonyMove | 'end') => Result<null, ShellError>;
  /** A key at the projector; why it was refused stays in the state until the next one that is not, or until it is seen. */
  readonly press: (key: CeremonyMove | 'darken') => Result<null, ShellError>;
  readonly refusalSeen: () => void;
}

/** The ceremony's part of what the operator sees. */
export type CeremonySteps = Omit<CeremonyState, 'projectorOpen' | 'displays' | 'display' | 'offered'>;

/** `stageTime`: what this laptop has counted of the stage timer. `nowMs`: of a clock that never goes back. */
export function createCeremonyDesk(
  contest: () => Contest,
  settings: JsonFile<FolderSettings>,
  stageTime: () => StageTime | null,
  nowMs: () => number,
  words: Words,
): CeremonyDesk {
  const { refused: refusals } = words.application;
  let ceremony = resumed();
  /** The last step that was taken, whichever window it came from. */
  let last: { readonly move: CeremonyMove; readonly atMs: number } | null = null;
  /** A picture outside of a ceremony that was darkened at the projector. */
  let isDark = false;
  let refused: string | null = null;
  return { view, state, show, start, move, press, refusalSeen: () => (refused = null) };

  function view(): ProjectorView {
    if (ceremony === null) {
      if (isDark) return { type: 'blank' };
      return settings.get().picture === 'waiting' ? waitingView(contest()) : onStageView(contest(), stageTime());
    }
    const { setup, rehearsal } = contest();
    const category = setup?.categories.find((each) => each.id === ceremony?.category);
    return ceremonyView(ceremony, {
      contest: setup?.contest.name ?? '',
      category: ceremony.category === wholeContest ? words.ceremony.wholeContest : (category?.name ?? ''),
      example: setup?.contest.example === true || rehearsal,
      showsScores: setup?.contest.hideScores !== true,
    });
  }

  function state(): CeremonySteps {
    const shown = view();
    if (ceremony === null) return { category: null, step: 0, steps: 0, blank: isDark, nextLabel: null, shown, refused };
    const { category, step, steps, blank } = ceremony;
    const next = nextMove(ceremony);
    const nextLabel = next === null ? null : words.ceremony.next(next);
    return { category, step, steps: steps.length, blank, nextLabel, shown, refused };
  }

  function show(picture: Picture): void {
    settings.set({ ...settings.get(), picture, ceremony: null });
    ceremony = null;
    isDark = false;
    refused = null;
  }

  function start(category: CategoryId): Result<null, ShellError> {
    const steps = stepsOf(words, contest(), category);
    if (!steps.ok) return steps;
    const unsigned = category === wholeContest ? [] : unconfirmedJurors(contest(), category);
    if (unsigned.length > 0) {
      return refuseShell('unsigned', refusals.unsigned(unsigned.map(({ name }) => name)));
    }
    keep(beginCeremony(category, steps.value));
    last = { move: 'next', atMs: nowMs() };
    return ok(null);
  }

  function press(key: CeremonyMove | 'darken'): Result<null, ShellError> {
    const done = key === 'darken' ? darken() : move(key);
    refused = done.ok ? null : done.error.message;
    return done;
  }

  /** Whatever stands there, nobody sees it any more; any other key brings it back. */
  function darken(): Result<null, ShellError> {
    if (ceremony === null) isDark = true;
    else keep({ ...ceremony, blank: true });
    return ok(null);
  }

  function move(asked: CeremonyMove | 'end'): Result<null, ShellError> {
    // The second stroke of one gesture: nobody is refused, nothing moves. Another key is another wish.
    if (last !== null && last.move === asked && nowMs() - last.atMs < limits.pressLockMs) return ok(null);
    if (ceremony === null && isDark) {
      isDark = false;
      if (asked !== 'end') last = { move: asked, atMs: nowMs() };
      return ok(null);
    }
    if (ceremony === null) return refuseShell('no-ceremony', refusals.noCeremony);
    if (asked === 'end') {
      show('waiting');
      return ok(null);
    }
    const moved = moveCeremony(ceremony, asked);
    if (moved.step > ceremony.step) {
      const current = stepsOf(words, contest(), ceremony.category);
      if (!current.ok) return current;
      if (fingerprint(current.value) !== fingerprint(ceremony.steps)) {
        return refuseShell('result-changed', refusals.resultChanged);
      }
    }
    keep(moved);
    last = { move: asked, atMs: nowMs() };
    return ok(null);
  }

  function keep(next: Ceremony): void {
    const { category, step, blank } = next;
    const kept = { category, step, blank, fingerprint: fingerprint(next.steps) };
    settings.set({ ...settings.get(), ceremony: kept });
    ceremony = next;
    isDark = false;
    refused = null;
  }

  /** The ceremony that a restart interrupted, unless the result is another one now. */
  function resumed(): Ceremony | null {
    const kept = settings.get().ceremony;
    if (kept === null) return null;
    const steps = stepsOf(words, contest(), kept.category);
    if (!steps.ok || fingerprint(steps.value) !== kept.fingerprint) return null;
    return beginCeremony(kept.category, steps.value, kept.step, kept.blank);
  }
}

function stepsOf(
  { ceremony, application }: Words,
  contest: Contest,
  category: CategoryId,
): Result<readonly RevealedPlace[], ShellError> {
  const file = rankable(contest);
  if (file === null) return refuseShell('nobody-ranked', application.refused.nothingToAnnounce);
  const steps = announcedSteps(file, rankContest(file), category);
  if (!steps.ok) return refuseShell(steps.error.type, ceremony.refusal(steps.error));
  return ok(steps.value.map((step) => sayStep(ceremony, step)));
}

function rankable(contest: Contest): ContestFile | null {
  return contest.setup === null ? null : toContestFile(contest);
}

function fingerprint(steps: readonly RevealedPlace[]): string {
  return createHash('sha256').update(JSON.stringify(steps)).digest('base64');
}
