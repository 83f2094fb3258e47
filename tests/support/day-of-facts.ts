/** Facts of a day as a reader holds them, by minutes: what each wrote in its own log, the committee in `p`, a seat in that of its id. */
import { authorOf, type Author, type DomainEvent, type RecordedEvent } from '../../shared/domain/facts/events.ts';
import { sharedSetup } from './arbitrary-facts.ts';

export interface Wrote {
  /** Minutes after the founding. */
  readonly at: number;
  /** Absent: the committee. */
  readonly seat?: string;
  /** Where a seat has a further laptop. */
  readonly log?: string;
  readonly fact: RecordedEvent['event'];
}

export const foundedAtMs = 1_700_000_000_000;

/** The founding is the first. */
export function factsOfDay(...wrote: readonly Wrote[]): readonly RecordedEvent[] {
  const counts = new Map<string, number>();
  const founding: Wrote = { at: 0, fact: { type: 'contest-founded', setup: sharedSetup } };
  return [founding, ...wrote].map(({ at, seat, log = seat ?? 'p', fact }) => {
    const number = (counts.get(log) ?? 0) + 1;
    counts.set(log, number);
    return {
      ref: `${log}:${number}`,
      atMs: foundedAtMs + Math.round(at * 60_000),
      author: authorIn(log, seat),
      event: fact,
    };
  });
}

/** What facts may name, so that they meet. */
const logs = ['p', 'b', 'c'].map((letter) => letter.repeat(26));
export const placesOfDay = {
  refs: logs.flatMap((log) => [1, 2, 3, 4].map((number) => `${log}:${number}`)),
  logs,
  devices: ['d'.repeat(26), 'e'.repeat(26)],
};

/** Three in a minute, the seats' in turn. */
export function recordedIn(facts: readonly DomainEvent[]): readonly RecordedEvent[] {
  const [committee = '', ...seats] = logs;
  return factsOfDay(
    ...facts.map((fact, index): Wrote => {
      const at = Math.floor(index / 3) + 1;
      const place = index % 2;
      if (authorOf(fact.type) === 'seat') return { at, seat: `j${place + 1}`, log: seats[place] ?? '', fact };
      return { at, log: committee, fact };
    }),
  );
}

function authorIn(log: string, seat: string | undefined): Author {
  return seat === undefined ? { role: 'committee', device: 'd' } : { role: 'seat', seat, device: log };
}
