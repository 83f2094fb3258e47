/** [D1] [D2] Every command there is: who may not give it, and that none goes before the founding. */
import { describe, expect, test } from 'vitest';
import { emptyContest } from '../../shared/domain/contest.ts';
import { commandSchema, type Command } from '../../shared/domain/facts/commands.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import { contestOf, setupIn } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const ref = `${'a'.repeat(26)}:1`;
const code = '0'.repeat(16);
const reason = 'alasan';
const setup = setupIn(contestOf({}));
const sheet = { juror: 'j1', contestant: 'k1', stage: 's', reason };
const { categories, stages, rubrics, jurors, rules } = setup;

type Type = Command['type'];
type Given<Each extends Type> = Omit<Extract<Command, { readonly type: Each }>, 'type'>;

/** One command of each type; a new type does not compile before it stands here. */
const given: { readonly [Each in Exclude<Type, SeatType>]: Given<Each> } = {
  'found-contest': { setup, recusals: [], absences: [], penalties: [], decisions: [] },
  'change-info': { contest: { name: 'Lomba' } },
  'change-categories': { categories },
  'change-stages': { stages },
  'change-rubrics': { rubrics },
  'change-jurors': { jurors },
  'change-rules': { rules },
  'change-awards': { awards: [] },
  'change-programme': { programme: [] },
  'change-setup': { rules },
  'change-contestants': { addCategories: [], put: [], removed: [] },
  'set-sheets-aside': { juror: 'j1', contestant: 'k1', reason },
  'return-sheets': { setAside: ref, reason },
  'record-former-name': sheet,
  'change-contestant-status': { contestant: 'k1', status: 'withdrawn' },
  'change-order': { numbers: [] },
  'draw-lots': { category: null, seed: 'x' },
  'show-stage': { contestant: 'k1', stage: 's' },
  'undo-stage': { step: ref },
  'start-timer': { part: 0, elapsedMs: 0 },
  'stop-timer': { elapsedMs: 0 },
  'add-penalty': { penalty: { contestant: 'k1', points: '1', reason } },
  'cancel-penalty': { penalty: ref, reason },
  'record-absence': { absence: { juror: 'j1', contestant: 'k1', reason } },
  'record-absences': { juror: 'j1', absences: [{ contestant: 'k1' }], reason },
  'cancel-absence': { absence: ref, reason },
  'settle-sheet': { ...sheet, counts: 'lock' },
  'show-calibration': { contestant: 'k1' },
  'settle-unit-conflict': { juror: 'j1', contestant: 'k1', judges: true, reason },
  'assign-readers': { stage: 's', readers: [] },
  'draw-readers': { stage: 's', each: 2, seed: 'benih' },
  'reopen-sheet': sheet,
  'reopen-sign-off': { juror: 'j1', category: 'c', reason },
  'refuse-reopening': { request: ref, reason },
  'send-message': { to: 'j1', text: reason },
  'record-decision': { decision: { kind: 'joint', category: 'c', contestants: ['k1', 'k2'], reason } },
  'cancel-decision': { decision: ref, reason },
  'close-round': { category: 'c', stage: 's', advanced: ['k1'], out: [] },
  'enter-tally': { award: 'suara', by: 'Sari', votes: [] },
  'settle-tally': { award: 'suara', votes: [], reason },
  'withdraw-tally': { award: 'suara', reason },
  'set-stage-order': { category: 'c', stage: 's', by: { how: 'same' } },
  'reopen-round': { category: 'c', stage: 's', reason },
  'confirm-announcement': { category: 'c' },
  'propose-seal': {
    code,
    scope: 'c',
    digest: 'x',
    previous: null,
    covers: [{ log: 'x', seq: 1, hash: 'x' }],
  },
  'open-scores': { announced: true, withNotes: false, ends: [], keys: [] },
  'approve-seal': { code, digest: 'x' },
  'propose-seal-opening': { code, reason },
  'make-remark': { category: 'c', text: reason },
  'enter-objection': { by: 'KBK 1', category: 'c', contestant: 'k1', text: reason },
  'answer-objection': { objection: ref, answer: reason, outcome: 'rejected' },
  'admit-device': { device: 'x', signingKey: 'x', boxKey: 'x', seat: 'j1', machine: 'x' },
  'revoke-device': { device: 'x', upTo: [], reason },
  'share-data-keys': { device: 'x', keys: [{ log: 'x', sealed: 'x' }] },
};

type SeatType =
  | 'set-score'
  | 'set-note'
  | 'move-scores'
  | 'lock-sheet'
  | 'recuse'
  | 'withdraw-recusal'
  | 'sign-off-category'
  | 'ask-reopening'
  | 'see-message'
  | 'accept-pact'
  | 'confirm-seal'
  | 'agree-opening';

const ofSeats: readonly Extract<Command, { readonly type: SeatType }>[] = [
  { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '1' },
  { type: 'set-note', contestant: 'k1', stage: 's', criterion: null, text: 'baik' },
  { type: 'move-scores', from: 'k1', to: 'k2', stage: 's' },
  { type: 'lock-sheet', contestant: 'k1', stage: 's' },
  { type: 'recuse', contestant: 'k1', reason },
  { type: 'withdraw-recusal', contestant: 'k1', reason },
  { type: 'sign-off-category', category: 'c' },
  { type: 'ask-reopening', contestant: 'k1', stage: 's', reason },
  { type: 'see-message', message: ref },
  { type: 'accept-pact', text: '' },
  { type: 'confirm-seal', code },
  { type: 'agree-opening', reason },
];

const ofCommittee = Object.entries(given).map(([type, fields]) => commandSchema.parse({ type, ...fields }));

describe('who may not', () => {
  test.each(ofCommittee)('[D1] $type is not a juror’s', (command) => {
    const { ask } = playContest();
    const wrong = refused('wrong-role', { reason: 'committee-only' });
    if (command.type === 'found-contest') expect(decide(emptyContest, seat('j1'), command)).toEqual(wrong);
    expect(ask(seat('j1'), command)).toEqual(wrong);
  });

  test.each(ofSeats)('[D1] $type is not the committee’s', (command) => {
    expect(playContest().ask(committee, command)).toEqual(refused('wrong-role', { reason: 'jurors-only' }));
  });
});

describe('before the founding', () => {
  test.each([...ofCommittee.filter(({ type }) => type !== 'found-contest'), ...ofSeats])(
    '[D2] $type finds no contest',
    (command) => {
      const none = refused('not-founded', { reason: 'no-data-yet' });
      expect(decide(emptyContest, committee, command)).toEqual(none);
      expect(decide(emptyContest, seat('j1'), command)).toEqual(none);
    },
  );
});
