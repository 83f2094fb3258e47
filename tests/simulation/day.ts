/** What the parts of a simulated day share. */
import type { Disk } from './disk.ts';
import type { Laptop, World } from './laptop.ts';
import type { Chance } from './people.ts';

export interface Played {
  readonly seed: number;
  readonly steps: number;
  readonly restPoints: number;
  /** Hash over everything that happened. */
  readonly trace: string;
  readonly failure: { readonly step: number; readonly invariant: string } | null;
}

/** A day under way, as its steps see it. */
export interface Day {
  readonly world: World;
  readonly chance: Chance;
  readonly laptops: Laptop[];
  /** Copies of folders that somebody has put aside, by the laptop's name. */
  readonly copies: Map<string, Disk>;
  readonly note: (line: string) => void;
  /** The first thing that went wrong stays. */
  readonly fail: (invariant: string) => void;
}
