/** Texts of the steps of preparing, and of the check list before the day. */
import type { preparation as indonesian } from '../id/preparation.ts';
import type { Texts } from '../texts.ts';

export const preparation: Texts<typeof indonesian> = {
  title: 'Ready to begin?',
  hint: 'All that must be there before the first group performs. Press a row to open it.',
  steps: 'Steps of preparation',
  step: {
    list: 'Contestants',
    rubric: 'Rubric',
    jurors: 'Jurors',
    rounds: 'Later rounds',
    rules: 'Rules',
    order: 'Running order',
    laptops: 'Jurors’ laptops',
    ready: 'Ready to begin?',
  },
  state: { missing: 'missing', look: 'have a look', done: 'ready' },
  next: 'Next: {{step}}',
  nextStep: 'the next step',
  summary: {
    contestants: '{{count}} contestants',
    contestants_one: '{{count}} contestant',
    criteria: '{{count}} criteria',
    criteria_one: '{{count}} criterion',
    jurors: '{{count}} jurors',
    jurors_one: '{{count}} juror',
    numbered: '{{count}} contestants with a number',
    numbered_one: '{{count}} contestant with a number',
    seated: '{{count}} jurors have a place to score',
    seated_one: '{{count}} juror has a place to score',
    top_one: '{{stage}}: the best of {{from}}',
    top: '{{stage}}: the best {{count}} of {{from}}',
    minimum: '{{stage}}: whoever reaches {{minimum}} in {{from}}',
    rules: '{{method}}, {{places}} places in each category',
  },
  finding: {
    'no-contestants': 'No contestants yet. Import the list.',
    'no-rubric': 'No criteria yet. Take a rubric from an example or write your own.',
    'not-judged': 'No rubric yet for: {{categories}}.',
    'no-jurors': 'No jurors yet. Type their names, one line for each.',
    'no-juror-for': 'A stage has no juror yet in: {{categories}}.',
    'no-tie-steps': 'Nothing decides ties: equal scores share a place.',
    'nobody-out':
      'Everybody advances, since the number of the best is not smaller than the number of contestants: {{stages}}.',
    'round-not-closed':
      'The sheets of the stages before are complete, but the round is not closed: jurors are still asked to score everybody in {{stages}}. Close it in Ranking.',
    'no-number': '{{count}} contestants have no number yet. Draw lots or type the numbers.',
    'no-number_one': '{{count}} contestant has no number yet. Draw lots or type the number.',
    'no-pact-yet':
      'Not yet accepted the pact of integrity: {{jurors}}. It stands on the juror’s screen before the first score.',
    'no-laptop': 'No laptop yet: {{jurors}}. Invite their laptops, or let them score on this one.',
    'no-committee-pin': 'The committee has no PIN yet: anybody can open the contest on this laptop as the committee.',
  },
  allReady: 'Everything is ready. The first group can be called on the Monitor screen.',
  someLook: 'Nothing is missing. What is marked to be looked at may stay as it is if that is what you mean.',
  notYet: 'Still missing: {{steps}}.',
  over: 'Scoring has begun.',
  toBoard: 'Open Monitor',
};
