/**
 * From marks to the numbers of a stage, in figures: what each juror gave times the weight, what the method made of it, who
 * was dropped, and every rounding where it happens.
 */
import type { ContestFile, Criterion, JurorId, Rubric } from '../domain/setup/contest-file.ts';
import { present } from '../lib/assert.ts';
import { compare, divide, fromDecimal, multiply, sum, type Rational } from '../lib/rational.ts';
import type { ExplanationPart } from './explanation.ts';
import { criterionName, joined, jurorName, say, sayRounded, saySum, stageName } from './explanation-words.ts';
import { isPlaceBased, mean, median, rounderOf } from './methods.ts';
import { weightFactor } from './stage-totals.ts';
import type { ContestantTotals, SheetTotal, StageTotals } from './types.ts';

/** The marks of a stage and what they make; the marks are the details. */
export function stagePart(file: ContestFile, stage: StageTotals): ExplanationPart {
  const head = `Babak ${stageName(file, stage.stage)} (bobot ${say(stage.weight)})`;
  const sheets = stage.sheets.filter((sheet) => stage.panel.includes(sheet.juror));
  const rubric = file.rubrics.find(({ id }) => id === stage.rubric);
  if (sheets.length === 0 || rubric === undefined) {
    return { text: `${head}: belum ada nilai yang dihitung.`, details: [] };
  }
  if (file.rules.applyAt === 'criterion') return byCriterion(file, stage, rubric, sheets, head);
  return {
    label: stageName(file, stage.stage),
    details: sheets.map((sheet) => sheetLine(file, rubric, sheet)),
    text: `${head}: ${overJurors(
      file,
      sheets.map(({ juror, total }) => ({ juror, value: total, text: say(total) })),
      'stage',
    )}.`,
  };
}

/** `Juri 1: Tema 84 × 40 % = 33,6; Evaluasi 85 × 60 % = 51; jumlah 84,6.` */
function sheetLine(file: ContestFile, rubric: Rubric, sheet: SheetTotal): string {
  const round = rounderOf(file.rules);
  const marks = sheet.marks.map(({ value, weighted }, at) => {
    const criterion = present(rubric.criteria[at], 'a criterion per mark');
    const product = `${say(fromDecimal(value))}${times(rubric)} × ${weight(file, rubric, criterion)}`;
    return `${criterion.name} ${product} = ${sayRounded(file.rules, 'weighted', weighted)}`;
  });
  const total = sum(sheet.marks.map(({ weighted }) => round('weighted', weighted)));
  return `${jurorName(file, sheet.juror)}: ${marks.join('; ')}; jumlah ${sayRounded(file.rules, 'juror', total)}.`;
}

/** `Tema: Juri 1 84; Juri 2 85; rata-rata 2 juri 84,5; 84,5 × 40 % = 33,8.`, and their sum. */
function byCriterion(
  file: ContestFile,
  stage: StageTotals,
  rubric: Rubric,
  sheets: readonly SheetTotal[],
  head: string,
): ExplanationPart {
  const { rules } = file;
  const round = rounderOf(rules);
  const products: Rational[] = [];
  const details = rubric.criteria.map((criterion, at) => {
    const marks = sheets.map((sheet) => {
      const score = fromDecimal(present(sheet.marks[at], 'a mark per criterion').value);
      const value = multiply(score, fromDecimal(rubric.multiplier));
      const factor = times(rubric);
      return { juror: sheet.juror, value, text: `${say(score)}${factor === '' ? '' : `${factor} = ${say(value)}`}` };
    });
    const line = `${criterion.name}: ${overJurors(file, marks, 'criterion')}`;
    const { aggregate } = present(stage.criteria[at], 'totals of a criterion');
    if (aggregate === null) return `${line}.`;
    const product = multiply(weightFactor(rules, rubric, criterion), aggregate);
    products.push(round('weighted', product));
    return `${line}; ${say(aggregate)} × ${weight(file, rubric, criterion)} = ${sayRounded(rules, 'weighted', product)}.`;
  });
  const label = stageName(file, stage.stage);
  if (stage.result === null) return { label, details, text: `${head}: belum ada nilai yang dihitung.` };
  const summed = products.length > 1 ? `${saySum(products)} = ` : '';
  return { label, details, text: `${head}: jumlah kriteria ${summed}${sayRounded(rules, 'stage', sum(products))}.` };
}

/** What the method makes of one number per juror; `at` is where its outcome is rounded. Place-based: the numbers alone. */
function overJurors(
  file: ContestFile,
  given: readonly { readonly juror: JurorId; readonly value: Rational; readonly text: string }[],
  at: 'stage' | 'criterion',
): string {
  const { rules } = file;
  const list = given.map(({ juror, text }) => `${jurorName(file, juror)} ${text}`).join('; ');
  if (isPlaceBased(rules.method)) return list;
  const values = given.map(({ value }) => value);
  const sorted = given.toSorted((a, b) => compare(b.value, a.value));
  switch (rules.method) {
    case 'trimmed-mean': {
      const { drop } = rules;
      if (given.length <= 2 * drop) {
        return `${list}. Rata-rata terpangkas membutuhkan lebih dari ${2 * drop} juri, yang ada ${given.length}`;
      }
      const named = (some: typeof sorted) =>
        joined(some.map(({ juror, value }) => `${jurorName(file, juror)} (${say(value)})`));
      const rest = given.filter((one) => sorted.slice(drop, given.length - drop).includes(one));
      const average = present(mean(rest.map(({ value }) => value)), 'what is left');
      const dropped = `Dibuang: tertinggi ${named(sorted.slice(0, drop))}, terendah ${named(sorted.slice(-drop))}`;
      const left = rest.map(({ value }) => say(value)).join('; ');
      return `${list}. ${dropped}. Sisa ${left}; rata-rata ${sayRounded(rules, at, average)}`;
    }
    case 'median': {
      const ascending = sorted.toReversed().map(({ value }) => value);
      const middle = present(median(values), 'a middle value');
      const upper = Math.floor(ascending.length / 2);
      const pair = ascending.slice(upper - 1, upper + 1);
      const how = ascending.length % 2 === 0 ? `(${saySum(pair)}) : 2 = ` : '';
      const order = ascending.map((value) => say(value)).join('; ');
      return `${list}. Diurutkan: ${order}; nilai tengah ${how}${sayRounded(rules, at, middle)}`;
    }
    default:
      return `${list}; rata-rata ${given.length} juri ${sayRounded(rules, at, present(mean(values), 'a mean'))}`;
  }
}

function times(rubric: Rubric): string {
  return rubric.multiplier === '1' ? '' : ` × ${say(fromDecimal(rubric.multiplier))}`;
}

/** `40 %`, or the factor alone. */
function weight(file: ContestFile, rubric: Rubric, criterion: Criterion): string {
  const isPercent = (rubric.weighting ?? file.rules.weighting) === 'percent';
  return `${say(fromDecimal(criterion.weight))}${isPercent ? ' %' : ''}`;
}

/** A juror's total over the stages of the seat: `(50 × 82,9 + 30 × 81) : 80 − 1 = 81,1875`, or the one number there is. */
export function jurorTotalText(
  member: ContestantTotals,
  juror: JurorId,
  pick: 'total' | 'exact',
  deduction: Rational | null,
): string {
  const parts = member.stages.flatMap((stage) => {
    const sheet = stage.gate ? undefined : stage.sheets.find((one) => one.juror === juror);
    return sheet === undefined ? [] : [{ weight: stage.weight, value: sheet[pick] }];
  });
  const total = member.jurors.find((line) => line.juror === juror)?.[pick] ?? null;
  if (total === null) return '–';
  const minus = deduction === null || deduction.numerator === 0n ? '' : ` − ${say(deduction)}`;
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return minus === '' ? say(total) : `${say(only.value)}${minus} = ${say(total)}`;
  }
  const products = parts.map((part) => `${say(part.weight)} × ${say(part.value)}`).join(' + ');
  return `(${products}) : ${say(sum(parts.map((part) => part.weight)))}${minus} = ${say(total)}`;
}

/** A gate: who checked it, or that nobody did. */
export function gateText(file: ContestFile, stage: StageTotals): string {
  const head = `Babak ${stageName(file, stage.stage)} adalah syarat`;
  if (stage.sheets.length + stage.missing.length === 0) return `${head}; belum ada juri yang memeriksanya.`;
  const names = (jurors: readonly JurorId[]) => joined(jurors.map((juror) => jurorName(file, juror)));
  if (stage.missing.length > 0) {
    return `${head}; pemeriksaannya belum lengkap: ${names(stage.missing)} belum mengunci.`;
  }
  return `${head} dan telah terpenuhi (diperiksa ${names(stage.panel)}); tidak menambah nilai.`;
}

/** `Lampiran foto: 0 dari 1 (Juri 1).` for every mark that fails a gate. */
export function failedMarks(file: ContestFile, stage: StageTotals): readonly string[] {
  const rubric = file.rubrics.find(({ id }) => id === stage.rubric);
  return stage.sheets.flatMap((sheet) =>
    sheet.marks.flatMap(({ criterion, value }) => {
      const max = rubric?.criteria.find(({ id }) => id === criterion)?.max;
      if (max === undefined || compare(fromDecimal(value), fromDecimal(max)) >= 0) return [];
      const given = `${say(fromDecimal(value))} dari ${say(fromDecimal(max))}`;
      return [`${criterionName(file, criterion)}: ${given} (${jurorName(file, sheet.juror)}).`];
    }),
  );
}

/** The weighted mean over the stages that have a result; nothing where one stage alone is not even rounded. */
export function combinedText(file: ContestFile, member: ContestantTotals): readonly string[] {
  const parts = member.stages.flatMap(({ weight: factor, result }) => (result === null ? [] : [{ factor, result }]));
  if (member.beforePenalties === null || parts.length === 0) return [];
  const isRounded = file.rules.rounding.some(({ at }) => at === 'final');
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return isRounded ? [`Nilai gabungan ${sayRounded(file.rules, 'final', only.result)}.`] : [];
  }
  const total = sum(parts.map(({ factor }) => factor));
  const combined = divide(sum(parts.map(({ factor, result }) => multiply(factor, result))), total);
  const products = parts.map(({ factor, result }) => `${say(factor)} × ${say(result)}`).join(' + ');
  const weights = parts.map(({ factor }) => say(factor)).join(' + ');
  return [`Gabungan babak: (${products}) : (${weights}) = ${sayRounded(file.rules, 'final', combined)}.`];
}
