/** A contest that commands are played on: each author decides on everything that is known and writes a log of its own. */
import { emptyContest, type Contest } from '../../shared/domain/contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import type { Author, DomainEvent, RecordedEvent } from '../../shared/domain/facts/events.ts';
import { applyEvents } from '../../shared/domain/facts/evolve.ts';
import { contestOf, setupIn, type ContestInput } from './contest-builder.ts';

export const committee: Author = { role: 'committee', device: 'd' };

export function seat(id: string): Author {
  return { role: 'seat', seat: id, device: `d${id}` };
}

/** What a refusal looks like: its kind and case, and what belongs to it. */
export function refused(type: string, more: Record<string, unknown> = {}) {
  return { ok: false, error: { type, ...more } };
}

export function playContest(overrides: ContestInput = {}) {
  let contest: Contest = emptyContest;
  let written = 0;
  const lengths = new Map<string, number>();
  const all: RecordedEvent[] = [];
  /** Facts as they stand in a log; `laptop`: the letter of that log. */
  const record = (author: Author, facts: readonly DomainEvent[], laptop = letterOf(author)): string[] => {
    const refs: string[] = [];
    for (const event of facts) {
      const seq = (lengths.get(laptop) ?? 0) + 1;
      lengths.set(laptop, seq);
      written += 1;
      const ref = `${laptop.repeat(26)}:${seq}`;
      refs.push(ref);
      const recorded = { ref, atMs: written, author, event };
      all.push(recorded);
      contest = applyEvents(contest, [recorded]);
    }
    return refs;
  };
  /** `knowing`: what that laptop holds; without it, everything. */
  const act = (author: Author, command: Command, knowing: Contest = contest, laptop?: string) => {
    const decided = decide(knowing, author, command);
    if (decided.ok) record(author, decided.value, laptop);
    return decided;
  };
  const must = (author: Author, command: Command, knowing?: Contest, laptop?: string): readonly DomainEvent[] => {
    const decided = act(author, command, knowing, laptop);
    if (!decided.ok) throw new Error(decided.error.reason);
    return decided.value;
  };
  const { recusals, absences, penalties, decisions, ...file } = contestOf(overrides);
  const setup = setupIn({ ...file, recusals, absences, penalties, decisions });
  must(committee, { type: 'found-contest', setup, recusals, absences, penalties, decisions });
  return {
    record,
    act,
    must,
    now: () => contest,
    recorded: (): readonly RecordedEvent[] => all,
    /** How far each log is. */
    heads: () => new Map([...lengths].map(([laptop, length]) => [laptop.repeat(26), length])),
    ask: (author: Author, command: Command) => decide(contest, author, command),
    score: (juror: string, contestant: string, value: string | null, criterion = 'nilai') =>
      must(seat(juror), { type: 'set-score', contestant, criterion, value }),
    lock: (juror: string, contestant: string, value = '80', criterion = 'nilai', stage = 's') => {
      must(seat(juror), { type: 'set-score', contestant, criterion, value });
      must(seat(juror), { type: 'lock-sheet', contestant, stage });
      const locks = contest.facts.get(`${juror}/${contestant}`)?.locks.get(stage) ?? [];
      return locks.at(-1)?.ref ?? '';
    },
  };
}

function letterOf(author: Author): string {
  if (author.role === 'committee') return 'a';
  return (
    new Map([
      ['j1', 'b'],
      ['j2', 'c'],
      ['j3', 'd'],
    ]).get(author.seat) ?? 'e'
  );
}
