/** Who comes on stage, and who was passed over: shared by the bar on top and by what needs a look. */
import { showOrder } from '../../../shared/ceremony/on-stage.ts';
import type { Command } from '../../../shared/domain/facts/commands.ts';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { rubricFor, type Contestant, type Stage } from '../../../shared/domain/setup/contest-file.ts';
import type { StageId } from '../../../shared/domain/ids.ts';

/** `stage`: where it is shown if its category is judged there. `outside`: a person was asked about one that stays away. */
export function showing(contest: Contest, contestant: Contestant, stage: StageId | null, outside = false): Command {
  const judged = stagesOf(contest, contestant);
  // Without a choice, the stage that takes place: one with a timer.
  const kept = judged.find((each) => each.id === stage) ?? judged.find(({ timer }) => timer !== undefined) ?? judged[0];
  return {
    type: 'show-stage',
    contestant: contestant.id,
    stage: kept?.id ?? null,
    ...(outside ? { outside } : {}),
  };
}

/** The stages in which the contestant's category is judged; an opening exhibition may be shown in any. */
export function stagesOf(contest: Contest, contestant: Contestant): Stage[] {
  const setup = setupOf(contest);
  return setup.stages.filter((stage) => rubricFor(setup, stage.id, contestant.category) !== undefined);
}

/** Who still waits though later ones have been on stage. */
export function passedOver(contest: Contest): readonly Contestant[] {
  const order = showOrder(setupOf(contest));
  const shown = contest.shown?.contestant;
  const last = order.findLastIndex((each) => each.status === 'performed' || each.id === shown);
  return order.slice(0, Math.max(0, last)).filter((each) => each.status === 'waiting');
}
