/** Who signs a sheet: roles, names, ranks and numbers of several people in even rows, with room for a hand (rule X6). */
import type { ContestInfo, Juror } from '../../domain/setup/contest-file.ts';
import type { DocumentWords } from '../../say/documents.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { longestWord, textWidth } from './text-size.ts';
import { text, type CellLook } from '../model/workbook-model.ts';

export interface Signature {
  readonly role: string;
  /** Dots stand for a name that is not known. */
  readonly name: string | null;
  readonly title: string | null;
  readonly nip: string | null;
}

export function signatureOf(
  { signing }: DocumentWords,
  role: string,
  person: Pick<Juror, 'name' | 'title' | 'nip'> | undefined,
): Signature {
  const nip = textOf(person?.nip);
  return {
    role,
    name: person?.name ?? null,
    title: textOf(person?.title),
    nip: nip === null ? null : signing.nip(nip),
  };
}

function textOf(value: string | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Town and day of signing, else place and last day of the contest: `Magetan, 21 November 2026`, with dots for what is not known. */
export function placeAndDate(words: DocumentWords, info: ContestInfo): string {
  const last = info.signing?.date ?? [...(info.dates ?? [])].toSorted().at(-1);
  const place = textOf(info.signing?.town) ?? textOf(info.place) ?? '';
  return `${place === '' ? '....................' : place}, ${last === undefined ? '.............................' : words.date(last)}`;
}

/** Where a signature stands. */
export interface Place {
  readonly left: number;
  readonly right: number;
}

/** Points in which the number of a signature and every word of its name stand on one line. */
export function signatureWidth({ name, nip }: Signature): number {
  return Math.max(longestWord([name ?? ''], { bold: true }), textWidth(nip ?? '', {}));
}

/** Rows between role and name: 36 points for a hand. */
const handRows = 3;
const handRow = 12;

/** Signatures side by side: all roles, then all names, ranks and numbers on the same rows. The next free row is the answer. */
export function putSignatures(sheet: SheetBuilder, top: number, signatures: readonly (Signature & Place)[]): number {
  const line = (row: number, { left, right }: Place, value: string, look: CellLook): void => {
    const area = { top: row, left, bottom: row, right };
    sheet.merge(area, text(value), { horizontal: 'center', wrap: true, ...look });
  };
  const roles = signatures.map(({ role }) => (role === '' ? [] : role.split('\n')));
  const most = Math.max(...roles.map((lines) => lines.length));
  signatures.forEach((signature, index) => {
    const own = roles[index] ?? [];
    // The last lines of all roles stand beside each other.
    own.forEach((value, at) => line(top + most - own.length + at, signature, value, { vertical: 'bottom' }));
  });
  for (let row = top + most; row < top + most + handRows; row += 1) sheet.atLeast(row, handRow);
  const nameRow = top + most + handRows;
  let end = nameRow + 1;
  for (const signature of signatures) {
    const { name, title, nip } = signature;
    if (name === null) line(nameRow, signature, '( .............................. )', { vertical: 'bottom' });
    else line(nameRow, signature, name, { bold: true, underline: true, vertical: 'bottom' });
    const below = [title, nip].filter((value) => value !== null);
    below.forEach((value, at) => line(nameRow + 1 + at, signature, value, { vertical: 'top' }));
    end = Math.max(end, nameRow + 1 + below.length);
  }
  return end;
}
