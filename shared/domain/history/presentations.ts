/**
 * When a group had presented, by what the committee showed on stage (rule T3). A presentation goes from the moment at which the
 * group is shown until the timer of its last part was stopped for the last time; where that did not run, or runs on, until it left
 * the stage. A step that was taken back never was.
 */
import type { RecordedEvent } from '../facts/events.ts';
import type { ContestantId, Ref, StageId } from '../ids.ts';

/** True when a presentation of that group on that stage (null: on any) lies before the moment, and none goes on at it. */
export type HadPresented = (contestant: ContestantId, stage: StageId | null, atMs: number) => boolean;

interface Presentation {
  readonly contestant: ContestantId;
  /** Null: it was shown without one. */
  readonly stage: StageId | null;
  readonly fromMs: number;
  leftMs: number | null;
  /** Null where the timer of the last part was not stopped, and while one runs. */
  stoppedMs: number | null;
}

/** `events`: oldest first. */
export function presentationsIn(events: readonly RecordedEvent[]): HadPresented {
  const lastParts = new Map<StageId, number>();
  const steps: { readonly ref: Ref; readonly presentation: Presentation | null }[] = [];
  for (const { ref, atMs, event } of events) {
    const current = steps.at(-1)?.presentation ?? null;
    switch (event.type) {
      case 'contest-founded':
      case 'stages-changed': {
        const stages = event.type === 'stages-changed' ? event.stages : event.setup.stages;
        for (const { id, timer } of stages) lastParts.set(id, (timer?.length ?? 0) - 1);
        break;
      }
      case 'stage-shown': {
        const undone = event.undoes === undefined ? -1 : steps.findLastIndex((step) => step.ref === event.undoes);
        if (undone >= 0) {
          steps.splice(undone);
          const back = steps.at(-1)?.presentation;
          if (back) back.leftMs = null;
          break;
        }
        if (current !== null) current.leftMs = atMs;
        const { contestant, stage } = event;
        const next = contestant === null ? null : { contestant, stage, fromMs: atMs, leftMs: null, stoppedMs: null };
        steps.push({ ref, presentation: next });
        break;
      }
      case 'timer-started':
        if (current?.contestant === event.contestant) current.stoppedMs = null;
        break;
      case 'timer-stopped':
        // Between its parts, and while questions are asked without a timer, the group is still on.
        if (current?.contestant === event.contestant && event.part >= (lastParts.get(event.stage) ?? 0)) {
          current.stoppedMs = atMs;
        }
        break;
      default:
        break;
    }
  }
  const byContestant = new Map<ContestantId, Presentation[]>();
  for (const { presentation } of steps) {
    if (presentation === null) continue;
    byContestant.set(presentation.contestant, [...(byContestant.get(presentation.contestant) ?? []), presentation]);
  }
  return (contestant, stage, atMs) => {
    const all = byContestant.get(contestant) ?? [];
    // What is judged on paper is told by the group's presentations on any stage.
    const onStage = all.filter((each) => stage === null || each.stage === null || each.stage === stage);
    const those = onStage.length === 0 ? all : onStage;
    return those.some((each) => isOver(each, atMs)) && !those.some((each) => goesOn(each, atMs));
  };
}

function isOver(presentation: Presentation, atMs: number): boolean {
  const end = endOf(presentation);
  return end !== null && end < atMs;
}

function goesOn(presentation: Presentation, atMs: number): boolean {
  const end = endOf(presentation);
  return presentation.fromMs <= atMs && (end === null || atMs <= end);
}

function endOf({ leftMs, stoppedMs }: Presentation): number | null {
  return stoppedMs ?? leftMs;
}
