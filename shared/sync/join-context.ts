/**
 * What is signed and proven while two laptops meet (rule S4): always the exporter of this very TLS connection, so that
 * nobody in the middle can pass a proof on, and all keys, so that nobody can put another one in its place.
 */
import { equalBytes } from '../lib/bytes.ts';
import type { Crypto } from '../ports.ts';
import { bindParts } from './join-proof.ts';
import type { JurorId } from '../domain/ids.ts';

/** 32 bytes that both ends of one TLS connection derive, and nobody else. */
export type Exporter = Uint8Array;

export interface CommitteeKeys {
  /** Raw public keys. */
  readonly signingKey: Uint8Array;
  readonly boxKey: Uint8Array;
}

export interface Applicant {
  /** With a short code, the seat's number. */
  readonly seat: JurorId;
  readonly signingKey: Uint8Array;
  readonly boxKey: Uint8Array;
  readonly machine: string;
}

export function welcomeContext(exporter: Exporter, committee: CommitteeKeys): Uint8Array {
  return bindParts('gelar-juri welcome 1', [exporter, committee.signingKey, committee.boxKey]);
}

export function joinContext(
  exporter: Exporter,
  committee: CommitteeKeys,
  method: string,
  applicant: Applicant,
): Uint8Array {
  return bindParts('gelar-juri join 1', [
    exporter,
    committee.signingKey,
    committee.boxKey,
    method,
    applicant.seat,
    applicant.signingKey,
    applicant.boxKey,
    applicant.machine,
  ]);
}

export function resumeContext(exporter: Exporter, committee: CommitteeKeys, signingKey: Uint8Array): Uint8Array {
  return bindParts('gelar-juri resume 1', [exporter, committee.signingKey, committee.boxKey, signingKey]);
}

/** What the digits of a short code are stretched with: another value for each committee and each seat. */
export function codeSalt(crypto: Crypto, committee: CommitteeKeys, number: number): Uint8Array {
  return crypto.hash(bindParts('gelar-juri code 1', [committee.signingKey, committee.boxKey, String(number)]));
}

/** First 16 bytes of SHA-256 over a public signing key: what an invitation names. */
export function fingerprintOf(crypto: Crypto, signingKey: Uint8Array): Uint8Array {
  return crypto.hash(signingKey).slice(0, 16);
}

/** Whether a key is the one that an invitation names. */
export function hasFingerprint(crypto: Crypto, signingKey: Uint8Array, fingerprint: Uint8Array): boolean {
  return equalBytes(fingerprintOf(crypto, signingKey), fingerprint);
}

export interface JoinRefusal {
  readonly reason:
    | 'malformed'
    | 'version'
    | 'burnt'
    | 'used'
    | 'wait'
    | 'wrong-code'
    | 'wrong-committee'
    | 'not-admitted'
    | 'revoked'
    | 'refused'
    | 'timeout'
    | 'busy';
}
