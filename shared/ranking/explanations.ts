/**
 * "Mengapa peringkat ini?" (R26): sentences in Bahasa Indonesia that lead from the jurors' marks to the rank, so that the head
 * of a unit that was not there can follow every number with a pocket calculator. They only say what was computed elsewhere:
 * nothing that decided is left out, and nothing that was not checked is claimed.
 */
import type { ContestantId, ContestFile, Exemption, JurorId } from '../domain/setup/contest-file.ts';
import { present } from '../lib/assert.ts';
import { groupBy } from '../lib/order.ts';
import { fromDecimal, subtract, type Rational } from '../lib/rational.ts';
import { isWithoutPanel } from './awards.ts';
import { showResult } from './display.ts';
import { plain, type ExplanationPart, type RankRecords } from './explanation.ts';
import { leftOutTexts, placeParts, skatingReason } from './explanation-places.ts';
import { combinedText, failedMarks, gateText, stagePart } from './explanation-stages.ts';
import { tieParts } from './explanation-ties.ts';
import { contestantName, ended, joined, jurorName, numberName, say, saySum, stageName } from './explanation-words.ts';
import { isPlaceBased } from './methods.ts';
import { minutesBegun } from './penalties.ts';
import type { RankGroup } from './ties.ts';
import type { CategoryTotals, ContestantTotals, UnrankedStatus } from './types.ts';

/** What an explanation speaks of. */
export interface Explained {
  readonly file: ContestFile;
  readonly totals: CategoryTotals;
  readonly groups: readonly RankGroup[];
  readonly records: RankRecords;
}

/** The sentences for one ranked contestant; `display` is its result as shown in the standings. */
export function explain(
  { file, totals, groups, records }: Explained,
  group: RankGroup,
  member: ContestantTotals,
  display: string,
): readonly ExplanationPart[] {
  const byPlaces = isPlaceBased(totals.method);
  const gates = member.stages.filter((stage) => stage.gate);
  return [
    ...plain(rankText(file, totals, group, member, display)),
    ...plain(...gates.map((stage) => gateText(file, stage))),
    ...member.stages.filter((stage) => !stage.gate).map((stage) => stagePart(file, stage)),
    ...plain(...exemptTexts(file, member, byPlaces), ...missingTexts(file, member)),
    ...plain(...(byPlaces ? leftOutTexts(file, totals) : combinedText(file, member))),
    ...plain(...penaltyTexts(file, member)),
    ...(byPlaces ? placeParts(file, totals, member, group.rank) : plain(...finalTexts(member, display))),
    ...tieParts(file, totals, group, member, records),
    ...plain(...blockedTexts(file, totals)),
    ...plain(...distanceTexts(file, totals, groups, group, member)),
  ];
}

/** Why a contestant stands outside the ranking: the marks that failed a gate, or who recorded its state, when and why. */
export function explainOutside(
  { file, records }: Pick<Explained, 'file' | 'records'>,
  member: ContestantTotals,
): readonly ExplanationPart[] {
  if (member.status === 'ranked') return [];
  if (member.status === 'failed-gate') {
    const failed = member.stages
      .filter((stage) => stage.gate)
      .map((stage) => ({ name: stageName(file, stage.stage), marks: failedMarks(file, stage) }))
      .filter(({ marks }) => marks.length > 0);
    return plain(
      ...failed.map(({ name, marks }) => `Tidak diperingkat: tidak memenuhi syarat ${name}. ${marks.join(' ')}`),
    );
  }
  const record = records.statuses.get(member.contestant);
  const head = `Tidak diperingkat: ${statusNames[member.status]}`;
  if (record === undefined) return plain(`${head}.`);
  const reason = record.reason === null ? 'Tanpa alasan tercatat.' : `Alasan: ${ended(record.reason)}`;
  return plain(`${head}, dicatat panitia ${record.when}. ${reason}`);
}

const statusNames: Readonly<Record<Exclude<UnrankedStatus, 'failed-gate'>, string>> = {
  withdrawn: 'mengundurkan diri',
  'no-show': 'tidak hadir',
  disqualified: 'didiskualifikasi',
  exhibition: 'pembuka, tidak dinilai',
};

function rankText(
  file: ContestFile,
  totals: CategoryTotals,
  group: RankGroup,
  { result }: ContestantTotals,
  display: string,
): string {
  if (group.rank === null || result === null) {
    return 'Belum ada nilai yang dapat dihitung, sehingga belum ada peringkat.';
  }
  const nouns = { majority: 'tempat akhir', borda: 'jumlah angka' };
  const noun = totals.method === 'majority' || totals.method === 'borda' ? nouns[totals.method] : 'nilai akhir';
  const value = `${noun} ${showResult(totals.method, result, display)}`;
  const open = openSheets(file, totals);
  return open === ''
    ? `Peringkat ${group.rank} dengan ${value}.`
    : `Peringkat sementara ${group.rank} dengan ${value} (kategori belum lengkap: ${open}).`;
}

/** `Juri 2 belum mengunci nilai nomor 5 dan nomor 6`, of the whole category; "" when every sheet is there. */
function openSheets(file: ContestFile, totals: CategoryTotals): string {
  const missing = totals.contestants
    .filter(({ status }) => status === 'ranked')
    .flatMap(({ contestant, stages }) =>
      stages.flatMap((stage) => stage.missing.map((juror) => ({ juror, contestant }))),
    );
  return [...groupBy(missing, ({ juror }) => juror)]
    .map(([juror, sheets]) => {
      const named = [...new Set(sheets.map(({ contestant }) => contestant))];
      const more = named.length - MOST_NAMED;
      const shown = named.slice(0, more > 1 ? MOST_NAMED : named.length).map((id) => numberName(file, id));
      return `${jurorName(file, juror)} belum mengunci nilai ${joined(more > 1 ? [...shown, `${more} peserta lain`] : shown)}`;
    })
    .join('; ');
}

const MOST_NAMED = 4;

/** Recused and absent jurors with the reason, each once for all the stages that it covers. */
function exemptTexts(file: ContestFile, member: ContestantTotals, byPlaces: boolean): readonly string[] {
  const kinds = [
    { key: 'recused', verb: 'tidak menilai (benturan kepentingan)', list: file.recusals },
    { key: 'absent', verb: 'berhalangan', list: file.absences },
  ] as const;
  const judged = (juror: JurorId) =>
    member.stages.filter(({ recused, absent, missing, sheets }) =>
      [...recused, ...absent, ...missing, ...sheets.map((sheet) => sheet.juror)].includes(juror),
    );
  return kinds.flatMap(({ key, verb, list }) => {
    const jurors = [...new Set(member.stages.flatMap((stage) => stage[key]))];
    return jurors.flatMap((juror) => {
      const outOf = member.stages.filter((stage) => stage[key].includes(juror));
      return [...groupBy(outOf, ({ stage }) => exemptionFor(list, juror, member.contestant, stage))].map(
        ([exemption, stages]) => {
          const all = judged(juror).length;
          const names = joined(stages.map(({ stage }) => stageName(file, stage)));
          const where = all === 1 ? '' : stages.length === all ? ' di semua babak' : ` di babak ${names}`;
          const rest = byPlaces ? '' : panelText(file, stages);
          return `${jurorName(file, juror)} ${verb}${where}: ${ended(exemption?.reason ?? 'tanpa alasan tercatat')}${rest}`;
        },
      );
    });
  });
}

function exemptionFor(
  list: readonly Exemption[],
  juror: JurorId,
  contestant: ContestantId,
  stage: string,
): Exemption | undefined {
  return list.find(
    (one) => one.juror === juror && one.contestant === contestant && (one.stages?.includes(stage) ?? true),
  );
}

function panelText(file: ContestFile, stages: ContestantTotals['stages']): string {
  const counted = stages.filter((stage) => !stage.gate && stage.panel.length > 0);
  const sizes = new Set(counted.map(({ panel }) => panel.length));
  const [size] = sizes;
  if (size === undefined) return '';
  const told =
    sizes.size === 1
      ? `${size} juri yang menilai`
      : joined(counted.map(({ stage, panel }) => `${panel.length} juri (${stageName(file, stage)})`));
  return ` Dihitung dari ${told}.`;
}

/** Sheets of this contestant that are still to come. */
function missingTexts(file: ContestFile, member: ContestantTotals): readonly string[] {
  return member.stages
    .filter((stage) => !stage.gate && stage.missing.length > 0)
    .map(({ stage, sheets, missing }) => {
      const names = joined(missing.map((juror) => jurorName(file, juror)));
      const count = `${sheets.length} dari ${sheets.length + missing.length} juri`;
      return `Sementara: ${count} di babak ${stageName(file, stage)}; belum ada nilai terkunci dari ${names}.`;
    });
}

function penaltyTexts(file: ContestFile, member: ContestantTotals): readonly string[] {
  const given = file.penalties.filter((penalty) => penalty.contestant === member.contestant);
  return given.map((penalty, position) => {
    const points = say(present(member.penalties[position], 'points of a penalty').points);
    if ('points' in penalty) return `Pengurangan ${points}: ${ended(penalty.reason)}`;
    const minutes = minutesBegun(penalty.overSeconds);
    const product = `${minutes} menit × ${say(fromDecimal(penalty.perMinute))} = ${points}`;
    return `Pengurangan: lewat ${penalty.overSeconds} detik, ${product}: ${ended(penalty.reason)}`;
  });
}

/** The subtraction, and how the result is shown where the number goes on. */
function finalTexts(member: ContestantTotals, display: string): readonly string[] {
  const { beforePenalties: before, result, penalties, penalty } = member;
  if (before === null || result === null) return [];
  const shown = `${display.replace('-', '−')}`;
  const isCut = say(result).endsWith('…');
  if (penalties.length === 0) return isCut ? [`Nilai akhir ${say(result)}, ditulis ${shown}.`] : [];
  const summed = penalties.length > 1 ? `${saySum(penalties.map(({ points }) => points))} = ` : '';
  return [
    `Nilai sebelum pengurangan ${say(before)}. Dikurangi ${summed}${say(penalty)}. Nilai akhir ${say(before)} − ${say(penalty)} = ${say(result)}${isCut ? `, ditulis ${shown}` : ''}.`,
  ];
}

/** Why no place of the category can be given, whatever this contestant's own result. */
function blockedTexts(file: ContestFile, totals: CategoryTotals): readonly string[] {
  const ranked = totals.contestants.filter(({ status }) => status === 'ranked');
  const causes = ranked.flatMap((member) =>
    member.stages.every((stage) => stage.gate)
      ? [{ stage: '', contestant: member.contestant }]
      : member.stages
          .filter((stage) => isWithoutPanel(file, totals, stage))
          .map(({ stage }) => ({ stage, contestant: member.contestant })),
  );
  return [...groupBy(causes, ({ stage }) => stage)].map(([stage, members]) => {
    const everybody = members.length === ranked.length && ranked.length > 1;
    const whom = everybody
      ? 'semua peserta'
      : joined(members.map(({ contestant }) => contestantName(file, contestant)));
    return `Juara kategori ini belum dapat ditetapkan: ${lackText(file, totals, stage)} untuk ${whom}.`;
  });
}

/** What is lacking in a stage without a panel; "" is no stage at all. */
function lackText(file: ContestFile, totals: CategoryTotals, stage: string): string {
  if (stage === '') return 'tidak ada babak yang dinilai';
  const name = stageName(file, stage);
  const of = totals.contestants.flatMap(({ stages }) => stages.filter((one) => one.stage === stage));
  if (of.some(({ gate }) => gate)) return `tidak ada juri yang memeriksa syarat ${name}`;
  if (isPlaceBased(totals.method))
    return `di babak ${name} tidak ada juri yang menilai semua peserta, jadi tidak ada panel`;
  if (totals.method === 'trimmed-mean') return `di babak ${name} juri terlalu sedikit untuk rata-rata terpangkas`;
  return `tidak ada juri yang dapat menilai babak ${name}`;
}

/** How far it is to the neighbours; with `majority`, what put it before the next one. */
function distanceTexts(
  file: ContestFile,
  totals: CategoryTotals,
  groups: readonly RankGroup[],
  group: RankGroup,
  member: ContestantTotals,
): readonly string[] {
  const { result } = member;
  if (group.rank === null || result === null) return [];
  const ranked = groups.filter(({ rank }) => rank !== null);
  const at = ranked.indexOf(group);
  const [above, below] = [ranked[at - 1], ranked[at + 1]];
  if (totals.method === 'majority') {
    const next = below?.members[0];
    if (below === undefined || next === undefined || next.result === null) return [];
    const name = `peringkat ${below.rank} (${contestantName(file, next.contestant)})`;
    return [`Dibandingkan dengan ${name}: ${skatingReason(totals, member, next)}.`];
  }
  const texts = [above, below].flatMap((other) => {
    const value = other?.members[0]?.result ?? null;
    return other === undefined || value === null ? [] : [`peringkat ${other.rank}: ${distanceText(result, value)}`];
  });
  return texts.length === 0 ? [] : [`Selisih dengan ${texts.join('; dengan ')}.`];
}

function distanceText(a: Rational, b: Rational): string {
  const difference = subtract(a, b);
  if (difference.numerator === 0n) return '0 (sama)';
  return say(difference.numerator < 0n ? subtract(b, a) : difference);
}
