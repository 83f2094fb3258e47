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
import { counted, joined } from './sentences.ts';

export function sayStage({ stage, weight, marks }: Explanation<'stage'>, file: ContestFile): SaidPart {
  const label = stageName(file, stage);
  const head = `Stage ${label} (weight ${say(weight)})`;
  const nothing = `${head}: no scores count yet.`;
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
      return { label, details, text: `${head}: sum of criteria ${summed}${sayRounded(result)}.` };
    }
  }
}

/** `Juri 1: Tema 84 × 40% = 33.6; Evaluasi 85 × 60% = 51; total 84.6.` */
function sheetLine({ juror, marks, total }: SheetLine, file: ContestFile): string {
  const texts = marks.map(({ criterion, score, multiplier, weight, weighted }) => {
    const product = `${say(score)}${times(multiplier)} × ${weightText(weight)}`;
    return `${criterionName(file, criterion)} ${product} = ${sayRounded(weighted)}`;
  });
  return `${jurorName(file, juror)}: ${texts.join('; ')}; total ${sayRounded(total)}.`;
}

/** `Tema: Juri 1 84; Juri 2 85; mean of 2 jurors 84.5; 84.5 × 40% = 33.8.` */
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
      return `${list}; mean of ${counted(given.length, 'juror')} ${sayRounded(over.mean)}`;
    case 'too-few':
      return `${list}. A trimmed mean needs more than ${counted(over.needed, 'juror')}, there are ${given.length}`;
    case 'trimmed-mean': {
      const named = (some: readonly GivenNumber[]) =>
        joined(some.map(({ juror, value }) => `${jurorName(file, juror)} (${say(value)})`));
      const dropped = `Dropped: highest ${named(over.highest)}, lowest ${named(over.lowest)}`;
      const left = over.rest.map(({ value }) => say(value)).join('; ');
      return `${list}. ${dropped}. Left ${left}; mean ${sayRounded(over.mean)}`;
    }
    case 'median': {
      const { sorted, middle } = over;
      const upper = Math.floor(sorted.length / 2);
      const how = sorted.length % 2 === 0 ? `(${saySum(sorted.slice(upper - 1, upper + 1))}) : 2 = ` : '';
      const order = sorted.map((value) => say(value)).join('; ');
      return `${list}. Sorted: ${order}; median ${how}${sayRounded(middle)}`;
    }
  }
}

function givenText({ value, multiple }: GivenNumber): string {
  return multiple === null ? say(value) : `${say(multiple.score)}${times(multiple.multiplier)} = ${say(value)}`;
}

function times(multiplier: Rational | null): string {
  return multiplier === null ? '' : ` × ${say(multiplier)}`;
}

/** `40%`, or the factor alone. */
function weightText({ value, isPercent }: Weight): string {
  return `${say(value)}${isPercent ? '%' : ''}`;
}

/** `(50 × 82.9 + 30 × 81) : 80 − 1 = 81.1875`, or the one number there is. */
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
  if (parts.length === 1) return `Combined score ${sayRounded(combined)}.`;
  const products = parts.map(({ weight, value }) => `${say(weight)} × ${say(value)}`).join(' + ');
  return `Stages combined: (${products}) : (${saySum(parts.map(({ weight }) => weight))}) = ${sayRounded(combined)}.`;
}
