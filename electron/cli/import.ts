/** `import`: reads a spreadsheet as the import screen does and shows the rows with their problems; nothing is written. */
import { columnIndex } from '../../shared/import/grid.ts';
import { findTable } from '../../shared/import/find-table.ts';
import { importFields } from '../../shared/import/header-words.ts';
import {
  importQuestionTypes,
  type ImportAnswers,
  type ImportField,
  type ImportProblem,
  type ImportQuestion,
  type ManualMapping,
} from '../../shared/import/types.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { CommandLineWords } from '../../shared/say/command-line.ts';
import { saySpreadsheetRefusal } from '../../shared/say/files.ts';
import { sayChoice, sayImportProblem, sayImportRefusal, saySighting } from '../../shared/say/importing.ts';
import { readSpreadsheetFile } from '../adapters/spreadsheet-reader.ts';
import { readContestFile } from '../contest/read-contest-file.ts';
import { parseOptions, printJson, refuse, usageError, type Command, type CommandIo } from './command.ts';

export const importCommand: Command = {
  name: 'import',
  usage: '<sheet> [--sheet NAME] [--map number=A,name=B,...] [--answer TYPE=CHOICE]... [--contest FILE]',
  async run(args, io) {
    const flags = {
      sheet: { type: 'string' },
      map: { type: 'string' },
      contest: { type: 'string' },
      answer: { type: 'string', multiple: true },
    } as const;
    const options = parseOptions(io, args, flags, 1);
    if (options.type === 'wrong-usage') return usageError(io, importCommand, options.message);
    const mapping = parseMapping(io.words.commandLine, options.values.map ?? '');
    if (!mapping.ok) return usageError(io, importCommand, mapping.error);
    const answers = parseAnswers(io.words.commandLine, options.values.answer ?? []);
    if (!answers.ok) return usageError(io, importCommand, answers.error);

    const contest =
      options.values.contest === undefined ? null : await readContestFile(io.words, options.values.contest);
    if (contest !== null && !contest.ok) return refuse(io, contest.error);
    const grids = await readSpreadsheetFile(options.positionals[0] ?? '');
    if (!grids.ok) {
      const message = saySpreadsheetRefusal(io.words.files, grids.error);
      return refuse(io, { type: grids.error.type, message, problems: [{ path: '', message }] });
    }
    const table = findTable(grids.value, {
      ...(options.values.sheet === undefined ? {} : { sheet: options.values.sheet }),
      mapping: mapping.value,
      answers: answers.value,
      ...(contest === null ? {} : { categories: contest.value.categories }),
    });
    if (!table.ok) {
      const message = sayImportRefusal(io.words.importing, table.error);
      return refuse(io, { type: table.error.type, message, problems: [{ path: '', message }] });
    }
    const { sheet, sheets, headerRow, mapping: found, rows, unusedColumns } = table.value;
    const problems = table.value.problems.map((problem) => said(io, problem));
    const questions = table.value.questions.map((question) => asked(io, question));
    return printJson(io, { sheet, sheets, headerRow, mapping: found, rows, problems, questions, unusedColumns });
  },
};

function said({ words }: CommandIo, problem: ImportProblem) {
  const { row, sheet, field, type } = problem;
  const place = sheet === undefined ? { row } : { row, sheet };
  return { ...place, field, type, message: sayImportProblem(words.importing, problem) };
}

function asked({ words }: CommandIo, { type, seen, meanings, ...question }: ImportQuestion) {
  const labels = question.choices.map((choice) => [choice, sayChoice(words.importing, { meanings }, choice)] as const);
  return { type, message: saySighting(words.importing, seen), ...question, labels: Object.fromEntries(labels) };
}

/** `number=A,name=B`; `title=` says that there is no such column. */
function parseMapping(words: CommandLineWords, text: string): Result<ManualMapping, string> {
  const mapping: { [Field in ImportField]?: string } = {};
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    const [name = '', letters = '', ...surplus] = part.split('=').map((piece) => piece.trim());
    const field = importFields.find((candidate) => candidate === name);
    if (field === undefined) return err(words.unknownColumn(name, importFields));
    const isLetters = letters === '' || columnIndex(letters) !== null;
    if (surplus.length > 0 || !part.includes('=') || !isLetters) return err(words.noColumnLetter(part));
    mapping[field] = letters.toUpperCase();
  }
  return ok(mapping);
}

/** `sheets=together`, each type at most once; whether the choice exists only the reading can tell. */
function parseAnswers(words: CommandLineWords, texts: readonly string[]): Result<ImportAnswers, string> {
  const answers: { -readonly [Type in keyof ImportAnswers]: ImportAnswers[Type] } = {};
  for (const text of texts) {
    const place = text.indexOf('=');
    const type = importQuestionTypes.find((known) => known === text.slice(0, place));
    if (type === undefined || place + 1 >= text.length) {
      return err(words.noAnswer(text, importQuestionTypes));
    }
    answers[type] = text.slice(place + 1);
  }
  return ok(answers);
}
