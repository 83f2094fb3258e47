/** The worker's side of document-maker.ts: makes one document out of the facts and answers with its bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import { historyWorkbook } from '../../shared/documents/workbook/history/history-sheet.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import type { WorkbookModel } from '../../shared/documents/model/workbook-model.ts';
import { historyLines } from '../../shared/documents/model/history-lines.ts';
import type { ChangeLine, ObjectionNote } from '../../shared/documents/papers/paper-frame.ts';
import { paperOf } from '../../shared/documents/papers/papers.ts';
import { paperHtml } from '../../shared/documents/text/paper-html.ts';
import { noteOf, setupOf, type Contest } from '../../shared/domain/contest.ts';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { historyOf } from '../../shared/domain/history/history.ts';
import { lockedByAnother, notesBeside, toContestFile } from '../../shared/domain/score-sheet.ts';
import type { ContestantId } from '../../shared/domain/ids.ts';
import { present } from '../../shared/lib/assert.ts';
import type { RankRecords } from '../../shared/ranking/explanation.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { isCorrectedAfterOpening, codesOf, officialCodes } from '../../shared/domain/seal.ts';
import { groupedCode } from '../../shared/say/check-code.ts';
import { wordsOf, type Words } from '../../shared/say/words.ts';
import type { DocumentJob, FactsMessage, PagesMessage } from './document-maker.ts';
import { localDay, localMoment, localOffsetMs } from './local-time.ts';
import { workbookBytes } from './workbook-writer.ts';

const job: DocumentJob = workerData;
const port = present(parentPort, 'this module runs as a worker');
const events: RecordedEvent[] = [];

port.on('message', ({ facts, isLast }: FactsMessage) => {
  events.push(...facts);
  if (isLast) void make();
});

// Without some of the facts no document is made.
port.on('messageerror', (error) => {
  throw error;
});

async function make(): Promise<void> {
  const contest = foldEvents(events);
  const bytes = job.kind === 'paper' ? await paperBytes(contest, job) : await workbookBytes(modelOf(contest, job));
  port.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
}

type PaperJob = Extract<DocumentJob, { readonly kind: 'paper' }>;

async function paperBytes(
  contest: Contest,
  { language, paper: kind, as, only, certificates, machines }: PaperJob,
): Promise<Uint8Array> {
  const words = wordsOf[language];
  const file = toContestFile(contest);
  const paper = paperOf(kind, {
    file,
    answer: rankContest(file),
    words,
    noteAt: (...of) => noteOf(contest, ...of),
    records: recordsOf(contest, words),
    lockedBy: (...of) => lockedByAnother(contest, ...of),
    only,
    certificates,
    changes: kind === 'changes' ? changesOf(contest, machines, words) : null,
    moment: (atMs) => localMoment(words, atMs),
    checkCode: officialCodes(contest)?.map(groupedCode).join(', ') ?? null,
    objections: objectionsOf(contest),
    isCorrected: isCorrectedAfterOpening(contest, events),
  });
  port.postMessage({ sections: paper.sections.length } satisfies PagesMessage);
  if (as === 'html') return new TextEncoder().encode(paperHtml(paper, words));
  // As large as the workbook's library: loaded when it is needed.
  const { paperDocx } = await import('./paper-docx.ts');
  return paperDocx(paper);
}

/** [X30] What was changed after a first lock or after the presentation. */
function changesOf(contest: Contest, machines: PaperJob['machines'], words: Words): readonly ChangeLine[] {
  const history = historyOf(contest, events, machines);
  const late = history.entries.filter(({ afterLock, afterPresentation }) => afterLock || afterPresentation);
  return historyLines(history, late, setupOf(contest), words, localOffsetMs).map((line) => {
    const [date = '', time = ''] = new Date(line.localMs).toISOString().slice(0, 19).split('T');
    return { ...line, when: `${date.split('-').toReversed().join('/')} ${time}` };
  });
}

/** What the log knows beyond the contest file: who was taken out of the ranking when and why, and when ties were decided. */
function recordsOf(contest: Contest, words: Words): RankRecords {
  const day = (atMs: number): string => localDay(words, atMs);
  const statuses = new Map<ContestantId, { when: string; reason: string | null }>();
  for (const { event, atMs } of events) {
    if (event.type !== 'contestant-status-changed') continue;
    statuses.set(event.contestant, { when: day(atMs), reason: event.reason ?? null });
  }
  return { statuses, decisions: new Map(contest.decisions.map(({ value, atMs }) => [value, day(atMs)])) };
}

/** [Z10] */
function objectionsOf(contest: Contest): readonly ObjectionNote[] {
  return contest.objections.map(({ ref, value: { by, contestant, text } }) => {
    const answer = contest.objectionAnswers.find(({ value }) => value.objection === ref)?.value ?? null;
    return { by, contestant, text, answer };
  });
}

function modelOf(contest: Contest, job: Exclude<DocumentJob, PaperJob>): WorkbookModel {
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
    (scope) => codesOf(contest, scope)?.map(groupedCode) ?? null,
  );
}
