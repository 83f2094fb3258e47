/** What is wrong with a contest file, in English. Half sentences: they stand beside their place. */
import type { ProblemTag } from '../../domain/setup/contest-problem.ts';
import type { JsonSyntaxFault } from '../../lib/strict-json.ts';
import type { ProblemWords } from '../problems.ts';
import { showDecimal } from './numbers.ts';

export const englishProblems: ProblemWords = {
  'file-too-large': () => 'the file is too large for a contest file',
  'not-json': ({ line, column, fault }) =>
    `this file is not whole JSON: line ${line} column ${column}, ${syntaxFault(fault)}`,
  'key-twice': ({ key, line, column }) => `the key "${key}" is written twice (line ${line} column ${column})`,

  required: () => 'must be filled in',
  empty: () => 'must not be empty',
  'reason-missing': () => 'a reason must be given',
  'bad-id': () => 'id: small letters, digits and hyphens, 1 to 64 characters',
  'not-decimal': () => 'not a decimal number (at most 4 digits after the point, at most 1,000,000)',
  'not-positive': () => 'must be more than zero',
  negative: () => 'must not be negative',
  'unknown-tie-step': () => 'unknown tie-break',
  'unknown-key': ({ key }) => `unknown key "${key}"`,
  'wrong-type': ({ expected }) => `must be ${typeNames[expected] ?? expected}`,
  'wrong-format': ({ format }) => `the format of the file must be "${format}"; other versions cannot be read`,
  'not-one-of': ({ values }) => `must be one of: ${values.join(', ')}`,
  'unknown-kind': () => 'unknown kind',
  'unknown-shape': () => 'unknown shape',
  'too-much': ({ most }) => `too large or too long; at most ${most}`,
  'too-little': ({ least }) => `too small or too short; at least ${least}`,
  'not-a-date': () => 'must be a date that exists, written YYYY-MM-DD',
  'wrong-pattern': () => 'the text has the wrong form',
  wrong: () => 'is wrong',

  'logo-not-base64': () => 'the logo is not base64 text',
  'logo-unknown': () => 'the logo is not a PNG or JPEG picture',
  'logo-broken': () => 'the logo picture is damaged or cut off; save the picture again',
  'logo-too-large': ({ bytes, most }) =>
    `the logo picture has ${Math.ceil(bytes / 1024)} KB; at most ${most / 1024} KB`,
  'logo-too-wide': ({ width, height, most }) =>
    `the logo picture has ${width} x ${height} pixels; at most ${most} on the longest side`,

  'no-such': ({ kind, id }) => `${kinds[kind]} "${id}" does not exist`,
  'named-twice': ({ kind, id }) => `${kind === null ? '' : `${kinds[kind]} `}"${id}" is named twice`,
  'id-taken': ({ id }) => `the id "${id}" is used in this list already; give another id`,
  'criterion-id-taken': ({ id }) => `the criterion id "${id}" is used already; it must be unique in the whole contest`,
  'max-not-above-min': () => 'the maximum score must be more than the minimum score',
  'step-above-range': () => 'the step of scores is larger than the range from minimum to maximum',
  'gate-out-of-reach': () =>
    'the maximum score cannot be reached in these steps, although this rubric is a requirement',
  'note-bound-outside': (range) => `the bound of the note must be between ${between(range)}`,
  'too-many-descriptors': ({ most }) => `at most ${most} levels per criterion`,
  'descriptor-outside': ({ key, ...range }) => `the level "${key}" must be for a score between ${between(range)}`,
  'weights-not-100': ({ total }) => `the criteria’s weights must add up to 100, now ${showDecimal(total)}`,
  'other-rubric-there': ({ categories }) =>
    `there is another rubric for this stage in the category ${categories.join(', ')}; a stage and category may only have one rubric`,
  'stages-without-weight': ({ category }) =>
    `all stages judged in the category ${category} have weight 0; give at least one stage a weight`,
  'calibration-counted': () =>
    'a group for calibration does not take part in the contest; its status must be exhibition',
  'number-taken': ({ number }) => `the number ${number} is used in this category already`,
  'award-id-reserved': () => 'the id "places" stands for the winners; give another id',
  'bands-need-scores': () => 'awards by bands of scores cannot be used with a method of places',
  'band-twice': ({ min }) => `the bound ${min} is named twice`,
  'outside-award': ({ contestant }) => `contestant "${contestant}" is not in a category of this award`,
  'excludes-later': ({ award }) => `put the award "${award}" before this one; who holds it must be known first`,

  'round-after-itself': () => 'this stage comes after itself; choose a stage before it',
  'round-cut-not-one': () => 'say who advances by one of two: how many, or the lowest result',
  'round-ties-without-top': () => 'deciding equals at the cut only applies where the number who advance is given',
  'round-not-judged-before': ({ stage, category }) =>
    `the stage ${stage} is not judged in the category ${category}, although this stage comes after it there`,
  'round-after-gate': ({ stage, category }) =>
    `the stage ${stage} is a requirement in the category ${category} and gives no score; this stage cannot come after it`,
  'round-other-cut': ({ stage }) =>
    `the stage ${stage} comes after the same stage with another cut; both must have the same one`,
  'rounds-not-in-line': ({ category }) =>
    `the later stages of the category ${category} do not follow one another: two of them come after different stages`,
  'minimum-of-places': ({ method }) => `the method ${method} counts places, not scores; a lowest result does not apply`,

  'method-per-sheet-only': ({ method }) => `the method ${method} can only be used per score sheet (sheet)`,
  'rounding-not-there': ({ at, applyAt }) =>
    `rounding "${at}" does not apply when the method is applied per ${applyAt}`,
  'rounding-of-places': ({ at, method }) =>
    `rounding "${at}" does not apply to the method ${method}: it counts places, not stage scores`,
  'readers-of-places': ({ method }) =>
    `the method ${method} needs jurors who judge every contestant; first remove the sharing of groups among jurors`,
  'rounding-twice': ({ at }) => `rounding "${at}" is named twice`,
  'too-few-jurors': ({ fewest, category, jurors }) =>
    `a trimmed mean needs at least ${fewest} jurors; the category ${category} has ${jurors}`,
  'too-few-to-drop': ({ drop, stage, category, jurors }) =>
    `dropping ${drop} highest and ${drop} lowest needs more than ${2 * drop} jurors; stage ${stage} in category ${category} has ${jurors}`,

  'readers-twice': () => 'jurors are assigned to this contestant in this stage already',
  'score-twice': () => 'there is a score of this juror for this contestant and criterion already',
  'sheet-incomplete': ({ criteria }) => `the score sheet is not complete; no score yet for ${criteria.join(', ')}`,
  'criterion-not-judged': ({ criterion }) => `criterion ${criterion} is not judged in the category of this contestant`,
  'juror-not-judging': ({ juror }) => `${juror} does not judge this category or stage`,
  'score-despite-recusal': ({ juror }) => `${juror} is recorded as recused for this contestant, but there is a score`,
  'score-despite-absence': ({ juror }) => `${juror} is recorded as absent for this contestant, but there is a score`,
  'score-outside': ({ value, ...range }) => `the score ${showDecimal(value)} must be between ${between(range)}`,
  'score-off-step': ({ value, step, min }) =>
    `the score ${showDecimal(value)} is not in steps of ${showDecimal(step)} from ${showDecimal(min)}`,
  'exempt-already': () => 'this juror is recorded as recused or absent for this contestant and stage already',
  'too-few-left': ({ drop, contestant, stage, jurors }) =>
    `a trimmed mean needs more than ${2 * drop} jurors; ${contestant} in stage ${stage} is judged by ${jurors} only`,
  'decision-twice': () => 'there is a decision for the same contestants already',
  'not-ranked-there': ({ contestant }) => `contestant "${contestant}" has no rank in this category`,
  'decision-not-agreed': ({ kind }) => `"${kind}" is not among the agreed tie-breaks (rules.tieBreak)`,
  'decision-fits-no-tie': ({ contestants }) =>
    `this decision fits no tie: ${contestants.join(', ')} are not exactly a group with equal scores`,
};

const kinds: Readonly<Record<ProblemTag<'no-such'>['kind'], string>> = {
  aspect: 'aspect',
  award: 'award',
  category: 'category',
  contestant: 'contestant',
  criterion: 'criterion',
  juror: 'juror',
  stage: 'stage',
};

/** By zod's names. */
const typeNames: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list [ ... ]',
  object: 'an object { ... }',
  record: 'an object { ... }',
};

function between({ min, max }: { readonly min: string; readonly max: string }): string {
  return `${showDecimal(min)} and ${showDecimal(max)}`;
}

function syntaxFault(fault: JsonSyntaxFault): string {
  switch (fault.type) {
    case 'empty':
      return 'this file is empty';
    case 'text-after-end':
      return 'there is more text after the end';
    case 'too-deep':
      return 'it is nested too deeply';
    case 'comma-after-last':
      return 'a comma after the last item';
    case 'quote-missing':
      return 'the closing quotation mark is missing';
    case 'quote-missing-in-line':
      return 'the closing quotation mark is missing in this line';
    case 'unknown-escape':
      return 'an unknown backslash (\\) inside a text';
    case 'key-expected':
      return `the name of a key in quotation marks is expected, ${sight(fault.found)}`;
    case 'colon-expected':
      return `a colon after the name of the key is expected, ${sight(fault.found)}`;
    case 'value-expected':
      return `a value is expected (text in quotation marks, a number, { or [), ${sight(fault.found)}`;
    case 'comma-expected':
      return `a comma or "${fault.closing}" is expected, ${sight(fault.found)}`;
  }
}

function sight(found: string | null): string {
  return found === null ? 'but the file ends' : `but there is ${JSON.stringify(found)}`;
}
