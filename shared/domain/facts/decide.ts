/**
 * Commands into facts, or a refusal that says what to do. The only way to write (the D rules).
 * Pure: the contest is as folded up to now; nothing here knows the clock. An empty list of facts means that what was
 * asked for is so already.
 */
import { unreachable } from '../../lib/assert.ts';
import type { Command } from './commands.ts';
import type { Contest } from '../contest.ts';
import { decideDay, type DayCommand } from './decide-day.ts';
import { decideSeat, type SeatCommand } from './decide-seat.ts';
import { agreeOpening, keepingOpened, openScores } from './decide-opening.ts';
import { confirmSeal, decideSeal, keepingSeals, type SealCommand } from './decide-seal.ts';
import { decideSetup, type SetupCommand } from './decide-setup.ts';
import { refuse, type Decision } from './errors.ts';
import type { Author } from './events.ts';
import { fittingFacts } from './fact-size.ts';

export function decide(contest: Contest, author: Author, command: Command): Decision {
  const decided = decideFacts(contest, author, command);
  if (!decided.ok) return decided;
  const { value: facts } = decided;
  return keepingSeals(contest, author, facts) ?? keepingOpened(contest, author, facts) ?? fittingFacts(facts);
}

function decideFacts(contest: Contest, author: Author, command: Command): Decision {
  if (contest.setup === null && command.type !== 'found-contest') {
    return refuse({ type: 'not-founded', reason: 'no-data-yet' });
  }
  switch (command.type) {
    case 'found-contest':
    case 'change-info':
    case 'change-categories':
    case 'change-stages':
    case 'change-rubrics':
    case 'change-jurors':
    case 'change-rules':
    case 'change-awards':
    case 'change-programme':
    case 'change-setup':
    case 'change-contestants':
    case 'change-order':
    case 'draw-lots':
      return asCommittee(author, () => decideSetup(contest, command satisfies SetupCommand));
    case 'change-contestant-status':
    case 'show-stage':
    case 'undo-stage':
    case 'start-timer':
    case 'stop-timer':
    case 'add-penalty':
    case 'cancel-penalty':
    case 'record-absence':
    case 'record-absences':
    case 'cancel-absence':
    case 'settle-sheet':
    case 'set-sheets-aside':
    case 'return-sheets':
    case 'record-former-name':
    case 'settle-unit-conflict':
    case 'show-calibration':
    case 'assign-readers':
    case 'draw-readers':
    case 'reopen-sheet':
    case 'reopen-sign-off':
    case 'refuse-reopening':
    case 'send-message':
    case 'record-decision':
    case 'cancel-decision':
    case 'close-round':
    case 'reopen-round':
    case 'set-stage-order':
    case 'enter-tally':
    case 'settle-tally':
    case 'withdraw-tally':
    case 'confirm-announcement':
    case 'admit-device':
    case 'revoke-device':
    case 'share-data-keys':
      return asCommittee(author, () => decideDay(contest, command satisfies DayCommand));
    case 'propose-seal':
    case 'approve-seal':
    case 'propose-seal-opening':
    case 'make-remark':
    case 'enter-objection':
    case 'answer-objection':
      return asCommittee(author, () => decideSeal(contest, command satisfies SealCommand));
    case 'open-scores':
      return asCommittee(author, () => openScores(contest, command));
    case 'set-score':
    case 'set-note':
    case 'move-scores':
    case 'lock-sheet':
    case 'recuse':
    case 'withdraw-recusal':
    case 'sign-off-category':
    case 'ask-reopening':
    case 'see-message':
    case 'accept-pact':
    case 'confirm-seal':
    case 'agree-opening':
      if (author.role !== 'seat') {
        return refuse({ type: 'wrong-role', reason: 'jurors-only' });
      }
      if (command.type === 'confirm-seal') return confirmSeal(contest, author.seat, command);
      if (command.type === 'agree-opening') return agreeOpening(contest, author.seat, command);
      return decideSeat(contest, author.seat, command satisfies SeatCommand);
    default:
      return unreachable(command);
  }
}

/** [D1] Setup, the day's course, penalties, reopening and decisions are the committee's. */
function asCommittee(author: Author, decision: () => Decision): Decision {
  if (author.role === 'committee') return decision();
  return refuse({ type: 'wrong-role', reason: 'committee-only' });
}
