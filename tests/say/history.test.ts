/** A sentence for every fact, in every language, and the same words of the document. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DomainEvent, RecordedEvent } from '../../shared/domain/facts/events.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { historyOf } from '../../shared/domain/history/history.ts';
import { sayEntry, type SaidEntry } from '../../shared/say/history.ts';
import { languages, type Language } from '../../shared/say/language.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { arbitraryFacts, sharedSetup } from '../support/arbitrary-facts.ts';
import { factsOfDay, placesOfDay, recordedIn, type Wrote } from '../support/day-of-facts.ts';

const room = { changes: 3, letters: 40 };

function said(language: Language, events: readonly RecordedEvent[]): readonly SaidEntry[] {
  const history = historyOf(foldEvents(events), events);
  return history.entries.map((entry) => sayEntry(wordsOf[language], history, entry, room));
}

const lastOf = (language: Language, ...wrote: readonly Wrote[]) => said(language, factsOfDay(...wrote)).at(-1);

const score = (value: string | null, replaces: readonly string[] = []): DomainEvent => ({
  type: 'score-set',
  contestant: 'k1',
  criterion: 'sikap',
  value,
  replaces: [...replaces],
  rubric: 'p:1',
});
const seat = (at: number, fact: RecordedEvent['event']): Wrote => ({ at, seat: 'j1', fact });

test.each(languages)('[T2] facts of every kind have a sentence of their own in %s, whatever they name', (language) => {
  const beyond: readonly Wrote[] = [
    seat(1, { type: 'unapplied', reason: 'unknown-event', name: 'of-tomorrow' }),
    seat(2, { type: 'log-forked', seat: 'j1' }),
    seat(3, {
      type: 'log-opened',
      role: 'seat',
      seat: 'j1',
      signingKey: 'a'.repeat(52),
      boxKey: 'a'.repeat(52),
      nonce: 'a'.repeat(26),
      dataKey: null,
      machine: 'Laptop 1',
      application: '1.0',
    }),
  ];
  const property = fc.property(arbitraryFacts(placesOfDay, 2), (facts) => {
    const events = [...recordedIn(facts), ...factsOfDay(...beyond).slice(1)];
    const lines = said(language, events);
    expect(lines).toHaveLength(events.length);
    for (const { what } of lines) {
      expect(what).toMatch(/^\p{Ll}.{5,}$/su);
      expect(what).not.toMatch(/undefined|null|NaN|\[object|  |: $/);
    }
    const kinds = new Set<string>(events.map(({ event }) => event.type));
    expect(Object.keys(wordsOf[language].history.facts).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
  fc.assert(property, { numRuns: 40 });
});

test('[T2] a score says from what to what, in the numbers of the language', () => {
  const changed = [seat(1, score('80.5')), seat(2, score('85', ['j1:1']))];
  expect(lastOf('id', seat(1, score('80.5')))?.what).toBe('memberi nilai 80,5 untuk Kriteria sikap');
  expect(lastOf('id', ...changed)).toMatchObject({
    what: 'mengubah nilai Kriteria sikap dari 80,5 menjadi 85',
    before: '80,5',
    after: '85',
  });
  expect(lastOf('en', ...changed)?.what).toBe('changed the score for Kriteria sikap from 80.5 to 85');
  expect(lastOf('id', ...changed, seat(3, score(null, ['j1:2'])))?.what).toBe(
    'mengosongkan nilai Kriteria sikap, tadinya 85',
  );
});

test('[T2] a long note is cut in the sentence and whole beside it; a removed one says so', () => {
  const text = `Sangat baik. ${'Alasan panjang. '.repeat(10)}`.trim();
  const note = { type: 'note-set', contestant: 'k1', stage: 't', criterion: null, text, replaces: [] } as const;
  const line = lastOf('id', seat(1, { ...note, replaces: [] }));
  expect(line?.what).toBe('menulis catatan pada lembar Presentasi: “Sangat baik. Alasan panjang. Alasan panj…”');
  expect(line?.after).toBe(text);
  const removed = seat(2, { ...note, text: '', replaces: ['j1:1'] });
  expect(lastOf('id', seat(1, { ...note, replaces: [] }), removed)).toMatchObject({
    what: 'menghapus catatan pada lembar Presentasi',
    before: text,
    after: '',
  });
});

test('[T2] what opens a lock names sheet and juror, and the reason as it was given', () => {
  const opened: Wrote = {
    at: 1,
    fact: { type: 'sheet-reopened', juror: 'j2', contestant: 'k1', stage: 't', locks: ['j2:1'], reason: 'salah ketik' },
  };
  expect(lastOf('id', opened)).toMatchObject({
    what: 'membuka kunci lembar Presentasi milik Juri 2 (contoh)',
    reason: 'salah ketik',
  });
  expect(lastOf('en', opened)?.what).toBe('unlocked the Presentasi sheet of Juri 2 (contoh)');
});

test('[T2] a change of the setup says which fields of what, three of them, and counts the others', () => {
  const rubrics = sharedSetup.rubrics.map((rubric) => ({
    ...rubric,
    criteria: rubric.criteria.map((one) => ({ ...one, weight: '12.5', max: '10' })),
  }));
  expect(lastOf('id', { at: 1, fact: { type: 'rubrics-changed', rubrics } })?.what).toBe(
    'mengubah rubrik: kriteria Kriteria isi: bobot 60 → 12,5; kriteria Kriteria isi: nilai tertinggi 100 → 10; kriteria Kriteria hasil: bobot 40 → 12,5; 3 perubahan lain',
  );
  const jurors = sharedSetup.jurors.slice(0, 2).map((juror) => ({ ...juror, title: 'Pembina' }));
  expect(lastOf('en', { at: 1, fact: { type: 'jurors-changed', jurors } })?.what).toBe(
    'changed the list of jurors: juror Juri 1 (contoh): title empty → Pembina; juror Juri 2 (contoh): title empty → Pembina; juror Juri 3 (contoh) removed',
  );
});

test('[T2] a state says what it was before; the timer where it stood', () => {
  const status: Wrote = { at: 1, fact: { type: 'contestant-status-changed', contestant: 'k1', status: 'withdrawn' } };
  expect(lastOf('id', status)).toMatchObject({
    what: 'mengubah keadaan peserta dari sudah tampil menjadi mengundurkan diri',
    before: 'sudah tampil',
    after: 'mengundurkan diri',
  });
  const stopped = { type: 'timer-stopped', contestant: 'k1', stage: 't', part: 0, elapsedMs: 3_723_999 } as const;
  expect(lastOf('id', { at: 1, fact: stopped })?.what).toBe('menghentikan waktu Presentasi pada 1:02:03');
});

test('[T4] what has no effect says why', () => {
  const line = lastOf('id', seat(1, { type: 'unapplied', reason: 'revoked-device', name: 'score-set' }));
  expect(line).toMatchObject({
    what: 'mencatat sesuatu yang tidak dipakai (score-set)',
    unused: 'Disimpan, tidak dipakai: laptopnya sudah dicabut.',
  });
});
