/**
 * What a juror's laptop was given to join with: the long invitation of a file or picture, which says where the committee is,
 * or a short code beside an address (rule S5).
 */
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { decodeInvitation, parseTypedAddress } from '../../shared/sync/invitation.ts';
import type { Diagnosis } from '../../shared/sync/connection-check.ts';
import { formatShortCode, parseShortCode } from '../../shared/sync/short-code.ts';
import type { JoiningSeat } from './joining-keys.ts';

export type JoinTarget = {
  readonly host: string;
  /** Null: not known yet. */
  readonly port: number | null;
} & (
  | {
      readonly type: 'invitation';
      readonly seat: string;
      readonly fingerprint: Uint8Array;
      readonly secret: Uint8Array;
    }
  | { readonly type: 'code'; readonly number: number; readonly digits: string }
);

export interface JoinError {
  readonly type: string;
  /** Bahasa Indonesia; says what to do. */
  readonly message: string;
  /** What was seen of the way to the committee. */
  readonly check?: Diagnosis['type'];
  /** What to do, one by one. */
  readonly steps?: readonly string[];
}

/** `address`: where the committee's laptop is now, with or without its port. */
export function readJoinTarget(typed: string, address: string | undefined): Result<JoinTarget, JoinError> {
  const place = address === undefined ? null : parseTypedAddress(address);
  if (address !== undefined && place === null) {
    return err({ type: 'bad-address', message: 'Alamat tidak dapat dibaca. Contohnya 192.168.1.10.' });
  }
  const short = parseShortCode(typed);
  if (short !== null) {
    return place === null
      ? err({ type: 'address-missing', message: 'Pilih dulu lombanya, atau ketik alamat laptop panitia.' })
      : ok({ type: 'code', ...place, ...short });
  }
  if (/^[\d\s\-–—_.]{1,20}$/.test(typed)) {
    const message = 'Kode terdiri dari nomor kursi dan enam angka, misalnya 07-491-326. Periksa kembali.';
    return err({ type: 'invitation-mistyped', message });
  }
  const read = decodeInvitation(typed);
  return read.ok
    ? ok({
        type: 'invitation',
        ...read.value,
        ...(place === null ? {} : { host: place.host, port: place.port ?? read.value.port }),
      })
    : err({ type: read.error.type, message: wordsOf.id.joining.invitation[read.error.reason] });
}

/** Under what the keys of this attempt are kept. Whose contest a short code is for shows only once it is proven. */
export function joiningSeat(target: JoinTarget): JoiningSeat {
  return target.type === 'invitation'
    ? target
    : { seat: formatShortCode(target).slice(0, 2), fingerprint: new Uint8Array() };
}
