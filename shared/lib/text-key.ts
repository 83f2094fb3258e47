/** Text as what it is compared by: names, units and headings that people write in many ways. No locale is involved. */

/** Longer text is cut before anything is matched against it; every bound of a field is far below. */
export const LONGEST_TEXT = 4000;

/** `NO. URUT\nTAMPIL` is `no urut tampil`: letters and digits in lower case, everything else one space. */
export function textKey(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
