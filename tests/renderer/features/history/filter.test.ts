/** [T5] Which entries the filters leave. */
import { expect, test } from 'vitest';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { historyKinds } from '../../../../shared/domain/history/about.ts';
import { historyOf, type HistoryEntry } from '../../../../shared/domain/history/history.ts';
import {
  committee,
  everything,
  filtered,
  isNarrowed,
  kindsIn,
  type HistoryFilter,
} from '../../../../renderer/features/history/filter.ts';
import { factsOfDay, foundedAtMs } from '../../../support/day-of-facts.ts';

const rubric = 'p:1';
const replaces: string[] = [];
const events = factsOfDay(
  {
    at: 1,
    seat: 'j1',
    fact: { type: 'score-set', contestant: 'k1', criterion: 'sikap', value: '80', replaces, rubric },
  },
  {
    at: 2,
    seat: 'j2',
    fact: { type: 'note-set', contestant: 'k2', stage: 't', criterion: null, text: 'Rapi', replaces },
  },
  { at: 3, fact: { type: 'stage-shown', contestant: 'k1', stage: 't' } },
  { at: 4, fact: { type: 'stage-shown', contestant: null, stage: null } },
  {
    at: 5,
    fact: { type: 'sheet-reopened', juror: 'j1', contestant: 'k1', stage: 't', locks: ['j1:1'], reason: 'salah' },
  },
  {
    at: 6,
    fact: {
      type: 'absences-recorded',
      juror: 'j2',
      absences: [{ contestant: 'k1' }, { contestant: 'k3' }],
      reason: 'pulang',
    },
  },
);
const { entries } = historyOf(foldEvents(events), events);

function left(filter: Partial<HistoryFilter>): readonly string[] {
  const textOf = (entry: (typeof entries)[number]) => JSON.stringify(entry.recorded.event).toLowerCase();
  return filtered(entries, { ...everything, ...filter }, textOf).map(({ recorded }) => recorded.ref);
}

/** As a field says it, by this laptop's clock. */
function field(minute: number, seconds?: number): string {
  const at = new Date(foundedAtMs + minute * 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return `${day}T${time}${seconds === undefined ? '' : `:${two(seconds)}`}`;
}

test('[T5] without filters everything is left', () => {
  expect(left({})).toHaveLength(events.length);
  expect(isNarrowed(everything)).toBe(false);
  expect(isNarrowed({ ...everything, to: field(1) })).toBe(true);
});

test('[T5] by person: what a seat wrote and what concerns it, or what the committee wrote', () => {
  expect(left({ person: 'j1' })).toEqual(['j1:1', 'p:4']);
  expect(left({ person: 'j2' })).toEqual(['j2:1', 'p:5']);
  expect(left({ person: committee })).toEqual(['p:1', 'p:2', 'p:3', 'p:4', 'p:5']);
});

test('[T5] seals and objections are kinds to choose from where results are sealed, or where there is one', () => {
  const seal = { kind: 'seal' } as HistoryEntry;
  expect(kindsIn({ entries: [] }, true)).toEqual(historyKinds);
  expect(kindsIn({ entries: [] }, false)).toEqual(
    historyKinds.filter((kind) => kind !== 'seal' && kind !== 'objection'),
  );
  expect(kindsIn({ entries: [seal] }, false)).toEqual(historyKinds.filter((kind) => kind !== 'objection'));
});

test('[T5] by group, also where a fact names several; by kind; by what was changed after the presentation', () => {
  expect(left({ contestant: 'k3' })).toEqual(['p:5']);
  expect(left({ contestant: 'k1' })).toEqual(['j1:1', 'p:2', 'p:4', 'p:5']);
  expect(left({ kind: 'note' })).toEqual(['j2:1']);
  expect(left({ afterPresentation: true })).toEqual(['p:4']);
});

test('[T5] by time: both ends belong to it, a minute wholly', () => {
  // The day begins at 22:13:20.
  expect(left({ from: field(3), to: field(4) })).toEqual(['p:2', 'p:3']);
  expect(left({ from: field(3, 21) })).toEqual(['p:3', 'p:4', 'p:5']);
  expect(left({ to: field(1, 19) })).toEqual(['p:1']);
  expect(left({ to: field(1, 20) })).toEqual(['p:1', 'j1:1']);
  expect(left({ from: 'bukan waktu' })).toHaveLength(events.length);
});

test('[T5] by words: all of them, whatever their case and order', () => {
  expect(left({ text: 'RAPI k2' })).toEqual(['j2:1']);
  expect(left({ text: 'rapi k1' })).toEqual([]);
  expect(left({ text: '  ' })).toHaveLength(events.length);
});

test('[T5] the filters hold together', () => {
  expect(left({ person: 'j1', kind: 'lock', contestant: 'k1', afterPresentation: true, text: 'salah' })).toEqual([
    'p:4',
  ]);
  expect(left({ person: 'j1', kind: 'note' })).toEqual([]);
});
