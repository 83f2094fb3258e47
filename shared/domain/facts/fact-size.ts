/**
 * Facts that fit an entry (rule D22): a long list of contestants or keys becomes facts that follow each other, what is too large
 * even so is refused before anything is written.
 */
import { ok, type Result } from '../../lib/result.ts';
import { limits } from '../../limits.ts';
import { refuse, type DomainError } from './errors.ts';
import type { DomainEvent } from './events.ts';

/** The facts as they are written, in order, each within `limits.factBytes`. */
export function fittingFacts(facts: readonly DomainEvent[]): Result<readonly DomainEvent[], DomainError> {
  const split = facts.flatMap((fact) => (sizeOf(fact) <= limits.factBytes ? [fact] : inParts(fact)));
  const largest = Math.max(0, ...split.map(sizeOf));
  if (largest <= limits.factBytes) return ok(split);
  return refuse({ type: 'too-large', reason: 'too-large', bytes: largest, most: limits.factBytes });
}

function inParts(fact: DomainEvent): readonly DomainEvent[] {
  switch (fact.type) {
    case 'contest-founded': {
      const { contestants, ...setup } = fact.setup;
      return [
        { ...fact, setup: { ...setup, contestants: [] } },
        ...chunks(contestants).map((put): DomainEvent => ({ type: 'contestants-changed', put, removed: [] })),
      ];
    }
    case 'contestants-changed':
      return [{ ...fact, put: [] }, ...chunks(fact.put).map((put): DomainEvent => ({ ...fact, put, removed: [] }))];
    case 'data-keys-shared':
      return chunks(fact.keys).map((keys): DomainEvent => ({ ...fact, keys }));
    case 'scores-opened':
      return [
        ...chunks(fact.ends).map((ends): DomainEvent => ({ ...fact, ends, keys: [] })),
        ...chunks(fact.keys).map((keys): DomainEvent => ({ ...fact, ends: [], keys })),
      ];
    default:
      return [fact];
  }
}

/** Runs of the list, each well below the bound, so that the rest of its fact has room. */
function chunks<Item>(list: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  let room = 0;
  for (const item of list) {
    const size = sizeOf(item) + 1;
    if (size > room || runs.length === 0) {
      runs.push([]);
      room = limits.factBytes - limits.reasonLength * 8;
    }
    runs.at(-1)?.push(item);
    room -= size;
  }
  return runs;
}

/** At least the bytes of its JSON text in UTF-8, which is never shorter than the CBOR that is written. */
function sizeOf(value: unknown): number {
  const text = JSON.stringify(value);
  return text.length + 2 * (text.match(/[^\u0020-\u007e]/g)?.length ?? 0);
}
