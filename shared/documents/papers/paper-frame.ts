/** What the papers share: whose they are, their letterhead, marks, tables of winners, and who signs (rules X6, X20, X25). */
import type { CertificateRecipients } from '../../domain/document-kinds.ts';
import type { Award, CertificateForm, ContestFile, Juror } from '../../domain/setup/contest-file.ts';
import type { ContestantId, CriterionId, JurorId, StageId } from '../../domain/ids.ts';
import { isPlaceBased } from '../../domain/methods.ts';
import type { Picture } from '../../lib/picture.ts';
import { fromExactText, toExactText, toFixedText } from '../../lib/rational.ts';
import { isContestWide } from '../../ranking/awards.ts';
import { noRecords, type RankRecords } from '../../ranking/explanation.ts';
import { rankContest } from '../../ranking/rank.ts';
import type { RankAnswer, Standing } from '../../ranking/types.ts';
import type { Words } from '../../say/words.ts';
import {
  categoryPlans,
  contestLogo,
  finalTitle,
  isExample,
  juryLabel,
  warningsOf,
  type CategoryPlan,
  type ContestantLine,
} from '../model/category-plan.ts';
import {
  plain,
  uprightPage,
  type Paper,
  type PaperBlock,
  type PaperColumn,
  type PaperSection,
} from '../model/paper.ts';
import type { HistoryLine } from '../model/history-lines.ts';
import { awardTitle, placeText, unitText } from '../model/winner-texts.ts';
import type { LockedBy } from '../workbook/juror/juror-sheet.ts';
import { placeAndDate, signatureOf, type Signature } from '../workbook/signatures.ts';

/** A juror's note on a sheet, or on a criterion of it; "" where there is none. */
export type NoteAt = (
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
  criterion: CriterionId | null,
) => string;

export interface PaperInput {
  readonly file: ContestFile;
  /** The ranking of this very file. */
  readonly answer: RankAnswer;
  readonly words: Words;
  /** What a contest file does not carry; null: nobody knows the notes here. */
  readonly noteAt: NoteAt | null;
  readonly records: RankRecords;
  /** Who locked a sheet before a substitute took the seat; null where that is who holds it now. */
  readonly lockedBy: LockedBy;
  /** Day and time by the clock of whoever makes the paper. */
  readonly moment: (atMs: number) => string;
  /** One contestant alone; null: all of them. For papers with pages of their own for each. */
  readonly only: ContestantId | null;
  /** Of the seals that make every category official, as people read it; null until then. */
  readonly checkCode: string | null;
  /** [Z10] In the order in which they were taken down. */
  readonly objections: readonly ObjectionNote[];
  /** [Z12] The committee has corrected something after the scores were opened to every laptop. */
  readonly isCorrected: boolean;
  readonly certificates: CertificateInput;
  /** What was changed late, oldest first (rule X30); null: nobody knows the history here. */
  readonly changes: readonly ChangeLine[] | null;
}

/** `when`: by the local clock, as people read it. */
export type ChangeLine = HistoryLine & { readonly when: string };

/** `contestant` null: it is about nobody in particular; `answer` null: nobody has given one. */
export interface ObjectionNote {
  readonly by: string;
  readonly contestant: ContestantId | null;
  readonly text: string;
  readonly answer: { readonly outcome: 'accepted' | 'rejected'; readonly answer: string } | null;
}

/** What of certificates is not in the contest file (rule X29). */
export interface CertificateInput {
  readonly to: CertificateRecipients;
  readonly background: Picture | null;
  /** While it is written; null: the contest's. */
  readonly form: CertificateForm | null;
  /** One alone, with the longest name: to look at. */
  readonly isSample: boolean;
}

/** Of a contest file alone, which carries neither notes nor history nor seals. */
export function paperInput(file: ContestFile, words: Words): PaperInput {
  return {
    file,
    answer: rankContest(file),
    words,
    noteAt: null,
    records: noRecords,
    lockedBy: () => null,
    only: null,
    moment: String,
    checkCode: null,
    objections: [],
    isCorrected: false,
    certificates: { to: 'winners', background: null, form: null, isSample: false },
    changes: null,
  };
}

export function plansOf({ file, answer, words }: PaperInput): readonly CategoryPlan[] {
  return categoryPlans(file, answer, words);
}

/** A paper about nobody says so: a document without a page is none. */
export function paperFrom(
  input: PaperInput,
  title: string,
  textSize: Paper['textSize'],
  sections: readonly PaperSection[],
): Paper {
  const {
    file: { contest },
    words,
    checkCode,
  } = input;
  const nobody: PaperSection = {
    identity: title,
    marks: marksOf(input, plansOf(input)),
    hasLetterhead: true,
    blocks: [titleBlock(title), { type: 'paragraph', runs: plain(words.papers.nobody) }],
  };
  return {
    title,
    language: words.documents.language,
    size: contest.paper ?? 'F4',
    page: uprightPage,
    textSize,
    letterhead: {
      logo: contestLogo(contest),
      lines: (contest.letterhead ?? []).map((line) => line.trim()).filter((line) => line !== ''),
    },
    checkCode,
    sections: sections.length > 0 ? sections : [nobody],
  };
}

/** A paper about the whole contest: under its title `head`, what keeps the result open, then `body`. */
export function contestPaper(
  input: PaperInput,
  said: { readonly title: string; readonly identity: (contest: string) => string },
  {
    textSize,
    hasLetterhead,
    head,
  }: { readonly textSize: Paper['textSize']; readonly hasLetterhead: boolean; readonly head: readonly PaperBlock[] },
  body: (plans: readonly CategoryPlan[]) => readonly PaperBlock[],
): Paper {
  const plans = plansOf(input);
  const identity = said.identity(input.file.contest.name);
  const marks = marksOf(input, plans);
  const blocks = [titleBlock(said.title), ...head, ...warningBlocks(input, plans), ...body(plans)];
  return paperFrom(input, identity, textSize, [{ identity, marks, hasLetterhead, blocks }]);
}

/** What keeps the result open. */
function warningBlocks({ words }: PaperInput, plans: readonly CategoryPlan[]): readonly PaperBlock[] {
  const said = plans.flatMap((plan) =>
    warningsOf(plan).map((warning) =>
      plans.length > 1 ? words.documents.warnings.inCategory(plan.category.name, warning) : warning,
    ),
  );
  return said.map((text) => ({ type: 'paragraph', runs: [{ text, bold: true }] }));
}

/** What stands above each page: invented data, and a result that may still change in one of these categories. */
export function marksOf(
  { file, words, checkCode, isCorrected }: PaperInput,
  plans: readonly CategoryPlan[],
): readonly string[] {
  return [
    ...(isExample(file.contest) ? [words.documents.titles.example] : []),
    // [Z8] Nothing is official before it is sealed.
    ...(plans.some(isOpen) || (file.contest.sealing === true && checkCode === null) ? [words.papers.provisional] : []),
    ...(isCorrected ? [words.papers.corrected] : []),
  ];
}

/** True while a sheet is missing or a place is not decided. */
function isOpen({ ranking }: CategoryPlan): boolean {
  return ranking.provisional || ranking.blocked !== null;
}

export function titleBlock(text: string): PaperBlock {
  return { type: 'paragraph', runs: plain(text), align: 'center', look: 'title' };
}

/** Place and days of the contest below a title. */
export function eventLine({ file: { contest }, words }: PaperInput): string {
  const when = words.documents.dates(contest.dates ?? []);
  return [contest.place?.trim() ?? '', when].filter((part) => part !== '').join(', ');
}

/** The result of a line as the recap has it; a dash where there is none. */
export function resultText(plan: CategoryPlan, standing: Pick<Standing, 'result'> | undefined): string {
  const decimal = resultDecimal(plan, standing);
  return decimal === null ? '–' : plan.words.documents.number(decimal);
}

/** The same as a decimal with a point, or a fraction of a method that counts places; null where there is none. */
function resultDecimal(plan: CategoryPlan, standing: Pick<Standing, 'result'> | undefined): string | null {
  const result = standing?.result ?? null;
  if (result === null) return null;
  const value = fromExactText(result);
  const exact = toExactText(value);
  return isPlaceBased(plan.file.rules.method) && !exact.includes('/') ? exact : toFixedText(value, plan.decimals);
}

export function numberText(number: number | null): string {
  return number === null ? '–' : String(number);
}

/** By rank, those without one last. */
export function byRank(plan: CategoryPlan): readonly ContestantLine[] {
  const rankOf = ({ standing }: ContestantLine): number => standing?.rank ?? Number.MAX_SAFE_INTEGER;
  return plan.lines.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/**
 * Award, number, name, unit and result of each winner of a category; grades that many have, by themselves. `inMinutes`: results in words
 * too, and no grades: they stand beside the complete list.
 */
export function winnerTables(
  input: PaperInput,
  plans: readonly CategoryPlan[],
  { inMinutes }: { readonly inMinutes: boolean },
): readonly PaperBlock[] {
  const { words } = input;
  const { titles, winners: said } = words.documents;
  const tables = plans.flatMap((plan): readonly PaperBlock[] => {
    const result = ({ standing }: ContestantLine): string => {
      const decimal = resultDecimal(plan, standing);
      return decimal === null || !inMinutes ? resultText(plan, standing) : words.papers.numberWithWords(decimal);
    };
    const row = ({ award, line }: Won): readonly string[] => {
      const { number, name, unit } = line.contestant;
      return [award, numberText(number), name, unitText(unit), result(line)];
    };
    const winners = [...placesOf(plan), ...awardsOf(plan, (kind) => kind !== 'band')].map(row);
    const grades = inMinutes ? [] : awardsOf(plan, (kind) => kind === 'band').map(row);
    const columns = winnerColumns(plan, inMinutes);
    return [
      ...(plans.length > 1 ? [bold(titles.category(plan.category.name))] : []),
      { type: 'table', columns, rows: winners.length > 0 ? winners : [['–', '–', said.nobody, '–', '–']] },
      ...(grades.length > 0 ? [bold(said.bands), { type: 'table' as const, columns, rows: grades }] : []),
    ];
  });
  return [...tables, ...contestAwards(input)];
}

function winnerColumns(plan: CategoryPlan, inMinutes: boolean): readonly PaperColumn[] {
  const { columns: heads } = plan.words.documents;
  return [
    { head: heads.award, share: 0.19, bold: true },
    { head: heads.number, share: 0.12, align: 'center' },
    { head: heads.name, share: inMinutes ? 0.25 : 0.29, bold: true },
    { head: heads.unit, share: inMinutes ? 0.2 : 0.26 },
    { head: finalTitle(plan), share: inMinutes ? 0.24 : 0.14, align: inMinutes ? 'left' : 'right' },
  ];
}

interface Won {
  readonly award: string;
  readonly line: ContestantLine;
}

export function placesOf(plan: CategoryPlan): readonly Won[] {
  return byRank(plan)
    .map((line) => ({ award: placeText(plan, line), line }))
    .filter(({ award }) => award !== '');
}

/** Awards of the category that are no places. */
export function awardsOf(plan: CategoryPlan, isAsked: (kind: Award['kind']) => boolean): readonly Won[] {
  const { file, ranking, words } = plan;
  return ranking.awards.flatMap((winner) => {
    const award = file.awards.find(({ id }) => id === winner.award);
    const line = plan.lines.find(({ contestant }) => contestant.id === winner.contestant);
    if (award === undefined || award.kind === 'places' || isContestWide(award) || line === undefined) return [];
    return isAsked(award.kind) ? [{ award: awardTitle(words.documents, award, winner), line }] : [];
  });
}

/** Awards over the whole contest; nothing where it has none. The category stands beside the unit, for the numbers are its own. */
export function contestAwards({ words, file, answer }: PaperInput): readonly PaperBlock[] {
  const { columns: heads, winners: said } = words.documents;
  const wide = (answer.awards ?? []).flatMap((winner) => {
    const award = file.awards.find(({ id }) => id === winner.award);
    const contestant = file.contestants.find(({ id }) => id === winner.contestant);
    if (award === undefined || contestant === undefined) return [];
    const category = file.categories.find(({ id }) => id === contestant.category)?.name ?? '–';
    const title = awardTitle(words.documents, award, winner);
    if (winner.unit !== undefined)
      return [[title, '–', winner.unit, '–', said.points(words.documents.number(winner.points ?? '0'))]];
    const { number, name, unit } = contestant;
    return [[title, numberText(number), name, unitText(unit), category]];
  });
  if (wide.length === 0) return [];
  return [
    bold(said.wholeContest),
    {
      type: 'table',
      columns: [
        { head: heads.award, share: 0.19, bold: true },
        { head: heads.number, share: 0.12, align: 'center' },
        { head: heads.name, share: 0.26, bold: true },
        { head: heads.unit, share: 0.25 },
        { head: heads.category, share: 0.18 },
      ],
      rows: wide,
    },
  ];
}

export function bold(text: string): PaperBlock {
  return { type: 'paragraph', runs: [{ text, bold: true }], keepsNext: true };
}

/** So many members sign in rows of three; more of them in a list. */
const mostInRows = 6;

/** The committee's chair at the left, the jury's at the right under town and day; `members` below. */
export function signatureBlocks(input: PaperInput, { members }: { readonly members: boolean }): readonly PaperBlock[] {
  const { file, words } = input;
  const { signing } = words.documents;
  const jury = juryLabel(file, words.documents);
  const chair = file.jurors.find((juror) => juror.chair === true);
  const others = file.jurors.filter((juror) => juror !== chair);
  const sign = (role: string, person: Parameters<typeof signatureOf>[2]): Signature =>
    signatureOf(words.documents, role, person);
  const heads = [
    sign(`${signing.acknowledged}\n${signing.committeeChair}`, file.contest.committeeChair),
    sign(`${placeAndDate(words.documents, file.contest)}\n${signing.chair(jury)}`, chair),
  ];
  if (!members || others.length === 0) return [{ type: 'signatures', rows: [heads] }];
  if (others.length > mostInRows) {
    return [
      { type: 'signatures', rows: [heads] },
      { ...bold(signing.member(jury)) },
      memberList(
        others.map((juror) => sign('', juror)),
        input,
      ),
    ];
  }
  const rows = Array.from({ length: Math.ceil(others.length / 3) }, (_, row) => others.slice(row * 3, row * 3 + 3));
  return [
    {
      type: 'signatures',
      rows: [heads, ...rows.map((row) => row.map((juror: Juror) => sign(signing.member(jury), juror)))],
    },
  ];
}

/** The groups of a civil servant's number are not parted. */
export function onOneLine(nip: string | null): string | null {
  return nip?.replaceAll(' ', '\u00a0') ?? null;
}

/** Two columns: who it is, and where to sign. */
function memberList(members: readonly Signature[], { words }: PaperInput): PaperBlock {
  const half = Math.ceil(members.length / 2);
  const cells = (at: number): readonly string[] => {
    const member = members[at];
    if (member === undefined) return ['', ''];
    const below = [member.title, onOneLine(member.nip)].filter((text) => text !== null);
    return [[`${at + 1}. ${member.name ?? ''}`, ...below].join('\n'), `${at + 1}.`];
  };
  const who = { head: words.papers.signer, share: 0.36 };
  const where = { head: words.papers.signature, share: 0.14 };
  return {
    type: 'table',
    columns: [who, where, who, where],
    rows: Array.from({ length: half }, (_, row) => [...cells(row), ...cells(row + half)]),
    look: 'small',
    rowHeight: 28,
    together: true,
  };
}
