/**
 * Scores are most of what is in a contest, and the schema of all facts takes longer to read one than to open it. This reads those
 * of the usual form alone and says of them what the schema says (`tests/log/usual-score.test.ts`); everything else is left to it.
 */
import type { DomainEvent } from '../domain/facts/events.ts';
import type { ContestantId, CriterionId, Ref } from '../domain/ids.ts';

const ID = /^[a-z0-9-]{1,64}$/;
const REF = /^[a-z2-7]{26}:[1-9]\d{0,9}$/;
/** In its canonical form, and far from the bounds. */
const DECIMAL = /^(?:0|[1-9]\d{0,4})(?:\.\d{0,3}[1-9])?$/;
const mostReplaced = 50;
const fieldCount = 6;

/** Null: not such a one. */
export function readUsualScore(raw: unknown): Extract<DomainEvent, { type: 'score-set' }> | null {
  if (typeof raw !== 'object' || raw === null || !('type' in raw) || raw.type !== 'score-set') return null;
  if (!('contestant' in raw && 'criterion' in raw && 'value' in raw && 'replaces' in raw && 'rubric' in raw))
    return null;
  const { contestant, criterion, value, replaces, rubric } = raw;
  if (
    Object.keys(raw).length !== fieldCount ||
    !isText<ContestantId>(contestant, ID) ||
    !isText<CriterionId>(criterion, ID)
  )
    return null;
  if (!(value === null || isText(value, DECIMAL)) || !isRef(rubric)) return null;
  if (!Array.isArray(replaces) || replaces.length > mostReplaced || !replaces.every(isRef)) return null;
  return { type: 'score-set', contestant, criterion, value, replaces, rubric };
}

function isRef(value: unknown): value is Ref {
  return isText(value, REF);
}

function isText<Text extends string>(value: unknown, pattern: RegExp): value is Text {
  return typeof value === 'string' && pattern.test(value);
}
