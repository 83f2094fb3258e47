/** A seal's check code as people see, say and type it (Z4): sixteen signs without I, L, O and U, in groups of four. */

const groups = /.{1,4}/g;

/** `7Q2M-4XKD-90AT-RJ5W`: for screens, papers and reading aloud. */
export function groupedCode(code: string): string {
  return (code.match(groups) ?? []).join('-');
}

/** The code as it was read out or typed: case, spaces and dashes do not matter, O is 0, I and L are 1. Null: it is none. */
export function readCheckCode(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replaceAll(/[\s.\-–—]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(signs) ? signs : null;
}
