/** `rank`: the ranking of a contest file, or every problem that stands in its way. */
import { checkRanking } from '../../shared/ranking/decisions.ts';
import { sayProblems } from '../../shared/say/problems.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { sayRanking } from '../../shared/say/ranking.ts';
import { readContestFile } from '../contest/read-contest-file.ts';
import { parseOptions, printJson, refuse, usageError, type Command } from './command.ts';

export const rankCommand: Command = {
  name: 'rank',
  usage: '<contest.json>',
  async run(args, io) {
    const options = parseOptions(io, args, {}, 1);
    if (options.type === 'wrong-usage') return usageError(io, rankCommand, options.message);
    const contest = await readContestFile(io.words, options.positionals[0] ?? '');
    if (!contest.ok) return refuse(io, contest.error);
    const problems = checkRanking(contest.value);
    if (problems.length > 0) {
      return refuse(io, {
        type: 'invalid-contest-file',
        message: io.words.commandLine.contestFileRejected,
        problems: sayProblems(io.words.problems, problems),
      });
    }
    return printJson(io, sayRanking(io.words, contest.value, rankContest(contest.value)));
  },
};
