/**
 * The draw in the hall (rule C13): number by number, as it was recorded (rule D19). Its outcome is a fact before the first number is
 * shown; this only shows it, and a draw whose numbers were changed since is not shown. It moves like an act of the announcement,
 * with the list of all numbers at its end.
 */
import { findCategory, type Contest } from '../domain/contest.ts';
import type { CategoryId, Ref } from '../domain/ids.ts';
import { moveCeremony, nextMove, type Ceremony, type CeremonyMove, type NextMove } from './ceremony.ts';
import { shownContestant } from './steps.ts';
import type { Picture, RevealedPlace } from './view.ts';

export interface DrawWords {
  /** What the hall reads above it. */
  readonly draw: string;
  readonly everybody: string;
  readonly drawnNumber: (number: number) => string;
}

const keyBegin = '*draw:';

/** What a running draw is called by, as `actKey` calls an act. */
export function drawKey(ref: Ref): string {
  return keyBegin + ref;
}

export function isDrawKey(key: string): boolean {
  return key.startsWith(keyBegin);
}

/** The latest draw of that scope (null: everybody) whose numbers still hold; null: there is none. */
export function drawInForce(contest: Contest, category: CategoryId | null): Ref | null {
  const drawn = contest.draws.filter(({ value }) => value.category === category).toSorted((a, b) => b.atMs - a.atMs);
  return drawn.find(({ ref }) => drawnContestants(contest, drawKey(ref)) !== null)?.ref ?? null;
}

/** One step per number, then the list; null: no such draw, or its numbers were changed. */
export function drawSteps(contest: Contest, key: string, words: DrawWords): readonly RevealedPlace[] | null {
  const drawn = drawnContestants(contest, key);
  if (drawn === null) return null;
  const numbers = drawn.map((contestant): RevealedPlace => {
    const label = words.drawnNumber(contestant.number ?? 0);
    return { place: null, heading: label, label, contestants: [shownContestant(contestant)], display: null };
  });
  return [...numbers, { place: null, heading: '', label: '', contestants: [], display: null }];
}

/** `all`: to the list at once. The list has no build-up. */
export function moveDraw(draw: Ceremony, move: CeremonyMove | 'all'): Ceremony {
  const list = draw.steps.length - 1;
  if (move === 'all') return { ...draw, step: list + 1, building: false, blank: false };
  const moved = moveCeremony(draw, move);
  if (!moved.building || moved.step !== list) return moved;
  return { ...moved, step: move === 'back' ? list : list + 1, building: false };
}

export function nextInDraw(draw: Ceremony): NextMove | null {
  const isListNext = !draw.blank && !draw.building && draw.step === draw.steps.length - 1;
  return isListNext ? { type: 'list' } : nextMove(draw);
}

/** The picture of this moment: nobody is on it who was not drawn yet, save among the names that roll past. */
export function drawView(contest: Contest, draw: Ceremony, words: DrawWords): Picture {
  if (draw.blank) return { type: 'blank' };
  const head = {
    contest: contest.setup?.contest.name ?? '',
    category: scopeOf(contest, draw.act) ?? words.everybody,
    example: contest.setup?.contest.example === true || contest.rehearsal,
  };
  const drawn = draw.steps.slice(0, draw.step);
  if (draw.step === draw.steps.length) {
    return { type: 'draw-list', ...head, drawn: drawn.flatMap(({ contestants }) => contestants) };
  }
  const coming = draw.building ? draw.steps[draw.step] : undefined;
  if (coming !== undefined) {
    const left = draw.steps.slice(draw.step).flatMap(({ contestants }) => contestants.map(({ name }) => name));
    return { type: 'draw', ...head, heading: coming.heading, now: null, rolling: left.toSorted(), earlier: drawn };
  }
  const last = drawn.at(-1);
  if (last === undefined) return { type: 'text', ...head, title: words.draw, text: head.category };
  const [now = null] = last.contestants;
  return { type: 'draw', ...head, heading: last.heading, now, rolling: [], earlier: drawn.slice(0, -1) };
}

function scopeOf(contest: Contest, key: string): string | undefined {
  const category = contest.draws.find(({ ref }) => drawKey(ref) === key)?.value.category ?? null;
  return category === null || contest.setup === null ? undefined : findCategory(contest.setup, category)?.name;
}

function drawnContestants(contest: Contest, key: string) {
  const draw = contest.draws.find(({ ref }) => drawKey(ref) === key);
  if (draw === undefined || contest.setup === null) return null;
  const byId = new Map(contest.setup.contestants.map((each) => [each.id, each]));
  const found = draw.value.numbers.map(({ contestant, number }) => ({ number, contestant: byId.get(contestant) }));
  const isAsDrawn = found.every(({ number, contestant }) => contestant?.number === number);
  if (!isAsDrawn || found.length === 0) return null;
  return found.flatMap(({ contestant }) => contestant ?? []).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
}
