import { expect, test } from 'vitest';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { setupOf } from '../../shared/domain/contest.ts';
import { contestSetupSchema, type ContestSetup } from '../../shared/domain/setup/contest-file.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import { applyEvents, foldEvents } from '../../shared/domain/facts/evolve.ts';
import type { Author, DomainEvent, RecordedEvent } from '../../shared/domain/facts/events.ts';

const committee: Author = { role: 'committee', device: 'c'.repeat(26) };
const seat: Author = { role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) };
const before: ContestSetup = contestSetupSchema.parse({
  contest: { name: 'Gelar (contoh)' },
  categories: [{ id: 'umum', name: 'Umum' }],
  stages: [{ id: 'lama', name: 'Lama', weight: '100' }],
  rubrics: [{ id: 'r-lama', stage: 'lama', criteria: [criterion('isi')] }],
  jurors: [{ id: 'juri-1', name: 'Juri 1 (contoh)' }],
  contestants: [{ id: 'melati', number: 1, name: 'KBK Melati', category: 'umum', status: 'waiting' }],
  rules: { method: 'mean', tieBreak: ['stage:lama', 'criterion:isi'] },
});
const exchange: Command = {
  type: 'change-setup',
  stages: [{ id: 'baru', name: 'Baru', weight: '100' }],
  rubrics: [{ id: 'r-baru', stage: 'baru', multiplier: '1', criteria: [criterion('hasil')] }],
  rules: { ...before.rules, tieBreak: ['stage:baru', 'criterion:hasil', 'chair'] },
};

test('[D3] a stage, its rubric and the rules that name it are exchanged in one go', () => {
  const contest = founded();
  const decision = decide(contest, committee, exchange);
  expect(decision.ok).toBe(true);
  if (!decision.ok) return;
  expect(decision.value.map(({ type }) => type)).toEqual(['stages-changed', 'rubrics-changed', 'rules-changed']);
  const after = setupOf(applyEvents(contest, record(committee, decision.value, 2)));
  expect(after.stages.map(({ id }) => id)).toEqual(['baru']);
  expect(after.rules.tieBreak).toEqual(['stage:baru', 'criterion:hasil', 'chair']);
});

test('[D3] parts that do not fit together are refused with every problem, and nothing of them is written', () => {
  const decision = decide(founded(), committee, { ...exchange, rubrics: before.rubrics });
  if (decision.ok || decision.error.reason !== 'does-not-fit') throw new Error('refused for what does not fit');
  expect(decision.error.type).toBe('invalid-setup');
  expect(decision.error.problems.map(({ path }) => path)).toEqual(['/rubrics/0/stage', '/rules/tieBreak/1']);
});

test('[D5] after the first score only what does not freeze may be in it', () => {
  const contest = scored();
  const refused = decide(contest, committee, exchange);
  expect(refused).toMatchObject({ ok: false, error: { type: 'frozen' } });
  const names: Command = {
    type: 'change-setup',
    contest: { name: 'Gelar Budaya Kerja (contoh)' },
    categories: [...before.categories, { id: 'baru', name: 'Baru' }],
  };
  expect(decide(contest, committee, names).ok).toBe(true);
  expect(decide(contest, committee, { type: 'change-setup', categories: [] })).toMatchObject({
    ok: false,
    error: { type: 'frozen' },
  });
});

test('[D6] a seat that has written does not vanish in it', () => {
  const decision = decide(scored(), committee, { type: 'change-setup', jurors: [] });
  expect(decision).toMatchObject({ ok: false, error: { type: 'in-use' } });
});

function criterion(id: string) {
  return { id, name: id, weight: '100', min: '0', max: '100', step: '1' };
}

function founded() {
  return foldEvents(record(committee, [{ type: 'contest-founded', setup: before }], 1));
}

function scored() {
  const contest = founded();
  const decision = decide(contest, seat, { type: 'set-score', contestant: 'melati', criterion: 'isi', value: '80' });
  if (!decision.ok) throw new Error(decision.error.reason);
  return applyEvents(contest, record(seat, decision.value, 2));
}

function record(author: Author, events: readonly DomainEvent[], from: number): RecordedEvent[] {
  const log = (author.role === 'committee' ? 'c' : 'd').repeat(26);
  return events.map((event, index) => ({ ref: `${log}:${from + index}`, atMs: from + index, author, event }));
}
