/** How high paragraphs and signatures stand on a page, by the widths of their letters: what a page is begun by (rules X19, X25). */
import { readable } from '../model/paper.ts';
import type { Signature } from '../workbook/signatures.ts';
import { linesOf, type TextFont } from '../workbook/text-size.ts';

/** Of a line by the size of its letters. */
export const lineShare = 1.25;
/** Points below a block. */
export const gap = 6;
/** At the sides of a table's cell, both together, and above and below. */
export const cellSides = 8;
export const cellEdges = 5;
/** For a hand. */
export const handRoom = 48;

const dotted = '( .............................. )';

/** `below`: points that stay free below it. */
export function paragraphHeight(text: string, width: number, font: Required<TextFont>, below = gap): number {
  return linesOf(text, width, font) * font.size * lineShare + below;
}

/** Of a row of signatures; `size`: points of the paper's plain text. */
export function signatureHeight(row: readonly (Signature | null)[], size: number, width: number): number {
  const room = width / row.length - cellSides;
  const own = row.length > 2 ? Math.min(size, 10) : Math.min(size, 11);
  const lines = (text: string, font: TextFont): number => (text === '' ? 0 : linesOf(text, room, font));
  const heightOf = (pick: (one: Signature) => number): number =>
    Math.max(0, ...row.map((one) => (one === null ? 0 : pick(one)))) * own * lineShare;
  return (
    heightOf(({ role }) => lines(readable(role), { size: own })) +
    handRoom +
    heightOf((one) => lines(signedName(one), { size: own, bold: true })) +
    heightOf((one) => lines(belowName(one), { size: own })) +
    gap * 3
  );
}

export function signedName({ name }: Signature): string {
  return name === null ? dotted : readable(name);
}

/** Rank and number below a name. */
export function belowName({ title, nip }: Signature): string {
  return [title, nip]
    .filter((text) => text !== null)
    .map(readable)
    .join('\n');
}
