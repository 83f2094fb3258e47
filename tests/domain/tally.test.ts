/** Ballots of an award: two people type them in, what differs is settled, and all of it is kept. */
import { expect, test } from 'vitest';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { sealLacks } from '../../shared/seal/propose.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { contestants, jurors } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';
import { sealed } from '../support/sealed-contest.ts';

const award = { id: 'suara', name: 'Favorit penonton', kind: 'ballots', count: 1 };

function play() {
  const contest = playContest({
    jurors: jurors(1),
    contestants: contestants(3),
    awards: [award, { id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 1 }],
  });
  const votes = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([contestant, count]) => ({ contestant, votes: count }));
  return {
    ...contest,
    enter: (by: string, counts: Readonly<Record<string, number>>, more: { reason?: string } = {}): Command => ({
      type: 'enter-tally',
      award: 'suara',
      by,
      votes: votes(counts),
      ...more,
    }),
    settle: (counts: Readonly<Record<string, number>>): Command => ({
      type: 'settle-tally',
      award: 'suara',
      votes: votes(counts),
      reason: 'dihitung bersama',
    }),
    counted: () => toContestFile(contest.now()).awards.flatMap((each) => (each.kind === 'ballots' ? each.votes : [])),
    winners: () =>
      rankContest(toContestFile(contest.now())).categories[0]?.awards.filter((each) => each.award === 'suara'),
  };
}

test('[D28] what two people say alike holds, zeros left out; one alone counts nowhere', () => {
  const { must, enter, counted, winners, now } = play();
  must(committee, enter('Sari', { k1: 3, k2: 7, k3: 0 }));
  expect([counted(), winners()]).toEqual([[], []]);
  expect(must(committee, enter('Budi', { k2: 7, k1: 3 }))).toEqual([
    {
      type: 'tally-entered',
      award: 'suara',
      by: 'Budi',
      votes: [
        { contestant: 'k1', votes: 3 },
        { contestant: 'k2', votes: 7 },
      ],
    },
  ]);
  expect(winners()).toEqual([{ award: 'suara', contestant: 'k2', place: 1 }]);
  expect(now().tallies.get('suara')?.open).toEqual([]);
});

test('[D28] the second is another person, whatever the spaces and capitals; a third waits for what differs', () => {
  const { must, ask, enter } = play();
  must(committee, enter('Sari Dewi', { k1: 3 }));
  expect(ask(committee, enter(' sari  dewi ', { k1: 3 }))).toEqual(
    refused('already-done', { reason: 'tally-by-same', by: 'Sari Dewi' }),
  );
  must(committee, enter('Budi', { k1: 4 }));
  expect(ask(committee, enter('Citra', { k1: 4 }))).toEqual(refused('conflict', { reason: 'tallies-differ' }));
});

test('[D28] what differs is settled with a reason, and nothing else; both entries stay in the log', () => {
  const { must, ask, enter, settle, counted, recorded } = play();
  expect(ask(committee, settle({}))).toEqual(refused('incomplete', { reason: 'tally-not-twice' }));
  must(committee, enter('Sari', { k1: 475, k2: 7 }));
  must(committee, enter('Budi', { k1: 425, k2: 7 }));
  expect(counted()).toEqual([]);
  const others: Record<string, number>[] = [{ k1: 475, k2: 8 }, { k1: 475 }, { k1: 475, k2: 7, k3: 1 }];
  for (const other of others) {
    expect(ask(committee, settle(other))).toEqual(refused('invalid-setup', { reason: 'tally-agreed-otherwise' }));
  }
  const entries = recorded().flatMap(({ event, ref }) => (event.type === 'tally-entered' ? [ref] : []));
  expect(must(committee, settle({ k1: 475, k2: 7 }))).toMatchObject([{ type: 'tally-settled', entries }]);
  expect(counted()).toEqual([
    { contestant: 'k1', votes: 475 },
    { contestant: 'k2', votes: 7 },
  ]);
  expect(entries).toHaveLength(2);
});

test('[D28] entries are withdrawn with a reason; counting again asks for one and what held stays until two agree', () => {
  const { must, ask, enter, counted } = play();
  const withdraw: Command = { type: 'withdraw-tally', award: 'suara', reason: 'kotak tertukar' };
  expect(ask(committee, withdraw)).toEqual({ ok: true, value: [] });
  must(committee, enter('Sari', { k1: 1 }));
  must(committee, withdraw);
  must(committee, enter('Sari', { k1: 2 }));
  must(committee, enter('Budi', { k1: 2 }));
  expect(ask(committee, enter('Sari', { k1: 5 }))).toEqual(
    refused('reason-required', { reason: 'tally-counted-already' }),
  );
  must(committee, enter('Sari', { k1: 5 }, { reason: 'satu kotak tertinggal' }));
  expect(counted()).toEqual([{ contestant: 'k1', votes: 2 }]);
  must(committee, enter('Budi', { k1: 5 }));
  expect(counted()).toEqual([{ contestant: 'k1', votes: 5 }]);
});

test('[D28] only of an award by ballots, for its groups, each once; by the committee', () => {
  const { ask, enter } = play();
  expect(ask(committee, { ...enter('Sari', {}), award: 'harapan' } as Command)).toEqual(
    refused('unknown-id', { reason: 'unknown-here', kind: 'award', id: 'harapan' }),
  );
  expect(ask(committee, enter('Sari', { k9: 1 }))).toEqual(
    refused('unknown-id', { reason: 'unknown-here', kind: 'contestant', id: 'k9' }),
  );
  const twice = [
    { contestant: 'k1', votes: 1 },
    { contestant: 'k1', votes: 1 },
  ];
  expect(ask(committee, { ...enter('Sari', {}), votes: twice } as Command)).toEqual(
    refused('invalid-setup', { reason: 'contestant-named-twice' }),
  );
  expect(ask(seat('j1'), enter('Sari', {}))).toMatchObject({ ok: false, error: { type: 'wrong-role' } });
});

test('[D28] a group that is taken away, or an award that is for other categories now, takes its ballots along', () => {
  const { must, enter, counted } = play();
  must(committee, enter('Sari', { k1: 1, k3: 2 }));
  must(committee, enter('Budi', { k1: 1, k3: 2 }));
  must(committee, { type: 'change-contestants', addCategories: [], put: [], removed: ['k3'] });
  expect(counted()).toEqual([{ contestant: 'k1', votes: 1 }]);
});

test('[D28] [Z6] no ballots are entered of what is sealed; those of the whole contest wait for its own seal', () => {
  const contest = playContest({
    contest: { name: 'Lomba (contoh)', sealing: true },
    jurors: jurors(1).map((juror) => ({ ...juror, chair: true })),
    contestants: contestants(2),
    awards: [award, { ...award, id: 'semua', scope: 'contest' }],
  });
  contest.lock('j1', 'k1', '90');
  contest.lock('j1', 'k2', '80');
  contest.must(seat('j1'), { type: 'sign-off-category', category: 'c' });
  const wait: Command = { type: 'enter-tally', award: 'suara', by: 'Sari', votes: [] };
  contest.must(committee, wait);
  expect(sealLacks(contest.now(), 'c')).toEqual([{ type: 'ballots', awards: ['Favorit penonton'] }]);
  contest.must(committee, { type: 'withdraw-tally', award: 'suara', reason: 'kotak tertukar' });
  sealed(contest, 'c');
  const enter = (id: string, by: string): Command => ({
    type: 'enter-tally',
    award: id,
    by,
    votes: [{ contestant: 'k1', votes: 3 }],
  });
  expect(contest.ask(committee, enter('suara', 'Sari'))).toEqual(
    refused('sealed', { reason: 'sealed', category: 'Kategori' }),
  );
  contest.must(committee, enter('semua', 'Sari'));
  contest.must(committee, enter('semua', 'Budi'));
  expect(contest.now().tallies.get('semua')?.votes).toEqual([{ contestant: 'k1', votes: 3 }]);
  sealed(contest, '*');
  expect(contest.ask(committee, enter('semua', 'Citra'))).toEqual(
    refused('sealed', { reason: 'sealed', category: null }),
  );
});
