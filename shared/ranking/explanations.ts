/**
 * "Mengapa peringkat ini?" (R26): plain sentences in Bahasa Indonesia that lead from the jurors' marks to the rank: sheets,
 * weights, deductions, who did not count, and the step that separated equals. They only say what was computed elsewhere.
 */
import type { ContestantId, ContestFile, Exemption, JurorId } from '../domain/contest-file.ts';
import { present } from '../lib/assert.ts';
import { showDecimal } from '../lib/decimal.ts';
import { toExactText, type Rational } from '../lib/rational.ts';
import { isJoint } from './awards.ts';
import { showRational } from './display.ts';
import { isPlaceBased } from './methods.ts';
import { minutesBegun } from './penalties.ts';
import { parseStep } from './tie-steps.ts';
import type { RankGroup, Split } from './ties.ts';
import type { CategoryTotals, ContestantTotals, Method, StageTotals } from './types.ts';

const methodNames: Readonly<Record<Method, string>> = {
  mean: 'rata-rata',
  'trimmed-mean': 'rata-rata terpangkas',
  median: 'nilai tengah',
  majority: 'suara terbanyak (Skating System)',
  borda: 'hitungan Borda',
};

/** The sentences for one contestant; `display` is its result as shown in the standings. */
export function explain(
  file: ContestFile,
  totals: CategoryTotals,
  group: RankGroup,
  member: ContestantTotals,
  display: string,
): readonly string[] {
  const counting = member.stages.filter((stage) => !stage.gate);
  return [
    rankSentence(totals.method, group, display),
    ...counting.map((stage) => stageSentence(file, stage)),
    ...member.stages.flatMap((stage) => outsideSentences(file, member, stage)),
    ...member.stages.filter((stage) => stage.gate).map((stage) => gateSentence(file, stage)),
    ...(isPlaceBased(totals.method) ? placeSentences(file, totals, member) : scoreSentences(file, counting, member)),
    ...penaltySentences(file, member),
    ...group.splits.filter((split) => split.among.length > 1).map((split) => splitSentence(file, member, split)),
    ...sharedSentences(file, totals, group, member),
  ];
}

function rankSentence(method: Method, group: RankGroup, display: string): string {
  if (group.rank === null) return 'Belum ada nilai yang dapat dihitung, sehingga belum ada peringkat.';
  const word = { majority: 'tempat akhir', borda: 'jumlah angka' };
  const noun = method === 'majority' || method === 'borda' ? word[method] : 'nilai akhir';
  return `Peringkat ${group.rank} dengan ${noun} ${display}.`;
}

function stageSentence(file: ContestFile, stage: StageTotals): string {
  const { rules } = file;
  const head = `Babak ${stageName(file, stage.stage)} (bobot ${showExact(stage.weight)})`;
  if (stage.result === null) return `${head}: belum ada nilai yang dihitung.`;
  const counted = stage.sheets.filter((sheet) => stage.panel.includes(sheet.juror));
  const marks = counted.map((sheet) => `${jurorName(file, sheet.juror)} ${showShort(sheet.total)}`).join('; ');
  if (isPlaceBased(rules.method)) return `${head}: ${marks}.`;
  const drop = rules.method === 'trimmed-mean' ? `, ${rules.drop} tertinggi dan ${rules.drop} terendah dibuang` : '';
  const how = `${methodNames[rules.method]} ${counted.length} juri${drop}`;
  if (rules.applyAt === 'sheet') return `${head}: ${marks}; ${how}: ${showShort(stage.result)}.`;
  const criteria = stage.criteria
    .map(
      ({ criterion, aggregate }) =>
        `${criterionName(file, criterion)} ${aggregate === null ? '–' : showShort(aggregate)}`,
    )
    .join('; ');
  return `${head}: ${how} per kriteria: ${criteria}; jumlah berbobot: ${showShort(stage.result)}.`;
}

/** Recused, absent and missing jurors of a stage, with the reason. */
function outsideSentences(file: ContestFile, member: ContestantTotals, stage: StageTotals): readonly string[] {
  const where = `di babak ${stageName(file, stage.stage)}`;
  const rest = stage.panel.length === 0 ? '' : ` Dihitung dari ${stage.panel.length} juri yang menilai.`;
  const sentence = (juror: JurorId, verb: string, list: readonly Exemption[]) => {
    const reason = list.find(
      (one) =>
        one.juror === juror &&
        one.contestant === member.contestant &&
        (one.stages === undefined || one.stages.includes(stage.stage)),
    )?.reason;
    return `${jurorName(file, juror)} ${verb} ${where}: ${reason ?? 'tanpa alasan tercatat'}.${rest}`;
  };
  const assigned = stage.sheets.length + stage.missing.length;
  return [
    ...stage.recused.map((juror) => sentence(juror, 'tidak menilai (benturan kepentingan)', file.recusals)),
    ...stage.absent.map((juror) => sentence(juror, 'berhalangan', file.absences)),
    ...(stage.missing.length === 0
      ? []
      : [
          `Sementara: ${stage.sheets.length} dari ${assigned} juri ${where}; belum ada nilai terkunci dari ${stage.missing
            .map((juror) => jurorName(file, juror))
            .join(', ')}.`,
        ]),
  ];
}

function gateSentence(file: ContestFile, stage: StageTotals): string {
  const name = stageName(file, stage.stage);
  if (stage.sheets.length + stage.missing.length === 0)
    return `Babak ${name} adalah syarat; belum ada juri yang memeriksanya.`;
  return stage.missing.length === 0
    ? `Babak ${name} adalah syarat dan telah terpenuhi; tidak menambah nilai.`
    : `Babak ${name} adalah syarat; pemeriksaannya belum lengkap.`;
}

function scoreSentences(
  file: ContestFile,
  counting: readonly StageTotals[],
  member: ContestantTotals,
): readonly string[] {
  if (member.beforePenalties === null) return [];
  const parts = counting.flatMap(({ weight, result }) => (result === null ? [] : [{ weight, result }]));
  if (parts.length < 2) return [];
  const products = parts.map(({ weight, result }) => `${showExact(weight)} × ${showShort(result)}`).join(' + ');
  const weights = parts.map(({ weight }) => showExact(weight)).join(' + ');
  const equals = showShort(member.beforePenalties).startsWith('≈') ? '≈' : '=';
  const final = file.rules.rounding.find((step) => step.at === 'final');
  const rounded = final === undefined ? '' : `, dibulatkan ${final.decimals} desimal`;
  return [
    `Gabungan babak: (${products}) : (${weights}) ${equals} ${showShort(member.beforePenalties).replace('≈', '')}${rounded}.`,
  ];
}

function placeSentences(file: ContestFile, totals: CategoryTotals, member: ContestantTotals): readonly string[] {
  const places = member.jurors.filter((line) => line.place !== null);
  const verbs = {
    recused: 'tidak menilai (benturan kepentingan)',
    absent: 'berhalangan menilai',
    missing: 'belum mengunci nilai',
  };
  const left = totals.leftOut.map(({ juror, cause, contestants }) =>
    cause === 'no-weight'
      ? `${jurorName(file, juror)} tidak diikutkan dalam panel kategori ini karena semua babak yang dinilainya berbobot 0.`
      : `${jurorName(file, juror)} tidak diikutkan dalam panel kategori ini karena ${verbs[cause]} untuk ${contestants
          .map((id) => contestantName(file, id))
          .join('; ')}.`,
  );
  if (places.length === 0) return left;
  const list = places
    .map(({ juror, place }) => `${jurorName(file, juror)} ${showExact(present(place, 'a place'))}`)
    .join('; ');
  return [`Tempat menurut setiap juri: ${list}. Cara: ${methodNames[totals.method]}.`, ...left];
}

function penaltySentences(file: ContestFile, member: ContestantTotals): readonly string[] {
  const given = file.penalties.filter((penalty) => penalty.contestant === member.contestant);
  return given.map((penalty, position) => {
    const points = showExact(present(member.penalties[position], 'points of a penalty').points);
    if ('points' in penalty) return `Pengurangan ${points}: ${penalty.reason}.`;
    const minutes = minutesBegun(penalty.overSeconds);
    return `Pengurangan ${points}: ${penalty.reason}; lewat ${penalty.overSeconds} detik, ${minutes} menit × ${showDecimal(penalty.perMinute)}.`;
  });
}

function splitSentence(file: ContestFile, member: ContestantTotals, split: Split): string {
  const others = split.among
    .filter((id) => id !== member.contestant)
    .map((id) => contestantName(file, id))
    .join('; ');
  const head = `Nilai sama dengan ${others}`;
  if (split.decision !== null) {
    const by = split.decision.kind === 'chair' ? 'keputusan ketua dewan juri' : 'undian';
    return `${head}; urutan ditetapkan dengan ${by}: ${split.decision.reason}.`;
  }
  const values = present(split.values, 'values of a computed step');
  const compared = split.among
    .map((id) => `${contestantName(file, id)} ${showStepValue(split.step, present(values.get(id), 'a value'))}`)
    .join('; ');
  return `${head}; dibandingkan ${stepName(file, split.step)}: ${compared}.`;
}

/** Deductions are compared as negative numbers and told as the points they are. */
function showStepValue(step: string, value: Rational): string {
  const exact = toExactText(value);
  if (step === 'fewest-penalties') return showDecimal(exact.replace('-', ''));
  return showShort(value);
}

function sharedSentences(
  file: ContestFile,
  totals: CategoryTotals,
  group: RankGroup,
  member: ContestantTotals,
): readonly string[] {
  const others = group.members.filter((other) => other.contestant !== member.contestant);
  if (others.length === 0) return [];
  const names = others.map((other) => contestantName(file, other.contestant)).join('; ');
  const ids = group.members.map((other) => other.contestant);
  const joint = isJoint(file, totals, ids) ? ' Ditetapkan sebagai juara kembar.' : '';
  return [`Peringkat dibagi dengan ${names}: tidak ada penentu nilai sama yang memisahkan.${joint}`];
}

function stepName(file: ContestFile, step: string): string {
  const { name, argument } = parseStep(step);
  switch (name) {
    case 'stage':
      return `nilai babak ${stageName(file, argument)}`;
    case 'criterion':
      return `rata-rata kriteria ${criterionName(file, argument)}`;
    case 'aspect':
      return `rata-rata berbobot aspek ${argument}`;
    case 'juror-firsts':
      return 'jumlah juri yang menempatkannya terbaik';
    case 'head-to-head':
      return 'jumlah juri yang memberi nilai lebih tinggi';
    case 'fewest-penalties':
      return 'pengurangan nilai (yang lebih kecil unggul)';
    default:
      return name;
  }
}

function stageName(file: ContestFile, id: string): string {
  return file.stages.find((stage) => stage.id === id)?.name ?? id;
}

function criterionName(file: ContestFile, id: string): string {
  return file.rubrics.flatMap((rubric) => rubric.criteria).find((criterion) => criterion.id === id)?.name ?? id;
}

function jurorName(file: ContestFile, id: JurorId): string {
  return file.jurors.find((juror) => juror.id === id)?.name ?? id;
}

/** Number, name and unit stand together, so that nobody is mistaken for another. */
function contestantName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  const number = contestant.number === null ? '' : `nomor ${contestant.number} `;
  const unit = contestant.unit === undefined ? '' : ` (${contestant.unit})`;
  return `${number}${contestant.name}${unit}`;
}

/** A number that terminates soon as it is, any other with two decimals and a mark that it is shortened. */
function showShort(value: Rational): string {
  const exact = toExactText(value);
  const decimals = exact.split('.')[1]?.length ?? 0;
  return exact.includes('/') || decimals > 4 ? `≈${showRational(value)}` : showDecimal(exact);
}

function showExact(value: Rational): string {
  return showDecimal(toExactText(value));
}
