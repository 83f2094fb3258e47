/**
 * Every paper of an event, as pages and for a word processor. Yardstick: ranking the contest that it tells of. The last figure is one
 * paper for all groups as the application makes it: facts handed to a worker, folded, ranked and written there.
 */
import { readFileSync } from 'node:fs';
import { makeDocument } from '../../electron/adapters/document-maker.ts';
import { paperDocx } from '../../electron/adapters/paper-docx.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { paperInput, type PaperInput } from '../../shared/documents/papers/paper-frame.ts';
import { paperOf } from '../../shared/documents/papers/papers.ts';
import { paperHtml } from '../../shared/documents/text/paper-html.ts';
import { paperKinds } from '../../shared/domain/document-kinds.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { Benchmark } from './benchmark.ts';
import { deliver, makeEvent, must } from './event.ts';
import { inTurns } from './measure.ts';

const sizes = {
  full: { jurors: 15, contestants: 52, criteria: 20 },
  small: { jurors: 3, contestants: 3, criteria: 2 },
} as const;

export const papers: Benchmark = {
  name: 'papers',
  about: 'every paper of 52 contestants, 15 jurors and 20 criteria, beside ranking them',
  rounds: 5,
  async run({ scale, rounds, folder }) {
    const event = await makeEvent(folder, sizes[scale]);
    await deliver(event);
    const opened = must(await openContestFolder(event.committee, { readOnly: true }));
    const [contest, events] = [opened.contest(), opened.recorded()];
    opened.close();
    const words = wordsOf.id;
    const file = toContestFile(contest);
    const picture = must(readPicture(readFileSync('tests/fixtures/certificate/bingkai.jpg').toString('base64')));
    const input: PaperInput = {
      ...paperInput(file, words),
      certificates: { to: 'participants', background: picture, form: null, isSample: false },
    };
    const made = paperKinds.map((kind) => {
      const paper = paperOf(kind, input);
      return { kind, paper, pages: paperHtml(paper, words).split('<div class="page ').length - 1 };
    });
    const job = { kind: 'paper', language: 'id', paper: 'feedback', as: 'html', only: null } as const;
    return inTurns(rounds, { name: 'ranking', run: () => rankContest(file) }, [
      ...made.map(({ kind, pages }) => ({
        name: `${kind}, ${pages} pages`,
        run: () => paperHtml(paperOf(kind, input), words),
      })),
      ...made.map(({ kind, paper }) => ({ name: `${kind} as .docx`, run: () => paperDocx(paper) })),
      {
        name: 'feedback of all groups in a worker, from the facts',
        run: () => makeDocument({ ...job, certificates: input.certificates, machines: new Map() }, events),
      },
    ]);
  },
};
