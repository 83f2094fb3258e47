/**
 * What a command of the command line is, and the three ways it answers: one JSON value on standard output (exit 0),
 * a refusal with its problems on standard output (exit 1; the first 1,000 and how many more), wrong usage on standard error (exit 2).
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { listed } from '../../shared/domain/setup/contest-problem.ts';
import type { CommandLineWords } from '../../shared/say/command-line.ts';
import type { SaidProblem } from '../../shared/say/problems.ts';
import { saidFolderError, type FolderError } from '../../shared/say/folders.ts';
import type { Words } from '../../shared/say/words.ts';

export type Command = {
  readonly name: string;
  /** Arguments after the name, as the usage text shows them: `<contest.json> --out FILE.xlsx`. */
  readonly usage: string;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<ExitCode>;
};

export type CommandIo = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /** What the command line speaks. */
  readonly words: Words;
};

/** 0 done, 1 refused, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export type Refusal = {
  readonly type: string;
  readonly message: string;
  /** Each `path` a JSON Pointer into the input; empty for the input as a whole. */
  readonly problems: readonly SaidProblem[];
  /** Problems beyond the listed ones, where somebody has shortened the list already. */
  readonly more?: number;
};

/** Writes one JSON value and a line end. */
export function printJson(io: CommandIo, value: unknown): ExitCode {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  return 0;
}

/** Writes one JSON value on a single line, for commands that go on and report as they go. */
export function printJsonLine(io: CommandIo, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Answers `{"error": ...}` on standard output, with the message on standard error for a person who pipes the output away. */
export function refuse(io: CommandIo, refusal: Refusal): ExitCode {
  const { type, message } = refusal;
  const { problems, more: further = 0 } = listed(refusal.problems);
  const more = further + (refusal.more ?? 0);
  const error = { type, message, problems, ...(more > 0 ? { more } : {}) };
  io.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`);
  io.stderr.write(`${message}\n`);
  return 1;
}

/** The same for a folder. */
export function refuseFolder(io: CommandIo, error: FolderError): ExitCode {
  return refuse(io, saidFolderError(io.words, error));
}

/** Says what is wrong with the call and how the command is called. */
export function usageError(io: CommandIo, command: Pick<Command, 'name' | 'usage'>, message: string): ExitCode {
  const usage = io.words.commandLine.usage(`${command.name} ${command.usage}`.trimEnd());
  io.stderr.write(`${message}\n${usage}\n`);
  return 2;
}

export type ParsedOptions<T extends OptionsConfig> =
  | { readonly type: 'ok'; readonly values: ParsedValues<T>; readonly positionals: readonly string[] }
  | { readonly type: 'wrong-usage'; readonly message: string };

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;
type ParsedValues<T extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ options: T; strict: true; allowPositionals: true; args: string[] }>
>['values'];

/** Reads options and exactly `positionalCount` arguments; unknown options and missing values are wrong usage, never a throw. */
export function parseOptions<const T extends OptionsConfig>(
  { words: { commandLine: words } }: Pick<CommandIo, 'words'>,
  args: readonly string[],
  options: T,
  positionalCount: number,
): ParsedOptions<T> {
  try {
    const parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    if (parsed.positionals.length !== positionalCount) {
      return {
        type: 'wrong-usage',
        message: words.argumentCount(positionalCount, parsed.positionals.length),
      };
    }
    return { type: 'ok', values: parsed.values, positionals: parsed.positionals };
  } catch (error) {
    return { type: 'wrong-usage', message: wrongOption(words, error) };
  }
}

/** What `parseArgs` found; it quotes the option. */
function wrongOption(words: CommandLineWords, error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const option = /'[^']*'/.exec(error.message)?.[0] ?? '';
  if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return words.unknownOption(option);
  return words.optionWithoutValue(option);
}
