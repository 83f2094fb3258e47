import { expect, test } from 'vitest';
import { preparationOf, type Finding, type StepName } from '../../../renderer/contest/preparation.ts';
import { foldEvents } from '../../../shared/domain/facts/evolve.ts';
import type { Command } from '../../../shared/domain/facts/commands.ts';
import { contestSetupSchema, type ContestSetup } from '../../../shared/domain/setup/contest-file.ts';
import { createLaptop } from '../support/laptop.ts';
import { sampleFounding, sampleSetup } from '../support/sample.ts';

const here = { seats: [], committeeHasPin: true };
const allHere = {
  ...here,
  seats: sampleSetup.jurors.map(({ id, name }) => ({ seat: id, name, hasPin: true })),
};

/** The sample contest, some of it changed, and with what a person did since. */
function prepared(change: Partial<ContestSetup> = {}, folder = allHere, ...commands: readonly Command[]) {
  const founding: Command = { ...foundingOf(), setup: contestSetupSchema.parse({ ...sampleSetup, ...change }) };
  const laptop = createLaptop(founding, { role: 'committee' });
  for (const command of commands) laptop.write({ role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) }, command);
  return preparationOf(foldEvents(laptop.events()), folder);
}

function foundingOf() {
  if (sampleFounding.type !== 'found-contest') throw new Error('the sample is founded by a command of its own');
  return sampleFounding;
}

function findingsOf(preparation: ReturnType<typeof prepared>, step: StepName): readonly Finding[] {
  return preparation.parts.find(({ name }) => name === step)?.findings ?? [];
}

const numbered = sampleSetup.contestants.map((each, index) => ({ ...each, number: index + 1 }));

test('a contest with nothing in it begins with its list, and every step says what it lacks', () => {
  const nothing = prepared({ contestants: [], jurors: [], rubrics: [], awards: [] }, here);
  expect(nothing.next?.name).toBe('list');
  expect([...nothing.parts, nothing.ready].map(({ name, state }) => [name, state])).toEqual([
    ['list', 'missing'],
    ['rubric', 'missing'],
    ['jurors', 'missing'],
    ['rules', expect.stringMatching(/done|look/)],
    ['order', 'missing'],
    ['laptops', 'missing'],
    ['ready', 'missing'],
  ]);
});

test('with list, rubric, jurors, order and laptops all is ready, until the first score ends the preparation', () => {
  const ready = prepared({ contestants: numbered });
  expect(ready.next).toBe(ready.ready);
  expect(ready.ready.state).not.toBe('missing');
  expect(ready.isOver).toBe(false);
  const begun = prepared({ contestants: numbered }, allHere, {
    type: 'set-score',
    contestant: 'melati',
    criterion: 'alur',
    value: '80',
  });
  expect(begun.isOver).toBe(true);
});

test('one who performs without a number is missing in the order; one who withdrew is not', () => {
  const [first, second, ...rest] = numbered;
  if (first === undefined || second === undefined) throw new Error('the sample has groups');
  const contestants = [{ ...first, number: null }, { ...second, number: null, status: 'withdrawn' as const }, ...rest];
  expect(findingsOf(prepared({ contestants }), 'order')).toEqual([{ type: 'no-number', count: 1 }]);
});

test('a juror without a laptop is named, and a committee without PIN is only to be looked at', () => {
  const [first] = allHere.seats;
  if (first === undefined) throw new Error('the sample has jurors');
  const one = { ...here, seats: [first], committeeHasPin: false };
  const others = sampleSetup.jurors.slice(1).map(({ name }) => name);
  expect(findingsOf(prepared({}, one), 'laptops')).toEqual([
    { type: 'no-laptop', jurors: others },
    { type: 'no-committee-pin' },
  ]);
  const noPin = prepared({ contestants: numbered }, { ...allHere, committeeHasPin: false });
  expect(noPin.parts.find(({ name }) => name === 'laptops')?.state).toBe('look');
  expect(noPin.next).toBe(noPin.ready);
});

test('a stage that no juror judges is missing, and a contest without tie steps is only to be looked at', () => {
  const jurors = sampleSetup.jurors.map((each) => ({ ...each, stages: ['presentasi'] }));
  expect(findingsOf(prepared({ jurors }), 'jurors')).toEqual([{ type: 'no-juror-for', categories: ['Kesehatan'] }]);
  const rules = { ...sampleSetup.rules, tieBreak: [] };
  const loose = prepared({ contestants: numbered, rules });
  expect(findingsOf(loose, 'rules')).toEqual([{ type: 'no-tie-steps' }]);
  expect(loose.ready.state).toBe('look');
});

test('a laptop that was admitted seats its juror, one that was revoked does not', () => {
  const keys = { signingKey: 'a'.repeat(52), boxKey: 'b'.repeat(52) };
  const admitted = (seat: string, device: string): Command => ({
    type: 'admit-device',
    device: device.repeat(26),
    seat,
    machine: 'LAPTOP',
    ...keys,
  });
  const laptop = createLaptop(foundingOf(), { role: 'committee' });
  const committee = { role: 'committee', device: 'c'.repeat(26) } as const;
  laptop.write(committee, admitted('juri-1', 'e'));
  laptop.write(committee, admitted('juri-2', 'f'));
  laptop.write(committee, { type: 'revoke-device', device: 'f'.repeat(26), upTo: [], reason: 'hilang' });
  const { parts } = preparationOf(foldEvents(laptop.events()), here);
  expect(parts.find(({ name }) => name === 'laptops')?.findings).toEqual([
    { type: 'no-laptop', jurors: ['Juri 2 (contoh)', 'Juri 3 (contoh)'] },
  ]);
});

test('[D26] rounds are a step of their own: who advances, a cut that leaves nobody out, and what waits to be closed', () => {
  const stages = (top: number) =>
    sampleSetup.stages.map((stage) =>
      stage.id === 'presentasi' ? { ...stage, after: { stage: 'risalah', top, ties: 'admit' as const } } : stage,
    );
  const jurors = sampleSetup.jurors.slice(0, 1);
  const wide = prepared({ stages: stages(4), jurors, contestants: numbered });
  expect(findingsOf(wide, 'rounds')).toEqual([{ type: 'nobody-out', stages: ['Presentasi'] }]);
  const fair = prepared({ stages: stages(2), jurors, contestants: numbered });
  expect(fair.parts.find(({ name }) => name === 'rounds')).toMatchObject({
    state: 'done',
    path: '/rubrik?bagian=stages',
    summary: { type: 'rounds', rounds: [{ stage: 'Presentasi', from: 'Risalah', top: 2, minimum: null }] },
  });
  const lock = ({ id }: { readonly id: string }): Command[] => [
    { type: 'set-score', contestant: id, criterion: 'tema', value: '4' },
    { type: 'lock-sheet', contestant: id, stage: 'risalah' },
  ];
  const locked = prepared({ stages: stages(2), jurors, contestants: numbered }, allHere, ...numbered.flatMap(lock));
  expect(locked.parts.find(({ name }) => name === 'rounds')).toMatchObject({
    state: 'look',
    path: '/peringkat',
    findings: [{ type: 'round-not-closed', stages: ['Presentasi'] }],
  });
  const partly = numbered.slice(1).flatMap(lock);
  expect(
    findingsOf(prepared({ stages: stages(2), jurors, contestants: numbered }, allHere, ...partly), 'rounds'),
  ).toEqual([]);
  expect(prepared({ contestants: numbered }).parts.some(({ name }) => name === 'rounds')).toBe(false);
});
