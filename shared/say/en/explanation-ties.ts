/** A tie and its way through the agreed chain, in figures. */
import type { Method } from '../../domain/methods.ts';
import type { ContestFile, Decision } from '../../domain/setup/contest-file.ts';
import type { Explanation, StepExplained, TieExplained } from '../../ranking/explanation.ts';
import { countsJurors } from '../../ranking/explanation-ties.ts';
import type { SaidPart } from '../explanations.ts';
import { namesLabel } from '../place-names.ts';
import { ended, jurorName } from '../sentences.ts';
import { sayTieStep } from '../tie-steps.ts';
import { sumText } from './explanation-stages.ts';
import { say, sayApart } from './numbers.ts';
import { englishPlaces } from './place-names.ts';
import { briefName, contestantName, joined, numberName, stageNames } from './sentences.ts';
import { englishTieSteps } from './tie-steps.ts';

export function sayTie(tie: Explanation<'tie'>, file: ContestFile): SaidPart {
  const others = tie.others.map((id) => contestantName(file, id)).join('; ');
  const where = tie.cutTo === null ? '' : ` at the cut to stage ${stageNames(file, tie.cutTo)}`;
  const head = `Equal ${nouns[tie.method]}${where} (${say(tie.result)}) with ${others}.`;
  const steps = tie.steps.map((step) => stepText(step, tie.isRounded, file));
  const chain = steps.length === 0 ? '' : ` By the agreed tie-breaks in order: ${steps.join('; ')}.`;
  const end = tie.end === null ? '' : ` ${endText(tie.end, tie.cutTo !== null, file)}`;
  return { text: `${head}${chain}${end}`, details: tie.steps.flatMap((step) => ballotTexts(step, file)) };
}

const nouns: Readonly<Record<Method, string>> = {
  mean: 'score',
  'trimmed-mean': 'score',
  median: 'score',
  majority: 'place',
  borda: 'points',
};

/** One step: `score of Risalah equal (83)`, or the sorted values and who is ahead. */
function stepText(tried: StepExplained, isRounded: boolean, file: ContestFile): string {
  const { step, values } = tried;
  const exact = step.type === 'stage' && isRounded ? ' without rounding' : '';
  const name = `${sayTieStep(englishTieSteps, file, step, 'compared')}${exact}`;
  if (values === null) return `${name} ${unusable(tried)}`;
  const shown = sayApart(values.map(({ value }) => value));
  if (!tried.isSplit) return `${name} equal (${countsJurors(step) ? shown.join(' : ') : (shown[0] ?? '')})`;
  const list = values.map(({ contestant }, at) => `${briefName(file, contestant)} ${shown[at] ?? ''}`).join('; ');
  const ahead = `ahead: ${joined(tried.ahead.map((id) => numberName(file, id)))}`;
  const rest = tried.still.length > 1 ? `, still equal: ${joined(tried.still.map((id) => numberName(file, id)))}` : '';
  return `${name}: ${list}; ${ahead}${rest}`;
}

/** What a step that compared nobody lacks. */
function unusable({ step, among }: StepExplained): string {
  const incomparable = 'cannot be compared (not all have this score)';
  switch (step.type) {
    case 'chair':
      return 'not given yet';
    case 'draw':
      return 'not held yet';
    case 'head-to-head':
      return among === 2 ? incomparable : 'not used (for two contestants only)';
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

/** `Hence decided by the jury chair on ...: number 4 above number 1. Reason: ...` */
function decidedText({ kind, chair, when, order, reason }: End<'decided'>, file: ContestFile): string {
  const name = kind === 'draw' || chair === null ? '' : ` (${jurorName(file, chair)})`;
  const date = when === null ? '' : ` on ${when}`;
  const names = order.map((id) => numberName(file, id)).join(' above ');
  return `Hence settled by ${ways[kind]}${name}${date}: ${names}. Reason: ${ended(reason)}`;
}

export const ways: Readonly<Record<Decision['kind'], string>> = {
  chair: 'a decision of the jury chair',
  draw: 'a draw',
  joint: 'joint winners',
};

/** At a cut: all of them go on together. */
function advancedText({ joint }: End<'shared'>): string {
  const apart = 'No tie-break tells them apart.';
  if (joint === null) return apart;
  const recorded = joint.when === null ? '' : `, recorded by the committee on ${joint.when}`;
  return `${apart} The jury decided that all of them advance${recorded}. Reason: ${ended(joint.reason)}`;
}

function sharedText({ others, joint, open }: End<'shared'>, file: ContestFile): string {
  const names = others.map((id) => contestantName(file, id)).join('; ');
  const shared = `The rank is shared with ${names}: no tie-break tells them apart.`;
  if (joint !== null) {
    const recorded = joint.when === null ? '' : `, recorded by the committee on ${joint.when}`;
    return `${shared} The jury made them joint winners${recorded}. Reason: ${ended(joint.reason)}`;
  }
  if (open === null) return shared;
  const awaited = joined(
    open.ways.map((way) => ways[way]),
    'or',
  );
  return `${shared} ${namesLabel(englishPlaces, open.places)} not decided yet: waiting for ${awaited}.`;
}
