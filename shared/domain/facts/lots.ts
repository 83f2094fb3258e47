/**
 * Drawing lots (undian nomor urut tampil) that anybody can repeat: the recorded seed gives the same order again.
 * Method: Fisher-Yates over the contestants in order of id, with the generator sfc32 seeded from the text by FNV-1a.
 */
import { compareText } from '../../lib/order.ts';
import type { Contestant } from '../setup/contest-file.ts';
import type { CategoryId, ContestantId } from '../ids.ts';

export interface Lot {
  readonly contestant: ContestantId;
  readonly number: number;
}

/**
 * New numbers for those who perform (all but exhibition, withdrawn, disqualified and no-show).
 * Within a category whose contestants all have numbers these numbers are dealt again; else 1, 2, 3, ...
 */
export function drawLots(contestants: readonly Contestant[], category: CategoryId | null, seed: string): Lot[] {
  const drawn = contestants
    .filter((each) => category === null || each.category === category)
    .filter(({ status }) => status === 'waiting' || status === 'performing' || status === 'performed')
    .toSorted((a, b) => compareText(a.id, b.id));
  const present = drawn.flatMap(({ number }) => number ?? []).toSorted((a, b) => a - b);
  const keep = category !== null && present.length === drawn.length;
  const next = generator(seed);
  return shuffled(drawn, next).map((contestant, index) => ({
    contestant: contestant.id,
    number: (keep ? present[index] : undefined) ?? index + 1,
  }));
}

/** Fisher-Yates. */
export function shuffled<Item>(list: readonly Item[], next: () => number): Item[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(next, last + 1);
    const [a, b] = [order[last], order[other]];
    if (a === undefined || b === undefined) continue;
    order[last] = b;
    order[other] = a;
  }
  return order;
}

/** A whole number from 0 to bound - 1, each equally likely. */
function below(next: () => number, bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  let value = next();
  while (value >= limit) value = next();
  return value % bound;
}

/** sfc32 (C. Doty-Humphrey, PractRand): 32-bit whole numbers. */
export function generator(seed: string): () => number {
  let [a, b, c, counter] = [fnv(`${seed}/a`), fnv(`${seed}/b`), fnv(`${seed}/c`), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
