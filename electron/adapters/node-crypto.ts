/**
 * The ports Crypto, Random and Clock on the platform (node:crypto: Ed25519, SHA-256, AES-256-GCM), and the making and
 * wrapping of keys (HPKE of RFC 9180 by @hpke/core: X25519, HKDF-SHA256, AES-256-GCM), which is asynchronous.
 * Keys are raw bytes everywhere else; Node's key objects stay in here.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  hash,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { base32Bytes, fromBase32, toBase32 } from '../../shared/lib/base32.ts';
import { present } from '../../shared/lib/assert.ts';
import type { KeyBox } from '../../shared/laptop/ports.ts';
import type { Clock, Crypto, DeviceKeys, Random } from '../../shared/ports.ts';
import { plainBytes } from './plain-bytes.ts';

export const systemClock: Clock = { nowMs: () => Date.now() };

export const nodeRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

const tagBytes = 16;
const keysKept = 256;
const privateKeys = new Map<string, KeyObject>();
const publicKeys = new Map<string, KeyObject>();
/** By the bytes themselves, which nobody changes: made anew for each entry, a key object costs more than the entry. */
const secretKeys = new WeakMap<Uint8Array, KeyObject>();

export const nodeCrypto: Crypto = {
  hash: (bytes) => plainBytes(hash('sha256', bytes, 'buffer')),
  hmac: (key, message) => new Uint8Array(createHmac('sha256', key).update(message).digest()),
  sign: (privateKey, message) => new Uint8Array(sign(null, message, signingPrivateKey(privateKey))),
  verify: (publicKey, message, signature) => {
    try {
      return verify(null, message, signingPublicKey(publicKey), signature);
    } catch {
      return false;
    }
  },
  encrypt: (key, nonce, plaintext, associated) => {
    const cipher = createCipheriv('aes-256-gcm', secretKey(key), nonce);
    cipher.setAAD(associated);
    return new Uint8Array(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]));
  },
  decrypt: (key, nonce, ciphertext, associated) => {
    if (ciphertext.length < tagBytes) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', secretKey(key), nonce);
      decipher.setAAD(associated);
      decipher.setAuthTag(ciphertext.subarray(ciphertext.length - tagBytes));
      const body = ciphertext.subarray(0, ciphertext.length - tagBytes);
      // All of it comes at once in this mode; what is left is whether it is genuine.
      const plain = decipher.update(body);
      decipher.final();
      return plainBytes(plain);
    } catch {
      return null;
    }
  },
};

export function makeDeviceKeys(): DeviceKeys {
  const signing = generateKeyPairSync('ed25519');
  const box = generateKeyPairSync('x25519');
  return {
    signingKey: jwkText(signing.publicKey, 'x'),
    signingPrivateKey: jwkText(signing.privateKey, 'd'),
    boxKey: jwkText(box.publicKey, 'x'),
    boxPrivateKey: jwkText(box.privateKey, 'd'),
  };
}

/** Hides a data key for the holder of a box key. All texts base32. */
export async function wrapKey(dataKey: Uint8Array, boxKey: string): Promise<{ boxKey: string; sealed: string }> {
  const suite = hpkeSuite();
  const recipientPublicKey = await suite.kem.deserializePublicKey(exactBuffer(base32Bytes(boxKey)));
  const sender = await suite.createSenderContext({ recipientPublicKey, info: exactBuffer(wrapInfo) });
  const sealed = new Uint8Array(await sender.seal(exactBuffer(dataKey)));
  return { boxKey, sealed: toBase32(joined(new Uint8Array(sender.enc), sealed)) };
}

/** The data key, or null when it was not wrapped for this box key or was changed. */
export async function unwrapKey(sealedText: string, boxPrivateKey: string): Promise<Uint8Array | null> {
  const sealed = fromBase32(sealedText);
  if (sealed === null || sealed.length < 64) return null;
  try {
    const suite = hpkeSuite();
    const recipientKey = await suite.kem.deserializePrivateKey(exactBuffer(base32Bytes(boxPrivateKey)));
    const enc = exactBuffer(sealed.slice(0, 32));
    const recipient = await suite.createRecipientContext({ recipientKey, enc, info: exactBuffer(wrapInfo) });
    return new Uint8Array(await recipient.open(exactBuffer(sealed.slice(32))));
  } catch {
    return null;
  }
}

export const nodeKeyBox: KeyBox = { makeDeviceKeys, wrap: wrapKey, unwrap: unwrapKey };

const wrapInfo = new TextEncoder().encode('gelar-juri data key 1');

function hpkeSuite(): CipherSuite {
  return new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([a, b]));
}

function jwkText(key: KeyObject, part: 'x' | 'd'): string {
  return toBase32(new Uint8Array(Buffer.from(present(key.export({ format: 'jwk' })[part], 'a key part'), 'base64url')));
}

function secretKey(raw: Uint8Array): KeyObject {
  const known = secretKeys.get(raw);
  if (known !== undefined) return known;
  const key = createSecretKey(raw);
  secretKeys.set(raw, key);
  return key;
}

function signingPrivateKey(seed: Uint8Array): KeyObject {
  return remembered(privateKeys, seed, () =>
    createPrivateKey({
      key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
      format: 'der',
      type: 'pkcs8',
    }),
  );
}

function signingPublicKey(raw: Uint8Array): KeyObject {
  return remembered(publicKeys, raw, () =>
    createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
      format: 'der',
      type: 'spki',
    }),
  );
}

function remembered(keys: Map<string, KeyObject>, raw: Uint8Array, make: () => KeyObject): KeyObject {
  const name = toBase32(raw);
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = make();
  if (keys.size >= keysKept) keys.clear();
  keys.set(name, key);
  return key;
}
