/** The numbers of a stage in figures: marks times weights, what the method made of them, every rounding. */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import { sum, type Rational } from '../../lib/rational.ts';
import type {
  CriterionLine,
  Explanation,
  GivenNumber,
  JurorSum,
  OverJurors,
  SheetLine,
  Weight,
} from '../../ranking/explanation.ts';
import type { SaidPart } from '../explanations.ts';
import { criterionName, jurorName, stageName } from '../sentences.ts';
import { say, sayRounded, saySum } from './numbers.ts';
import { joined } from './sentences.ts';

export function sayStage({ stage, weight, marks }: Explanation<'stage'>, file: ContestFile): SaidPart {
  const label = stageName(file, stage);
  const head = `Babak ${label} (bobot ${say(weight)})`;
  const nothing = `${head}: belum ada nilai yang dihitung.`;
  switch (marks.type) {
    case 'none':
      return { text: nothing, details: [] };
    case 'by-sheet': {
      const details = marks.sheets.map((sheet) => sheetLine(sheet, file));
      return { label, details, text: `${head}: ${overJurors(marks.over, file)}.` };
    }
    case 'by-criterion': {
      const details = marks.criteria.map((line) => criterionLine(line, file));
      if (marks.sum === null) return { label, details, text: nothing };
      const { products, result } = marks.sum;
      const summed = products.length > 1 ? `${saySum(products)} = ` : '';
      return { label, details, text: `${head}: jumlah kriteria ${summed}${sayRounded(result)}.` };
    }
  }
}

/** `Juri 1: Tema 84 × 40 % = 33,6; Evaluasi 85 × 60 % = 51; jumlah 84,6.` */
function sheetLine({ juror, marks, total }: SheetLine, file: ContestFile): string {
  const texts = marks.map(({ criterion, score, multiplier, weight, weighted }) => {
    const product = `${say(score)}${times(multiplier)} × ${weightText(weight)}`;
    return `${criterionName(file, criterion)} ${product} = ${sayRounded(weighted)}`;
  });
  return `${jurorName(file, juror)}: ${texts.join('; ')}; jumlah ${sayRounded(total)}.`;
}

/** `Tema: Juri 1 84; Juri 2 85; rata-rata 2 juri 84,5; 84,5 × 40 % = 33,8.` */
function criterionLine({ criterion, over, product }: CriterionLine, file: ContestFile): string {
  const line = `${criterionName(file, criterion)}: ${overJurors(over, file)}`;
  if (product === null) return `${line}.`;
  return `${line}; ${say(product.aggregate)} × ${weightText(product.weight)} = ${sayRounded(product.product)}.`;
}

function overJurors(over: OverJurors, file: ContestFile): string {
  const { given } = over;
  const list = given.map((one) => `${jurorName(file, one.juror)} ${givenText(one)}`).join('; ');
  switch (over.type) {
    case 'list':
      return list;
    case 'mean':
      return `${list}; rata-rata ${given.length} juri ${sayRounded(over.mean)}`;
    case 'too-few':
      return `${list}. Rata-rata terpangkas membutuhkan lebih dari ${over.needed} juri, yang ada ${given.length}`;
    case 'trimmed-mean': {
      const named = (some: readonly GivenNumber[]) =>
        joined(some.map(({ juror, value }) => `${jurorName(file, juror)} (${say(value)})`));
      const dropped = `Dibuang: tertinggi ${named(over.highest)}, terendah ${named(over.lowest)}`;
      const left = over.rest.map(({ value }) => say(value)).join('; ');
      return `${list}. ${dropped}. Sisa ${left}; rata-rata ${sayRounded(over.mean)}`;
    }
    case 'median': {
      const { sorted, middle } = over;
      const upper = Math.floor(sorted.length / 2);
      const how = sorted.length % 2 === 0 ? `(${saySum(sorted.slice(upper - 1, upper + 1))}) : 2 = ` : '';
      const order = sorted.map((value) => say(value)).join('; ');
      return `${list}. Diurutkan: ${order}; nilai tengah ${how}${sayRounded(middle)}`;
    }
  }
}

function givenText({ value, multiple }: GivenNumber): string {
  return multiple === null ? say(value) : `${say(multiple.score)}${times(multiple.multiplier)} = ${say(value)}`;
}

function times(multiplier: Rational | null): string {
  return multiplier === null ? '' : ` × ${say(multiplier)}`;
}

/** `40 %`, or the factor alone. */
function weightText({ value, isPercent }: Weight): string {
  return `${say(value)}${isPercent ? ' %' : ''}`;
}

/** `(50 × 82,9 + 30 × 81) : 80 − 1 = 81,1875`, or the one number there is. */
export function sumText({ parts, deduction, total }: JurorSum): string {
  if (total === null) return '–';
  const minus = deduction === null || deduction.numerator === 0n ? '' : ` − ${say(deduction)}`;
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return minus === '' ? say(total) : `${say(only.value)}${minus} = ${say(total)}`;
  }
  const products = parts.map((part) => `${say(part.weight)} × ${say(part.value)}`).join(' + ');
  return `(${products}) : ${say(sum(parts.map((part) => part.weight)))}${minus} = ${say(total)}`;
}

export function sayCombined({ parts, combined }: Explanation<'combined'>): string {
  if (parts.length === 1) return `Nilai gabungan ${sayRounded(combined)}.`;
  const products = parts.map(({ weight, value }) => `${say(weight)} × ${say(value)}`).join(' + ');
  return `Gabungan babak: (${products}) : (${saySum(parts.map(({ weight }) => weight))}) = ${sayRounded(combined)}.`;
}
