/** Sharing data keys with whatever laptop was admitted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeDeviceKeys, nodeCrypto, wrapKey } from '../../electron/adapters/node-crypto.ts';
import type { LogOpened } from '../../shared/domain/facts/events.ts';
import { base32Bytes, toBase32 } from '../../shared/lib/base32.ts';
import { batchOf } from '../../shared/log/batch.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import { keysFrom } from '../../shared/log/envelope-3.ts';
import { beginLog } from '../../shared/log/write.ts';
import { memoryPorts } from '../support/core-ports.ts';
import { mustExecute, twoLaptops } from '../support/two-laptops.ts';

test('[L7] a laptop admitted with a box key that is none is given nothing, and stops nobody', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  const { committee, juror } = await twoLaptops(dir, 1);
  const { signingKey } = makeDeviceKeys();
  const device = deviceIdOf(base32Bytes(signingKey), nodeCrypto);
  // The zero point: whatever is multiplied with it is zero, which the platform refuses.
  const boxKey = 'a'.repeat(52);
  mustExecute(committee, { type: 'admit-device', device, signingKey, boxKey, seat: 'j1', machine: 'laptop' });
  expect(await committee.shareDataKeys(device)).toEqual({ ok: true, value: null });
  expect(committee.contest().sharedKeys.size).toBe(0);
  committee.close();
  juror.close();
  rmSync(dir, { recursive: true, force: true });
});

test('[L18] a log that names another key for its scores than its data key gives is not read, and its laptop is named', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  const { committee, juror } = await twoLaptops(dir, 1);
  const dataKey = new Uint8Array(32).fill(5);
  const hashOf = (bytes: Uint8Array) => toBase32(nodeCrypto.hash(bytes));
  const rightly = { scores: hashOf(keysFrom(dataKey, nodeCrypto).scores) };
  const begun: string[] = [];
  // What everybody will be given later is the key that follows; a log whose opening names no such key cannot be checked then.
  for (const scores of [rightly, { scores: hashOf(new Uint8Array(32)) }, {}]) {
    const keys = makeDeviceKeys();
    const { signingKey, boxKey } = keys;
    const device = deviceIdOf(base32Bytes(signingKey), nodeCrypto);
    mustExecute(committee, { type: 'admit-device', device, signingKey, boxKey, seat: 'j1', machine: 'laptop' });
    const wraps: NonNullable<LogOpened['dataKey']>['wraps'] = [await wrapKey(dataKey, committee.committee.boxKey)];
    const { entries } = beginLog(
      memoryPorts(signingKey),
      { signingPrivateKey: base32Bytes(keys.signingPrivateKey), dataKey },
      {
        role: 'seat',
        seat: 'j1',
        signingKey,
        boxKey,
        dataKey: { hash: hashOf(dataKey), ...scores, wraps },
        machine: 'laptop',
        application: 'uji',
        format: 3,
      },
    );
    expect(committee.receive(batchOf(entries))).toMatchObject({ ok: true });
    begun.push(device);
  }
  await committee.keysSettled();
  expect(committee.unreadableDevices().toSorted()).toEqual(begun.slice(1).toSorted());
  committee.close();
  juror.close();
  rmSync(dir, { recursive: true, force: true });
});
