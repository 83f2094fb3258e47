/**
 * The committee's window while 15 laptops bring everything they have: how long nobody's key press is taken. Yardstick: the
 * longest transaction in which the same entries are hashed and stored, 200 at a time.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { arrive, storeAll, type Arrival } from './arrival.ts';
import type { Benchmark } from './benchmark.ts';
import { makeEvent } from './event.ts';
import { figureBeside, figureOf } from './measure.ts';

const sizes = {
  full: { jurors: 15, contestants: 52, criteria: 20 },
  small: { jurors: 3, contestants: 2, criteria: 2 },
} as const;

export const backlog: Benchmark = {
  name: 'backlog',
  about: "the committee's longest blocks while 15 laptops bring 15,600 scores, beside the longest bare transaction",
  rounds: 3,
  async run({ scale, rounds, folder }) {
    const event = await makeEvent(path.join(folder, 'event'), sizes[scale]);
    const stores: number[] = [];
    const arrivals: Arrival[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const place = path.join(folder, String(round));
      mkdirSync(place);
      stores.push(storeAll(event, path.join(place, 'bare.sqlite')));
      arrivals.push(await arrive(event, place));
    }
    const of = (pick: keyof Arrival) => arrivals.map((arrival) => arrival[pick]);
    const bare = 'the longest bare transaction of 200';
    return [
      figureOf(bare, 'ms', stores),
      figureBeside(
        `longest block, own work (${event.entries} entries)`,
        'ms of processor',
        of('longestOwnMs'),
        bare,
        stores,
      ),
      figureBeside('longest block, with waiting for the disk', 'ms', of('longestMs'), bare, stores),
      figureOf('blocks of more than 50 ms of own work', 'blocks', of('over50')),
      figureOf('until every log is on all laptops that get it at once', 's', of('seconds')),
    ];
  },
};
