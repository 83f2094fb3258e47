/** What the parts of a recap's table need to know of each other. */
import type { SealMark } from '../../model/seal-mark.ts';
import type { CategoryPlan } from '../../model/category-plan.ts';
import type { CriterionSheet } from '../juror/criterion-sheet.ts';
import type { JurorSheet } from '../juror/juror-sheet.ts';
import type { FixedOrder, LiveStep } from '../rank-formula.ts';
import type { RecapColumns } from './recap-columns.ts';
import type { JurorTotalAt } from './recap-jurors.ts';

export interface RecapInput {
  readonly plan: CategoryPlan;
  readonly seal: SealMark;
  readonly name: string;
  /** Of the sheet with the jurors' totals, where there is one. */
  readonly jurorsName: string;
  readonly jurorSheets: readonly JurorSheet[];
  readonly criterionSheet: CriterionSheet | null;
  readonly steps: readonly LiveStep[];
}

/** Everything that the parts of the table need to know. */
export interface RecapTable extends RecapInput {
  readonly columns: RecapColumns;
  readonly orders: readonly FixedOrder[];
  readonly firstLine: number;
  readonly lastCompared: number;
  readonly weightRow: number;
  /** Where the jurors' totals stand, and what stands before their addresses. */
  readonly totalAt: JurorTotalAt;
  readonly totalsPrefix: string;
}
