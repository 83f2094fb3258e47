/** The fixed words of the documents in English (rules X1 to X7), for those who ask for them. */
import type { DocumentWords } from '../documents.ts';
import { groupNip } from '../nip.ts';
import { sayGrouped } from '../numbers.ts';
import { englishDate, englishDates } from './dates.ts';
import { englishNumbers, showDecimal } from './numbers.ts';
import { counted, joined } from './sentences.ts';

const exempt = 'NJ';
const notJudged = `${exempt}: not judged (conflict of interest or absence), left out`;

export const englishDocuments: DocumentWords = {
  language: 'en',
  number: (decimal) => sayGrouped(englishNumbers, decimal),
  decimal: showDecimal,
  date: englishDate,
  dates: englishDates,
  joined,
  marks: { exempt, passed: 'Yes', failed: 'No' },
  seat: (number) => `Juror ${number}`,
  jury: 'Jury',
  columns: {
    line: 'No',
    number: 'Running number',
    name: 'Group name',
    unit: 'Work unit',
    title: 'Title of the report',
    category: 'Category',
    stage: 'Stage',
    criterion: 'Criterion',
    award: 'Award',
    sum: 'Total',
    passes: 'Meets the requirement',
    notes: 'Note',
    mean: 'Mean',
    weight: 'Weight',
    weighted: 'Weighted score',
    jurorTotals: 'Jurors’ totals',
    combined: 'Combined score',
    penalty: 'Deduction',
    rank: 'Rank',
    remarks: 'Remarks',
    gate: (stage) => `Requirement: ${stage}`,
    rounded: (head) => `${head} (rounded)`,
    weightPrefix: 'weight ',
  },
  helpers: {
    title: 'Helper columns of the formulas (not printed)',
    compared: 'Compared value',
    step: (position, name) => `Tie-break ${position}: ${name}`,
    group: 'Tied group',
    order: 'Tie-break order',
    holds: 'Tie-break holds',
    joint: 'Joint winners',
    listOrder: 'Order of the list',
    label: 'Name of the rank',
    award: 'Award',
    recorded: 'Recorded remark',
    exactStage: (stage, position) => `${stage} without rounding, ${position}`,
    exactSum: 'Total without rounding',
    exactWeighted: 'Weighted score without rounding',
  },
  titles: {
    recap: 'SCORE RECAP',
    winners: 'LIST OF WINNERS',
    jurorSheet: 'SCORE SHEET',
    criteria: 'SCORES BY CRITERION',
    jurorTables: 'Scores by juror and stage',
    category: (name) => `Category: ${name}`,
    juror: (name) => `Juror: ${name}`,
    jurorWithName: (seat, name) => `${seat} (${name})`,
    example: 'EXAMPLE: made-up data, not a real result',
    continued: ' (continued)',
    part: (position, count) => `, part ${position} of ${count}`,
    weightedStage: (stage, weight) => `${stage} (weight ${showDecimal(weight)})`,
    gateStage: (stage) => `${stage} (requirement)`,
    identities: {
      recap: (category) => `Score recap, category ${category}`,
      jurorTables: (category) => `Score recap, scores by juror and stage, category ${category}`,
      jurorSheet: (juror, category) => `Score sheet of ${juror}, category ${category}`,
      criteria: (category) => `Scores by criterion, category ${category}`,
      winners: (contest) => `List of winners, ${contest}`,
    },
  },
  sheets: {
    winners: 'Winners',
    recap: (category) => (category === null ? 'Recap' : `Recap ${category}`),
    jurors: (category) => withCategory('Juror scores', category),
    criteria: (category) => withCategory('Criteria', category),
    unnamed: 'Sheet',
  },
  methods: {
    mean: { name: () => 'Mean', short: 'Mean', final: 'Final score' },
    'trimmed-mean': {
      name: ({ drop }) => `Trimmed mean (${drop} highest and ${drop} lowest dropped)`,
      short: 'Trimmed mean',
      final: 'Final score',
    },
    median: { name: () => 'Median', short: 'Median', final: 'Final score' },
    majority: { name: () => 'Majority of places', short: 'Mean', final: 'Final place' },
    borda: { name: () => 'Borda count', short: 'Mean', final: 'Borda points' },
  },
  statuses: {
    withdrawn: 'Withdrawn',
    'no-show': 'Did not appear',
    disqualified: 'Disqualified',
    exhibition: 'Exhibition, not judged',
    'not-advanced': 'Did not advance',
    'failed-gate': 'Does not meet a requirement',
  },
  remarks: {
    notAdvanced: (stage) => `did not advance to stage ${stage}`,
    provisional: (place) => `${place} (provisional)`,
    recused: (seat, stages) => `${seat} recused${inStages(stages)}`,
    absent: (seat, stages) => `${seat} absent${inStages(stages)}`,
    missing: (seats) => `waiting for the scores of ${joined(seats)}`,
    penalty: (reason) => `deduction: ${reason}`,
    decidedBy: (step) => `tie, decided by ${step}`,
    formerName: (name, reason) => `formerly ${name} (${reason})`,
    judgedBy: (name) => `Judged by ${name}`,
    joint: ' (joint winners)',
    tie: 'Tie',
    undecided: ['Tie at rank ', ', not decided yet'],
  },
  warnings: {
    provisional: (sheets, jurors) =>
      `PROVISIONAL: ${counted(sheets, 'score sheet')} not locked${jurors.length === 0 ? '' : `, of ${joined(jurors)}`}`,
    blocked: (reason, places, contestants) => {
      const causes = {
        tie: 'a tie that waits for a decision',
        'no-panel': 'no scores that count yet',
        round: 'who advances has changed',
      };
      return `NOT DECIDED: rank ${joined(places.map(String))}, ${causes[reason]}: ${joined(contestants)}`;
    },
    cutOpen: (reason, stage, contestants) => {
      const causes = {
        tie: 'equal at the cut, waiting for a decision',
        round: 'changed after the round was closed',
      };
      return `NOT DECIDED: who advances to stage ${stage}; ${causes[reason]}: ${joined(contestants)}`;
    },
    numbered: (number, name) => `No. ${number} ${name}`,
    inCategory: (category, warning) => `${category}: ${warning}`,
  },
  notes: {
    method: (name, perCriterion) => `Remarks:  method ${name}${perCriterion ? ', counted per criterion' : ''}`,
    rounding: (at, decimals) => {
      const places = {
        criterion: 'criterion scores',
        weighted: 'weighted scores',
        juror: 'jurors’ totals',
        stage: 'stage scores',
        final: 'combined scores',
      };
      return `•  Rounding of ${places[at]}: ${counted(decimals, 'decimal')}`;
    },
    tieBreak: (steps) => `•  Tie-breaks, in order: ${steps.join('; ')}`,
    borda:
      '•  Borda points: for each juror, the number of contestants less the place by that juror; equal places are shared',
    notLive:
      '•  This method cannot be counted by formulas: result and rank columns hold the application’s values and do not change when scores are changed here',
    fixedOrder:
      '•  An order of equals decided by the application or the jury holds as long as the scores of the same group do not change',
    cut: ({ to, over, bound, advanced, among }) => {
      const who = 'top' in bound ? `the best ${bound.top}` : `those who reach ${showDecimal(bound.minimum)}`;
      return `•  In stage ${joined(to)}: ${who} of stage ${joined(over)}, without deductions; ${advanced} of ${among} advanced. Those who did not are ranked behind by the stages before; the application found who advances, and a score changed here does not change it`;
    },
    exempt: `•  ${notJudged} of the count`,
    decision: (kind, stepName, reason) =>
      `•  Decision on record (${kind === 'joint' ? 'joint winners' : stepName(kind)}): ${reason}`,
    unsigned: (names) =>
      `•  Announced before the sign-off of ${names.join(', ')}; confirmed and recorded by the committee`,
    criteria: `Remarks: scores on this sheet are counted from the jurors’ score sheets; ${exempt} = not judged.`,
    legend: 'Legend:',
    oneScale: (scale) => `•  Scale ${scale}`,
    scaleOf: (where, scale) => `•  ${where}: scale ${scale}`,
    scale: ({ min, max, step }, levels) => {
      const range = `${showDecimal(min)}–${showDecimal(max)}, in steps of ${showDecimal(step)}`;
      const named = levels.map(({ score, meaning }) => `${showDecimal(score)} ${meaning}`);
      return named.length === 0 ? range : `${range}: ${named.join(' · ')}`;
    },
    multiplied: (stage, multiplier) =>
      `•  ${stage}: each score is multiplied by ${showDecimal(multiplier)} before its weight`,
    notJudged: `•  ${notJudged} of the mean`,
    outOfRange: 'Score out of range',
    allowed: (criterion, min, max) => `${criterion}: ${showDecimal(min)} to ${showDecimal(max)}, or ${exempt}`,
  },
  winners: {
    nobody: 'No contestant can be ranked yet',
    bands: 'Bands of scores',
    wholeContest: 'Whole contest',
    follows: 'Remarks: ranks follow the recap sheets.',
    fixed:
      'Awards marked * were settled by the application and do not change when scores are changed in this workbook.',
    band: (award, band) => `${award}: ${band}`,
    points: (points) => `${points} points`,
  },
  signing: {
    acknowledged: 'Acknowledged by,',
    committeeChair: 'Chair of the Committee',
    chair: (jury) => `Chair of ${jury}`,
    member: (jury) => `Member of ${jury}`,
    juror: (jury) => `${jury},`,
    nip: (nip) => `NIP. ${groupNip(nip)}`,
  },
  codeSlips: {
    steps: (contest) => [
      'Open Gelar Juri, choose “Join as a juror”.',
      `Choose “${contest}”.`,
      'Type the code above, then wait to be admitted by the committee.',
    ],
    hint: 'For this juror only. Valid until one laptop has used it; if it is lost, ask the committee for a new code.',
  },
  hostScript: { title: 'Programme of the announcement' },
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  files: {
    workbook: (contest) => `Recap ${contest}`,
    recap: (contest) => `Recap ${contest}`,
    minutes: (contest) => `Minutes ${contest}`,
    'decree-annex': (contest) => `Annex to the decree ${contest}`,
    'winner-list': (contest) => `List of winners ${contest}`,
    reasons: (contest) => `Explanation of the ranks ${contest}`,
    feedback: (contest) => `Feedback ${contest}`,
    certificates: (contest) => `Certificates ${contest}`,
    changes: (contest) => `History of changes ${contest}`,
    'code-slips': (contest) => `Juror codes ${contest}`,
    'host-script': (contest) => `Script of the host ${contest}`,
    history: (contest) => `History ${contest}`,
    'contest-file': (contest) => `Contest ${contest}`,
    backup: (contest) => contest,
  },
};

function withCategory(name: string, category: string | null): string {
  return category === null ? name : `${name} ${category}`;
}

function inStages(stages: readonly string[]): string {
  return stages.length === 0 ? '' : ` in ${joined(stages)}`;
}
