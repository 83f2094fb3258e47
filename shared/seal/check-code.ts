/**
 * The check code of a seal (Z4): the first 80 bits of a SHA-256 as sixteen signs of Crockford's base32, which has no I, L, O and U.
 * How people read and type it is `say/check-code.ts`.
 */
import { base32crockford, utf8 } from '@scure/base';
import { compareText } from '../lib/order.ts';
import type { LogId } from '../domain/ids.ts';
import { canonicalText, type SealedLog } from '../domain/seal.ts';
import type { SealScope } from '../domain/setup/contest-file.ts';
import type { Crypto } from '../ports.ts';

const codeBytes = 10;

export interface SealIdentity {
  /** The log in which the contest was founded. */
  readonly contest: LogId;
  readonly scope: SealScope;
  readonly covers: readonly SealedLog[];
  /** SHA-256 of the result, base32. */
  readonly digest: string;
  /** Of the scope's seal before; null: it is the first one. */
  readonly previous: string | null;
}

/** Sixteen signs, ungrouped. */
export function checkCodeOf({ covers, ...identity }: SealIdentity, hash: Crypto['hash']): string {
  const inOrder = covers.toSorted((a, b) => compareText(a.log, b.log)).map(({ log, seq, hash: of }) => [log, seq, of]);
  const bytes = utf8.decode(canonicalText({ ...identity, covers: inOrder }));
  return base32crockford.encode(hash(bytes).slice(0, codeBytes));
}
