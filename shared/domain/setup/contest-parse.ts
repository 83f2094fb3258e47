/**
 * The door of the contest file (R27): from text or JSON to a `ContestFile`, or a refusal with every problem found. Grammar
 * first; what must hold between the parts after it. What the grammar cannot read does not hide what is wrong elsewhere.
 */
import type { z } from 'zod';
import { err, ok, type Result } from '../../lib/result.ts';
import { parseStrictJson } from '../../lib/strict-json.ts';
import { limits } from '../../limits.ts';
import { checkContest, checkSetup } from './contest-check.ts';
import {
  contestFileFormat,
  contestFileSchema,
  contestSetupSchema,
  type ContestFile,
  type ContestSetup,
  type Problem,
} from './contest-file.ts';
import { listed, problem } from './contest-problem.ts';
import { certainProblems, repaired } from './contest-repair.ts';

export interface ContestFileRefusal {
  readonly type: 'invalid-contest-file';
  readonly message: string;
  /** Never empty; at most `limits.problemsListed`. */
  readonly problems: readonly Problem[];
  /** How many further ones are not listed; absent where all are. */
  readonly more?: number;
}

/** A contest file is some seven levels deep; anything deeper is no contest file. */
const MOST_LEVELS = 16;

/** From the text of a file; a byte order mark at its start is taken off. */
export function parseContestText(text: string): Result<ContestFile, ContestFileRefusal> {
  if (text.length > limits.contestFileBytes) return refuse([problem([], 'berkas terlalu besar untuk berkas lomba')]);
  const json = parseStrictJson(text, MOST_LEVELS);
  if (!json.ok) return refuse(json.error.map(({ path, message }) => problem(path, message)));
  return parseContestFile(json.value);
}

/** From a JSON value. */
export function parseContestFile(json: unknown): Result<ContestFile, ContestFileRefusal> {
  const parsed = contestFileSchema.safeParse(json, { error: indonesian });
  if (parsed.success) {
    const problems = checkContest(parsed.data);
    return problems.length === 0 ? ok(parsed.data) : refuse(problems);
  }
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, []));
  return refuse([...problems, ...problemsBeside(json, problems)]);
}

/** The part without scores, as the setup screens type it; every problem found otherwise (grammar first). */
export function parseContestSetup(json: unknown): Result<ContestSetup, readonly Problem[]> {
  const parsed = contestSetupSchema.safeParse(json, { error: indonesian });
  if (!parsed.success) return err(parsed.error.issues.flatMap((issue) => problemsOf(issue, [])));
  const problems = checkSetup(parsed.data);
  return problems.length === 0 ? ok(parsed.data) : err(problems);
}

function refuse(problems: readonly Problem[]): Result<ContestFile, ContestFileRefusal> {
  const message = `Berkas lomba ditolak: ${problems.length} masalah ditemukan.`;
  return err({ type: 'invalid-contest-file', message, ...listed(problems) });
}

/** What is wrong with the parts that can be read. */
function problemsBeside(json: unknown, broken: readonly Problem[]): readonly Problem[] {
  const parsed = contestFileSchema.safeParse(repaired(json, broken));
  return parsed.success ? certainProblems(checkContest(parsed.data), broken) : [];
}

/** One problem per issue, one per unknown key, and for a choice of shapes the problems of the shape that fits best. */
function problemsOf(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): readonly Problem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => problem([...path, key], `kunci "${key}" tidak dikenal`));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const shapes = issue.errors.map((issues) => issues.flatMap((inner) => problemsOf(inner, path)));
    return shapes.reduce((best, shape) => (shape.length < best.length ? shape : best));
  }
  return [problem(path, issue.message)];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'teks dalam tanda kutip',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar [ ... ]',
  object: 'objek { ... }',
  record: 'objek { ... }',
};

/** The grammar's own messages in Bahasa Indonesia; messages written in the schema stand above these. */
function indonesian(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'wajib diisi' : `harus ${typeNames[String(issue.expected)] ?? issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1 && issue.values[0] === contestFileFormat
        ? `format berkas harus "${contestFileFormat}"; versi lain tidak dapat dibaca`
        : `harus salah satu dari: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'kind' in issue || issue['discriminator'] !== undefined
        ? 'jenis ini tidak dikenal'
        : 'bentuknya tidak dikenal';
    case 'too_big':
      return `terlalu besar atau panjang; paling banyak ${issue.maximum}`;
    case 'too_small':
      return `terlalu kecil atau pendek; paling sedikit ${issue.minimum}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'harus tanggal yang ada, ditulis TTTT-BB-HH' : 'bentuk teksnya keliru';
    default:
      return 'isinya keliru';
  }
}
