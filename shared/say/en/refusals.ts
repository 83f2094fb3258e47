/** Why a command was refused, in English. Each sentence says what to do where something can be done. */
import type { DomainError } from '../../domain/facts/errors.ts';
import { sayProblem } from '../problems.ts';
import type { RefusalWords } from '../refusals.ts';
import { showDecimal } from './numbers.ts';
import { englishProblems } from './problems.ts';
import { counted } from './sentences.ts';

export const englishRefusals: RefusalWords = {
  'committee-only': () => 'Only the committee can do this.',
  'jurors-only': () => 'Only jurors can score. Sign in as a juror on this laptop.',
  'no-data-yet': () => 'Nothing has come from the committee yet. Wait until this laptop is connected.',
  'unknown-here': ({ kind, id }) => `${kinds[kind]} "${id}" is not in this contest.`,
  'does-not-exist': ({ kind, id }) => `${kinds[kind]} "${id}" does not exist.`,
  'too-large': ({ bytes, most }) =>
    `Cannot be saved yet: it has ${kilobytes(bytes)} KB, at most ${kilobytes(most)} KB fit at once. Shorten long texts, for example in the rubric, then save again.`,

  'already-founded': () => 'This contest has been made already.',
  'does-not-fit': ({ problems }) => {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    return `Cannot be saved yet: ${first === undefined ? '' : sayProblem(englishProblems, first)}${more}`;
  },
  'scoring-has-begun': () =>
    'Scoring has begun: stages, rubrics, weights and rules cannot be changed any more. Names, jurors and contestants can.',
  'seat-in-use': ({ juror }) => `${juror} has given scores or notes and cannot be removed.`,
  'task-in-use': ({ juror, contestant, category, stage }) =>
    `${juror} has scored ${contestant} (category ${category}, stage ${stage}): that task cannot be taken away.`,
  'contestant-in-use': ({ contestant }) =>
    `${contestant} has scores and cannot be removed. Change its status to withdrawn.`,
  'scores-would-be-lost': ({ contestants, jurors }) =>
    `${contestants.join(', ')} has scores of ${jurors.join(', ')}, and that category has another rubric or other jurors. First set the scores aside with a reason.`,
  'renamed-with-locks': ({ renamed }) =>
    `Scores are locked for the old name (${renamed.map(({ from, to }) => `${from} becomes ${to}`).join('; ')}). Write why the name changes.`,
  'no-such-contestant': ({ id }) => `Contestant ${id} does not exist.`,

  'contestant-named-twice': () => 'A contestant is named twice.',
  'juror-not-judging': ({ juror, contestant }) => `${juror} does not judge ${contestant} anyway.`,
  'juror-has-locked': ({ juror, contestant }) =>
    `${juror} has locked the scores for ${contestant}. Reopen that sheet first.`,
  'device-was-revoked': () => 'This laptop was removed. It has to join again with a new invitation.',
  'device-in-other-seat': ({ juror }) => `This laptop was admitted as ${juror}. Remove that laptop first.`,
  'penalty-outside-ranking': ({ contestant }) => `${contestant} is not ranked; a deduction does not apply.`,
  'no-sheet-now': () => 'These scores have no sheet now. First put back the category or the juror of the contestant.',
  'decision-names-twice': () => 'A contestant is named twice in this decision.',
  'tie-step-not-used': ({ step }) => `The rules of this contest do not use the tie-break "${step}".`,
  'no-chair': () => 'There is no jury chair yet. First mark the chair in Rubrics & rules, part Jurors.',
  'decided-already': () => 'There is a decision for this contestant already. Cancel that decision first.',
  'sheet-is-open': () => 'This sheet is not locked.',
  'not-signed-off': () => 'This juror has not signed off this category.',
  'stays-away': ({ contestant }) =>
    `${contestant} is recorded as not taking part. Change its status first, or show it without judging.`,
  'nothing-to-undo': () => 'There is no step to undo.',
  'nobody-on-stage': () => 'First choose the contestant and the stage that is on.',
  'no-such-part': ({ part }) => `This stage has no part ${part} of the time.`,

  'is-calibration': ({ contestant }) =>
    `${contestant} is used for calibration, its scores have been compared, and it is not ranked.`,
  'no-calibration': ({ contestant }) => `${contestant} is no group for calibration, or no juror judges it.`,
  'calibration-open': ({ jurors }) =>
    `Calibration not yet locked: ${jurors.join(', ')}. It is shown side by side once all have locked.`,
  'no-unit-conflict': () => 'This juror and this contestant are no longer of one work unit, or meet in no stage.',
  'pact-not-accepted': () =>
    'No score can be given yet: first read and accept the pact of integrity and the tie-break order.',
  'pact-was-changed': () => 'The committee changed the pact while you were reading it. Read the new text, then accept.',
  'no-pact': () => 'This contest has no pact of integrity. There is nothing to accept.',
  'not-advanced': ({ contestant }) => `${contestant} did not advance to this stage and is not judged here.`,
  'round-not-decided': ({ sheets }) =>
    sheets > 0
      ? `The round cannot be closed yet: ${sheets === 1 ? '1 sheet' : `${sheets} sheets`} of the stages before not locked.`
      : 'The round cannot be closed yet: who advances is not decided.',
  'round-is-otherwise': () => 'Who advances has changed. Look at the list again, then close the round.',
  'round-closed-already': () => 'This round was closed with another list. Write the reason for closing it again.',
  'round-not-closed': () => 'This round is not closed.',
  'tallies-differ': () => 'The two counts differ. Settle the differences first.',
  'tally-by-same': ({ by }) => `The first count was entered by ${by}. The second must be entered by somebody else.`,
  'tally-counted-already': () => 'These ballots were counted already. Write the reason for counting them again.',
  'tally-not-twice': () => 'There are no two counts yet. Enter the second one first.',
  'tally-agreed-otherwise': () =>
    'Where both counts agree, nothing can be changed here. Withdraw both, then count again.',
  sealed: ({ category }) =>
    `The result of ${category === null ? 'the whole contest' : `category ${category}`} is sealed, and this would change it. First open the seal in Deliberation, with a reason and two people.`,
  'sealed-already': () => 'This result is sealed.',
  'seal-signatures': ({ jurors }) =>
    `Cannot be sealed yet: not signed off by ${jurors.join(', ')}. Ask them to sign it off, or announce it without their signature in Ceremony.`,
  'seal-conflicts': ({ count }) =>
    `Cannot be sealed yet: ${counted(count, 'matter waits', 'matters wait')} for a decision. Settle them in Monitor first.`,
  'seal-without-chair': () =>
    'Cannot be sealed yet: there is no jury chair. First mark the chair in Rubrics & rules, part Jurors.',
  'sealing-stays': () => 'The seal of results cannot be turned off any more: a result has been sealed.',
  'not-the-chair': () => 'Only the jury’s chair can agree to a seal.',
  'seal-unconfirmed': () => 'The jury’s chair has not agreed yet. Ask the chair to agree first.',
  'seal-outdated': () => 'The result has changed since the seal was proposed. Propose a new seal.',
  'opening-unsealed': () =>
    'The scores cannot be opened yet: not all of the result is sealed. Seal it first in Deliberation.',
  'opening-not-announced': () =>
    'The announcement is not over. Finish it first, or ask the jury’s chair to agree on the chair’s own laptop, in Sign-off.',
  'opening-reads-notes': () =>
    'This contest was made with an earlier version: opening the scores opens all notes of the jurors too. Say first that this is agreed.',
  'scores-opened': () => 'All scores are open to every laptop: scores of jurors cannot be changed any more.',
  'not-sealed': () => 'This result is not sealed.',

  'outside-ranking': ({ contestant, status }) => `${contestant} ${away[status]} and is not judged.`,
  'not-judging-here': ({ contestant }) => `You do not judge ${contestant} here.`,
  'not-judging-contestant': ({ contestant }) => `You do not judge ${contestant} anyway.`,
  'not-judging-category': ({ category }) => `You do not judge the category ${category}.`,
  'sheet-locked': () => 'This sheet is locked. Ask the committee to reopen it if something is wrong.',
  'own-scores-locked': () => 'Your scores for this contestant are locked. Ask the committee to reopen the sheet first.',
  recused: () => 'You declared not to judge this contestant. Take that back first.',
  absent: () => 'The committee recorded you as absent for this contestant. Tell the committee.',
  'locked-yet-exempt': () =>
    'This sheet is locked, but it is also recorded that you do not judge it. The committee decides which of the two counts.',
  'locks-differ': () =>
    'This sheet was locked on two laptops with different contents, or with an old rubric. Ask the committee to reopen it.',
  'values-differ': () => 'Two laptops have different scores. First choose the right ones.',
  'entries-differ': () => 'Two laptops have different contents. First choose the right ones, then move them.',
  'other-rubric': () => 'The two contestants are judged with different rubrics.',
  'out-of-range': ({ criterion, value, min, max }) =>
    `${of(criterion)}The score ${showDecimal(value)} is out of range. Give ${showDecimal(min)} to ${showDecimal(max)}.`,
  'off-step': ({ criterion, value, step }) =>
    `${of(criterion)}The score ${showDecimal(value)} is not a step of ${showDecimal(step)}.`,
  'criteria-empty': ({ criteria }) => `Not complete. Not scored: ${criteria.join(', ')}.`,
  'sheets-open': ({ contestants }) => `Cannot be signed off yet. Not locked: ${contestants.join(', ')}.`,
  'note-required': ({ criterion, below }) => `${criterion}: a score below ${showDecimal(below)} needs a note.`,
  'category-signed-off': () => 'You have signed off this category. Ask the committee to reopen it first.',

  'not-signed-in': () => 'Sign in first, then try again. Scores that were saved are safe.',
  'not-a-writer': () => 'This laptop may not write for that role.',
  'not-admitted-yet': () => 'The committee has not admitted this laptop yet. Wait until it is connected.',
  'device-not-admitted': () => 'That laptop has not been admitted.',
  'no-such-seat': () => 'That juror is not in the list.',
  'nobody-asks': () => 'No laptop is asking to score as that juror.',
  'not-stored': () =>
    'Cannot save to the disk of this laptop. Write scores on paper and call the committee; scores saved before are safe. Once there is room on the disk, close this contest and open it again.',
};

export function englishContestFileRefused(problems: number): string {
  return `The contest file was rejected: ${counted(problems, 'problem')} found.`;
}

const kinds: Readonly<Record<DomainError<'unknown-here' | 'does-not-exist'>['kind'], string>> = {
  award: 'Award by ballots',
  category: 'Category',
  contestant: 'Contestant',
  'contestant-of-category': 'Contestant in that category',
  criterion: 'Criterion',
  device: 'Laptop',
  juror: 'Juror',
  record: 'Entry',
  stage: 'Stage',
};

const away: Readonly<Record<DomainError<'outside-ranking'>['status'], string>> = {
  withdrawn: 'has withdrawn',
  'no-show': 'did not appear',
  disqualified: 'is disqualified',
  exhibition: 'opens the contest',
};

function of(criterion: string | undefined): string {
  return criterion === undefined ? '' : `${criterion}: `;
}

function kilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1024));
}
