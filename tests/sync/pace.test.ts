/** How far the other side is: numbers that come back, patience while none does, and what counts as lost. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { createPace, hearBack, isLost, isTimeToSay, sayNext } from '../../shared/sync/pace.ts';

const underWay = { seq: 9, from: 4, mark: 3, ticks: 0, lost: 0 };

describe('the round trip', () => {
  test('[S18] is the time from the number said to the number heard; it rises at once and falls by a quarter', () => {
    const pace = createPace();
    expect(pace.roundTripMs).toBeNull();
    hearBack(pace, sayNext(pace, 1_000), 1_400);
    expect(pace.roundTripMs).toBe(400);
    hearBack(pace, sayNext(pace, 2_000), 2_900);
    expect(pace.roundTripMs).toBe(900);
    hearBack(pace, sayNext(pace, 3_000), 3_010);
    expect(pace.roundTripMs).toBe(675);
  });

  test('[S9] a number answers for those before it, and is not heard twice, nor before it was said', () => {
    const pace = createPace();
    const [first, second] = [sayNext(pace, 0), sayNext(pace, 100)];
    hearBack(pace, 3, 500);
    expect([pace.heard, pace.roundTripMs]).toEqual([0, null]);
    hearBack(pace, second, 150);
    expect([pace.heard, pace.roundTripMs, pace.waiting.size]).toEqual([second, 50, 0]);
    pace.patience = 99;
    hearBack(pace, first, 9_000);
    expect(pace.heard).toBe(second);
    hearBack(pace, second, 9_000);
    expect([pace.heard, pace.roundTripMs, pace.patience]).toEqual([second, 50, 99]);
  });

  test('[S18] of numbers that wait too long the oldest are forgotten, and measure nothing', () => {
    const pace = createPace();
    for (let at = 1; at <= 17; at += 1) sayNext(pace, at);
    expect(pace.waiting.size).toBe(16);
    hearBack(pace, 1, 5_000);
    expect([pace.heard, pace.roundTripMs]).toEqual([1, null]);
    hearBack(pace, 2, 5_000);
    expect(pace.roundTripMs).toBe(4_998);
  });
});

/** After how many ticks something is said again, so often. */
function waits(times: number, change: (pace: ReturnType<typeof createPace>) => void = () => undefined): number[] {
  const pace = createPace();
  pace.answers = true;
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    sayNext(pace, 0);
    change(pace);
    let ticks = 1;
    while (!isTimeToSay(pace)) ticks += 1;
    taken.push(ticks);
  }
  return taken;
}

describe('when to say again', () => {
  test('[S18] while nothing comes back each wait is twice as long, up to eight times the first', () => {
    const first = limits.resendTicks;
    expect(waits(6)).toEqual([1, 2, 4, 8, 8, 8].map((times) => times * first));
  });

  test('[S18] once the last number has come back, and to one that says none back, at every tick', () => {
    expect(waits(3, (pace) => hearBack(pace, pace.said, 1))).toEqual([1, 1, 1]);
    expect(waits(3, (pace) => (pace.answers = false))).toEqual([1, 1, 1]);
  });

  test('[S18] what came back makes patient no longer', () => {
    let count = 0;
    const taken = waits(5, (pace) => {
      count += 1;
      if (count === 4) hearBack(pace, pace.said - 1, 1);
    });
    expect(taken).toEqual([1, 2, 4, 1, 2].map((times) => times * limits.resendTicks));
  });
});

describe('entries on their way', () => {
  test('[S9] are lost once a second number said after them has come back, one is not enough', () => {
    const pace = { ...createPace(), answers: true };
    expect([3, 4, 5].map((heard) => isLost({ ...pace, heard }, underWay))).toEqual([false, false, true]);
  });

  test('[S9] each time that they were lost they get twice the time, up to eight times', () => {
    const pace = { ...createPace(), answers: true };
    const after = [0, 1, 2, 3, 4].map((lost) => {
      let heard = underWay.mark;
      while (!isLost({ ...pace, heard }, { ...underWay, lost })) heard += 1;
      return heard - underWay.mark;
    });
    expect(after).toEqual([2, 4, 8, 16, 16]);
  });

  test('[S9] to one that says no numbers back they are lost after so many ticks', () => {
    const pace = createPace();
    const at = (ticks: number, lost: number) => isLost(pace, { ...underWay, ticks, lost });
    expect([at(limits.resendTicks - 1, 0), at(limits.resendTicks, 0)]).toEqual([false, true]);
    expect([at(limits.resendTicks * 2 - 1, 1), at(limits.resendTicks * 2, 1)]).toEqual([false, true]);
  });
});
