/** Riwayat perubahan as a paper (rule X30): what was changed after a first lock or after the presentation, a line each. */
import { capitalised } from '../../lib/capitalised.ts';
import { paperMargins, plain, type Paper, type PaperBlock } from '../model/paper.ts';
import { contestPaper, titleBlock, type ChangeLine, type PaperInput } from './paper-frame.ts';

export function changesPaper(input: PaperInput): Paper {
  const { words, file, changes } = input;
  const { changes: said } = words.papers;
  const head = [titleBlock(file.contest.name.toUpperCase())];
  const paper = contestPaper(input, said, { textSize: 11, hasLetterhead: true, head }, () => {
    if (changes === null) return [{ type: 'paragraph', runs: plain(said.elsewhere) }];
    if (changes.length === 0) return [{ type: 'paragraph', runs: plain(said.none) }];
    return [{ type: 'paragraph', runs: plain(said.intro) }, tableOf(input, changes)];
  });
  return { ...paper, page: { isAcross: true, margins: paperMargins, background: null } };
}

function tableOf({ words }: PaperInput, changes: readonly ChangeLine[]): PaperBlock {
  const { columns } = words.history.document;
  const { line } = words.documents.columns;
  return {
    type: 'table',
    look: 'small',
    columns: [
      { head: line, share: 0.05, align: 'center' },
      { head: columns.time, share: 0.09 },
      { head: columns.who, share: 0.14 },
      { head: columns.what, share: 0.24 },
      { head: columns.contestant, share: 0.15 },
      { head: columns.before, share: 0.08 },
      { head: columns.after, share: 0.08 },
      { head: columns.remark, share: 0.17 },
    ],
    rows: changes.map(({ when, texts }, index) => {
      const { who, role, machine, what, contestant, before, after, remark } = texts;
      const people = [who, role === who ? '' : role, machine].filter((text) => text !== '');
      return [String(index + 1), when, people.join('\n'), capitalised(what), contestant, before, after, remark];
    }),
  };
}
