/** The figures as text: a line per file, then each survivor with its place and what was changed. */
import type { Mutant } from './mutant.ts';
import type { Decided } from './run.ts';

type Tried = Mutant & Decided;

export interface Figures {
  readonly command: string;
  readonly sample: number | null;
  /** Changes that only the loading of a module reaches: not counted. */
  readonly static: number;
  /** Changes that count; with a sample more than were tried. */
  readonly counted: number;
  readonly tests: number;
  /** Tests that cannot be run here, or fail without any change: not asked. */
  readonly leftOut: readonly string[];
  readonly mutants: readonly Tried[];
}

export function report({ mutants, counted, sample, static: loading, tests, leftOut }: Figures): string {
  const survivors = mutants.filter((each) => !isKilled(each));
  const byFile = Map.groupBy(mutants, ({ file }) => file);
  return [
    ...survivors.map(showSurvivor),
    ...leftOut.map((name) => `not asked: ${name}`),
    ...[...byFile].map(([file, ofFile]) => `${file}: ${share(ofFile)}`),
    `together: ${share(mutants)}${sample === null ? '' : `, a sample of ${counted}`}; ${loading} at loading are not counted; ${tests} tests`,
  ].join('\n');
}

function share(mutants: readonly Tried[]): string {
  const killed = mutants.filter(isKilled).length;
  const late = mutants.filter(({ fate }) => fate === 'timeout').length;
  const unreached = mutants.filter(({ fate }) => fate === 'unreached').length;
  const percent = ((100 * killed) / mutants.length).toFixed(1);
  return `${killed} of ${mutants.length} killed (${percent} %), ${late} of these by time, ${unreached} reached by no test`;
}

function isKilled({ fate }: Tried): boolean {
  return fate === 'killed' || fate === 'timeout';
}

function showSurvivor({ file, line, fate, original, replacement }: Tried): string {
  return `${fate} ${file}:${line}  ${short(original)}  ->  ${short(replacement)}`;
}

function short(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}
