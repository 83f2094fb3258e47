/** What a benchmark is: a path of the product, run a few times beside its yardstick. */
import type { Figure } from './measure.ts';

/** `small`: only to see that it runs. */
export type Scale = 'small' | 'full';

export interface Benchmark {
  readonly name: string;
  /** What is measured, and beside what. */
  readonly about: string;
  /** At full scale, unless somebody asks for others. */
  readonly rounds: number;
  /** It opens windows, and runs only when it is asked for by name. */
  readonly needsDisplay?: boolean;
  readonly run: (setting: BenchmarkSetting) => Promise<readonly Figure[]>;
}

export interface BenchmarkSetting {
  readonly scale: Scale;
  readonly rounds: number;
  /** Empty, and removed afterwards. */
  readonly folder: string;
}
