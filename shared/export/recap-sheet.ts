/**
 * Rekapitulasi nilai: the table of one category, from the jurors' totals to the rank, all of it formulas over the juror
 * sheets (rules X6, X11 to X15). Columns right of the printed area help the rank formula.
 */
import { fromDecimal, toNumber } from '../lib/rational.ts';
import { isPlaceBased } from '../ranking/methods.ts';
import {
  capitalised,
  jurorHeader,
  juryLabel,
  lineRemarks,
  methodName,
  stepName,
  warningsOf,
  type CategoryPlan,
} from './category-plan.ts';
import type { CriterionSheet } from './criterion-sheet.ts';
import { cachedNumber, trusted, trustedValue } from './formulas.ts';
import { putContestant, type JurorSheet } from './juror-sheet.ts';
import {
  centerLook,
  excludedLook,
  headerLook,
  helperHeaderLook,
  helperLook,
  numberLook,
  textLook,
  weightLook,
} from './looks.ts';
import { firstColumn, recapColumns, type RecapColumns, type StageColumns } from './recap-columns.ts';
import { putStageCells } from './recap-stage.ts';
import { fixedOrders, holdsFormula, noResult, rankFormula, type FixedOrder, type LiveStep } from './rank-formula.ts';
import {
  placeAndDate,
  putHeading,
  putNotes,
  putSignature,
  sheetBuilder,
  signatureOf,
  splitColumns,
  type SheetBuilder,
} from './sheet-builder.ts';
import {
  blank,
  cellName,
  fixedArea,
  fixedCell,
  formula,
  number,
  sheetPrefix,
  text,
  textLiteral,
  type CellValue,
  type SheetModel,
} from './workbook-model.ts';
import { tieStepFormula } from './tie-step-formula.ts';

export interface RecapSheet {
  readonly model: SheetModel;
  /** Addresses of whole columns of the compared lines, with the sheet's name, for the list of winners. */
  readonly column: (which: 'number' | 'name' | 'unit' | 'final' | 'award' | 'order') => string;
  readonly finalCell: (line: number) => string;
}

export interface RecapInput {
  readonly plan: CategoryPlan;
  readonly name: string;
  readonly jurorSheets: readonly JurorSheet[];
  readonly criterionSheet: CriterionSheet | null;
  readonly steps: readonly LiveStep[];
}

/** Everything that the parts of the table need to know. */
export interface RecapTable extends RecapInput {
  readonly columns: RecapColumns;
  readonly orders: readonly FixedOrder[];
  readonly firstLine: number;
  readonly lastCompared: number;
  readonly weightRow: number;
}

export function recapSheet(input: RecapInput): RecapSheet {
  const { plan } = input;
  const sheet = sheetBuilder();
  const orders = fixedOrders(plan, input.steps);
  const columns = recapColumns(
    plan,
    input.steps,
    orders.some((one) => one.group > 0),
    input.jurorSheets,
  );
  const width = columns.remarks;
  const top = putHeading(sheet, plan.file.contest, width, {
    title: 'REKAPITULASI NILAI',
    lines: [plan.file.contest.name, `Kategori: ${plan.category.name}`],
    warnings: warningsOf(plan),
  });
  const weightRow = top + 2;
  const firstLine = weightRow + 1;
  const table: RecapTable = {
    ...input,
    columns,
    orders,
    firstLine,
    lastCompared: firstLine + Math.max(1, plan.rankedCount) - 1,
    weightRow,
  };
  putHeader(sheet, table, top);
  plan.lines.forEach((_, index) => putLine(sheet, table, index));
  const afterTable = firstLine + plan.lines.length;
  const afterNotes = putNotes(sheet, afterTable + 1, width, notesOf(table));
  sheet.keepFrom(afterNotes + 1);
  const end = putSignatures(sheet, table, afterNotes + 1);

  const prefix = sheetPrefix(input.name);
  const columnNumbers = {
    number: 2,
    name: 3,
    unit: 4,
    final: columns.final,
    award: columns.award,
    order: columns.order,
  };
  return {
    model: sheet.finish({
      kind: 'recap',
      name: input.name,
      columnWidths: columns.widths,
      printArea: { top: 1, left: 1, bottom: end - 1, right: width },
      repeatedRows: [top, weightRow],
      frozen: { rows: weightRow, columns: 4 },
      paper: plan.file.contest.paper ?? 'F4',
      orientation: 'landscape',
    }),
    column: (which) => {
      const column = columnNumbers[which];
      return `${prefix}${fixedArea({ top: firstLine, left: column, bottom: table.lastCompared, right: column })}`;
    },
    finalCell: (line) => `${prefix}${cellName(firstLine + line, columns.final)}`,
  };
}

function putHeader(sheet: SheetBuilder, table: RecapTable, top: number): void {
  const { plan, columns, weightRow } = table;
  const tall = (column: number, title: string): void =>
    sheet.merge({ top, left: column, bottom: weightRow, right: column }, text(title), headerLook);
  ['No', 'Nomor urut tampil', 'Nama KBK', 'Unit kerja', 'Judul risalah'].forEach((title, at) => tall(at + 1, title));
  for (const stage of columns.stages) putStageHeader(sheet, table, stage, top);
  for (const gate of columns.gates) tall(gate.column, `Syarat: ${gate.judged.stage.name}`);
  if (columns.combined !== null) {
    tall(columns.combined, columns.stages.length > 1 ? 'Nilai gabungan' : `${shortMethod(plan)} (dibulatkan)`);
  }
  tall(columns.penalty, 'Pengurangan');
  tall(columns.final, finalTitle(plan));
  tall(columns.rank, 'Peringkat');
  tall(columns.remarks, 'Keterangan');
  const helper = (column: number, title: string): void => sheet.put(weightRow, column, text(title), helperHeaderLook);
  sheet.put(top, columns.compared, text('Kolom bantu rumus (tidak dicetak)'), {
    ...helperHeaderLook,
    wrap: false,
    horizontal: 'left',
  });
  helper(columns.compared, 'Nilai pembanding');
  columns.steps.forEach((column, at) =>
    helper(column, `Penentu ${at + 1}: ${stepName(plan.file, table.steps[at]?.step ?? '')}`),
  );
  if (columns.fixed !== null) {
    helper(columns.fixed.group, 'Kelompok nilai sama');
    helper(columns.fixed.order, 'Urutan penentu');
    helper(columns.fixed.holds, 'Penentu berlaku');
  }
  helper(columns.joint, 'Juara kembar');
  helper(columns.order, 'Urutan daftar');
  helper(columns.label, 'Nama peringkat');
  helper(columns.award, 'Penghargaan');
  helper(columns.recorded, 'Catatan tercatat');
  for (const stage of columns.stages) {
    stage.unrounded?.forEach((column, at) => helper(column, `${stage.judged.stage.name} tanpa pembulatan, ${at + 1}`));
  }
}

/** The stage's name over its jurors and its value; the value's weight below it, where formulas read it. */
function putStageHeader(sheet: SheetBuilder, { plan, weightRow }: RecapTable, stage: StageColumns, top: number): void {
  const { judged, first, value } = stage;
  const isAlone = plan.scoredStages.length === 1;
  sheet.merge(
    { top, left: first, bottom: top, right: value },
    text(isAlone ? 'Jumlah nilai juri' : judged.stage.name),
    headerLook,
  );
  judged.jurors.forEach((juror, at) => {
    const area = { top: top + 1, left: first + at, bottom: weightRow, right: first + at };
    sheet.merge(area, text(jurorHeader(plan.file, juror)), headerLook);
  });
  if (isAlone) {
    sheet.merge({ top: top + 1, left: value, bottom: weightRow, right: value }, text(shortMethod(plan)), headerLook);
    return;
  }
  sheet.put(top + 1, value, text(shortMethod(plan)), headerLook);
  const weight = toNumber(fromDecimal(judged.stage.weight));
  sheet.put(weightRow, value, number(weight), { ...weightLook, numberFormat: '"bobot "General' });
}

function shortMethod(plan: CategoryPlan): string {
  switch (plan.file.rules.method) {
    case 'trimmed-mean':
      return 'Rata-rata terpangkas';
    case 'median':
      return 'Nilai tengah';
    case 'mean':
    case 'majority':
    case 'borda':
      return 'Rata-rata';
  }
}

function finalTitle(plan: CategoryPlan): string {
  const { method } = plan.file.rules;
  return isPlaceBased(method) ? methodName(plan.file.rules) : 'Nilai akhir';
}

function putLine(sheet: SheetBuilder, table: RecapTable, index: number): void {
  const { plan, columns, firstLine } = table;
  const line = plan.lines[index];
  if (line === undefined) return;
  const row = firstLine + index;
  putContestant(sheet, line, index, row);
  sheet.put(row, 5, text(line.contestant.title ?? ''), { ...textLook, size: 9 });
  const remarks = lineRemarks(plan, line).join('; ');
  if (index >= plan.rankedCount) {
    for (let column = firstColumn; column < columns.remarks; column += 1)
      sheet.put(row, column, text('–'), excludedLook);
    sheet.put(row, columns.remarks, text(remarks), textLook);
    return;
  }
  for (const stage of columns.stages) putStageCells(sheet, table, stage, line, index);
  putGates(sheet, table, index, row);
  const combined = putCombined(sheet, table, index, row);
  sheet.put(row, columns.penalty, number(toNumber(line.totals.penalty)), numberLook(2));
  putFinal(sheet, table, index, row, combined);
  putRank(sheet, table, index, row);
  putRemarks(sheet, table, index, row, remarks);
}

function putGates(sheet: SheetBuilder, table: RecapTable, index: number, row: number): void {
  const totals = table.plan.lines[index]?.totals;
  for (const { judged, column } of table.columns.gates) {
    const cells = table.jurorSheets.flatMap((source) => source.total(judged.stage.id, index) ?? []);
    const failures = cells.map((cell) => `(${cell}="Tidak")`).join('+');
    const stage = totals?.stages.find((one) => one.stage === judged.stage.id);
    const hasFailed = stage?.sheets.some((own) =>
      own.marks.some((mark, at) => mark.value !== judged.rubric.criteria[at]?.max),
    );
    const cached = hasFailed === true ? 'Tidak' : 'Ya';
    const value = failures === '' ? text('Ya') : formula(`IF(${failures}>0,"Tidak","Ya")`, cached);
    sheet.put(row, column, value, centerLook);
  }
}

/** The value before deductions: its address. */
function putCombined(sheet: SheetBuilder, table: RecapTable, index: number, row: number): string {
  const { plan, columns, weightRow } = table;
  if (columns.combined === null) return cellName(row, columns.stages[0]?.value ?? columns.penalty);
  const parts = columns.stages.map((stage) => ({
    value: cellName(row, stage.value),
    weight: fixedCell(weightRow, stage.value),
  }));
  const single = parts.length === 1 ? parts[0] : undefined;
  const mean =
    single === undefined
      ? `(${parts.map(({ value, weight }) => `N(${value})*${weight}`).join('+')})/(${parts.map(({ value, weight }) => `ISNUMBER(${value})*${weight}`).join('+')})`
      : single.value;
  const step = plan.file.rules.rounding.find((one) => one.at === 'final');
  const whole = step === undefined ? mean : `ROUND(${trusted(mean)},${step.decimals})`;
  const weights = parts.map(({ value, weight }) => `ISNUMBER(${value})*${weight}`).join('+');
  const isThere = single === undefined ? `${weights}>0` : `ISNUMBER(${single.value})`;
  const cached = plan.lines[index]?.totals.beforePenalties ?? null;
  const expression = `IF(${isThere},${whole},"")`;
  sheet.put(
    row,
    columns.combined,
    formula(expression, cached === null ? '' : toNumber(cached)),
    numberLook(plan.decimals),
  );
  return cellName(row, columns.combined);
}

function putFinal(sheet: SheetBuilder, table: RecapTable, index: number, row: number, combined: string): void {
  const { plan, columns } = table;
  const line = plan.lines[index];
  const result = line?.standing === undefined ? null : line.totals.result;
  const look = numberLook(plan.decimals, { bold: true, fill: 'result' });
  if (isPlaceBased(plan.file.rules.method)) {
    sheet.put(row, columns.final, result === null ? blank : number(toNumber(result)), look);
    return;
  }
  const gates = columns.gates.map((gate) => `${cellName(row, gate.column)}="Ya"`);
  const conditions = [`ISNUMBER(${combined})`, ...gates];
  const isThere = conditions.length === 1 ? conditions[0] : `AND(${conditions.join(',')})`;
  const expression = `IF(${isThere},${combined}-${cellName(row, columns.penalty)},"")`;
  sheet.put(row, columns.final, formula(expression, cachedNumber(result)), look);
}

function putRank(sheet: SheetBuilder, table: RecapTable, index: number, row: number): void {
  const { plan, columns, firstLine, lastCompared } = table;
  const line = plan.lines[index];
  const rank = line?.standing?.rank ?? null;
  const look = { ...centerLook, bold: true, size: 12, fill: 'result' } as const;
  if (isPlaceBased(plan.file.rules.method)) {
    sheet.put(row, columns.rank, rank === null ? blank : number(rank), look);
    return;
  }
  const result = line?.standing === undefined ? null : line.totals.result;
  const final = cellName(row, columns.final);
  const compared = result === null ? noResult : toNumber(trustedValue(result));
  const helper = { ...helperLook, numberFormat: '[<-1000000000]"–";General' };
  sheet.put(row, columns.compared, formula(`IF(ISNUMBER(${final}),${trusted(final)},-1E+99)`, compared), helper);
  columns.steps.forEach((column, at) => {
    const step = table.steps[at];
    const value = step?.values[index];
    if (step === undefined || value === undefined) return;
    const expression = tieStepFormula(table, step.step, index, row);
    sheet.put(row, column, formula(`IFERROR(${trusted(expression)},-1E+99)`, toNumber(trustedValue(value))), helper);
  });
  const ranked = {
    top: firstLine,
    bottom: lastCompared,
    result: columns.compared,
    steps: columns.steps,
    fixed: columns.fixed,
  };
  if (columns.fixed !== null) {
    const order = table.orders[index] ?? { group: 0, order: 0 };
    sheet.put(row, columns.fixed.group, number(order.group), helperLook);
    sheet.put(row, columns.fixed.order, number(order.order), helperLook);
    sheet.put(row, columns.fixed.holds, formula(holdsFormula(ranked, row), order.group > 0 ? 1 : 0), helperLook);
  }
  sheet.put(row, columns.rank, formula(rankFormula(ranked, row), rank ?? ''), look);
}

/** Award and tie in words, followed by what was recorded; the helper columns feed the list of winners as well. */
function putRemarks(sheet: SheetBuilder, table: RecapTable, index: number, row: number, recorded: string): void {
  const { plan, columns, firstLine, lastCompared } = table;
  const standing = plan.lines[index]?.standing;
  const rank = cellName(row, columns.rank);
  const ranks = fixedArea({ top: firstLine, left: columns.rank, bottom: lastCompared, right: columns.rank });
  const labels = plan.placeLabels;
  const joint = isJoint(plan, standing?.contestant ?? '') ? 1 : 0;
  const place = standing?.rank ?? null;
  const isShared = standing?.shared === true && place !== null;
  sheet.put(row, columns.joint, number(joint), helperLook);

  const earlier = plan.lines.slice(0, index).filter((line) => place !== null && line.standing?.rank === place).length;
  const above =
    index === 0 ? '0' : `COUNTIF(${fixedCell(firstLine, columns.rank)}:${cellName(row - 1, columns.rank)},${rank})`;
  const order = place === null ? '' : place + earlier;
  sheet.put(row, columns.order, formula(`IF(ISNUMBER(${rank}),${rank}+${above},"")`, order), helperLook);

  const label = place === null ? '' : (labels[place - 1] ?? '');
  const labelCell = cellName(row, columns.label);
  const choices = labels.map(textLiteral).join(',');
  const labelFormula = `IF(ISNUMBER(${rank}),IF(${rank}<=${labels.length},CHOOSE(${rank},${choices}),""),"")`;
  sheet.put(row, columns.label, formula(labelFormula, label), helperLook);

  const shared = `COUNTIF(${ranks},${rank})>1`;
  const award = label === '' || !isShared ? label : joint === 1 ? `${label} (juara kembar)` : undecided(String(place));
  const awardFormula = `IF(${labelCell}="","",IF(${shared},IF(${cellName(row, columns.joint)}=1,${labelCell}&" (juara kembar)","Seri di peringkat "&${rank}&", belum diputuskan"),${labelCell}))`;
  sheet.put(row, columns.award, formula(awardFormula, award), helperLook);

  const awardCell = cellName(row, columns.award);
  const tie = `IF(AND(ISNUMBER(${rank}),${shared},${awardCell}=""),"Seri",${awardCell})`;
  const shown = isShared && award === '' ? 'Seri' : award;
  sheet.put(row, columns.recorded, text(recorded), { ...helperLook, horizontal: 'left' });
  const value = withRecorded(tie, shown, recorded, cellName(row, columns.recorded));
  sheet.put(row, columns.remarks, value, { ...textLook, size: 9 });
}

function undecided(place: string): string {
  return `Seri di peringkat ${place}, belum diputuskan`;
}

/** `recorded` is what stands in the helper cell; alone it begins with a capital letter. */
function withRecorded(expression: string, shown: string, recorded: string, cell: string): CellValue {
  if (recorded === '') return formula(expression, shown);
  const alone = `UPPER(LEFT(${cell},1))&MID(${cell},2,LEN(${cell}))`;
  const joined = shown === '' ? capitalised(recorded) : `${shown}; ${recorded}`;
  return formula(`IF(${expression}="",${alone},${expression}&"; "&${cell})`, joined);
}

function isJoint(plan: CategoryPlan, contestant: string): boolean {
  return plan.file.decisions.some(
    (one) => one.kind === 'joint' && one.category === plan.category.id && one.contestants.includes(contestant),
  );
}

function notesOf(table: RecapTable): readonly string[] {
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

function putSignatures(sheet: SheetBuilder, { plan, columns }: RecapTable, top: number): number {
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
  for (let from = 0; from < members.length; from += 4) {
    const some = members.slice(from, from + 4);
    const spans = splitColumns(widths, some.length);
    const ends = some.map((juror, at) => {
      const [first, last] = spans[at] ?? [1, 1];
      return putSignature(sheet, row, first, last, signatureOf('', juror));
    });
    row = Math.max(...ends) + 1;
  }
  return row;
}
