/**
 * Measuring in turns: yardstick, ours, yardstick, ours, so that whatever else the machine does meets both alike. A ratio is the
 * median of the ratios of each round. Processor time of the whole process (garbage collection of its own included) where a path keeps the
 * processor busy: others on the machine then disturb less than with a clock.
 */
import { cpuUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A measured value, and what it is beside its yardstick where it has one. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly beside?: {
    readonly yardstick: string;
    readonly median: number;
    readonly ratio: number;
    readonly least: number;
    readonly most: number;
  };
}

export interface Side {
  readonly name: string;
  readonly run: () => unknown;
}

/** Processor milliseconds of each side in each round; the first side of all is the yardstick of the others. */
export async function inTurns(
  rounds: number,
  yardstick: Side,
  others: readonly Side[],
  unit = 'ms of processor',
): Promise<readonly Figure[]> {
  const times = new Map<Side, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const side of [yardstick, ...others]) {
      times.set(side, [...(times.get(side) ?? []), await processorMs(side.run)]);
    }
  }
  const measure = times.get(yardstick) ?? [];
  return [
    figureOf(yardstick.name, unit, measure),
    ...others.map((side) => figureBeside(side.name, unit, times.get(side) ?? [], yardstick.name, measure)),
  ];
}

export async function processorMs(run: () => unknown): Promise<number> {
  // What the one before has left behind is not this one's to clear away.
  collectGarbage();
  const before = cpuUsage();
  await run();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

export function figureOf(name: string, unit: string, values: readonly number[]): Figure {
  return {
    name,
    unit,
    median: tidy(median(values)),
    least: tidy(Math.min(...values)),
    most: tidy(Math.max(...values)),
  };
}

/** Both lists by round. */
export function figureBeside(
  name: string,
  unit: string,
  values: readonly number[],
  yardstick: string,
  measure: readonly number[],
): Figure {
  const ratios = values.map((value, round) => value / (measure[round] ?? Number.NaN));
  const beside = {
    yardstick,
    median: tidy(median(measure)),
    ratio: tidy(median(ratios)),
    least: tidy(Math.min(...ratios)),
    most: tidy(Math.max(...ratios)),
  };
  return { ...figureOf(name, unit, values), beside };
}

export function showFigure({ name, unit, median: middle, least, most, beside }: Figure): string {
  const own = `${name}: ${middle} ${unit} (${least} to ${most})`;
  if (beside === undefined) return own;
  return `${own}; ${beside.ratio} x ${beside.yardstick} (${beside.least} to ${beside.most})`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** Three digits are more than such a machine can tell. */
function tidy(value: number): number {
  return Number(value.toPrecision(3));
}
