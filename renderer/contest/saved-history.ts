/**
 * What stood in one field before, from the facts of its writer: undo belongs to that field alone and lasts over restarts
 * (rule H3). What was saved in the middle of typing (8 on the way to 85) never stood there for a person.
 */
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import type { ContestantId, CriterionId, JurorId, StageId } from '../../shared/domain/ids.ts';
import { limits } from '../../shared/limits.ts';

interface Entry {
  readonly text: string;
  readonly atMs: number;
}

/** What stood in a score field before what stands there now: null: nothing; undefined: there is no earlier state. */
export function previousScore(
  events: readonly RecordedEvent[],
  field: { readonly juror: JurorId; readonly contestant: ContestantId; readonly criterion: CriterionId },
): string | null | undefined {
  const previous = previousText(
    entriesOf(events, field.juror, (event) =>
      event.type === 'score-set' && event.contestant === field.contestant && event.criterion === field.criterion
        ? (event.value ?? '')
        : null,
    ),
    (before, after) => after.startsWith(before),
  );
  return previous === '' ? null : previous;
}

export function previousNote(
  events: readonly RecordedEvent[],
  field: {
    readonly juror: JurorId;
    readonly contestant: ContestantId;
    readonly stage: StageId;
    readonly criterion: CriterionId | null;
  },
): string | undefined {
  return previousText(
    entriesOf(events, field.juror, (event) =>
      event.type === 'note-set' &&
      event.contestant === field.contestant &&
      event.stage === field.stage &&
      event.criterion === field.criterion
        ? event.text
        : null,
    ),
    () => true,
  );
}

function entriesOf(
  events: readonly RecordedEvent[],
  juror: JurorId,
  textOf: (event: RecordedEvent['event']) => string | null,
): readonly Entry[] {
  return events.flatMap(({ event, author, atMs }) => {
    const text = author.role === 'seat' && author.seat === juror ? textOf(event) : null;
    return text === null ? [] : [{ text, atMs }];
  });
}

/** Going back to what stood below is a step back, so that the next one goes further. */
function previousText(
  entries: readonly Entry[],
  isTyping: (before: string, after: string) => boolean,
): string | undefined {
  const stack = [''];
  for (const [at, { text, atMs }] of entries.entries()) {
    const next = entries[at + 1];
    const isPassing =
      next !== undefined && next.atMs - atMs <= limits.typingMs && text !== next.text && isTyping(text, next.text);
    if (isPassing || text === stack.at(-1)) continue;
    if (stack.length > 1 && text === stack.at(-2)) stack.pop();
    else stack.push(text);
  }
  return stack.at(-2);
}
