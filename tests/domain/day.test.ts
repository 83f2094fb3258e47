/** The course of the day as real events break it: wrong steps, late groups, jurors who leave, facts that cross on the way. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTurn } from '../../shared/domain/running-order.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { checkContest } from '../../shared/domain/setup/contest-check.ts';
import { contestProblems } from '../../shared/domain/contest-problems.ts';
import { emptyContest, setupOf, signOffOf, type Contest } from '../../shared/domain/contest.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import type { Author, DomainEvent, RecordedEvent } from '../../shared/domain/facts/events.ts';
import { applyEvents, foldEvents } from '../../shared/domain/facts/evolve.ts';
import { lockedByAnother, sheetOf, toContestFile } from '../../shared/domain/score-sheet.ts';
import { isFrozen } from '../../shared/domain/standing.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { contestants, contestOf, criterion, rubric, setupIn } from '../support/contest-builder.ts';

const committee: Author = { role: 'committee', device: 'd' };
const seat = (id: string): Author => ({ role: 'seat', seat: id, device: `d${id}` });
const refused = (type: string) => ({ ok: false, error: { type } });

/** Laptops that hold what they were given: each decides on what it knows, all facts end in one log. */
function play(overrides: Record<string, unknown> = {}) {
  const events: RecordedEvent[] = [];
  const lengths = new Map<string, number>();
  const record = (author: Author, facts: readonly DomainEvent[], laptop: string) => {
    const log = laptop.repeat(26).slice(0, 26);
    for (const event of facts) {
      const seq = (lengths.get(log) ?? 0) + 1;
      lengths.set(log, seq);
      events.push({ ref: `${log}:${seq}`, atMs: events.length + 1, author, event });
    }
  };
  const laptopOf = (author: Author) => (author.role === 'committee' ? 'a' : author.seat === 'j1' ? 'b' : 'c');
  const now = () => foldEvents(events);
  /** `knowing`: what that laptop holds; without it, everything. */
  const act = (author: Author, command: Command, knowing: Contest = now(), laptop = laptopOf(author)) => {
    const decided = decide(knowing, author, command);
    if (decided.ok) record(author, decided.value, laptop);
    return decided;
  };
  const must = (author: Author, command: Command, knowing?: Contest, laptop?: string) => {
    const decided = act(author, command, knowing, laptop);
    if (!decided.ok) throw new Error(decided.error.reason);
    return decided.value;
  };
  const { recusals, absences, penalties, decisions, ...file } = contestOf({
    contestants: contestants(4).map((each) => ({ ...each, status: 'waiting' })),
    ...overrides,
  });
  const setup = setupIn({ ...file, recusals, absences, penalties, decisions });
  must(committee, { type: 'found-contest', setup, recusals, absences, penalties, decisions }, emptyContest);
  return {
    act,
    must,
    now,
    events,
    score: (juror: string, contestant: string, value: string | null, criterionId = 'nilai') =>
      must(seat(juror), { type: 'set-score', contestant, criterion: criterionId, value }),
    locked: (juror: string, contestant: string, value: string) => {
      must(seat(juror), { type: 'set-score', contestant, criterion: 'nilai', value });
      must(seat(juror), { type: 'lock-sheet', contestant, stage: 's' });
    },
    show: (contestant: string | null) => must(committee, { type: 'show-stage', contestant, stage: 's' }),
    undo: () => must(committee, { type: 'undo-stage', step: now().steps.at(-1)?.ref ?? '' }),
    statuses: () => setupOf(now()).contestants.map(({ status }) => status),
    next: () => nextTurn(now())?.contestant.id,
    sheet: (juror: string, contestant: string) => sheetOf(now(), juror, contestant, 's'),
    problems: () => contestProblems(now()).map(({ type }) => type),
    file: () => {
      const folded = toContestFile(now());
      expect(checkContest(folded)).toEqual([]);
      return folded;
    },
  };
}

const put = (contest: ReturnType<typeof play>, id: string, change: Record<string, unknown>, more = {}): Command => {
  const before = setupOf(contest.now()).contestants.find((each) => each.id === id);
  if (before === undefined) throw new Error(id);
  return { type: 'change-contestants', addCategories: [], put: [{ ...before, ...change }], removed: [], ...more };
};

const twoCategories = {
  categories: [
    { id: 'c', name: 'Kesehatan' },
    { id: 'd', name: 'Pendidikan' },
  ],
  contestants: contestants(4).map((each, index) => ({ ...each, category: index < 3 ? 'c' : 'd' })),
};

test('[X21] a lock keeps who held the seat; a substitute is another person, a corrected name is not', () => {
  const contest = play({ jurors: [{ id: 'j1', name: 'Dr. Sari' }] });
  const hold = (name: string) => contest.must(committee, { type: 'change-jurors', jurors: [{ id: 'j1', name }] });
  const locker = (contestant: string) => lockedByAnother(contest.now(), 'j1', contestant, 's');
  contest.locked('j1', 'k1', '80');
  expect(locker('k1')).toBeNull();
  hold('Dr. Sari, M.Si.');
  expect(locker('k1')).toBeNull();
  hold('Budi Santoso');
  contest.locked('j1', 'k2', '70');
  expect([locker('k1'), locker('k2'), locker('k3')]).toEqual([{ name: 'Dr. Sari' }, null, null]);
});

describe('only what stands counts', () => {
  test('[D5] a value typed and emptied again freezes nothing, binds no contestant and no seat', () => {
    const contest = play(twoCategories);
    contest.score('j1', 'k1', '80');
    expect(isFrozen(contest.now())).toBe(true);
    contest.score('j1', 'k1', null);
    expect(isFrozen(contest.now())).toBe(false);
    const rubrics = [...contestOf({ rubrics: [rubric('r2', 's', [criterion('isi', '100')])] }).rubrics];
    contest.must(committee, { type: 'change-rubrics', rubrics });
    contest.must(committee, put(contest, 'k1', { category: 'd' }));
    const others = setupOf(contest.now()).jurors.filter(({ id }) => id !== 'j1');
    contest.must(committee, { type: 'change-jurors', jurors: others });
    contest.must(committee, { type: 'change-contestants', addCategories: [], put: [], removed: ['k1'] });
  });

  test('[D6] a seat loses a category without its scores and gets another; the one with scores stays', () => {
    const contest = play({ ...twoCategories, jurors: [{ id: 'j1', name: 'A', categories: ['c', 'd'] }] });
    contest.score('j1', 'k1', '80');
    const judging = (categories: string[]): Command => ({
      type: 'change-jurors',
      jurors: [{ id: 'j1', name: 'A', categories }],
    });
    contest.must(committee, judging(['c']));
    const decided = contest.act(committee, judging(['d']));
    const task = { contestant: 'KBK Contoh 1', category: 'Kesehatan', stage: 'Presentasi' };
    expect(decided).toMatchObject({ ok: false, error: { type: 'in-use', reason: 'task-in-use', juror: 'A', ...task } });
    contest.must(committee, judging(['c', 'd']));
  });

  test('[D7] a contestant with scores changes its category where the same rubric and the same seats judge it', () => {
    const contest = play(twoCategories);
    contest.locked('j1', 'k1', '80');
    contest.must(committee, put(contest, 'k1', { category: 'd' }));
    expect(contest.sheet('j1', 'k1')?.state).toBe('locked');
    expect(contest.file().scores).toHaveLength(1);
  });

  test('[D7] by another rubric its sheets are set aside with a reason, come back with it, and fit no sheet meanwhile', () => {
    const contest = play({
      ...twoCategories,
      rubrics: [
        rubric('r', 's', [criterion('nilai', '100')], { categories: ['c'] }),
        rubric('r2', 's', [criterion('isi', '100')], { categories: ['d'] }),
      ],
    });
    contest.locked('j1', 'k1', '80');
    expect(contest.act(committee, put(contest, 'k1', { category: 'd' }))).toMatchObject(refused('in-use'));
    const reason = 'salah kategori';
    contest.must(committee, put(contest, 'k1', { category: 'd' }, { setAside: true, reason }));
    expect(contest.sheet('j1', 'k1')?.state).toBe('pending');
    expect([contest.file().scores, contest.problems()]).toEqual([[], []]);
    const [aside] = contest.now().setAsides;
    const back: Command = { type: 'return-sheets', setAside: aside?.ref ?? '', reason: 'keliru' };
    expect(contest.act(committee, back)).toMatchObject(refused('in-use'));
    contest.must(committee, put(contest, 'k1', { category: 'c' }));
    expect(contest.sheet('j1', 'k1')?.state).toBe('pending');
    contest.must(committee, back);
    expect(contest.sheet('j1', 'k1')?.state).toBe('locked');
    expect(contest.file().scores).toHaveLength(1);
  });
});

describe('a way back', () => {
  test('[D8] a wrong "next" is undone: the skipped one waits and is next, the one before performs with its timer', () => {
    const contest = play();
    contest.show('k1');
    contest.must(committee, { type: 'start-timer', part: 0, elapsedMs: 5000 });
    const { shown, timer } = contest.now();
    contest.show('k2');
    contest.show('k3');
    expect(contest.statuses()).toEqual(['performed', 'performed', 'performing', 'waiting']);
    contest.undo();
    expect(contest.statuses()).toEqual(['performed', 'performing', 'waiting', 'waiting']);
    expect(contest.next()).toBe('k3');
    contest.undo();
    expect(contest.statuses()).toEqual(['performing', 'waiting', 'waiting', 'waiting']);
    expect(contest.now()).toMatchObject({ shown, timer });
    contest.undo();
    expect(contest.statuses()).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    expect(contest.now().shown).toBeNull();
    expect(contest.act(committee, { type: 'undo-stage', step: `${'a'.repeat(26)}:9` })).toMatchObject(
      refused('already-done'),
    );
  });

  test('[D8] pressed twice, one step is taken back; what was changed since stays', () => {
    const contest = play();
    contest.show('k1');
    contest.show('k2');
    contest.must(committee, { type: 'change-contestant-status', contestant: 'k1', status: 'disqualified' });
    const step = contest.now().steps.at(-1)?.ref ?? '';
    contest.must(committee, { type: 'undo-stage', step });
    expect(contest.must(committee, { type: 'undo-stage', step })).toEqual([]);
    expect(contest.statuses()).toEqual(['disqualified', 'waiting', 'waiting', 'waiting']);
    expect(contest.now().shown?.contestant).toBe('k1');
  });

  test('[D8] who is put back on stage performs, and who waits is not passed over for good', () => {
    const contest = play();
    contest.show('k1');
    contest.show('k3');
    contest.show('k1');
    expect(contest.statuses()).toEqual(['performing', 'waiting', 'performed', 'waiting']);
    contest.show('k4');
    expect(contest.next()).toBe('k2');
  });

  test('[D8] one who stays away is shown only when a person has confirmed it', () => {
    const contest = play();
    contest.must(committee, { type: 'change-contestant-status', contestant: 'k1', status: 'withdrawn' });
    const show: Command = { type: 'show-stage', contestant: 'k1', stage: 's' };
    expect(contest.act(committee, show)).toMatchObject(refused('not-ranked'));
    contest.must(committee, { ...show, outside: true });
    expect(contest.now().shown?.contestant).toBe('k1');
    expect(contest.statuses()[0]).toBe('withdrawn');
  });

  test('[D20] values and notes of the wrong sheet go to the right one, and what stood there comes back', () => {
    const contest = play({
      rubrics: [rubric('r', 's', [criterion('isi', '60'), criterion('hasil', '40')])],
    });
    contest.score('j1', 'k1', '80', 'isi');
    contest.score('j1', 'k1', '70', 'hasil');
    contest.score('j1', 'k2', '60', 'isi');
    const note = { type: 'set-note', contestant: 'k1', stage: 's', criterion: 'isi', text: 'jelas' } as const;
    contest.must(seat('j1'), note);
    const facts = contest.must(seat('j1'), { type: 'move-scores', from: 'k1', to: 'k2', stage: 's' });
    expect(facts.every((fact) => 'from' in fact)).toBe(true);
    expect([...(contest.sheet('j1', 'k2')?.values ?? [])]).toEqual([
      ['isi', '80'],
      ['hasil', '70'],
    ]);
    expect([...(contest.sheet('j1', 'k1')?.values ?? [])]).toEqual([['isi', '60']]);
    expect(contest.now().facts.get('j1/k2')?.notes.get('s/isi')?.heads[0]?.value).toBe('jelas');
    expect(contest.now().facts.get('j1/k1')?.notes.get('s/isi')?.heads[0]?.value).toBe('');
    // Once more is the way back.
    contest.must(seat('j1'), { type: 'move-scores', from: 'k1', to: 'k2', stage: 's' });
    expect(contest.sheet('j1', 'k1')?.values.get('hasil')).toBe('70');
    expect(contest.sheet('j1', 'k2')?.values.size).toBe(1);
  });

  test('[D20] not to a locked sheet, and not while two laptops differ', () => {
    const contest = play();
    const before = contest.now();
    contest.locked('j1', 'k2', '60');
    contest.score('j1', 'k1', '80');
    const move = (to: string): Command => ({ type: 'move-scores', from: 'k1', to, stage: 's' });
    expect(contest.act(seat('j1'), move('k2'))).toMatchObject(refused('locked'));
    contest.must(seat('j1'), { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '90' }, before, 'e');
    expect(contest.act(seat('j1'), move('k3'))).toMatchObject(refused('conflict'));
  });

  test('[D18] a late group comes in after scoring has begun, and opens what was signed off without it', () => {
    const contest = play({ contestants: contestants(1) });
    contest.locked('j1', 'k1', '80');
    contest.must(seat('j1'), { type: 'sign-off-category', category: 'c' });
    const late = { id: 'k9', number: 9, name: 'KBK Terlambat', category: 'c', status: 'waiting' as const };
    contest.must(committee, { type: 'change-contestants', addCategories: [], put: [late], removed: [] });
    expect(contest.sheet('j1', 'k9')?.state).toBe('pending');
    expect(signOffOf(contest.now(), 'j1', 'c')).toBeUndefined();
    contest.locked('j1', 'k9', '70');
    expect(signOffOf(contest.now(), 'j1', 'c')).toBeUndefined();
    contest.must(seat('j1'), { type: 'sign-off-category', category: 'c' });
    expect(signOffOf(contest.now(), 'j1', 'c')).toBeDefined();
  });
});

describe('nothing hidden', () => {
  /** The committee records the absence while the juror, offline, locks. */
  function crossed(kind: 'absence' | 'recusal') {
    const contest = play({ contestants: contestants(2) });
    for (const juror of ['j1', 'j2', 'j3']) contest.locked(juror, 'k2', '50');
    for (const juror of ['j2', 'j3']) contest.locked(juror, 'k1', '80');
    contest.score('j1', 'k1', '90');
    const before = contest.now();
    if (kind === 'absence') {
      contest.must(committee, {
        type: 'record-absences',
        juror: 'j1',
        absences: [{ contestant: 'k1' }],
        reason: 'pulang',
      });
    } else contest.must(seat('j1'), { type: 'recuse', contestant: 'k1', reason: 'satu unit' }, before, 'e');
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' }, before);
    return contest;
  }

  test.each(['absence', 'recusal'] as const)(
    '[E6] a lock beside %s stands until a person decides, and the result is provisional meanwhile',
    (kind) => {
      const contest = crossed(kind);
      expect(contest.sheet('j1', 'k1')?.state).toBe('conflict');
      expect(contest.problems()).toEqual([`lock-beside-${kind}`]);
      const file = contest.file();
      expect([file.absences, file.recusals]).toEqual([[], []]);
      expect(rankContest(file).categories[0]?.provisional).toBe(true);
    },
  );

  test.each(['absence', 'recusal'] as const)('[E6] beside %s, the lock or the exemption counts', (kind) => {
    const settle = (counts: 'lock' | 'exemption'): Command => ({
      type: 'settle-sheet',
      juror: 'j1',
      contestant: 'k1',
      stage: 's',
      counts,
      reason: 'diputuskan',
    });
    const forLock = crossed(kind);
    forLock.must(committee, settle('lock'));
    expect(forLock.sheet('j1', 'k1')?.state).toBe('locked');
    expect([forLock.problems(), forLock.file().scores.length]).toEqual([[], 6]);
    const against = crossed(kind);
    against.must(committee, settle('exemption'));
    expect(against.sheet('j1', 'k1')?.state).toBe(kind === 'absence' ? 'absent' : 'recused');
    expect([against.problems(), against.file().scores.length]).toEqual([[], 5]);
  });

  test('[E6] only the sheet in question leaves an absence from several', () => {
    const contest = play();
    contest.score('j1', 'k1', '90');
    const before = contest.now();
    const absences = ['k1', 'k2', 'k3'].map((contestant) => ({ contestant }));
    contest.must(committee, { type: 'record-absences', juror: 'j1', absences, reason: 'pulang' });
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' }, before);
    const settle = { type: 'settle-sheet', juror: 'j1', contestant: 'k1', stage: 's', counts: 'lock' } as const;
    contest.must(committee, { ...settle, reason: 'sudah dikunci sebelum pulang' });
    const states = ['k1', 'k2', 'k3', 'k4'].map((id) => contest.sheet('j1', id)?.state);
    expect(states).toEqual(['locked', 'absent', 'absent', 'pending']);
  });

  test('[E6] a lock that knows nothing of a reopening does not count until a person looks', () => {
    const contest = play();
    contest.score('j1', 'k1', '90');
    const before = contest.now();
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' });
    contest.must(committee, { type: 'reopen-sheet', juror: 'j1', contestant: 'k1', stage: 's', reason: 'keliru' });
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' }, before, 'e');
    expect([contest.sheet('j1', 'k1')?.state, contest.problems()]).toEqual(['conflict', ['lock-unaware']]);
    contest.must(committee, { type: 'reopen-sheet', juror: 'j1', contestant: 'k1', stage: 's', reason: 'keliru' });
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' });
    expect([contest.sheet('j1', 'k1')?.state, contest.problems()]).toEqual(['locked', []]);
  });

  test('[E6] a lock that arrives after its contestant was withdrawn is shown until the withdrawal is confirmed', () => {
    const contest = play();
    contest.locked('j2', 'k1', '70');
    contest.score('j1', 'k1', '90');
    const before = contest.now();
    const withdraw = { type: 'change-contestant-status', contestant: 'k1', status: 'withdrawn', reason: 'x' } as const;
    contest.must(committee, withdraw);
    expect(contest.problems()).toEqual([]);
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' }, before);
    expect(contest.problems()).toEqual(['lock-outside-ranking']);
    contest.must(committee, withdraw);
    expect(contest.problems()).toEqual([]);
  });

  test('[E9] scores for a contestant that was removed meanwhile are shown; it comes back with them, or they are set aside', () => {
    const contest = play();
    const before = contest.now();
    contest.must(committee, { type: 'change-contestants', addCategories: [], put: [], removed: ['k1'] });
    contest.must(seat('j1'), { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '90' }, before);
    expect(contestProblems(contest.now())).toEqual([
      { type: 'stray-values', juror: 'j1', contestant: 'k1', stage: 's' },
    ]);
    const gone = contest.now().removed.get('k1');
    if (gone === undefined) throw new Error('k1 is kept');
    const restored = applyEvents(contest.now(), [
      {
        ref: `${'a'.repeat(26)}:99`,
        atMs: 99,
        author: committee,
        event: { type: 'contestants-changed', put: [gone], removed: [] },
      },
    ]);
    expect(sheetOf(restored, 'j1', 'k1', 's')?.state).toBe('draft');
    contest.must(committee, { type: 'set-sheets-aside', juror: 'j1', contestant: 'k1', reason: 'bukan peserta' });
    expect(contest.problems()).toEqual([]);
  });

  test('[E10] a lock of a laptop that had not heard of the new name is shown until somebody says what it is for', () => {
    const contest = play();
    const offline = contest.now();
    contest.must(committee, put(contest, 'k1', { name: 'KBK Lain' }));
    const lock = (knowing: Contest, contestant: string, value: string) => {
      contest.must(seat('j1'), { type: 'set-score', contestant, criterion: 'nilai', value }, knowing);
      const scored = contest.events.at(-1);
      if (scored === undefined) throw new Error('a score');
      const then = applyEvents(knowing, [scored]);
      contest.must(seat('j1'), { type: 'lock-sheet', contestant, stage: 's' }, then);
    };
    lock(offline, 'k1', '80');
    expect(contest.problems()).toEqual(['lock-under-other-name']);
    contest.must(committee, {
      type: 'record-former-name',
      juror: 'j1',
      contestant: 'k1',
      stage: 's',
      reason: 'ganti nama pagi tadi',
    });
    expect(contest.problems()).toEqual([]);
    expect(contest.file().formerNames).toEqual([
      { contestant: 'k1', name: 'KBK Contoh 1', reason: 'ganti nama pagi tadi' },
    ]);
    expect(contest.file().scores).toHaveLength(1);
    // Once more is no new fact.
    const again = { type: 'record-former-name', juror: 'j1', contestant: 'k1', stage: 's', reason: 'x' } as const;
    expect(contest.must(committee, again)).toEqual([]);
  });

  test('[E10] two names that were swapped: what was locked before and known is explained, what crosses it is not', () => {
    const contest = play();
    const offline = contest.now();
    contest.locked('j2', 'k1', '70');
    const swap = [
      ['k1', 'KBK Contoh 2'],
      ['k2', 'KBK Contoh 1'],
    ] as const;
    const [first, second] = swap.map(([id, name]) => put(contest, id, { name }));
    if (first?.type !== 'change-contestants' || second?.type !== 'change-contestants') throw new Error('both');
    contest.must(committee, { ...first, put: [...first.put, ...second.put], reason: 'tertukar' });
    expect(contest.problems()).toEqual([]);
    contest.must(seat('j1'), { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '80' }, offline);
    const scored = contest.events.at(-1);
    const then = applyEvents(offline, scored === undefined ? [] : [scored]);
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' }, then);
    expect(contest.problems()).toEqual(['lock-under-other-name']);
    contest.must(committee, { type: 'reopen-sheet', juror: 'j1', contestant: 'k1', stage: 's', reason: 'periksa' });
    expect(contest.problems()).toEqual([]);
  });

  test('[D7] with locked sheets another name or unit needs a reason, and the former one is kept', () => {
    const contest = play();
    contest.must(committee, put(contest, 'k1', { name: 'KBK Mawr' }));
    contest.locked('j1', 'k1', '80');
    const rename = put(contest, 'k1', { name: 'KBK Mawar', unit: 'RSUD' });
    expect(contest.act(committee, rename)).toMatchObject(refused('reason-required'));
    contest.must(committee, { ...rename, reason: 'salah tulis' } as Command);
    contest.must(committee, put(contest, 'k1', { title: 'Judul' }));
    expect(
      contest
        .now()
        .formerNames.get('k1')
        ?.map(({ value }) => value),
    ).toMatchObject([{ name: 'KBK Mawr', unit: undefined, reason: 'salah tulis' }]);
    expect(contest.file().formerNames).toEqual([{ contestant: 'k1', name: 'KBK Mawr', reason: 'salah tulis' }]);
  });

  test('[D18] a sheet locked again after it was opened is not signed off by the old sign-off', () => {
    const contest = play({ contestants: contestants(1) });
    contest.locked('j1', 'k1', '80');
    const before = contest.now();
    contest.must(committee, { type: 'reopen-sheet', juror: 'j1', contestant: 'k1', stage: 's', reason: 'keliru' });
    contest.must(seat('j1'), { type: 'sign-off-category', category: 'c' }, before, 'e');
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' });
    expect(signOffOf(contest.now(), 'j1', 'c')).toBeUndefined();
  });
});

describe('many at once', () => {
  const absences = ['k2', 'k3', 'k4'].map((contestant) => ({ contestant }));

  test('[D10] a juror who leaves is absent for all the rest in one fact, undone as one', () => {
    const contest = play();
    contest.locked('j1', 'k1', '80');
    const facts = contest.must(committee, { type: 'record-absences', juror: 'j1', absences, reason: 'pulang' });
    expect(facts).toHaveLength(1);
    expect(contest.file().absences).toHaveLength(3);
    const [first] = contest.now().absences;
    contest.must(committee, { type: 'cancel-absence', absence: first?.ref ?? '', reason: 'kembali' });
    expect(contest.file().absences).toEqual([]);
  });

  test('[D10] nothing is recorded when one of them is locked already, and one of them can be taken out again', () => {
    const contest = play();
    contest.locked('j1', 'k3', '80');
    const record = { type: 'record-absences', juror: 'j1', absences, reason: 'pulang' } as const;
    expect(contest.act(committee, record)).toMatchObject(refused('locked'));
    contest.must(committee, { ...record, absences: absences.filter((each) => each.contestant !== 'k3') });
    const [first] = contest.now().absences;
    const cancel = { type: 'cancel-absence', absence: first?.ref ?? '', only: 'k2', reason: 'sempat menilai' } as const;
    contest.must(committee, cancel);
    expect(contest.file().absences).toEqual([{ juror: 'j1', contestant: 'k4', reason: 'pulang' }]);
  });
});

test('[E3] [E9] the same facts in any order between logs fold to the same contest', () => {
  const contest = play({ contestants: contestants(3) });
  contest.score('j1', 'k1', '90');
  const before = contest.now();
  contest.must(committee, {
    type: 'record-absences',
    juror: 'j1',
    absences: [{ contestant: 'k1' }, { contestant: 'k2' }],
    reason: 'pulang',
  });
  contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' }, before);
  contest.locked('j2', 'k3', '70');
  contest.must(seat('j2'), { type: 'set-score', contestant: 'k2', criterion: 'nilai', value: '60' });
  contest.must(seat('j2'), { type: 'move-scores', from: 'k2', to: 'k1', stage: 's' });
  contest.must(committee, { type: 'show-stage', contestant: 'k1', stage: 's' });
  contest.must(committee, { type: 'show-stage', contestant: 'k2', stage: 's' });
  contest.undo();
  contest.must(committee, { type: 'change-contestant-status', contestant: 'k3', status: 'withdrawn', reason: 'x' });
  const logs = [...Map.groupBy(contest.events, ({ ref }) => ref.split(':')[0]).values()];
  const expected = plain(contest.now());
  expect(expected.problems.map(({ type }) => type)).toEqual(['lock-beside-absence']);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (choices) => {
      const left = logs.map((log) => [...log]);
      const mixed: RecordedEvent[] = [];
      while (left.some((log) => log.length > 0)) {
        const open = left.filter((log) => log.length > 0);
        mixed.push(...(open[(choices.next().value ?? 0) % open.length]?.splice(0, 1) ?? []));
      }
      expect(plain(foldEvents(mixed))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

function plain(contest: Contest) {
  return {
    file: toContestFile(contest),
    problems: contestProblems(contest),
    shown: contest.shown,
    facts: contest.facts,
  };
}
