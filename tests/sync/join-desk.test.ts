/** The committee's desk for invitations: what burns one, who waits, and what is kept (rule S5). */
import { describe, expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { createJoinDesk, type Claim, type FailedAttempt, type KeptInvitation } from '../../shared/sync/join-desk.ts';
import { seededRandom } from '../support/core-ports.ts';

const ofSeat = (seat: string): Claim => ({ type: 'secret', seat });
const kept = (more: Partial<KeptInvitation> = {}): KeptInvitation => ({
  seat: 'j1',
  secret: Uint8Array.of(1),
  number: 1,
  digits: '123456',
  failures: 0,
  isUsed: false,
  machine: null,
  ...more,
});

function openDesk(before: readonly KeptInvitation[] = []) {
  let nowMs = 1_000_000;
  const failed: FailedAttempt[] = [];
  const keeps: (readonly KeptInvitation[])[] = [];
  const desk = createJoinDesk({
    clock: { nowMs: () => nowMs },
    random: seededRandom('desk'),
    keeper: { kept: () => before, keep: (next) => keeps.push(next) },
    onFailed: (each) => failed.push(each),
  });
  return { ...desk, failed, keeps, wait: (ms: number) => (nowMs += ms), one: (seat: string) => seen(seat) };

  function seen(seat: string) {
    const found = desk.invitations().find((each) => each.seat === seat);
    if (found === undefined) throw new Error(seat);
    return found;
  }
}

type Desk = ReturnType<typeof openDesk>;

function begin(desk: Desk, claim: Claim, address: string) {
  const attempt = desk.begin(claim, address);
  return attempt.type === 'begun' ? attempt : null;
}

describe('numbers of seats', () => {
  test('[S5] the wished one where it is free, else the first free one; a renewed invitation keeps its own', () => {
    const desk = openDesk();
    expect(
      [desk.invite('j1', 3), desk.invite('j2', 3), desk.invite('j3'), desk.invite('j4')].map((each) => each.number),
    ).toEqual([3, 1, 2, 4]);
    const before = desk.one('j1');
    const renewed = desk.invite('j1', 9);
    expect(renewed.number).toBe(3);
    expect(renewed.secret).not.toEqual(before.secret);
    expect(desk.invitations().map((each) => each.seat)).toEqual(['j1', 'j2', 'j3', 'j4']);
  });
});

describe('attempts', () => {
  test('[S5] one that was begun counts as failed until it is proven, and is told when it has come to nothing', () => {
    const desk = openDesk();
    desk.invite('j1');
    const attempt = begin(desk, ofSeat('j1'), 'a');
    expect(desk.one('j1')).toMatchObject({ failures: 1, failedFrom: ['a'], state: 'open' });
    attempt?.proven();
    expect(desk.one('j1')).toMatchObject({ failures: 0, failedFrom: [] });
    attempt?.failed();
    expect(desk.failed).toEqual([]);
    // Who has proven an invitation does not wait for the next.
    const next = begin(desk, ofSeat('j1'), 'a');
    next?.failed();
    next?.failed();
    next?.proven();
    expect(desk.failed).toEqual([{ seat: 'j1', address: 'a', failures: 1, isBurnt: false }]);
    expect(desk.one('j1').failures).toBe(1);
  });

  test('[S5] the third failure burns it, and what is burnt asks nobody', () => {
    const desk = openDesk();
    desk.invite('j1');
    const addresses = Array.from({ length: limits.joinFailures }, (_, index) => `a${index}`);
    for (const address of addresses) begin(desk, ofSeat('j1'), address)?.failed();
    expect(desk.failed.map(({ failures, isBurnt }) => [failures, isBurnt])).toEqual(
      addresses.map((_, index) => [index + 1, index === limits.joinFailures - 1]),
    );
    expect(desk.one('j1')).toMatchObject({ state: 'burnt', failedFrom: addresses });
    expect(desk.begin(ofSeat('j1'), 'z')).toEqual({ type: 'refused', reason: 'burnt' });
    desk.invite('j1');
    expect(desk.one('j1')).toMatchObject({ state: 'open', failures: 0, failedFrom: [] });
  });

  test('[S5] one of two from the same address that is proven takes back its own failure alone', () => {
    const desk = openDesk();
    desk.invite('j1');
    const first = begin(desk, ofSeat('j1'), 'a');
    const second = begin(desk, ofSeat('j1'), 'b');
    second?.proven();
    expect(desk.one('j1')).toMatchObject({ failures: 1, failedFrom: ['a'] });
    expect(desk.guessing()).toMatchObject({ count: 1, addresses: ['a'] });
    first?.proven();
    expect(desk.guessing()).toMatchObject({ count: 0, addresses: [] });
  });

  test('[S5] an attempt with an invitation that was renewed meanwhile is no concern of the new one', () => {
    const desk = openDesk();
    desk.invite('j1');
    const before = begin(desk, ofSeat('j1'), 'a');
    desk.invite('j1');
    before?.proven();
    expect(desk.one('j1').failures).toBe(0);
    const other = begin(desk, ofSeat('j1'), 'b');
    desk.invite('j1');
    other?.failed();
    expect(desk.failed).toMatchObject([{ address: 'b', failures: 0, isBurnt: false }]);
    const third = begin(desk, ofSeat('j1'), 'c');
    desk.invite('j1');
    begin(desk, ofSeat('j1'), 'd');
    third?.proven();
    expect(desk.one('j1').failures).toBe(1);
  });

  test('[S5] a seat that does not exist is answered like one that does, burnt too, and told as none', () => {
    const desk = openDesk();
    for (const claim of [ofSeat('nobody'), { type: 'code', number: 77 } as const]) {
      for (let time = 0; time < limits.joinFailures; time += 1) {
        const attempt = begin(desk, claim, `${claim.type}${time}`);
        expect(attempt).toMatchObject({ type: 'begun', seat: null });
        expect(attempt?.secret).toHaveLength(limits.invitationSecretBytes);
        attempt?.failed();
      }
      expect(desk.begin(claim, 'z')).toEqual({ type: 'refused', reason: 'burnt' });
      desk.wait(limits.joinPaceMs + limits.joinDelayMs);
    }
    expect(desk.failed.map(({ seat, failures }) => [seat, failures])).toEqual(
      [1, 2].flatMap(() => [1, 2, 3].map((count) => [null, count])),
    );
    expect(desk.invitations()).toEqual([]);
  });

  test('[S5] each seat that does not exist burns for itself, by name and by number', () => {
    const desk = openDesk();
    const claims: readonly Claim[] = [
      ofSeat('nobody'),
      ofSeat('no-one'),
      { type: 'code', number: 77 },
      { type: 'code', number: 78 },
    ];
    for (const [at, claim] of claims.entries()) {
      for (let time = 0; time < limits.joinFailures; time += 1) {
        expect(begin(desk, claim, `${at}-${time}`), `${at} ${time}`).not.toBeNull();
      }
      desk.wait(limits.joinPaceMs);
    }
  });

  test('[S5] of seats that do not exist the ones tried last are remembered, two hundred of them', () => {
    const desk = openDesk();
    let tried = 0;
    const tryOnce = (seat: string) => {
      desk.wait(limits.joinPaceMs);
      tried += 1;
      return desk.begin(ofSeat(seat), `a${tried}`).type;
    };
    for (let time = 0; time < limits.joinFailures; time += 1) tryOnce('first');
    for (let other = 1; other < 200; other += 1) tryOnce(`other-${other}`);
    expect(tryOnce('first')).toBe('refused');
    // This one is tried for the second time: what comes after it does not push it out.
    tryOnce('other-1');
    expect(tryOnce('other-200')).toBe('begun');
    expect(tryOnce('first')).toBe('begun');
    for (let other = 201; other < 398; other += 1) tryOnce(`other-${other}`);
    tryOnce('other-1');
    expect(tryOnce('other-1')).toBe('refused');
  });

  test('[S5] a code names its seat by the number', () => {
    const desk = openDesk();
    desk.invite('j1');
    desk.invite('j2');
    expect(begin(desk, { type: 'code', number: 2 }, 'a')).toMatchObject({ seat: 'j2', digits: desk.one('j2').digits });
  });
});

describe('waiting', () => {
  test('[S5] an address waits a second after its first failure, then twice as long each time, up to the bound', () => {
    const desk = openDesk();
    for (const second of [1, 2, 4, 8]) {
      desk.invite(`j${second}`);
      expect(begin(desk, ofSeat(`j${second}`), 'a')).not.toBeNull();
      desk.wait(second * 1_000 - 1);
      expect(desk.begin(ofSeat(`j${second}`), 'a')).toEqual({ type: 'refused', reason: 'wait' });
      desk.wait(1);
    }
    for (let time = 0; time < 12; time += 1) {
      desk.invite(`k${time}`);
      expect(begin(desk, ofSeat(`k${time}`), 'a')).not.toBeNull();
      desk.wait(limits.joinDelayMs);
    }
  });

  test('[S5] others do not wait for it, and all together only so many fail within a minute', () => {
    const desk = openDesk();
    for (let index = 0; index < limits.joinFailuresInPace; index += 1) {
      desk.invite(`j${index}`);
      expect(desk.guessing().isSlowed).toBe(false);
      expect(begin(desk, ofSeat(`j${index}`), `a${index}`), String(index)).not.toBeNull();
    }
    desk.invite('last');
    expect(desk.guessing()).toMatchObject({ count: limits.joinFailuresInPace, isSlowed: true });
    expect(desk.begin(ofSeat('last'), 'z')).toEqual({ type: 'refused', reason: 'wait' });
    desk.wait(limits.joinPaceMs - 1);
    expect(desk.begin(ofSeat('last'), 'z')).toEqual({ type: 'refused', reason: 'wait' });
    desk.wait(1);
    expect(begin(desk, ofSeat('last'), 'z')).not.toBeNull();
  });

  test('[S5] what was tried is shown for some minutes', () => {
    const desk = openDesk();
    desk.invite('j1');
    begin(desk, ofSeat('j1'), 'a');
    desk.wait(limits.guessingShownMs - 1);
    expect(desk.guessing()).toMatchObject({ count: 1, addresses: ['a'] });
    desk.wait(1);
    expect(desk.guessing()).toMatchObject({ count: 0, addresses: [] });
  });

  test('[S5] at the longest wait too, it is refused from the very first moment', () => {
    const desk = openDesk();
    for (let time = 0; time < 8; time += 1) {
      desk.invite(`j${time}`);
      begin(desk, ofSeat(`j${time}`), 'a');
      expect(desk.begin(ofSeat(`j${time}`), 'a')).toEqual({ type: 'refused', reason: 'wait' });
      desk.wait(limits.joinDelayMs);
    }
  });

  test('[S5] of the addresses that guess the last twenty are shown', () => {
    const desk = openDesk();
    const addresses = Array.from({ length: 21 }, (_, index) => `a${index}`);
    for (const [at, address] of addresses.entries()) {
      desk.invite(`k${at}`);
      begin(desk, ofSeat(`k${at}`), address);
      desk.wait(limits.joinPaceMs / limits.joinFailuresInPace);
    }
    expect(desk.guessing()).toMatchObject({ count: 21, addresses: addresses.slice(1) });
  });

  test('[S5] a clock that was set back keeps nobody waiting for ever', () => {
    const desk = openDesk();
    desk.invite('j1');
    begin(desk, ofSeat('j1'), 'a');
    desk.wait(-10 * limits.joinDelayMs);
    expect(begin(desk, ofSeat('j1'), 'a')).not.toBeNull();
    expect(desk.guessing().count).toBe(1);
  });
});

describe('what is kept', () => {
  test('[S5] an invitation of the process before is the same, used or burnt as it was', () => {
    const desk = openDesk([
      kept({ failures: 2 }),
      kept({ seat: 'j2', number: 2, isUsed: true, machine: 'Laptop B' }),
      kept({ seat: 'j3', number: 3, failures: limits.joinFailures }),
    ]);
    expect(desk.invitations()).toMatchObject([
      { seat: 'j1', number: 1, digits: '123456', state: 'open', failures: 2, failedFrom: [] },
      { seat: 'j2', state: 'joined', machine: 'Laptop B' },
      { seat: 'j3', state: 'burnt' },
    ]);
    expect(desk.keeps).toEqual([]);
  });

  test('[S5] one without a short code gets one, which is kept at once', () => {
    const desk = openDesk([kept({ digits: null, number: null }), kept({ seat: 'j2', number: 1 })]);
    const [first] = desk.invitations();
    expect(first?.digits).toMatch(/^\d{6}$/);
    expect(desk.keeps.at(-1)).toMatchObject([
      { seat: 'j1', digits: first?.digits, number: first?.number },
      { seat: 'j2' },
    ]);
  });

  test('[S5] each failure is kept before anybody hears of it, and what a restart may forget is not', () => {
    const desk = openDesk();
    desk.invite('j1');
    expect(desk.keeps).toHaveLength(1);
    const renewed = desk.invite('j1');
    expect(desk.keeps).toHaveLength(2);
    expect(desk.keeps.at(-1)).toMatchObject([{ seat: 'j1', secret: renewed.secret }]);
    begin(desk, ofSeat('j1'), 'a');
    expect(desk.keeps.at(-1)).toMatchObject([{ seat: 'j1', failures: 1, isUsed: false, machine: null }]);
    const before = desk.keeps.length;
    desk.mark('j1', 'asking', 'Laptop A');
    expect(desk.one('j1')).toMatchObject({ state: 'asking', machine: 'Laptop A' });
    expect(desk.keeps).toHaveLength(before);
    desk.mark('j1', 'joined', 'Laptop A');
    expect(desk.keeps.at(-1)).toMatchObject([{ isUsed: true, machine: 'Laptop A' }]);
    desk.mark('j1', 'open', null);
    expect(desk.keeps.at(-1)).toMatchObject([{ isUsed: false, machine: null }]);
    desk.mark('nobody', 'joined', 'x');
    expect(desk.invitations()).toHaveLength(1);
  });
});
