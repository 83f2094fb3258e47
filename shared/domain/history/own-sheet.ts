/** The history of one score sheet for its own juror (rule T6): a part of what the juror's window holds, without words for others. */
import type { ContestantId, JurorId, Ref, StageId } from '../ids.ts';
import type { History, HistoryEntry } from './history.ts';

export interface SheetPlace {
  readonly juror: JurorId;
  readonly contestant: ContestantId;
  readonly stage: StageId;
}

/** What its juror did on it and what the committee did to it, oldest first. */
export function sheetHistory({ entries }: History, place: SheetPlace): readonly HistoryEntry[] {
  const refs = new Set(entries.filter((entry) => isOfSheet(entry, place)).map(({ recorded }) => recorded.ref));
  // By the clocks, what names something may stand before it.
  for (let known = -1; known !== refs.size;) {
    known = refs.size;
    for (const entry of entries) if (names(entry, refs, place.juror)) refs.add(entry.recorded.ref);
  }
  return entries.filter(({ recorded }) => refs.has(recorded.ref)).map((entry) => ownPart(entry, refs));
}

function isOfSheet(
  { recorded: { author }, seat, contestants, stage }: HistoryEntry,
  { juror, ...sheet }: SheetPlace,
): boolean {
  const isOwn = author.role === 'seat' ? author.seat === juror : seat === juror;
  return isOwn && contestants.includes(sheet.contestant) && (stage === null || stage === sheet.stage);
}

/** What is about more than this sheet, and about it too: signing its category off, setting aside what no longer fits. */
function names(
  { recorded: { event, author }, seat, of }: HistoryEntry,
  refs: ReadonlySet<Ref>,
  juror: JurorId,
): boolean {
  switch (event.type) {
    case 'category-signed-off':
      return author.role === 'seat' && author.seat === juror && event.locks.some((ref) => refs.has(ref));
    case 'sign-off-reopened':
      return seat === juror && of.some((ref) => refs.has(ref));
    case 'sheets-set-aside':
    case 'set-aside-cancelled':
      return of.some((ref) => refs.has(ref));
    default:
      return false;
  }
}

/** Of what was set aside of several sheets, what was of this one: how much the others had written is not told. */
function ownPart(entry: HistoryEntry, own: ReadonlySet<Ref>): HistoryEntry {
  const { event } = entry.recorded;
  if (event.type !== 'sheets-set-aside') return entry;
  const refs = event.refs.filter((ref) => own.has(ref));
  return { ...entry, of: refs, recorded: { ...entry.recorded, event: { ...event, refs } } };
}
