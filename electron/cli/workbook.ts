/** `workbook`: the official spreadsheet of a contest file, with live formulas from the raw scores to the ranks. */
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { checkRanking } from '../../shared/ranking/decisions.ts';
import { sayFileProblem } from '../../shared/say/files.ts';
import { sayProblems } from '../../shared/say/problems.ts';
import { languages, usualLanguage } from '../../shared/say/language.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { fileProblem } from '../adapters/file-problem.ts';
import { writeWorkbook } from '../adapters/workbook-writer.ts';
import { readContestFile } from '../contest/read-contest-file.ts';
import { parseOptions, printJson, refuse, usageError, type Command } from './command.ts';

export const workbookCommand: Command = {
  name: 'workbook',
  usage: '<contest.json> --out FILE.xlsx [--language LANG]',
  async run(args, io) {
    const options = parseOptions(
      io,
      args,
      { out: { type: 'string' }, language: { type: 'string', default: usualLanguage } },
      1,
    );
    if (options.type === 'wrong-usage') return usageError(io, workbookCommand, options.message);
    const { out, language } = options.values;
    if (out === undefined || out === '')
      return usageError(io, workbookCommand, io.words.commandLine.optionMissing('--out FILE.xlsx'));
    // What papers say does not follow what the command line answers in.
    const spoken = languages.find((each) => each === language);
    if (spoken === undefined)
      return usageError(io, workbookCommand, io.words.commandLine.optionMissing(`--language ${languages.join('|')}`));
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
    const model = contestWorkbook(contest.value, rankContest(contest.value), wordsOf[spoken]);
    try {
      await writeWorkbook(model, out);
    } catch (error) {
      const { files } = io.words;
      const message = files.unwritable(out, sayFileProblem(files, fileProblem(error)));
      return refuse(io, { type: 'unwritable-file', message, problems: [{ path: '', message }] });
    }
    return printJson(io, { file: out, sheets: model.sheets.map((sheet) => sheet.name) });
  },
};
