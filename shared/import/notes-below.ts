/** Numbered notes below a list look like contestants [I6]: `1 | Peserta hadir 30 menit sebelum tampil`. */
import { saysGroup } from './content-words.ts';
import type { FieldColumns } from './find-header.ts';
import type { KindedLine } from './lines.ts';
import type { Asker } from './questions.ts';
import { isNote } from './row-words.ts';

const SENTENCE =
  /\b(wajib|harus|harap|diharap|diharapkan|dimohon|mohon|agar|supaya|tidak|dilarang|dapat|akan|membawa|memakai|menggunakan|hadir|menit|sebelum|paling lambat|setiap|masing masing|masing-masing|seragam|keputusan|bupati|sekretaris|kepala|yth|sebagai laporan|arsip|diserahkan|menyerahkan|disampaikan|apabila|bila|jika)\b/i;

/** Asks about what follows the list: after `Catatan:`, or after a gap where the numbers begin again. */
export function askNotes(kinded: readonly KindedLine[], columns: FieldColumns, asker: Asker): readonly KindedLine[] {
  const notes = new Set<number>();
  let largest = -1;
  let isBelow = false;
  let isAfterGap = false;
  for (const [index, { line, kind }] of kinded.entries()) {
    const first = line.texts[0] ?? '';
    if (kind.type === 'blank') isAfterGap = true;
    else if (kind.type === 'header') isBelow = false;
    else if (kind.type !== 'data' && kind.type !== 'member' && isNote(first) && largest >= 0) isBelow = true;
    const number = line.number.type === 'number' ? line.number.value : null;
    const isSparse = line.texts.length <= 2 && !saysGroup(line.name);
    const lacksUnit = columns.unit === undefined || columns.unit === columns.name || line.unit === '';
    const isLong = line.name.split(' ').length >= 3 || SENTENCE.test(line.name);
    const restarts = number !== null && number <= Math.max(1, largest);
    const mayBeNote = isSparse && lacksUnit && (kind.type === 'data' || kind.type === 'lone') && line.name !== '';
    const isSentence = SENTENCE.test(line.name) && line.name.split(' ').length >= 2;
    const continues = notes.has(index - 1);
    const isNumbered = number !== null || /^\(?[\da-z]{1,2}[.)]\s/i.test(first);
    if (
      mayBeNote &&
      (isLong || continues) &&
      ((isBelow && (isNumbered || isSentence)) || (isAfterGap && restarts && isSentence) || (continues && isNumbered))
    ) {
      notes.add(index);
    } else if (kind.type === 'data') {
      largest = Math.max(largest, number ?? 0);
      isAfterGap = false;
      isBelow = isBelow && isSparse && lacksUnit;
    }
  }
  const seen = [...notes]
    .filter((index) => kinded[index]?.kind.type === 'data')
    .map((index) => (kinded[index]?.line.row ?? 0) + 1);
  if (notes.size === 0) return kinded;
  const example = (kinded[[...notes][0] ?? 0]?.line.name ?? '').slice(0, 80);
  const isKept =
    seen.length > 0 &&
    asker.ask({
      type: 'notes-below',
      seen: { type: 'notes-below', rows: seen, example },
      rows: seen,
      choices: { skip: { type: 'notes' }, keep: { type: 'contestants' } },
      assumed: 'skip',
      mustAnswer: false,
    }) === 'keep';
  if (isKept) return kinded;
  return kinded.map(({ line, kind }, index) =>
    notes.has(index) ? { line, kind: { type: 'note' as const } } : { line, kind },
  );
}
