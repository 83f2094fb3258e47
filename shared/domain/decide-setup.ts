/** Setting the contest up: refused where the parts would not fit together, frozen at the first score (rules D2-D6). */
import { err, ok } from '../lib/result.ts';
import type { Command } from './commands.ts';
import { checkSetup } from './contest-check.ts';
import type { ContestSetup, Problem } from './contest-file.ts';
import { findContestant, isFrozen, setupOf, type Contest } from './contest.ts';
import type { Decision } from './decide.ts';
import { refusal } from './errors.ts';
import type { DomainEvent } from './events.ts';
import { drawLots } from './lots.ts';

export type SetupCommand = Extract<
  Command,
  {
    type:
      | 'found-contest'
      | 'change-info'
      | 'change-categories'
      | 'change-stages'
      | 'change-rubrics'
      | 'change-jurors'
      | 'change-rules'
      | 'change-awards'
      | 'change-setup'
      | 'change-contestants'
      | 'change-order'
      | 'draw-lots';
  }
>;

export function decideSetup(contest: Contest, command: SetupCommand): Decision {
  switch (command.type) {
    case 'found-contest':
      return found(contest, command);
    case 'change-info':
      return fitting(contest, { contest: command.contest }, [{ type: 'info-changed', contest: command.contest }]);
    case 'change-awards':
      return fitting(contest, { awards: command.awards }, [{ type: 'awards-changed', awards: command.awards }]);
    case 'change-categories': {
      const { categories } = command;
      const added = setupOf(contest).categories.every(({ id }) => categories.some((each) => each.id === id));
      const facts: DomainEvent[] = [{ type: 'categories-changed', categories }];
      return added ? fitting(contest, { categories }, facts) : thawed(contest, { categories }, facts);
    }
    case 'change-stages':
      return thawed(contest, { stages: command.stages }, [{ type: 'stages-changed', stages: command.stages }]);
    case 'change-rubrics':
      return thawed(contest, { rubrics: command.rubrics }, [{ type: 'rubrics-changed', rubrics: command.rubrics }]);
    case 'change-rules':
      return thawed(contest, { rules: command.rules }, [{ type: 'rules-changed', rules: command.rules }]);
    case 'change-jurors':
      return changeJurors(contest, command.jurors);
    case 'change-setup':
      return changeSetup(contest, command);
    case 'change-contestants':
      return changeContestants(contest, command);
    case 'change-order':
      return renumber(contest, command.numbers, { type: 'order-changed', numbers: command.numbers });
    case 'draw-lots': {
      const { category, seed } = command;
      const numbers = drawLots(setupOf(contest).contestants, category, seed);
      return renumber(contest, numbers, { type: 'lots-drawn', category, seed, numbers });
    }
  }
}

function found(contest: Contest, command: Extract<SetupCommand, { type: 'found-contest' }>): Decision {
  if (contest.setup !== null) return err(refusal('already-founded', 'Lomba ini sudah dibuat.'));
  const problems = checkSetup(command.setup);
  if (problems.length > 0) return unfit(problems);
  return ok([
    { type: 'contest-founded', setup: command.setup, ...(command.rehearsal === true ? { rehearsal: true } : {}) },
    ...command.recusals.map((recusal): DomainEvent => ({ type: 'recusal-recorded', recusal })),
    ...command.absences.map((absence): DomainEvent => ({ type: 'absence-recorded', absence })),
    ...command.penalties.map((penalty): DomainEvent => ({ type: 'penalty-added', penalty })),
    ...command.decisions.map((decision): DomainEvent => ({ type: 'decision-recorded', decision })),
  ]);
}

/** [D5] What decides how scores count freezes at the first score. */
function thawed(contest: Contest, change: Partial<ContestSetup>, facts: readonly DomainEvent[]): Decision {
  if (isFrozen(contest)) {
    return err(
      refusal(
        'frozen',
        'Penilaian sudah dimulai: babak, rubrik, bobot dan aturan tidak dapat diubah lagi. Nama, juri dan peserta masih dapat diubah.',
      ),
    );
  }
  return fitting(contest, change, facts);
}

function fitting(contest: Contest, change: Partial<ContestSetup>, facts: readonly DomainEvent[]): Decision {
  // What an earlier version let in stands for ever and must not stop the day; only what comes newly is refused.
  const known = new Set(checkSetup(setupOf(contest)).map(({ path, message }) => `${path} ${message}`));
  const problems = checkSetup({ ...setupOf(contest), ...change }).filter(
    ({ path, message }) => !known.has(`${path} ${message}`),
  );
  return problems.length > 0 ? unfit(problems) : ok(facts);
}

function unfit(problems: readonly Problem[]): Decision {
  const [first] = problems;
  const more = problems.length > 1 ? ` (dan ${problems.length - 1} hal lain)` : '';
  return err(refusal('invalid-setup', `Belum dapat disimpan: ${first?.message ?? ''}${more}`, problems));
}

/** Each part is refused for the same reasons as alone, but fits or not only together with the others (D3, D5, D6). */
function changeSetup(contest: Contest, command: Extract<SetupCommand, { type: 'change-setup' }>): Decision {
  const { type: _type, ...parts } = command;
  const { contest: info, categories, stages, rubrics, jurors, rules, awards } = parts;
  if (jurors !== undefined) {
    const refused = refuseJurors(contest, jurors);
    if (refused !== null) return refused;
  }
  const change: Partial<ContestSetup> = Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined),
  );
  const facts: DomainEvent[] = [];
  // Facts that name others come after those: whoever has read only a part of them still finds what is named.
  if (info !== undefined) facts.push({ type: 'info-changed', contest: info });
  if (categories !== undefined) facts.push({ type: 'categories-changed', categories });
  if (stages !== undefined) facts.push({ type: 'stages-changed', stages });
  if (rubrics !== undefined) facts.push({ type: 'rubrics-changed', rubrics });
  if (jurors !== undefined) facts.push({ type: 'jurors-changed', jurors });
  if (rules !== undefined) facts.push({ type: 'rules-changed', rules });
  if (awards !== undefined) facts.push({ type: 'awards-changed', awards });
  const isLost =
    categories !== undefined &&
    setupOf(contest).categories.some(({ id }) => !categories.some((each) => each.id === id));
  const isFreezing = stages !== undefined || rubrics !== undefined || rules !== undefined || isLost;
  return isFreezing ? thawed(contest, change, facts) : fitting(contest, change, facts);
}

/** [D6] A seat with scores keeps its place and what it judges; names may change at any time. */
function changeJurors(contest: Contest, jurors: ContestSetup['jurors']): Decision {
  return refuseJurors(contest, jurors) ?? fitting(contest, { jurors }, [{ type: 'jurors-changed', jurors }]);
}

function refuseJurors(contest: Contest, jurors: ContestSetup['jurors']): Decision | null {
  const after = new Map(jurors.map((juror) => [juror.id, juror]));
  for (const before of setupOf(contest).jurors) {
    const juror = after.get(before.id);
    const same =
      juror !== undefined && sameList(juror.categories, before.categories) && sameList(juror.stages, before.stages);
    if (!same && hasWritten(contest, before.id)) {
      return err(
        refusal(
          'in-use',
          `${before.name} sudah memberi nilai: kursi ini tidak dapat dihapus dan tugasnya tidak dapat diubah.`,
        ),
      );
    }
  }
  return null;
}

/** [D7] A contestant with scores is never removed and keeps its category; it can withdraw. */
function changeContestants(contest: Contest, command: Extract<SetupCommand, { type: 'change-contestants' }>): Decision {
  const setup = setupOf(contest);
  for (const id of command.removed) {
    if (findContestant(setup, id) === undefined) return err(refusal('unknown-id', `Peserta ${id} tidak ada.`));
    if (isScored(contest, id)) {
      return err(
        refusal(
          'in-use',
          `${nameOf(setup, id)} sudah dinilai dan tidak dapat dihapus. Ubah statusnya menjadi mengundurkan diri.`,
        ),
      );
    }
  }
  for (const contestant of command.put) {
    const before = findContestant(setup, contestant.id);
    if (before !== undefined && before.category !== contestant.category && isScored(contest, contestant.id)) {
      return err(refusal('in-use', `${before.name} sudah dinilai dan tidak dapat pindah kategori.`));
    }
  }
  const categories = [
    ...setup.categories,
    ...command.addCategories.filter(({ id }) => !setup.categories.some((each) => each.id === id)),
  ];
  const removed = new Set(command.removed);
  const put = new Map(command.put.map((each) => [each.id, each]));
  const kept = setup.contestants.filter(({ id }) => !removed.has(id));
  const contestants = [
    ...kept.map((each) => put.get(each.id) ?? each),
    ...command.put.filter(({ id }) => !kept.some((each) => each.id === id)),
  ];
  const facts: DomainEvent[] = [];
  if (categories.length > setup.categories.length) facts.push({ type: 'categories-changed', categories });
  if (command.put.length + command.removed.length > 0) {
    const { source } = command;
    facts.push({
      type: 'contestants-changed',
      put: command.put,
      removed: command.removed,
      ...(source === undefined ? {} : { source }),
    });
  }
  return fitting(contest, { categories, contestants }, facts);
}

function renumber(
  contest: Contest,
  numbers: readonly { readonly contestant: string; readonly number: number | null }[],
  fact: DomainEvent,
): Decision {
  const setup = setupOf(contest);
  const unknown = numbers.find(({ contestant }) => findContestant(setup, contestant) === undefined);
  if (unknown !== undefined) return err(refusal('unknown-id', `Peserta ${unknown.contestant} tidak ada.`));
  const numberOf = new Map(numbers.map(({ contestant, number }) => [contestant, number]));
  const contestants = setup.contestants.map((each) => {
    const number = numberOf.get(each.id);
    return number === undefined ? each : { ...each, number };
  });
  return fitting(contest, { contestants }, [fact]);
}

function hasWritten(contest: Contest, juror: string): boolean {
  return [...contest.facts.keys()].some((key) => key.startsWith(`${juror}/`));
}

function isScored(contest: Contest, contestant: string): boolean {
  return [...contest.facts.keys()].some((key) => key.endsWith(`/${contestant}`));
}

function nameOf(setup: ContestSetup, id: string): string {
  return findContestant(setup, id)?.name ?? id;
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((item) => b.includes(item));
}
