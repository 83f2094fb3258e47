/** The seed of a draw: from the system's random source, shown before and recorded with what was drawn. */
import { toBase32 } from '../../shared/lib/base32.ts';

/** 80 random bits as four groups that can be read aloud. */
export function newSeed(): string {
  const text = toBase32(crypto.getRandomValues(new Uint8Array(10)));
  return (text.match(/.{1,4}/g) ?? []).join('-');
}
