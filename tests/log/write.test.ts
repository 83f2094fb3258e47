/** Writing one's own log, and the clock that its entries carry. */
import { describe, expect, test } from 'vitest';
import { decodeEnvelope } from '../../shared/log/entry.ts';
import { compareClocks, merge, tick } from '../../shared/log/hybrid-clock.ts';
import { writeEvents, writtenForm } from '../../shared/log/write.ts';
import { limits } from '../../shared/limits.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { beginWriter, memoryPorts } from '../support/core-ports.ts';

const now = 1_700_000_000_000;
const note = (text: string) => ({ type: 'info-changed' as const, contest: { name: text } });

function clockOf(entries: readonly StoredEntry[]) {
  const [first] = entries;
  return first === undefined ? null : decodeEnvelope(first.bytes)?.clock;
}

describe('the clock of an entry', () => {
  test('[L8] follows the wall clock, and counts where that stands still or goes back', () => {
    expect(tick({ ms: 10, counter: 4 }, 11)).toEqual({ ms: 11, counter: 0 });
    expect(tick({ ms: 10, counter: 4 }, 10)).toEqual({ ms: 10, counter: 5 });
    expect(tick({ ms: 10, counter: 4 }, 9)).toEqual({ ms: 10, counter: 5 });
  });

  test('[L8] another clock moves the own up to it, by at most one minute, and never back', () => {
    const last = { ms: 1_000_000, counter: 3 };
    const minute = limits.clockStepMs;
    expect(merge(last, { ms: 1_000_000 + minute, counter: 9 }, 0)).toEqual({ ms: 1_000_000 + minute, counter: 0 });
    expect(merge(last, { ms: 1_000_001 + minute, counter: 9 }, 0)).toEqual({ ms: 1_000_000 + minute, counter: 0 });
    // A minute from the wall clock, where that is ahead.
    expect(merge(last, { ms: 9_000_000, counter: 9 }, 2_000_000)).toEqual({ ms: 2_000_000 + minute, counter: 0 });
    expect(merge(last, { ms: 1_000_000, counter: 9 }, 0)).toBe(last);
    expect(merge(last, { ms: 999_999, counter: 9 }, 0)).toBe(last);
  });

  test('[L8] orders by the time, then by the counter', () => {
    expect(compareClocks({ ms: 1, counter: 9 }, { ms: 2, counter: 0 })).toBeLessThan(0);
    expect(compareClocks({ ms: 2, counter: 1 }, { ms: 2, counter: 0 })).toBeGreaterThan(0);
    expect(compareClocks({ ms: 2, counter: 1 }, { ms: 2, counter: 1 })).toBe(0);
  });
});

describe('writing', () => {
  test('[L8] what the committee writes comes after what it wrote elsewhere, by time or by counter', () => {
    const at = (after: { ms: number; counter: number }) => {
      const ports = memoryPorts('jam', now);
      const writer = beginWriter(ports, 'committee');
      return clockOf(writeEvents(ports, writer.identity, [note('a')], after));
    };
    expect(at({ ms: now + 5, counter: 7 })).toEqual({ ms: now + 5, counter: 8 });
    expect(at({ ms: now, counter: 7 })).toEqual({ ms: now, counter: 8 });
    // The opening has taken this reading: one further, whatever was elsewhere before that.
    expect(at({ ms: now, counter: 0 })).toEqual({ ms: now, counter: 1 });
    expect(at({ ms: now - 1, counter: 7 })).toEqual({ ms: now, counter: 1 });
  });

  test('[L1] a log is opened once, by its first entry', () => {
    const ports = memoryPorts();
    const { identity, opening, keys } = beginWriter(ports, 'committee');
    const event = {
      type: 'log-opened' as const,
      role: 'committee' as const,
      seat: null,
      signingKey: keys.signingKey,
      boxKey: keys.boxKey,
      nonce: 'a'.repeat(26),
      dataKey: null,
      machine: 'm',
      application: '1',
    };
    expect(() => writeEvents(ports, identity, [event])).toThrow('a log begins with its opening, once');
    expect(() => writeEvents(memoryPorts(), identity, [note('a')])).toThrow('a log begins with its opening, once');
    expect(ports.log.head(identity.log)?.seq).toBe(opening.length);
  });

  test('[L9] nothing to write touches no disk', () => {
    const ports = memoryPorts();
    const { identity } = beginWriter(ports, 'committee');
    const full: EventLog = {
      ...ports.log,
      append: () => {
        throw new Error('the disk is full');
      },
    };
    expect(writeEvents({ ...ports, log: full }, identity, [])).toEqual([]);
    expect(() => writeEvents({ ...ports, log: full }, identity, [note('a')])).toThrow('the disk is full');
  });

  test('[L18] the format of the opening says the version of what follows: up to 2 the second, from 3 on the third', () => {
    const versions = [undefined, 2, 3, 4].map((format) => writtenForm({ format }, null).version);
    expect(versions).toEqual([2, 2, 3, 3]);
    expect(writtenForm({ format: 3, knownLogs: ['a'], knownIds: ['b'] }, Uint8Array.of(1))).toEqual({
      version: 3,
      key: Uint8Array.of(1),
      contestKey: null,
      knownLogs: ['a'],
      knownIds: ['b'],
    });
  });

  test('[L19] openings and the naming of a contest key are readable by all, everything else is hidden', () => {
    const ports = memoryPorts();
    const { identity } = beginWriter(ports, 'committee');
    const form = { ...identity.form, contestKey: new Uint8Array(32).fill(5) };
    const kinds = writeEvents(ports, { ...identity, form }, [
      { type: 'contest-key-set', hash: 'a'.repeat(52), wraps: [], earlier: [] },
      note('a'),
    ]).map(({ bytes }) => bytes[1]);
    expect(kinds).toEqual([0, 2]);
  });
});
