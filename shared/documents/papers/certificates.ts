/**
 * Piagam (rule X29): a page across for each winner of each award, or for everybody who took part, with the committee's text over its
 * background picture. Long names make letters smaller: nothing is cut, and no certificate has a second page.
 */
import { isRanked, type CertificateForm, type Contestant } from '../../domain/setup/contest-file.ts';
import { isContestWide } from '../../ranking/awards.ts';
import { certificateLines, type CertificateLine } from '../../say/certificate.ts';
import type { CertificateField } from '../../say/papers.ts';
import { byNumber, contestantText, isExample, placeLabelOf, type CategoryPlan } from '../model/category-plan.ts';
import { gapBelow, readable, type Paper, type PaperBlock, type PaperPage, type PaperSection } from '../model/paper.ts';
import { awardTitle } from '../model/winner-texts.ts';
import { paragraphHeight, roomOn, signatureHeight } from '../text/block-heights.ts';
import { placeAndDate, signatureOf, type Signature } from '../workbook/signatures.ts';
import { linesOf } from '../workbook/text-size.ts';
import { awardsOf, marksOf, paperFrom, placesOf, plansOf, type PaperInput } from './paper-frame.ts';

const textSize = 12;
/** Points of a line whose words have room. */
const lookSizes = { title: 30, name: 28, award: 22, plain: 13 } as const;
/** Of an empty line. */
const emptySize = 6;
/** A line breaks rather than become smaller than this share of its size. */
const leastShare = 0.7;
/** Millimetres that stay free where the committee has not said so. */
const usualMargins = { top: 40, right: 30, bottom: 30, left: 30 } as const;

interface Recipient {
  readonly award: string;
  readonly name: string;
  readonly unit: string;
  readonly category: string;
  /** Null: a unit has won. */
  readonly contestant: Contestant | null;
  /** As other papers name who it is for. */
  readonly whose: string;
  readonly marks: readonly string[];
}

export function certificatesPaper(input: PaperInput): Paper {
  const { words, file, only, certificates } = input;
  const form = certificates.form ?? file.contest.certificate ?? {};
  const { top = usualMargins.top, bottom = usualMargins.bottom } = form;
  const page: PaperPage = {
    isAcross: true,
    margins: { ...usualMargins, top, bottom },
    background: certificates.background,
  };
  const plans = plansOf(input);
  const nobody = paperFrom(input, words.papers.certificates.title, textSize, []);
  const paper = { ...nobody, page };
  const all = certificates.to === 'winners' ? winnersOf(input, plans) : participantsOf(input, plans);
  const asked = certificates.isSample ? sampleOf(all.length > 0 ? all : participantsOf(input, plans)) : all;
  const sections = asked.flatMap((recipient, index) =>
    only === null || recipient.contestant?.id === only ? [sectionOf(input, paper, form, recipient, index + 1)] : [],
  );
  return sections.length === 0 ? nobody : { ...paper, sections };
}

/** Places and awards of each category, then what is won over the whole contest. What a tie keeps open is nobody's yet. */
function winnersOf(input: PaperInput, plans: readonly CategoryPlan[]): readonly Recipient[] {
  const { file, answer, words } = input;
  const inCategories = plans.flatMap((plan) => {
    const marks = marksOf(input, [plan]);
    const placed = new Set(
      plan.ranking.awards.filter(({ place }) => place !== null).map(({ contestant }) => contestant),
    );
    const places = placesOf(plan)
      .filter(({ line }) => placed.has(line.contestant.id))
      .map(({ line }) => recipientOf(plan, line.contestant, placeLabelOf(plan, line), marks));
    const awards = awardsOf(plan, () => true).map(({ award, line }) =>
      recipientOf(plan, line.contestant, award, marks),
    );
    return [...places, ...awards];
  });
  const marks = marksOf(input, plans);
  const overAll = (answer.awards ?? []).flatMap((winner): readonly Recipient[] => {
    const award = file.awards.find(({ id }) => id === winner.award);
    const contestant = file.contestants.find(({ id }) => id === winner.contestant);
    const plan = plans.find(({ category }) => category.id === contestant?.category);
    if (award === undefined || !isContestWide(award) || contestant === undefined || plan === undefined) return [];
    const title = awardTitle(words.documents, award, winner);
    if (winner.unit === undefined) return [recipientOf(plan, contestant, title, marks)];
    const { unit } = winner;
    return [{ award: title, name: unit, unit: '', category: '', contestant: null, whose: unit, marks }];
  });
  return [...inCategories, ...overAll];
}

/** Whoever has not stayed away; it says nothing of the result, and so nothing of it can still change. */
function participantsOf({ file, words }: PaperInput, plans: readonly CategoryPlan[]): readonly Recipient[] {
  const { participant } = words.papers.certificates;
  const marks = isExample(file.contest) ? [words.documents.titles.example] : [];
  return plans.flatMap((plan) =>
    byNumber(plan)
      .filter(({ contestant }) => isRanked(contestant) || contestant.status === 'exhibition')
      .map(({ contestant }) => recipientOf(plan, contestant, participant, marks)),
  );
}

function recipientOf(plan: CategoryPlan, contestant: Contestant, award: string, marks: readonly string[]): Recipient {
  const { name, unit = '' } = contestant;
  const whose = contestantText(plan, contestant.id);
  return { award, name, unit, category: plan.category.name, contestant, whose, marks };
}

/** The one whose name and unit take the most room. */
function sampleOf(recipients: readonly Recipient[]): readonly Recipient[] {
  const lengthOf = ({ name, unit }: Recipient): number => name.length + unit.length;
  return recipients.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 1);
}

function sectionOf(
  input: PaperInput,
  paper: Paper,
  form: CertificateForm,
  recipient: Recipient,
  number: number,
): PaperSection {
  const { certificates: said } = input.words.papers;
  const signature = signatureFor(input, form);
  const identity = said.identity(recipient.award, recipient.whose);
  const room = roomOn(paper, identity);
  const signed = signature === null ? 0 : signatureHeight([signature], textSize, room.width);
  const lines = certificateLines(form.text ?? said.usualText, valuesOf(input, recipient, number));
  return {
    identity,
    marks: recipient.marks,
    hasLetterhead: false,
    blocks: [
      ...fitted(lines, room.width, room.height - signed),
      ...(signature === null ? [] : [{ type: 'signatures' as const, rows: [[signature]] }]),
    ],
  };
}

function valuesOf(
  { file: { contest }, words }: PaperInput,
  { award, name, unit, category, contestant }: Recipient,
  number: number,
): Readonly<Record<CertificateField, string>> {
  const { documents } = words;
  const last = contest.signing?.date ?? contest.dates?.toSorted().at(-1);
  return {
    name,
    unit,
    award,
    category,
    contest: contest.name,
    organizer: contest.organizer ?? '',
    place: contest.place ?? '',
    days: documents.dates(contest.dates ?? []),
    town: contest.signing?.town ?? contest.place ?? '',
    date: last === undefined ? '' : documents.date(last),
    number: String(number).padStart(3, '0'),
    order: contestant?.number === null || contestant === null ? '' : String(contestant.number),
    title: contestant?.title ?? '',
  };
}

/** Null where nobody signs: the background has the signature already. */
function signatureFor({ file: { contest }, words }: PaperInput, { signer }: CertificateForm): Signature | null {
  const { documents } = words;
  const { committeeChair } = contest;
  const dated = placeAndDate(documents, contest);
  if (signer === undefined) {
    return signatureOf(documents, `${dated}\n${documents.signing.committeeChair}`, committeeChair);
  }
  const [role, name] = [signer.role?.trim() ?? '', signer.name?.trim() ?? ''];
  if (role === '' && name === '') return null;
  const { title, nip } = signer;
  return signatureOf(
    documents,
    role === '' ? dated : `${dated}\n${role}`,
    name === '' ? undefined : { name, title, nip },
  );
}

/** Every line as large as it may be: on one line if that leaves it legible, and all of them on the page. */
function fitted(lines: readonly CertificateLine[], width: number, height: number): readonly PaperBlock[] {
  const texts = lines.map(({ text, look }) => {
    const shown = readable(text);
    // An empty line keeps some height.
    if (shown === '') return { shown: '\u00a0', bold: false, size: emptySize };
    return { shown, bold: look !== 'plain', size: sizeFor(shown, look, width) };
  });
  const at = (share: number) =>
    texts.map(({ shown, bold, size }) => ({ text: shown, bold, size: Math.max(1, Math.floor(size * share * 2) / 2) }));
  const heightOf = (all: ReturnType<typeof at>): number =>
    all.reduce((sum, { text, ...font }) => sum + paragraphHeight(text, width, font, gapBelow(font.size)), 0);
  let share = 1;
  while (share > 0.05 && heightOf(at(share)) > height) share *= 0.97;
  return at(share).map(({ text, bold, size }) => ({
    type: 'paragraph',
    runs: [{ text, bold }],
    align: 'center',
    size,
  }));
}

function sizeFor(text: string, look: CertificateLine['look'], width: number): number {
  const most = lookSizes[look];
  const bold = look !== 'plain';
  for (let size: number = most; size >= most * leastShare; size -= 0.5) {
    if (linesOf(text, width, { size, bold }) === 1) return size;
  }
  return most;
}
