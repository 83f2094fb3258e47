/**
 * The history in words: what one fact did, as a sentence whose subject is its writer (`Juri 2` + `mengubah nilai ...`), and the
 * words of the document that is made of it. A kind of fact more does not compile until every language has its sentence (rule T2).
 */
import type { Fact, FactType, HistoryKind } from '../domain/history/about.ts';
import type { History, HistoryEntry, HistoryNames, Unused } from '../domain/history/history.ts';
import type { SetupChange, SetupField, SetupThing } from '../domain/history/setup-changes.ts';
import type { AwardId, ContestantId, CriterionId, JurorId, StageId, CategoryId, DeviceId } from '../domain/ids.ts';
import type { ContestantStatus } from '../domain/setup/contest-file.ts';
import { sayDecimal, type NumberWords } from './numbers.ts';

export type FactOf<Type extends FactType> = Extract<Fact, { readonly type: Type }>;

export interface HistoryWords {
  readonly facts: { readonly [Type in FactType]: (event: FactOf<Type>, told: Told) => string };
  readonly kinds: Readonly<Record<HistoryKind, string>>;
  readonly unused: Readonly<Record<Unused, string>>;
  readonly statuses: Readonly<Record<ContestantStatus, string>>;
  readonly change: ChangeWords;
  readonly committee: string;
  readonly document: HistoryDocumentWords;
}

interface ChangeWords {
  readonly things: Readonly<Record<SetupThing, string>>;
  readonly fields: Readonly<Record<SetupField, string>>;
  readonly added: (thing: string) => string;
  readonly removed: (thing: string) => string;
  /** Of a field that is no plain text or number. */
  readonly changed: (field: string) => string;
  readonly became: (field: string, before: string, after: string) => string;
  /** Instead of a value that is not there. */
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly same: string;
}

interface HistoryDocumentWords {
  readonly title: string;
  readonly identity: (contest: string) => string;
  /** The name of the sheet. */
  readonly sheet: string;
  readonly columns: Readonly<Record<HistoryColumn, string>>;
  readonly yes: string;
  readonly no: string;
  readonly some: (shown: number, all: number) => string;
  readonly all: (count: number) => string;
}

export type HistoryColumn =
  | 'time'
  | 'who'
  | 'role'
  | 'machine'
  | 'what'
  | 'contestant'
  | 'criterion'
  | 'before'
  | 'after'
  | 'remark'
  | 'afterPresentation'
  | 'log'
  | 'number';

/** What sentences are made of: names of things as they were last known, and what stood before. */
export interface Told {
  readonly contestant: (id: ContestantId) => string;
  readonly juror: (id: JurorId) => string;
  readonly stage: (id: StageId) => string;
  readonly criterion: (id: CriterionId) => string;
  readonly category: (id: CategoryId) => string;
  readonly award: (id: AwardId) => string;
  readonly machine: (id: DeviceId) => string;
  readonly part: (stage: StageId, part: number) => string;
  readonly status: (status: ContestantStatus) => string;
  readonly decimal: (value: string) => string;
  /** `09:58`; the hours only where there are any. */
  readonly clock: (elapsedMs: number) => string;
  /** The values that stood there, as texts; empty: none. */
  readonly before: readonly string[];
  /** The first lines of a long note or message. */
  readonly excerpt: (text: string) => string;
  /** The seat that it concerns, where it names one. */
  readonly seat: string | null;
  /** What differs in a fact of the setup. */
  readonly changes: string;
}

export interface SaidEntry {
  readonly what: string;
  /** Of scores, notes and states; empty: nothing stood there, or it is no such fact. */
  readonly before: string;
  readonly after: string;
  /** As it was given; empty: none. */
  readonly reason: string;
  /** Why it has no effect; empty: it has. */
  readonly unused: string;
}

interface SaidWith {
  readonly numbers: NumberWords;
  readonly history: HistoryWords;
}

/** `changes`: how many differences of the setup are told before the others are counted. */
export function sayEntry(
  { numbers, history: words }: SaidWith,
  { names }: History,
  entry: HistoryEntry,
  { changes, letters }: { readonly changes: number; readonly letters: number },
): SaidEntry {
  const { event } = entry.recorded;
  const decimal = (value: string) => sayDecimal(numbers, value);
  const value = event.type === 'score-set' ? decimal : (text: string) => statusOr(words, event.type, text);
  const before = entry.before.map(value);
  const told: Told = {
    ...namesIn(names),
    status: (status) => words.statuses[status],
    decimal,
    clock,
    before,
    excerpt: (text) => excerptOf(text, letters),
    seat: entry.seat === null ? null : (names.jurors.get(entry.seat)?.name ?? entry.seat),
    changes: sayChanges(words, entry.changes, decimal, changes),
  };
  return {
    what: factIn(words, event.type, event, told),
    before: before.join(' / '),
    after: afterOf(event, value),
    reason: entry.reason ?? '',
    unused: entry.unused === null ? '' : words.unused[entry.unused],
  };
}

function factIn<Type extends FactType>(words: HistoryWords, type: Type, event: FactOf<Type>, told: Told): string {
  return words.facts[type](event, told);
}

function statusOr(words: HistoryWords, type: FactType, text: string): string {
  if (type !== 'contestant-status-changed') return text;
  return new Map<string, string>(Object.entries(words.statuses)).get(text) ?? text;
}

function afterOf(event: Fact, value: (text: string) => string): string {
  switch (event.type) {
    case 'score-set':
      return event.value === null ? '' : value(event.value);
    case 'note-set':
    case 'message-sent':
      return event.text;
    case 'contestant-status-changed':
      return value(event.status);
    default:
      return '';
  }
}

function namesIn(names: HistoryNames) {
  return {
    contestant: (id: ContestantId) => contestantIn(names, id),
    juror: (id: JurorId) => names.jurors.get(id)?.name ?? id,
    stage: (id: StageId) => names.stages.get(id)?.name ?? id,
    criterion: (id: CriterionId) => names.criteria.get(id)?.name ?? id,
    category: (id: CategoryId) => names.categories.get(id) ?? id,
    award: (id: AwardId) => names.awards.get(id) ?? id,
    machine: (id: DeviceId) => names.machines.get(id) ?? id.slice(0, 6),
    part: (stage: StageId, part: number) => names.stages.get(stage)?.timer?.[part]?.name ?? '',
  };
}

/** `3 · KBK Melati · RSUD Kartini`: number, name and unit together. */
export function contestantIn(names: HistoryNames, id: ContestantId): string {
  const contestant = names.contestants.get(id);
  if (contestant === undefined) return id;
  const { number, name, unit = '' } = contestant;
  return [number === null ? '–' : String(number), name, unit].filter((part) => part !== '').join(' · ');
}

function excerptOf(text: string, letters: number): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= letters ? line : `${line.slice(0, letters).trimEnd()}…`;
}

function sayChanges(
  { change: words }: HistoryWords,
  changes: readonly SetupChange[],
  decimal: (value: string) => string,
  most: number,
): string {
  if (changes.length === 0) return words.same;
  const fields = new Map<string, string>(Object.entries(words.fields));
  const said = changes.slice(0, most).map((change) => {
    const thing = [words.things[change.thing], change.name].filter((part) => part !== '').join(' ');
    if (change.type !== 'changed') return words[change.type](thing);
    const field = fields.get(change.field) ?? change.field;
    const shown = (text: string) => (text === '' ? words.nothing : isDecimal(text) ? decimal(text) : text);
    const { values } = change;
    const text =
      values === null ? words.changed(field) : words.became(field, shown(values.before), shown(values.after));
    return change.name === '' ? text : `${thing}: ${text}`;
  });
  const others = changes.length - said.length;
  return [...said, ...(others > 0 ? [words.more(others)] : [])].join('; ');
}

function isDecimal(text: string): boolean {
  return /^-?\d+\.\d+$/.test(text);
}

function clock(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
