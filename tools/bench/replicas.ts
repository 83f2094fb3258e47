/**
 * Workload W: all jurors have scored alone, then their laptops and the committee's come together over loopback. The product's
 * side is measured until every log is where it has to be at once (S22), and again with a contest that wants every log
 * everywhere at once; Yjs, where everything always goes to everybody, in memory and durable. The durable one is the yardstick.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { limits } from '../../shared/limits.ts';
import type { Benchmark } from './benchmark.ts';
import { convergeProduct, convergeYjs, type Convergence, type Workload } from './converge.ts';
import { makeEvent } from './event.ts';
import { figureBeside, figureOf, type Figure } from './measure.ts';

const sizes = {
  full: { jurors: 15, contestants: 52, criteria: 20, many: 60, live: 50 },
  small: { jurors: 2, contestants: 2, criteria: 2, many: 6, live: 2 },
} as const;

const measures: readonly { readonly name: string; readonly unit: string; readonly of: keyof Convergence }[] = [
  { name: 'until everything is where it has to be', unit: 's', of: 'seconds' },
  { name: 'on the wire', unit: 'MB', of: 'wireMb' },
  { name: "the hub's processor", unit: 's', of: 'hubSeconds' },
  { name: "the hub's memory, at most", unit: 'MB', of: 'hubMemoryMb' },
  { name: 'at rest, the hub', unit: 'MB', of: 'hubRestMb' },
  { name: 'at rest, another replica', unit: 'MB', of: 'otherRestMb' },
  { name: 'a live score, p50', unit: 'ms', of: 'liveMs' },
];

interface Contender {
  readonly name: string;
  readonly beside: string;
  readonly run: (folder: string) => Promise<Convergence>;
}

const yardstick = 'Yjs durable';

export const replicas: Benchmark = {
  name: 'replicas',
  about: 'workload W, 15 jurors with 15,600 scores made offline and the committee come together, beside Yjs over ws',
  rounds: 3,
  async run({ scale, rounds, folder }) {
    const contenders = await contendersOf(scale === 'small' ? sizes.small : sizes.full, folder);
    const outcomes = new Map<string, Convergence[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, run } of contenders) {
        const place = path.join(folder, 'round');
        mkdirSync(place);
        outcomes.set(name, [...(outcomes.get(name) ?? []), await run(place)]);
        rmSync(place, { recursive: true });
      }
    }
    return contenders.flatMap(({ name, beside }) =>
      measures.map(({ name: measure, unit, of }): Figure => {
        const values = (side: string) => (outcomes.get(side) ?? []).map((outcome) => outcome[of]);
        const label = `${name}: ${measure}`;
        if (beside === name) return figureOf(label, unit, values(name));
        return figureBeside(label, unit, values(name), beside, values(beside));
      }),
    );
  },
};

async function contendersOf(
  { many, live, ...workload }: Workload & { readonly many: number; readonly live: number },
  folder: string,
): Promise<readonly Contender[]> {
  const manyJurors = { ...workload, jurors: many };
  // Open sheets: scores alone, as with Yjs, and more can be given.
  const make = (name: string, size: Workload, copies?: number) =>
    makeEvent(path.join(folder, name), { ...size, open: true, ...(copies === undefined ? {} : { copies }) });
  const event = await make('event', workload);
  const spreadEvent = await make('event-everywhere', workload, workload.jurors);
  const manyEvent = await make('event-many', manyJurors);
  const product = `${workload.jurors} jurors`;
  return [
    { name: yardstick, beside: yardstick, run: (place) => convergeYjs('yjs-durable', workload, live, place) },
    { name: 'Yjs in memory', beside: yardstick, run: (place) => convergeYjs('yjs-memory', workload, live, place) },
    {
      name: product,
      beside: yardstick,
      run: (place) => convergeProduct(event, workload, limits.copies, live, place),
    },
    {
      name: `${workload.jurors} jurors, every log everywhere at once`,
      beside: yardstick,
      run: (place) => convergeProduct(spreadEvent, workload, workload.jurors, live, place),
    },
    {
      name: `${many} jurors`,
      beside: product,
      run: (place) => convergeProduct(manyEvent, manyJurors, limits.copies, live, place),
    },
  ];
}
