/** The seal of results: who makes it, what it covers, what it refuses, and what comes too late for it (Z rules). */
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import {
  isUnsealed,
  lateFacts,
  officialCodes,
  sealsOf,
  standingSealOf,
  standingSeals,
} from '../../shared/domain/seal.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { wholeContest } from '../../shared/domain/setup/contest-file.ts';
import { sealLacks } from '../../shared/seal/propose.ts';
import { limits } from '../../shared/limits.ts';
import { isAsSealed } from '../../shared/seal/sealed-result.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';
import { digestNow, propose, sealed, sealOf, unsealed } from '../support/sealed-contest.ts';

const reason = 'alasan';
const values = [
  ['k1', '80'],
  ['k2', '75'],
  ['d1', '60'],
  ['d2', '65'],
] as const;

/** Two categories, two jurors of whom the first is the chair, everything locked and signed but what is left out. */
function judged(leftOut: readonly string[] = [], overrides: Record<string, unknown> = {}) {
  const contest = playContest({
    contest: { name: 'Lomba (contoh)', sealing: true },
    categories: [
      { id: 'c', name: 'Kesehatan' },
      { id: 'd', name: 'Pendidikan' },
    ],
    jurors: [
      { id: 'j1', name: 'Juri 1 (contoh)', chair: true },
      { id: 'j2', name: 'Juri 2 (contoh)' },
    ],
    contestants: values.map(([id], at) => ({
      id,
      number: at + 1,
      name: `KBK ${id}`,
      category: id.startsWith('k') ? 'c' : 'd',
      status: 'performed',
    })),
    rules: { method: 'mean', tieBreak: ['chair'] },
    ...overrides,
  });
  for (const juror of ['j1', 'j2']) {
    for (const [id, value] of values) if (!leftOut.includes(`${juror} ${id}`)) contest.lock(juror, id, value);
    for (const category of ['c', 'd']) {
      if (
        !leftOut.some(
          (each) => each === `${juror} ${category}` || each.startsWith(`${juror} ${category === 'c' ? 'k' : 'd'}`),
        )
      ) {
        contest.must(seat(juror), { type: 'sign-off-category', category });
      }
    }
  }
  return contest;
}

describe('what is lacking before it', () => {
  test('[Z1] nothing where all is locked, signed and decided', () => {
    expect(sealLacks(judged().now(), 'c')).toEqual([]);
    expect(sealLacks(judged().now(), wholeContest)).toEqual([]);
  });

  test('[Z1] a sheet that is not locked, and the signature with it, in that category and over the whole', () => {
    const contest = judged(['j2 k1']).now();
    const lacks = [
      { type: 'missing', category: 'c', count: 1 },
      { type: 'unsigned', category: 'c', jurors: ['j2'] },
    ];
    expect(sealLacks(contest, 'c')).toEqual(lacks);
    expect(sealLacks(contest, wholeContest)).toEqual(lacks);
    expect(sealLacks(contest, 'd')).toEqual([]);
  });

  test('[Z1] a signature, until the committee has confirmed to do without it', () => {
    const contest = judged(['j2 c']);
    expect(sealLacks(contest.now(), 'c')).toEqual([{ type: 'unsigned', category: 'c', jurors: ['j2'] }]);
    contest.must(committee, { type: 'confirm-announcement', category: 'c' });
    expect(sealLacks(contest.now(), 'c')).toEqual([]);
  });

  test('[Z1] a tie among the places, a chair of the jury, somebody who is ranked', () => {
    const tied = judged();
    tied.must(committee, { type: 'add-penalty', penalty: { contestant: 'k1', points: '5', reason } });
    expect(sealLacks(tied.now(), 'c')).toEqual([{ type: 'blocked', category: 'c', reason: 'tie' }]);
    const jurors = ['j1', 'j2'].map((id) => ({ id, name: id }));
    expect(sealLacks(judged([], { jurors }).now(), 'c')).toEqual([{ type: 'no-chair' }]);
    const nobody = judged();
    for (const contestant of ['k1', 'k2']) {
      nobody.must(committee, { type: 'change-contestant-status', contestant, status: 'withdrawn', reason });
    }
    expect(sealLacks(nobody.now(), 'c')).toEqual([{ type: 'nobody-ranked' }]);
  });

  test('[Z1] a decision about equals that are none any more', () => {
    const contest = judged();
    contest.must(committee, {
      type: 'record-decision',
      decision: { kind: 'chair', category: 'c', order: ['k2', 'k1'], reason },
    });
    expect(sealLacks(contest.now(), 'c')).toEqual([{ type: 'unfit-decisions', count: 1 }]);
  });

  test('[Z1] a conflict that nobody has decided, of that category alone', () => {
    const contest = judged();
    const before = contest.now();
    contest.must(committee, { type: 'reopen-sheet', juror: 'j2', contestant: 'd1', stage: 's', reason });
    // Another laptop of the seat knows nothing of it and steps back there.
    contest.record(seat('j2'), [{ type: 'recused', contestant: 'k1', reason }], 'x');
    expect(sealLacks(contest.now(), 'c')).toContainEqual({ type: 'conflicts', count: 1 });
    expect(sealLacks(contest.now(), 'd').map(({ type }) => type)).toEqual(['missing', 'unsigned']);
    expect(sealLacks(before, 'c')).toEqual([]);
    expect(contest.ask(committee, { ...propose(judged(), 'c') })).toEqual(
      refused('conflict', { reason: 'seal-conflicts', count: 1 }),
    );
  });
});

describe('two people', () => {
  test('[Z2] a proposal covers every log with a fact that counts, at its end', () => {
    const contest = judged();
    const command = propose(contest, 'c');
    expect(command.covers.map(({ log, seq }) => [log[0], seq])).toEqual(
      [...contest.heads()].map(([log, seq]) => [log[0], seq]),
    );
    contest.must(committee, command);
    expect(sealOf(contest, command.code)).toMatchObject({ state: 'proposed', scope: 'c', previous: null });
    expect(standingSeals(contest.now())).toEqual([]);
  });

  test('[Z2] as many logs as there may be fit one fact', () => {
    const contest = judged();
    const covers = Array.from({ length: limits.logsPerContest }, (_, at) => ({
      log: at.toString(2).padStart(26, '0').replaceAll('0', 'a').replaceAll('1', 'b'),
      seq: limits.entriesPerLog,
      hash: 'a'.repeat(52),
    }));
    expect(contest.must(committee, { ...propose(contest, 'c'), covers })).toMatchObject([{ covers }]);
  });

  test('[Z3] the jury’s chair alone confirms, then the committee’s, and only then it is in force', () => {
    const contest = judged();
    const command = propose(contest, 'c');
    const { code, digest } = command;
    const confirm: Command = { type: 'confirm-seal', code };
    const approve: Command = { type: 'approve-seal', code, digest };
    expect(contest.ask(seat('j1'), confirm)).toMatchObject({ ok: false });
    contest.must(committee, command);
    expect(contest.ask(seat('j2'), confirm)).toEqual(refused('wrong-role', { reason: 'not-the-chair' }));
    expect(contest.ask(committee, approve)).toEqual(refused('incomplete', { reason: 'seal-unconfirmed' }));
    expect(contest.must(seat('j1'), confirm)).toEqual([{ type: 'seal-confirmed', code, digest }]);
    expect(contest.ask(seat('j1'), confirm)).toEqual({ ok: true, value: [] });
    expect([sealOf(contest, code).state, standingSeals(contest.now()).length]).toEqual(['confirmed', 0]);
    contest.must(committee, approve);
    expect(contest.ask(committee, approve)).toEqual({ ok: true, value: [] });
    expect(standingSeals(contest.now()).map((seal) => seal.code)).toEqual([code]);
    expect(contest.ask(committee, propose(judged(), 'c'))).toEqual(
      refused('already-done', { reason: 'sealed-already' }),
    );
  });

  test('[Z3] a confirmation by a juror who is not the chair any more, or of another result, is none', () => {
    const contest = judged();
    const command = propose(contest, 'c');
    const { code, digest } = command;
    contest.must(committee, command);
    contest.record(seat('j1'), [{ type: 'seal-confirmed', code, digest: 'b'.repeat(52) }]);
    const approve: Command = { type: 'approve-seal', code, digest };
    expect(contest.ask(committee, approve)).toEqual(refused('incomplete', { reason: 'seal-unconfirmed' }));
    contest.record(seat('j2'), [{ type: 'seal-confirmed', code, digest }]);
    expect(contest.ask(committee, approve)).toEqual(refused('incomplete', { reason: 'seal-unconfirmed' }));
  });

  test('[Z3] a result that has changed since is proposed anew', () => {
    const contest = judged();
    const command = propose(contest, 'c');
    contest.must(committee, command);
    contest.must(seat('j1'), { type: 'confirm-seal', code: command.code });
    contest.must(committee, { type: 'add-penalty', penalty: { contestant: 'k1', points: '1', reason } });
    const digest = digestNow(contest, 'c');
    expect(digest).not.toBe(command.digest);
    expect(contest.ask(committee, { type: 'approve-seal', code: command.code, digest })).toEqual(
      refused('incomplete', { reason: 'seal-outdated' }),
    );
    const again = sealed(contest, 'c');
    expect([again.digest, again.previous]).toEqual([digest, null]);
  });
});

describe('while it stands', () => {
  const changing: readonly (readonly [string, Command])[] = [
    ['a sheet opened again', { type: 'reopen-sheet', juror: 'j2', contestant: 'k1', stage: 's', reason }],
    ['a deduction', { type: 'add-penalty', penalty: { contestant: 'k1', points: '1', reason } }],
    [
      'a state outside the ranking',
      { type: 'change-contestant-status', contestant: 'k1', status: 'disqualified', reason },
    ],
    ['a group more', { type: 'change-contestants', addCategories: [], removed: [], put: [group('k9', 'c')] }],
    ['another number', { type: 'change-order', numbers: [{ contestant: 'k1', number: 9 }] }],
    [
      'a decision',
      { type: 'record-decision', decision: { kind: 'joint', category: 'c', contestants: ['k1', 'k2'], reason } },
    ],
    [
      'fewer places',
      { type: 'change-awards', awards: [{ kind: 'places', id: 'h', name: 'Harapan', from: 4, count: 1 }] },
    ],
  ];

  test.each(changing)('[Z5] %s is refused, and comes through once it is opened', (_what, command) => {
    const contest = judged();
    const seal = sealed(contest, 'c');
    expect(contest.ask(committee, command)).toEqual(refused('sealed', { reason: 'sealed', category: 'Kesehatan' }));
    unsealed(contest, seal);
    expect(contest.act(committee, command).ok).toBe(true);
  });

  test.each<readonly [string, Command]>([
    ['a deduction in another category', { type: 'add-penalty', penalty: { contestant: 'd1', points: '1', reason } }],
    [
      'a group more in another category',
      { type: 'change-contestants', addCategories: [], removed: [], put: [group('d9', 'd')] },
    ],
    ['who is on stage', { type: 'show-stage', contestant: 'k1', stage: 's' }],
    ['a message', { type: 'send-message', to: 'j1', text: 'Terima kasih' }],
    [
      'an award of the whole contest',
      {
        type: 'change-awards',
        awards: [{ kind: 'list', scope: 'contest', id: 'f', name: 'Favorit', contestants: ['d1'] }],
      },
    ],
    [
      'the text of certificates [X29]',
      { type: 'change-info', contest: { name: 'Lomba', sealing: true, certificate: { text: 'PIAGAM' } } },
    ],
    ['the name of the contest', { type: 'change-info', contest: { name: 'Gelar Budaya Kerja', sealing: true } }],
  ])('[Z5] %s is free', (_what, command) => {
    const contest = judged();
    sealed(contest, 'c');
    expect(contest.act(committee, command).ok).toBe(true);
  });

  test('[Z5] what bears on the whole is refused under the seal of the whole', () => {
    const contest = judged();
    sealed(contest, wholeContest);
    const awards: Command = {
      type: 'change-awards',
      awards: [{ kind: 'list', scope: 'contest', id: 'f', name: 'Favorit', contestants: ['d1'] }],
    };
    expect(contest.ask(committee, awards)).toEqual(refused('sealed', { reason: 'sealed', category: null }));
  });

  test('[Z8] only what a seal covers is official, where the contest uses seals', () => {
    const contest = judged();
    expect(isUnsealed(contest.now(), 'c')).toBe(true);
    sealed(contest, 'c');
    expect((['c', 'd', wholeContest] as const).map((scope) => isUnsealed(contest.now(), scope))).toEqual([
      false,
      true,
      true,
    ]);
    expect(officialCodes(contest.now())).toBeNull();
    sealed(contest, wholeContest);
    expect((['c', 'd', wholeContest] as const).map((scope) => isUnsealed(contest.now(), scope))).toEqual([
      false,
      false,
      false,
    ]);
    expect(officialCodes(contest.now())).toEqual([standingSealOf(contest.now(), wholeContest)?.code]);
    const without = judged([], { contest: { name: 'Lomba' } });
    expect(isUnsealed(without.now(), 'c')).toBe(false);
  });

  test('[Z9] opened by both with a reason, it stays in the history, and the next one names it', () => {
    const contest = judged();
    const first = sealed(contest, 'c');
    contest.must(committee, { type: 'propose-seal-opening', code: first.code, reason });
    expect(standingSealOf(contest.now(), 'c')?.state).toBe('opening');
    const opening = sealOf(contest, first.code).opening?.ref ?? '';
    expect(contest.ask(committee, { type: 'approve-seal', code: first.code, digest: first.digest, opening })).toEqual(
      refused('incomplete', { reason: 'seal-unconfirmed' }),
    );
    contest.must(seat('j1'), { type: 'confirm-seal', code: first.code, opening });
    contest.must(committee, { type: 'approve-seal', code: first.code, digest: first.digest, opening });
    expect(standingSealOf(contest.now(), 'c')).toBeNull();
    const second = sealed(contest, 'c');
    expect([second.previous, second.digest]).toEqual([first.code, first.digest]);
    expect(second.code).not.toBe(first.code);
    expect(sealsOf(contest.now()).map(({ state }) => state)).toEqual(['opened', 'sealed']);
    expect(contest.ask(committee, { type: 'propose-seal-opening', code: first.code, reason })).toEqual(
      refused('already-done', { reason: 'not-sealed' }),
    );
  });
});

describe('what comes too late', () => {
  test('[Z6] of a laptop that knew nothing of the seal is kept aside in the sealed category alone', () => {
    const contest = judged();
    const knowing = contest.now();
    const seal = sealed(contest, 'c');
    const before = contest.recorded().length;
    // Another laptop of the seat, which never met these sheets' locks.
    contest.record(seat('j2'), [lockOf('k1', '10'), { type: 'recused', contestant: 'd1', reason }], 'x');
    contest.record(committee, [{ type: 'penalty-added', penalty: { contestant: 'k2', points: '9', reason } }], 'y');
    const all = contest.recorded();
    const whyLate = lateFacts(contest.now(), () => all);
    expect(all.map((each) => whyLate?.(each)).slice(before)).toEqual(['after-seal', null, 'after-seal']);
    expect(all.slice(0, before).some((each) => whyLate?.(each) !== null)).toBe(false);
    const folded = foldEvents(all.filter((each) => whyLate?.(each) === null));
    expect(isAsSealed(folded, seal, nodeCrypto.hash)).toBe(true);
    expect(isAsSealed(contest.now(), seal, nodeCrypto.hash)).toBe(false);
    expect(lateFacts(knowing, () => all)).toBeNull();
  });

  test('[Z6] counts again once the seal is opened', () => {
    const contest = judged();
    const seal = sealed(contest, 'c');
    contest.record(seat('j2'), [lockOf('k1', '10')], 'x');
    unsealed(contest, seal);
    expect(lateFacts(contest.now(), contest.recorded)).toBeNull();
  });

  test('[Z6] what is taken back too late is looked up by the fact that it names', () => {
    const contest = judged();
    contest.must(committee, { type: 'add-penalty', penalty: { contestant: 'k1', points: '1', reason } });
    const penalty = contest.now().penalties[0]?.ref ?? '';
    sealed(contest, 'c');
    contest.record(committee, [{ type: 'penalty-cancelled', penalty, reason }], 'y');
    const last = contest.recorded().at(-1);
    expect(last === undefined ? null : lateFacts(contest.now(), contest.recorded)?.(last)).toBe('after-seal');
  });
});

function group(id: string, category: string) {
  return { id, number: 77, name: `KBK ${id}`, category, status: 'performed' as const };
}

function lockOf(contestant: string, value: string) {
  return {
    type: 'sheet-locked' as const,
    contestant,
    stage: 's',
    values: { nilai: value },
    rubric: `${'a'.repeat(26)}:1`,
    after: [],
  };
}

test('[Z14] sealing is turned off while nothing was ever sealed, and never after that', () => {
  const contest = judged();
  const info = { name: 'Lomba (contoh)' };
  contest.must(committee, { type: 'change-info', contest: info });
  contest.must(committee, { type: 'change-setup', contest: { ...info, sealing: true } });
  unsealed(contest, sealed(contest, 'c'));
  const stays = refused('sealed', { reason: 'sealing-stays' });
  expect(contest.ask(committee, { type: 'change-info', contest: info })).toEqual(stays);
  expect(contest.ask(committee, { type: 'change-setup', contest: info })).toEqual(stays);
  contest.must(committee, { type: 'change-info', contest: { ...info, sealing: true, objections: true } });
});
