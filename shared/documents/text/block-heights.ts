/** How high paragraphs and signatures stand on a page, by the widths of their letters: what a page is begun by (rules X19, X25). */
import { wordsOf } from '../../say/words.ts';
import { edgesOf, readable, sheetSize, type Paper } from '../model/paper.ts';
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

const pointsPerMillimetre = 72 / 25.4;
/** Points of the foot's letters and lines. */
export const footSize = 8;
export const footLine = 10;

/**
 * Points between the margins, a little less than the paper, so that no rounding begins a page. Where whose page it is and the codes of
 * many seals take more lines than the lower margin has room for, the text ends above them.
 */
export function roomOn(
  paper: Pick<Paper, 'size' | 'page' | 'language' | 'checkCode'>,
  identity: string,
): { readonly width: number; readonly height: number } {
  const { width, height } = sheetSize(paper);
  const { top, right, bottom, left } = paper.page.margins;
  const { foot, footWidth } = edgesOf(paper.page);
  const code = wordsOf[paper.language].papers.checkCode(paper.checkCode);
  const lines = linesOf(`${readable(identity)}\n${code}`, footWidth * pointsPerMillimetre, { size: footSize });
  const over = lines * footLine - ((bottom - foot) * pointsPerMillimetre - 2);
  return {
    width: (width - left - right) * pointsPerMillimetre,
    height: (height - top - bottom) * pointsPerMillimetre - 2 - Math.max(0, over),
  };
}

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
