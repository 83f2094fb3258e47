/** Daftar pemenang (rule X26): award, number, name, unit and result of each winner, signed by both chairs. */
import { plain, type Paper } from '../model/paper.ts';
import { warningBlocks } from './minutes.ts';
import {
  eventLine,
  marksOf,
  paperFrom,
  plansOf,
  signatureBlocks,
  titleBlock,
  winnerTables,
  type PaperInput,
} from './paper-frame.ts';

export function winnerListPaper(input: PaperInput): Paper {
  const { words, file } = input;
  const { winnerList: said } = words.papers;
  const plans = plansOf(input);
  const { name } = file.contest;
  const event = eventLine(input);
  return paperFrom(input, said.identity(name), 11, [
    {
      identity: said.identity(name),
      marks: marksOf(input, plans),
      hasLetterhead: true,
      blocks: [
        titleBlock(said.title),
        titleBlock(name.toUpperCase()),
        ...(event === '' ? [] : [{ type: 'paragraph' as const, runs: plain(event), align: 'center' as const }]),
        ...warningBlocks(input, plans),
        ...winnerTables(input, plans, { inMinutes: false }),
        ...signatureBlocks(input, { members: false }),
      ],
    },
  ]);
}
