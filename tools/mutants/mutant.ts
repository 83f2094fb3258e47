/** What the parts of `npm run mutants` hand to each other: a small change to a file, and what became of it. */
import { z } from 'zod';

const mutantSchema = z.object({
  id: z.string(),
  file: z.string(),
  line: z.number(),
  kind: z.string(),
  original: z.string(),
  replacement: z.string(),
});
export type Mutant = z.infer<typeof mutantSchema>;

/**
 * `static`: reached only while modules are loaded, so that switching it on later changes nothing; not counted.
 * `unreached`: no test comes by; counted with the survivors.
 */
const fateSchema = z.enum(['killed', 'timeout', 'survived', 'unreached', 'static']);
export type Fate = z.infer<typeof fateSchema>;

/** What the laboratory is given. */
export const planSchema = z.object({
  tests: z.array(z.string()),
  mutants: z.array(mutantSchema),
  sources: z.record(z.string(), z.string()),
  sample: z.number().nullable(),
  /** Tests that take longer than that are not asked; null: all are. */
  slowestMs: z.number().nullable(),
  seed: z.number(),
});
export type Plan = z.infer<typeof planSchema>;

/** What the dry run found: each test with its time and how often it comes by each change. */
export const surveySchema = z.object({
  tests: z.array(
    z.object({ name: z.string(), asked: z.boolean(), ms: z.number(), hits: z.record(z.string(), z.number()) }),
  ),
  static: z.array(z.string()),
  /** The changes to be tried, in this order. */
  chosen: z.array(z.string()),
  /** Test files that could not be loaded here. */
  unread: z.array(z.string()),
});
export type Survey = z.infer<typeof surveySchema>;

/** One line each in the laboratory's diary. `trying` names the change that is to blame should nothing follow within `withinMs`. */
export const entrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('trying'), id: z.string(), withinMs: z.number() }),
  z.object({ type: z.literal('fate'), id: z.string(), fate: fateSchema, by: z.string().optional() }),
  z.object({ type: z.literal('spoiled'), id: z.string() }),
  z.object({ type: z.literal('done') }),
]);
export type Entry = z.infer<typeof entrySchema>;

/** The files in the folder that one run works in. */
export const files = { plan: 'plan.json', survey: 'survey.json', diary: 'diary.jsonl' } as const;
