/** Why a spreadsheet is not read, and what a file is that is none (`shared/say/files.ts` has the words). */
import type { ForeignFile, SpreadsheetRefusal } from '../../shared/import/types.ts';
import { err } from '../../shared/lib/result.ts';

/** Files known by their first bytes, which are no text. */
export function foreignBytes(bytes: Uint8Array): ForeignFile | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  const isImage =
    /^(\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\0|MM\0\*|RIFF)/.test(head) || /^....ftyp(heic|heix|mif1|avif)/s.test(head);
  return isImage ? 'image' : null;
}

/** Texts that are no table; null for a text that may be one. */
export function foreignText(text: string): ForeignFile | null {
  const head = text.slice(0, 2000).trimStart();
  if (head.startsWith('%PDF-')) return 'pdf';
  if (/^\{\\rtf/i.test(head)) return 'rtf';
  if (/^[{[].*(docs\.google\.com|"doc_id")|^\[InternetShortcut\]|^https?:\/\/docs\.google\.com\S*\s*$/is.test(head))
    return 'google';
  if (/^<\?xml/i.test(head) && !/<html/i.test(head)) return 'xml';
  return /^<(!doctype|html|\?xml|table|head|meta|style)/i.test(head) ? 'html' : null;
}

/** The refusal of that type as a failed `Result`, with what the file is instead. */
export function refuseSpreadsheet(
  type: SpreadsheetRefusal['type'],
  foreign: ForeignFile | null = null,
): {
  readonly ok: false;
  readonly error: SpreadsheetRefusal;
} {
  return err(foreign === null ? { type } : { type, foreign });
}
