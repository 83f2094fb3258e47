/**
 * The official workbook: contest and ranking become sheets. Recaps and winners stand first, then every juror's score sheet,
 * then the details per criterion where formulas need them. Formulas run from the raw scores to the ranks, and every cached
 * value is the application's (rules X5 to X15).
 */
import { wholeContest, type ContestFile } from '../../domain/setup/contest-file.ts';
import { present } from '../../lib/assert.ts';
import { withFittingDecisions } from '../../ranking/decisions.ts';
import type { RankAnswer } from '../../ranking/types.ts';
import type { DocumentWords } from '../../say/documents.ts';
import type { Words } from '../../say/words.ts';
import { categoryPlans, seatName, type CategoryPlan } from '../model/category-plan.ts';
import { noCodes, sealMark, type CodesOf } from '../model/seal-mark.ts';
import { criterionSheet, needsCriterionSheet } from './juror/criterion-sheet.ts';
import { jurorSheet, type LockedBy, type NotesOf } from './juror/juror-sheet.ts';
import { liveSteps } from './rank-formula.ts';
import { recapSheet } from './recap/recap-sheet.ts';
import { winnersSheet } from './winners/winners-sheet.ts';
import {
  longestSheetName,
  sheetNames,
  toldApart,
  type SheetModel,
  type WorkbookModel,
} from '../model/workbook-model.ts';

/** `answer` must be the ranking of this file; `notesOf`, `lockedBy` and `codesOf` are what it does not carry: the jurors' notes, who locked a sheet before a substitute came, and seals. */
export function contestWorkbook(
  given: ContestFile,
  answer: RankAnswer,
  words: Words,
  notesOf: NotesOf = () => '',
  lockedBy: LockedBy = () => null,
  codesOf: CodesOf = noCodes,
): WorkbookModel {
  // A decision that fits no tie any more decides nothing (R19), and no sheet tells of it.
  const { file } = withFittingDecisions(given);
  const plans = categoryPlans(file, answer, words);
  const nameOf = namer(plans, words.documents);
  const recaps: SheetModel[] = [];
  const jurors: SheetModel[] = [];
  const details: SheetModel[] = [];
  const categories = plans.map((plan) => {
    const steps = liveSteps(plan);
    const seal = sealMark(file, words, codesOf(plan.category.id));
    const sources = plan.jurors.map((juror) =>
      jurorSheet(plan, juror, nameOf(plan, juror.id), { notesOf, lockedBy, seal }),
    );
    const criteria = needsCriterionSheet(plan, steps) ? criterionSheet(plan, sources, nameOf(plan, '/criteria')) : null;
    const recap = recapSheet({
      plan,
      seal,
      name: nameOf(plan, '/recap'),
      jurorsName: nameOf(plan, '/jurors'),
      jurorSheets: sources,
      criterionSheet: criteria,
      steps,
    });
    recaps.push(...recap.models);
    jurors.push(...sources.map((source) => source.model));
    if (criteria !== null) details.push(criteria.model);
    return { plan, recap };
  });
  const winners = winnersSheet(file, categories, words, {
    name: words.documents.sheets.winners,
    wide: answer.awards ?? [],
    seal: sealMark(file, words, codesOf(wholeContest)),
  });
  return {
    title: file.contest.name,
    language: words.documents.language,
    sheets: [...recaps, winners, ...jurors, ...details],
  };
}

/** Sheet names: with one category without its name. `part` is `/recap`, `/jurors`, `/criteria` or a juror's id. */
function namer(
  plans: readonly CategoryPlan[],
  { sheets }: DocumentWords,
): (plan: CategoryPlan, part: string) => string {
  const keys: string[] = [];
  const wishes: string[] = [sheets.winners];
  const categories = toldApart(
    plans.map((plan) => plan.category.name),
    longestSheetName - sheets.jurors('').length,
  );
  for (const [index, plan] of plans.entries()) {
    const category = plans.length === 1 ? null : (categories[index] ?? '');
    const want = (part: string, wish: string): void => {
      keys.push(`${plan.category.id}/${part}`);
      wishes.push(wish);
    };
    want('/recap', sheets.recap(category));
    want('/jurors', sheets.jurors(category));
    want('/criteria', sheets.criteria(category));
    for (const juror of plan.jurors) want(juror.id, [seatName(plan, juror.id), category ?? ''].join(' ').trim());
  }
  const names = sheetNames(wishes, sheets.unnamed).slice(1);
  const byKey = new Map(keys.map((key, index) => [key, names[index]]));
  return (plan, part) => present(byKey.get(`${plan.category.id}/${part}`), 'a sheet name');
}
