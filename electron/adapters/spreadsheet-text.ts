/**
 * Turns the bytes of a .csv into text [I3]: a byte order mark decides, else UTF-16 is told by its zero bytes, else strict
 * UTF-8, else windows-1252 (what Excel writes on Indonesian and English Windows).
 */

/** What windows-1252 holds at 0x80 to 0x9F; the five unassigned bytes stay control characters. */
const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The text without its byte order mark; null where the bytes are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return text === null || hasBinaryCharacters(text) ? null : text;
}

/** Text of an old .xls whose windows-1252 bytes were taken for Latin-1: C1 control characters are never meant. */
export function repairControlCharacters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252_HIGH.charAt(character.charCodeAt(0) - 0x80));
}

function decode(bytes: Buffer): string | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return strictUtf8(bytes.subarray(3)) ?? windows1252(bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return utf16(bytes.subarray(2), 'little');
  if (startsWith(bytes, [0xfe, 0xff])) return utf16(bytes.subarray(2), 'big');
  const order = utf16OrderByZeros(bytes);
  if (order !== null) return utf16(bytes, order);
  return strictUtf8(bytes) ?? windows1252(bytes);
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Western text in UTF-16 has a zero in nearly every second byte; no other encoding of text has any. */
function utf16OrderByZeros(bytes: Buffer): 'little' | 'big' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = sample.length / 4;
  if (odd > many && even === 0) return 'little';
  if (even > many && odd === 0) return 'big';
  return null;
}

function utf16(bytes: Buffer, order: 'little' | 'big'): string | null {
  if (bytes.length % 2 !== 0) return null;
  const little = order === 'little' ? bytes : Buffer.from(bytes).swap16();
  return little.toString('utf16le').toWellFormed();
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function windows1252(bytes: Buffer): string {
  return repairControlCharacters(bytes.toString('latin1'));
}

/** Control characters other than white space and the end mark of DOS. */
function hasBinaryCharacters(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\ufffe\uffff]/.test(text);
}
