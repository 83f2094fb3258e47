/**
 * Real keys from a seed, and wrapping without waiting: X25519, SHA-256 and AES-256-GCM of the platform in the place of the
 * asynchronous HPKE, whose randomness has no seed. Everything else of the crypto is the product's own.
 */
import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import type { KeyBox } from '../../shared/laptop/ports.ts';
import { base32Bytes, fromBase32, toBase32 } from '../../shared/lib/base32.ts';
import { hashName } from './disk.ts';
import { concatBytes } from '../../shared/lib/bytes.ts';
import type { Crypto, DeviceKeys, Random } from '../../shared/ports.ts';

const prefixes = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' } as const;
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');
/** Each key wraps once. */
const noNonce = new Uint8Array(12);
const nothing = new Uint8Array(0);

/**
 * The platform's own; a signature that several laptops look at is computed once. `signed`: hashes of all that was ever signed,
 * every entry among it, by `hashName`. `onNonceAgain`: a nonce has met the same key before.
 */
export function rememberingCrypto(onNonceAgain: () => void): {
  readonly crypto: Crypto;
  readonly signed: ReadonlySet<string>;
} {
  const hidden = new Set<string>();
  const known = new Map<string, boolean>();
  const signed = new Set<string>();
  const crypto: Crypto = {
    ...nodeCrypto,
    sign: (privateKey, message) => {
      signed.add(hashName(nodeCrypto.hash(message)));
      return nodeCrypto.sign(privateKey, message);
    },
    encrypt: (key, nonce, plaintext, associated) => {
      const pair = `${hashName(key)}${hashName(nonce)}`;
      if (hidden.has(pair)) onNonceAgain();
      hidden.add(pair);
      return nodeCrypto.encrypt(key, nonce, plaintext, associated);
    },
    verify: (publicKey, message, signature) => {
      const question = [publicKey, message, signature].map((bytes) => Buffer.from(bytes).toString('latin1')).join('|');
      const answer = known.get(question) ?? nodeCrypto.verify(publicKey, message, signature);
      known.set(question, answer);
      return answer;
    },
  };
  return { crypto, signed };
}

export function seededKeyBox(random: Random): KeyBox {
  const opened = new Map<string, KeyObject>();
  const privateKey = (text: string): KeyObject => {
    const key = opened.get(text) ?? privateKeyOf('x25519', base32Bytes(text));
    opened.set(text, key);
    return key;
  };
  return {
    makeDeviceKeys: () => seededDeviceKeys(random),
    wrap: async (dataKey, boxKey) => {
      const sender = privateKeyOf('x25519', random.bytes(32));
      const sent = publicBytes(sender);
      const key = sharedKey(sender, publicKeyOf(boxKey), sent);
      return { boxKey, sealed: toBase32(concatBytes(sent, nodeCrypto.encrypt(key, noNonce, dataKey, nothing))) };
    },
    unwrap: async (sealed, boxPrivateKey) => {
      const bytes = fromBase32(sealed);
      if (bytes === null) return null;
      const sent = bytes.slice(0, 32);
      const key = sharedKey(privateKey(boxPrivateKey), publicKeyOf(toBase32(sent)), sent);
      return nodeCrypto.decrypt(key, noNonce, bytes.slice(32), nothing);
    },
  };
}

export function seededDeviceKeys(random: Random): DeviceKeys {
  const signing = random.bytes(32);
  const box = random.bytes(32);
  return {
    signingKey: toBase32(publicBytes(privateKeyOf('ed25519', signing))),
    signingPrivateKey: toBase32(signing),
    boxKey: toBase32(publicBytes(privateKeyOf('x25519', box))),
    boxPrivateKey: toBase32(box),
  };
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, sent: Uint8Array): Uint8Array {
  return nodeCrypto.hash(concatBytes(new Uint8Array(diffieHellman({ privateKey, publicKey })), sent));
}

function privateKeyOf(type: keyof typeof prefixes, raw: Uint8Array): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([Buffer.from(prefixes[type], 'hex'), raw]),
    format: 'der',
    type: 'pkcs8',
  });
}

function publicKeyOf(text: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, base32Bytes(text)]), format: 'der', type: 'spki' });
}

function publicBytes(key: KeyObject): Uint8Array {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return new Uint8Array(der.subarray(der.length - 32));
}
