/** The first entry of a log: its ids follow from its writer's key, and its role from its seat (rule L2). */
import { describe, expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { base32Bytes, toBase32 } from '../../shared/lib/base32.ts';
import { decodeEnvelope, deviceIdOf, encodeEntry, logIdOf, type EnvelopeHeader } from '../../shared/log/entry.ts';
import { openingHeld, openingOf } from '../../shared/log/opening.ts';
import { makeDeviceKeys } from '../../electron/adapters/node-crypto.ts';
import { present } from '../../shared/lib/assert.ts';
import { beginWriter, memoryPorts, seededRandom } from '../support/core-ports.ts';

const random = seededRandom('opening');
const keys = makeDeviceKeys();
const nonce = random.bytes(16);
const signingKey = base32Bytes(keys.signingKey);
const header: EnvelopeHeader = {
  log: logIdOf(signingKey, nonce, nodeCrypto),
  device: deviceIdOf(signingKey, nodeCrypto),
  seq: 1,
  prevHash: new Uint8Array(0),
  clock: { ms: 1_700_000_000_000, counter: 0 },
};
const event = {
  type: 'log-opened',
  role: 'committee',
  seat: null,
  signingKey: keys.signingKey,
  boxKey: keys.boxKey,
  nonce: toBase32(nonce),
  dataKey: null,
  machine: 'laptop',
  application: '0.1.0',
};

function opened(event_: Record<string, unknown> = event, at: EnvelopeHeader = header, key: Uint8Array | null = null) {
  const bytes = encodeEntry(at, event_, { version: 2, key }, { crypto: nodeCrypto, random });
  return openingOf(present(decodeEnvelope(bytes), 'an envelope'), nodeCrypto);
}

describe('an opening', () => {
  test('[L2] says who writes', () => {
    expect(opened()).toEqual(event);
    expect(opened({ ...event, role: 'seat', seat: 'j1' })).toMatchObject({ role: 'seat', seat: 'j1' });
  });

  test('[L2] bears the log’s and the device’s id that follow from its key and nonce', () => {
    const other = toBase32(random.bytes(16));
    expect(opened(event, { ...header, log: other })).toBeNull();
    expect(opened(event, { ...header, device: other })).toBeNull();
    expect(opened({ ...event, nonce: other })).toBeNull();
    expect(opened({ ...event, signingKey: makeDeviceKeys().signingKey })).toBeNull();
  });

  test('[L2] is a seat’s with a seat, and the committee’s without one', () => {
    expect(opened({ ...event, role: 'seat' })).toBeNull();
    expect(opened({ ...event, seat: 'j1' })).toBeNull();
  });

  test('[L18] is the first entry, readable by all, and says nothing else', () => {
    expect(opened(event, { ...header, seq: 2, prevHash: new Uint8Array(32) })).toBeNull();
    expect(opened(event, header, new Uint8Array(32))).toBeNull();
    expect(opened({ type: 'info-changed', contest: { name: 'x' } })).toBeNull();
    expect(opened({ type: 'log-opened' })).toBeNull();
  });
});

test('[L2] of a log that is held the opening is found under its own id alone', () => {
  const ports = memoryPorts();
  const { identity, write } = beginWriter(ports, 'committee');
  write({ type: 'info-changed', contest: { name: 'x' } });
  expect(openingHeld(ports.log, identity.log, nodeCrypto)).toMatchObject({ role: 'committee' });
  expect(openingHeld(createMemoryLog(), identity.log, nodeCrypto)).toBeNull();
  const moved = createMemoryLog();
  moved.append(
    ports.log.read(identity.log, 0, { entries: 9, bytes: 1e6 }).map((each) => ({ ...each, log: 'b'.repeat(26) })),
  );
  expect(openingHeld(moved, 'b'.repeat(26), nodeCrypto)).toBeNull();
});
