/** Places in figures: each juror's place, the Skating System and the Borda count. */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import { capitalised } from '../../lib/capitalised.ts';
import { equal, sum, whole, type Rational } from '../../lib/rational.ts';
import type { Explanation, PlaceLine, SkatingReason } from '../../ranking/explanation.ts';
import type { SaidPart } from '../explanations.ts';
import { jurorName } from '../sentences.ts';
import { sumText } from './explanation-stages.ts';
import { say, saySum } from './numbers.ts';
import { briefName, counted, joined } from './sentences.ts';

/** With more of them the comparisons fold away. */
const MOST_IN_A_LINE = 4;

export function sayPlaces({ lines }: Explanation<'places'>, file: ContestFile): SaidPart {
  const list = lines.map(({ juror, place }) => `${jurorName(file, juror)} ${say(place)}`).join('; ');
  return { details: lines.map((line) => placeText(line, file)), text: `Place by each juror: ${list}.` };
}

/** `Juri 1: (50 × 82.9 + 30 × 81) : 80 − 1 = 81.1875, place 2 (1 contestant higher).` */
function placeText({ juror, sum: total, place, higher, same }: PlaceLine, file: ContestFile): string {
  const shared = same === 0 ? '' : `, ${same} equal: places ${higher + 1} to ${higher + 1 + same} shared`;
  return `${jurorName(file, juror)}: ${sumText(total)}, place ${say(place)} (${counted(higher, 'contestant')} higher${shared}).`;
}

export function sayBorda({ contestants, points, result }: Explanation<'borda'>): string {
  const sums = points.length > 1 ? `${saySum(points)} = ${say(result)}` : say(result);
  return `Points = number of contestants (${contestants}) − place: ${sums}.`;
}

export function saySkating(part: Explanation<'skating'>, file: ContestFile): SaidPart {
  const told = part.tallies.map((tally, at) =>
    at === 0 ? `Place 1 or better: ${counted(tally, 'juror')}` : `${at + 1}: ${tally}`,
  );
  const majority = `Majority = ${part.majority} of ${counted(part.jurors, 'juror')}. ${told.join('; ')}.`;
  const reasons = part.better.map(
    ({ contestant, reason }) => `${capitalised(briefName(file, contestant))} ${saySkatingReason(reason)}.`,
  );
  const end = skatingEnd(part, file);
  return reasons.length > MOST_IN_A_LINE
    ? { details: [majority, ...reasons], text: `${reasons.length} contestants are better. ${end}` }
    : { details: [], text: [majority, ...reasons, end].join(' ') };
}

function skatingEnd({ equals, better, result, rank }: Explanation<'skating'>, file: ContestFile): string {
  if (equals.length === 0) {
    return rank !== null && equal(result, whole(rank)) ? `Hence rank ${rank}.` : `Hence final place ${say(result)}.`;
  }
  const shared = joined(equals.map((contestant) => briefName(file, contestant)));
  const from = better.length + 1;
  return `Equal in every count with ${shared}. Hence final place ${say(result)} (places ${from} to ${from + equals.length} shared).`;
}

/** `reaches a majority earlier, at "3 or better" (4 jurors)`. */
export function saySkatingReason(reason: SkatingReason): string {
  switch (reason.type) {
    case 'earlier-majority':
      return `reaches a majority earlier, ${orBetter(reason.at)} (${counted(reason.jurors, 'juror')})`;
    case 'more-jurors':
      return `${sameBefore(reason)} ${orBetter(reason.at)} it has more jurors (${reason.jurors} : ${reason.others})`;
    case 'smaller-sum': {
      const { at, jurors, places, others } = reason;
      const sums = (some: readonly Rational[]) => `${saySum(some)} = ${say(sum(some))}`;
      return `${sameBefore(reason)} ${orBetter(at)} it has as many jurors (${jurors}), and a smaller sum of places (${sums(places)}; the other ${sums(others)})`;
    }
    case 'equal':
      return 'is equal in every count';
  }
}

function orBetter(place: number): string {
  return `at "${place} or better"`;
}

function sameBefore({ at, isFirst }: { readonly at: number; readonly isFirst: boolean }): string {
  return isFirst ? 'reaches a majority at the same place;' : `is equal up to "${at - 1} or better";`;
}
