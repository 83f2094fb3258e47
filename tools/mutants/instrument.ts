/** Puts all of Stryker's changes into the files at once, each behind a switch, so that one loading serves them all. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Mutant } from './mutant.ts';

interface Instrumented {
  readonly mutants: Mutant[];
  /** By absolute path. */
  readonly sources: Record<string, string>;
}

export async function instrument(root: string, names: readonly string[]): Promise<Instrumented> {
  const contents = new Map(names.map((name) => [path.join(root, name), readFileSync(path.join(root, name), 'utf8')]));
  const input = [...contents].map(([name, content]) => ({ name, content, mutate: true }));
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const { files, mutants } = await new Instrumenter(quiet).instrument(input, options);
  return {
    sources: Object.fromEntries(files.map(({ name, content }) => [name, content])),
    mutants: mutants.map(({ id, fileName, mutatorName, location: { start, end }, replacement }) => ({
      id,
      file: path.relative(root, fileName).replaceAll('\\', '/'),
      line: start.line + 1,
      kind: mutatorName,
      original: excerpt(contents.get(fileName) ?? '', start, end),
      replacement: replacement ?? '',
    })),
  };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

function excerpt(content: string, start: Position, end: Position): string {
  const lines = content.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, i) => line.slice(i === 0 ? start.column : 0, i === last ? end.column : undefined).trim())
    .join(' ');
}

const ignore = () => {};
const no = () => false;
const quiet = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
};
