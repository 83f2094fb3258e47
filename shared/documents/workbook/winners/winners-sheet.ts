/**
 * Daftar pemenang: award, number, KBK, unit and final score per category. Places follow the recap's ranks by formula;
 * awards that formulas cannot find (lists, criteria, bands) stand as values with a note (rule X7).
 */
import { isPlaceBased } from '../../../domain/methods.ts';
import { isContestWide } from '../../../ranking/awards.ts';
import { toNumber } from '../../../lib/rational.ts';
import { isRankLive, finalTitle, juryLabel, warningsOf, type CategoryPlan } from '../../model/category-plan.ts';
import { awardTitle, placeText, unitText } from '../../model/winner-texts.ts';
import { centerLook, headerLook, numberLook, textLook } from '../looks.ts';
import type { RecapSheet } from '../recap/recap-sheet.ts';
import { putHeading, putNotes, sheetBuilder, type SheetBuilder } from '../sheet-builder.ts';
import { placeAndDate, putSignatures, signatureOf } from '../signatures.ts';
import { roomIn, textWidth } from '../text-size.ts';
import {
  formula,
  number,
  text,
  type CellLook,
  type CellValue,
  type SheetModel,
  type TableRows,
} from '../../model/workbook-model.ts';
import type { Contestant, ContestFile } from '../../../domain/setup/contest-file.ts';
import type { AwardWinner } from '../../../ranking/types.ts';
import type { DocumentWords } from '../../../say/documents.ts';
import type { Words } from '../../../say/words.ts';
import type { SealMark } from '../../model/seal-mark.ts';

export interface CategoryRecap {
  readonly plan: CategoryPlan;
  readonly recap: RecapSheet;
}

const width = 5;
const widths = [19, 8, 23, 24, 10];

/** `wide`: the winners of awards over the whole contest. */
export function winnersSheet(
  file: ContestFile,
  categories: readonly CategoryRecap[],
  { documents: words }: Words,
  { name, wide, seal }: { readonly name: string; readonly wide: readonly AwardWinner[]; readonly seal: SealMark },
): SheetModel {
  const sheet = sheetBuilder();
  const { columns: heads, winners: said, signing } = words;
  const warnings = categories.flatMap(({ plan }) =>
    warningsOf(plan).map((warning) => words.warnings.inCategory(plan.category.name, warning)),
  );
  const top = putHeading(sheet, words, file.contest, width, {
    title: words.titles.winners,
    lines: [file.contest.name, ...seal.lines],
    warnings: [...seal.warnings, ...warnings],
  });
  const tables: TableRows[] = [];
  let row = top;
  let hasFixed = false;
  for (const { plan, recap } of categories) {
    const head = row;
    sheet.merge({ top: row, left: 1, bottom: row, right: width }, text(words.titles.category(plan.category.name)), {
      bold: true,
      size: 11,
    });
    const titles = [heads.award, heads.number, heads.name, heads.unit, finalTitle(plan)];
    titles.forEach((title, at) => sheet.put(row + 1, at + 1, text(title), headerLook));
    row += 2;
    row = putPlaces(sheet, plan, recap, row);
    const others = putOtherAwards(sheet, plan, recap, row);
    hasFixed ||= others > row;
    tables.push({ head: [head, head + 1], last: others - 1 });
    row = others + 1;
  }
  if (wide.length > 0) {
    const last = putContestAwards(sheet, file, categories, words, { winners: wide, top: row });
    tables.push({ head: [row, row + 1], last: last - 1 });
    hasFixed = true;
    row = last + 1;
  }
  const notes = [said.follows, ...(hasFixed ? [said.fixed] : [])];
  row = putNotes(sheet, row, width, notes) + 1;
  sheet.keepFrom(row);
  const label = juryLabel(file, words);
  const chair = file.jurors.find((juror) => juror.chair === true);
  const signed = placeAndDate(words, file.contest);
  const end = putSignatures(sheet, row, [
    {
      left: 1,
      right: 2,
      ...signatureOf(words, `${signing.acknowledged}\n${signing.committeeChair}`, file.contest.committeeChair),
    },
    {
      left: rightHalf(widths, signed),
      right: width,
      ...signatureOf(words, `${signed}\n${signing.chair(label)}`, chair),
    },
  ]);
  return sheet.finish({
    kind: 'winners',
    identity: seal.identity(words.titles.identities.winners(file.contest.name)),
    name,
    columnWidths: widths,
    printArea: { top: 1, left: 1, bottom: end - 1, right: width },
    tables,
    frozen: { rows: 0, columns: 0 },
    paper: file.contest.paper ?? 'F4',
    orientation: 'portrait',
  });
}

/** The first column of the right signature: below the units, or wider where town and day would take two lines. */
function rightHalf(widths: readonly number[], signed: string): number {
  const room = roomIn(widths.slice(3).reduce((sum, width) => sum + width, 0));
  return textWidth(signed, {}) <= room ? 4 : 3;
}

/** One row per awarded place that somebody can hold, by the recap's order; the next free row is the answer. */
function putPlaces(sheet: SheetBuilder, plan: CategoryPlan, recap: RecapSheet, top: number): number {
  const holders = plan.lines
    .filter((line) => line.standing !== undefined && line.standing.rank !== null && line.totals.outOf === null)
    .toSorted((a, b) => (a.standing?.rank ?? 0) - (b.standing?.rank ?? 0));
  const awarded = holders.filter((line) => (line.standing?.rank ?? 0) <= plan.placeLabels.length).length;
  const advanced = plan.ranking.standings.filter(({ status }) => status === undefined).length;
  const count = Math.max(awarded, Math.min(plan.placeLabels.length, advanced));
  for (let place = 1; place <= count; place += 1) {
    const row = top + place - 1;
    const holder = holders[place - 1];
    const award = holder === undefined ? '' : placeText(plan, holder);
    const isShown = award !== '';
    const cell = (which: 'award' | 'number' | 'name' | 'unit' | 'final', cached: number | string): CellValue => {
      const match = `MATCH(${place},${recap.column('order')},0)`;
      const found = `INDEX(${recap.column(which)},${match})`;
      const expression = which === 'award' ? found : `IF(INDEX(${recap.column('award')},${match})="","",${found})`;
      return formula(`IFERROR(${expression},"")`, isShown ? cached : '');
    };
    const contestant = holder?.contestant;
    sheet.put(row, 1, cell('award', award), { ...textLook, bold: true });
    sheet.put(row, 2, cell('number', contestant?.number ?? '–'), { ...centerLook, bold: true });
    sheet.put(row, 3, cell('name', contestant?.name ?? ''), { ...textLook, bold: true });
    sheet.put(row, 4, cell('unit', unitText(contestant?.unit)), textLook);
    const result = holder?.totals.result ?? null;
    sheet.put(row, 5, cell('final', result === null ? '' : toNumber(result)), finalLook(plan, { bold: true }));
  }
  if (count === 0) {
    sheet.merge({ top, left: 1, bottom: top, right: width }, text(plan.words.documents.winners.nobody), {
      ...textLook,
      italic: true,
    });
    return top + 1;
  }
  return top + count;
}

/** Awards by list, criterion or band, as the application gave them. */
function putOtherAwards(sheet: SheetBuilder, plan: CategoryPlan, recap: RecapSheet, top: number): number {
  let row = top;
  const awardOf = (id: string) => plan.file.awards.find((one) => one.id === id);
  const isBand = (id: string) => awardOf(id)?.kind === 'band';
  const bands = plan.ranking.awards.filter((winner) => isBand(winner.award));
  for (const winner of [...plan.ranking.awards.filter((one) => !isBand(one.award)), ...bands]) {
    const award = awardOf(winner.award);
    const index = plan.lines.findIndex((line) => line.contestant.id === winner.contestant);
    const line = plan.lines[index];
    if (award === undefined || award.kind === 'places' || line === undefined) continue;
    if (winner === bands[0]) {
      // A grade that many have is no award of a few.
      sheet.merge({ top: row, left: 1, bottom: row, right: width }, text(plan.words.documents.winners.bands), {
        ...headerLook,
        horizontal: 'left',
      });
      row += 1;
    }
    putWinner(sheet, row, awardTitle(plan.words.documents, award, winner), line.contestant);
    const result = line.standing === undefined ? null : line.totals.result;
    const final = result === null ? '' : toNumber(result);
    const isLive = index < plan.rankedCount && isRankLive(plan);
    const value: CellValue = isLive
      ? formula(recap.finalCell(index), final)
      : final === ''
        ? text('–')
        : number(Number(final));
    sheet.put(row, 5, value, finalLook(plan));
    row += 1;
  }
  return row;
}

/** Awards over the whole contest, below the categories; the category stands beside the unit, for the numbers are its own. */
function putContestAwards(
  sheet: SheetBuilder,
  file: ContestFile,
  categories: readonly CategoryRecap[],
  words: DocumentWords,
  { winners, top }: { readonly winners: readonly AwardWinner[]; readonly top: number },
): number {
  const { columns: heads } = words;
  sheet.merge({ top, left: 1, bottom: top, right: width }, text(words.winners.wholeContest), { bold: true, size: 11 });
  const titles = [heads.award, heads.number, heads.name, heads.unit, heads.category];
  titles.forEach((title, at) => sheet.put(top + 1, at + 1, text(title), headerLook));
  let row = top + 2;
  for (const award of file.awards.filter(isContestWide)) {
    for (const winner of winners.filter((one) => one.award === award.id)) {
      const contestant = file.contestants.find(({ id }) => id === winner.contestant);
      if (contestant === undefined) continue;
      const category = categories.find(({ plan }) => plan.category.id === contestant.category)?.plan.category.name;
      const title = awardTitle(words, award, winner);
      if (winner.unit === undefined) {
        putWinner(sheet, row, title, contestant);
        sheet.put(row, 5, text(category ?? '–'), { ...textLook, size: 9 });
      } else {
        putWinner(sheet, row, title, { number: null, name: winner.unit });
        sheet.put(row, 5, text(words.winners.points(words.number(winner.points ?? '0'))), { ...textLook, size: 9 });
      }
      row += 1;
    }
  }
  return row;
}

function putWinner(
  sheet: SheetBuilder,
  row: number,
  title: string,
  contestant: Pick<Contestant, 'number' | 'name' | 'unit'>,
) {
  sheet.put(row, 1, text(`${title} *`), { ...textLook, bold: true });
  sheet.put(row, 2, contestant.number === null ? text('–') : number(contestant.number), { ...centerLook, bold: true });
  sheet.put(row, 3, text(contestant.name), { ...textLook, bold: true });
  sheet.put(row, 4, text(unitText(contestant.unit)), textLook);
}

/** Places and points are whole numbers or halves: without decimals of a score. */
function finalLook(plan: CategoryPlan, more: CellLook = {}): CellLook {
  const look = numberLook(plan.decimals, more);
  return isPlaceBased(plan.file.rules.method) ? { ...look, numberFormat: 'General' } : look;
}
