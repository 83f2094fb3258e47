/**
 * Umpan balik (rule X28): for each contestant, on pages of its own, the panel's mean of every criterion and the jurors' notes, without
 * names and in an order that tells nothing. No single mark stands on it: what one juror alone judged has no mean.
 */
import { compareText } from '../../lib/order.ts';
import { divide, fromDecimal, sum, toFixedText, whole } from '../../lib/rational.ts';
import type { CriterionId } from '../../domain/ids.ts';
import type { Rubric } from '../../domain/setup/contest-file.ts';
import type { StageTotals } from '../../ranking/types.ts';
import {
  byNumber,
  contestantFields,
  contestantText,
  stageTotalsOf,
  type CategoryPlan,
  type ContestantLine,
} from '../model/category-plan.ts';
import { plain, type Paper, type PaperBlock, type PaperSection } from '../model/paper.ts';
import { bold, marksOf, paperFrom, plansOf, titleBlock, type PaperInput } from './paper-frame.ts';

const meanDecimals = 2;
/** Fewer have no mean: it would be one person's mark. */
const fewestJurors = 2;

export function feedbackPaper(input: PaperInput): Paper {
  const { words, file, only } = input;
  const { feedback: said } = words.papers;
  const sections = plansOf(input).flatMap((plan): readonly PaperSection[] =>
    byNumber(plan)
      .filter(({ contestant: { id } }) => only === null || id === only)
      .filter(({ totals: { status } }) => status === 'ranked' || status === 'failed-gate')
      .map((line) => ({
        identity: said.identity(contestantText(plan, line.contestant.id)),
        marks: marksOf(input, [plan]),
        hasLetterhead: true,
        blocks: [
          titleBlock(said.title),
          titleBlock(file.contest.name.toUpperCase()),
          { type: 'fields', rows: contestantFields(plan, line) },
          { type: 'paragraph', runs: plain(said.intro) },
          ...missingBlock(line, said.notYet),
          ...plan.stages.flatMap(({ stage, rubric }) => {
            const totals = stageTotalsOf(line, { stage });
            if (totals.use === 'closed') return [];
            return [bold(stage.name), stageBlock(plan, rubric, totals)];
          }),
          ...tooFewBlock(plan, line),
          bold(said.notes),
          notesBlock(input, plan, line),
        ],
      })),
  );
  return paperFrom(input, said.title, 11, sections);
}

function missingBlock({ totals: { stages } }: ContestantLine, text: string): readonly PaperBlock[] {
  return stages.some(({ missing }) => missing.length > 0) ? [{ type: 'paragraph', runs: [{ text, bold: true }] }] : [];
}

function stageBlock({ words }: CategoryPlan, rubric: Rubric, totals: StageTotals): PaperBlock {
  const { documents, papers } = words;
  const { feedback: said } = papers;
  const isShown = totals.panel.length >= fewestJurors;
  return {
    type: 'table',
    columns: [
      { head: documents.columns.criterion, share: 0.52 },
      { head: documents.columns.weight, share: 0.13, align: 'center' },
      { head: said.range, share: 0.17, align: 'center' },
      { head: said.mean, share: 0.18, align: 'right', bold: true },
    ],
    rows: rubric.criteria.map(({ id, name, weight, min, max }) => {
      const marks = totals.sheets.flatMap((sheet) =>
        totals.panel.includes(sheet.juror) ? sheet.marks.filter(({ criterion }) => criterion === id) : [],
      );
      const mean = isShown && marks.length > 0 ? meanOf(marks.map(({ value }) => value)) : null;
      return [
        name,
        rubric.gate === true ? '–' : documents.decimal(weight),
        `${documents.decimal(min)}–${documents.decimal(max)}`,
        mean === null ? '–' : documents.decimal(mean),
      ];
    }),
  };
}

/** The exact mean of the marks as they were given, shown with two decimals. */
function meanOf(values: readonly string[]): string {
  return toFixedText(divide(sum(values.map(fromDecimal)), whole(values.length)), meanDecimals);
}

function tooFewBlock({ words }: CategoryPlan, { totals: { stages } }: ContestantLine): readonly PaperBlock[] {
  if (stages.every(({ panel }) => panel.length !== 1)) return [];
  return [{ type: 'paragraph', look: 'small', runs: plain(words.papers.feedback.tooFew) }];
}

/** Of locked sheets that count, sorted by their words: the order of the jurors is not to be seen. */
function notesBlock({ noteAt, words }: PaperInput, plan: CategoryPlan, line: ContestantLine): PaperBlock {
  const { feedback: said } = words.papers;
  if (noteAt === null) return { type: 'paragraph', runs: plain(said.notesElsewhere) };
  const notes = plan.stages.flatMap(({ stage, rubric }) =>
    stageTotalsOf(line, { stage }).panel.flatMap((juror) => {
      const at = (criterion: CriterionId | null): string =>
        noteAt(juror, line.contestant.id, stage.id, criterion).trim();
      const onCriteria = rubric.criteria.flatMap(({ id, name }) =>
        at(id) === '' ? [] : [said.onCriterion(name, at(id))],
      );
      return [...(at(null) === '' ? [] : [at(null)]), ...onCriteria];
    }),
  );
  if (notes.length === 0) return { type: 'paragraph', runs: plain(said.noNotes) };
  return { type: 'list', marks: 'bullets', items: notes.toSorted(compareText).map((note) => plain(note)) };
}
