/**
 * Two facts in one cell [I16]: `KBK Melati – Puskesmas Sukamaju`, a name with its unit in brackets, a title on the line
 * below. Proposed only where most names are written so and the other fact has no column of its own.
 */
import { foldSpaces } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { saysGroup, saysUnit, shareOf } from './content-words.ts';
import { matchHeader } from './header-words.ts';
import { statusOf } from './row-words.ts';
import type { Fact, SetApart } from './sightings.ts';

export type FactSplit = {
  /** How the facts are set apart. */
  readonly apart: SetApart;
  readonly facts: readonly Fact[];
  /** The header names all of them: nothing is guessed. */
  readonly isNamed: boolean;
  /** Null for a cell that is not written so. */
  readonly split: (raw: string) => Partial<Record<Fact, string>> | null;
};

type Separator = { readonly apart: SetApart; readonly parts: (raw: string) => readonly string[] | null };

const MOSTLY = 0.6;
const LONGEST_RAW = 1500;

/** Parts are folded: what spaces stand around a separator does not matter, only whether any do. */
const separators: readonly Separator[] = [
  { apart: 'lines', parts: (raw) => several(raw.split(/[\r\n]/), 3) },
  { apart: 'brackets', parts: (raw) => pair(/^([^()[\]]+)[([]([^()[\]]{2,})[)\]]\s*$/.exec(raw)) },
  { apart: 'quotes', parts: (raw) => pair(/^(.+?)[\s,:–—-]*["“”„«]([^"“”„«»]{2,})["“”»]\s*$/s.exec(raw)) },
  { apart: 'hyphen', parts: (raw) => several(raw.split(/[–—]|\s-+\s/), 3) },
  { apart: 'slash', parts: (raw) => several(raw.split(/\s\/+\s|\|/), 3) },
  { apart: 'semicolon', parts: (raw) => several(raw.split(';'), 3) },
  { apart: 'colon', parts: (raw) => pair(/^([^:]+):\s(.+)/s.exec(raw)) },
  { apart: 'comma', parts: (raw) => pair(/^([^,]+),\s(.+)/s.exec(raw)) },
  { apart: 'slash', parts: (raw) => pair(/^([^/]+)\/(.+)/s.exec(raw)) },
  { apart: 'word-from', parts: (raw) => pair(/^(.+?)\s(?:dari|asal)\s(.+)/is.exec(raw)) },
];

function several(pieces: readonly string[], most: number): readonly string[] | null {
  const parts = pieces.map(foldSpaces).filter((part) => part !== '');
  if (parts.length < 2) return null;
  return parts.length <= most ? parts : [...parts.slice(0, most - 1), parts.slice(most - 1).join(' ')];
}

function pair(match: RegExpExecArray | null): readonly string[] | null {
  const parts = [match?.[1], match?.[2]].map((part) => foldSpaces(part ?? ''));
  return parts.every((part) => part !== '') ? parts : null;
}

/** `missing`: the facts that have no column; `raws` are the cells as stored, with their line breaks. */
export function findFactSplit(raws: readonly string[], missing: ReadonlySet<Fact>, header: string): FactSplit | null {
  const cells = raws.map((raw) => raw.slice(0, LONGEST_RAW)).filter((raw) => raw.trim() !== '');
  const named = namedFacts(header);
  for (const separator of separators) {
    const split = splitBy(separator, cells, missing, named);
    if (split !== null) return split;
  }
  return null;
}

/** The facts that a header names, in its order: `Nama KBK dan Judul Risalah`. */
export function namedFacts(header: string): readonly Fact[] {
  const pieces = header.split(/[/&|,+\n–-]| dan | serta | beserta /i);
  const facts = pieces.flatMap((piece) => {
    const field = matchHeader(piece)[0];
    return field !== undefined && isFact(field.field) ? [field.field] : [];
  });
  return [...new Set(facts)];
}

function isFact(field: string): field is Fact {
  return field === 'name' || field === 'unit' || field === 'title';
}

function splitBy(
  { apart, parts }: Separator,
  cells: readonly string[],
  missing: ReadonlySet<Fact>,
  named: readonly Fact[],
): FactSplit | null {
  const rows = cells.flatMap((cell) => {
    const pieces = parts(cell);
    return pieces === null || statusOf(pieces.at(-1) ?? '') !== 'waiting' ? [] : [pieces];
  });
  if (rows.length < 2 || rows.length < cells.length * MOSTLY) return null;
  const width = Math.min(...rows.map((pieces) => pieces.length));
  const columns = Array.from({ length: width }, (_, index) => rows.map((pieces) => pieces[index] ?? ''));
  const isNamed = named.length >= 2;
  const facts = factsOf(columns, missing, named, apart);
  if (facts === null) return null;
  return {
    apart,
    facts,
    isNamed,
    split: (raw) => {
      const pieces = parts(raw.slice(0, LONGEST_RAW));
      if (pieces === null || statusOf(pieces.at(-1) ?? '') !== 'waiting') return null;
      const said: Partial<Record<Fact, string>> = {};
      for (const [index, fact] of facts.entries()) {
        const isLast = index === facts.length - 1;
        said[fact] = withoutLabel(withoutQuotes(isLast ? pieces.slice(index).join(' ') : (pieces[index] ?? '')));
      }
      return said;
    },
  };
}

/** What each part is: told by its words, then by the header, then by its length. Null where a part is nothing known. */
function factsOf(
  columns: readonly (readonly string[])[],
  missing: ReadonlySet<Fact>,
  named: readonly Fact[],
  apart: SetApart,
): readonly Fact[] | null {
  const units = columns.map((texts) => shareOf(texts, saysUnit));
  const groups = columns.map((texts) => shareOf(texts, (text) => saysGroup(text) && !isGroupWord(text)));
  if (columns[0]?.every((text) => isGroupWord(text)) === true) return null;
  const facts: (Fact | null)[] = columns.map((_, index) => {
    if ((units[index] ?? 0) >= MOSTLY && missing.has('unit')) return 'unit';
    return (groups[index] ?? 0) >= MOSTLY ? 'name' : null;
  });
  if (!facts.includes('name')) {
    const free = facts.indexOf(null);
    const byHeader = named.length === columns.length ? named.indexOf('name') : -1;
    const place = byHeader >= 0 && facts[byHeader] === null ? byHeader : free;
    if (place < 0) return null;
    facts[place] = 'name';
  }
  const isLoose = apart === 'comma' || apart === 'word-from' || apart === 'colon';
  for (const [index, fact] of facts.entries()) {
    if (fact !== null) continue;
    const texts = columns[index] ?? [];
    if (missing.has('title') && !facts.includes('title') && (named.includes('title') || isTitleLike(texts, isLoose)))
      facts[index] = 'title';
    else if (missing.has('unit') && !facts.includes('unit') && named.includes('unit')) facts[index] = 'unit';
    else return null;
  }
  const known = facts.filter((fact) => fact !== null);
  const adds =
    known.some((fact) => fact !== 'name' && missing.has(fact)) || (known.includes('name') && missing.has('name'));
  return new Set(known).size === known.length && adds ? known : null;
}

function isTitleLike(texts: readonly string[], isLoose: boolean): boolean {
  const words = texts.reduce((sum, text) => sum + text.split(' ').length, 0) / Math.max(1, texts.length);
  return words >= (isLoose ? 4 : 3);
}

/** `KBK` before a name in quotes is no name of its own. */
function isGroupWord(text: string): boolean {
  return /^(kbk|gkm|gkb|qcc|tim|kelompok|gugus|kelompok budaya kerja|gugus kendali mutu)$/.test(textKey(text));
}

const LABEL =
  /^(judul(?: risalah)?|tema|risalah|unit(?: kerja)?|opd|skpd|instansi|asal|perangkat daerah)\s*[:=]\s*(?=\S)/i;

/** `Judul: Percepatan ...` says its own kind. */
export function labelledFact(text: string): { readonly fact: Fact; readonly text: string } | null {
  const label = LABEL.exec(text)?.[1]?.toLowerCase();
  if (label === undefined) return null;
  const fact = /^(judul|tema|risalah)/.test(label) ? 'title' : 'unit';
  return { fact, text: withoutLabel(text) };
}

function withoutLabel(text: string): string {
  return withoutQuotes(text.replace(LABEL, ''));
}

function withoutQuotes(text: string): string {
  const inner = /^["“”„«'‘(]+(.+?)["“”»'’)]+$/s.exec(text)?.[1];
  return foldSpaces(inner === undefined || /["“”()]/.test(inner) ? text : inner);
}
