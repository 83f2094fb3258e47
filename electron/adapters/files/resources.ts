/**
 * What ships with the application: the rubric templates and the sample contest. They are part of the build (imported, not
 * read from disk), so that no installation can lack them; their files are checked like any contest file when they are read.
 */
import { z } from 'zod';
import { checkSetup } from '../../../shared/domain/setup/contest-check.ts';
import {
  awardSchema,
  contestSetupSchema,
  rubricSchema,
  rulesSchema,
  stageSchema,
  type ContestFile,
} from '../../../shared/domain/setup/contest-file.ts';
import { parseContestFile } from '../../../shared/domain/setup/contest-parse.ts';
import type { RubricTemplate } from '../../../shared/ipc/app.ts';
import { assert } from '../../../shared/lib/assert.ts';
import fileCheck from '../../../resources/rubrics/t0-verifikasi-berkas.json' with { type: 'json' };
import eightSteps from '../../../resources/rubrics/t1-risalah-8-langkah.json' with { type: 'json' };
import sevenSteps from '../../../resources/rubrics/t2-risalah-7-langkah.json' with { type: 'json' };
import presentation from '../../../resources/rubrics/t3-presentasi.json' with { type: 'json' };
import creative from '../../../resources/rubrics/t4-kbk-kreatif.json' with { type: 'json' };
import thousandMarks from '../../../resources/rubrics/t5-konvensi-gkm.json' with { type: 'json' };
import combined from '../../../resources/rubrics/t6-gabungan.json' with { type: 'json' };
import berakhlak from '../../../resources/rubrics/t7-budaya-berakhlak.json' with { type: 'json' };
import berkah from '../../../resources/rubrics/t7-budaya-berkah.json' with { type: 'json' };
import satriya from '../../../resources/rubrics/t7-budaya-satriya.json' with { type: 'json' };
import innovation from '../../../resources/rubrics/t8-inovasi-pelayanan.json' with { type: 'json' };
import sample from '../../../resources/sample/contoh-tiga-kategori.json' with { type: 'json' };

/** In the order in which they are offered: whole events first, the lightest on top; then parts of one and special ones. */
const files: readonly unknown[] = [
  presentation,
  innovation,
  combined,
  eightSteps,
  sevenSteps,
  berkah,
  satriya,
  berakhlak,
  thousandMarks,
  creative,
  fileCheck,
];

const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string().min(1),
  description: z.string().min(1),
  source: z.string().min(1),
  setup: z.strictObject({
    stages: z.array(stageSchema).min(1),
    rubrics: z.array(rubricSchema).min(1),
    awards: z.array(awardSchema).default([]),
    rules: rulesSchema,
  }),
});

/** The templates with whole setups; categories, jurors and contestants are empty. */
export function readRubricTemplates(): readonly RubricTemplate[] {
  return files.map((file) => {
    const { setup, source, description, ...template } = templateSchema.parse(file);
    const whole = contestSetupSchema.parse({
      contest: { name: template.name },
      categories: [],
      jurors: [],
      contestants: [],
      ...setup,
    });
    assert(checkSetup(whole).length === 0, `the template ${template.id} fits together`);
    return { ...template, description: `${description}\nSumber: ${source}`, setup: whole };
  });
}

/** The invented event of "coba dengan contoh": no scores, marked as an example. */
export function readSampleContest(): ContestFile {
  const contest = parseContestFile(sample);
  assert(contest.ok, 'the sample contest is a contest file');
  return contest.value;
}
