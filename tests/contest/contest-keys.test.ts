/** The contest key hides what the committee says from whoever only carries it, over real folders (rule L19). */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDeviceKeys, nodeCrypto, nodeKeyBox, nodeRandom } from '../../electron/adapters/node-crypto.ts';
import { writeBackup } from '../../electron/contest/backup.ts';
import { createJurorFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { emptyContest } from '../../shared/domain/contest.ts';
import { logOfRef } from '../../shared/domain/ids.ts';
import { createContestKeys } from '../../shared/laptop/contest-keys.ts';
import { base32Bytes, toBase32 } from '../../shared/lib/base32.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import { carry, mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

let dir: string;
let laptops: TwoLaptops;
let opened: OpenContest[] = [];

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-contest-key-'));
  laptops = await twoLaptops(dir, 1);
  opened = [laptops.committee, laptops.juror];
});

afterEach(() => {
  for (const each of opened) each.close();
  rmSync(dir, { recursive: true });
});

test('[L19] nothing that the committee says is in a folder without its key, and a laptop that was never admitted carries it unread', async () => {
  const { committee } = laptops;
  mustExecute(committee, canary);
  const stranger = await jurorFolder('j2');
  const id = committee.writers()[0]?.log ?? '';
  const entries = committee.log.read(id, 0, { entries: 500, bytes: 1_000_000 });
  const signature = entries.at(-1)?.signature ?? new Uint8Array(64);
  expect(stranger.receive({ log: id, entries: entries.map(({ bytes }) => bytes), signature }).ok).toBe(true);
  await stranger.keysSettled();
  expect(stranger.log.heads()).toEqual(committee.log.heads().filter(({ log }) => log === id));
  expect(typesIn(stranger)).toEqual(['contest-key-set', 'contest-key-set']);
  expect(stranger.contest()).toMatchObject({ setup: null, issues: [] });
  for (const each of opened) each.close();
  opened = [];
  for (const folder of readdirSync(dir)) {
    for (const file of readdirSync(path.join(dir, folder), { recursive: true, encoding: 'utf8' })) {
      const name = path.join(dir, folder, file);
      if (!/\.(sqlite|json)/.test(name)) continue;
      expect(readFileSync(name).includes('kenari-7301')).toBe(false);
    }
  }
});

test('[L19] who is admitted reads what was said before, and goes on reading; a copy of a folder reads the same', async () => {
  const { committee, juror } = laptops;
  mustExecute(committee, canary);
  await carry(committee, juror);
  expect(juror.contest().setup?.contest.name).toBe('kenari-7301');
  const second = await admitted('j2');
  await carry(committee, second);
  await second.keysSettled();
  expect(second.contest().setup).toEqual(committee.contest().setup);
  const again = await openContestFolder(juror.dir, { readOnly: true });
  if (!again.ok) throw new Error(again.error.type);
  opened.push(again.value);
  expect(again.value.contest()).toEqual(juror.contest());
});

test('[L19] a revoked laptop reads nothing more, the others do, and who is admitted after it reads everything', async () => {
  const { committee, juror } = laptops;
  const second = await admitted('j2');
  await carry(committee, second);
  const [writer] = juror.writers();
  const end = committee.log.head(laptops.log);
  const upTo = [{ log: laptops.log, seq: end?.seq ?? 0, hash: toBase32(end?.hash ?? new Uint8Array()) }];
  mustExecute(committee, { type: 'revoke-device', device: writer?.deviceId ?? '', upTo, reason: 'hilang' });
  await committee.keysSettled();
  mustExecute(committee, canary);
  await carry(committee, juror);
  await juror.keysSettled();
  expect(juror.log.heads()).toEqual(committee.log.heads());
  expect(juror.contest().devices.get(writer?.deviceId ?? '')?.revoked).not.toBeNull();
  expect(juror.contest().setup?.contest.name).not.toBe('kenari-7301');
  expect(juror.contest().issues).toEqual([]);
  const third = await admitted('j3');
  for (const each of [second, third]) {
    await carry(committee, each);
    await each.keysSettled();
    expect(each.contest().setup).toEqual(committee.contest().setup);
    expect(each.contest().devices).toEqual(committee.contest().devices);
  }
  const [first, next] = committee.contest().contestKeys;
  expect([first?.wraps.has(writer?.device.boxKey ?? ''), next?.wraps.has(writer?.device.boxKey ?? '')]).toEqual([
    true,
    false,
  ]);
  expect(committee.contest().contestKeys.length).toBe(2);
});

test('[L19] not even the very next fact after a revocation can be read by who was revoked', async () => {
  const { committee, juror } = laptops;
  const [writer] = juror.writers();
  mustExecute(committee, { type: 'revoke-device', device: writer?.deviceId ?? '', upTo: [], reason: 'hilang' });
  mustExecute(committee, canary);
  const id = committee.writers()[0]?.log ?? '';
  const entries = committee.log.read(id, juror.log.head(id)?.seq ?? 0, { entries: 500, bytes: 1_000_000 });
  const signature = entries.at(-1)?.signature ?? new Uint8Array(64);
  expect(juror.receive({ log: id, entries: entries.map(({ bytes }) => bytes), signature }).ok).toBe(true);
  await juror.keysSettled();
  expect(juror.contest().devices.get(writer?.deviceId ?? '')?.revoked).not.toBeNull();
  expect(juror.contest().setup?.contest.name).not.toBe('kenari-7301');
  const next = await admitted('j2');
  await carry(committee, next);
  await next.keysSettled();
  expect(next.contest().setup).toEqual(committee.contest().setup);
});

test('[L19] two revocations later the first key is still opened by the last, one after the other', async () => {
  const { committee } = laptops;
  for (const seat of ['j2', 'j3']) {
    const lost = await admitted(seat);
    const [writer] = lost.writers();
    mustExecute(committee, { type: 'revoke-device', device: writer?.deviceId ?? '', upTo: [], reason: 'hilang' });
    await committee.keysSettled();
  }
  mustExecute(committee, canary);
  const keys = committee.contest().contestKeys;
  expect(keys.map(({ earlier }) => [...earlier.keys()])).toEqual([[], [keys[0]?.hash], [keys[1]?.hash]]);
  const last = await admitted('j2', 'lagi');
  await carry(committee, last);
  await last.keysSettled();
  expect(keys.map(({ wraps }) => wraps.has(last.writers()[0]?.device.boxKey ?? ''))).toEqual([false, false, false]);
  expect(last.contest().setup).toEqual(committee.contest().setup);
});

test('[L19] a laptop whose admission was the last thing before the power went is given the key later', async () => {
  const { committee } = laptops;
  const second = await jurorFolder('j2');
  mustExecute(committee, admission(second, 'j2'));
  committee.close();
  await committee.keysSettled();
  const again = await openContestFolder(committee.dir);
  if (!again.ok) throw new Error(again.error.type);
  opened = [...opened.filter((each) => each !== committee), again.value];
  const boxKey = second.writers()[0]?.device.boxKey ?? '';
  const isGiven = () => again.value.contest().contestKeys.at(-1)?.wraps.has(boxKey) === true;
  expect(isGiven()).toBe(false);
  await again.value.shareAmongLaptops();
  await again.value.keysSettled();
  expect(isGiven()).toBe(true);
  const { length } = again.value.recorded();
  await again.value.shareAmongLaptops();
  await again.value.keysSettled();
  expect(again.value.recorded().length).toBe(length);
});

test('[L19] a copy of the committee’s folder goes on in a new log under the same key, which it names first', async () => {
  const { committee, juror } = laptops;
  const copyDir = path.join(dir, 'salinan');
  await writeBackup(committee, copyDir);
  const copy = await openContestFolder(copyDir);
  if (!copy.ok) throw new Error(copy.error.type);
  opened.push(copy.value);
  mustExecute(copy.value, canary);
  const written = copy.value.recorded().filter(({ ref }) => ref.startsWith(copy.value.writers()[0]?.log ?? '-'));
  const hash = committee.contest().contestKeys.at(-1)?.hash;
  expect(written.map(({ event }) => event)).toMatchObject([
    { type: 'contest-key-set', hash, wraps: [], earlier: [] },
    { type: 'info-changed' },
  ]);
  await carry(copy.value, juror);
  expect(juror.contest().setup?.contest.name).toBe('kenari-7301');
});

test('[L19] two folders of the committee that each took another key: who is admitted later reads what both of them said', async () => {
  const { committee, juror } = laptops;
  const copyDir = path.join(dir, 'salinan');
  await writeBackup(committee, copyDir);
  const copy = await openContestFolder(copyDir);
  if (!copy.ok) throw new Error(copy.error.type);
  opened.push(copy.value);
  const device = juror.writers()[0]?.deviceId ?? '';
  for (const [each, reason] of [
    [committee, 'hilang'],
    [copy.value, 'dicuri'],
  ] as const) {
    mustExecute(each, { type: 'revoke-device', device, upTo: [], reason });
    await each.keysSettled();
    mustExecute(each, { type: 'change-info', contest: { name: `lomba ${reason}` } });
  }
  await carry(copy.value, committee);
  await carry(committee, copy.value);
  for (const each of [committee, copy.value]) {
    await each.keysSettled();
    await each.shareAmongLaptops();
    await each.keysSettled();
  }
  const later = await admitted('j2');
  await carry(committee, later);
  await later.keysSettled();
  expect(saidByCommittee(later)).toEqual(saidByCommittee(committee));
  expect(JSON.stringify(saidByCommittee(later))).toMatch(/lomba hilang.*lomba dicuri/);
  const { length } = committee.recorded();
  await committee.shareAmongLaptops();
  await committee.keysSettled();
  expect(committee.recorded().length).toBe(length);
});

test('[L19] while the key in use is being unwrapped no other is taken', async () => {
  const device = makeDeviceKeys();
  const key = nodeRandom.bytes(32);
  const hash = toBase32(nodeCrypto.hash(key));
  const { boxKey, sealed } = await nodeKeyBox.wrap(key, device.boxKey);
  const contest = { ...emptyContest, contestKeys: [{ hash, wraps: new Map([[boxKey, sealed]]), earlier: new Map() }] };
  let unwrapped = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    unwrapped = resolve;
  });
  const slowly: typeof nodeKeyBox = {
    ...nodeKeyBox,
    wrap: async (...given) => {
      const wrap = await nodeKeyBox.wrap(...given);
      setImmediate(unwrapped);
      return wrap;
    },
    unwrap: async (...given) => {
      await gate;
      return nodeKeyBox.unwrap(...given);
    },
  };
  const deviceId = deviceIdOf(base32Bytes(device.signingKey), nodeCrypto);
  const keys = createContestKeys(
    { crypto: nodeCrypto, random: nodeRandom, keyBox: slowly },
    { writers: () => [{ seat: null, log: null, deviceId, device }] },
    { boxKey: device.boxKey },
    false,
  );
  const due = keys.due(() => contest);
  // The fact that gives this laptop the key comes while another one is being wrapped.
  keys.learn(contest, () => undefined);
  expect(await due).toBeNull();
  expect(keys.of(hash)).toEqual(key);
});

const canary = { type: 'change-info', contest: { name: 'kenari-7301' } } as const;

async function jurorFolder(seat: string, folder = seat): Promise<OpenContest> {
  const { committee } = laptops.committee;
  const made = await createJurorFolder(path.join(dir, folder), { seat, device: makeDeviceKeys(), committee });
  if (!made.ok) throw new Error(made.error.type);
  opened.push(made.value);
  return made.value;
}

async function admitted(seat: string, folder = seat): Promise<OpenContest> {
  const laptop = await jurorFolder(seat, folder);
  mustExecute(laptops.committee, admission(laptop, seat));
  await laptops.committee.keysSettled();
  return laptop;
}

function admission(laptop: OpenContest, seat: string) {
  const [writer] = laptop.writers();
  if (writer === undefined) throw new Error('a juror laptop has a writer');
  const { signingKey, boxKey } = writer.device;
  return { type: 'admit-device', device: writer.deviceId, signingKey, boxKey, seat, machine: 'laptop' } as const;
}

function saidByCommittee(contest: OpenContest) {
  const isCommittees = (ref: string) => contest.openings().get(logOfRef(ref))?.role === 'committee';
  return contest.recorded().filter(({ ref }) => isCommittees(ref));
}

function typesIn(contest: OpenContest): readonly string[] {
  return contest.recorded().map(({ event }) => event.type);
}
