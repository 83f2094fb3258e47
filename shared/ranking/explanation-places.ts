/**
 * Places in figures: each juror's total and the place it gives, and the Skating System or the Borda count of them, up to the
 * very number that put a contestant before another.
 */
import type { ContestFile } from '../domain/setup/contest-file.ts';
import { present } from '../lib/assert.ts';
import { compare, equal, subtract, sum, whole, zero, type Rational } from '../lib/rational.ts';
import { plain, type ExplanationPart } from './explanation.ts';
import { jurorTotalText } from './explanation-stages.ts';
import { briefName, capitalised, contestantName, joined, jurorName, say, saySum } from './explanation-words.ts';
import { skatingRecord, type SkatingRecord } from './places.ts';
import type { CategoryTotals, ContestantTotals, JurorTotal } from './types.ts';

/** With more of them the comparisons fold away. */
const MOST_IN_A_LINE = 4;

/** From the jurors' totals to the place or the points; nothing for a contestant whom the panel does not compare. */
export function placeParts(
  file: ContestFile,
  totals: CategoryTotals,
  member: ContestantTotals,
  rank: number | null,
): readonly ExplanationPart[] {
  const lines = placedLines(member);
  const { result } = member;
  if (lines.length === 0 || result === null) return [];
  const compared = comparedMembers(totals);
  const list = lines.map(({ juror, place }) => `${jurorName(file, juror)} ${say(place)}`).join('; ');
  const given: ExplanationPart = {
    details: lines.map((line) => jurorLine(file, compared, member, line)),
    text: `Tempat menurut setiap juri: ${list}.`,
  };
  if (totals.method === 'borda') {
    const points = saySum(lines.map(({ place }) => subtract(whole(compared.length), place)));
    const sums = lines.length > 1 ? `${points} = ${say(result)}` : say(result);
    return [given, ...plain(`Angka = jumlah peserta (${compared.length}) − tempat: ${sums}.`)];
  }
  return [given, skatingPart(file, compared, member, result, rank)];
}

/** What put the better of two before the other: `mencapai mayoritas lebih dahulu, pada "3 atau lebih baik" (4 juri)`. */
export function skatingReason(totals: CategoryTotals, better: ContestantTotals, worse: ContestantTotals): string {
  const count = comparedMembers(totals).length;
  return reason(recordOf(better, count), recordOf(worse, count), placesOf(better), placesOf(worse));
}

/** Who stands outside the panel of the category, and why. */
export function leftOutTexts(file: ContestFile, totals: CategoryTotals): readonly string[] {
  const verbs = {
    recused: 'tidak menilai (benturan kepentingan)',
    absent: 'berhalangan menilai',
    missing: 'belum mengunci nilai',
  };
  return totals.leftOut.map(({ juror, cause, contestants }) => {
    const head = `${jurorName(file, juror)} tidak diikutkan dalam panel kategori ini karena`;
    if (cause === 'no-weight') return `${head} semua babak yang dinilainya berbobot 0.`;
    return `${head} ${verbs[cause]} untuk ${contestants.map((id) => contestantName(file, id)).join('; ')}.`;
  });
}

function comparedMembers(totals: CategoryTotals): readonly ContestantTotals[] {
  return totals.contestants.filter(({ status, result }) => status === 'ranked' && result !== null);
}

type PlacedLine = JurorTotal & { readonly place: Rational };

function placedLines(member: ContestantTotals): readonly PlacedLine[] {
  return member.jurors.flatMap((line) => (line.place === null ? [] : [{ ...line, place: line.place }]));
}

function placesOf(member: ContestantTotals): readonly Rational[] {
  return placedLines(member).map(({ place }) => place);
}

/** `Juri 1: (50 × 82,9 + 30 × 81) : 80 − 1 = 81,1875, tempat 2 (1 peserta lebih tinggi).` */
function jurorLine(
  file: ContestFile,
  compared: readonly ContestantTotals[],
  member: ContestantTotals,
  line: PlacedLine,
): string {
  const own = line.total ?? zero;
  const others = compared
    .filter((other) => other !== member)
    .map((other) => other.jurors.find(({ juror }) => juror === line.juror)?.total ?? zero);
  const higher = others.filter((other) => compare(other, own) > 0).length;
  const same = others.filter((other) => equal(other, own)).length;
  const shared = same === 0 ? '' : `, ${same} bernilai sama: tempat ${higher + 1} sampai ${higher + 1 + same} dibagi`;
  const formula = jurorTotalText(member, line.juror, 'total', member.penalty);
  return `${jurorName(file, line.juror)}: ${formula}, tempat ${say(line.place)} (${higher} peserta lebih tinggi${shared}).`;
}

function recordOf(member: ContestantTotals, count: number): SkatingRecord {
  return skatingRecord(placesOf(member), count);
}

function skatingPart(
  file: ContestFile,
  compared: readonly ContestantTotals[],
  member: ContestantTotals,
  result: Rational,
  rank: number | null,
): ExplanationPart {
  const count = compared.length;
  const own = recordOf(member, count);
  const places = placesOf(member);
  const tallies = Array.from({ length: own.first + 1 }, (_, at) => reached(places, at + 1).length);
  const told = tallies.map((tally, at) =>
    at === 0 ? `Tempat 1 atau lebih baik: ${tally} juri` : `${at + 1}: ${tally}`,
  );
  const majority = `Mayoritas = ${Math.floor(places.length / 2) + 1} dari ${places.length} juri. ${told.join('; ')}.`;
  const better = compared.filter((other) => compare(other.result ?? zero, result) < 0);
  const equals = compared.filter((other) => other !== member && equal(other.result ?? zero, result));
  const reasons = better
    .toSorted((a, b) => compare(a.result ?? zero, b.result ?? zero))
    .map(
      (other) =>
        `${capitalised(briefName(file, other.contestant))} ${reason(recordOf(other, count), own, placesOf(other), places)}.`,
    );
  const shared = joined(equals.map((other) => briefName(file, other.contestant)));
  const end =
    equals.length === 0 && rank !== null && equal(result, whole(rank))
      ? `Maka peringkat ${rank}.`
      : equals.length === 0
        ? `Maka tempat akhir ${say(result)}.`
        : `Sama dalam semua hitungan dengan ${shared}. Maka tempat akhir ${say(result)} (tempat ${better.length + 1} sampai ${better.length + 1 + equals.length} dibagi).`;
  return reasons.length > MOST_IN_A_LINE
    ? { details: [majority, ...reasons], text: `${better.length} peserta lebih baik. ${end}` }
    : { details: [], text: [majority, ...reasons, end].join(' ') };
}

function reached(places: readonly Rational[], k: number): readonly Rational[] {
  return places.filter((place) => compare(place, whole(k)) <= 0);
}

/** The rule of the Skating System that puts one before the other, in its figures. */
function reason(
  better: SkatingRecord,
  worse: SkatingRecord,
  betterPlaces: readonly Rational[],
  worsePlaces: readonly Rational[],
): string {
  const at = (k: number) => `pada "${k} atau lebih baik"`;
  if (better.first < worse.first) {
    return `mencapai mayoritas lebih dahulu, ${at(better.first + 1)} (${better.tallies[0]?.count ?? 0} juri)`;
  }
  for (const [index, tally] of better.tallies.entries()) {
    const other = present(worse.tallies[index], 'tallies of equal length');
    const k = better.first + index + 1;
    const same = index === 0 ? 'mencapai mayoritas di tempat yang sama;' : `sama sampai "${k - 1} atau lebih baik";`;
    if (tally.count !== other.count) return `${same} ${at(k)} lebih banyak juri (${tally.count} : ${other.count})`;
    if (compare(tally.total, other.total) === 0) continue;
    const sums = (places: readonly Rational[]) => `${saySum(reached(places, k))} = ${say(sum(reached(places, k)))}`;
    return `${same} ${at(k)} jumlah juri sama (${tally.count}), jumlah tempatnya lebih kecil (${sums(betterPlaces)}; lawannya ${sums(worsePlaces)})`;
  }
  return 'sama dalam semua hitungan';
}
