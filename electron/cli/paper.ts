/** `paper`: a paper of a contest file that is read as text, as a page for a browser or as a document for a word processor. */
import { readFile, writeFile } from 'node:fs/promises';
import { certificateRecipients, paperKinds } from '../../shared/domain/document-kinds.ts';
import { paperInput } from '../../shared/documents/papers/paper-frame.ts';
import { paperOf } from '../../shared/documents/papers/papers.ts';
import { paperHtml } from '../../shared/documents/text/paper-html.ts';
import { checkRanking } from '../../shared/ranking/decisions.ts';
import { readPicture, type Picture } from '../../shared/lib/picture.ts';
import { sayFileProblem } from '../../shared/say/files.ts';
import { languages, usualLanguage } from '../../shared/say/language.ts';
import { sayProblems } from '../../shared/say/problems.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { fileProblem } from '../adapters/file-problem.ts';
import { localMoment } from '../adapters/local-time.ts';
import { readContestFile } from '../contest/read-contest-file.ts';
import { parseOptions, printJson, refuse, usageError, type Command } from './command.ts';

export const paperCommand: Command = {
  name: 'paper',
  usage: `<contest.json> --kind ${paperKinds.join('|')} --out FILE.docx|FILE.html [--contestant ID] [--language LANG] [--to ${certificateRecipients.join('|')}] [--background FILE.jpg|FILE.png]`,
  async run(args, io) {
    const options = parseOptions(
      io,
      args,
      {
        kind: { type: 'string' },
        out: { type: 'string' },
        contestant: { type: 'string' },
        to: { type: 'string', default: 'winners' },
        background: { type: 'string' },
        language: { type: 'string', default: usualLanguage },
      },
      1,
    );
    if (options.type === 'wrong-usage') return usageError(io, paperCommand, options.message);
    const { out = '', contestant, language } = options.values;
    const { optionMissing } = io.words.commandLine;
    const kind = paperKinds.find((each) => each === options.values.kind);
    if (kind === undefined) return usageError(io, paperCommand, optionMissing(`--kind ${paperKinds.join('|')}`));
    const extension = /\.(docx|html)$/i.exec(out)?.[1]?.toLowerCase();
    if (extension === undefined) return usageError(io, paperCommand, optionMissing('--out FILE.docx|FILE.html'));
    // What papers say does not follow what the command line answers in.
    const spoken = languages.find((each) => each === language);
    if (spoken === undefined) return usageError(io, paperCommand, optionMissing(`--language ${languages.join('|')}`));
    const to = certificateRecipients.find((each) => each === options.values.to);
    if (to === undefined) {
      return usageError(io, paperCommand, optionMissing(`--to ${certificateRecipients.join('|')}`));
    }
    const contest = await readContestFile(io.words, options.positionals[0] ?? '');
    if (!contest.ok) return refuse(io, contest.error);
    const file = contest.value;
    const problems = checkRanking(file);
    if (problems.length > 0) {
      return refuse(io, {
        type: 'invalid-contest-file',
        message: io.words.commandLine.contestFileRejected,
        problems: sayProblems(io.words.problems, problems),
      });
    }
    const only = contestant === undefined ? null : file.contestants.find(({ id }) => id === contestant)?.id;
    if (only === undefined) {
      return usageError(
        io,
        paperCommand,
        io.words.commandLine.noAnswer(
          `--contestant ${contestant}`,
          file.contestants.map(({ id }) => id),
        ),
      );
    }
    const behind = options.values.background;
    const background = behind === undefined ? null : await pictureIn(behind);
    if (behind !== undefined && background === null) {
      return usageError(io, paperCommand, io.words.commandLine.noPicture(behind));
    }
    const words = wordsOf[spoken];
    const given = paperInput(file, words);
    const paper = paperOf(kind, {
      ...given,
      only,
      moment: (atMs) => localMoment(words, atMs),
      certificates: { ...given.certificates, to, background },
    });
    const bytes =
      extension === 'html'
        ? paperHtml(paper, words)
        : await (await import('../adapters/paper-docx.ts')).paperDocx(paper);
    try {
      await writeFile(out, bytes);
    } catch (error) {
      const { files } = io.words;
      const message = files.unwritable(out, sayFileProblem(files, fileProblem(error)));
      return refuse(io, { type: 'unwritable-file', message, problems: [{ path: '', message }] });
    }
    return printJson(io, { file: out, kind, sections: paper.sections.length });
  },
};

/** Null: no file, or no picture. */
async function pictureIn(file: string): Promise<Picture | null> {
  const bytes = await readFile(file).catch(() => null);
  const read = bytes === null ? null : readPicture(bytes.toString('base64'));
  return read?.ok === true ? read.value : null;
}
