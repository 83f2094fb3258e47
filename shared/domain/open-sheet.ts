/** The sheet that a juror may write on, or why not (rule D14). */
import { present } from '../lib/assert.ts';
import { ok, type Result } from '../lib/result.ts';
import { isCalibration, type Contestant } from './setup/contest-file.ts';
import { findContestant, setupOf, type Contest } from './contest.ts';
import { refuse, type DomainError } from './facts/errors.ts';
import { sheetOf, type ScoreSheet } from './score-sheet.ts';
import type { ContestantId, CriterionId, JurorId, Ref, StageId } from './ids.ts';

/** The sheet, if this juror may write on it now. */
export function openSheet(
  contest: Contest,
  seat: JurorId,
  contestantId: ContestantId,
  stage: StageId,
  criterion: CriterionId | null,
): Result<ScoreSheet, DomainError> {
  const contestant = rankedContestant(contest, contestantId);
  if (!contestant.ok) return contestant;
  const sheet = sheetOf(contest, seat, contestantId, stage);
  if (sheet === null || (criterion !== null && !sheet.rubric.criteria.some(({ id }) => id === criterion))) {
    return refuse({ type: 'not-judging', reason: 'not-judging-here', contestant: contestant.value.name });
  }
  switch (sheet.state) {
    case 'locked':
      return refuse({ type: 'locked', reason: 'sheet-locked' });
    case 'recused':
      return refuse({ type: 'recused', reason: 'recused' });
    case 'absent':
      return refuse({ type: 'absent', reason: 'absent' });
    case 'not-advanced':
      return refuse({ type: 'not-judging', reason: 'not-advanced', contestant: contestant.value.name });
    case 'conflict':
      if (sheet.conflicts.size > 0) return ok(sheet);
      return refuse({ type: 'conflict', reason: sheet.disputed === null ? 'locks-differ' : 'locked-yet-exempt' });
    default:
      return ok(sheet);
  }
}

export function rankedContestant(contest: Contest, id: ContestantId): Result<Contestant, DomainError> {
  const contestant = findContestant(setupOf(contest), id);
  if (contestant === undefined) return refuse({ type: 'unknown-id', reason: 'does-not-exist', kind: 'contestant', id });
  const { name, status } = contestant;
  switch (status) {
    case 'waiting':
    case 'performing':
    case 'performed':
      return ok(contestant);
    case 'withdrawn':
    case 'no-show':
    case 'disqualified':
    case 'exhibition':
      if (isCalibration(contestant)) return ok(contestant);
      return refuse({ type: 'not-ranked', reason: 'outside-ranking', contestant: name, status });
  }
}

export function versionOf(contest: Contest): Ref {
  return present(contest.rubricVersion, 'the contest is founded');
}
