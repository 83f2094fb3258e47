/** `init`: a new committee data folder from a contest file; scores in the file are ignored, and it says so. */
import { createCommitteeFolder } from '../contest/new-contest-folder.ts';
import { readContestFile } from '../contest/read-contest-file.ts';
import { parseOptions, printJson, refuse, usageError, type Command } from './command.ts';

export const initCommand: Command = {
  name: 'init',
  usage: '<dir> --contest FILE',
  async run(args, io) {
    const options = parseOptions(args, { contest: { type: 'string' } }, 1);
    if (options.type === 'wrong-usage') return usageError(io, initCommand, options.message);
    const [dir = ''] = options.positionals;
    if (options.values.contest === undefined) return usageError(io, initCommand, '--contest FILE belum disebut.');
    const file = await readContestFile(options.values.contest);
    if (!file.ok) return refuse(io, file.error);
    const created = await createCommitteeFolder(dir, file.value);
    if (!created.ok) return refuse(io, created.error);
    created.value.close();
    const { length } = file.value.scores;
    if (length > 0) io.stderr.write(`${length} nilai di berkas itu tidak ikut: nilai hanya datang dari para juri.\n`);
    return printJson(io, { dir, contest: file.value.contest.name });
  },
};
