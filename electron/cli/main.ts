/**
 * The command line: finds the command by its name in the table and gives it the process's streams. Runs in plain Node by
 * type stripping, without a build. A defect ends with exit code 70 and its stack, so that it is never taken for a refusal.
 */
import type { Command, ExitCode } from './command.ts';
import { committeeCommand } from './committee.ts';
import { contestCommand } from './contest.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { jurorCommand } from './juror.ts';
import { rankCommand } from './rank.ts';
import { rehearseCommand } from './rehearse.ts';
import { statusCommand } from './status.ts';
import { versionCommand } from './version.ts';
import { workbookCommand } from './workbook.ts';

const commands: readonly Command[] = [
  committeeCommand,
  contestCommand,
  importCommand,
  initCommand,
  jurorCommand,
  rankCommand,
  rehearseCommand,
  statusCommand,
  versionCommand,
  workbookCommand,
];

const DEFECT = 70;

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
  const [name, ...args] = argv;
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    process.stderr.write(usage(name));
    return 2;
  }
  return command.run(args, process);
}

function usage(name: string | undefined): string {
  const lines = commands.map((command) => `  ${command.name} ${command.usage}`.trimEnd());
  const reason =
    name === undefined
      ? 'Perintah belum disebut / no command given'
      : `Perintah tidak dikenal / unknown command: ${name}`;
  return `${reason}\nPemakaian / usage: npm run -s cli -- <command>\n${lines.join('\n')}\n`;
}
