/**
 * What a juror's laptop was given to join with: the long invitation of a file or picture, which says where the committee is,
 * or a short code beside an address (rule S5).
 */
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { JoinError } from '../../shared/say/joining.ts';
import { decodeInvitation, parseTypedAddress } from '../../shared/sync/invitation.ts';
import { formatShortCode, parseShortCode } from '../../shared/sync/short-code.ts';
import { idFrom, type JurorId } from '../../shared/domain/ids.ts';
import type { JoiningSeat } from './joining-keys.ts';

export type JoinTarget = {
  readonly host: string;
  /** Null: not known yet. */
  readonly port: number | null;
} & (
  | {
      readonly type: 'invitation';
      readonly seat: JurorId;
      readonly fingerprint: Uint8Array;
      readonly secret: Uint8Array;
    }
  | { readonly type: 'code'; readonly number: number; readonly digits: string }
);

/** `address`: where the committee's laptop is now, with or without its port. */
export function readJoinTarget(typed: string, address: string | undefined): Result<JoinTarget, JoinError> {
  const place = address === undefined ? null : parseTypedAddress(address);
  if (address !== undefined && place === null) {
    return err({ type: 'bad-address', reason: 'bad-address' });
  }
  const short = parseShortCode(typed);
  if (short !== null) {
    return place === null
      ? err({ type: 'address-missing', reason: 'address-missing' })
      : ok({ type: 'code', ...place, ...short });
  }
  if (/^[\d\s\-–—_.]{1,20}$/.test(typed)) {
    return err({ type: 'invitation-mistyped', reason: 'code-mistyped' });
  }
  const read = decodeInvitation(typed);
  return read.ok
    ? ok({
        type: 'invitation',
        ...read.value,
        ...(place === null ? {} : { host: place.host, port: place.port ?? read.value.port }),
      })
    : err({ type: read.error.type, reason: 'invitation', wrong: read.error.reason });
}

/** Under what the keys of this attempt are kept. Whose contest a short code is for shows only once it is proven. */
export function joiningSeat(target: JoinTarget): JoiningSeat {
  return target.type === 'invitation'
    ? target
    : { seat: idFrom.juror(formatShortCode(target).slice(0, 2)), fingerprint: new Uint8Array() };
}
