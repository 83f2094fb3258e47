/**
 * What an entry that comes and goes on to others costs the committee's process, with more and more laptops that bring as much each.
 * Yardstick: hashing and storing the same entries durably, 200 at a time.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { arrive, storeAll } from './arrival.ts';
import type { Benchmark } from './benchmark.ts';
import { makeEvent } from './event.ts';
import { figureBeside, figureOf, processorMs, type Figure } from './measure.ts';

const sizes = {
  full: { laptops: [15, 30, 60], contestants: 26, criteria: 20 },
  small: { laptops: [2, 4], contestants: 2, criteria: 2 },
} as const;

export const sync: Benchmark = {
  name: 'sync',
  about: "the committee's processor per entry that comes and goes on to others, beside hashing and storing it",
  rounds: 3,
  async run({ scale, rounds, folder }) {
    const { laptops, ...size } = sizes[scale];
    const events = new Map(
      await Promise.all(
        laptops.map(async (jurors) => {
          const event = await makeEvent(path.join(folder, `event-${jurors}`), { ...size, jurors });
          return [jurors, event] as const;
        }),
      ),
    );
    const stores = new Map<number, number[]>();
    const costs = new Map<number, number[]>();
    const joins = new Map<number, number[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const [jurors, event] of events) {
        const place = path.join(folder, `${jurors}-${round}`);
        mkdirSync(place);
        const storing = await processorMs(() => storeAll(event, path.join(place, 'bare.sqlite')));
        const { processorMs: spent, joinSeconds } = await arrive(event, place);
        note(stores, jurors, storing / event.entries);
        note(costs, jurors, spent / event.entries);
        note(joins, jurors, joinSeconds);
      }
    }
    const bare = 'hashing and storing';
    return laptops.flatMap((jurors): Figure[] => {
      const cost = costs.get(jurors) ?? [];
      const label = `${jurors} laptops, ${events.get(jurors)?.entries ?? 0} entries`;
      return [
        figureBeside(label, 'ms of processor per entry', cost, bare, stores.get(jurors) ?? []),
        figureOf(`${jurors} laptops are in`, 's', joins.get(jurors) ?? []),
      ];
    });
  },
};

function note(lists: Map<number, number[]>, key: number, value: number): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}
