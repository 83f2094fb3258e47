/** The words of the papers in English, for those who ask for them. */
import { ended } from '../sentences.ts';
import type { PaperWords } from '../papers.ts';
import { sayGrouped } from '../numbers.ts';
import { englishDateInWords, englishNumberWords } from './number-words.ts';
import { englishNumbers, showDecimal } from './numbers.ts';
import { joined } from './sentences.ts';

const dots = '........................................';

export const englishPapers: PaperWords = {
  number: `Number: ${dots}`,
  blank: dots,
  nobody: 'There is no score to show.',
  checkCode: (code) => `Check code: ${code ?? '–'}`,
  signer: 'Name, rank, NIP',
  signature: 'Signature',
  provisional: 'PROVISIONAL: the result is not complete or not decided',
  corrected: 'CORRECTED by the committee after all scores were opened',
  numberWithWords,
  minutes: {
    title: 'MINUTES OF THE JUDGING',
    subtitle: (contest) => contest,
    identity: (contest) => `Minutes of the judging, ${contest}`,
    annexTitle: 'ANNEX TO THE MINUTES: COMPLETE LIST OF SCORES',
    annexIdentity: (contest) => `Annex to the minutes of the judging, ${contest}`,
    opening: ({ date, days, place, groups, categories, jury }) => {
      const when = date === null ? dots : englishDateInWords(date);
      const span = days === null ? '' : ` (the judging took place on ${days})`;
      const many = categories < 2 ? '' : ` in ${numberWithWords(String(categories))} categories`;
      const what = groups === 1 ? 'work-culture group was' : 'work-culture groups were';
      return `On this day, ${when}${span}, at ${place ?? dots}, ${numberWithWords(String(groups))} ${what} judged${many} by the ${jury}:`;
    },
    chairMark: 'Chair',
    noJury: 'There are no jurors yet.',
    winners: 'WINNERS',
    winnersText: 'By the rules that were agreed before the judging began, the result is as follows.',
    complete: 'COMPLETE LIST OF SCORES',
    completeText: 'The final scores and ranks of all contestants stand in the annex to these minutes.',
    notes: 'NOTES ON THE JUDGING',
    method: (name, perCriterion) =>
      `How the jurors' scores are combined: ${name}${perCriterion ? ', for each criterion' : ''}.`,
    tieBreak: (steps) => `Tie-breaks that were agreed, in this order: ${steps.join('; ')}.`,
    minimum: (result) =>
      `Places are awarded only to results of ${showDecimal(result)} or more, by the rules that were agreed.`,
    decidedBy: (contestants, steps) => `Tie: the order ${contestants.join('; ')} was decided by ${joined(steps)}.`,
    cut: (to, over, bound, advanced, among) => {
      const who = 'top' in bound ? `the best ${bound.top}` : `whoever reached ${showDecimal(bound.minimum)}`;
      return `The stage ${joined(to)} was for ${who} by the stages ${joined(over)}, without deductions: ${advanced} of ${among} advanced. Who did not advance is ranked behind, by the stages before.`;
    },
    decision: (kind, cut, contestants, reason) => {
      const heads = {
        chair: 'The tie was decided by the chair of the jury, in this order:',
        draw: 'The tie was decided by lots, in this order:',
        joint: 'The tie was declared to have joint winners:',
      };
      const list = kind === 'joint' ? joined(contestants) : contestants.join('; ');
      const where = cut === null ? '' : `The cut before the stage ${cut}. `;
      return `${where}${heads[kind]} ${list}. Reason: ${ended(reason)}`;
    },
    exempt: (kind, juror, contestants, stages, reason) => {
      const what = kind === 'recused' ? 'did not judge (conflict of interest)' : 'was absent and did not judge';
      const where = stages.length === 0 ? '' : ` in the stage ${joined(stages)}`;
      return `${juror} ${what} ${joined(contestants)}${where}. Reason: ${ended(reason)}`;
    },
    substitute: (by, juror, contestants) =>
      `The scores of ${joined(contestants)} were locked by ${by}, before ${juror} took that seat.`,
    readers: (stage, least, most, of) =>
      `Stage ${stage}: each contestant was assigned to ${least === most ? least : `${least} to ${most}`} of ${of} jurors; the scores of those assigned count.`,
    keptJuror: (juror, contestant, reason) =>
      `${juror} judged ${contestant} of the same work unit, as the committee decided. Reason: ${ended(reason)}`,
    everybodyJudged: 'Every ranked contestant was judged by all jurors who were assigned.',
    panel: (contestants, stage, jurors, assigned) =>
      `Stage ${stage}: scores of ${jurors} of the ${assigned} assigned jurors for ${joined(contestants)}.`,
    deduction: (contestant, points, reason) =>
      `${showDecimal(points)} deducted from the score of ${contestant}. Reason: ${ended(reason)}`,
    outside: (contestant, status) => `Not ranked: ${contestant}, ${status.toLowerCase()}.`,
    formerName: (contestant, former, reason) =>
      `Some scores of ${contestant} were locked while its name was ${former}. Reason of the change: ${ended(reason)}`,
    unsigned: (category, names) =>
      `The category ${category} was announced before ${joined(names)} had signed it off; confirmed and recorded by the committee.`,
    objection: (by, contestant, text, answer) =>
      `Objection of ${by}${contestant === null ? '' : ` about ${contestant}`}: “${text}” ${
        answer === null
          ? 'Not answered.'
          : `${answer.outcome === 'accepted' ? 'Accepted' : 'Rejected'}, with the answer: “${answer.answer}”`
      }`,
    inCategory: (category, note) => `${category}: ${note}`,
    closing: 'These minutes were made truthfully, to be used as is fitting.',
  },
  pact: {
    title: 'ANNEX TO THE MINUTES: PACT OF INTEGRITY',
    identity: (contest) => `Pact of integrity, ${contest}`,
    tieBreak: 'The agreed tie-break order:',
    noTieBreak: 'None: equal results share the rank.',
    code: (code) => `Fingerprint of the text (pact and order): ${code}`,
    juror: 'Juror',
    accepted: 'Read and accepted',
    notYet: 'not accepted',
  },
  decreeAnnex: {
    title: 'ANNEX TO THE DECREE',
    fields: { number: 'Number', date: 'Date', about: 'About' },
    about: (contest) => `The result of ${contest}`,
    identity: (contest) => `Annex to the decree, ${contest}`,
    decided: `Decided at ....................\non ....................\n....................`,
  },
  winnerList: { title: 'LIST OF WINNERS', identity: (contest) => `List of winners, ${contest}` },
  reasons: {
    title: 'EXPLANATION OF THE RANK',
    identity: (contestant) => `Explanation of the rank, ${contestant}`,
    panel: (stage, jurors) => `Jurors whose scores count in the stage ${stage}: ${joined(jurors)}.`,
    nobody: 'nobody yet',
  },
  feedback: {
    title: 'FEEDBACK OF THE JURY',
    identity: (contestant) => `Feedback, ${contestant}`,
    intro: 'The mean of all jurors for each criterion, and the notes of the jurors without their names.',
    range: 'Range',
    mean: 'Mean of the jury',
    passed: (stage) => `Condition ${stage}: met.`,
    failed: (stage) => `Condition ${stage}: not met yet.`,
    tooFew: 'A dash –: only one juror judged, so the mean is not shown.',
    notYet: 'Provisional: not all jurors have locked their scores for this group.',
    notes: 'Notes of the jurors',
    noNotes: 'There are no notes.',
    notesElsewhere:
      "The jurors' notes are not in the contest file; feedback with notes is made on the committee's laptop.",
    onCriterion: (criterion, note) => `${criterion}: ${note}`,
  },
  certificates: {
    title: 'CERTIFICATES',
    identity: (award, contestant) => `Certificate ${award}, ${contestant}`,
    fields: {
      name: 'name',
      unit: 'unit',
      award: 'award',
      category: 'category',
      contest: 'contest',
      organizer: 'organizer',
      place: 'venue',
      days: 'days',
      town: 'town',
      date: 'date',
      number: 'number',
      order: 'order number',
      title: 'title',
    },
    fieldHints: {
      name: 'name of the group, or of the unit that has won over all',
      unit: 'work unit of the group',
      award: 'place or award; “Participant” on a certificate of participation',
      category: 'name of the category',
      contest: 'name of the contest',
      organizer: 'organizer of the contest',
      place: 'venue of the contest',
      days: 'days of the contest',
      town: 'town of signing',
      date: 'date of signing',
      number: 'running number of the certificate: 001, 002, ...',
      order: 'order number of the performance',
      title: 'title of the project record',
    },
    usualText:
      'CERTIFICATE\nNumber: {number}\n\nawarded to\n{name}\n{unit}\n\nas\n{award}\nCategory {category}\n\nin {contest}\n{days}',
    participant: 'Participant',
  },
  changes: {
    title: 'HISTORY OF CHANGES',
    identity: (contest) => `History of changes, ${contest}`,
    intro:
      'Every change after a sheet was first locked, or after its group had presented, by the clock of who made it. What was given for the first time is not among them.',
    none: 'Nothing was changed after a sheet was locked or a group had presented.',
    elsewhere: "A contest file holds no history; the history of changes is made on the committee's laptop.",
  },
};

function numberWithWords(decimal: string): string {
  return `${sayGrouped(englishNumbers, decimal)} (${englishNumberWords(decimal)})`;
}
