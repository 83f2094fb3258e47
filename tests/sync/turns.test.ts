/** Work for many laptops in small pieces (S10): however much there is, everything else has its turn in between. */
import { expect, test } from 'vitest';
import { createTurns } from '../../shared/sync/roles/turns.ts';

function start() {
  const clock = { nowMs: 0 };
  const soon: (() => void)[] = [];
  const done: string[] = [];
  const timers = {
    after: () => () => undefined,
    every: () => () => undefined,
    soon: (run: () => void) => soon.push(run),
  };
  const turns = createTurns({ timers, elapsedMs: () => clock.nowMs });
  const piece = (name: string, ms: number) => () => {
    clock.nowMs += ms;
    done.push(name);
  };
  /** What waits now has its turn. */
  const turn = (): readonly string[] => {
    done.length = 0;
    for (const run of soon.splice(0)) run();
    return [...done];
  };
  return { turns, piece, turn };
}

test('[S10] a turn ends after a few milliseconds, whoever the pieces are for', () => {
  const { turns, piece, turn } = start();
  for (const name of ['a', 'b', 'c', 'd', 'e']) turns.soon(piece(name, 4));
  expect([turn(), turn(), turn(), turn()]).toEqual([['a', 'b'], ['c', 'd'], ['e'], []]);
});

test('[S10] a laptop with much to work off waits behind the others after each piece', () => {
  const { turns, piece, turn } = start();
  let left = 3;
  const much = () => {
    piece('much', 4)();
    left -= 1;
    if (left > 0) turns.soon(much);
  };
  turns.soon(much);
  turns.soon(piece('b', 4));
  turns.soon(piece('c', 4));
  expect([turn(), turn(), turn()]).toEqual([['much', 'b'], ['c', 'much'], ['much']]);
});

test('[S10] a piece that waits already is not taken twice', () => {
  const { turns, piece, turn } = start();
  const once = piece('a', 1);
  turns.soon(once);
  turns.soon(once);
  expect(turn()).toEqual(['a']);
  turns.soon(once);
  expect(turn()).toEqual(['a']);
});
