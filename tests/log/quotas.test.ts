/** How much one laptop may put on all the others: each bound on both sides (rule L16). */
import { describe, expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { addUsage, deviceQuota, quotasOf, type Usage } from '../../shared/log/quotas.ts';
import { contestants, contestOf, criterion, rubric, setupIn } from '../support/contest-builder.ts';

const setup = setupIn(
  contestOf({
    rubrics: [rubric('r', 's', [criterion('isi', '60'), criterion('hasil', '40')])],
    contestants: contestants(3),
  }),
);
const quota = deviceQuota(setup);
const nothing: Usage = { logs: 0, entries: 0, bytes: 0 };

function used(more: Partial<Usage>): Usage {
  return { ...nothing, ...more };
}

/** `revoked`: these are no longer admitted. */
function ask(added: Partial<Usage>, usage: Record<string, Partial<Usage>> = {}, revoked: readonly string[] = []) {
  const devices = new Map(
    ['a', ...Object.keys(usage)].map((id) => [
      id,
      { revoked: revoked.includes(id) ? { atMs: 0, reason: '', upTo: [] } : null } as const,
    ]),
  );
  const held = new Map(Object.entries(usage).map(([id, each]) => [id, used(each)]));
  return quotasOf({ setup, devices }, new Set(['panitia']), held)('a', used(added));
}

describe('what one laptop may fill', () => {
  test('[L16] grows by so much per score that a juror may give', () => {
    expect(deviceQuota(null)).toEqual({
      logs: limits.logsPerDevice,
      entries: limits.deviceEntries,
      bytes: limits.deviceBytes,
    });
    expect(quota).toEqual({
      logs: limits.logsPerDevice,
      entries: limits.deviceEntries + 6 * limits.deviceEntriesPerCell,
      bytes: limits.deviceBytes + 6 * limits.deviceBytesPerCell,
    });
  });

  test('what is used is added up part by part', () => {
    expect(addUsage({ logs: 1, entries: 20, bytes: 300 }, { logs: 4, entries: 50, bytes: 600 })).toEqual({
      logs: 5,
      entries: 70,
      bytes: 900,
    });
  });

  test('[L16] the committee has no bound, and who is not known here waits', () => {
    const asked = quotasOf({ setup, devices: new Map() }, new Set(['panitia']), new Map());
    expect(asked('panitia', used({ logs: 9999, entries: 1e9, bytes: 1e12 }))).toBe('fits');
    expect(asked('a', used({ entries: 1 }))).toBe('not-yet');
  });

  test('[L16] the last entry and the last byte of its room fit, one more does not', () => {
    expect(ask({ entries: quota.entries })).toBe('fits');
    expect(ask({ entries: quota.entries + 1 })).toBe('over-quota');
    expect(ask({ entries: 2 }, { a: { entries: quota.entries - 2 } })).toBe('fits');
    expect(ask({ entries: 3 }, { a: { entries: quota.entries - 2 } })).toBe('over-quota');
    expect(ask({ bytes: quota.bytes })).toBe('fits');
    expect(ask({ bytes: quota.bytes + 1 })).toBe('over-quota');
  });

  test('[L16] it begins so many logs, and goes on with those that it has', () => {
    const begun = { a: { logs: limits.logsPerDevice - 1 } };
    expect(ask({ logs: 1 }, begun)).toBe('fits');
    expect(ask({ logs: 2 }, begun)).toBe('over-quota');
    expect(ask({ entries: 1 }, { a: { logs: limits.logsPerDevice + 1 } })).toBe('fits');
  });

  test('[L16] the first logs of a laptop have their room kept, further ones leave it to the others', () => {
    const room = limits.receivedLogs - limits.logsKeptPerDevice * limits.peers;
    const kept = { a: { logs: limits.logsKeptPerDevice - 1 } };
    expect(ask({ logs: 1 }, { ...kept, b: { logs: room } })).toBe('fits');
    const many = { a: { logs: limits.logsKeptPerDevice } };
    expect(ask({ logs: 1 }, { ...many, b: { logs: room - limits.logsKeptPerDevice - 1 } })).toBe('fits');
    expect(ask({ logs: 1 }, { ...many, b: { logs: room - limits.logsKeptPerDevice } })).toBe('over-quota');
  });

  test('[L16] a revoked laptop’s logs take up no kept room, and still stand in the list of all logs', () => {
    const room = limits.receivedLogs - limits.logsKeptPerDevice * limits.peers;
    const many = { a: { logs: limits.logsKeptPerDevice }, b: { logs: room } };
    expect(ask({ logs: 1 }, many)).toBe('over-quota');
    expect(ask({ logs: 1 }, many, ['b'])).toBe('fits');
    const full = { b: { logs: limits.receivedLogs - 1 } };
    expect(ask({ logs: 1 }, full, ['b'])).toBe('fits');
    expect(ask({ logs: 2 }, full, ['b'])).toBe('over-quota');
    expect(ask({ logs: 1 }, full)).toBe('fits');
    expect(ask({ logs: 2 }, full)).toBe('over-quota');
  });
});
