/**
 * Random facts of every type, about few things, so that they meet. A type of fact without a generator does not compile.
 * Whatever they name (entries, devices, logs) is drawn from what the caller says is there.
 */
import fc from 'fast-check';
import { authorOf, domainEventSchema, type DomainEvent, type LogOpened } from '../../shared/domain/facts/events.ts';
import { contestOf, criterion, rubric, setupIn } from './contest-builder.ts';

type Fact = Exclude<DomainEvent, LogOpened>;
type FactOf<Type extends Fact['type']> = Extract<Fact, { readonly type: Type }>;

export interface Nameable {
  readonly refs: readonly string[];
  readonly logs: readonly string[];
  readonly devices: readonly string[];
}

/** A contest of two categories, two stages, three jurors and three contestants. */
export const sharedSetup = setupIn(
  contestOf({
    categories: [
      { id: 'c', name: 'Satu' },
      { id: 'd', name: 'Dua' },
    ],
    stages: [
      { id: 's', name: 'Risalah', weight: '40' },
      { id: 't', name: 'Presentasi', weight: '60' },
    ],
    rubrics: [
      rubric('r', 's', [criterion('isi', '60'), criterion('hasil', '40')]),
      rubric('q', 't', [criterion('sikap', '100')]),
    ],
  }),
);

/** At least one fact of every type, up to `most` of each and three times as many of the jurors', in any order. */
export function arbitraryFacts(nameable: Nameable, most: number): fc.Arbitrary<readonly Fact[]> {
  const lists = factArbitraries(nameable).map(({ type, facts }) =>
    fc.array(facts, { minLength: 1, maxLength: authorOf(type) === 'seat' ? 3 * most : most }),
  );
  return fc
    .tuple(...lists)
    .map((all) => all.flat())
    .chain((facts) => fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }));
}

function factArbitraries(nameable: Nameable): readonly { readonly type: string; readonly facts: fc.Arbitrary<Fact> }[] {
  const ref = fc.constantFrom(...nameable.refs);
  const refs = fc.uniqueArray(ref, { minLength: 1, maxLength: 3 });
  const log = fc.constantFrom(...nameable.logs);
  const device = fc.constantFrom(...nameable.devices);
  const juror = fc.constantFrom('j1', 'j2', 'j3');
  const contestant = fc.constantFrom('k1', 'k2', 'k3');
  const category = fc.constantFrom('c', 'd');
  const stage = fc.constantFrom('s', 't');
  const award = fc.constantFrom('harapan', 'suara');
  const criterionId = fc.constantFrom('isi', 'hasil', 'sikap');
  const value = fc.integer({ min: 0, max: 3 }).map(String);
  const reason = fc.constantFrom('satu', 'dua', 'tiga');
  const name = fc.constantFrom('Anggrek', 'Bougenvil');
  const status = fc.constantFrom('waiting', 'performing', 'performed', 'withdrawn', 'exhibition');
  const stages = fc.option(fc.uniqueArray(stage, { minLength: 1 }), { nil: undefined });
  const exemption = fc.record({ juror, contestant, stages, reason });
  const sealed = fc.constantFrom('kunci-a', 'kunci-b');
  const number = fc.option(fc.integer({ min: 1, max: 9 }));
  const numbers = fc.array(fc.record({ contestant, number }), { maxLength: 3 });
  const person = fc.record({ id: contestant, number, name, category, status });
  const votes = fc.uniqueArray(fc.record({ contestant, votes: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 2,
    selector: (each) => each.contestant,
  });
  const timer = { contestant, stage, part: fc.nat(2), elapsedMs: fc.nat(9) };
  const opened = fc.option(fc.uniqueArray(ref, { maxLength: 2 }), { nil: undefined });
  const replaces = fc.uniqueArray(ref, { maxLength: 2 });
  const key = fc.constantFrom('a'.repeat(52), 'b'.repeat(52));
  const sealCode = fc.constantFrom('0'.repeat(16), 'Z'.repeat(16));
  const scope = fc.constantFrom('c', '*' as const);
  const some = <Item>(items: readonly Item[]) => fc.constantFrom(items, items.toReversed());

  const all: { readonly [Type in Fact['type']]: fc.Arbitrary<Omit<FactOf<Type>, 'type'>> } = {
    'contest-founded': fc.record({ setup: fc.constant(sharedSetup), rehearsal: fc.boolean(), format: fc.constant(3) }),
    'info-changed': fc.record({ contest: fc.record({ name }) }),
    'categories-changed': fc.record({ categories: some(sharedSetup.categories).map((list) => [...list]) }),
    'stages-changed': fc.record({ stages: some(sharedSetup.stages).map((list) => [...list]) }),
    'rubrics-changed': fc.record({ rubrics: some(sharedSetup.rubrics).map((list) => [...list]) }),
    'jurors-changed': fc.record({ jurors: some(sharedSetup.jurors).map((list) => list.slice(0, 2)) }),
    'rules-changed': fc.record({ rules: fc.constantFrom(1, 2, 3).map((places) => ({ ...sharedSetup.rules, places })) }),
    'awards-changed': fc.record({
      awards: name.map((text) => [{ kind: 'places' as const, id: 'harapan', name: text, from: 4, count: 1 }]),
    }),
    'programme-changed': fc.record({
      programme: name.map((title) => [{ type: 'text' as const, id: 'sambutan', title }]),
    }),
    'contestants-changed': fc.record({
      put: fc.uniqueArray(person, { maxLength: 2, selector: ({ id }) => id }),
      removed: fc.uniqueArray(contestant, { maxLength: 1 }),
      reason: fc.option(reason, { nil: undefined }),
      locks: fc.option(refs, { nil: undefined }),
    }),
    'contestant-status-changed': fc.record({ contestant, status, locks: fc.option(refs, { nil: undefined }) }),
    'sheets-set-aside': fc.record({ contestant, refs, reason }),
    'set-aside-cancelled': fc.record({ setAside: ref, reason }),
    'former-name-recorded': fc.record({ contestant, name, locks: refs, reason }),
    'order-changed': fc.record({ numbers }),
    'lots-drawn': fc.record({ category: fc.option(category), seed: name, numbers }),
    'stage-shown': fc.record({
      contestant: fc.option(contestant),
      stage: fc.option(stage),
      undoes: fc.option(ref, { nil: undefined }),
    }),
    'timer-started': fc.record(timer),
    'timer-stopped': fc.record(timer),
    'round-closed': fc.record({
      category,
      stage,
      advanced: fc.uniqueArray(contestant, { maxLength: 2 }),
      out: fc.uniqueArray(contestant, { maxLength: 2 }),
      replaces,
      reason: fc.option(reason, { nil: undefined }),
    }),
    'stage-order-set': fc.record({
      category,
      stage,
      how: fc.constantFrom('lots' as const, 'same' as const, 'best-last' as const),
      seed: fc.option(name, { nil: undefined }),
      order: fc.uniqueArray(contestant, { maxLength: 2 }),
    }),
    'tally-entered': fc.record({ award, by: name, votes, reason: fc.option(reason, { nil: undefined }) }),
    'tally-settled': fc.record({ award, entries: refs, votes, reason }),
    'tally-withdrawn': fc.record({ award, entries: refs, reason }),
    'round-reopened': fc.record({ closings: refs, reason }),
    'penalty-added': fc.record({ penalty: fc.record({ contestant, points: value, reason }) }),
    'penalty-cancelled': fc.record({ penalty: ref, reason }),
    'absence-recorded': fc.record({ absence: exemption }),
    'absences-recorded': fc.record({
      juror,
      absences: fc.array(fc.record({ contestant, stages }), { minLength: 1, maxLength: 3 }),
      reason,
    }),
    'absence-cancelled': fc.record({ absence: ref, reason }),
    'calibration-shown': fc.record({
      contestant,
      values: fc.array(fc.record({ criterion: criterionId, values: fc.array(value, { maxLength: 3 }) }), {
        maxLength: 2,
      }),
    }),
    'juror-kept': fc.record({ juror, contestant, reason }),
    'readers-assigned': fc.record({
      stage,
      readers: fc.uniqueArray(
        fc.record({ contestant, jurors: fc.uniqueArray(juror, { minLength: 1, maxLength: 3 }) }),
        { maxLength: 3, selector: (each) => each.contestant },
      ),
    }),
    'recusal-recorded': fc.record({ recusal: exemption }),
    'recusal-cancelled': fc.record({ recusal: ref, reason }),
    'sheet-reopened': fc.record({ juror, contestant, stage, locks: refs, reason }),
    'sign-off-reopened': fc.record(
      {
        juror,
        category,
        signOffs: refs,
        reason,
        because: fc.record({ type: fc.constantFrom('judged-again', 'came-in'), contestants: fc.array(contestant) }),
      },
      { requiredKeys: ['juror', 'category', 'signOffs', 'reason'] },
    ),
    'reopening-refused': fc.record({ request: ref, reason }),
    'message-sent': fc.record({ to: juror, text: reason }),
    'decision-recorded': fc.record({
      decision: fc.record({
        kind: fc.constant('joint' as const),
        category,
        contestants: fc.constant(['k1', 'k2']).map((ids) => [...ids]),
        reason,
      }),
    }),
    'decision-cancelled': fc.record({ decision: ref, reason }),
    'announcement-confirmed': fc.record({
      confirmation: fc.record({ category, unsigned: juror.map((id) => [{ juror: id, name: 'Juri' }]) }),
    }),
    'seal-proposed': fc.record({
      code: sealCode,
      scope,
      digest: key,
      previous: fc.constant(null),
      covers: fc.array(fc.record({ log, seq: fc.integer({ min: 1, max: 6 }), hash: key }), { maxLength: 2 }),
    }),
    'seal-approved': fc.record({ code: sealCode, confirmed: ref, opening: fc.option(ref, { nil: undefined }) }),
    'seal-opening-proposed': fc.record({ code: sealCode, reason }),
    'scores-opened': fc.record({
      ends: fc.array(fc.record({ log, seq: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 }),
      keys: fc.array(fc.record({ log, key }), { maxLength: 3 }),
      agreed: fc.option(ref, { nil: undefined }),
    }),
    'remark-made': fc.record({ category, contestant: fc.option(contestant, { nil: undefined }), text: reason }),
    'objection-entered': fc.record({ by: name, category: scope, contestant: fc.option(contestant), text: reason }),
    'objection-answered': fc.record({
      objection: ref,
      answer: reason,
      outcome: fc.constantFrom('accepted' as const, 'rejected' as const),
    }),
    'device-admitted': fc.record({ device, signingKey: key, boxKey: key, seat: juror, machine: name }),
    'device-revoked': fc.record({
      device,
      upTo: fc.array(fc.record({ log, seq: fc.nat(6), hash: fc.constant('x') }), { maxLength: 2 }),
      reason,
    }),
    'data-keys-shared': fc.record({
      device,
      keys: fc.array(fc.record({ log, sealed }), { minLength: 1, maxLength: 2 }),
    }),
    'contest-key-set': fc.record({
      hash: key,
      wraps: fc.array(fc.record({ boxKey: key, sealed }), { maxLength: 2 }),
      earlier: fc.array(fc.record({ hash: key, sealed }), { maxLength: 2 }),
    }),
    'score-set': fc.record({
      contestant,
      criterion: criterionId,
      value: fc.option(value),
      replaces,
      rubric: ref,
      from: fc.option(contestant, { nil: undefined }),
    }),
    'note-set': fc.record({ contestant, stage, criterion: fc.option(criterionId), text: name, replaces }),
    'sheet-locked': fc.record({
      contestant,
      stage,
      values: fc.oneof(fc.record({ isi: value, hasil: value }), fc.record({ sikap: value })),
      rubric: ref,
      after: opened,
      by: fc.option(fc.record({ name }), { nil: undefined }),
      named: fc.option(fc.record({ name }), { nil: undefined }),
    }),
    recused: fc.record({ contestant, stages, reason }),
    'recusal-withdrawn': fc.record({ recusal: ref, reason }),
    'category-signed-off': fc.record({ category, locks: refs }),
    'reopening-asked': fc.record({ contestant, stage, locks: refs, reason }),
    'pact-accepted': fc.record({ text: key, by: fc.record({ name }) }),
    'message-seen': fc.record({ message: ref }),
    'opening-agreed': fc.record({ reason }),
    'seal-confirmed': fc.record({ code: sealCode, digest: key, opening: fc.option(ref, { nil: undefined }) }),
  };
  return Object.entries(all).map(([type, fields]: readonly [string, fc.Arbitrary<object>]) => ({
    type,
    facts: fields.map((each) => {
      const fact = domainEventSchema.parse({ type, ...each });
      if (fact.type === 'log-opened') throw new Error('opens a log, and stands first in it');
      return fact;
    }),
  }));
}
