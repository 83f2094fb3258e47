/** The formulas of the tie-break steps that follow changed scores: what each step compares, without rounding (rule X13). */
import { present } from '../../lib/assert.ts';
import { isPercent } from '../model/category-plan.ts';
import { methodOver } from './formulas.ts';
import type { FollowedStep } from './rank-formula.ts';
import type { RecapTable } from './recap/recap-table.ts';
import { cellName, fixedArea } from '../model/workbook-model.ts';

/** The value of one step for the line, larger is better; an error or a text where there is none. */
export function tieStepFormula(table: RecapTable, step: FollowedStep, index: number, row: number): string {
  switch (step.type) {
    case 'stage':
      return stageFormula(table, step.stage, index, row);
    case 'criterion':
      return meanFormula(table, step.criterion, index);
    case 'aspect':
      return aspectFormula(table, step.aspect, index);
    case 'fewest-penalties':
      return `-${cellName(row, table.columns.penalty)}`;
  }
}

/** The stage's value without rounding: its own cell where nothing is rounded, else over the unrounded parts. */
function stageFormula({ plan, columns, criterionSheet }: RecapTable, id: string, index: number, row: number): string {
  const { rules } = plan.file;
  const stage = present(
    columns.stages.find((one) => one.judged.stage.id === id),
    'columns of a scored stage',
  );
  if (rules.applyAt === 'criterion')
    return `SUM(${present(criterionSheet, 'the criteria').unrounded(id, index) ?? ''})`;
  const [first, last] = [stage.unrounded?.[0], stage.unrounded?.at(-1)];
  if (first === undefined || last === undefined) return cellName(row, stage.value);
  const range = fixedArea({ top: row, left: first, bottom: row, right: last });
  return methodOver(rules, range, (expression) => expression);
}

function meanFormula({ criterionSheet }: RecapTable, criterion: string, index: number): string {
  return present(present(criterionSheet, 'the criteria').mean(criterion, index), 'the mean of a criterion');
}

/** The weighted sum of the means of the aspect's criteria. */
function aspectFormula({ plan, criterionSheet }: RecapTable, aspect: string, index: number): string {
  const sheet = present(criterionSheet, 'the criteria');
  const counted = plan.lines[index]?.totals.stages.filter(({ use }) => use === 'counts').map(({ stage }) => stage);
  const stages = plan.stages.filter(({ stage }) => counted?.includes(stage.id) === true);
  const parts = stages.flatMap(({ rubric }) =>
    rubric.criteria
      .filter((criterion) => criterion.aspect === aspect)
      .map((criterion) => {
        const mean = present(sheet.mean(criterion.id, index), 'the mean of a criterion');
        const weight = present(sheet.weight(criterion.id, index), 'the weight of a criterion');
        return `${mean}*${weight}${isPercent(plan.file.rules, rubric) ? '/100' : ''}`;
      }),
  );
  return `(${parts.join('+')})`;
}
