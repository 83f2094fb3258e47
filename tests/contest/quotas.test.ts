/** What one admitted laptop may fill, on a real committee folder (rule L16). */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDeviceKeys, nodeCrypto, nodeRandom } from '../../electron/adapters/node-crypto.ts';
import type { DeviceKeys } from '../../shared/ports.ts';
import { planContest } from '../../electron/cli/rehearse-contest.ts';
import { createCommitteeFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { present } from '../../shared/lib/assert.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { limits } from '../../shared/limits.ts';
import { deviceIdOf, encodeEntry } from '../../shared/log/entry.ts';
import { deviceQuota, quotasOf, type Usage } from '../../shared/log/quotas.ts';
import type { Batch } from '../../shared/log/receive.ts';
import { beginWriter, memoryPorts } from '../support/core-ports.ts';
import { wordsOf } from '../../shared/say/words.ts';

/** One for all: each log that is begun gets further random bytes. */
const strangersDisk = memoryPorts();

let folder: string;
let contest: OpenContest;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  const file = parseContestText(readFileSync('tests/fixtures/example-contest.json', 'utf8'));
  if (!file.ok) throw new Error(file.error.type);
  const created = await createCommitteeFolder(path.join(folder, 'panitia'), file.value);
  if (!created.ok) throw new Error(created.error.type);
  contest = created.value;
});

afterEach(() => {
  contest.close();
  rmSync(folder, { recursive: true, force: true });
});

function admit(seat: string): DeviceKeys {
  const device = makeDeviceKeys();
  const id = deviceOf(device);
  const { signingKey, boxKey } = device;
  const admitted = contest.execute(
    { role: 'committee' },
    { type: 'admit-device', device: id, signingKey, boxKey, seat, machine: 'X' },
  );
  expect(admitted.ok).toBe(true);
  return device;
}

function deviceOf(device: DeviceKeys): string {
  return deviceIdOf(base32Bytes(device.signingKey), nodeCrypto);
}

/** A log of one entry, as it goes over the wire. */
function newLog(seat: string, device?: DeviceKeys): Batch {
  const { identity, opening } = beginWriter(strangersDisk, 'seat', seat, device);
  const [first] = opening;
  const signature = present(first?.signature, 'signed');
  return { log: identity.log, entries: opening.map(({ bytes }) => bytes), signature };
}

function reasons(batches: readonly Batch[]): readonly string[] {
  return contest.receiveAll(batches).map((each) => (each.ok ? 'stored' : each.error.type));
}

test('[L16] 450 logs of one laptop leave room for whoever joins later, also after a restart', async () => {
  const greedy = admit('j1');
  const answers = reasons(Array.from({ length: 450 }, () => newLog('j1', greedy)));
  expect(answers.filter((each) => each === 'stored')).toHaveLength(limits.logsPerDevice);
  expect(answers.filter((each) => each === 'over-quota')).toHaveLength(450 - limits.logsPerDevice);
  expect(reasons([newLog('j2', admit('j2'))])).toEqual(['stored']);
  contest.close();
  const opened = await openContestFolder(path.join(folder, 'panitia'));
  if (!opened.ok) throw new Error(opened.error.type);
  contest = opened.value;
  expect(reasons([newLog('j1', greedy), newLog('j3', admit('j3'))])).toEqual(['over-quota', 'stored']);
});

test('[L16] logs of laptops that nobody admitted wait, and fill nothing', () => {
  expect(new Set(reasons(Array.from({ length: 450 }, () => newLog('j1'))))).toEqual(new Set(['not-yet']));
  expect(contest.log.heads()).toHaveLength(1);
  const late = makeDeviceKeys();
  const batch = newLog('j1', late);
  expect(reasons([batch])).toEqual(['not-yet']);
  const { signingKey, boxKey } = late;
  contest.execute(
    { role: 'committee' },
    { type: 'admit-device', device: deviceOf(late), signingKey, boxKey, seat: 'j1', machine: 'X' },
  );
  expect(reasons([batch])).toEqual(['stored']);
});

test('[L16] of 46 MB of large entries little is taken', () => {
  const greedy = admit('j1');
  const ports = memoryPorts();
  const { identity, opening } = beginWriter(ports, 'seat', 'j1', greedy);
  let { hash: prevHash } = present(opening[0], 'a log begins');
  const text = 'x'.repeat(limits.payloadBytes - 2048);
  const key = present(identity.form.key, 'a seat log hides what it says');
  let taken = 0;
  reasons([
    {
      log: identity.log,
      entries: opening.map(({ bytes }) => bytes),
      signature: present(opening[0]?.signature, 'signed'),
    },
  ]);
  for (let seq = 2; seq < 180; seq += 1) {
    const header = {
      log: identity.log,
      device: identity.device,
      seq,
      prevHash,
      clock: { ms: Date.now() + seq, counter: 0 },
    };
    const bytes = encodeEntry(
      header,
      { text },
      { version: 2, key, knownLogs: [] },
      { crypto: nodeCrypto, random: nodeRandom },
    );
    const signature = nodeCrypto.sign(identity.signingPrivateKey, bytes);
    const [answer] = reasons([{ log: identity.log, entries: [bytes], signature }]);
    if (answer !== 'stored') break;
    prevHash = nodeCrypto.hash(bytes);
    taken += bytes.length;
  }
  expect(taken).toBeLessThan(limits.deviceBytes + 100 * limits.deviceBytesPerCell);
});

test('[L16] an honest juror with 52 groups and 20 criteria stays far below, whatever is reopened', async () => {
  const planned = await planContest(wordsOf.id, { order: 52, rubric: 20, jurors: 15 });
  if (!planned.ok) throw new Error(planned.error.message);
  const quota = deviceQuota(planned.value.file);
  // Every score changed five times, every sheet locked and opened five times, with a long note each.
  const entries = 52 * 20 * 5 + 52 * 5 * 3;
  expect(quota.entries).toBeGreaterThan(entries * 5);
  expect(quota.bytes).toBeGreaterThan((52 * 20 * 5 * 400 + 52 * 5 * 3500) * 2);
  expect(quota.logs).toBeGreaterThan(20);
});

test('[L16] many greedy laptops together leave everybody the room for their first logs, and a revoked one gives its own back', () => {
  const revoked = { atMs: 0, reason: '', upTo: [] };
  const full: Usage = { logs: limits.logsPerDevice, entries: 100, bytes: 1000 };
  const greedy = Array.from({ length: 27 }, (_, at) => `greedy-${at}`);
  const usage = new Map(greedy.map((device) => [device, full]));
  const one: Usage = { logs: 1, entries: 1, bytes: 300 };
  const ask = (revokedCount: number, device: string, has: Usage) => {
    const devices = new Map(
      [...greedy, 'late'].map((each, at) => [each, { revoked: at < revokedCount ? revoked : null }]),
    );
    return quotasOf({ setup: null, devices }, new Set(), new Map([...usage, ['late', has]]))(device, one);
  };
  const few = (logs: number): Usage => ({ logs, entries: logs, bytes: logs });
  expect(ask(0, 'late', few(0))).toBe('fits');
  expect(ask(0, 'late', few(limits.logsKeptPerDevice - 1))).toBe('fits');
  expect(ask(0, 'late', few(25))).toBe('over-quota');
  expect(ask(1, 'late', few(25))).toBe('fits');
});
