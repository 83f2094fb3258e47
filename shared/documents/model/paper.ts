/**
 * What a paper is before it is a page of HTML or a document of a word processor: sections of blocks, pure data, so that its content
 * is tested without a file. Every page says whose sheet it is, what is to be known of the result, and has the place of the check code.
 */
import type { Picture } from '../../lib/picture.ts';
import type { Language } from '../../say/language.ts';
import type { Signature } from '../workbook/signatures.ts';

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
}

/** Of a table; the shares of all columns together are 1. */
export interface PaperColumn {
  readonly head: string;
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
}

export type PaperBlock =
  | {
      readonly type: 'paragraph';
      readonly runs: readonly Run[];
      readonly align?: 'left' | 'center' | 'justify';
      readonly look?: 'title' | 'small';
      /** Points, where it has a size of its own. */
      readonly size?: number;
      /** Stands on the page of what follows. */
      readonly keepsNext?: boolean;
    }
  /** `A.` and its text; always on the page of what follows. */
  | { readonly type: 'heading'; readonly label: string; readonly text: string }
  | {
      readonly type: 'list';
      readonly marks: 'numbers' | 'bullets';
      readonly look?: 'small';
      readonly items: readonly (readonly Run[])[];
      /** Its last item stands on the page of what follows. */
      readonly keepsNext?: boolean;
    }
  /** Its head stands again on every page; no row breaks. */
  | {
      readonly type: 'table';
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly look?: 'small';
      /** Points that a row has at least, room for a hand. */
      readonly rowHeight?: number;
      /** All rows on one page, where one has room for them. */
      readonly together?: boolean;
    }
  /** Names and what they are, one below the other: `Nomor : ......`. */
  | { readonly type: 'fields'; readonly rows: readonly (readonly [name: string, value: string])[] }
  /**
   * Rows of signatures side by side, null where nobody signs; with what stands before it on one page, so that none has signatures
   * alone.
   */
  | { readonly type: 'signatures'; readonly rows: readonly (readonly (Signature | null)[])[] };

/** Begins on a page of its own. */
export interface PaperSection {
  /** Whose sheet it is, at the foot of each of its pages. */
  readonly identity: string;
  /** Above each of its pages: invented data, a result that may still change. */
  readonly marks: readonly string[];
  readonly hasLetterhead: boolean;
  readonly blocks: readonly PaperBlock[];
}

/** How the sheet lies, what of it stays free (millimetres), and the picture behind all that stands on it. */
export interface PaperPage {
  readonly isAcross: boolean;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly background: Picture | null;
}

export interface Paper {
  readonly title: string;
  readonly language: Language;
  readonly size: 'A4' | 'F4';
  readonly page: PaperPage;
  /** Points of its plain text. */
  readonly textSize: 11 | 12;
  readonly letterhead: { readonly logo: Picture | null; readonly lines: readonly string[] };
  /** Null until a seal gives one. */
  readonly checkCode: string | null;
  readonly sections: readonly PaperSection[];
}

/** Millimetres. */
export const paperSizes = { A4: { width: 210, height: 297 }, F4: { width: 215, height: 330 } } as const;
export const paperMargins = { top: 25, right: 25, bottom: 30, left: 30 } as const;
export const uprightPage: PaperPage = { isAcross: false, margins: paperMargins, background: null };

/** Millimetres of a sheet as it lies. */
export function sheetSize({ size, page }: Pick<Paper, 'size' | 'page'>): {
  readonly width: number;
  readonly height: number;
} {
  const { width, height } = paperSizes[size];
  return page.isAcross ? { width: height, height: width } : { width, height };
}

/**
 * Millimetres between the edges of the sheet and the marks above and the foot below, and how wide the foot is beside the page's number:
 * across, all of it stands beside the text, inside a frame.
 */
export function edgesOf({ isAcross, margins }: PaperPage): {
  readonly marks: number;
  readonly foot: number;
  readonly footWidth: number;
} {
  if (!isAcross) return { marks: 8, foot: 6, footWidth: 110 };
  return { marks: Math.max(3, margins.top - 15), foot: margins.bottom - 13, footWidth: 170 };
}

/** Points of a letterhead's lines: the first two are larger. */
export function letterheadSize(line: number): number {
  return line < 2 ? 13 : 10;
}

/** Points: at most two centimetres high and four wide, in its own shape. */
export function logoSize({ width, height }: Picture): { readonly width: number; readonly height: number } {
  const scale = Math.min(113 / width, 57 / height);
  return { width: width * scale, height: height * scale };
}

/** Points below a paragraph with a size of its own. */
export function gapBelow(size: number): number {
  return size * 0.3;
}

export function plain(text: string): Run[] {
  return [{ text }];
}

/**
 * A text that a person wrote, as it may stand among others: no control characters but line breaks, no marks that turn the direction
 * of what follows; words that run from right to left are isolated from the numbers beside them.
 */
export function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u200b\u2060\ufeff]/gu, '')
    .replace(
      /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[^\n\p{Script=Latin}\d]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])*/gu,
      '\u2068$&\u2069',
    );
}
