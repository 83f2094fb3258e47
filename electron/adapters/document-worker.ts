/** The worker's side of document-maker.ts: makes one workbook out of the facts and answers with its bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import { historyWorkbook } from '../../shared/documents/workbook/history/history-sheet.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import type { WorkbookModel } from '../../shared/documents/model/workbook-model.ts';
import { setupOf, type Contest } from '../../shared/domain/contest.ts';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { historyOf } from '../../shared/domain/history/history.ts';
import { lockedByAnother, notesBeside, toContestFile } from '../../shared/domain/score-sheet.ts';
import { present } from '../../shared/lib/assert.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { DocumentJob, FactsMessage } from './document-maker.ts';
import { workbookBytes } from './workbook-writer.ts';

const job: DocumentJob = workerData;
const port = present(parentPort, 'this module runs as a worker');
const events: RecordedEvent[] = [];

port.on('message', ({ facts, isLast }: FactsMessage) => {
  events.push(...facts);
  if (isLast) void make();
});

async function make(): Promise<void> {
  const bytes = await workbookBytes(modelOf(foldEvents(events)));
  port.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
}

function modelOf(contest: Contest): WorkbookModel {
  const words = wordsOf[job.language];
  if (job.kind === 'history') {
    const history = historyOf(contest, events, job.machines);
    const wanted = job.refs === null ? null : new Set<string>(job.refs);
    const entries = history.entries.filter(({ recorded }) => wanted === null || wanted.has(recorded.ref));
    return historyWorkbook(setupOf(contest), history, entries, words, localOffsetMs);
  }
  const file = toContestFile(contest);
  return contestWorkbook(
    file,
    rankContest(file),
    words,
    (...of) => notesBeside(contest, ...of),
    (...of) => lockedByAnother(contest, ...of),
  );
}

/** How far this laptop's clock is ahead of UTC at that moment. */
function localOffsetMs(atMs: number): number {
  return -new Date(atMs).getTimezoneOffset() * 60_000;
}
