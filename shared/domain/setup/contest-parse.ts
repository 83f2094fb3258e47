/**
 * The door of the contest file (R27): from text or JSON to a `ContestFile`, or a refusal with every problem found. Grammar
 * first; what must hold between the parts after it. What the grammar cannot read does not hide what is wrong elsewhere.
 */
import { err, ok, type Result } from '../../lib/result.ts';
import { parseStrictJson, type JsonFault } from '../../lib/strict-json.ts';
import { limits } from '../../limits.ts';
import { checkContest, checkSetup } from './contest-check.ts';
import { contestFileSchema, contestSetupSchema, type ContestFile, type ContestSetup } from './contest-file.ts';
import { parseGrammar } from './contest-grammar.ts';
import { listed, problem, type Problem } from './contest-problem.ts';
import { certainProblems, repaired } from './contest-repair.ts';

export interface ContestFileRefusal {
  readonly type: 'invalid-contest-file';
  /** How many were found. */
  readonly count: number;
  /** Never empty; at most `limits.problemsListed`. */
  readonly problems: readonly Problem[];
  /** How many further ones are not listed; absent where all are. */
  readonly more?: number;
}

/** A contest file is some seven levels deep; anything deeper is no contest file. */
const MOST_LEVELS = 16;

/** From the text of a file; a byte order mark at its start is taken off. */
export function parseContestText(text: string): Result<ContestFile, ContestFileRefusal> {
  if (text.length > limits.contestFileBytes) return refuse([problem([], { type: 'file-too-large' })]);
  const json = parseStrictJson(text, MOST_LEVELS);
  if (!json.ok) return refuse(json.error.map(jsonProblem));
  return parseContestFile(json.value);
}

/** From a JSON value. */
export function parseContestFile(json: unknown): Result<ContestFile, ContestFileRefusal> {
  const parsed = parseGrammar(contestFileSchema, json);
  if (!parsed.ok) return refuse([...parsed.error, ...problemsBeside(json, parsed.error)]);
  const problems = checkContest(parsed.value);
  return problems.length === 0 ? ok(parsed.value) : refuse(problems);
}

/** The part without scores, as the setup screens type it; every problem found otherwise (grammar first). */
export function parseContestSetup(json: unknown): Result<ContestSetup, readonly Problem[]> {
  const parsed = parseGrammar(contestSetupSchema, json);
  if (!parsed.ok) return parsed;
  const problems = checkSetup(parsed.value);
  return problems.length === 0 ? parsed : err(problems);
}

/** What keeps a text from being JSON, as the checks name it. */
export function jsonProblem({ path, line, column, fault }: JsonFault): Problem {
  if (fault.type === 'key-twice') return problem(path, { ...fault, line, column });
  return problem(path, { type: 'not-json', line, column, fault });
}

function refuse(problems: readonly Problem[]): Result<ContestFile, ContestFileRefusal> {
  return err({ type: 'invalid-contest-file', count: problems.length, ...listed(problems) });
}

/** What is wrong with the parts that can be read. */
function problemsBeside(json: unknown, broken: readonly Problem[]): readonly Problem[] {
  const parsed = contestFileSchema.safeParse(repaired(json, broken));
  return parsed.success ? certainProblems(checkContest(parsed.data), broken) : [];
}
