/** What stands below the recap's table: how it was computed, recorded decisions, signatures (rule X6). */
import type { Juror } from '../domain/contest-file.ts';
import { isPlaceBased } from '../ranking/methods.ts';
import { juryLabel, methodName, seatName, stepName, type CategoryPlan } from './category-plan.ts';
import type { RecapTable } from './recap-sheet.ts';
import { splitColumns } from './column-widths.ts';
import { placeAndDate, putSignature, signatureOf, type SheetBuilder } from './sheet-builder.ts';
import { text } from './workbook-model.ts';

export function notesOf(table: RecapTable): readonly string[] {
  const { plan } = table;
  const { rules } = plan.file;
  const notes = [
    `Keterangan:  metode ${methodName(rules)}${rules.applyAt === 'criterion' ? ', dihitung per kriteria' : ''}`,
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
  const isAnybodyExempt = plan.lines.some(({ totals }) =>
    totals.stages.some((stage) => stage.recused.length > 0 || stage.absent.length > 0),
  );
  if (isAnybodyExempt) notes.push('•  TM: tidak menilai (benturan kepentingan atau berhalangan), tidak ikut dihitung');
  for (const decision of plan.file.decisions) {
    if (decision.category === plan.category.id)
      notes.push(
        `•  Keputusan tercatat (${decision.kind === 'joint' ? 'juara kembar' : stepName(plan.file, decision.kind)}): ${decision.reason}`,
      );
  }
  for (const { category, unsigned } of plan.file.confirmations ?? []) {
    if (category === plan.category.id)
      notes.push(
        `•  Diumumkan sebelum disahkan oleh ${unsigned.map(({ name }) => name).join(', ')}; dikonfirmasi dan dicatat panitia`,
      );
  }
  return notes;
}

/** Members whose signatures stand side by side. */
const mostInRow = 5;
/** So many members stand beside their chair: a small category keeps its signatures on the page of its table. */
const mostBesideChair = 2;

/** Chairs above, members in rows below, a small panel in one row; every signature of a juror names the seat that heads the juror's column. */
export function putSignatures(sheet: SheetBuilder, { plan, columns }: RecapTable, top: number): number {
  const widths = columns.widths.slice(0, columns.last);
  const chair = plan.jurors.find((juror) => juror.chair === true);
  const members = plan.jurors.filter((juror) => juror !== chair);
  return chair !== undefined && members.length <= mostBesideChair
    ? putSmallPanel(sheet, plan, widths, { top, chair, members })
    : putPanel(sheet, plan, widths, { top, chair, members });
}

interface Panel {
  readonly top: number;
  readonly chair: Juror | undefined;
  readonly members: readonly Juror[];
}

function putSmallPanel(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  widths: readonly number[],
  { top, chair, members }: Panel,
): number {
  const spans = splitColumns(widths, members.length + 2);
  const [[left, right] = [1, 1], ...jurors] = spans;
  const centred = { horizontal: 'center', wrap: true } as const;
  const dated = { top, left: jurors[0]?.[0] ?? 1, bottom: top, right: jurors.at(-1)?.[1] ?? 1 };
  sheet.merge({ top, left, bottom: top, right }, text('Mengetahui,'), centred);
  sheet.merge(dated, text(placeAndDate(plan.file.contest)), centred);
  const ends = jurors.map(([first, last], at) => {
    const juror = at === 0 ? chair : members[at - 1];
    const role = `${at === 0 ? 'Ketua' : 'Anggota'} ${juryLabel(plan.file)}`;
    return putSignature(sheet, top + 1, first, last, signatureOf(withSeat(plan, role, juror), juror));
  });
  return Math.max(putSignature(sheet, top + 1, left, right, signatureOf('Ketua Panitia', undefined)), ...ends);
}

function putPanel(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  widths: readonly number[],
  { top, chair, members }: Panel,
): number {
  const label = juryLabel(plan.file);
  const halves = splitColumns(widths, 2);
  const [left, right] = [halves[0] ?? [1, 1], halves[1] ?? [1, 1]];
  const chairRole = `${placeAndDate(plan.file.contest)}\n${withSeat(plan, `Ketua ${label}`, chair)}`;
  const endLeft = putSignature(sheet, top, left[0], left[1], signatureOf('Mengetahui,\nKetua Panitia', undefined));
  const endRight = putSignature(sheet, top, right[0], right[1], signatureOf(chairRole, chair));
  let row = Math.max(endLeft, endRight);
  if (members.length === 0) return row;
  sheet.gap(row);
  row += 1;
  sheet.merge({ top: row, left: 1, bottom: row, right: widths.length }, text(`Anggota ${label}`), {
    horizontal: 'center',
  });
  row += 1;
  const perRow = Math.ceil(members.length / Math.ceil(members.length / mostInRow));
  for (let from = 0; from < members.length; from += perRow) {
    const some = members.slice(from, from + perRow);
    const spans = splitColumns(widths, some.length);
    if (from > 0) {
      sheet.gap(row);
      row += 1;
      sheet.keepFrom(row);
    }
    const ends = some.map((juror, at) => {
      const [first, last] = spans[at] ?? [1, 1];
      return putSignature(sheet, row, first, last, signatureOf(seatOf(plan, juror), juror));
    });
    row = Math.max(...ends);
  }
  return row;
}

function withSeat(plan: CategoryPlan, role: string, juror: Juror | undefined): string {
  const seat = juror === undefined ? '' : seatOf(plan, juror);
  return seat === '' ? role : `${role} (${seat})`;
}

/** `Juri 2`, or nothing where the name says the seat itself. */
function seatOf({ file }: CategoryPlan, { id, name }: Juror): string {
  const seat = seatName(file, id);
  return name.startsWith(seat) ? '' : seat;
}
