/** Values and notes given on the wrong contestant's sheet go to the right one (rule D20). */
import { ok } from '../../lib/result.ts';
import type { Command } from './commands.ts';
import type { ContestantId, JurorId, Ref } from '../ids.ts';
import { factsKey, isSetAside, noteKey, noteOf, type Contest, type Heads } from '../contest.ts';
import { refuse, type DomainError, type Decision } from './errors.ts';
import type { DomainEvent } from './events.ts';
import { openSheet, versionOf } from '../open-sheet.ts';
import { sheetOf, type ScoreSheet } from '../score-sheet.ts';

/** [D20] Between two open sheets of one rubric, without conflicts; all facts stand in one append. */
export function moveScores(
  contest: Contest,
  seat: JurorId,
  { from, to, stage }: Extract<Command, { type: 'move-scores' }>,
): Decision {
  if (from === to) return ok([]);
  const [source, target] = [openSheet(contest, seat, from, stage, null), openSheet(contest, seat, to, stage, null)];
  if (!source.ok) return source;
  if (!target.ok) return target;
  if (source.value.rubric.id !== target.value.rubric.id) {
    return refuse({ type: 'not-judging', reason: 'other-rubric' });
  }
  const { criteria } = source.value.rubric;
  const keys = [null, ...criteria.map(({ id }) => id)];
  const isDoubtful =
    source.value.conflicts.size + target.value.conflicts.size > 0 ||
    keys.some((key) => [from, to].some((contestant) => hasTwoNotes(contest, seat, contestant, noteKey(stage, key))));
  if (isDoubtful) {
    return refuse({ type: 'conflict', reason: 'entries-differ' });
  }
  const facts = [
    ...given(contest, seat, source.value, target.value),
    ...given(contest, seat, target.value, source.value),
  ];
  return ok(facts);
}

/** What the sheet `to` gets from the sheet `from`: where they differ only. */
function given(contest: Contest, seat: JurorId, from: ScoreSheet, to: ScoreSheet): DomainEvent[] {
  const own = contest.facts.get(factsKey(seat, to.contestant));
  const other = contest.facts.get(factsKey(seat, from.contestant));
  const { stage } = to;
  const scores = to.rubric.criteria.flatMap(({ id: criterion }): DomainEvent[] => {
    const value = from.values.get(criterion) ?? null;
    if ((to.values.get(criterion) ?? null) === value) return [];
    const replaces = refsOf(own?.scores.get(criterion));
    const rubric = versionOf(contest);
    return [
      { type: 'score-set', contestant: to.contestant, criterion, value, replaces, rubric, from: from.contestant },
    ];
  });
  const notes = [null, ...to.rubric.criteria.map(({ id }) => id)].flatMap((criterion): DomainEvent[] => {
    const key = noteKey(stage, criterion);
    const text = other?.notes.get(key)?.heads[0]?.value ?? '';
    if ((own?.notes.get(key)?.heads[0]?.value ?? '') === text) return [];
    const replaces = refsOf(own?.notes.get(key));
    return [{ type: 'note-set', contestant: to.contestant, stage, criterion, text, replaces, from: from.contestant }];
  });
  return [...scores, ...notes];
}

/** The contestants to whose sheets the values may go: open, by the same rubric in the same stage. */
export function moveTargets(
  contest: Contest,
  sheet: ScoreSheet,
  among: readonly ContestantId[],
): { readonly contestant: ContestantId; readonly sheet: ScoreSheet; readonly refused: DomainError | null }[] {
  return among.flatMap((contestant) => {
    if (contestant === sheet.contestant) return [];
    const target = sheetOf(contest, sheet.juror, contestant, sheet.stage);
    if (target === null || target.rubric.id !== sheet.rubric.id) return [];
    const command = { type: 'move-scores', from: sheet.contestant, to: contestant, stage: sheet.stage } as const;
    const decided = moveScores(contest, sheet.juror, command);
    return [{ contestant, sheet: target, refused: decided.ok ? null : decided.error }];
  });
}

/** Notes that stand beside a sheet. */
export function noteCount(contest: Contest, { juror, contestant, stage, rubric }: ScoreSheet): number {
  const keys = [null, ...rubric.criteria.map(({ id }) => id)];
  return keys.filter((key) => noteOf(contest, juror, contestant, stage, key) !== '').length;
}

function refsOf(heads: Heads<unknown> | undefined): Ref[] {
  return (heads?.heads ?? []).map(({ ref }) => ref);
}

function hasTwoNotes(contest: Contest, seat: JurorId, contestant: ContestantId, key: string): boolean {
  const heads = contest.facts.get(factsKey(seat, contestant))?.notes.get(key)?.heads ?? [];
  return new Set(heads.filter(({ ref }) => !isSetAside(contest, ref)).map(({ value }) => value)).size > 1;
}
