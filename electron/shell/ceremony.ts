/**
 * The ceremony on this laptop: which picture the projector shows, and how far an act is revealed. The step is on the disk before
 * it is on the screen, so that a restart goes on where the audience is. Before each further reveal the result is computed anew:
 * a contest that changed in between is not announced (rules C3, C4, C7). A rehearsal goes the same way with made-up names, and
 * nothing of it is announced (rule C10).
 */
import { createHash } from 'node:crypto';
import {
  beginCeremony,
  ceremonyView,
  moveCeremony,
  nextMove,
  type Ceremony,
  type CeremonyMove,
  type NextMove,
} from '../../shared/ceremony/ceremony.ts';
import { actTitle, openingView, textView } from '../../shared/ceremony/slides.ts';
import type { HallContent } from '../../shared/ceremony/hall-window.ts';
import { drawSteps, drawView, isDrawKey, moveDraw, nextInDraw } from '../../shared/ceremony/draw.ts';
import { onStageView, waitingView } from '../../shared/ceremony/on-stage.ts';
import { actKey, categoriesOf, findAct, neighbourAct, partOf } from '../../shared/ceremony/programme.ts';
import { rehearsedSteps } from '../../shared/ceremony/rehearsal.ts';
import type { StageTime } from '../../shared/ceremony/stage-time.ts';
import { announcedSteps } from '../../shared/ceremony/steps.ts';
import type { HallPictureKey } from '../../shared/domain/hall-picture.ts';
import { quiet, shownNow, withPhotos } from '../../shared/ceremony/hall-view.ts';
import type { Picture, ProjectorView, RevealedPlace } from '../../shared/ceremony/view.ts';
import { findCategory, type Contest } from '../../shared/domain/contest.ts';
import { isUnsealed, standingSealOf } from '../../shared/domain/seal.ts';
import { unconfirmedJurors } from '../../shared/domain/unsigned-jurors.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { idFrom, type CategoryId } from '../../shared/domain/ids.ts';
import { wholeContest, type SealScope, type Act, type WinnersAct } from '../../shared/domain/setup/contest-file.ts';
import type { CeremonyState } from '../../shared/ipc/ceremony.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { isAsSealed } from '../../shared/seal/sealed-result.ts';
import { sayStep, type CeremonyWords } from '../../shared/say/ceremony.ts';
import { wordsOf, type Words } from '../../shared/say/words.ts';
import type { JsonFile } from '../adapters/files/json-file.ts';
import type { FolderSettings } from '../adapters/files/settings.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import { refuseShell } from './refuse.ts';

export type IdlePicture = 'waiting' | 'on-stage';

export interface CeremonyDesk {
  /** The picture of this moment. */
  readonly view: () => ProjectorView;
  /** The picture of a further window of the hall (rule W11). */
  readonly viewOf: (content: HallContent, overscan: number) => ProjectorView;
  readonly state: () => CeremonySteps;
  /** The waiting picture or who is on; a running ceremony ends. */
  readonly show: (picture: IdlePicture) => void;
  /** The act from its title on. */
  readonly start: (act: string) => Result<null, ShellError>;
  readonly move: (move: CeremonyMove | 'end' | 'all') => Result<null, ShellError>;
  /** A key at the projector; why it was refused stays in the state until the next one that is not, or until it is seen. */
  readonly press: (key: CeremonyMove | 'darken') => Result<null, ShellError>;
  readonly refusalSeen: () => void;
  readonly rehearse: (rehearsal: boolean) => Result<null, ShellError>;
  /** Of the rehearsal while it lasts, else of the announcement. */
  readonly forgetDone: () => Result<null, ShellError>;
  readonly setOverscan: (percent: number) => Result<null, ShellError>;
  /** The acts whose last step was shown in the announcement, whatever is rehearsed. */
  readonly announced: () => readonly string[];
  /** What is no longer official is to be announced anew. */
  readonly forgetAnnounced: (scope: SealScope) => void;
}

/** The ceremony's part of what the operator sees. */
export type CeremonySteps = Omit<CeremonyState, 'projectorOpen' | 'displays' | 'display' | 'offered' | 'windows'>;

export interface CeremonyPorts {
  /** What this laptop has counted of the stage timer. */
  readonly stageTime: () => StageTime | null;
  /** Of a clock that never goes back. */
  readonly nowMs: () => number;
  /** Hashes of the pictures for the hall. */
  readonly pictures: () => ReadonlyMap<HallPictureKey, string>;
}

export function createCeremonyDesk(
  contest: () => Contest,
  settings: JsonFile<FolderSettings>,
  { stageTime, nowMs, pictures }: CeremonyPorts,
  words: Words,
): CeremonyDesk {
  const { refused: refusals } = words.application;
  /** Acts of the rehearsal that were shown to their end; the real ones are on the disk. */
  let rehearsed: readonly string[] = [];
  /** What the hall sees does not follow who sits at the laptop. */
  const hall = () => wordsOf[settings.get().languages.projector].ceremony;
  let ceremony = resumed();
  /** The last step that was taken, whichever window it came from. */
  let last: { readonly move: CeremonyMove | 'all'; readonly atMs: number } | null = null;
  /** A picture outside of a ceremony that was darkened at the projector. */
  let isDark = false;
  let refused: string | null = null;
  return {
    view,
    viewOf,
    state,
    show,
    start,
    move,
    press,
    refusalSeen: () => (refused = null),
    rehearse,
    forgetDone,
    setOverscan,
    announced: () => settings.get().actsDone,
    forgetAnnounced,
  };

  function view(): ProjectorView {
    return decorated(picture(), settings.get().overscan);
  }

  function viewOf(content: HallContent, overscan: number): ProjectorView {
    return decorated(pictureOf(content), overscan);
  }

  function decorated(shown: Picture, overscan: number): ProjectorView {
    const { rehearsal } = settings.get();
    return {
      ...withPhotos(shown, pictures(), rehearsal),
      ...(rehearsal ? { rehearsal } : {}),
      ...(overscan > 0 ? { overscan } : {}),
    };
  }

  function pictureOf(content: HallContent): Picture {
    switch (content) {
      case 'main':
        return quiet(picture());
      case 'waiting':
        return waitingView(contest());
      case 'on-stage':
        return onStageView(contest(), stageTime());
      case 'timer': {
        const shown = onStageView(contest(), stageTime());
        if (shown.type !== 'on-stage') return shown;
        const { contest: name, now, timer, example } = shown;
        return { type: 'timer', contest: name, now, timer, example };
      }
      case 'script':
        return scriptView();
    }
  }

  /** The host reads what the hall is told, in the hall's language. */
  function scriptView(): Picture {
    const { setup, rehearsal } = contest();
    const act = runningAct();
    const next = ceremony === null ? null : nextOf(ceremony, hall());
    return {
      type: 'script',
      contest: setup?.contest.name ?? '',
      act: act === undefined ? (ceremony === null ? null : hall().draw) : titleOf(act, hall()),
      text: act?.type === 'text' ? (act.text ?? '') : '',
      note: act?.note ?? '',
      now: ceremony === null ? null : shownNow(named(ceremony)),
      next: next === null ? null : hall().next(next),
      example: setup?.contest.example === true || rehearsal,
    };
  }

  /** A draw that holds is shown with the names of now; what is announced stands as it was when it began (rule C7). */
  function named(running: Ceremony): Ceremony {
    const drawn = isDrawKey(running.act) ? drawSteps(contest(), running.act, hall()) : null;
    return drawn === null ? running : { ...running, steps: drawn };
  }

  function picture(): Picture {
    if (ceremony !== null && isDrawKey(ceremony.act)) return drawView(contest(), named(ceremony), hall());
    const act = runningAct();
    if (ceremony === null || act === undefined) {
      if (isDark) return { type: 'blank' };
      return settings.get().picture === 'waiting' ? waitingView(contest()) : onStageView(contest(), stageTime());
    }
    const { setup, rehearsal } = contest();
    const slide =
      act.type === 'opening' ? openingView(contest()) : act.type === 'text' ? textView(contest(), act) : null;
    return ceremonyView(ceremony, {
      contest: setup?.contest.name ?? '',
      category: titleOf(act, hall()),
      example: setup?.contest.example === true || rehearsal,
      showsScores: setup?.contest.hideScores !== true,
      sound: setup?.contest.fanfare === true,
      confetti: setup?.contest.confetti === true,
      ...(slide === null ? {} : { slide }),
    });
  }

  function state(): CeremonySteps {
    const { rehearsal, overscan } = settings.get();
    const common = { done: done(), rehearsal, overscan, shown: view(), refused };
    if (ceremony === null) {
      return { ...common, act: null, step: 0, steps: 0, building: false, blank: isDark, nextLabel: null };
    }
    const { act, step, steps, building, blank } = ceremony;
    const next = nextOf(ceremony, words.ceremony);
    const nextLabel = next === null ? null : words.ceremony.next(next);
    return { ...common, act, step, steps: steps.length, building, blank, nextLabel };
  }

  /** Within the act, else the act after it. */
  function nextOf(running: Ceremony, spoken: CeremonyWords): NextMove | null {
    const within = isDrawKey(running.act) ? nextInDraw(running) : nextMove(running);
    const after = within === null ? neighbour(running, 1) : undefined;
    return after === undefined ? within : { type: 'act', title: titleOf(after, spoken) };
  }

  function neighbour({ act }: Ceremony, by: -1 | 1): Act | undefined {
    const { setup } = contest();
    return setup === null ? undefined : neighbourAct(setup, act, by);
  }

  function runningAct(): Act | undefined {
    const { setup } = contest();
    return ceremony === null || setup === null ? undefined : findAct(setup, ceremony.act);
  }

  function titleOf(act: Act, spoken: CeremonyWords): string {
    const { categories = [], awards = [] } = contest().setup ?? {};
    return actTitle({ categories, awards }, act, spoken);
  }

  function done(): readonly string[] {
    const { rehearsal, actsDone } = settings.get();
    return rehearsal ? rehearsed : actsDone;
  }

  function show(idle: IdlePicture): void {
    settings.set({ ...settings.get(), picture: idle, ceremony: null });
    ceremony = null;
    isDark = false;
    refused = null;
  }

  function start(act: string): Result<null, ShellError> {
    return begin(act, () => 0);
  }

  function begin(act: string, stepIn: (steps: readonly RevealedPlace[]) => number): Result<null, ShellError> {
    const steps = stepsOf(act);
    if (!steps.ok) return steps;
    const unsigned = new Set(announcedIn(act).flatMap((category) => unconfirmedJurors(contest(), category)));
    if (unsigned.size > 0) {
      return refuseShell('unsigned', refusals.unsigned([...unsigned].map(({ name }) => name)));
    }
    const unofficial = unofficialIn(act);
    if (unofficial !== null) return unofficial;
    keep(beginCeremony(act, steps.value, stepIn(steps.value)));
    last = { move: 'next', atMs: nowMs() };
    return ok(null);
  }

  /** [Z7] [Z8] Only a sealed result is announced, and only where it is still the one that was sealed. */
  function unofficialIn(key: string): ReturnType<typeof refuseShell> | null {
    const { setup } = contest();
    const act = setup === null ? undefined : findAct(setup, key);
    if (setup === null || act?.type !== 'winners' || settings.get().rehearsal) return null;
    const scope = act.category;
    const name = scope === wholeContest ? null : (findCategory(setup, scope)?.name ?? scope);
    if (isUnsealed(contest(), scope)) return refuseShell('unsealed', refusals.unsealed([name]));
    const seal = standingSealOf(contest(), scope);
    if (seal === null || isAsSealed(contest(), seal, nodeCrypto.hash)) return null;
    return refuseShell('seal-broken', refusals.sealBroken([name]));
  }

  /** The categories that an act announces; in a rehearsal none. */
  function announcedIn(key: string): readonly CategoryId[] {
    const { setup } = contest();
    const act = setup === null ? undefined : findAct(setup, key);
    if (setup === null || act?.type !== 'winners' || settings.get().rehearsal) return [];
    return categoriesOf(setup, act);
  }

  function rehearse(rehearsal: boolean): Result<null, ShellError> {
    if (rehearsal && !settings.get().rehearsal && ceremony !== null) {
      return refuseShell('ceremony-runs', refusals.ceremonyRuns);
    }
    rehearsed = [];
    settings.set({ ...settings.get(), rehearsal });
    show('waiting');
    return ok(null);
  }

  function forgetDone(): Result<null, ShellError> {
    if (settings.get().rehearsal) rehearsed = [];
    else settings.set({ ...settings.get(), actsDone: [] });
    return ok(null);
  }

  function forgetAnnounced(scope: SealScope): void {
    const { setup } = contest();
    const isOf = (key: string): boolean => {
      const act = setup === null ? undefined : findAct(setup, key);
      return act?.type === 'winners' && (scope === wholeContest || act.category === scope);
    };
    settings.set({ ...settings.get(), actsDone: settings.get().actsDone.filter((key) => !isOf(key)) });
  }

  function setOverscan(percent: number): Result<null, ShellError> {
    settings.set({ ...settings.get(), overscan: percent });
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

  function move(asked: CeremonyMove | 'end' | 'all'): Result<null, ShellError> {
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
    if (isDrawKey(ceremony.act)) return moveInDraw(ceremony, asked);
    if (asked === 'all') return ok(null);
    const beyond = beyondAct(ceremony, asked);
    if (beyond !== null) return beyond;
    const moved = moveCeremony(ceremony, asked);
    if (asked === 'next' && !ceremony.blank && moved !== ceremony) {
      const current = stepsOf(ceremony.act);
      if (!current.ok) return current;
      if (fingerprint(current.value) !== fingerprint(ceremony.steps)) {
        return refuseShell('result-changed', refusals.resultChanged);
      }
      // A seal may have been opened, or another result have come, since the act began.
      const unofficial = unofficialIn(ceremony.act);
      if (unofficial !== null) return unofficial;
    }
    keep(moved);
    last = { move: asked, atMs: nowMs() };
    return ok(null);
  }

  /** The outcome is a fact; only whether it still holds is looked at again before more of it is shown. */
  function moveInDraw(draw: Ceremony, asked: CeremonyMove | 'all'): Result<null, ShellError> {
    const showsMore = asked === 'all' || (asked === 'next' && !draw.blank);
    const steps = showsMore ? stepsOf(draw.act) : ok(draw.steps);
    if (!steps.ok) return steps;
    keep(moveDraw(draw, asked));
    last = { move: asked, atMs: nowMs() };
    return ok(null);
  }

  /** At its end an act leads on to the next one, at its title back to the end of one that was shown before. Null: within it. */
  function beyondAct(running: Ceremony, asked: CeremonyMove): Result<null, ShellError> | null {
    if (running.blank) return null;
    if (asked === 'next' && running.step === running.steps.length) {
      const after = neighbour(running, 1);
      return after === undefined ? null : begin(actKey(after), () => 0);
    }
    if (asked === 'back' && running.step === 0 && !running.building) {
      const before = neighbour(running, -1);
      if (before === undefined || !done().includes(actKey(before))) return null;
      const began = begin(actKey(before), (steps) => steps.length);
      if (began.ok) last = { move: 'back', atMs: nowMs() };
      return began;
    }
    return null;
  }

  function keep(next: Ceremony): void {
    const { act, step, steps, building, blank } = next;
    const kept = { category: act, step, building, blank, fingerprint: fingerprint(steps) };
    const isDone = step === steps.length && !done().includes(act) && !isDrawKey(act);
    const { actsDone, rehearsal } = settings.get();
    if (isDone && rehearsal) rehearsed = [...rehearsed, act];
    const all = isDone && !rehearsal ? [...actsDone, act] : actsDone;
    settings.set({ ...settings.get(), ceremony: kept, actsDone: all });
    ceremony = next;
    isDark = false;
    refused = null;
  }

  /** The ceremony that a restart interrupted, unless the result is another one now. */
  function resumed(): Ceremony | null {
    const kept = settings.get().ceremony;
    if (kept === null) return null;
    const steps = stepsOf(kept.category);
    if (!steps.ok) return null;
    if (!isDrawKey(kept.category) && fingerprint(steps.value) !== kept.fingerprint) return null;
    return beginCeremony(kept.category, steps.value, kept.step, kept);
  }

  /** The reveals of an act; none for a slide. */
  function stepsOf(key: string): Result<readonly RevealedPlace[], ShellError> {
    if (isDrawKey(key)) {
      const drawn = settings.get().rehearsal ? null : drawSteps(contest(), key, hall());
      return drawn === null ? refuseShell('draw-changed', refusals.drawChanged) : ok(drawn);
    }
    const { setup } = contest();
    const act = setup === null ? undefined : findAct(setup, key);
    if (act?.type === 'opening' || act?.type === 'text') return ok([]);
    const winners = act ?? { type: 'winners', category: idFrom.category(key) };
    if (setup === null || !settings.get().rehearsal) return announced(words, hall(), contest(), winners);
    const steps = rehearsedSteps(setup, winners, words.ceremony.madeUp);
    if (!steps.ok) return refuseShell(steps.error.type, words.ceremony.refusal(steps.error));
    return ok(steps.value.map((step) => sayStep(hall(), step)));
  }
}

/** A refusal is for the operator, the steps are for the hall. */
function announced(
  { ceremony, application }: Words,
  hall: CeremonyWords,
  contest: Contest,
  act: WinnersAct,
): Result<readonly RevealedPlace[], ShellError> {
  if (contest.setup === null) return refuseShell('nobody-ranked', application.refused.nothingToAnnounce);
  const file = toContestFile(contest);
  const steps = announcedSteps(file, rankContest(file), act.category, partOf(file, act));
  if (!steps.ok) return refuseShell(steps.error.type, ceremony.refusal(steps.error));
  return ok(steps.value.map((step) => sayStep(hall, step)));
}

function fingerprint(steps: readonly RevealedPlace[]): string {
  return createHash('sha256').update(JSON.stringify(steps)).digest('base64');
}
