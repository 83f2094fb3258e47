/** How a tie went through the agreed chain: every step with its values, equal ones too, and what at last decided. */
import type { ContestantId, ContestFile } from '../domain/setup/contest-file.ts';
import type { TieStep } from '../domain/tie-step.ts';
import { compare, equal, multiply, whole, type Rational } from '../lib/rational.ts';
import { jointDecision } from './awards.ts';
import type { ExplanationPart, RankRecords } from './explanation.ts';
import { jurorTotalText } from './explanation-stages.ts';
import {
  briefName,
  contestantName,
  criterionName,
  ended,
  joined,
  jurorName,
  numberName,
  say,
  sayApart,
  stageName,
} from './explanation-words.ts';
import { placeNames, placesLabel } from './place-names.ts';
import { jurorsWhoJudged } from './tie-steps.ts';
import type { RankGroup, TriedStep } from './ties.ts';
import type { CategoryTotals, ContestantTotals } from './types.ts';

/** The way of a contestant through its tie; nothing for one that never was in one. */
export function tieParts(
  file: ContestFile,
  totals: CategoryTotals,
  group: RankGroup,
  member: ContestantTotals,
  records: RankRecords,
): readonly ExplanationPart[] {
  const tied = group.tried[0]?.among ?? group.members.map(({ contestant }) => contestant);
  if (tied.length < 2 || member.result === null) return [];
  const others = tied.filter((id) => id !== member.contestant).map((id) => contestantName(file, id));
  const head = `${nouns[totals.method]} sama (${say(member.result)}) dengan ${others.join('; ')}.`;
  const computed = group.tried.filter((one) => one.decision === null);
  const decided = group.tried.find((one) => one.decision !== null);
  const steps = computed.map((one) => stepText(file, one, member.contestant));
  const chain = steps.length === 0 ? '' : ` Menurut urutan penentu yang disepakati: ${steps.join('; ')}.`;
  const end =
    decided === undefined ? openText(file, totals, group, member, records) : decisionText(file, decided, records);
  return [
    {
      text: `${head}${chain}${end === '' ? '' : ` ${end}`}`,
      details: computed.flatMap((one) => ballotTexts(file, totals, one)),
    },
  ];
}

const nouns = { mean: 'Nilai', 'trimmed-mean': 'Nilai', median: 'Nilai', majority: 'Tempat', borda: 'Angka' } as const;

/** One step: `nilai Risalah sama (83)`, or the sorted values and who is ahead. */
function stepText(file: ContestFile, tried: TriedStep, own: ContestantId): string {
  const name = stepName(file, tried.step);
  const { values } = tried;
  if (values === null) return `${name} ${unusable(tried)}`;
  const sorted = [...values].toSorted(([, a], [, b]) => compare(b, a));
  const shown = sayApart(sorted.map(([, value]) => shownValue(tried.step, value)));
  if (!tried.isSplit) return `${name} sama (${isCount(tried.step) ? shown.join(' : ') : (shown[0] ?? '')})`;
  const list = sorted.map(([id], at) => `${briefName(file, id)} ${shown[at] ?? ''}`).join('; ');
  const best = sorted.filter(([, value]) => sorted[0] !== undefined && equal(value, sorted[0][1]));
  const ahead = `unggul ${joined(best.map(([id]) => numberName(file, id)))}`;
  const mine = values.get(own);
  const still = sorted.filter(([, value]) => mine !== undefined && equal(value, mine));
  const rest = still.length > 1 ? `, ${joined(still.map(([id]) => numberName(file, id)))} masih sama` : '';
  return `${name}: ${list}; ${ahead}${rest}`;
}

/** Deductions are compared as negative numbers and told as the points they are. */
function shownValue(step: TieStep, value: Rational): Rational {
  return step.type === 'fewest-penalties' ? multiply(value, whole(-1)) : value;
}

function isCount(step: TieStep): boolean {
  return step.type === 'juror-firsts' || step.type === 'head-to-head';
}

function unusable({ step, among }: TriedStep): string {
  if (step.type === 'chair') return 'belum ada';
  if (step.type === 'draw') return 'belum dilakukan';
  if (step.type === 'head-to-head' && among.length !== 2) return 'tidak dipakai (hanya untuk dua peserta)';
  return 'tidak dapat dibandingkan (tidak semua mempunyai nilai ini)';
}

function stepName(file: ContestFile, step: TieStep): string {
  const exact = file.rules.rounding.length === 0 ? '' : ' tanpa pembulatan';
  switch (step.type) {
    case 'stage':
      return `nilai ${stageName(file, step.stage)}${exact}`;
    case 'criterion':
      return `rata-rata ${criterionName(file, step.criterion)}`;
    case 'aspect':
      return `rata-rata berbobot aspek ${step.aspect}`;
    case 'juror-firsts':
      return 'juri yang menempatkan terbaik';
    case 'head-to-head':
      return 'juri yang memberi nilai lebih tinggi';
    case 'fewest-penalties':
      return 'pengurangan (yang lebih sedikit unggul)';
    case 'chair':
      return 'keputusan ketua dewan juri';
    case 'draw':
      return 'undian';
  }
}

/** What each juror gave, for the steps that count jurors. */
function ballotTexts(file: ContestFile, totals: CategoryTotals, tried: TriedStep): readonly string[] {
  if (!isCount(tried.step) || tried.values === null) return [];
  const members = totals.contestants.filter(({ contestant }) => tried.among.includes(contestant));
  const isByPlaces = totals.method === 'majority' || totals.method === 'borda';
  return jurorsWhoJudged(totals, members).map((juror) => {
    const given = members
      .map((member) => ({ member, total: member.jurors.find((line) => line.juror === juror)?.exact ?? null }))
      .toSorted((a, b) => (a.total === null || b.total === null ? 0 : compare(b.total, a.total)))
      .map(
        ({ member }) =>
          `${numberName(file, member.contestant)} ${jurorTotalText(member, juror, 'exact', isByPlaces ? member.penalty : null)}`,
      );
    return `${jurorName(file, juror)}: ${given.join('; ')}.`;
  });
}

/** `Karena itu ditetapkan dengan keputusan ketua dewan juri tanggal ...: nomor 4 di atas nomor 1. Alasan: ...` */
function decisionText(file: ContestFile, { decision }: TriedStep, records: RankRecords): string {
  if (decision === null || decision.kind === 'joint') return '';
  const when = records.decisions.get(decision);
  const chair = file.jurors.find((juror) => juror.chair === true);
  const by =
    decision.kind === 'draw' ? 'undian' : `keputusan ketua dewan juri${chair === undefined ? '' : ` (${chair.name})`}`;
  const order = decision.order.map((id) => numberName(file, id)).join(' di atas ');
  const date = when === undefined ? '' : ` tanggal ${when}`;
  return `Karena itu ditetapkan dengan ${by}${date}: ${order}. Alasan: ${ended(decision.reason)}`;
}

/** A tie that no step has separated: joint winners, a shared rank, or an award that waits. */
function openText(
  file: ContestFile,
  totals: CategoryTotals,
  group: RankGroup,
  member: ContestantTotals,
  records: RankRecords,
): string {
  if (group.members.length < 2 || group.rank === null) return '';
  const { rank } = group;
  const ids = group.members.map(({ contestant }) => contestant);
  const others = ids.filter((id) => id !== member.contestant).map((id) => contestantName(file, id));
  const shared = `Peringkat dibagi dengan ${others.join('; ')}: tidak ada penentu yang memisahkan.`;
  const joint = jointDecision(file, totals.category, ids);
  if (joint !== undefined) {
    const when = records.decisions.get(joint);
    const recorded = when === undefined ? '' : `, dicatat panitia tanggal ${when}`;
    return `${shared} Ditetapkan dewan juri sebagai juara kembar${recorded}. Alasan: ${ended(joint.reason)}`;
  }
  const names = placeNames(file, totals.category);
  const places = ids.map((_, at) => rank + at).filter((place) => names.has(place));
  if (places.length === 0) return shared;
  const chain = file.rules.tieBreak;
  const ways = [
    ...(chain.includes('chair') ? ['keputusan ketua dewan juri'] : []),
    ...(chain.includes('draw') ? ['undian'] : []),
    'juara kembar',
  ];
  const awaited = ways.length > 2 ? `${ways.slice(0, -1).join(', ')}, atau ${ways.at(-1) ?? ''}` : joined(ways, 'atau');
  return `${shared} ${placesLabel(names, places)} belum ditetapkan: menunggu ${awaited}.`;
}
