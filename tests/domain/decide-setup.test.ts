/** Setting up, both sides of each rule: what is taken, as exactly which facts, and what is refused. */
import { describe, expect, test } from 'vitest';
import { emptyContest, setupOf } from '../../shared/domain/contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import { newestFormat } from '../../shared/domain/facts/events.ts';
import { contestants, contestOf, setupIn } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const reason = 'alasan';
const categories = [
  { id: 'c', name: 'Satu' },
  { id: 'd', name: 'Dua' },
];
const two = {
  categories,
  contestants: contestants(3).map((each, index) => ({ ...each, category: index < 2 ? 'c' : 'd' })),
};
const setup = setupIn(contestOf(two));
const { rubrics, stages, rules, jurors, contest: info } = setup;
const awards: typeof setup.awards = [{ kind: 'places', id: 'harapan', name: 'Harapan', from: 4, count: 3 }];
const frozen = refused('frozen', { reason: 'scoring-has-begun' });
const k1 = { id: 'k1', number: 1, name: 'KBK Contoh 1', category: 'c', status: 'performed' } as const;
type Change = Extract<Command, { type: 'change-contestants' }>;
const change = (more: Partial<Change>): Change => ({
  type: 'change-contestants',
  addCategories: [],
  put: [],
  removed: [],
  ...more,
});

test('[D2] the founding is one fact, and one for each of what it brings along; a rehearsal only where it is one', () => {
  const exemption = { juror: 'j1', contestant: 'k1', reason };
  const decision = { kind: 'joint' as const, category: 'c', contestants: ['k1', 'k2'], reason };
  const penalty = { contestant: 'k1', points: '1', reason };
  const absence = { ...exemption, juror: 'j2' };
  const found: Command = {
    type: 'found-contest',
    setup,
    recusals: [exemption],
    absences: [absence],
    penalties: [penalty],
    decisions: [decision],
  };
  const others = [
    { type: 'recusal-recorded', recusal: exemption },
    { type: 'absence-recorded', absence },
    { type: 'penalty-added', penalty },
    { type: 'decision-recorded', decision },
  ];
  const fact = { type: 'contest-founded', setup, format: newestFormat };
  expect(decide(emptyContest, committee, found)).toStrictEqual({ ok: true, value: [fact, ...others] });
  const rehearsed = decide(emptyContest, committee, { ...found, rehearsal: true });
  expect(rehearsed).toEqual({ ok: true, value: [{ ...fact, rehearsal: true }, ...others] });
  expect(playContest().ask(committee, found)).toEqual(refused('already-founded', { reason: 'already-founded' }));
});

describe('before and after the first score', () => {
  const parts: readonly (readonly [Command, Record<string, unknown>])[] = [
    [
      { type: 'change-stages', stages },
      { type: 'stages-changed', stages },
    ],
    [
      { type: 'change-rubrics', rubrics },
      { type: 'rubrics-changed', rubrics },
    ],
    [
      { type: 'change-rules', rules },
      { type: 'rules-changed', rules },
    ],
    [
      { type: 'change-setup', stages },
      { type: 'stages-changed', stages },
    ],
    [
      { type: 'change-setup', rubrics },
      { type: 'rubrics-changed', rubrics },
    ],
    [
      { type: 'change-setup', rules },
      { type: 'rules-changed', rules },
    ],
  ];
  test.each(parts)('[D5] %o is taken before and refused after', (command, fact) => {
    const contest = playContest(two);
    expect(contest.ask(committee, command)).toEqual({ ok: true, value: [fact] });
    contest.score('j1', 'k1', '80');
    expect(contest.ask(committee, command)).toEqual(frozen);
  });

  const programme = [{ type: 'winners' as const, category: 'kes', note: 'Undang bupati.' }];
  const free: readonly (readonly [Command, Record<string, unknown>])[] = [
    [
      { type: 'change-info', contest: info },
      { type: 'info-changed', contest: info },
    ],
    [
      { type: 'change-awards', awards },
      { type: 'awards-changed', awards },
    ],
    [
      { type: 'change-programme', programme },
      { type: 'programme-changed', programme },
    ],
    [
      { type: 'change-jurors', jurors },
      { type: 'jurors-changed', jurors },
    ],
    [
      { type: 'change-setup', contest: info },
      { type: 'info-changed', contest: info },
    ],
    [
      { type: 'change-setup', awards },
      { type: 'awards-changed', awards },
    ],
    [
      { type: 'change-setup', jurors },
      { type: 'jurors-changed', jurors },
    ],
  ];
  test.each(free)('[D5] %o is taken after it too', (command, fact) => {
    const contest = playContest(two);
    contest.score('j1', 'k1', '80');
    expect(contest.ask(committee, command)).toEqual({ ok: true, value: [fact] });
  });

  test('[D5] a category may be added after it, not taken away', () => {
    const more = [...categories, { id: 'e', name: 'Tiga' }];
    for (const type of ['change-categories', 'change-setup'] as const) {
      const contest = playContest({ ...two, categories: more });
      expect(contest.ask(committee, { type, categories })).toEqual({
        ok: true,
        value: [{ type: 'categories-changed', categories }],
      });
      contest.score('j1', 'k1', '80');
      expect(contest.ask(committee, { type, categories })).toEqual(frozen);
      const added = [...more, { id: 'f', name: 'Empat' }];
      expect(contest.ask(committee, { type, categories: added })).toEqual({
        ok: true,
        value: [{ type: 'categories-changed', categories: added }],
      });
    }
  });

  test('[D3] a category with contestants, another judge of nothing, an award of nothing are refused with the place', () => {
    const { ask } = playContest(two);
    const strange: readonly Command[] = [
      { type: 'change-categories', categories: categories.slice(1) },
      { type: 'change-setup', categories: categories.slice(1) },
      { type: 'change-jurors', jurors: [{ id: 'j1', name: 'A', stages: ['x'] }] },
      { type: 'change-stages', stages: [{ id: 'x', name: 'Lain', weight: '100' }] },
      { type: 'change-rules', rules: { ...rules, tieBreak: ['stage:x'] } },
      { type: 'change-awards', awards: [{ kind: 'list', id: 'favorit', name: 'Favorit', contestants: ['k9'] }] },
      change({ put: [{ ...k1, category: 'x' }] }),
    ];
    for (const command of strange) expect(ask(committee, command)).toMatchObject(refused('invalid-setup'));
  });
});

describe('seats', () => {
  test('[D6] one with a note that stands stays, one whose note was removed may go', () => {
    const contest = playContest();
    const note = (text: string): Command => ({ type: 'set-note', contestant: 'k1', stage: 's', criterion: null, text });
    contest.must(seat('j2'), note('baik'));
    const without = setupOf(contest.now()).jurors.filter(({ id }) => id !== 'j2');
    const inUse = refused('in-use', { reason: 'seat-in-use', juror: 'Juri 2 (contoh)' });
    for (const type of ['change-jurors', 'change-setup'] as const) {
      expect(contest.ask(committee, { type, jurors: without })).toEqual(inUse);
    }
    contest.must(seat('j2'), note(''));
    expect(contest.ask(committee, { type: 'change-jurors', jurors: without }).ok).toBe(true);
  });
});

describe('contestants', () => {
  test('[D7] one that is not there is not removed, nor one with a score or a note', () => {
    const contest = playContest();
    expect(contest.ask(committee, change({ removed: ['k9'] }))).toEqual(
      refused('unknown-id', { reason: 'no-such-contestant', id: 'k9' }),
    );
    contest.score('j1', 'k1', '80');
    contest.must(seat('j1'), { type: 'set-note', contestant: 'k2', stage: 's', criterion: null, text: 'baik' });
    for (const [id, name] of [
      ['k1', 'KBK Contoh 1'],
      ['k2', 'KBK Contoh 2'],
    ] as const) {
      expect(contest.ask(committee, change({ removed: [id] }))).toEqual(
        refused('in-use', { reason: 'contestant-in-use', contestant: name }),
      );
    }
    expect(contest.must(committee, change({ removed: ['k3'] }))).toEqual([
      { type: 'contestants-changed', put: [], removed: ['k3'] },
    ]);
  });

  test('[D7] an import: new categories first, then who is in them, and where it came from; nothing is nothing', () => {
    const { must } = playContest();
    expect(must(committee, change({}))).toEqual([]);
    const added = { id: 'd', name: 'Dua' };
    const put = [{ ...k1, id: 'k8', number: 8, category: 'd' }];
    const [c] = setup.categories;
    const known = { id: 'c', name: 'Kategori' };
    expect(c?.id).toBe('c');
    expect(must(committee, change({ addCategories: [known, added], put, source: 'daftar.xlsx' }))).toStrictEqual([
      { type: 'categories-changed', categories: [known, added] },
      { type: 'contestants-changed', put, removed: [], source: 'daftar.xlsx' },
    ]);
    expect(must(committee, change({ addCategories: [added] }))).toEqual([]);
  });

  test('[D7] with locked sheets another name or unit needs a reason; the same name, a number or a title does not', () => {
    const contest = playContest();
    const lock = contest.lock('j1', 'k1');
    const asked = (to: string) =>
      refused('reason-required', { reason: 'renamed-with-locks', renamed: [{ from: 'KBK Contoh 1', to }] });
    expect(contest.ask(committee, change({ put: [{ ...k1, name: 'Baru' }] }))).toEqual(asked('Baru'));
    expect(contest.ask(committee, change({ put: [{ ...k1, unit: 'Unit' }] }))).toEqual(asked('KBK Contoh 1'));
    expect(contest.ask(committee, change({ put: [{ ...k1, number: 9, unit: '' }] })).ok).toBe(true);
    expect(contest.ask(committee, change({ put: [{ ...k1, id: 'k2', number: 2, name: 'Baru' }] })).ok).toBe(true);
    const put = [{ ...k1, name: 'Baru' }];
    expect(contest.must(committee, change({ put, reason }))).toEqual([
      { type: 'contestants-changed', put, removed: [], reason, locks: [lock] },
    ]);
  });

  test('[D11] who comes into a category opens its sign-offs, with the names; who stays in it or is not ranked does not', () => {
    const contest = playContest(two);
    for (const id of ['k1', 'k2']) contest.must(seat('j1'), { type: 'recuse', contestant: id, reason });
    contest.must(seat('j1'), { type: 'sign-off-category', category: 'c' });
    const signOff = contest.now().signOffs[0]?.ref ?? '';
    const facts = (put: Change['put']) => {
      const decided = contest.ask(committee, change({ put }));
      return decided.ok ? decided.value.slice(1) : decided.error;
    };
    expect(facts([{ ...k1, name: 'Baru' }])).toEqual([]);
    expect(facts([{ ...k1, id: 'k8', number: 8, status: 'exhibition' }])).toEqual([]);
    expect(facts([{ ...k1, id: 'k8', number: 8, category: 'd' }])).toEqual([]);
    const late = [
      { ...k1, id: 'k7', number: 7, name: 'Tujuh' },
      { ...k1, id: 'k8', number: 8, name: 'Delapan' },
      { ...k1, id: 'k9', number: 9, name: 'Lain', category: 'd' },
    ];
    expect(facts(late)).toEqual([
      {
        type: 'sign-off-reopened',
        juror: 'j1',
        category: 'c',
        signOffs: [signOff],
        reason: 'Tujuh, Delapan',
        because: { type: 'came-in', contestants: ['k7', 'k8'] },
      },
    ]);
  });

  test('[D19] numbers are given to who is there', () => {
    const { ask, must } = playContest();
    const numbers = (contestant: string): Command => ({ type: 'change-order', numbers: [{ contestant, number: 9 }] });
    expect(ask(committee, numbers('k9'))).toEqual(refused('unknown-id', { reason: 'no-such-contestant', id: 'k9' }));
    expect(must(committee, numbers('k1'))).toEqual([{ ...numbers('k1'), type: 'order-changed' }]);
  });
});
