/** `status`: what a folder holds, also beside a running committee or juror. */
import { contestProblems, countSheets } from '../../shared/domain/contest-problems.ts';
import { sealsOf } from '../../shared/domain/seal.ts';
import { groupedCode } from '../../shared/say/check-code.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { openContestFolder } from '../contest/open-contest.ts';
import { parseOptions, printJson, refuseFolder, usageError, type Command } from './command.ts';

export const statusCommand: Command = {
  name: 'status',
  usage: '<dir>',
  async run(args, io) {
    const options = parseOptions(io, args, {}, 1);
    if (options.type === 'wrong-usage') return usageError(io, statusCommand, options.message);
    const opened = await openContestFolder(options.positionals[0] ?? '', { readOnly: true });
    if (!opened.ok) return refuseFolder(io, opened.error);
    const contest = opened.value;
    const openings = contest.openings();
    const heads = contest.log.heads();
    const folded = contest.contest();
    const logs = heads.map(({ log, seq, hash }) => {
      const opening = openings.get(log);
      return [log, { seq, hash: toBase32(hash), author: opening?.seat ?? opening?.role ?? null }];
    });
    const awaited = contest.awaited().map((lack) => ({ type: 'entries-missing', ...lack }));
    contest.close();
    return printJson(io, {
      logs: Object.fromEntries(logs),
      entries: heads.reduce((sum, { seq }) => sum + seq, 0),
      ...countSheets(folded),
      seals: sealsOf(folded).map(({ scope, code, state }) => ({ scope, checkCode: groupedCode(code), state })),
      problems: [...awaited, ...contestProblems(folded)],
    });
  },
};
