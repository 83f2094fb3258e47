/**
 * The committee's keys once more, hidden by the recovery code (rule L15): for the day on which the system no longer opens
 * `keys.json` (a password that was reset, another account, another computer). The code gives a pair of keys by scrypt; the file
 * keeps the public one, so that later keys are hidden for the same code without anybody typing it.
 */
import { createPrivateKey, createPublicKey, scryptSync } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { base32Bytes, fromBase32, toBase32 } from '../../shared/lib/base32.ts';
import type { LaptopKeys } from '../../shared/laptop/ports.ts';
import { nodeCrypto, nodeRandom, unwrapKey, wrapKey } from '../adapters/node-crypto.ts';
import { writeAtomically } from '../adapters/files/json-file.ts';
import { folderKeysSchema, keysFile, writeFolderKeys } from './data-folder.ts';
import type { Protection } from '../adapters/files/sealed-file.ts';

const format = 'gelar-juri/escrow@1';
const text = z.string().max(1_000_000);
const escrowSchema = z.object({
  format: z.literal(format),
  salt: text,
  /** The public key of the code; base32, as everything here. */
  boxKey: text,
  /** The key of `sealed`, for `boxKey` (HPKE). */
  key: text,
  /** Nonce (12 bytes), then AES-256-GCM of the folder's keys as JSON. */
  sealed: text,
});

export const escrowFile = (dir: string) => path.join(dir, 'kunci-cadangan.json');
const nonceBytes = 12;
const associated = new TextEncoder().encode(format);

/** True where a recovery code opens the keys. */
export function hasEscrow(dir: string): boolean {
  return existsSync(escrowFile(dir));
}

/** Hides the keys for a new code; the one before opens nothing any more. @throws when the disk refuses. */
export async function writeEscrow(dir: string, keys: LaptopKeys, code: string): Promise<void> {
  const salt = nodeRandom.bytes(16);
  await seal(dir, keys, { salt: toBase32(salt), boxKey: publicKeyOf(privateKeyOf(code, salt)) });
}

/** Hides the keys of today for the code of before; nothing where there is none. @throws when the disk refuses. */
export async function refreshEscrow(dir: string, keys: LaptopKeys): Promise<void> {
  const escrow = readEscrow(dir);
  if (escrow !== null) await seal(dir, keys, escrow);
}

export function removeEscrow(dir: string): void {
  rmSync(escrowFile(dir), { force: true });
}

/** The keys, or null when the code is another one or the file is damaged. */
export async function openEscrow(dir: string, code: string): Promise<LaptopKeys | null> {
  const escrow = readEscrow(dir);
  const salt = escrow === null ? null : fromBase32(escrow.salt);
  const sealed = escrow === null ? null : fromBase32(escrow.sealed);
  if (escrow === null || salt === null || sealed === null) return null;
  const key = await unwrapKey(escrow.key, privateKeyOf(code, salt));
  if (key === null) return null;
  const plain = nodeCrypto.decrypt(key, sealed.slice(0, nonceBytes), sealed.slice(nonceBytes), associated);
  if (plain === null) return null;
  const keys = folderKeysSchema.safeParse(JSON.parse(new TextDecoder().decode(plain)));
  return keys.success ? keys.data : null;
}

/** Puts the keys in the place of those that the system does not open; these stay beside them. @throws when the disk refuses. */
export function replaceLockedKeys(dir: string, keys: LaptopKeys, protection: Protection): void {
  if (existsSync(keysFile(dir))) copyFileSync(keysFile(dir), `${keysFile(dir)}.lama`);
  writeFolderKeys(dir, keys, protection);
}

async function seal(dir: string, keys: LaptopKeys, recipient: { salt: string; boxKey: string }): Promise<void> {
  const { salt, boxKey } = recipient;
  const key = nodeRandom.bytes(32);
  const nonce = nodeRandom.bytes(nonceBytes);
  const hidden = nodeCrypto.encrypt(key, nonce, new TextEncoder().encode(JSON.stringify(keys)), associated);
  const sealed = toBase32(new Uint8Array(Buffer.concat([nonce, hidden])));
  const wrapped = await wrapKey(key, boxKey);
  writeAtomically(
    escrowFile(dir),
    `${JSON.stringify({ format, salt, boxKey, key: wrapped.sealed, sealed }, null, 1)}\n`,
    { mode: 0o600 },
  );
}

function readEscrow(dir: string): z.output<typeof escrowSchema> | null {
  try {
    return escrowSchema.parse(JSON.parse(readFileSync(escrowFile(dir), 'utf8')));
  } catch {
    return null;
  }
}

/** X25519, base32: 80 random bits of the code need little stretching; scrypt makes each guess cost what a PIN's does. */
function privateKeyOf(code: string, salt: Uint8Array): string {
  return toBase32(new Uint8Array(scryptSync(code, salt, 32, { N: 2 ** 14, r: 8, p: 1 })));
}

function publicKeyOf(privateKey: string): string {
  const raw = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), base32Bytes(privateKey)]);
  const key = createPublicKey(createPrivateKey({ key: raw, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' });
  return toBase32(new Uint8Array(Buffer.from(key.x ?? '', 'base64url')));
}
