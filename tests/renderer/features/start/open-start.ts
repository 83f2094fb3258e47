/** The start of the program with no folder open: what the laptop answers, and what it was asked. */
import { readRubricTemplates } from '../../../../electron/adapters/files/resources.ts';
import type { OpenFolder } from '../../../../shared/ipc/app.ts';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

const folder: OpenFolder = {
  path: '/lomba',
  name: 'Lomba',
  kind: 'committee',
  seats: [],
  committeeHasPin: false,
  committeeHasRecovery: false,
  languages: { documents: 'id', projector: 'id' },
};

const closed: Answers = {
  'app-state': () => ({
    version: '0',
    trialRuntime: false,
    contestsFolder: '/data/Gelar Juri',
    language: 'id',
    folder: null,
    session: null,
    notice: null,
    damaged: null,
    locked: null,
  }),
  'recent-folders': () => [],
  'rubric-templates': () => readRubricTemplates(),
  'create-contest': () => ({ ok: true, value: folder }),
};

/** Opens the window over a laptop without a contest, which answers so. */
export function start(answers: Answers = {}) {
  const laptop = withAnswers(createLaptop(sampleFounding, null), { ...closed, ...answers });
  const { user } = openWindow(laptop);
  return {
    user,
    tell: laptop.tell,
    asked: (channel: string) => laptop.asked.filter((each) => each.channel === channel).map((each) => each.input),
  };
}
