/**
 * The setup as it is typed: the shape of the contest file with texts where people write numbers, so that nothing typed is
 * lost or completed. `problemsOf` reads it by the schema of the contest file and the checks of `decide`: the screen
 * refuses exactly what saving would refuse.
 */
import type {
  Award,
  ContestInfo,
  ContestSetup,
  Criterion,
  Cut,
  Juror,
  Rubric,
  Stage,
} from '../../../shared/domain/setup/contest-file.ts';
import { parseContestSetup } from '../../../shared/domain/setup/contest-parse.ts';
import { excludedBy, isContestWide, isUnordered } from '../../../shared/ranking/awards.ts';
import { sayProblems } from '../../../shared/say/problems.ts';
import { words } from '../../messages/words.ts';
import { doubtOf, inOtherSigns, readDecimal, showDecimal } from '../../messages/numbers.ts';

export interface CriterionDraft {
  id: string;
  name: string;
  weight: string;
  min: string;
  max: string;
  step: string;
  aspect: string;
  noteBelow: string;
  descriptors: { score: string; text: string }[];
}

export interface RubricDraft {
  id: string;
  stage: string;
  /** Null: all categories. */
  categories: string[] | null;
  weighting: '' | 'percent' | 'factor';
  multiplier: string;
  gate: boolean;
  criteria: CriterionDraft[];
}

export interface StageDraft {
  id: string;
  name: string;
  weight: string;
  after: CutDraft;
  blind: boolean;
  timer: { name: string; minutes: string }[];
}

/** Who comes into the stage; what is not used stays as it was typed. */
export interface CutDraft {
  /** Id; empty: everybody. */
  stage: string;
  by: 'top' | 'minimum';
  top: string;
  minimum: string;
  ties: 'admit' | 'decide';
}

export interface JurorDraft {
  id: string;
  name: string;
  title: string;
  unit: string;
  nip: string;
  chair: boolean;
  categories: string[] | null;
  stages: string[] | null;
}

export interface Draft {
  contest: {
    name: string;
    place: string;
    dates: string[];
    organizer: string;
    letterhead: string;
    /** Base64; empty: none. */
    logo: string;
    signing: { town: string; date: string };
    committeeChair: { name: string; title: string; nip: string };
    /** Decided elsewhere; carried along, for the form does not ask for it. */
    carried: Pick<ContestInfo, 'hideScores' | 'fanfare' | 'confetti' | 'copies' | 'certificate'>;
    /** Empty: none. */
    pact: string;
    juryLabel: string;
    paper: '' | 'F4' | 'A4';
    sealing: boolean;
    objections: boolean;
    example: boolean;
  };
  categories: { id: string; name: string }[];
  stages: StageDraft[];
  rubrics: RubricDraft[];
  jurors: JurorDraft[];
  rules: {
    method: ContestSetup['rules']['method'];
    applyAt: ContestSetup['rules']['applyAt'];
    drop: string;
    weighting: ContestSetup['rules']['weighting'];
    rounding: { at: ContestSetup['rules']['rounding'][number]['at']; decimals: string }[];
    tieBreak: string[];
    places: string;
    /** Empty: none. */
    minimum: string;
  };
  awards: AwardDraft[];
}

/** What the kind does not use stays empty. */
export interface AwardDraft {
  id: string;
  name: string;
  kind: Award['kind'];
  categories: string[] | null;
  /** Lists and the best by a criterion: once over all these categories, or once in each. */
  scope: 'category' | 'contest';
  /** The same kinds: false for nominations. */
  ordered: 'yes' | 'no';
  /** The first place. */
  from: string;
  count: string;
  contestants: string[];
  criterion: string;
  bands: { name: string; min: string }[];
  /** Ids of awards, or `places`, whose holders cannot get this one. */
  excludes: string[];
  /** Of a composite: each chosen criterion with its own weight. */
  criteria: { criterion: string; weight: string }[];
  /** Counted ballots; entered elsewhere. */
  votes: { contestant: string; votes: number }[];
  /** For places 1, 2, ..., separated by semicolons. */
  points: string;
}

export function draftOf(setup: ContestSetup): Draft {
  const { contest, rules } = setup;
  const { hideScores, fanfare, confetti, copies, certificate } = contest;
  return {
    contest: {
      name: contest.name,
      place: contest.place ?? '',
      dates: [...(contest.dates ?? [])],
      organizer: contest.organizer ?? '',
      letterhead: (contest.letterhead ?? []).join('\n'),
      logo: contest.logo ?? '',
      signing: { town: contest.signing?.town ?? '', date: contest.signing?.date ?? '' },
      committeeChair: {
        name: contest.committeeChair?.name ?? '',
        title: contest.committeeChair?.title ?? '',
        nip: contest.committeeChair?.nip ?? '',
      },
      carried: { hideScores, fanfare, confetti, copies, certificate },
      pact: contest.pact ?? '',
      juryLabel: contest.juryLabel ?? '',
      paper: contest.paper ?? '',
      sealing: contest.sealing === true,
      objections: contest.objections === true,
      example: contest.example ?? false,
    },
    categories: setup.categories.map(({ id, name }) => ({ id, name })),
    stages: setup.stages.map(stageDraft),
    rubrics: setup.rubrics.map(rubricDraft),
    jurors: setup.jurors.map(jurorDraft),
    rules: {
      method: rules.method,
      applyAt: rules.applyAt,
      drop: String(rules.drop),
      weighting: rules.weighting,
      rounding: rules.rounding.map(({ at, decimals }) => ({ at, decimals: String(decimals) })),
      tieBreak: [...rules.tieBreak],
      places: String(rules.places),
      minimum: rules.minimum === undefined ? '' : showDecimal(rules.minimum),
    },
    awards: setup.awards.map(awardDraft),
  };
}

export function stageDraft(stage: Stage): StageDraft {
  return {
    id: stage.id,
    name: stage.name,
    weight: showDecimal(stage.weight),
    after: cutDraft(stage.after),
    blind: stage.blind === true,
    timer: (stage.timer ?? []).map(({ name, seconds }) => ({ name, minutes: minutesText(seconds) })),
  };
}

/** Of a stage for everybody too: what is proposed once it comes after another. */
export function cutDraft(cut: Cut | undefined): CutDraft {
  return {
    stage: cut?.stage ?? '',
    by: cut?.minimum === undefined ? 'top' : 'minimum',
    top: cut?.top === undefined ? '' : String(cut.top),
    minimum: cut?.minimum === undefined ? '' : showDecimal(cut.minimum),
    ties: cut?.ties ?? 'admit',
  };
}

export function rubricDraft(rubric: Rubric): RubricDraft {
  return {
    id: rubric.id,
    stage: rubric.stage,
    categories: rubric.categories === undefined ? null : [...rubric.categories],
    weighting: rubric.weighting ?? '',
    multiplier: showDecimal(rubric.multiplier),
    gate: rubric.gate ?? false,
    criteria: rubric.criteria.map(criterionDraft),
  };
}

function criterionDraft(criterion: Criterion): CriterionDraft {
  return {
    id: criterion.id,
    name: criterion.name,
    weight: showDecimal(criterion.weight),
    min: showDecimal(criterion.min),
    max: showDecimal(criterion.max),
    step: showDecimal(criterion.step),
    aspect: criterion.aspect ?? '',
    noteBelow: criterion.noteBelow === undefined ? '' : showDecimal(criterion.noteBelow),
    descriptors: Object.entries(criterion.descriptors ?? {})
      .toSorted(([a], [b]) => Number(b) - Number(a))
      .map(([score, text]) => ({ score: showDecimal(score), text })),
  };
}

function jurorDraft(juror: Juror): JurorDraft {
  return {
    id: juror.id,
    name: juror.name,
    title: juror.title ?? '',
    unit: juror.unit ?? '',
    nip: juror.nip ?? '',
    chair: juror.chair ?? false,
    categories: juror.categories === undefined ? null : [...juror.categories],
    stages: juror.stages === undefined ? null : [...juror.stages],
  };
}

function awardDraft(award: Award): AwardDraft {
  return {
    id: award.id,
    name: award.name,
    kind: award.kind,
    categories: award.categories === undefined ? null : [...award.categories],
    scope: isContestWide(award) ? 'contest' : 'category',
    ordered: isUnordered(award) ? 'no' : 'yes',
    from: award.kind === 'places' ? String(award.from) : '',
    count: 'count' in award ? String(award.count) : '',
    contestants: award.kind === 'list' ? [...award.contestants] : [],
    criterion: award.kind === 'criterion' ? award.criterion : '',
    bands: award.kind === 'band' ? award.bands.map(({ name, min }) => ({ name, min: showDecimal(min) })) : [],
    excludes: [...excludedBy(award)],
    criteria:
      award.kind === 'composite'
        ? award.criteria.map(({ criterion, weight }) => ({ criterion, weight: showDecimal(weight) }))
        : [],
    votes: award.kind === 'ballots' ? award.votes.map((one) => ({ ...one })) : [],
    points: award.kind === 'units' ? award.points.map(showDecimal).join('; ') : '',
  };
}

/** The keys under which a draft has decimals as they are typed. */
const decimalKeys = new Set([
  'weight',
  'min',
  'max',
  'step',
  'noteBelow',
  'score',
  'multiplier',
  'minimum',
  'minutes',
  'points',
]);

/** [H8] As it reads once the other language is spoken. */
export function inOtherLanguage(draft: Draft): Draft {
  const other = structuredClone(draft);
  turnSigns(other);
  return other;
}

function turnSigns(part: object): void {
  for (const [key, value] of Object.entries(part)) {
    if (typeof value === 'object' && value !== null) turnSigns(value);
    else if (typeof value === 'string' && decimalKeys.has(key)) Object.assign(part, { [key]: inOtherSigns(value) });
  }
}

export interface CheckedDraft {
  /** Null while anything is wrong. */
  readonly setup: ContestSetup | null;
  /** By JSON Pointer into the draft. */
  readonly problems: ReadonlyMap<string, string>;
}

/** `contestants`: those of the contest, which the setup must still fit. */
export function checkDraft(draft: Draft, contestants: ContestSetup['contestants']): CheckedDraft {
  const parsed = parseContestSetup(written(draft, contestants));
  if (parsed.ok) return { setup: parsed.value, problems: new Map() };
  const problems = new Map<string, string>();
  for (const { path, message } of sayProblems(words.problems, parsed.error)) {
    const place = draftPath(draft, path);
    if (!problems.has(place)) problems.set(place, doubtOf(textAt(draft, place)) ?? message);
  }
  return { setup: null, problems };
}

/** As the contest file writes it: empty texts are absent keys, numbers have points. */
function written(draft: Draft, contestants: ContestSetup['contestants']): unknown {
  const { contest } = draft;
  const { minimum, ...rules } = draft.rules;
  const lines = contest.letterhead.split('\n').map((line) => line.trim());
  return {
    contest: {
      name: contest.name,
      ...filled('place', contest.place),
      ...(contest.dates.length === 0 ? {} : { dates: contest.dates }),
      ...filled('organizer', contest.organizer),
      ...(contest.letterhead.trim() === '' ? {} : { letterhead: lines.filter((line) => line !== '') }),
      ...filled('logo', contest.logo),
      ...group('signing', { ...filled('town', contest.signing.town), ...filled('date', contest.signing.date) }),
      ...group('committeeChair', writtenChair(contest.committeeChair)),
      ...filled('juryLabel', contest.juryLabel),
      ...filled('paper', contest.paper),
      ...contest.carried,
      ...filled('pact', contest.pact),
      ...(contest.sealing ? { sealing: true } : {}),
      ...(contest.objections ? { objections: true } : {}),
      ...(contest.example ? { example: true } : {}),
    },
    categories: draft.categories,
    stages: draft.stages.map(({ id, name, weight, after, blind, timer }) => ({
      id,
      name,
      weight: decimal(weight),
      ...(after.stage === '' ? {} : { after: writtenCut(after) }),
      ...(blind ? { blind } : {}),
      ...(timer.length === 0
        ? {}
        : { timer: timer.map((part) => ({ name: part.name, seconds: seconds(part.minutes) })) }),
    })),
    rubrics: draft.rubrics.map((rubric) => ({
      id: rubric.id,
      stage: rubric.stage,
      ...(rubric.categories === null ? {} : { categories: rubric.categories }),
      criteria: rubric.criteria.map(writtenCriterion),
      ...filled('weighting', rubric.weighting),
      multiplier: decimal(rubric.multiplier),
      ...(rubric.gate ? { gate: true } : {}),
    })),
    jurors: draft.jurors.map((juror) => ({
      id: juror.id,
      name: juror.name,
      ...filled('title', juror.title),
      ...filled('unit', juror.unit),
      ...filled('nip', juror.nip),
      ...(juror.categories === null ? {} : { categories: juror.categories }),
      ...(juror.stages === null ? {} : { stages: juror.stages }),
      ...(juror.chair ? { chair: true } : {}),
    })),
    contestants,
    awards: draft.awards.map(writtenAward),
    rules: {
      ...rules,
      drop: whole(rules.drop),
      places: whole(rules.places),
      ...(minimum.trim() === '' ? {} : { minimum: decimal(minimum) }),
      rounding: rules.rounding.map(({ at, decimals }) => ({ at, decimals: whole(decimals) })),
    },
  };
}

function writtenCut({ stage, by, top, minimum, ties }: CutDraft) {
  if (by === 'minimum') return { stage, ...(minimum.trim() === '' ? {} : { minimum: decimal(minimum) }) };
  return { stage, ...(top.trim() === '' ? {} : { top: whole(top) }), ...(ties === 'admit' ? {} : { ties }) };
}

function writtenAward(award: AwardDraft) {
  const { id, name, kind, categories, from, count, contestants, criterion, criteria, bands, votes, points } = award;
  const common = { id, name, ...(categories === null ? {} : { categories }), kind };
  const free = award.excludes.length === 0 ? {} : { excludes: award.excludes };
  const named = {
    ...free,
    ...(award.scope === 'contest' ? { scope: award.scope } : {}),
    ...(award.ordered === 'yes' ? {} : { ordered: false }),
  };
  switch (kind) {
    case 'places':
      return { ...common, from: whole(from), count: whole(count) };
    case 'list':
      return { ...common, ...named, contestants };
    case 'criterion':
      return { ...common, ...named, criterion, count: whole(count) };
    case 'composite':
      return {
        ...common,
        ...named,
        criteria: criteria.map((one) => ({ criterion: one.criterion, weight: decimal(one.weight) })),
        count: whole(count),
      };
    case 'ballots':
      return { ...common, ...named, votes, count: whole(count) };
    case 'units':
      return { ...common, points: points.split(';').map((each) => decimal(each.trim())), count: whole(count) };
    case 'band':
      return { ...common, ...free, bands: bands.map((band) => ({ name: band.name, min: decimal(band.min) })) };
  }
}

function writtenCriterion(criterion: CriterionDraft) {
  return {
    id: criterion.id,
    name: criterion.name,
    weight: decimal(criterion.weight),
    min: decimal(criterion.min),
    max: decimal(criterion.max),
    step: decimal(criterion.step),
    ...filled('aspect', criterion.aspect),
    ...(criterion.noteBelow.trim() === '' ? {} : { noteBelow: decimal(criterion.noteBelow) }),
    ...(criterion.descriptors.length === 0
      ? {}
      : { descriptors: Object.fromEntries(criterion.descriptors.map(({ score, text }) => [decimal(score), text])) }),
  };
}

/** From a place in the contest file to the field that shows it. */
function draftPath(draft: Draft, path: string): string {
  const descriptor = /^\/rubrics\/(\d+)\/criteria\/(\d+)\/descriptors\/(.*)$/.exec(path);
  if (descriptor !== null) {
    const [, rubric, criterion, key] = descriptor;
    const rows = draft.rubrics[Number(rubric)]?.criteria[Number(criterion)]?.descriptors ?? [];
    const row = rows.findIndex(({ score }) => decimal(score) === key?.replaceAll('~1', '/').replaceAll('~0', '~'));
    return `/rubrics/${rubric}/criteria/${criterion}/descriptors/${Math.max(row, 0)}/score`;
  }
  const points = /^(\/awards\/\d+\/points)\/\d+$/.exec(path);
  if (points !== null) return points[1] ?? path;
  if (path.startsWith('/contest/letterhead')) return '/contest/letterhead';
  return path.replace(/^(\/stages\/\d+\/timer\/\d+)\/seconds$/, '$1/minutes');
}

/** A rank or a number without a name is refused at the name. */
function writtenChair({ name, title, nip }: Draft['contest']['committeeChair']): Record<string, string> {
  const more = { ...filled('title', title), ...filled('nip', nip) };
  return name.trim() === '' && Object.keys(more).length === 0 ? {} : { name, ...more };
}

function group(key: string, values: Record<string, string>): Record<string, Record<string, string>> {
  return Object.keys(values).length === 0 ? {} : { [key]: values };
}

function filled(key: string, text: string): Record<string, string> {
  return text.trim() === '' ? {} : { [key]: text.trim() };
}

/** What is no number stays as typed, to be refused by the schema; so is what may be two. */
function decimal(text: string): string {
  return readDecimal(text) ?? (doubtOf(text) === null ? text.trim() : doubtful);
}

/** No number in any language. */
const doubtful = '?';

/** What was typed at a place of the draft; empty where no text stands there. */
function textAt(draft: Draft, place: string): string {
  let value: unknown = draft;
  for (const key of place.split('/').slice(1)) {
    value = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
  }
  return typeof value === 'string' ? value : '';
}

function whole(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** Whole seconds come back as they were, though a third of a minute is not written out. */
function seconds(minutes: string): number {
  const value = readDecimal(minutes);
  if (value === null) return Number.NaN;
  const exact = Math.round(Number(value) * 60_000) / 1000;
  return Math.abs(exact - Math.round(exact)) < 0.005 ? Math.round(exact) : exact;
}

function minutesText(total: number): string {
  const exact = total / 60;
  return showDecimal(Number.isInteger(exact * 10_000) ? String(exact) : exact.toFixed(4));
}
