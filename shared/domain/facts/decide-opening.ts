/** Opening the scores to every laptop (rules Z11, Z12). */
import { ok } from '../../lib/result.ts';
import { findJuror, setupOf, type Contest } from '../contest.ts';
import type { JurorId } from '../ids.ts';
import { neverBears, officialCodes } from '../seal.ts';
import type { Command } from './commands.ts';
import { refuse, type Decision } from './errors.ts';
import type { Author, DomainEvent } from './events.ts';

/** [Z11] Once; before everything is announced with the word of the jury's chair. */
export function openScores(contest: Contest, command: Extract<Command, { type: 'open-scores' }>): Decision {
  const { announced, ends, keys, withNotes } = command;
  if (contest.scoresOpening !== null) return ok([]);
  if (setupOf(contest).contest.sealing === true && officialCodes(contest) === null) {
    return refuse({ type: 'incomplete', reason: 'opening-unsealed' });
  }
  const agreed = contest.openingAgreements.find(({ value }) => isChair(contest, value.juror));
  if (!announced && agreed === undefined) return refuse({ type: 'incomplete', reason: 'opening-not-announced' });
  if (!withNotes && keys.some(({ readsNotes }) => readsNotes)) {
    return refuse({ type: 'incomplete', reason: 'opening-reads-notes' });
  }
  return ok([
    {
      type: 'scores-opened',
      ends,
      keys: keys.map(({ log, key }) => ({ log, key })),
      ...(announced || agreed === undefined ? {} : { agreed: agreed.ref }),
    },
  ]);
}

/** [Z11] By the juror who is marked as the jury's chair. */
export function agreeOpening(
  contest: Contest,
  juror: JurorId,
  { reason }: Extract<Command, { type: 'agree-opening' }>,
): Decision {
  if (!isChair(contest, juror)) return refuse({ type: 'wrong-role', reason: 'not-the-chair' });
  const isAgreed = contest.openingAgreements.some(({ value }) => value.juror === juror);
  if (isAgreed || contest.scoresOpening !== null) return ok([]);
  return ok([{ type: 'opening-agreed', reason }]);
}

/** [Z12] Whoever may read the others changes nothing of the own any more; null: nothing is to be refused. */
export function keepingOpened(contest: Contest, author: Author, facts: readonly DomainEvent[]): Decision | null {
  if (contest.scoresOpening === null || author.role !== 'seat' || facts.every(neverBears)) return null;
  return refuse({ type: 'sealed', reason: 'scores-opened' });
}

function isChair(contest: Contest, juror: JurorId): boolean {
  return findJuror(setupOf(contest), juror)?.chair === true;
}
