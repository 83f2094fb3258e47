/**
 * `contest`: what a folder's log folds to, as a contest file; beside a running committee or juror. The file can be ranked:
 * decisions that fit no tie of it are left out and named on standard error (rule E8).
 */
import type { ContestFile, Decision } from '../../shared/domain/setup/contest-file.ts';
import { decidedContestants } from '../../shared/domain/setup/contest-check-sheets.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { withFittingDecisions } from '../../shared/ranking/decisions.ts';
import { openContestFolder } from '../contest/open-contest.ts';
import { parseOptions, printJson, refuse, refuseFolder, usageError, type Command } from './command.ts';

export const contestCommand: Command = {
  name: 'contest',
  usage: '<dir> [--with-scores]',
  async run(args, io) {
    const options = parseOptions(io, args, { 'with-scores': { type: 'boolean' } }, 1);
    if (options.type === 'wrong-usage') return usageError(io, contestCommand, options.message);
    const [dir = ''] = options.positionals;
    const opened = await openContestFolder(dir, { readOnly: true });
    if (!opened.ok) return refuseFolder(io, opened.error);
    const contest = opened.value.contest();
    opened.value.close();
    if (contest.setup === null) {
      return refuse(io, { type: 'no-contest', message: io.words.commandLine.nothingReceived, problems: [] });
    }
    const folded = toContestFile(contest);
    const { file, unfit } = withFittingDecisions(
      options.values['with-scores'] === true ? folded : { ...folded, scores: [] },
    );
    for (const decision of unfit) {
      io.stderr.write(`${io.words.commandLine.decisionLeftOut(decidedNames(file, decision))}\n`);
    }
    return printJson(io, file);
  },
};

function decidedNames(file: ContestFile, decision: Decision): readonly string[] {
  return decidedContestants(decision).map((id) => file.contestants.find((each) => each.id === id)?.name ?? id);
}
