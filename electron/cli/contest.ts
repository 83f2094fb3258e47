/**
 * `contest`: what a folder's log folds to, as a contest file; beside a running committee or juror. The file can be ranked:
 * decisions that fit no tie of it are left out and named on standard error (rule E8). Or a contest that follows from it: who goes
 * on to a round elsewhere (N1), or next year's (N2).
 */
import type { ContestFile, Decision } from '../../shared/domain/setup/contest-file.ts';
import { decidedContestants } from '../../shared/domain/setup/contest-check-sheets.ts';
import { nextYearsContest, roundContest } from '../../shared/domain/setup/further-contest.ts';
import { idFrom } from '../../shared/domain/ids.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { withFittingDecisions } from '../../shared/ranking/decisions.ts';
import { whoGoesOn, type GoingOn } from '../../shared/ranking/going-on.ts';
import { openContestFolder } from '../contest/open-contest.ts';
import { parseOptions, printJson, refuse, refuseFolder, usageError, type Command, type CommandIo } from './command.ts';

export const contestCommand: Command = {
  name: 'contest',
  usage: '<dir> [--with-scores | --round STAGE | --top N | --next-year NAME [--jurors ID,ID]]',
  async run(args, io) {
    const options = parseOptions(
      io,
      args,
      {
        'with-scores': { type: 'boolean' },
        round: { type: 'string' },
        top: { type: 'string' },
        'next-year': { type: 'string' },
        jurors: { type: 'string' },
      },
      1,
    );
    if (options.type === 'wrong-usage') return usageError(io, contestCommand, options.message);
    const { 'with-scores': withScores, round, top, 'next-year': nextYear, jurors } = options.values;
    const { commandLine } = io.words;
    if ([withScores, round, top, nextYear].filter((each) => each !== undefined).length > 1) {
      return usageError(io, contestCommand, commandLine.oneContestOnly);
    }
    if (jurors !== undefined && nextYear === undefined) {
      return usageError(io, contestCommand, commandLine.optionMissing('--next-year NAME'));
    }
    if (top !== undefined && !/^[1-9]\d{0,3}$/.test(top)) {
      return usageError(io, contestCommand, commandLine.optionMissing('--top N'));
    }
    const [dir = ''] = options.positionals;
    const opened = await openContestFolder(dir, { readOnly: true });
    if (!opened.ok) return refuseFolder(io, opened.error);
    const contest = opened.value.contest();
    opened.value.close();
    if (contest.setup === null) {
      return refuse(io, { type: 'no-contest', message: commandLine.nothingReceived, problems: [] });
    }
    const folded = toContestFile(contest);
    const seatName = io.words.application.names.seat;
    if (nextYear !== undefined) {
      const ids = jurors === undefined || jurors === '' ? [] : jurors.split(',');
      const unknown = ids.find((id) => !folded.jurors.some((juror) => juror.id === id));
      if (unknown !== undefined) return usageError(io, contestCommand, commandLine.noSuchJuror(unknown));
      return printJson(
        io,
        nextYearsContest(folded, { name: nextYear, jurors: ids.map((id) => idFrom.juror(id)), seatName }),
      );
    }
    if (round !== undefined) return printGoingOn(io, folded, { stage: idFrom.stage(round) });
    if (top !== undefined) return printGoingOn(io, folded, { top: Number(top) });
    const { file, unfit } = withFittingDecisions(withScores === true ? folded : { ...folded, scores: [] });
    for (const decision of unfit) {
      io.stderr.write(`${commandLine.decisionLeftOut(decidedNames(file, decision))}\n`);
    }
    return printJson(io, file);
  },
};

function printGoingOn(io: CommandIo, folded: ContestFile, by: GoingOn) {
  const { file } = withFittingDecisions(folded);
  const going = whoGoesOn(file, by);
  if (!going.ok) {
    const { type, categories } = going.error;
    return refuse(io, { type, message: io.words.application.refused.goesOn[type](categories), problems: [] });
  }
  const stage = 'stage' in by ? by.stage : null;
  const { seat: seatName } = io.words.application.names;
  return printJson(io, roundContest(file, { stage, contestants: going.value, seatName }));
}

function decidedNames(file: ContestFile, decision: Decision): readonly string[] {
  return decidedContestants(decision).map((id) => file.contestants.find((each) => each.id === id)?.name ?? id);
}
