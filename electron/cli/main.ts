/**
 * The command line: finds the command by its name in the table and gives it the process's streams. Runs in plain Node by
 * type stripping, without a build. A defect ends with exit code 70 and its stack, so that it is never taken for a refusal.
 */
import { enableCompileCache } from 'node:module';
import type { DocumentKind } from '../../shared/domain/document-kinds.ts';
import { compareText } from '../../shared/lib/order.ts';
import { languageNamed } from '../../shared/say/language.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { Command, ExitCode } from './command.ts';

/** Loaded when called, so that a command starts with its own modules only. */
type Load = () => Promise<Command>;

const paper = { name: 'paper', load: async () => (await import('./paper.ts')).paperCommand };

/** The command that makes each document; null: only a window does. */
const documentCommands: Readonly<Record<DocumentKind, { readonly name: string; readonly load: Load } | null>> = {
  workbook: { name: 'workbook', load: async () => (await import('./workbook.ts')).workbookCommand },
  recap: null,
  minutes: paper,
  'decree-annex': paper,
  'winner-list': paper,
  reasons: paper,
  feedback: paper,
  certificates: paper,
  changes: paper,
  'code-slips': null,
  'host-script': null,
  history: null,
  'contest-file': { name: 'contest', load: async () => (await import('./contest.ts')).contestCommand },
  backup: null,
};

const commands: Readonly<Record<string, Load>> = {
  committee: async () => (await import('./committee.ts')).committeeCommand,
  import: async () => (await import('./import.ts')).importCommand,
  init: async () => (await import('./init.ts')).initCommand,
  juror: async () => (await import('./juror.ts')).jurorCommand,
  rank: async () => (await import('./rank.ts')).rankCommand,
  rehearse: async () => (await import('./rehearse.ts')).rehearseCommand,
  status: async () => (await import('./status.ts')).statusCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  version: async () => (await import('./version.ts')).versionCommand,
  ...Object.fromEntries(Object.values(documentCommands).flatMap((one) => (one === null ? [] : [[one.name, one.load]]))),
};

const DEFECT = 70;

/** What this process speaks. */
const words = wordsOf[languageNamed(process.env['GELAR_JURI_LANGUAGE'])];

// Stripped and compiled modules are kept in the system's temporary folder: every further start takes half the time.
enableCompileCache();

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = DEFECT;
  },
);

async function main(argv: readonly string[]): Promise<ExitCode> {
  const [name = '', ...args] = argv;
  if (name === 'help' || isHelp(name)) {
    process.stdout.write(await allCommands());
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    process.stderr.write(await usage(name));
    return 2;
  }
  const command = await load();
  if (args.some(isHelp)) {
    process.stdout.write(`npm run -s cli -- ${command.name} ${command.usage}\n`);
    return 0;
  }
  const { stdin, stdout, stderr } = process;
  return command.run(args, { stdin, stdout, stderr, words });
}

async function usage(name: string): Promise<string> {
  const { noCommand, unknownCommand } = words.commandLine;
  const reason = name === '' ? noCommand : unknownCommand(name);
  return `${reason}\n${await allCommands()}`;
}

async function allCommands(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = all
    .toSorted((a, b) => compareText(a.name, b.name))
    .map((command) => `  ${command.name} ${command.usage}`.trimEnd());
  return `${words.commandLine.allCommands(lines)}\n`;
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}
