/**
 * The payload of envelope version 3: the same values as JSON would write, in few bytes, so that a score fits the smallest size.
 * CBOR in which known names of fields are numbers and byte strings stand for texts: an entry's name (`log:seq`), or a known word.
 * No fact holds numbers as keys or byte strings itself, so every text comes back as it was. Both lists are closed with this version
 * of the envelope: a number that an earlier application does not know would hide a whole fact from it, in the same contest. What
 * is named later stands as text.
 */
import { Encoder } from 'cbor-x';
import { fromBase32, toBase32 } from '../lib/base32.ts';
import { concatBytes } from '../lib/bytes.ts';
import { decodeWith, paddedLength, withoutUndefined } from './payload.ts';

/** Fields by their numbers. */
const fields = [
  'type', 'contestant', 'criterion', 'value', 'replaces', 'rubric', 'from', 'stage', 'text', 'values', 'after', 'by', 'named',
  'name', 'title', 'nip', 'unit', 'stages', 'reason', 'recusal', 'category', 'locks', 'juror', 'put', 'removed', 'source', 'status',
  'refs', 'setAside', 'numbers', 'seed', 'undoes', 'part', 'elapsedMs', 'penalty', 'absence', 'absences', 'signOffs', 'decision',
  'confirmation', 'device', 'signingKey', 'boxKey', 'seat', 'machine', 'upTo', 'log', 'seq', 'hash', 'keys', 'sealed', 'id', 'number',
  'slot', 'points', 'order', 'method', 'contest', 'categories', 'rubrics', 'jurors', 'rules', 'awards', 'setup', 'members', 'theme',
] as const; // prettier-ignore

/** Words by their numbers: the types of facts. */
const words = [
  'score-set', 'note-set', 'sheet-locked', 'recused', 'recusal-withdrawn', 'category-signed-off', 'contest-founded', 'info-changed',
  'categories-changed', 'stages-changed', 'rubrics-changed', 'jurors-changed', 'rules-changed', 'awards-changed',
  'contestants-changed', 'contestant-status-changed', 'sheets-set-aside', 'set-aside-cancelled', 'former-name-recorded',
  'order-changed', 'lots-drawn', 'stage-shown', 'timer-started', 'timer-stopped', 'penalty-added', 'penalty-cancelled',
  'absence-recorded', 'absences-recorded', 'absence-cancelled', 'recusal-recorded', 'recusal-cancelled', 'sheet-reopened',
  'sign-off-reopened', 'decision-recorded', 'decision-cancelled', 'announcement-confirmed', 'device-admitted', 'device-revoked',
  'data-keys-shared',
] as const; // prettier-ignore

const fieldNumbers: ReadonlyMap<string, number> = new Map(fields.map((name, number) => [name, number]));
const wordNumbers: ReadonlyMap<string, number> = new Map(words.map((word, number) => [word, number]));

/** What a byte string begins with. Between them: an entry of the log that is known by that number. */
const OWN_LOG = 0;
const KNOWN_ID = 253;
const OTHER_LOG = 254;
const WORD = 255;
const END = 0x80;
const LOG_BYTES = 16;
/** So long as the longest usual score, `999.9999`. */
const SCORE_LENGTH = 8;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** For a sheet with every criterion that a rubric may have. */
const mostRoom = 1024;
const none: readonly string[] = [];
const REF = /^([a-z2-7]{26}):([1-9]\d{0,9})$/;

const cbor = new Encoder({ useRecords: false, mapsAsObjects: false, tagUint8Array: false, variableMapSize: true });

/** What a log's opening lists, so that its entries name it by few bytes. */
export interface Listed {
  /** Logs, at most 252. */
  readonly knownLogs?: readonly string[] | undefined;
  /** Ids of contestants, criteria and stages. */
  readonly knownIds?: readonly string[] | undefined;
}

/** What the entries of a log name by few bytes: the log itself, and what its opening lists. */
export interface KnownNames extends Listed {
  readonly own: string;
}

export function encodeCompact(value: unknown, names: KnownNames): Uint8Array {
  const content = cbor.encode(shortened(withoutUndefined(value), names));
  const padded = new Uint8Array(paddedLength(content.length + 1 + Math.min(roomForDigits(value), mostRoom)));
  padded.set(content);
  padded[content.length] = END;
  return padded;
}

/** The value, or null for anything that `encodeCompact` does not make. */
export function decodeCompact(padded: Uint8Array, names: KnownNames): unknown {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  if (end < 0 || padded[end] !== END) return null;
  const usual = readUsual(padded, end, names);
  return usual === undefined ? readAny(padded.subarray(0, end), names) : usual;
}

/** Every value that there may be. */
export function readAny(content: Uint8Array, names: KnownNames): unknown {
  const value = decodeWith(cbor, content);
  if (value === null) return null;
  const restored = restore(value, names);
  return restored.ok ? restored.value : null;
}

const usualBytes = 1024;
const usualDepth = 4;
const usualText = 32;
const [MAJOR_NUMBER, MAJOR_BYTES, MAJOR_TEXT, MAJOR_ARRAY, MAJOR_MAP] = [0, 2, 3, 4, 5] as const;
const simple: ReadonlyMap<number, unknown> = new Map([
  [0xf4, false],
  [0xf5, true],
  [0xf6, null],
] as const);

/**
 * The same as `readAny` in one go, for what a contest has ten thousands of: scores. Undefined for whatever is not short, shallow
 * and of known fields, right or wrong: that is read by the other one.
 */
function readUsual(bytes: Uint8Array, end: number, names: KnownNames): unknown {
  if (end > usualBytes) return undefined;
  // It only goes forward: what reads too far does not end where it must.
  let at = 0;
  const value = item(0);
  return at === end ? value : undefined;

  function item(depth: number): unknown {
    const initial = bytes[at] ?? 0;
    at += 1;
    const constant = simple.get(initial);
    if (constant !== undefined) return constant;
    const count = countOf(initial);
    if (count === null) return undefined;
    switch (initial >> 5) {
      case MAJOR_NUMBER:
        return count;
      case MAJOR_BYTES: {
        at += count;
        const restored = restoreText(bytes, at - count, at, names);
        return restored.ok ? restored.value : undefined;
      }
      case MAJOR_TEXT:
        return ascii(count);
      case MAJOR_ARRAY:
        return depth < usualDepth ? items(count, depth + 1) : undefined;
      case MAJOR_MAP:
        return depth < usualDepth ? fieldsOf(count, depth + 1) : undefined;
      default:
        return undefined;
    }
  }

  /** What stands in the first byte, or in the one after it; null: it is longer, or no number. */
  function countOf(initial: number): number | null {
    const short = initial & 31;
    if (short < 24) return short;
    at += 1;
    return short === 24 ? (bytes[at - 1] ?? null) : null;
  }

  function ascii(length: number): string | undefined {
    if (length > usualText) return undefined;
    let text = '';
    for (const last = at + length; at < last; at += 1) {
      const code = bytes[at] ?? 0x80;
      if (code >= 0x80) return undefined;
      text += String.fromCharCode(code);
    }
    return text;
  }

  function items(count: number, depth: number): unknown {
    const list: unknown[] = [];
    for (let index = 0; index < count; index += 1) {
      const value = at < end ? item(depth) : undefined;
      if (value === undefined) return undefined;
      list.push(value);
    }
    return list;
  }

  function fieldsOf(count: number, depth: number): unknown {
    const object: Record<string, unknown> = {};
    for (let index = 0; index < count; index += 1) {
      const initial = bytes[at] ?? 0xff;
      at += 1;
      const number = initial >> 5 === MAJOR_NUMBER ? countOf(initial) : null;
      const name = fields[number ?? -1];
      const value = name === undefined || at >= end ? undefined : item(depth);
      if (name === undefined || value === undefined) return undefined;
      object[name] = value;
    }
    return object;
  }
}

function roomForDigits(value: unknown): number {
  // An emptied score.
  if (value === null) return SCORE_LENGTH;
  if (typeof value === 'string') return NUMBER.test(value) ? Math.max(0, SCORE_LENGTH - value.length) : 0;
  if (typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + roomForDigits(item), 0);
}

function shortened(value: unknown, names: KnownNames): unknown {
  if (typeof value === 'string') return shortText(value, names);
  if (Array.isArray(value)) return value.map((item) => shortened(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, item]) => [fieldNumbers.get(key) ?? key, shortened(item, names)]));
}

function shortText(text: string, { own, knownLogs = none, knownIds = none }: KnownNames): string | Uint8Array {
  const word = wordNumbers.get(text);
  if (word !== undefined) return Uint8Array.from([WORD, ...numberBytes(word)]);
  const id = numbersOf(knownIds).get(text);
  if (id !== undefined) return Uint8Array.from([KNOWN_ID, ...numberBytes(id)]);
  const [, log, digits] = REF.exec(text) ?? [];
  if (log === undefined) return text;
  const seq = numberBytes(Number(digits));
  if (log === own) return Uint8Array.from([OWN_LOG, ...seq]);
  const known = knownLogs.indexOf(log) + 1;
  if (known > 0 && known < KNOWN_ID) return Uint8Array.from([known, ...seq]);
  const bytes = fromBase32(log);
  return bytes === null ? text : concatBytes(Uint8Array.of(OTHER_LOG), bytes, Uint8Array.from(seq));
}

const numbers = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Of each text the number of its first place in the list. */
function numbersOf(list: readonly string[]): ReadonlyMap<string, number> {
  const known = numbers.get(list);
  if (known !== undefined) return known;
  const made = new Map(list.map((text, number) => [text, number] as const).toReversed());
  numbers.set(list, made);
  return made;
}

/** Big-endian, without leading zeros: one to five bytes. */
function numberBytes(number: number): number[] {
  const bytes: number[] = [];
  for (let rest = number; rest > 0 || bytes.length === 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}

type Restored = { readonly ok: true; readonly value: unknown } | { readonly ok: false };
const unknown: Restored = { ok: false };

function restore(value: unknown, names: KnownNames): Restored {
  if (value instanceof Uint8Array) return restoreText(value, 0, value.length, names);
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const restored = restore(item, names);
      if (!restored.ok) return unknown;
      items.push(restored.value);
    }
    return { ok: true, value: items };
  }
  if (!(value instanceof Map)) return { ok: true, value };
  const entries: [string, unknown][] = [];
  for (const [key, item] of value) {
    const name: unknown = typeof key === 'number' ? fields[key] : key;
    const restored = restore(item, names);
    if (typeof name !== 'string' || !restored.ok) return unknown;
    entries.push([name, restored.value]);
  }
  return { ok: true, value: Object.fromEntries(entries) };
}

/** The text that those bytes stand for. */
function restoreText(
  bytes: Uint8Array,
  from: number,
  to: number,
  { own, knownLogs = none, knownIds = none }: KnownNames,
): Restored {
  const first = from < to ? (bytes[from] ?? -1) : -1;
  if (first === WORD) {
    const word = words[numberOf(bytes, from + 1, to)];
    return word === undefined ? unknown : { ok: true, value: word };
  }
  if (first === KNOWN_ID) {
    const id = knownIds[numberOf(bytes, from + 1, to)];
    return id === undefined ? unknown : { ok: true, value: id };
  }
  if (first === OTHER_LOG) {
    const seq = from + 1 + LOG_BYTES;
    return to <= seq ? unknown : ref(toBase32(bytes.subarray(from + 1, seq)), bytes, seq, to);
  }
  return ref(first === OWN_LOG ? own : knownLogs[first - 1], bytes, from + 1, to);
}

function ref(log: string | undefined, bytes: Uint8Array, from: number, to: number): Restored {
  if (log === undefined || from >= to || to - from > 5) return unknown;
  return { ok: true, value: `${log}:${numberOf(bytes, from, to)}` };
}

function numberOf(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 256 + (bytes[at] ?? 0);
  return number;
}
