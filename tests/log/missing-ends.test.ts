/** Ends of logs that were confirmed once, looked for in what is held. */
import { beforeEach, expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { present } from '../../shared/lib/assert.ts';
import { lackingEntries, lacks, missingEnds } from '../../shared/log/missing-ends.ts';
import type { EventLog, LogHead } from '../../shared/ports.ts';
import { copyOfLog, createLogWriter, type LogWriter } from '../support/log-writer.ts';

let whole: EventLog;
let writer: LogWriter;
/** The same log, of which the last two entries are lost. */
let cut: EventLog;

beforeEach(() => {
  whole = createMemoryLog();
  writer = createLogWriter(whole, 1);
  writer.write(2);
  cut = copyOfLog(whole);
  writer.write(2);
});

function endOf(log: EventLog, id = writer.id): LogHead {
  return present(log.head(id), 'it is held');
}

function endAt(seq: number): LogHead {
  const [entry] = whole.read(writer.id, seq - 1, { entries: 1, bytes: 0 });
  return { log: writer.id, seq, hash: present(entry, 'it is there').hash };
}

test('[L14] an end that is held, also in the middle of what is there, is not missing', () => {
  expect(missingEnds(whole, [endOf(whole), endAt(2)])).toEqual([]);
  expect(lacks(cut, [endOf(cut)])).toEqual([]);
});

test('[L14] of what is lost of a log the furthest end is named, with how much is held', () => {
  const ends = [endAt(3), endAt(5), endAt(4), endAt(2)];
  expect(missingEnds(cut, ends)).toEqual([endAt(5)]);
  expect(lacks(cut, ends)).toEqual([{ log: writer.id, held: 3, upTo: 5 }]);
  expect(lackingEntries(lacks(cut, ends))).toBe(2);
});

test('[L14] each log is named by itself, and what they lack is added up', () => {
  const other = createMemoryLog();
  const second = createLogWriter(other, 2);
  second.write(3);
  const found = lacks(cut, [endOf(whole), endOf(other, second.id)]);
  expect(found.map(({ log, held, upTo }) => [log, held, upTo])).toEqual([
    [writer.id, 3, 5],
    [second.id, 0, 4],
  ]);
  expect(lackingEntries(found)).toBe(2 + 4);
});

test('[L14] where another entry stands in the place of the end, that entry is lost', () => {
  const clone = copyOfLog(cut);
  writer.clonedTo(clone, () => 2_000_000).write(4);
  expect(lacks(clone, [endAt(4)])).toEqual([{ log: writer.id, held: 3, upTo: 4 }]);
});

test('[L13] what is held under the id of a branch is not missing', () => {
  const moved = copyOfLog(whole);
  moved.append([], [{ log: writer.id, fromSeq: 4, to: 'b'.repeat(26) }]);
  expect(endOf(moved).seq).toBe(3);
  expect(missingEnds(moved, [endAt(5), endAt(4)])).toEqual([]);
});
