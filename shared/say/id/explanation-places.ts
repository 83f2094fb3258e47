/** Places in figures: each juror's place, the Skating System and the Borda count. */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import { capitalised } from '../../lib/capitalised.ts';
import { equal, sum, whole, type Rational } from '../../lib/rational.ts';
import type { Explanation, PlaceLine, SkatingReason } from '../../ranking/explanation.ts';
import type { SaidPart } from '../explanations.ts';
import { jurorName } from '../sentences.ts';
import { sumText } from './explanation-stages.ts';
import { say, saySum } from './numbers.ts';
import { briefName, joined } from './sentences.ts';

/** With more of them the comparisons fold away. */
const MOST_IN_A_LINE = 4;

export function sayPlaces({ lines }: Explanation<'places'>, file: ContestFile): SaidPart {
  const list = lines.map(({ juror, place }) => `${jurorName(file, juror)} ${say(place)}`).join('; ');
  return { details: lines.map((line) => placeText(line, file)), text: `Tempat menurut setiap juri: ${list}.` };
}

/** `Juri 1: (50 × 82,9 + 30 × 81) : 80 − 1 = 81,1875, tempat 2 (1 peserta lebih tinggi).` */
function placeText({ juror, sum: total, place, higher, same }: PlaceLine, file: ContestFile): string {
  const shared = same === 0 ? '' : `, ${same} bernilai sama: tempat ${higher + 1} sampai ${higher + 1 + same} dibagi`;
  return `${jurorName(file, juror)}: ${sumText(total)}, tempat ${say(place)} (${higher} peserta lebih tinggi${shared}).`;
}

export function sayBorda({ contestants, points, result }: Explanation<'borda'>): string {
  const sums = points.length > 1 ? `${saySum(points)} = ${say(result)}` : say(result);
  return `Angka = jumlah peserta (${contestants}) − tempat: ${sums}.`;
}

export function saySkating(part: Explanation<'skating'>, file: ContestFile): SaidPart {
  const told = part.tallies.map((tally, at) =>
    at === 0 ? `Tempat 1 atau lebih baik: ${tally} juri` : `${at + 1}: ${tally}`,
  );
  const majority = `Mayoritas = ${part.majority} dari ${part.jurors} juri. ${told.join('; ')}.`;
  const reasons = part.better.map(
    ({ contestant, reason }) => `${capitalised(briefName(file, contestant))} ${saySkatingReason(reason)}.`,
  );
  const end = skatingEnd(part, file);
  return reasons.length > MOST_IN_A_LINE
    ? { details: [majority, ...reasons], text: `${reasons.length} peserta lebih baik. ${end}` }
    : { details: [], text: [majority, ...reasons, end].join(' ') };
}

function skatingEnd({ equals, better, result, rank }: Explanation<'skating'>, file: ContestFile): string {
  if (equals.length === 0) {
    return rank !== null && equal(result, whole(rank))
      ? `Maka peringkat ${rank}.`
      : `Maka tempat akhir ${say(result)}.`;
  }
  const shared = joined(equals.map((contestant) => briefName(file, contestant)));
  const from = better.length + 1;
  return `Sama dalam semua hitungan dengan ${shared}. Maka tempat akhir ${say(result)} (tempat ${from} sampai ${from + equals.length} dibagi).`;
}

/** `mencapai mayoritas lebih dahulu, pada "3 atau lebih baik" (4 juri)`. */
export function saySkatingReason(reason: SkatingReason): string {
  switch (reason.type) {
    case 'earlier-majority':
      return `mencapai mayoritas lebih dahulu, ${orBetter(reason.at)} (${reason.jurors} juri)`;
    case 'more-jurors':
      return `${sameBefore(reason)} ${orBetter(reason.at)} lebih banyak juri (${reason.jurors} : ${reason.others})`;
    case 'smaller-sum': {
      const { at, jurors, places, others } = reason;
      const sums = (some: readonly Rational[]) => `${saySum(some)} = ${say(sum(some))}`;
      return `${sameBefore(reason)} ${orBetter(at)} jumlah juri sama (${jurors}), jumlah tempatnya lebih kecil (${sums(places)}; lawannya ${sums(others)})`;
    }
    case 'equal':
      return 'sama dalam semua hitungan';
  }
}

function orBetter(place: number): string {
  return `pada "${place} atau lebih baik"`;
}

function sameBefore({ at, isFirst }: { readonly at: number; readonly isFirst: boolean }): string {
  return isFirst ? 'mencapai mayoritas di tempat yang sama;' : `sama sampai "${at - 1} atau lebih baik";`;
}
