/** Who comes on stage, and who was passed over: shared by the bar on top and by what needs a look. */
import type { Command } from '../../../shared/domain/facts/commands.ts';
import type { Contest } from '../../../shared/domain/contest.ts';
import { runningTurns, turnStage, type Turn } from '../../../shared/domain/running-order.ts';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import type { StageId } from '../../../shared/domain/ids.ts';

/** `stage`: where it is shown if its category is judged there. `outside`: a person was asked about one that is not expected. */
export function showing(contest: Contest, contestant: Contestant, stage: StageId | null, outside = false): Command {
  return {
    type: 'show-stage',
    contestant: contestant.id,
    stage: turnStage(contest, contestant, stage),
    ...(outside ? { outside } : {}),
  };
}

/** Who still waits though later ones have been on stage. */
export function passedOver(contest: Contest): readonly Turn[] {
  const turns = runningTurns(contest);
  const shown = contest.shown?.contestant;
  const last = turns.findLastIndex(({ contestant, wasOn }) => wasOn || contestant.id === shown);
  return turns.slice(0, Math.max(0, last)).filter(({ waits }) => waits);
}
