/**
 * The invitation as text (rule S5): where the committee's laptop is, which seat, whose key to expect, and a secret that
 * proves the invitation. Crockford's base32 in groups of five, with a checksum, so that it survives being read aloud:
 * case, spaces and dashes do not matter, O reads as 0, I and L as 1.
 */
import { err, ok, type Result } from '../lib/result.ts';
import { limits } from '../limits.ts';
import { idFrom, type JurorId } from '../domain/ids.ts';

export interface InvitationText {
  /** IPv4, IPv6 or host name, without port. */
  readonly host: string;
  readonly port: number;
  readonly seat: JurorId;
  /** First 16 bytes of SHA-256 over the committee's public signing key. */
  readonly fingerprint: Uint8Array;
  /** 16 random bytes. */
  readonly secret: Uint8Array;
}

export interface InvitationError {
  readonly type: 'invitation-empty' | 'invitation-mistyped' | 'invitation-incomplete' | 'invitation-version';
  readonly reason: 'empty' | 'strange-letter' | 'mistyped' | 'other-version' | 'incomplete';
}

const VERSION = 1;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;
const KEY_BYTES = 16;
const CHECKSUM_BYTES = 4;
const HOST_NAME = 0;
const IPV4 = 4;
const SEAT = /^[a-z0-9-]{1,64}$/;
const HOST = /^[0-9A-Za-z._:%-]{1,253}$/;

export function encodeInvitation(invitation: InvitationText): string {
  const host = hostBytes(invitation.host);
  const seat = asciiBytes(invitation.seat);
  const body = [
    VERSION,
    host.kind,
    ...(host.kind === HOST_NAME ? [host.bytes.length] : []),
    ...host.bytes,
    invitation.port >> 8,
    invitation.port & 255,
    seat.length,
    ...seat,
    ...invitation.fingerprint,
    ...invitation.secret,
  ];
  return grouped(toBase32([...body, ...checksum(body)]));
}

/** Reads what a person typed or pasted; white space, dashes and case do not matter. */
export function decodeInvitation(typed: string): Result<InvitationText, InvitationError> {
  const letters = typed
    .slice(0, 2000)
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '');
  if (letters === '') return err({ type: 'invitation-empty', reason: 'empty' });
  const all = fromBase32(letters.replaceAll('O', '0').replace(/[IL]/g, '1'));
  if (all === null) return err({ type: 'invitation-mistyped', reason: 'strange-letter' });
  const body = all.slice(0, -CHECKSUM_BYTES);
  const sum = all.slice(-CHECKSUM_BYTES);
  if (all.length <= CHECKSUM_BYTES || checksum(body).some((byte, index) => byte !== sum[index])) {
    return err({ type: 'invitation-mistyped', reason: 'mistyped' });
  }
  if (body[0] !== VERSION) return err({ type: 'invitation-version', reason: 'other-version' });
  return parseBody(body);
}

/** `host:port`, with brackets around an IPv6 address. */
export function formatAddress(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Reads `host:port` or `[ipv6]:port`; null when it is none. */
export function parseAddress(text: string): { readonly host: string; readonly port: number } | null {
  const match = /^(?:\[([^\]]+)\]|([^:\s[\]]+)):(\d{1,5})$/.exec(text.trim());
  const host = match?.[1] ?? match?.[2] ?? '';
  const port = Number(match?.[3]);
  if (!HOST.test(host) || !(port >= 1 && port <= 65_535)) return null;
  return { host, port };
}

/** Reads an address as a person types it: `host:port`, or the host alone (`port` null). Null when it is none. */
export function parseTypedAddress(text: string): { readonly host: string; readonly port: number | null } | null {
  const typed = text.trim();
  const host = typed.replace(/^\[([^\]]+)\]$/, '$1');
  const isAlone =
    HOST.test(host) && (!host.includes(':') || /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%a-z]*$/.test(host));
  return isAlone ? { host, port: null } : parseAddress(typed);
}

function parseBody(body: readonly number[]): Result<InvitationText, InvitationError> {
  let at = 1;
  const take = (count: number): number[] => {
    const taken = body.slice(at, at + count);
    at += count;
    return taken;
  };
  const [kind = -1] = take(1);
  const hostLength = kind === HOST_NAME ? (take(1)[0] ?? 0) : kind === IPV4 ? 4 : 0;
  const hostPart = take(hostLength);
  const host = kind === IPV4 ? hostPart.join('.') : String.fromCharCode(...hostPart);
  const [high = 0, low = 0] = take(2);
  const seat = String.fromCharCode(...take(take(1)[0] ?? 0));
  const fingerprint = Uint8Array.from(take(KEY_BYTES));
  const secret = Uint8Array.from(take(KEY_BYTES));
  if (at !== body.length || !HOST.test(host) || !SEAT.test(seat)) {
    return err({ type: 'invitation-incomplete', reason: 'incomplete' });
  }
  return ok({ host, port: high * 256 + low, seat: idFrom.juror(seat), fingerprint, secret });
}

function hostBytes(host: string): { readonly kind: number; readonly bytes: readonly number[] } {
  const parts = host.split('.');
  const isIpv4 = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return isIpv4
    ? { kind: IPV4, bytes: parts.map(Number) }
    : { kind: HOST_NAME, bytes: asciiBytes(host.slice(0, limits.nameLength)) };
}

function asciiBytes(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0) & 127);
}

function grouped(letters: string): string {
  const groups: string[] = [];
  for (let at = 0; at < letters.length; at += GROUP) groups.push(letters.slice(at, at + GROUP));
  return groups.join('-');
}

function toBase32(bytes: readonly number[]): string {
  let letters = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += ALPHABET[(buffer >> bits) & 31] ?? '';
    }
  }
  return bits > 0 ? letters + (ALPHABET[(buffer << (5 - bits)) & 31] ?? '') : letters;
}

/** Null for a letter outside the alphabet, or for bits left over that the encoder does not write. */
function fromBase32(letters: string): number[] | null {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    buffer = ((buffer << 5) | value) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 255);
    }
  }
  const isPadded = bits < 5 && (buffer & ((1 << bits) - 1)) === 0;
  return isPadded ? bytes : null;
}

/** CRC-32 (ISO 3309), most significant byte first: finds every single mistyped or swapped pair of letters. */
function checksum(bytes: readonly number[]): number[] {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  const sum = ~crc >>> 0;
  return [sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255];
}
