/**
 * What a schema refuses, as problems: a tag for each issue of zod's, one per unknown key, and for a choice of shapes those
 * of the shape that fits best. What a schema says itself is the message of its issue (`SchemaTag`).
 */
import type { z } from 'zod';
import { err, ok, type Result } from '../../lib/result.ts';
import { contestFileFormat, logoProblem } from './contest-file.ts';
import { problem, schemaTags, type Problem, type ProblemTag } from './contest-problem.ts';

export function parseGrammar<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Result<z.output<Schema>, readonly Problem[]> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(parsed.error.issues.flatMap((issue) => problemsOf(value, issue, [])));
}

function problemsOf(value: unknown, issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): readonly Problem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem([...path, key], { type: 'unknown-key', key }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const shapes = issue.errors.map((issues) => issues.flatMap((inner) => problemsOf(value, inner, path)));
    return shapes.reduce((best, shape) => (shape.length < best.length ? shape : best));
  }
  return [problem(path, tagOf(issue, valueAt(value, path)))];
}

function tagOf(issue: z.core.$ZodIssue, value: unknown): ProblemTag {
  const own = schemaTags.find((tag) => tag === issue.message);
  if (own !== undefined) return { type: own };
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? { type: 'required' } : { type: 'wrong-type', expected: issue.expected };
    case 'invalid_value':
      return issue.values.length === 1 && issue.values[0] === contestFileFormat
        ? { type: 'wrong-format', format: contestFileFormat }
        : { type: 'not-one-of', values: issue.values.map(String) };
    case 'invalid_union':
      return { type: issue.discriminator === undefined ? 'unknown-shape' : 'unknown-kind' };
    case 'too_big':
      return { type: 'too-much', most: Number(issue.maximum) };
    case 'too_small':
      return { type: 'too-little', least: Number(issue.minimum) };
    case 'invalid_format':
      return { type: issue.format === 'date' ? 'not-a-date' : 'wrong-pattern' };
    case 'custom':
      // The schema has looked at it already, and says no more than that it is the logo.
      return (typeof value === 'string' && issue.message === 'logo' ? logoProblem(value) : null) ?? { type: 'wrong' };
    default:
      return { type: 'wrong' };
  }
}

/** What was given at that place; undefined where nothing was. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );
}
