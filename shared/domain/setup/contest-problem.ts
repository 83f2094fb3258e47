/**
 * What can be wrong with a contest file, each with its place: a tag with what belongs to it. The sentences are
 * `shared/say`'s: a tag does not compile before it has one. Below, small parts that every check needs.
 */
import { limits } from '../../limits.ts';
import type { JsonSyntaxFault } from '../../lib/strict-json.ts';

/** One thing that is wrong, and where: `path` is a JSON Pointer (RFC 6901) into what was given. */
export type Problem = ProblemTag & { readonly path: string };

/** One kind of problem, or any of them. */
export type ProblemTag<Type extends ProblemType = ProblemType> = {
  [Each in Type]: { readonly type: Each } & Problems[Each];
}[Type];

export type ProblemType = keyof Problems;

/** What the schemas say themselves, as the messages of their issues; `logo`: `logoProblem` knows what. */
export const schemaTags = [
  'empty',
  'reason-missing',
  'bad-id',
  'not-decimal',
  'not-positive',
  'negative',
  'unknown-tie-step',
] as const satisfies readonly ProblemType[];

export type SchemaTag = (typeof schemaTags)[number] | 'logo';

export function problem(path: readonly PropertyKey[], tag: ProblemTag): Problem {
  return { ...tag, path: jsonPointer(path) };
}

/** A JSON Pointer from a path of keys. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

interface Problems
  extends TextProblems, GrammarProblems, LogoProblems, SetupProblems, RoundProblems, RuleProblems, SheetProblems {}

/** The text is no JSON, or none that can be a contest file. */
interface TextProblems {
  readonly 'file-too-large': NoMore;
  readonly 'not-json': { readonly line: number; readonly column: number; readonly fault: JsonSyntaxFault };
  readonly 'key-twice': { readonly line: number; readonly column: number; readonly key: string };
}

/** What one place alone gets wrong. */
interface GrammarProblems {
  readonly required: NoMore;
  readonly empty: NoMore;
  readonly 'reason-missing': NoMore;
  readonly 'bad-id': NoMore;
  readonly 'not-decimal': NoMore;
  readonly 'not-positive': NoMore;
  readonly negative: NoMore;
  readonly 'unknown-tie-step': NoMore;
  readonly 'unknown-key': { readonly key: string };
  readonly 'wrong-type': { readonly expected: string };
  readonly 'wrong-format': { readonly format: string };
  readonly 'not-one-of': { readonly values: readonly string[] };
  readonly 'unknown-kind': NoMore;
  readonly 'unknown-shape': NoMore;
  readonly 'too-much': { readonly most: number };
  readonly 'too-little': { readonly least: number };
  readonly 'not-a-date': NoMore;
  readonly 'wrong-pattern': NoMore;
  readonly wrong: NoMore;
}

interface LogoProblems {
  readonly 'logo-not-base64': NoMore;
  readonly 'logo-unknown': NoMore;
  readonly 'logo-broken': NoMore;
  readonly 'logo-too-large': { readonly bytes: number; readonly most: number };
  readonly 'logo-too-wide': { readonly width: number; readonly height: number; readonly most: number };
}

/** Parts of a setup that do not fit together. Names are carried as people know them. */
interface SetupProblems {
  readonly 'no-such': { readonly kind: NamedKind; readonly id: string };
  /** `kind` null: its place says what it is. */
  readonly 'named-twice': {
    readonly kind: 'category' | 'contestant' | 'criterion' | 'award' | 'stage' | null;
    readonly id: string;
  };
  readonly 'id-taken': { readonly id: string };
  readonly 'criterion-id-taken': { readonly id: string };
  readonly 'max-not-above-min': NoMore;
  readonly 'step-above-range': NoMore;
  readonly 'gate-out-of-reach': NoMore;
  readonly 'note-bound-outside': Range;
  readonly 'too-many-descriptors': { readonly most: number };
  readonly 'descriptor-outside': Range & { readonly key: string };
  /** `total`: an exact decimal. */
  readonly 'weights-not-100': { readonly total: string };
  readonly 'other-rubric-there': { readonly categories: readonly string[] };
  readonly 'stages-without-weight': { readonly category: string };
  readonly 'calibration-counted': NoMore;
  readonly 'number-taken': { readonly number: number };
  readonly 'award-id-reserved': NoMore;
  readonly 'bands-need-scores': NoMore;
  readonly 'band-twice': { readonly min: string };
  readonly 'outside-award': { readonly contestant: string };
  /** An award stands after the one that excludes its holders. */
  readonly 'excludes-later': { readonly award: string };
}

/** Stages that come after others. */
interface RoundProblems {
  readonly 'round-after-itself': NoMore;
  readonly 'round-cut-not-one': NoMore;
  readonly 'round-ties-without-top': NoMore;
  /** The earlier stage is not judged in a category where the later one is, or is a gate there. */
  readonly 'round-not-judged-before': { readonly stage: string; readonly category: string };
  readonly 'round-after-gate': { readonly stage: string; readonly category: string };
  /** Another stage after the same one has another cut. */
  readonly 'round-other-cut': { readonly stage: string };
  readonly 'rounds-not-in-line': { readonly category: string };
  readonly 'minimum-of-places': Method;
}

interface RuleProblems {
  readonly 'method-per-sheet-only': Method;
  /** Places need a juror's whole list of contestants. */
  readonly 'readers-of-places': Method;
  readonly 'rounding-not-there': Rounding & { readonly applyAt: string };
  readonly 'rounding-of-places': Rounding & Method;
  readonly 'rounding-twice': Rounding;
  readonly 'too-few-jurors': { readonly fewest: number; readonly category: string; readonly jurors: number };
  readonly 'too-few-to-drop': {
    readonly drop: number;
    readonly stage: string;
    readonly category: string;
    readonly jurors: number;
  };
}

/** Scores and records that do not fit the setup or each other. */
interface SheetProblems {
  readonly 'readers-twice': NoMore;
  readonly 'score-twice': NoMore;
  readonly 'sheet-incomplete': { readonly criteria: readonly string[] };
  readonly 'criterion-not-judged': { readonly criterion: string };
  readonly 'juror-not-judging': { readonly juror: string };
  readonly 'score-despite-recusal': { readonly juror: string };
  readonly 'score-despite-absence': { readonly juror: string };
  readonly 'score-outside': Range & { readonly value: string };
  readonly 'score-off-step': { readonly value: string; readonly step: string; readonly min: string };
  readonly 'exempt-already': NoMore;
  readonly 'too-few-left': {
    readonly drop: number;
    readonly contestant: string;
    readonly stage: string;
    readonly jurors: number;
  };
  readonly 'decision-twice': NoMore;
  readonly 'not-ranked-there': { readonly contestant: string };
  readonly 'decision-not-agreed': { readonly kind: string };
  readonly 'decision-fits-no-tie': { readonly contestants: readonly string[] };
}

type NoMore = Readonly<Record<never, never>>;

type NamedKind = 'aspect' | 'award' | 'category' | 'contestant' | 'criterion' | 'juror' | 'stage';

interface Range {
  readonly min: string;
  readonly max: string;
}

interface Method {
  readonly method: string;
}

interface Rounding {
  readonly at: string;
}

/** The first problems, and how many there are beyond them: more than that many lines help nobody. */
export function listed<Item>(problems: readonly Item[]): {
  readonly problems: readonly Item[];
  readonly more?: number;
} {
  const more = problems.length - limits.problemsListed;
  return more > 0 ? { problems: problems.slice(0, limits.problemsListed), more } : { problems };
}

/** Every value that stood earlier in the list already, with its position. */
export function duplicates(
  values: readonly string[],
): readonly { readonly position: number; readonly value: string }[] {
  const seen = new Set<string>();
  return values.flatMap((value, position) => {
    if (seen.has(value)) return [{ position, value }];
    seen.add(value);
    return [];
  });
}

/** A problem for every id that the list does not have. */
export function unknownIds(
  ids: readonly string[],
  list: readonly { readonly id: string }[],
  pathOf: (index: number) => readonly PropertyKey[],
  kind: NamedKind,
): readonly Problem[] {
  return ids.flatMap((id, index) =>
    list.some((item) => item.id === id) ? [] : [problem(pathOf(index), { type: 'no-such', kind, id })],
  );
}
