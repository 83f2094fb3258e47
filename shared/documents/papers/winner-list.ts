/** Daftar pemenang (rule X26): award, number, name, unit and result of each winner, signed by both chairs. */
import { plain, type Paper } from '../model/paper.ts';
import { contestPaper, eventLine, signatureBlocks, titleBlock, winnerTables, type PaperInput } from './paper-frame.ts';

export function winnerListPaper(input: PaperInput): Paper {
  const event = eventLine(input);
  const head = [
    titleBlock(input.file.contest.name.toUpperCase()),
    ...(event === '' ? [] : [{ type: 'paragraph' as const, runs: plain(event), align: 'center' as const }]),
  ];
  return contestPaper(input, input.words.papers.winnerList, { textSize: 11, hasLetterhead: true, head }, (plans) => [
    ...winnerTables(input, plans, { inMinutes: false }),
    ...signatureBlocks(input, { members: false }),
  ]);
}
