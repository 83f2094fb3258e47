/** `init`: a new committee data folder from a contest file; scores in the file are ignored, and it says so. */
import { createCommitteeFolder } from '../contest/new-contest-folder.ts';
import { readContestFile } from '../contest/read-contest-file.ts';
import { parseOptions, printJson, refuse, refuseFolder, usageError, type Command } from './command.ts';

export const initCommand: Command = {
  name: 'init',
  usage: '<dir> --contest FILE',
  async run(args, io) {
    const options = parseOptions(io, args, { contest: { type: 'string' } }, 1);
    if (options.type === 'wrong-usage') return usageError(io, initCommand, options.message);
    const [dir = ''] = options.positionals;
    if (options.values.contest === undefined)
      return usageError(io, initCommand, `${io.words.commandLine.optionMissing('--contest FILE')}.`);
    const file = await readContestFile(io.words, options.values.contest);
    if (!file.ok) return refuse(io, file.error);
    const created = await createCommitteeFolder(dir, file.value, { machine: io.words.commandLine.committeeMachine });
    if (!created.ok) return refuseFolder(io, created.error);
    created.value.close();
    const { length } = file.value.scores;
    if (length > 0) io.stderr.write(`${io.words.commandLine.scoresLeftOut(length)}\n`);
    return printJson(io, { dir, contest: file.value.contest.name });
  },
};
