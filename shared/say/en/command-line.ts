/** What the command line says, in English. Names that become data of a contest stay as its people write them. */
import type { CommandLineWords } from '../command-line.ts';
import { indonesianCommandLine } from '../id/command-line.ts';
import { counted } from './sentences.ts';

export const englishCommandLine: CommandLineWords = {
  usage: (call) => `Usage: npm run -s cli -- ${call}`,
  allCommands: (lines) => `Usage: npm run -s cli -- <command>\n${lines.join('\n')}`,
  noCommand: 'No command given',
  unknownCommand: (name) => `Unknown command: ${name}`,
  argumentCount: (wanted, given) => `This command needs ${counted(wanted, 'argument')}; ${given} given.`,
  unknownOption: (option) => `Unknown option ${option}.`,
  optionWithoutValue: (option) => `The value for the option ${option} is missing or cannot be used.`,
  noPicture: (file) => `Not a whole PNG or JPEG picture: ${file}`,
  oneContestOnly: 'Choose only one: --with-scores, --round, --top or --next-year.',
  noSuchJuror: (id) => `There is no juror “${id}” in that contest.`,
  optionMissing: (option) => `${option} is missing`,

  portOutside: (most) => `--port N: a number from 0 to ${most}.`,
  joinNeedsBoth: '--join HOST[:PORT] and --code CODE must be given together.',
  rehearsalArguments: 'An argument is missing, given twice, or out of bounds.',
  unknownColumn: (name, known) => `Unknown column in --map: ${name} (known: ${known.join(', ')}).`,
  noColumnLetter: (given) => `Not a column letter in --map: ${given}.`,
  noAnswer: (given, known) => `Not an answer in --answer: ${given} (known: ${known.join(', ')}).`,

  isJuror: 'This folder belongs to a juror laptop, not to the committee. Run the command juror.',
  isCommittee: 'This folder belongs to a committee laptop. Run the command committee.',
  otherSeat: 'This folder belongs to another juror or contest than the invitation. Use another folder.',
  unknownLine: (line) => `Unknown command: ${line}`,
  nothingReceived: 'Nothing has been received from the committee yet. Connect this laptop first.',
  recoverWith: 'To recover, run the same command with --recover.',
  contestFileRejected: 'The contest file was rejected.',
  scoresRejected: 'The score file was rejected.',
  scoresLeftOut: (scores) => `Left out of the file: ${counted(scores, 'score')}. Scores only come from jurors.`,
  decisionLeftOut: (contestants) =>
    `The decision about ${contestants.join(', ')} was left out: it fits no tie in this file.`,
  sealFault: (scope, fault) => {
    const faults = {
      'entry-missing': 'an entry that is sealed is not in this folder',
      'entry-differs': 'an entry that is sealed is another one now',
      'other-code': 'its check code does not fit what is sealed',
      'other-result': 'the result of the entries in this folder is not the sealed one',
      'no-confirmation': 'the agreement of the jury’s chair is not in this folder',
    };
    return `Seal of ${scope === '*' ? 'the whole contest' : `category ${scope}`}: ${faults[fault]}.`;
  },
  disconnected: (reason) => `The connection to the committee was cut (${reason}); trying again.`,

  questionOpen: (question) => `Answer this about the list first, on the Import screen: ${question}`,
  nobodyInList: (file) => `No contestant can be read from ${file}.`,
  unknownTemplate: (name, known) => `There is no sample rubric "${name}". There are: ${known.join(', ')}.`,
  committeeMachine: 'Committee laptop',
  invented: indonesianCommandLine.invented,
};
