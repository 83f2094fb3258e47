/** The history of a contest in English. */
import type { StageId } from '../../domain/ids.ts';
import { wholeContest, type SealScope, type Votes } from '../../domain/setup/contest-file.ts';
import { groupedCode } from '../check-code.ts';
import { pactCode } from '../pact.ts';
import type { Told, HistoryWords } from '../history.ts';
import { counted, joined } from './sentences.ts';

export const englishHistory: HistoryWords = {
  facts: {
    'contest-founded': ({ setup, rehearsal }) =>
      `made the contest “${setup.contest.name}”${rehearsal === true ? ' as a rehearsal' : ''}`,
    'info-changed': (_event, { changes }) => `changed the contest’s particulars: ${changes}`,
    'categories-changed': (_event, { changes }) => `changed the categories: ${changes}`,
    'stages-changed': (_event, { changes }) => `changed the stages: ${changes}`,
    'rubrics-changed': (_event, { changes }) => `changed the rubrics: ${changes}`,
    'jurors-changed': (_event, { changes }) => `changed the list of jurors: ${changes}`,
    'rules-changed': (_event, { changes }) => `changed the rules: ${changes}`,
    'awards-changed': (_event, { changes }) => `changed the awards: ${changes}`,
    'programme-changed': ({ programme }) =>
      `changed the programme of the announcement (${counted(programme.length, 'act')})`,
    'contestants-changed': ({ source }, { changes }) =>
      `changed the list of groups${source === undefined ? '' : ` from “${source}”`}: ${changes}`,
    'contestant-status-changed': ({ status }, told) =>
      told.before[0] === undefined
        ? `recorded the group’s state: ${told.status(status)}`
        : `changed the group’s state from ${told.before[0]} to ${told.status(status)}`,
    'sheets-set-aside': ({ refs }) => `set aside ${counted(refs.length, 'entry', 'entries')} that no longer fit`,
    'set-aside-cancelled': () => 'brought back scores that had been set aside',
    'former-name-recorded': ({ name, unit }) =>
      `recorded what the group was called before: ${[name, unit ?? ''].filter((part) => part !== '').join(', ')}`,
    'order-changed': (_event, { changes }) => `changed the running numbers: ${changes}`,
    'lots-drawn': ({ category, seed }, { changes, ...told }) =>
      `drew lots for ${category === null ? 'all groups' : `category ${told.category(category)}`} with the seed “${seed}”: ${changes}`,
    'stage-shown': ({ contestant, stage, undoes }, told) => {
      if (undoes !== undefined) return 'took back the last step on stage';
      if (contestant === null) return 'cleared the stage';
      return `called the group on stage${stage === null ? '' : ` (${told.stage(stage)})`}`;
    },
    'timer-started': (event, told) => `started the timer of ${timed(event, told)} at ${told.clock(event.elapsedMs)}`,
    'timer-stopped': (event, told) => `stopped the timer of ${timed(event, told)} at ${told.clock(event.elapsedMs)}`,
    'penalty-added': ({ penalty }, { decimal }) =>
      'points' in penalty
        ? `recorded a deduction of ${decimal(penalty.points)}`
        : `recorded a deduction of ${decimal(penalty.perMinute)} per minute for ${counted(penalty.overSeconds, 'second')} over time`,
    'penalty-cancelled': () => 'cancelled a deduction',
    'absence-recorded': ({ absence }, told) => `recorded ${told.juror(absence.juror)} as absent${at(absence, told)}`,
    'absences-recorded': ({ juror, absences }, told) =>
      `recorded ${told.juror(juror)} as absent for ${counted(absences.length, 'group')}`,
    'absence-cancelled': (_event, { seat }) => `cancelled the absence${seat === null ? '' : ` of ${seat}`}`,
    'recusal-recorded': ({ recusal }, told) =>
      `recorded ${told.juror(recusal.juror)} as not judging${at(recusal, told)}`,
    'calibration-shown': () => 'showed the calibration scores side by side to all jurors, without names',
    'juror-kept': ({ juror }, told) => `let ${told.juror(juror)} judge although of the same work unit`,
    'readers-assigned': ({ stage, readers, drawn }, told) => {
      if (readers.length === 0) return `let every juror judge every group in stage ${told.stage(stage)}`;
      const how =
        drawn === undefined ? '' : ` by lot, ${drawn.each} jurors for each group, with the seed “${drawn.seed}”`;
      return `shared the groups of stage ${told.stage(stage)} among the jurors${how}`;
    },
    'recusal-cancelled': (_event, { seat }) => `cancelled the recusal${seat === null ? '' : ` of ${seat}`}`,
    'sheet-reopened': ({ juror, stage }, told) => `unlocked the ${told.stage(stage)} sheet of ${told.juror(juror)}`,
    'sign-off-reopened': ({ juror, category }, told) =>
      `reopened the sign-off of category ${told.category(category)} by ${told.juror(juror)}`,
    'reopening-refused': (_event, { seat }) => `refused the request to unlock${seat === null ? '' : ` of ${seat}`}`,
    'message-sent': ({ to, text }, told) => `sent a message to ${told.juror(to)}: “${told.excerpt(text)}”`,
    'decision-recorded': ({ decision }, told) => {
      const ids = decision.kind === 'joint' ? decision.contestants : decision.order;
      const names = joined(ids.map(told.contestant));
      const how = { chair: 'the chair’s decision, in order', draw: 'lots, in order', joint: 'joint winners' };
      return `decided a tie in category ${told.category(decision.category)} (${how[decision.kind]}): ${names}`;
    },
    'decision-cancelled': () => 'cancelled the decision of a tie',
    'round-closed': ({ stage, advanced, out }, told) =>
      `closed the round before ${told.stage(stage)}: ${advanced.length === 0 ? 'nobody advances' : `${joined(advanced.map((id) => told.contestant(id)))} ${advanced.length === 1 ? 'advances' : 'advance'}`}; ${out.length} out`,
    'stage-order-set': ({ category, stage, how, seed, order }, told) => {
      const ways = {
        lots: `lots drawn with the seed “${seed ?? ''}”`,
        same: 'the same order',
        'best-last': 'best last',
      };
      return `set the order of ${told.stage(stage)} in category ${told.category(category)} (${ways[how]})${order.length === 0 ? '' : `: ${joined(order.map((id) => told.contestant(id)))}`}`;
    },
    'tally-entered': ({ award, by, votes }, told) =>
      `entered the counted ballots of ${told.award(award)} as ${by}: ${ballots(votes, told)}`,
    'tally-settled': ({ award, votes }, told) =>
      `settled the counts of ballots of ${told.award(award)} that differ: ${ballots(votes, told)}`,
    'tally-withdrawn': ({ award }, told) => `withdrew counts of ballots of ${told.award(award)} that were not agreed`,
    'round-reopened': () => 'opened a closed round again',
    'announcement-confirmed': ({ confirmation: { category, unsigned } }, told) =>
      `announced category ${told.category(category)} before it was signed off by ${joined(unsigned.map(({ name }) => name))}`,
    'device-admitted': ({ seat, machine }, told) => `admitted the laptop “${machine}” for ${told.juror(seat)}`,
    'device-revoked': ({ device }, told) => `revoked the laptop “${told.machine(device)}”`,
    'data-keys-shared': ({ device }, told) =>
      `shared the keys of earlier entries with the laptop “${told.machine(device)}”`,
    'contest-key-set': () => 'changed the key that keeps the committee’s entries secret',
    'score-set': ({ criterion, value, from }, told) => {
      const { before } = told;
      const moved = from === undefined ? '' : `, moved from the sheet of ${told.contestant(from)}`;
      const name = told.criterion(criterion);
      if (value === null)
        return `emptied the score for ${name}${before.length === 0 ? '' : `, before ${joined(before)}`}${moved}`;
      if (before.length === 0) return `gave ${told.decimal(value)} for ${name}${moved}`;
      return `changed the score for ${name} from ${joined(before)} to ${told.decimal(value)}${moved}`;
    },
    'note-set': ({ stage, criterion, text, from }, told) => {
      const where = criterion === null ? `the ${told.stage(stage)} sheet` : told.criterion(criterion);
      const moved = from === undefined ? '' : `, moved from the sheet of ${told.contestant(from)}`;
      if (text === '') return `removed the note on ${where}${moved}`;
      const verb = told.before.length === 0 ? 'wrote a' : 'changed the';
      return `${verb} note on ${where}: “${told.excerpt(text)}”${moved}`;
    },
    'sheet-locked': ({ stage, values }, told) =>
      `locked the ${told.stage(stage)} sheet (${counted(Object.keys(values).length, 'score')})`,
    recused: (event, told) => `stepped back from judging${at(event, told)}`,
    'recusal-withdrawn': () => 'withdrew the recusal',
    'category-signed-off': ({ category, locks }, told) =>
      `signed off category ${told.category(category)} (${counted(locks.length, 'sheet')})`,
    'reopening-asked': ({ stage }, told) => `asked for the ${told.stage(stage)} sheet to be unlocked`,
    'seal-proposed': ({ scope, code }, told) =>
      `proposed to seal ${sealed(scope, told)}, check code ${groupedCode(code)}`,
    'seal-confirmed': ({ code, opening }) =>
      `agreed as the jury’s chair to ${opening === undefined ? '' : 'the opening of '}the seal ${groupedCode(code)}`,
    'seal-approved': ({ code, opening }) =>
      `${opening === undefined ? 'agreed as the committee’s chair to' : 'opened as the committee’s chair'} the seal ${groupedCode(code)}`,
    'seal-opening-proposed': ({ code }) => `proposed to open the seal ${groupedCode(code)}`,
    'opening-agreed': ({ reason }, told) =>
      `agreed as the jury’s chair that all scores are opened before the announcement is over: “${told.excerpt(reason)}”`,
    'scores-opened': ({ ends }) =>
      `opened all scores to every laptop of the contest (${counted(ends.length, 'juror log')})`,
    'remark-made': ({ category, text }, told) =>
      `noted in the deliberation of category ${told.category(category)}: “${told.excerpt(text)}”`,
    'objection-entered': ({ by, category, text }, told) =>
      `entered an objection of ${by} to ${sealed(category, told)}: “${told.excerpt(text)}”`,
    'objection-answered': ({ answer, outcome }, told) =>
      `${outcome === 'accepted' ? 'accepted' : 'rejected'} an objection: “${told.excerpt(answer)}”`,
    'pact-accepted': ({ text }) =>
      `accepted the pact of integrity and the tie-break order (fingerprint of the text ${pactCode(text)})`,
    'message-seen': () => 'read a message of the committee',
    'log-opened': ({ machine, application }) =>
      `began to write on the laptop “${machine}”${application === '' ? '' : ` (Gelar Juri ${application})`}`,
    'log-forked': () => 'used a copy of the same folder in two places: the entries branch here',
    unapplied: ({ name }) => `wrote something that is not used${name === null ? '' : ` (${name})`}`,
  },
  kinds: {
    score: 'Scores',
    note: 'Jurors’ notes',
    lock: 'Locks and sign-offs',
    exemption: 'Not judging, absent',
    penalty: 'Deductions',
    stage: 'Stage and timer',
    contestants: 'Groups and order',
    decision: 'Decisions and announcement',
    seal: 'Seal of results',
    objection: 'Objections',
    setup: 'Rubrics and rules',
    message: 'Messages',
    device: 'Laptops and keys',
    unapplied: 'Not used',
  },
  unused: {
    'unknown-event': 'Kept, not used yet: written by a newer application. Update this one.',
    'wrong-author': 'Kept, not used: its writer may not record this.',
    'revoked-device': 'Kept, not used: the laptop had been revoked.',
    unreadable: 'Kept, not used: it cannot be read on this laptop.',
    'after-seal': 'Kept, not counted: it arrived after the result was sealed.',
    'after-opening': 'Kept, not counted: it was not on the committee’s laptop when all scores were opened.',
    'second-founding': 'Kept, not used: the contest was there already.',
    'locked-otherwise': 'Kept, not counted: the sheet is locked with another score.',
    'lock-in-conflict': 'Kept, not counted yet: in conflict with another entry, waits for the committee to decide.',
    'set-aside': 'Kept, not counted: set aside by the committee.',
  },
  statuses: {
    waiting: 'waiting',
    performing: 'on stage',
    performed: 'done',
    withdrawn: 'withdrawn',
    'no-show': 'no-show',
    disqualified: 'disqualified',
    exhibition: 'exhibition',
  },
  change: {
    things: {
      info: '',
      category: 'category',
      stage: 'stage',
      rubric: 'rubric',
      criterion: 'criterion',
      juror: 'juror',
      rules: '',
      award: 'award',
      contestant: '',
    },
    fields: {
      name: 'name',
      excludes: 'not for holders of',
      points: 'points for places',
      votes: 'votes',
      place: 'place',
      dates: 'dates',
      organizer: 'organiser',
      letterhead: 'letterhead',
      logo: 'logo',
      signing: 'place and date of signing',
      committeeChair: 'committee’s chair',
      juryLabel: 'name of the jury',
      paper: 'paper size',
      hideScores: 'final scores at the announcement',
      confetti: 'confetti',
      fanfare: 'sound at the announcement',
      sealing: 'seal of results',
      certificate: 'text of certificates',
      pact: 'pact of integrity',
      calibration: 'calibration',
      blind: 'judging without names',
      objections: 'time for objections',
      copies: 'number of laptops with copies',
      example: 'mark of an example',
      after: 'who advances',
      minimum: 'lowest result for a place',
      weight: 'weight',
      timer: 'timed parts',
      stage: 'stage',
      categories: 'categories',
      weighting: 'weighting',
      multiplier: 'scores multiplied by',
      gate: 'requirement',
      min: 'lowest score',
      max: 'highest score',
      step: 'step',
      aspect: 'aspect',
      descriptors: 'descriptions of the levels',
      noteBelow: 'score below which a note is asked for',
      title: 'title',
      unit: 'work unit',
      nip: 'NIP',
      stages: 'stages',
      chair: 'chair of the jury',
      method: 'method',
      applyAt: 'where the method applies',
      drop: 'scores left out',
      rounding: 'rounding',
      tieBreak: 'tie-break',
      places: 'number of places',
      kind: 'kind',
      from: 'first place',
      count: 'number',
      scope: 'scope',
      ordered: 'in order',
      contestants: 'winners',
      criterion: 'criterion',
      bands: 'bands',
      number: 'running number',
      slot: 'time',
      category: 'category',
      status: 'state',
    },
    added: (thing) => `${thing} added`,
    removed: (thing) => `${thing} removed`,
    changed: (field) => `${field} changed`,
    became: (field, before, after) => `${field} ${before} → ${after}`,
    nothing: 'empty',
    more: (count) => counted(count, 'further change'),
    same: 'the same content',
  },
  committee: 'Committee',
  document: {
    title: 'HISTORY OF CHANGES',
    identity: (contest) => `History of changes, ${contest}`,
    sheet: 'History of changes',
    columns: {
      time: 'Time',
      who: 'Who',
      role: 'Role',
      machine: 'Laptop',
      what: 'What was done',
      contestant: 'Group',
      criterion: 'Criterion',
      before: 'Before',
      after: 'After',
      remark: 'Reason / remark',
      afterPresentation: 'After presenting',
      log: 'Log',
      number: 'Entry no.',
    },
    yes: 'Yes',
    no: 'No',
    some: (shown, all) => `${shown} of ${counted(all, 'entry', 'entries')}, filtered`,
    all: (count) => counted(count, 'entry', 'entries'),
  },
};

/** In which stages, where not in all. */
function at({ stages }: { readonly stages?: readonly StageId[] | undefined }, { stage }: Told): string {
  return stages === undefined || stages.length === 0 ? '' : ` in ${joined(stages.map(stage))}`;
}

function sealed(scope: SealScope, told: Told): string {
  return scope === wholeContest ? 'the whole contest' : `category ${told.category(scope)}`;
}

function timed({ stage, part }: { readonly stage: StageId; readonly part: number }, told: Told): string {
  return told.part(stage, part) || told.stage(stage);
}

function ballots(votes: Votes, told: Told): string {
  return votes.length === 0
    ? 'no ballots'
    : joined(votes.map(({ contestant, votes: count }) => `${told.contestant(contestant)} ${count}`));
}
