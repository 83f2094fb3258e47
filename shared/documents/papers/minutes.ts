/**
 * Berita acara (rule X26): who judged what, when and where, the winners, and all that a reader must know to trust them (ties,
 * recusals, absences, deductions, panels that were smaller, former names); the complete list is its annex.
 */
import { groupBy } from '../../lib/order.ts';
import { toExactText } from '../../lib/rational.ts';
import { decidedContestants } from '../../domain/setup/contest-check-sheets.ts';
import { pactHash } from '../../domain/pact.ts';
import type { Juror } from '../../domain/setup/contest-file.ts';
import type { ContestantId, StageId } from '../../domain/ids.ts';
import { leftOut } from '../../ranking/explanations.ts';
import { juryTotals } from '../../ranking/totals.ts';
import type { RoundTotals } from '../../ranking/types.ts';
import { sayExplanations } from '../../say/explanations.ts';
import { pactCode } from '../../say/pact.ts';
import { sayTieStepText } from '../../say/tie-steps.ts';
import {
  contestantText,
  finalTitle,
  jurorText,
  juryLabel,
  lineRemarks,
  methodName,
  stageTotalsOf,
  stepName,
  type CategoryPlan,
} from '../model/category-plan.ts';
import { plain, type Paper, type PaperBlock, type PaperSection, type Run } from '../model/paper.ts';
import { unitText } from '../model/winner-texts.ts';
import { signatureOf } from '../workbook/signatures.ts';
import {
  awardsOf,
  byRank,
  contestPaper,
  marksOf,
  numberText,
  onOneLine,
  plansOf,
  resultText,
  signatureBlocks,
  titleBlock,
  winnerTables,
  type PaperInput,
} from './paper-frame.ts';

export function minutesPaper(input: PaperInput): Paper {
  const { words, file } = input;
  const { minutes: said, number } = words.papers;
  const head: readonly PaperBlock[] = [
    titleBlock(file.contest.name.toUpperCase()),
    { type: 'paragraph', runs: plain(number), align: 'center' },
  ];
  const paper = contestPaper(input, said, { textSize: 12, hasLetterhead: true, head }, (plans) => [
    { type: 'paragraph', runs: plain(openingText(input, plans)), align: 'justify', keepsNext: true },
    juryBlock(input),
    { type: 'heading', label: 'A.', text: said.winners },
    { type: 'paragraph', runs: plain(said.winnersText), align: 'justify', keepsNext: true },
    ...winnerTables(input, plans, { inMinutes: true }),
    { type: 'heading', label: 'B.', text: said.complete },
    { type: 'paragraph', runs: plain(said.completeText), align: 'justify' },
    { type: 'heading', label: 'C.', text: said.notes },
    { type: 'list', marks: 'numbers', items: notesOf(input, plans).map(plain), keepsNext: true },
    { type: 'paragraph', runs: plain(said.closing), align: 'justify', keepsNext: true },
    ...signatureBlocks(input, { members: true }),
  ]);
  const plans = plansOf(input);
  const marks = marksOf(input, plans);
  const annex: PaperSection = {
    identity: said.annexIdentity(file.contest.name),
    marks,
    hasLetterhead: false,
    blocks: [titleBlock(said.annexTitle), ...head, ...plans.flatMap((plan) => completeTable(plan))],
  };
  return { ...paper, sections: [...paper.sections, annex, ...pactSection(input, marks)] };
}

/** [D29] What the jurors accepted before scoring, and who did so when. */
function pactSection({ file, words, moment }: PaperInput, marks: readonly string[]): readonly PaperSection[] {
  const { pact } = file.contest;
  const hash = pactHash(file);
  if (pact === undefined || hash === null) return [];
  const said = words.papers.pact;
  const accepted = (file.acceptances ?? []).filter(({ text }) => text === hash);
  const missing = file.jurors.filter(({ id }) => !accepted.some(({ juror }) => juror === id));
  const { tieBreak } = file.rules;
  const person = (juror: Pick<Juror, 'name' | 'title' | 'nip'>): string => {
    const { name, title, nip } = signatureOf(words.documents, '', juror);
    return [name, title, onOneLine(nip)].filter((text) => text !== null && text !== '').join(', ');
  };
  return [
    {
      identity: said.identity(file.contest.name),
      marks,
      hasLetterhead: false,
      blocks: [
        titleBlock(said.title),
        titleBlock(file.contest.name.toUpperCase()),
        { type: 'paragraph', runs: plain(pact) },
        { type: 'paragraph', runs: [{ text: said.tieBreak, bold: true }], keepsNext: true },
        tieBreak.length === 0
          ? { type: 'paragraph', runs: plain(said.noTieBreak) }
          : {
              type: 'list',
              marks: 'numbers',
              items: tieBreak.map((step) => plain(sayTieStepText(words.tieSteps, file, step, 'printed'))),
            },
        { type: 'paragraph', runs: plain(said.code(pactCode(hash))) },
        {
          type: 'table',
          columns: [
            { head: said.juror, share: 0.6 },
            { head: said.accepted, share: 0.4 },
          ],
          rows: [
            ...accepted.map((each) => [person(each), moment(each.atMs)]),
            ...missing.map((juror) => [person(juror), said.notYet]),
          ],
        },
      ],
    },
  ];
}

function openingText({ file, words }: PaperInput, plans: readonly CategoryPlan[]): string {
  const { contest } = file;
  const dates = (contest.dates ?? []).toSorted();
  const place = contest.place?.trim() ?? '';
  const judged = plans.flatMap(({ lines }) =>
    lines.filter(({ totals: { status } }) => status === 'ranked' || status === 'failed-gate'),
  );
  return words.papers.minutes.opening({
    date: dates.at(-1) ?? null,
    days: dates.length > 1 ? words.documents.dates(dates) : null,
    place: place === '' ? null : place,
    groups: judged.length,
    categories: plans.length,
    jury: juryLabel(file, words.documents),
  });
}

/** As decreed: name, rank, number, unit, and who has the chair. */
function juryBlock({ file, words }: PaperInput): PaperBlock {
  const { chairMark, noJury } = words.papers.minutes;
  if (file.jurors.length === 0) return { type: 'paragraph', runs: plain(noJury) };
  return {
    type: 'list',
    marks: 'numbers',
    items: file.jurors.map((juror): readonly Run[] => {
      const { name, title, nip } = signatureOf(words.documents, '', juror);
      const more = [title, onOneLine(nip), juror.unit?.trim() ?? '', juror.chair === true ? chairMark : '']
        .filter((text) => text !== null && text !== '')
        .join(', ');
      return [{ text: name ?? '', bold: true }, ...(more === '' ? [] : plain(`, ${more}`))];
    }),
  };
}

function notesOf(input: PaperInput, plans: readonly CategoryPlan[]): readonly string[] {
  const { file, words } = input;
  const { minutes: said } = words.papers;
  const [first] = plans;
  if (first === undefined) return [];
  const { rules } = file;
  const within = (plan: CategoryPlan, note: string): string =>
    plans.length > 1 ? said.inCategory(plan.category.name, note) : note;
  const inAll = (notes: (plan: CategoryPlan) => readonly string[]): readonly string[] =>
    plans.flatMap((plan) => notes(plan).map((note) => within(plan, note)));
  const panels = inAll(panelNotes);
  return [
    said.method(methodName(first), rules.applyAt === 'criterion'),
    ...rules.rounding.map(
      ({ at, decimals }) => `${words.documents.notes.rounding(at, decimals).replace(/^•\s*/, '')}.`,
    ),
    ...(rules.tieBreak.length === 0 ? [] : [said.tieBreak(rules.tieBreak.map((step) => stepName(first, step)))]),
    ...(rules.minimum === undefined ? [] : [said.minimum(rules.minimum)]),
    ...inAll((plan) => plan.rounds.flatMap((round) => cutNote(plan, round))),
    ...inAll(tieNotes),
    ...exemptionNotes(input, plans),
    ...inAll(leftOutNotes),
    ...substituteNotes(input, plans),
    ...inAll(readerNotes),
    ...keptNotes(input, plans),
    ...(panels.length > 0 ? panels : plans.some(hasResult) ? [said.everybodyJudged] : []),
    ...inAll((plan) =>
      plan.lines.flatMap(({ contestant, totals }) =>
        totals.penalties.map(({ points, reason }) =>
          said.deduction(contestantText(plan, contestant.id), toExactText(points), reason),
        ),
      ),
    ),
    ...inAll((plan) =>
      plan.lines.flatMap(({ contestant, totals: { status } }) =>
        status === 'ranked'
          ? []
          : [said.outside(contestantText(plan, contestant.id), words.documents.statuses[status])],
      ),
    ),
    ...(file.formerNames ?? []).map(({ contestant, name, unit, reason }) =>
      said.formerName(
        contestantText(first, contestant),
        [name, unit ?? ''].filter((text) => text !== '').join(', '),
        reason,
      ),
    ),
    ...(file.confirmations ?? []).map(({ category, unsigned }) =>
      said.unsigned(
        file.categories.find(({ id }) => id === category)?.name ?? words.documents.winners.wholeContest,
        unsigned.map(({ name }) => name),
      ),
    ),
    ...input.objections.map(({ by, contestant, text, answer }) =>
      said.objection(by, contestant === null ? null : contestantText(first, contestant), text, answer),
    ),
  ];
}

function hasResult({ ranking }: CategoryPlan): boolean {
  return ranking.standings.some(({ result }) => result !== null);
}

/** Who was put before whom by which step, then what people decided, with their reasons. */
function tieNotes(plan: CategoryPlan): readonly string[] {
  const { minutes: said } = plan.words.papers;
  const equals = groupBy(plan.ranking.standings, ({ result, status = '' }) => `${status} ${result}`);
  const steps = [...equals.values()].flatMap((members) => {
    const by = members.flatMap(({ decidedBy }) => (decidedBy === null || isRecorded(decidedBy) ? [] : [decidedBy]));
    if (by.length === 0) return [];
    const names = members.map(({ contestant }) => contestantText(plan, contestant));
    return [
      said.decidedBy(
        names,
        [...new Set(by)].map((step) => stepName(plan, step)),
      ),
    ];
  });
  const decisions = plan.file.decisions
    .filter(({ category }) => category === plan.category.id)
    .map((decision) =>
      said.decision(
        decision.kind,
        decision.stage === undefined ? null : nameOf(plan, decision.stage),
        decidedContestants(decision).map((id) => contestantText(plan, id)),
        decision.reason,
      ),
    );
  return [...steps, ...decisions];
}

/** Who advanced, once that is settled. */
function cutNote(plan: CategoryPlan, { state, to, over, cut, advanced, compared }: RoundTotals): readonly string[] {
  if (state !== 'stands') return [];
  const { cut: said } = plan.words.papers.minutes;
  const bound = cut.top === undefined ? { minimum: cut.minimum ?? '' } : { top: cut.top };
  const name = (id: StageId): string => nameOf(plan, id);
  return [said(to.map(name), over.map(name), bound, advanced.length, compared.contestants.length)];
}

function nameOf({ file }: CategoryPlan, stage: StageId): string {
  return file.stages.find(({ id }) => id === stage)?.name ?? stage;
}

/** Told with its reason as a decision. */
function isRecorded(step: string): boolean {
  return step === 'chair' || step === 'draw';
}

/** One note for all contestants that a juror did not judge for the same reason. */
function exemptionNotes({ file, words }: PaperInput, plans: readonly CategoryPlan[]): readonly string[] {
  const [first] = plans;
  if (first === undefined) return [];
  const kinds = [
    { kind: 'recused', list: file.recusals },
    { kind: 'absent', list: file.absences },
  ] as const;
  return kinds.flatMap(({ kind, list }) => {
    const alike = groupBy(list, ({ juror, stages, reason }) => JSON.stringify([juror, stages ?? [], reason]));
    return [...alike.values()].flatMap((each) => {
      const [one] = each;
      if (one === undefined) return [];
      const stages = (one.stages ?? []).map((id) => file.stages.find((stage) => stage.id === id)?.name ?? id);
      const contestants = each.map(({ contestant }) => contestantText(first, contestant));
      return [words.papers.minutes.exempt(kind, jurorText(first, one.juror), contestants, stages, one.reason)];
    });
  });
}

/** Where places are counted: who is out of the whole panel of the category, and for whose sake. */
function leftOutNotes({ file, category, words }: CategoryPlan): readonly string[] {
  const parts = leftOut(juryTotals(file, category.id));
  return sayExplanations(words.explanations, file, parts).map(({ text }) => text);
}

/** Who locked sheets of a seat that somebody else holds now, and for whom. */
function substituteNotes({ lockedBy, words }: PaperInput, plans: readonly CategoryPlan[]): readonly string[] {
  const locked = plans.flatMap((plan) =>
    plan.lines.flatMap(({ contestant, totals }) =>
      totals.stages.flatMap(({ stage, sheets }) =>
        sheets.flatMap(({ juror }) => {
          const by = lockedBy(juror, contestant.id, stage);
          return by === null ? [] : [{ plan, juror, by: by.name, contestant: contestant.id }];
        }),
      ),
    ),
  );
  return [...groupBy(locked, ({ juror, by }) => JSON.stringify([juror, by])).values()].flatMap((each) => {
    const [one] = each;
    if (one === undefined) return [];
    const contestants = [...new Set(each.map(({ contestant }) => contestant))];
    const names = contestants.map((id) => contestantText(one.plan, id));
    return [words.papers.minutes.substitute(one.by, jurorText(one.plan, one.juror), names)];
  });
}

/** [R34] Where jurors read some of the contestants: how many each has. */
function readerNotes(plan: CategoryPlan): readonly string[] {
  const { minutes: said } = plan.words.papers;
  return plan.stages.flatMap((judged) => {
    const sizes = plan.lines
      .filter(({ totals: { status } }) => status === 'ranked')
      .map((line) => stageTotalsOf(line, judged))
      .filter(({ use }) => use === 'counts')
      .map(({ unassigned }) => judged.jurors.length - unassigned.length);
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    return sizes.length === 0 || least === judged.jurors.length
      ? []
      : [said.readers(judged.stage.name, least, most, judged.jurors.length)];
  });
}

/** [D30] Who judged contestants of the own unit, and why that was right. */
function keptNotes({ file, words }: PaperInput, plans: readonly CategoryPlan[]): readonly string[] {
  const [first] = plans;
  if (first === undefined) return [];
  return (file.keptJurors ?? []).map(({ juror, contestant, reason }) =>
    words.papers.minutes.keptJuror(jurorText(first, juror), contestantText(first, contestant), reason),
  );
}

/** Where fewer jurors count than are assigned: for whom, and how many. */
function panelNotes(plan: CategoryPlan): readonly string[] {
  const { minutes: said } = plan.words.papers;
  return plan.stages.flatMap((judged) => {
    const smaller = plan.lines
      .filter(({ totals: { status } }) => status === 'ranked')
      .map((line) => ({ id: line.contestant.id, totals: stageTotalsOf(line, judged) }))
      .filter(({ totals: { use } }) => use === 'counts')
      .map(({ id, totals: { panel, unassigned } }) => ({
        id,
        jurors: panel.length,
        assigned: judged.jurors.length - unassigned.length,
      }))
      .filter(({ jurors, assigned }) => jurors < assigned);
    const bySize = groupBy(smaller, ({ jurors, assigned }) => `${jurors}/${assigned}`);
    return [...bySize.values()].flatMap((members) => {
      const [{ jurors, assigned } = { jurors: 0, assigned: 0 }] = members;
      return said.panel(
        members.map(({ id }: { readonly id: ContestantId }) => contestantText(plan, id)),
        judged.stage.name,
        jurors,
        assigned,
      );
    });
  });
}

/** Everybody by rank; whoever stands outside the ranking last, with the reason. */
function completeTable(plan: CategoryPlan): readonly PaperBlock[] {
  const { columns: heads, titles } = plan.words.documents;
  const bands = awardsOf(plan, (kind) => kind === 'band');
  const grades = new Map(bands.map(({ award, line }) => [line.contestant.id, [award]]));
  return [
    { type: 'paragraph', runs: [{ text: titles.category(plan.category.name), bold: true }], keepsNext: true },
    {
      type: 'table',
      columns: [
        { head: heads.rank, share: 0.14, align: 'center', bold: true },
        { head: heads.number, share: 0.12, align: 'center' },
        { head: heads.name, share: 0.24, bold: true },
        { head: heads.unit, share: 0.22 },
        { head: finalTitle(plan), share: 0.12, align: 'right' },
        { head: heads.remarks, share: 0.16 },
      ],
      rows: byRank(plan).map((line) => {
        const { number, name, unit } = line.contestant;
        return [
          numberText(line.standing?.rank ?? null),
          numberText(number),
          name,
          unitText(unit),
          resultText(plan, line.standing),
          [...(grades.get(line.contestant.id) ?? []), ...lineRemarks(plan, line)].join('; '),
        ];
      }),
    },
  ];
}
