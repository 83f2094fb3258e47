/**
 * One invitation for every seat that no laptop has (rule S5), as the text that a juror types: made when the seat becomes free,
 * renewed by a person, and told to whoever shows it.
 */
import { refuse, type DomainError } from '../../domain/facts/errors.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { Crypto } from '../../ports.ts';
import { encodeInvitation } from '../invitation.ts';
import { fingerprintOf } from '../join-context.ts';
import type { DeskInvitation, JoinDesk } from '../join-desk.ts';
import { formatShortCode } from '../short-code.ts';
import type { LiveContest } from '../../laptop/live-contest.ts';
import type { JurorId } from '../../domain/ids.ts';

export interface SeatInvitation extends DeskInvitation {
  /** For files and pictures. */
  readonly code: string;
  /** To be read out and typed. */
  readonly shortCode: string;
}

export interface SeatInvitations {
  readonly list: () => readonly SeatInvitation[];
  /** Tells again those that still wait for a laptop: a restart does not void them. */
  readonly tellOpen: () => void;
  readonly inviteFreeSeats: () => void;
  /** A new invitation for the seat; the one before it is void. */
  readonly renew: (seat: JurorId) => Result<{ readonly code: string }, DomainError>;
}

export interface InvitationOptions {
  readonly crypto: Crypto;
  /** The committee's public key, which the invitation tells the juror's laptop to expect. */
  readonly signingKey: Uint8Array;
  /** Where the committee's laptop can be reached best. */
  readonly reachedAt: () => { readonly host: string; readonly port: number };
  /** Whoever asks with an invitation of that seat goes: it is about to be void. */
  readonly sendAway: (seat: JurorId) => void;
  readonly onInvitation: (invitation: SeatInvitation) => void;
}

export function createSeatInvitations(
  contest: LiveContest,
  desk: JoinDesk,
  { crypto, signingKey, reachedAt, sendAway, onInvitation }: InvitationOptions,
): SeatInvitations {
  return {
    list: () => desk.invitations().map(withCode),
    tellOpen: () => {
      for (const invitation of desk.invitations()) if (invitation.state === 'open') onInvitation(withCode(invitation));
    },
    inviteFreeSeats: () => {
      const { setup, devices } = contest.contest();
      const taken = new Set([...devices.values()].filter((each) => each.revoked === null).map((each) => each.seat));
      const invited = new Set(desk.invitations().map((invitation) => invitation.seat));
      for (const { id } of setup?.jurors ?? []) if (!taken.has(id) && !invited.has(id)) invite(id);
    },
    renew: (seat) => {
      const isSeat = contest.contest().setup?.jurors.some((juror) => juror.id === seat) === true;
      if (!isSeat) return refuse({ type: 'unknown-id', reason: 'no-such-seat' });
      sendAway(seat);
      return ok({ code: invite(seat).code });
    },
  };

  function invite(seat: JurorId): SeatInvitation {
    const place = contest.contest().setup?.jurors.findIndex((juror) => juror.id === seat) ?? -1;
    const invitation = withCode(desk.invite(seat, place < 0 ? undefined : place + 1));
    onInvitation(invitation);
    return invitation;
  }

  function withCode(invitation: DeskInvitation): SeatInvitation {
    const { seat, secret } = invitation;
    const fingerprint = fingerprintOf(crypto, signingKey);
    const code = encodeInvitation({ ...reachedAt(), seat, fingerprint, secret });
    return { ...invitation, code, shortCode: formatShortCode(invitation) };
  }
}
