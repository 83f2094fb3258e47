/** Penjelasan peringkat (rules R26, X27): for each contestant, on pages of its own, the sentences that lead from the marks to the rank. */
import { columnDisplays } from '../../ranking/display.ts';
import { explain, explainOutside } from '../../ranking/explanations.ts';
import { rankGroups } from '../../ranking/ties.ts';
import { juryTotals } from '../../ranking/totals.ts';
import { sayDecimal } from '../../say/numbers.ts';
import { sayExplanations, type SaidPart } from '../../say/explanations.ts';
import {
  byNumber,
  contestantFields,
  contestantText,
  jurorText,
  stageTotalsOf,
  type CategoryPlan,
  type ContestantLine,
} from '../model/category-plan.ts';
import { plain, type Paper, type PaperBlock, type PaperSection } from '../model/paper.ts';
import { marksOf, paperFrom, plansOf, titleBlock, type PaperInput } from './paper-frame.ts';

export function reasonsPaper(input: PaperInput): Paper {
  const { words, file, only } = input;
  const { reasons: said } = words.papers;
  const sections = plansOf(input).flatMap((plan): readonly PaperSection[] => {
    const partsFor = explainer(input, plan);
    const marks = marksOf(input, [plan]);
    return byNumber(plan)
      .filter(({ contestant: { id } }) => only === null || id === only)
      .map((line) => ({
        identity: said.identity(contestantText(plan, line.contestant.id)),
        marks,
        hasLetterhead: true,
        blocks: [
          titleBlock(said.title),
          titleBlock(file.contest.name.toUpperCase()),
          { type: 'fields', rows: contestantFields(plan, line) },
          ...partsFor(line).flatMap(partBlocks),
          ...panelBlocks(plan, line),
        ],
      }));
  });
  return paperFrom(input, said.title, 11, sections);
}

/** What follows from the marks stands behind them: the lines first, then the sentence. */
function partBlocks({ text, details, label }: SaidPart): readonly PaperBlock[] {
  if (details.length === 0) return [{ type: 'paragraph', runs: plain(text) }];
  return [
    ...(label === undefined
      ? []
      : [{ type: 'paragraph' as const, runs: [{ text: label, bold: true }], keepsNext: true }]),
    { type: 'list', marks: 'bullets', look: 'small', items: details.map((line) => plain(line)) },
    { type: 'paragraph', runs: plain(text) },
  ];
}

function explainer(
  { file, words, records }: PaperInput,
  plan: CategoryPlan,
): (line: ContestantLine) => readonly SaidPart[] {
  const totals = juryTotals(file, plan.category.id);
  const groups = rankGroups(file, totals);
  const displays = columnDisplays(plan.ranking.standings);
  const said = new Map(
    groups.flatMap((group) =>
      group.members.map((member) => {
        const at = plan.ranking.standings.findIndex(({ contestant }) => contestant === member.contestant);
        const display = sayDecimal(words.numbers, displays[at] ?? '');
        return [member.contestant, explain({ file, totals, groups, records }, group, member, display)] as const;
      }),
    ),
  );
  return ({ contestant, totals: member }) =>
    sayExplanations(words.explanations, file, said.get(contestant.id) ?? explainOutside({ file, records }, member));
}

/** Who counted, stage by stage. */
function panelBlocks(plan: CategoryPlan, line: ContestantLine): readonly PaperBlock[] {
  const { standing } = line;
  if (standing === undefined) return [];
  const { reasons: said } = plan.words.papers;
  // What somebody who did not advance was not judged in has no panel.
  const counting = plan.stages.filter((judged) => stageTotalsOf(line, judged).use === 'counts');
  return counting.map(({ stage }) => {
    const jurors = (standing.panel[stage.id] ?? []).map((juror) => jurorText(plan, juror));
    return {
      type: 'paragraph',
      look: 'small',
      runs: plain(said.panel(stage.name, jurors.length === 0 ? [said.nobody] : jurors)),
    };
  });
}
