/** What stands below the recap's table: how it was computed, recorded decisions, signatures (rule X6). */
import { isPlaceBased } from '../ranking/methods.ts';
import { juryLabel, methodName, stepName } from './category-plan.ts';
import type { RecapTable } from './recap-sheet.ts';
import { placeAndDate, putSignature, signatureOf, splitColumns, type SheetBuilder } from './sheet-builder.ts';
import { text } from './workbook-model.ts';

export function notesOf(table: RecapTable): readonly string[] {
  const { plan } = table;
  const { rules } = plan.file;
  const notes = [
    'Keterangan:',
    `•  Metode: ${methodName(rules)}${rules.applyAt === 'criterion' ? ', dihitung per kriteria' : ''}`,
  ];
  const at = {
    criterion: 'nilai kriteria',
    weighted: 'nilai berbobot',
    juror: 'jumlah juri',
    stage: 'nilai babak',
    final: 'nilai gabungan',
  };
  for (const step of rules.rounding)
    notes.push(`•  Pembulatan ${at[step.at]}: ${step.decimals} angka di belakang koma`);
  if (rules.tieBreak.length > 0) {
    notes.push(
      `•  Penentu nilai sama, berurutan: ${rules.tieBreak.map((step) => stepName(plan.file, step)).join('; ')}`,
    );
  }
  if (isPlaceBased(rules.method)) {
    notes.push(
      '•  Metode ini tidak dapat dihitung dengan rumus lembar kerja: kolom hasil dan peringkat berisi nilai dari aplikasi dan tidak berubah bila nilai diubah di sini',
    );
  } else if (table.columns.fixed !== null) {
    notes.push(
      '•  Urutan nilai sama yang diputuskan aplikasi atau dewan juri berlaku selama kelompok yang sama nilainya tidak berubah',
    );
  }
  notes.push('•  TM: tidak menilai (benturan kepentingan atau berhalangan), tidak ikut dihitung');
  for (const decision of plan.file.decisions) {
    if (decision.category === plan.category.id)
      notes.push(
        `•  Keputusan tercatat (${decision.kind === 'joint' ? 'juara kembar' : stepName(plan.file, decision.kind)}): ${decision.reason}`,
      );
  }
  return notes;
}

/** Members whose signatures stand side by side. */
const mostInRow = 5;

export function putSignatures(sheet: SheetBuilder, { plan, columns }: RecapTable, top: number): number {
  const label = juryLabel(plan.file);
  const widths = columns.widths.slice(0, columns.remarks);
  const halves = splitColumns(widths, 2);
  const chair = plan.jurors.find((juror) => juror.chair === true);
  const [left, right] = [halves[0] ?? [1, 1], halves[1] ?? [1, 1]];
  sheet.merge({ top, left: right[0], bottom: top, right: right[1] }, text(placeAndDate(plan.file.contest)), {
    horizontal: 'center',
  });
  const endLeft = putSignature(sheet, top + 1, left[0], left[1], signatureOf('Mengetahui,\nKetua Panitia', undefined));
  const endRight = putSignature(sheet, top + 1, right[0], right[1], signatureOf(`\nKetua ${label}`, chair));
  let row = Math.max(endLeft, endRight) + 1;
  const members = plan.jurors.filter((juror) => juror !== chair);
  if (members.length === 0) return row;
  sheet.merge({ top: row, left: 1, bottom: row, right: columns.remarks }, text(`Anggota ${label}`), {
    horizontal: 'center',
  });
  row += 1;
  const perRow = Math.ceil(members.length / Math.ceil(members.length / mostInRow));
  for (let from = 0; from < members.length; from += perRow) {
    const some = members.slice(from, from + perRow);
    const spans = splitColumns(widths, some.length);
    const ends = some.map((juror, at) => {
      const [first, last] = spans[at] ?? [1, 1];
      return putSignature(sheet, row, first, last, signatureOf('', juror));
    });
    row = Math.max(...ends) + 1;
  }
  return row;
}
