/**
 * What jury and committee say to each other: a juror asks for a locked sheet to be opened (D24), the committee sends a juror a
 * line that stands until it is seen (D25). Both are facts, so that nothing is lost while a laptop is away; derived here is only
 * what still waits for somebody.
 */
import type { JurorId } from './ids.ts';
import {
  standingLocks,
  takenBack,
  type Contest,
  type Message,
  type ReopeningRequest,
  type Written,
} from './contest.ts';
import type { ContestantId, StageId } from './ids.ts';

/** Those that the committee has neither followed nor refused, in the order in which they were written. */
export function openRequests(contest: Contest): readonly Written<ReopeningRequest>[] {
  return contest.reopeningRequests
    .filter((request) => takenBack(contest, request) === null && isStillLocked(contest, request.value))
    .toSorted((a, b) => a.atMs - b.atMs);
}

/** A request is followed when the locks that it names were opened, for whatever reason. */
function isStillLocked(contest: Contest, { juror, contestant, stage, locks }: ReopeningRequest): boolean {
  return standingLocks(contest, juror, contestant, stage).some(({ ref }) => locks.includes(ref));
}

/** What became of the last request for a sheet that is still locked as it was; null: none. */
export function requestFor(
  contest: Contest,
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
): { readonly reason: string; readonly refused: string | null } | null {
  const last = contest.reopeningRequests
    .filter(({ value }) => value.juror === juror && value.contestant === contestant && value.stage === stage)
    .filter(({ value }) => isStillLocked(contest, value))
    .toSorted((a, b) => a.atMs - b.atMs)
    .at(-1);
  return last === undefined ? null : { reason: last.value.reason, refused: takenBack(contest, last)?.reason ?? null };
}

/** What that juror has not seen yet, oldest first. */
export function unseenMessages(contest: Contest, juror: JurorId): readonly Written<Message>[] {
  return messagesTo(contest, juror).filter((message) => !isSeen(contest, message));
}

export function messagesTo(contest: Contest, juror: JurorId): readonly Written<Message>[] {
  return contest.messages.filter(({ value }) => value.to === juror).toSorted((a, b) => a.atMs - b.atMs);
}

/** By the juror to whom it was sent. */
export function isSeen(contest: Contest, { ref, value }: Written<Message>): boolean {
  return contest.seenMessages.has(seenKey(ref, value.to));
}

/** Who has seen it is part of the key: one seat never answers for another. */
export function seenKey(message: string, seat: JurorId): string {
  return `${message} ${seat}`;
}
