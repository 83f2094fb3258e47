/** Opening the scores to every laptop, and what each finds then. */
import type { opening as id } from '../id/opening.ts';
import type { Texts } from '../texts.ts';

export const opening: Texts<typeof id> = {
  title: 'Opening all scores',
  hint: 'When the announcement is over, all scores can be opened to every laptop of the contest, so that each checks the result itself. Notes of the jurors stay with the committee.',
  early:
    'The announcement is not over. Before that the scores are opened only if the jury’s chair agrees on the chair’s own laptop, in Sign-off: once they are open, every laptop can work out the winners.',
  agreed: 'The jury’s chair agreed that the scores are opened before the announcement is over: “{{reason}}”',
  button: 'Open all scores…',
  dialog: {
    title: 'Opening all scores',
    text: 'All scores of all jurors can be read on every laptop of the contest, and cannot be hidden again. Jurors cannot change scores any more; scores that have not reached this laptop do not count.',
    notes: 'This contest was made with an earlier version: the notes of the jurors are opened too. I agree.',
    confirm: 'Yes, open all scores',
  },
  agree: {
    title: 'Opening scores before the announcement is over',
    text: 'As the jury’s chair you can agree that the committee opens all scores before the announcement is over. Every laptop can work out the winners after that.',
    button: 'Agree…',
    confirm: 'Yes, I agree',
    done: 'You agreed. The committee can open the scores on the Ceremony page.',
  },
  check: {
    title: 'This laptop’s own check',
    opened: 'All scores were opened {{time}}.',
    reading: 'Scores of {{unread}} of {{logs}} juror logs have not reached this laptop yet.',
    complete: 'This laptop has read all scores of {{logs}} juror logs and worked out the result itself.',
    sealTrue: 'The seal of {{scope}} is true: {{code}}',
    sealFalse: 'THE SEAL OF {{scope}} DOES NOT MATCH: {{code}}. Announce nothing; check it with both chairs.',
    sealOpen: 'The seal of {{scope}} {{code}} cannot be checked yet: not all scores are on this laptop.',
    whole: 'the whole contest',
    winners: 'What this laptop found',
  },
};
