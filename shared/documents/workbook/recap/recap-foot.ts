/** What stands below the recap's table: how it was computed, recorded decisions, signatures (rule X6). */
import type { StageId } from '../../../domain/ids.ts';
import type { Juror } from '../../../domain/setup/contest-file.ts';
import type { DocumentWords } from '../../../say/documents.ts';
import { isRankLive, juryLabel, methodName, seatName, stepName, type CategoryPlan } from '../../model/category-plan.ts';
import type { RoundTotals } from '../../../ranking/types.ts';
import type { RecapTable } from './recap-table.ts';
import { splitColumns } from '../column-widths.ts';
import { type SheetBuilder } from '../sheet-builder.ts';
import { placeAndDate, putSignatures, signatureOf, signatureWidth } from '../signatures.ts';
import { roomIn } from '../text-size.ts';
import { text } from '../../model/workbook-model.ts';

export function notesOf(table: RecapTable): readonly string[] {
  const { plan } = table;
  const { rules, decisions, confirmations = [] } = plan.file;
  const { notes: words } = plan.words.documents;
  const inCategory = ({ category }: { readonly category: string }) => category === plan.category.id;
  const isAnybodyExempt = plan.lines.some(({ totals }) =>
    totals.stages.some((stage) => stage.recused.length + stage.absent.length + stage.unassigned.length > 0),
  );
  const name = (step: string) => stepName(plan, step);
  return [
    words.method(methodName(plan), rules.applyAt === 'criterion'),
    ...rules.rounding.map((step) => words.rounding(step.at, step.decimals)),
    ...(rules.tieBreak.length === 0 ? [] : [words.tieBreak(rules.tieBreak.map(name))]),
    ...(rules.method === 'borda' ? [words.borda] : []),
    ...plan.rounds.map((round) => cutNote(plan, round)),
    ...(isRankLive(plan) ? (table.columns.fixed === null ? [] : [words.fixedOrder]) : [words.notLive]),
    ...(isAnybodyExempt ? [words.exempt] : []),
    ...decisions.filter(inCategory).map(({ kind, reason }) => words.decision(kind, name, reason)),
    ...confirmations.filter(inCategory).map(({ unsigned }) => words.unsigned(unsigned.map((one) => one.name))),
  ];
}

/** Who advances, and that no formula follows it. */
function cutNote({ file, words }: CategoryPlan, { to, over, cut, advanced, compared }: RoundTotals): string {
  const name = (id: StageId) => file.stages.find((stage) => stage.id === id)?.name ?? id;
  const bound = cut.top === undefined ? { minimum: cut.minimum ?? '' } : { top: cut.top };
  return words.documents.notes.cut({
    to: to.map(name),
    over: over.map(name),
    bound,
    advanced: advanced.length,
    among: compared.contestants.length,
  });
}

/** More members than so many sign in a list. */
const mostInRow = 5;
/** Points of a row of the list: room for a hand. */
const listRow = 28;
/** Of its width, what names may take. */
const nameShare = 0.72;
/** Rows of the list that stay together. */
const listBlock = 4;
/** So many members stand beside their chair: a small category keeps its signatures on the page of its table. */
const mostBesideChair = 2;

/** Chairs above, members in rows below, a small panel in one row; every signature of a juror names the seat that heads the juror's column. */
export function putRecapSignatures(sheet: SheetBuilder, { plan, columns }: RecapTable, top: number): number {
  const widths = columns.widths.slice(0, columns.last);
  const chair = plan.jurors.find((juror) => juror.chair === true);
  const members = plan.jurors.filter((juror) => juror !== chair);
  return chair !== undefined && members.length <= mostBesideChair
    ? putSmallPanel(sheet, plan, widths, { top, chair, members })
    : putPanel(sheet, plan, widths, { top, chair, members });
}

interface Panel {
  readonly top: number;
  readonly chair: Juror | undefined;
  readonly members: readonly Juror[];
}

function putSmallPanel(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  widths: readonly number[],
  { top, chair, members }: Panel,
): number {
  const words = plan.words.documents;
  const { signing } = words;
  const jury = juryLabel(plan.file, words);
  const spans = splitColumns(widths, members.length + 2);
  const [[left, right] = [1, 1], ...jurors] = spans;
  const centred = { horizontal: 'center', wrap: true } as const;
  const dated = { top, left: jurors[0]?.[0] ?? 1, bottom: top, right: jurors.at(-1)?.[1] ?? 1 };
  sheet.merge({ top, left, bottom: top, right }, text(signing.acknowledged), centred);
  sheet.merge(dated, text(placeAndDate(words, plan.file.contest)), centred);
  return putSignatures(sheet, top + 1, [
    { left, right, ...signatureOf(words, signing.committeeChair, plan.file.contest.committeeChair) },
    ...jurors.map(([first, last], at) => {
      const juror = at === 0 ? chair : members[at - 1];
      const role = at === 0 ? signing.chair(jury) : signing.member(jury);
      return { left: first, right: last, ...signatureOf(words, withSeat(plan, role, juror), juror) };
    }),
  ]);
}

function putPanel(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  widths: readonly number[],
  { top, chair, members }: Panel,
): number {
  const words = plan.words.documents;
  const { signing } = words;
  const jury = juryLabel(plan.file, words);
  const acknowledged = `${signing.acknowledged}\n${signing.committeeChair}`;
  const halves = splitColumns(widths, 2);
  const [left, right] = [halves[0] ?? [1, 1], halves[1] ?? [1, 1]];
  const chairRole = `${placeAndDate(words, plan.file.contest)}\n${withSeat(plan, signing.chair(jury), chair)}`;
  let row = putSignatures(sheet, top, [
    { left: left[0], right: left[1], ...signatureOf(words, acknowledged, plan.file.contest.committeeChair) },
    { left: right[0], right: right[1], ...signatureOf(words, chairRole, chair) },
  ]);
  if (members.length === 0) return row;
  sheet.gap(row);
  row += 1;
  sheet.merge({ top: row, left: 1, bottom: row, right: widths.length }, text(signing.member(jury)), {
    horizontal: 'center',
  });
  row += 1;
  if (members.length > mostInRow) return putList(sheet, plan, widths, { top: row, members });
  const perRow = membersInRow(words, widths, members);
  const spans = splitColumns(widths, perRow);
  for (let from = 0; from < members.length; from += perRow) {
    if (from > 0) {
      sheet.gap(row);
      row += 1;
      sheet.keepFrom(row);
    }
    const at = members.slice(from, from + perRow).map((juror, index) => {
      const [left, right] = spans[index] ?? [1, 1];
      return { left, right, ...signatureOf(words, seatOf(plan, juror), juror) };
    });
    row = putSignatures(sheet, row, at);
  }
  return row;
}

/** As many beside each other as leave every number of a civil servant and every word of a name on one line. */
function membersInRow(words: DocumentWords, widths: readonly number[], members: readonly Juror[]): number {
  const widest = Math.max(...members.map((juror) => signatureWidth(signatureOf(words, '', juror))));
  for (let count = members.length; count > 1; count -= 1) {
    const rows = Math.ceil(members.length / count);
    const even = Math.ceil(members.length / rows);
    const spans = splitColumns(widths, even);
    const room = spans.map(([left, right]) => roomIn(widths.slice(left - 1, right).reduce((sum, one) => sum + one, 0)));
    if (Math.min(...room) >= widest) return even;
  }
  return 1;
}

/** The columns of a half: names take the larger part. */
function nameAndHand(widths: readonly number[], left: number, right: number): readonly (readonly [number, number])[] {
  const whole = widths.slice(left - 1, right).reduce((sum, width) => sum + width, 0);
  let [last, used] = [left, widths[left - 1] ?? 0];
  while (last < right - 1 && used + (widths[last] ?? 0) <= whole * nameShare) {
    used += widths[last] ?? 0;
    last += 1;
  }
  return [
    [left, last],
    [Math.min(last + 1, right), right],
  ];
}

/** A large panel signs in a list of two columns: who it is at the left, where to sign at the right. */
function putList(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  widths: readonly number[],
  { top, members }: { readonly top: number; readonly members: readonly Juror[] },
): number {
  const spans = splitColumns(widths, 2).flatMap(([left, right]) => nameAndHand(widths, left, right));
  const rows = Math.ceil(members.length / 2);
  members.forEach((juror, index) => {
    const row = top + (index % rows);
    const [who, where] = index < rows ? [spans[0], spans[1]] : [spans[2], spans[3]];
    const { name, title, nip } = signatureOf(plan.words.documents, '', juror);
    const seat = seatOf(plan, juror);
    const lines = [
      `${index + 1}. ${name ?? ''}${seat === '' ? '' : ` (${seat})`}`,
      [title, nip?.replaceAll(' ', '\u00a0')].filter(Boolean).join(', '),
    ];
    const at = (span: readonly [number, number] | undefined) => ({
      top: row,
      left: span?.[0] ?? 1,
      bottom: row,
      right: span?.[1] ?? 1,
    });
    sheet.merge(at(who), text(lines.filter((line) => line !== '').join('\n')), {
      size: 9,
      wrap: true,
      vertical: 'bottom',
    });
    sheet.merge(at(where), text(`${index + 1}. ........................`), { size: 9, vertical: 'bottom', wrap: true });
    sheet.atLeast(row, listRow);
    if (index < rows && index > 0 && index % listBlock === 0) sheet.keepFrom(row);
  });
  return top + rows;
}

function withSeat(plan: CategoryPlan, role: string, juror: Juror | undefined): string {
  const seat = juror === undefined ? '' : seatOf(plan, juror);
  return seat === '' ? role : `${role} (${seat})`;
}

/** `Juri 2`, or nothing where the name says the seat itself. */
function seatOf(plan: CategoryPlan, { id, name }: Juror): string {
  const seat = seatName(plan, id);
  return name.startsWith(seat) ? '' : seat;
}
