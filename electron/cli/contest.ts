/** `contest`: what a folder's log folds to, as a contest file; beside a running committee or juror. */
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { openContestFolder } from '../open-contest.ts';
import { parseOptions, printJson, refuse, usageError, type Command } from './command.ts';

export const contestCommand: Command = {
  name: 'contest',
  usage: '<dir> [--with-scores]',
  async run(args, io) {
    const options = parseOptions(args, { 'with-scores': { type: 'boolean' } }, 1);
    if (options.type === 'wrong-usage') return usageError(io, contestCommand, options.message);
    const [dir = ''] = options.positionals;
    const opened = await openContestFolder(dir, { readOnly: true });
    if (!opened.ok) return refuse(io, opened.error);
    const contest = opened.value.contest();
    opened.value.close();
    if (contest.setup === null) {
      const message = 'Data lomba belum diterima dari panitia. Sambungkan laptop ini dahulu.';
      return refuse(io, { type: 'no-contest', message, problems: [] });
    }
    const file = toContestFile(contest);
    return printJson(io, options.values['with-scores'] === true ? file : { ...file, scores: [] });
  },
};
