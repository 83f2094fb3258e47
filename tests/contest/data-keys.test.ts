/** Sharing data keys with whatever laptop was admitted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeDeviceKeys, nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
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
