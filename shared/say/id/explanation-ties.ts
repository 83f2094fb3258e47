/** A tie and its way through the agreed chain, in figures. */
import type { Method } from '../../domain/methods.ts';
import type { ContestFile, Decision } from '../../domain/setup/contest-file.ts';
import type { Explanation, StepExplained, TieExplained } from '../../ranking/explanation.ts';
import { countsJurors } from '../../ranking/explanation-ties.ts';
import type { SaidPart } from '../explanations.ts';
import { namesLabel } from '../place-names.ts';
import { sayTieStep } from '../tie-steps.ts';
import { ended, jurorName } from '../sentences.ts';
import { sumText } from './explanation-stages.ts';
import { say, sayApart } from './numbers.ts';
import { indonesianPlaces } from './place-names.ts';
import { briefName, contestantName, joined, numberName, stageNames } from './sentences.ts';
import { indonesianTieSteps } from './tie-steps.ts';

export function sayTie(tie: Explanation<'tie'>, file: ContestFile): SaidPart {
  const others = tie.others.map((id) => contestantName(file, id)).join('; ');
  const where = tie.cutTo === null ? '' : ` di batas ke babak ${stageNames(file, tie.cutTo)}`;
  const head = `${nouns[tie.method]} sama${where} (${say(tie.result)}) dengan ${others}.`;
  const steps = tie.steps.map((step) => stepText(step, tie.isRounded, file));
  const chain = steps.length === 0 ? '' : ` Menurut urutan penentu yang disepakati: ${steps.join('; ')}.`;
  const end = tie.end === null ? '' : ` ${endText(tie.end, tie.cutTo !== null, file)}`;
  return { text: `${head}${chain}${end}`, details: tie.steps.flatMap((step) => ballotTexts(step, file)) };
}

const nouns: Readonly<Record<Method, string>> = {
  mean: 'Nilai',
  'trimmed-mean': 'Nilai',
  median: 'Nilai',
  majority: 'Tempat',
  borda: 'Angka',
};

/** One step: `nilai Risalah sama (83)`, or the sorted values and who is ahead. */
function stepText(tried: StepExplained, isRounded: boolean, file: ContestFile): string {
  const { step, values } = tried;
  const exact = step.type === 'stage' && isRounded ? ' tanpa pembulatan' : '';
  const name = `${sayTieStep(indonesianTieSteps, file, step, 'compared')}${exact}`;
  if (values === null) return `${name} ${unusable(tried)}`;
  const shown = sayApart(values.map(({ value }) => value));
  if (!tried.isSplit) return `${name} sama (${countsJurors(step) ? shown.join(' : ') : (shown[0] ?? '')})`;
  const list = values.map(({ contestant }, at) => `${briefName(file, contestant)} ${shown[at] ?? ''}`).join('; ');
  const ahead = `unggul ${joined(tried.ahead.map((id) => numberName(file, id)))}`;
  const rest = tried.still.length > 1 ? `, ${joined(tried.still.map((id) => numberName(file, id)))} masih sama` : '';
  return `${name}: ${list}; ${ahead}${rest}`;
}

/** What a step that compared nobody lacks. */
function unusable({ step, among }: StepExplained): string {
  const incomparable = 'tidak dapat dibandingkan (tidak semua mempunyai nilai ini)';
  switch (step.type) {
    case 'chair':
      return 'belum ada';
    case 'draw':
      return 'belum dilakukan';
    case 'head-to-head':
      return among === 2 ? incomparable : 'tidak dipakai (hanya untuk dua peserta)';
    case 'stage':
    case 'criterion':
    case 'aspect':
    case 'juror-firsts':
    case 'fewest-penalties':
      return incomparable;
  }
}

function ballotTexts({ ballots }: StepExplained, file: ContestFile): readonly string[] {
  return ballots.map(({ juror, given }) => {
    const texts = given.map(({ contestant, sum }) => `${numberName(file, contestant)} ${sumText(sum)}`);
    return `${jurorName(file, juror)}: ${texts.join('; ')}.`;
  });
}

function endText(end: NonNullable<TieExplained['end']>, isAtCut: boolean, file: ContestFile): string {
  switch (end.type) {
    case 'decided':
      return decidedText(end, file);
    case 'shared':
      return isAtCut ? advancedText(end) : sharedText(end, file);
  }
}

type End<Type> = Extract<NonNullable<TieExplained['end']>, { readonly type: Type }>;

/** `Karena itu ditetapkan dengan keputusan ketua dewan juri tanggal ...: nomor 4 di atas nomor 1. Alasan: ...` */
function decidedText({ kind, chair, when, order, reason }: End<'decided'>, file: ContestFile): string {
  const name = kind === 'draw' || chair === null ? '' : ` (${jurorName(file, chair)})`;
  const date = when === null ? '' : ` tanggal ${when}`;
  const names = order.map((id) => numberName(file, id)).join(' di atas ');
  return `Karena itu ditetapkan dengan ${ways[kind]}${name}${date}: ${names}. Alasan: ${ended(reason)}`;
}

export const ways: Readonly<Record<Decision['kind'], string>> = {
  chair: 'keputusan ketua dewan juri',
  draw: 'undian',
  joint: 'juara kembar',
};

/** At a cut: all of them go on together. */
function advancedText({ joint }: End<'shared'>): string {
  const apart = 'Tidak ada penentu yang memisahkan.';
  if (joint === null) return apart;
  const recorded = joint.when === null ? '' : `, dicatat panitia tanggal ${joint.when}`;
  return `${apart} Ditetapkan dewan juri: semuanya lolos${recorded}. Alasan: ${ended(joint.reason)}`;
}

function sharedText({ others, joint, open }: End<'shared'>, file: ContestFile): string {
  const names = others.map((id) => contestantName(file, id)).join('; ');
  const shared = `Peringkat dibagi dengan ${names}: tidak ada penentu yang memisahkan.`;
  if (joint !== null) {
    const recorded = joint.when === null ? '' : `, dicatat panitia tanggal ${joint.when}`;
    return `${shared} Ditetapkan dewan juri sebagai juara kembar${recorded}. Alasan: ${ended(joint.reason)}`;
  }
  if (open === null) return shared;
  const awaited = waysText(open.ways.map((way) => ways[way]));
  return `${shared} ${namesLabel(indonesianPlaces, open.places)} belum ditetapkan: menunggu ${awaited}.`;
}

/** `a, b, atau c`. */
export function waysText(awaited: readonly string[]): string {
  return awaited.length > 2
    ? `${awaited.slice(0, -1).join(', ')}, atau ${awaited.at(-1) ?? ''}`
    : joined(awaited, 'atau');
}
