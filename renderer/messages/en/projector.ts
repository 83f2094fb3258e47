/** The projector's few words. */
import type { projector as indonesian } from '../id/projector.ts';
import type { Texts } from '../texts.ts';

export const projector: Texts<typeof indonesian> = {
  announcement: 'Announcement of the winners',
  now: 'Now on stage',
  soon: 'Coming soon',
  next: 'Next',
  timeOver: 'TIME IS UP',
  ending: 'Time is almost up',
  paused: 'paused',
  score: 'Final score',
  number: 'No.',
  script: 'Script of the host',
  noAct: 'No act is running',
  page: 'Page {{page}} of {{pages}}',
  rehearsal: 'REHEARSAL · made-up names and scores',
  example: 'EXAMPLE · not a real result',
};
