/** Workbooks are made in a worker, out of the facts alone, and meanwhile everything else goes on. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { makeDocument } from '../../electron/adapters/document-maker.ts';
import { workbookBytes } from '../../electron/adapters/workbook-writer.ts';
import { historyWorkbook } from '../../shared/documents/workbook/history/history-sheet.ts';
import { paperInput } from '../../shared/documents/papers/paper-frame.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { setupOf } from '../../shared/domain/contest.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { historyOf } from '../../shared/domain/history/history.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { present } from '../../shared/lib/assert.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { factsOfDay, type Wrote } from '../support/day-of-facts.ts';

/** Two jurors in turn, each changing the own score again and again. */
const scores = Array.from({ length: 2500 }, (_, index): Wrote => {
  const seat = index % 2 === 0 ? 'j1' : 'j2';
  return {
    at: index,
    seat,
    fact: {
      type: 'score-set',
      contestant: 'k1',
      criterion: 'sikap',
      value: String(index % 90),
      replaces: index < 2 ? [] : [`${seat}:${Math.floor(index / 2)}`],
      rubric: 'p:1',
    },
  };
});
const events = factsOfDay(...scores);
const machines = new Map([
  ['p', 'LAPTOP-PANITIA'],
  ['j1', 'LAPTOP-SATU'],
]);

test('[X23] the history that a worker makes is the one of the facts, whole or chosen, in the language of the documents', async () => {
  const contest = foldEvents(events);
  const history = historyOf(contest, events, machines);
  const localOffsetMs = (atMs: number) => -new Date(atMs).getTimezoneOffset() * 60_000;
  const expected = (entries: typeof history.entries, language: 'id' | 'en') =>
    workbookBytes(historyWorkbook(setupOf(contest), history, entries, wordsOf[language], localOffsetMs));
  let turns = 0;
  const beat = setInterval(() => (turns += 1), 1);
  const whole = await makeDocument({ kind: 'history', language: 'id', refs: null, machines }, events);
  clearInterval(beat);
  // Made here, it would be one task: no turn before it ends.
  expect(turns).toBeGreaterThan(10);
  expect(textsOf(whole)).toEqual(textsOf(await expected(history.entries, 'id')));
  expect(Object.values(textsOf(whole)).join()).toMatch(/LAPTOP-SATU/);
  const refs = ['j1:3', 'j2:2'];
  const some = await makeDocument({ kind: 'history', language: 'en', refs, machines }, events);
  const chosen = history.entries.filter(({ recorded }) => refs.includes(recorded.ref));
  expect(chosen).toHaveLength(2);
  expect(textsOf(some)).toEqual(textsOf(await expected(chosen, 'en')));
});

test('[X6] the workbook that a worker makes is the one of the contest', async () => {
  const file = toContestFile(foldEvents(events));
  const made = await makeDocument({ kind: 'workbook', language: 'id' }, events);
  const here = await workbookBytes(contestWorkbook(file, rankContest(file), wordsOf.id));
  expect(textsOf(made)).toEqual(textsOf(here));
});

test('a worker that fails is told, and leaves nobody waiting', async () => {
  await expect(makeDocument({ kind: 'history', language: 'id', refs: null, machines }, [])).rejects.toThrow();
});

test('a message that cannot be read fails the document, on either side', async () => {
  const unread = new Error('cannot be read');
  process.once('worker', (worker) => worker.once('online', () => worker.emit('messageerror', unread)));
  await expect(makeDocument({ kind: 'workbook', language: 'id' }, events)).rejects.toThrow('cannot be read');
  const from = JSON.stringify(new URL('../../electron/adapters/document-worker.ts', import.meta.url).href);
  const told =
    "const { parentPort } = require('node:worker_threads'); parentPort.emit('messageerror', new Error('cannot be read'))";
  const failing = new Worker(
    `import(${from}).then(() => { ${told}; setImmediate(() => parentPort.postMessage('goes on')); })`,
    {
      eval: true,
      execArgv: [],
      workerData: { kind: 'workbook', language: 'id' },
    },
  );
  await expect(once(failing, 'message')).rejects.toThrow('cannot be read');
});

/** What stands in the file but the moment at which it was made. */
test('[X30] the history of changes that a worker makes has what came after the first lock, by the local clock', async () => {
  const lock = (value: string, after: readonly string[]): Wrote['fact'] => ({
    type: 'sheet-locked',
    contestant: 'k1',
    stage: 't',
    values: { sikap: value },
    rubric: 'p:1',
    after: [...after],
  });
  const day = factsOfDay(
    { at: 1, seat: 'j1', fact: lock('80', []) },
    {
      at: 2,
      fact: {
        type: 'sheet-reopened',
        juror: 'j1',
        contestant: 'k1',
        stage: 't',
        locks: ['j1:1'],
        reason: 'salah ketik',
      },
    },
    { at: 3, seat: 'j1', fact: lock('85', ['j1:1']) },
  );
  const { certificates } = paperInput(toContestFile(foldEvents(day)), wordsOf.id);
  const job = {
    kind: 'paper',
    language: 'id',
    paper: 'changes',
    as: 'html',
    only: null,
    certificates,
    machines,
  } as const;
  const html = new TextDecoder().decode(await makeDocument(job, day));
  const rows = html.split('<tbody>')[1]?.split('<tr>').slice(1) ?? [];
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain('salah ketik');
  expect(rows[1]).toContain('LAPTOP-SATU');
  const { atMs } = present(day[2], 'the opening');
  const [date = '', time = ''] = new Date(atMs).toLocaleString('sv').split(' ');
  expect(rows[0]).toContain(`${date.split('-').toReversed().join('/')} ${time}`);
});

function textsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name !== 'docProps/core.xml');
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
}
