/**
 * A day from one seed: a committee and its jurors' laptops, people, accidents, and rest points at which the invariants are
 * checked. The same seed plays the same day, frame by frame: the hash over its trace says so.
 */
import { createHash } from 'node:crypto';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { seededNumbers, seededRandom } from '../support/log-writer.ts';
import { drawAccident } from './accidents.ts';
import type { Day, Played } from './day.ts';
import type { Disk } from './disk.ts';
import type { Laptop, World } from './laptop.ts';
import { committeeCommand, isPromised, jurorCommands, pick, type Chance } from './people.ts';
import { rest } from './rest.ts';
import { createSchedule } from './schedule.ts';
import { rememberingCrypto } from './seeded-keys.ts';
import { createStar } from './star.ts';
import { openVenue } from './venue.ts';
import { checkAcked, checkSent, wordsOf } from './watch.ts';

const STEPS = 60;
const REST_AFTER = 30;

/** `onLine`: the trace as text, while it happens. */
export async function playSeed(seed: number, onLine: ((line: string) => void) | null = null): Promise<Played> {
  const schedule = createSchedule();
  const chance = chanceFrom(seed);
  const random = seededRandom(Math.floor(chance() * 0x1_0000_0000));
  const hash = createHash('sha256');
  let step = 0;
  let restPoints = 0;
  let failure: Played['failure'] = null;
  const laptops: Laptop[] = [];
  const note = (line: string): void => {
    hash.update(`${schedule.nowMs()} ${line}\n`);
    onLine?.(`${step} ${schedule.nowMs()} ${line}`);
  };
  const fail = (invariant: string): void => {
    failure ??= { step, invariant };
    note(`FAILURE ${invariant}`);
  };
  const star = createStar(schedule, chance, random, {
    onSent: (laptop, isUp, frame) => checkSent(laptops, laptop, isUp, frame, fail),
    onArrived: (laptop, isUp, frame) => {
      hash.update(frame);
      onLine?.(`${step} ${schedule.nowMs()} ${laptop} ${isUp ? '>' : '<'} ${wordsOf(frame)}`);
    },
  });
  const world: World = {
    schedule,
    random,
    ...rememberingCrypto(() => fail('L7 a nonce is used twice with one key')),
    star,
    onJuror: (laptop, event) => {
      if (event.type === 'problem') noteProblem(laptop, event.problem);
      if (event.type === 'acked') checkAcked(laptops, laptop, event.upTo, fail);
      if (event.type !== 'changed' && event.type !== 'problem') note(`${laptop.name} ${event.type}`);
    },
    onCommittee: (laptop, event) => {
      if (event.type === 'problem') noteProblem(laptop, event.problem);
      if (event.type !== 'changed' && event.type !== 'invitation' && event.type !== 'problem')
        note(`${laptop.name} ${event.type}`);
    },
    onPowerCut: (laptop) => note(`${laptop.name} loses its power in a write`),
  };
  const day: Day = { world, chance, laptops, copies: new Map(), note, fail };
  await openVenue(day);
  for (step = 1; step <= STEPS && failure === null; step += 1) {
    await playStep(day);
    await schedule.pass(20 + Math.floor(chance() * (chance() < 0.05 ? 16_000 : 600)));
    if (step % REST_AFTER === 0 && failure === null) {
      await rest(day, step === STEPS);
      restPoints += 1;
    }
  }
  return { seed, steps: Math.min(step, STEPS), restPoints, trace: hash.digest('hex'), failure };

  function noteProblem({ name }: Laptop, problem: { readonly type: string }): void {
    const { type } = problem;
    note(`${name} problem ${JSON.stringify(problem)}`);
    // Whatever the line does, an honest laptop is never over its due and writes no log that cannot be read.
    if (['internal-error', 'over-quota', 'unreadable-log'].includes(type)) fail(`L16 ${name} tells of ${type}`);
    const isTouched = laptops.some((laptop) => star.line(laptop.name).wasTouched);
    if (['refused-entries', 'bad-frame'].includes(type) && !isTouched) fail(`L5 ${name} refuses honest entries`);
  }
}

/** Neighbouring seeds begin alike: each is spread over all the numbers first. */
function chanceFrom(seed: number): Chance {
  const chance = seededNumbers(Math.imul(seed + 1, 0x85eb_ca6b));
  for (let draw = 0; draw < 16; draw += 1) chance();
  return chance;
}

async function playStep(day: Day): Promise<void> {
  const { chance, laptops } = day;
  const draw = chance();
  if (draw < 0.28) return drawAccident(day);
  const running = laptops.filter((laptop) => laptop.running !== null && !laptop.isStranger);
  const laptop = draw < 0.45 ? running.find(({ kind }) => kind === 'committee') : pick(chance, running);
  if (laptop === undefined) return;
  if (laptop.kind === 'committee') {
    const writers = laptop.running?.contest.writers() ?? [];
    const seat = chance() < 0.3 ? (pick(chance, writers)?.seat ?? null) : null;
    work(day, laptop, seat);
  } else work(day, laptop, laptop.seat);
}

function work(day: Day, laptop: Laptop, seat: string | null): void {
  const { chance } = day;
  const live = laptop.running?.contest;
  const contest = live?.contest();
  if (live === undefined || contest === undefined || contest.setup === null) return;
  const commands = seat === null ? [committeeCommand(chance, contest)] : jurorCommands(chance, contest, seat);
  for (const command of commands) {
    if (laptop.running?.contest !== live) return;
    const isDue = seat !== null && isPromised(live.contest(), seat, command) && hasBegun(live, seat);
    const actor = seat === null ? ({ role: 'committee' } as const) : ({ role: 'seat', seat } as const);
    const done = live.execute(actor, command);
    day.note(`${laptop.name} ${command.type} ${done.ok ? done.value.refs.length : done.error.type}`);
    if (!done.ok && isDue && done.error.type !== 'storage')
      day.fail(`D14 ${laptop.name} refuses a score on an open sheet: ${done.error.type}`);
    if (!done.ok) continue;
    for (const ref of done.value.refs)
      if (!isOnDisk(laptop.disk, ref)) day.fail(`L9 ${laptop.name} says saved too soon`);
  }
}

function hasBegun(live: LiveContest, seat: string): boolean {
  return live.writers().some((writer) => writer.seat === seat && writer.log !== null);
}

function isOnDisk({ log }: Disk, ref: string): boolean {
  const [id = '', seq = ''] = ref.split(':');
  return (log.head(id)?.seq ?? 0) >= Number(seq);
}
