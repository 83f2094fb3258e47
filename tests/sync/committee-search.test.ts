/** Where a juror's laptop looks for the committee: the address of last time and hints take turns (rule S4). */
import { describe, expect, test } from 'vitest';
import type { CommitteeAddress } from '../../shared/sync/roles/ports.ts';
import { createCommitteeSearch } from '../../shared/sync/roles/committee-search.ts';

const at = (last: number, port = 47_470): CommitteeAddress => ({ host: `192.168.1.${last}`, port });

function search(known: CommitteeAddress | null = at(10), given?: CommitteeAddress) {
  const kept: CommitteeAddress[] = [];
  let hear: ((address: CommitteeAddress) => void) | null = null;
  let told = 0;
  let listened = 0;
  const found = createCommitteeSearch(
    {
      address: () => known,
      keepAddress: (address) => kept.push(address),
      listen: (onFound) => {
        hear = onFound;
        listened += 1;
        return () => (hear = null);
      },
    },
    given,
    () => (told += 1),
  );
  return {
    ...found,
    kept,
    hint: (address: CommitteeAddress) => hear?.(address),
    isListening: () => hear !== null,
    told: () => told,
    listened: () => listened,
  };
}

describe('looking for the committee', () => {
  test('[S4] without an address nothing is tried and nothing listened for', () => {
    const nowhere = search(null);
    nowhere.failed();
    expect([nowhere.next(), nowhere.address(), nowhere.isListening()]).toEqual([null, null, false]);
  });

  test('[S4] an address that was given is kept, one of last time is not kept again', () => {
    expect(search(at(10), at(11)).kept).toEqual([at(11)]);
    expect(search(at(10)).kept).toEqual([]);
    expect(search(at(10), at(11)).address()).toEqual(at(11));
  });

  test('[S4] hints are listened for once nobody answers, a new one is tried at once, then they take turns', () => {
    const found = search();
    expect([found.next(), found.isListening()]).toEqual([at(10), false]);
    found.failed();
    expect(found.isListening()).toBe(true);
    found.hint(at(20));
    expect(found.told()).toBe(1);
    expect(found.next()).toEqual(at(20));
    const turns = [1, 2, 3].map(() => {
      found.failed();
      return found.next();
    });
    expect(turns).toEqual([at(10), at(20), at(10)]);
  });

  test('[S4] a hint that is known already changes nothing, another port is another address', () => {
    const found = search();
    found.look();
    found.hint(at(10));
    found.hint(at(20));
    found.hint(at(20));
    expect(found.told()).toBe(1);
    found.hint(at(20, 5_123));
    expect(found.told()).toBe(2);
  });

  test('[S4] so many hints are kept and no more', () => {
    const found = search();
    found.look();
    for (let last = 20; last < 30; last += 1) found.hint(at(last));
    expect(found.told()).toBe(8);
  });

  test('[S4] a hint becomes the address once the committee has proven itself there', () => {
    const found = search();
    found.look();
    found.hint(at(20));
    found.next();
    expect(found.address()).toEqual(at(10));
    found.settle();
    expect([found.address(), found.kept, found.isListening()]).toEqual([at(20), [at(20)], false]);
    found.settle();
    expect(found.kept).toEqual([at(20)]);
    found.failed();
    expect(found.next()).toEqual(at(20));
  });

  test('[S4] who refuses this laptop is tried no longer first, and only another contest’s committee makes it listen', () => {
    const found = search();
    found.refused(false);
    expect(found.isListening()).toBe(false);
    found.refused(true);
    expect(found.isListening()).toBe(true);
    found.hint(at(20));
    found.next();
    found.refused(false);
    // Three failures: the hint's turn.
    expect(found.next()).toEqual(at(20));
  });

  test('[S4] where a person says it is comes first, and the address before stays a hint', () => {
    const found = search();
    found.failed();
    found.moveTo(at(30));
    expect([found.address(), found.kept, found.next()]).toEqual([at(30), [at(30)], at(30)]);
    found.failed();
    expect(found.next()).toEqual(at(10));
    found.moveTo(at(10));
    found.failed();
    expect(found.next()).toEqual(at(30));
  });

  test('[S4] where a person says it is may have been a hint, or the first that is known at all', () => {
    const found = search();
    found.failed();
    found.hint(at(20));
    found.moveTo(at(20));
    const turns = [1, 2, 3, 4].map(() => {
      found.failed();
      return found.next();
    });
    // Each has its turn once.
    expect(turns).toEqual([at(10), at(20), at(10), at(20)]);
    const nowhere = search(null);
    nowhere.moveTo(at(30));
    nowhere.failed();
    expect([nowhere.next(), nowhere.next()]).toEqual([at(30), at(30)]);
  });

  test('[S20] where a person says it is is tried before a hint that nobody has tried yet', () => {
    const found = search();
    found.failed();
    found.hint(at(20));
    found.moveTo(at(30));
    expect(found.next()).toEqual(at(30));
    const others = [1, 2].map(() => {
      found.failed();
      return found.next();
    });
    expect(others).toEqual([at(10), at(20)]);
  });

  test('[S4] of the places where it was said to be the last ones stay hints, so many and no more', () => {
    const found = search();
    for (let last = 11; last < 25; last += 1) found.moveTo(at(last));
    const turns = Array.from({ length: 18 }, () => {
      found.failed();
      return found.next()?.host;
    });
    expect(new Set(turns).size).toBe(9);
  });

  test('[S4] it listens once, however often nobody answers', () => {
    const found = search();
    for (let time = 0; time < 3; time += 1) found.failed();
    expect(found.listened()).toBe(1);
  });

  test('[S4] on the committee’s own laptop, and once closed, nothing is listened for', () => {
    const own = search({ host: '127.0.0.1', port: 47_470 });
    own.failed();
    expect(own.isListening()).toBe(false);
    const closed = search();
    closed.failed();
    closed.close();
    expect(closed.isListening()).toBe(false);
    closed.failed();
    expect(closed.isListening()).toBe(false);
  });
});
