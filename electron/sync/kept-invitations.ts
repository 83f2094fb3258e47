/**
 * The committee's invitations on its disk, sealed like its keys: what was printed in the morning still works when the laptop
 * was restarted at noon, and what is void stays void (rule S5). A copy of the folder does not have them.
 */
import path from 'node:path';
import { z } from 'zod';
import { jurorIdSchema } from '../../shared/domain/setup/contest-file.ts';
import { fromBase32, toBase32 } from '../../shared/lib/base32.ts';
import { limits } from '../../shared/limits.ts';
import type { InvitationKeeper, KeptInvitation } from '../../shared/sync/join-desk.ts';
import { mayLackOwnFacts } from '../../shared/sync/roles/recovery.ts';
import { areDigits } from '../../shared/sync/short-code.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import { readSealed, writeSealed } from '../adapters/files/sealed-file.ts';

const format = 'gelar-juri/invitations@1';

const listSchema = z.array(
  z.object({
    seat: jurorIdSchema,
    secret: z.string(),
    number: z.int().min(1).max(999).nullable().default(null),
    digits: z.string().refine(areDigits).nullable().default(null),
    failures: z.int().min(0),
    isUsed: z.boolean(),
    machine: z.string().nullable(),
  }),
);

/** `onProblem`: the disk refuses; the invitations work until this program ends. */
export function invitationKeeper(contest: OpenContest, onProblem: (reason: string) => void): InvitationKeeper {
  const file = path.join(contest.dir, 'undangan.json');
  return {
    kept: () => {
      const read = readSealed(file, format, listSchema, contest.protections);
      return (read.type === 'read' ? read.content : [])
        .flatMap(({ secret: text, ...invitation }): KeptInvitation[] => {
          const secret = fromBase32(text);
          return secret?.length === limits.invitationSecretBytes ? [{ ...invitation, secret }] : [];
        })
        .filter((invitation) => isOfUse(contest, invitation));
    },
    keep: (invitations) => {
      const list = invitations.map((each) => ({ ...each, secret: toBase32(each.secret) }));
      try {
        writeSealed(file, format, list, contest.protections[0]);
      } catch (error) {
        onProblem(error instanceof Error ? error.message : 'unknown');
      }
    },
  };
}

/** A seat gets a new invitation instead of one that is burnt, or that was used by a laptop which has no seat any more. */
function isOfUse(contest: OpenContest, { seat, failures, isUsed }: KeptInvitation): boolean {
  const { setup, devices } = contest.contest();
  if (failures >= limits.joinFailures) return false;
  if (setup === null || mayLackOwnFacts(contest, null)) return true;
  const isTaken = [...devices.values()].some((device) => device.seat === seat && device.revoked === null);
  return setup.jurors.some(({ id }) => id === seat) && (isTaken || !isUsed);
}
