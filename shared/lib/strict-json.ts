/**
 * JSON as a person must hand it in: a syntax error is named with its line and column, and a key that stands twice in one
 * object is refused with its pointer instead of the last one winning silently. Texts nested too deep are none of ours.
 */
import { err, ok, type Result } from './result.ts';

export interface JsonFault {
  /** Keys and indexes down to the place; empty for the text as a whole. */
  readonly path: readonly (string | number)[];
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  readonly fault: JsonSyntaxFault | { readonly type: 'key-twice'; readonly key: string };
}

/** `found`: what stands there instead; null: the text ends there. */
export type JsonSyntaxFault =
  | { readonly type: 'empty' | 'text-after-end' | 'too-deep' | 'comma-after-last' }
  | { readonly type: 'quote-missing' | 'quote-missing-in-line' | 'unknown-escape' }
  | { readonly type: 'key-expected' | 'colon-expected' | 'value-expected'; readonly found: string | null }
  | { readonly type: 'comma-expected'; readonly closing: '}' | ']'; readonly found: string | null };

/** The value of a JSON text at most so many levels deep, or what is wrong: one syntax error, or every repeated key. */
export function parseStrictJson(text: string, levels: number): Result<unknown, readonly JsonFault[]> {
  const source = text.replace(/^\uFEFF/, '');
  const faults = faultsOf(source, levels);
  if (faults.length > 0) return err(faults);
  const value: unknown = JSON.parse(source);
  return ok(value);
}

/** Walks the grammar of RFC 8259 (what passes is what `JSON.parse` takes). Each part answers false at a syntax error. */
function faultsOf(text: string, levels: number): readonly JsonFault[] {
  const placeOf = placesIn(text);
  const repeated: JsonFault[] = [];
  const path: (string | number)[] = [];
  let at = 0;
  let syntax: JsonFault | null = null;

  blank();
  const isWhole = at < text.length ? value() : fail({ type: 'empty' });
  blank();
  if (isWhole && at < text.length) fail({ type: 'text-after-end' });
  return syntax === null ? repeated : [syntax];

  function fail(fault: JsonSyntaxFault, where = at): false {
    syntax = { path: [], ...placeOf(where), fault };
    return false;
  }

  function value(): boolean {
    switch (text[at]) {
      case '{':
        return object();
      case '[':
        return list();
      case '"':
        return string();
      default:
        return literal();
    }
  }

  function object(): boolean {
    const keys = new Set<string>();
    if (isEmpty('}')) return true;
    for (;;) {
      const from = at;
      if (text[at] !== '"') return fail({ type: 'key-expected', found: sight() });
      if (!string()) return false;
      const written = text.slice(from, at);
      const key = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
      if (keys.has(key)) {
        repeated.push({ path: [...path, key], ...placeOf(from), fault: { type: 'key-twice', key } });
      }
      keys.add(key);
      blank();
      if (text[at] !== ':') return fail({ type: 'colon-expected', found: sight() });
      step();
      if (!inside(key)) return false;
      const isLast = closes('}');
      if (isLast !== 'no') return isLast === 'yes';
    }
  }

  function list(): boolean {
    if (isEmpty(']')) return true;
    for (let index = 0; ; index += 1) {
      if (!inside(index)) return false;
      const isLast = closes(']');
      if (isLast !== 'no') return isLast === 'yes';
    }
  }

  function inside(key: string | number): boolean {
    path.push(key);
    if (path.length >= levels) return fail({ type: 'too-deep' });
    const isRead = value();
    path.pop();
    return isRead;
  }

  /** Past the opening bracket; true, and past the closing one, where nothing stands between them. */
  function isEmpty(closing: '}' | ']'): boolean {
    step();
    const isClosed = text[at] === closing;
    if (isClosed) at += 1;
    return isClosed;
  }

  /** After an item: past the closing bracket, or past the comma before a further item. */
  function closes(closing: '}' | ']'): 'yes' | 'no' | 'fault' {
    blank();
    const mark = at;
    if (text[at] === closing) {
      at += 1;
      return 'yes';
    }
    if (text[at] !== ',') {
      fail({ type: 'comma-expected', closing, found: sight() });
      return 'fault';
    }
    step();
    if (text[at] !== closing) return 'no';
    fail({ type: 'comma-after-last' }, mark);
    return 'fault';
  }

  function string(): boolean {
    const from = at;
    for (at += 1; text.charCodeAt(at) !== QUOTE; at += 1) {
      const code = text.charCodeAt(at);
      if (Number.isNaN(code)) return fail({ type: 'quote-missing' }, from);
      if (code < FIRST_PRINTED) return fail({ type: 'quote-missing-in-line' }, from);
      if (code !== BACKSLASH) continue;
      const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
      if (escape === null) return fail({ type: 'unknown-escape' });
      at += escape[0].length;
    }
    at += 1;
    return true;
  }

  function literal(): boolean {
    const found = literals.exec(text.slice(at, at + LONGEST));
    if (found === null) return fail({ type: 'value-expected', found: sight() });
    at += found[0].length;
    return true;
  }

  function step(): void {
    at += 1;
    blank();
  }

  function blank(): void {
    while (blanks.has(text.charCodeAt(at))) at += 1;
  }

  function sight(): string | null {
    const next = text.codePointAt(at);
    return next === undefined ? null : String.fromCodePoint(next);
  }
}

/** The line and column of places, from 1 as editors count; asked for in ascending order mostly, so that each part is read once. */
function placesIn(text: string): (at: number) => Pick<JsonFault, 'line' | 'column'> {
  let line = 1;
  let lineStart = 0;
  let read = 0;
  return (at) => {
    if (at < read) [line, lineStart, read] = [1, 0, 0];
    for (; read < at; read += 1) {
      const isBreak = text[read] === '\n' || (text[read] === '\r' && text[read + 1] !== '\n');
      if (isBreak) [line, lineStart] = [line + 1, read + 1];
    }
    return { line, column: at - lineStart + 1 };
  };
}

const literals = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/;
/** No number of ours is as long. */
const LONGEST = 400;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTED = 0x20;
const blanks: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09]);
