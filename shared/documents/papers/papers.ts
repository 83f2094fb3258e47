/** Every paper that is read as text, by its kind: pure functions of a contest file and its ranking. */
import type { PaperKind } from '../../domain/document-kinds.ts';
import { withFittingDecisions } from '../../ranking/decisions.ts';
import type { Paper } from '../model/paper.ts';
import { certificatesPaper } from './certificates.ts';
import { changesPaper } from './changes.ts';
import { decreeAnnexPaper } from './decree-annex.ts';
import { feedbackPaper } from './feedback.ts';
import { minutesPaper } from './minutes.ts';
import type { PaperInput } from './paper-frame.ts';
import { reasonsPaper } from './reasons.ts';
import { winnerListPaper } from './winner-list.ts';

const papers: Readonly<Record<PaperKind, (input: PaperInput) => Paper>> = {
  minutes: minutesPaper,
  'decree-annex': decreeAnnexPaper,
  'winner-list': winnerListPaper,
  reasons: reasonsPaper,
  feedback: feedbackPaper,
  certificates: certificatesPaper,
  changes: changesPaper,
};

/** A recorded decision that fits no tie any more decides nothing (R19), and no paper tells of it. */
export function paperOf(kind: PaperKind, input: PaperInput): Paper {
  return papers[kind]({ ...input, file: withFittingDecisions(input.file).file });
}
