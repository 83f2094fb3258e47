/** [T6] A juror's history of one own sheet: everything about it, and nothing of another juror or sheet. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DomainEvent } from '../../shared/domain/facts/events.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { historyOf } from '../../shared/domain/history/history.ts';
import { sheetHistory } from '../../shared/domain/history/own-sheet.ts';
import { arbitraryFacts } from '../support/arbitrary-facts.ts';
import { factsOfDay, placesOfDay, recordedIn, type Wrote } from '../support/day-of-facts.ts';

const place = { juror: 'j1', contestant: 'k1', stage: 't' } as const;
const score = (value: string, contestant = 'k1'): DomainEvent => ({
  type: 'score-set',
  contestant,
  criterion: 'sikap',
  value,
  replaces: [],
  rubric: 'p:1',
});
const lock = (contestant = 'k1'): DomainEvent => ({
  type: 'sheet-locked',
  contestant,
  stage: 't',
  rubric: 'p:1',
  values: { sikap: '80' },
});
const reopened = (juror: string, locks: readonly string[]): DomainEvent => ({
  type: 'sheet-reopened',
  juror,
  contestant: 'k1',
  stage: 't',
  reason: 'Salah ketik (contoh)',
  locks: [...locks],
});

function refsOf(...wrote: readonly Wrote[]): readonly string[] {
  const events = factsOfDay(...wrote);
  return sheetHistory(historyOf(foldEvents(events), events), place).map(({ recorded }) => recorded.ref);
}

test('[T6] is what the juror did on this sheet and what the committee did to it', () => {
  expect(
    refsOf(
      { at: 1, seat: 'j1', fact: score('80') },
      { at: 2, seat: 'j1', fact: score('70', 'k2') },
      { at: 3, seat: 'j2', fact: score('60') },
      { at: 4, seat: 'j1', fact: lock() },
      { at: 5, seat: 'j2', fact: lock() },
      { at: 6, fact: reopened('j2', ['j2:2']) },
      { at: 7, fact: reopened('j1', ['j1:3']) },
      { at: 8, fact: { type: 'message-sent', to: 'j1', text: 'Mohon kunci nomor 5.' } },
    ),
  ).toEqual(['j1:1', 'j1:3', 'p:3']);
});

test('[T6] has the sign-off that holds its lock, and its opening; not those of other sheets', () => {
  expect(
    refsOf(
      { at: 1, seat: 'j1', fact: lock() },
      { at: 2, seat: 'j1', fact: lock('k2') },
      { at: 3, seat: 'j1', fact: { type: 'category-signed-off', category: 'a', locks: ['j1:2'] } },
      { at: 4, seat: 'j1', fact: { type: 'category-signed-off', category: 'a', locks: ['j1:1', 'j1:2'] } },
      {
        at: 5,
        fact: { type: 'sign-off-reopened', juror: 'j1', category: 'a', reason: 'Sanggahan', signOffs: ['j1:4'] },
      },
    ),
  ).toEqual(['j1:1', 'j1:4', 'p:2']);
});

test('[T6] tells of what was set aside only how much was of this sheet, also where the clocks disagree', () => {
  const events = factsOfDay(
    { at: 5, seat: 'j1', fact: score('80') },
    { at: 1, seat: 'j2', fact: score('60') },
    {
      at: 2,
      fact: { type: 'sheets-set-aside', contestant: 'k1', reason: 'Pindah kategori', refs: ['j1:1', 'j2:1'] },
    },
    { at: 3, fact: { type: 'set-aside-cancelled', setAside: 'p:2', reason: 'Keliru' } },
  );
  const entries = sheetHistory(historyOf(foldEvents(events), events), place);
  expect(entries.map(({ recorded }) => recorded.ref)).toEqual(['p:2', 'p:3', 'j1:1']);
  expect(entries[0]?.recorded.event).toMatchObject({ refs: ['j1:1'] });
});

test('[T6] never has a fact of another juror, nor one that names another', () => {
  const property = fc.property(arbitraryFacts(placesOfDay, 2), (facts) => {
    const events = recordedIn(facts);
    for (const { recorded, seat, of } of sheetHistory(historyOf(foldEvents(events), events), place)) {
      const { author, event } = recorded;
      expect(author.role === 'committee' || author.seat === 'j1').toBe(true);
      if (event.type === 'sheets-set-aside' || event.type === 'set-aside-cancelled') {
        const writers = of.map((ref) => events.find((each) => each.ref === ref)?.author);
        expect(writers.some((each) => each?.role === 'seat' && each.seat !== 'j1')).toBe(false);
      } else expect(author.role === 'seat' || seat === 'j1').toBe(true);
    }
  });
  fc.assert(property, { numRuns: 200 });
});
