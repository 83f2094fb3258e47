/** What people do at the laptops, drawn from the seed: sensible things mostly, at odd moments, and some that are refused. */
import { commandSchema, type Command } from '../../shared/domain/facts/commands.ts';
import { setupOf, standingLocks, type Contest } from '../../shared/domain/contest.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { sheetsOfJuror, type ScoreSheet } from '../../shared/domain/score-sheet.ts';

export type Chance = () => number;

export function pick<Item>(chance: Chance, items: readonly Item[]): Item | undefined {
  return items[Math.floor(chance() * items.length)];
}

export function foundingCommand(jurors: number): Command {
  const file = contestFileSchema.parse({
    format: 'gelar-juri/contest@1',
    contest: { name: 'Lomba Simulasi', organizer: 'Panitia', example: true },
    categories: [
      { id: 'mutu', name: 'Mutu' },
      { id: 'hemat', name: 'Hemat' },
    ],
    stages: [
      { id: 'karya', name: 'Karya', weight: '40' },
      { id: 'tampil', name: 'Tampil', weight: '60', timer: [{ name: 'Presentasi', seconds: 420 }] },
    ],
    rubrics: ['karya', 'tampil'].map((stage) => ({
      id: `rubrik-${stage}`,
      stage,
      criteria: ['a', 'b'].map((part) => ({
        id: `${stage}-${part}`,
        name: part,
        weight: '50',
        min: '0',
        max: '100',
        step: '0.5',
      })),
    })),
    jurors: Array.from({ length: jurors }, (_, index) => ({ id: `j${index + 1}`, name: `Juri ${index + 1}` })),
    contestants: ['satu', 'dua', 'tiga'].map((id, index) => ({
      id,
      name: `Kelompok ${id}`,
      unit: `Unit ${id}`,
      number: index + 1,
      category: index < 2 ? 'mutu' : 'hemat',
      status: 'waiting',
    })),
    rules: { method: 'mean', tieBreak: ['draw'], places: 3 },
  });
  const { contest, categories, stages, rubrics, jurors: seats, contestants, rules, awards } = file;
  return commandSchema.parse({
    type: 'found-contest',
    setup: { contest, categories, stages, rubrics, jurors: seats, contestants, rules, awards },
    recusals: [],
    absences: [],
    penalties: [],
    decisions: [],
  });
}

/** What a juror does at one sitting: one after the other. Notes carry a word that nobody else may meet in plain. */
export function jurorCommands(chance: Chance, contest: Contest, seat: string): readonly Command[] {
  if (contest.setup === null) return [];
  const sheets = sheetsOfJuror(contest, seat);
  const sheet = pick(chance, sheets);
  const contestant = pick(chance, contest.setup.contestants)?.id;
  const category = pick(chance, contest.setup.categories)?.id;
  if (sheet === undefined) return [];
  const about = { contestant: sheet.contestant, stage: sheet.stage };
  const draw = chance();
  if (draw < 0.45) return scores(chance, sheet, 1);
  if (draw < 0.65) return [...scores(chance, sheet, sheet.rubric.criteria.length), command('lock-sheet', about)];
  if (draw < 0.75) {
    const text = chance() < 0.2 ? '' : `${canaryOf(seat)} ${Math.floor(chance() * 1000)}`;
    return [command('set-note', { ...about, criterion: null, text })];
  }
  if (draw < 0.8) return [command('lock-sheet', about)];
  if (draw < 0.86) return [command('move-scores', { from: sheet.contestant, to: contestant, stage: sheet.stage })];
  if (draw < 0.9) return [command('recuse', { contestant, reason: 'kerabat' })];
  if (draw < 0.93) return [command('withdraw-recusal', { contestant, reason: 'keliru' })];
  return [command('sign-off-category', { category })];
}

export function canaryOf(seat: string): string {
  return `kenari-${seat}-tidak-boleh-terbaca`;
}

function scores(chance: Chance, sheet: ScoreSheet, count: number): readonly Command[] {
  return sheet.rubric.criteria.slice(0, count).map(({ id }) => {
    const value = count === 1 && chance() < 0.05 ? null : String(Math.floor(chance() * 201) / 2);
    return command('set-score', { contestant: sheet.contestant, criterion: id, value });
  });
}

/** Whether the product promises to take that score: a number in range and on step, on a sheet that is open. */
export function isPromised(contest: Contest, seat: string, asked: Command): boolean {
  if (asked.type !== 'set-score' || asked.value === null) return false;
  return sheetsOfJuror(contest, seat).some(
    ({ contestant, state, rubric }) =>
      contestant === asked.contestant &&
      (state === 'pending' || state === 'draft') &&
      rubric.criteria.some(({ id }) => id === asked.criterion),
  );
}

export function committeeCommand(chance: Chance, contest: Contest): Command {
  const setup = setupOf(contest);
  const contestant = pick(chance, setup.contestants);
  const other = pick(chance, setup.contestants);
  const stage = pick(chance, setup.stages)?.id;
  const category = pick(chance, setup.categories)?.id;
  const juror = pick(chance, setup.jurors);
  const about = { juror: juror?.id, contestant: contestant?.id, stage };
  const reason = 'alasan panitia';
  const locked = contestsOfLocks(contest);
  switch (Math.floor(chance() * 24)) {
    case 0:
      return command('show-stage', { contestant: contestant?.id ?? null, stage: stage ?? null });
    case 1:
      return command('undo-stage', { step: contest.steps.at(-1)?.ref ?? '' });
    case 2:
      return command('start-timer', { part: 0, elapsedMs: Math.floor(chance() * 5000) });
    case 3:
      return command('stop-timer', { elapsedMs: Math.floor(chance() * 5000) });
    case 4:
    case 5:
    case 6:
      return command('reopen-sheet', { ...about, ...pick(chance, locked), reason });
    case 7:
      return command('reopen-sign-off', { juror: juror?.id, category, reason });
    case 8:
      return command('record-absence', { absence: { juror: juror?.id, contestant: contestant?.id, reason } });
    case 9:
      return command('cancel-absence', { absence: pick(chance, contest.absences)?.ref ?? '', reason });
    case 10:
      return command('add-penalty', { penalty: { contestant: contestant?.id, points: '2.5', reason } });
    case 11:
      return command('cancel-penalty', { penalty: pick(chance, contest.penalties)?.ref ?? '', reason });
    case 12:
      return command('change-contestant-status', {
        contestant: contestant?.id,
        status: pick(chance, ['waiting', 'performed', 'withdrawn', 'no-show']),
        reason,
      });
    case 13:
      return command('change-contestants', {
        addCategories: [],
        put: [{ ...contestant, name: `Kelompok ${Math.floor(chance() * 100)}` }],
        removed: [],
        reason,
      });
    case 14:
      return command('change-contestants', {
        addCategories: [],
        put: [{ ...contestant, category }],
        removed: [],
        reason,
        setAside: true,
      });
    case 15:
      return command('change-jurors', {
        jurors: setup.jurors.map((each) =>
          each.id === juror?.id ? { ...each, name: `Juri ${Math.floor(chance() * 100)}` } : each,
        ),
      });
    case 16:
      return command('change-info', {
        contest: { ...setup.contest, name: `Lomba Simulasi ${Math.floor(chance() * 100)}` },
      });
    case 17:
      return command('settle-sheet', { ...about, counts: chance() < 0.5 ? 'lock' : 'exemption', reason });
    case 18:
      return command('set-sheets-aside', { juror: juror?.id, contestant: contestant?.id, reason });
    case 19:
      return command('return-sheets', { setAside: pick(chance, contest.setAsides)?.ref ?? '', reason });
    case 20:
      return command('confirm-announcement', { category });
    case 21:
      return command('draw-lots', { category: category ?? null, seed: String(Math.floor(chance() * 1e6)) });
    case 22:
      return command('record-former-name', { ...about, reason });
    default:
      return command('record-decision', {
        decision: { kind: 'draw', category, order: [contestant?.id, other?.id], reason },
      });
  }
}

function contestsOfLocks(contest: Contest): readonly { juror: string; contestant: string; stage: string }[] {
  const { jurors, contestants, stages } = setupOf(contest);
  return jurors.flatMap(({ id: juror }) =>
    contestants.flatMap(({ id: contestant }) =>
      stages
        .filter((stage) => standingLocks(contest, juror, contestant, stage.id).length > 0)
        .map(({ id: stage }) => ({ juror, contestant, stage })),
    ),
  );
}

/** As it enters from a window; what is none is asked for as something that is refused. */
function command(type: Command['type'], rest: object): Command {
  const parsed = commandSchema.safeParse({ type, ...rest });
  return parsed.success ? parsed.data : { type: 'stop-timer', elapsedMs: 0 };
}
