/**
 * Lampiran keputusan (rule X26): everybody by rank. Number, day and signatory are left to write: the decree is the head of region's.
 */
import { contestantText, finalTitle, lineRemarks, type CategoryPlan } from '../model/category-plan.ts';
import type { Paper, PaperBlock } from '../model/paper.ts';
import { placeText, unitText } from '../model/winner-texts.ts';
import {
  bold,
  byRank,
  contestAwards,
  contestPaper,
  eventLine,
  numberText,
  resultText,
  type PaperInput,
} from './paper-frame.ts';

export function decreeAnnexPaper(input: PaperInput): Paper {
  const { words, file } = input;
  const { decreeAnnex: said, blank } = words.papers;
  const event = eventLine(input);
  const about = `${said.about(file.contest.name)}${event === '' ? '' : `, ${event}`}`;
  const fields: PaperBlock = {
    type: 'fields',
    rows: [
      [said.fields.number, blank],
      [said.fields.date, blank],
      [said.fields.about, about],
    ],
  };
  return contestPaper(input, said, { textSize: 11, hasLetterhead: false, head: [fields] }, (plans) => [
    ...plans.flatMap((plan) => rankedTable(plan, plans.length > 1)),
    ...contestAwards(input),
    { type: 'signatures', rows: [[null, { role: said.decided, name: null, title: null, nip: null }]] },
  ]);
}

function rankedTable(plan: CategoryPlan, isNamed: boolean): readonly PaperBlock[] {
  const { columns: heads, titles } = plan.words.documents;
  const outside = plan.lines.filter(({ standing }) => standing === undefined);
  return [
    ...(isNamed ? [bold(titles.category(plan.category.name))] : []),
    {
      type: 'table',
      columns: [
        { head: heads.rank, share: 0.14, align: 'center', bold: true },
        { head: heads.number, share: 0.12, align: 'center' },
        { head: heads.name, share: 0.24, bold: true },
        { head: heads.unit, share: 0.2 },
        { head: finalTitle(plan), share: 0.12, align: 'right' },
        { head: heads.award, share: 0.18 },
      ],
      rows: byRank(plan)
        .filter(({ standing }) => standing !== undefined)
        .map((line) => {
          const { number, name, unit } = line.contestant;
          return [
            numberText(line.standing?.rank ?? null),
            numberText(number),
            name,
            unitText(unit),
            resultText(plan, line.standing),
            placeText(plan, line),
          ];
        }),
    },
    ...outside.map((line): PaperBlock => ({
      type: 'paragraph',
      look: 'small',
      runs: [
        {
          text: plan.words.papers.minutes.outside(
            contestantText(plan, line.contestant.id),
            lineRemarks(plan, line).join('; '),
          ),
        },
      ],
    })),
  ];
}
