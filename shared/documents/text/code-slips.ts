/**
 * The seats' short codes on paper, one slip each to cut out (rule S5): whose it is, the code large, and what to do with it. A slip holds
 * nothing but the code of its own seat, and is void once a laptop has used it.
 */
import type { DocumentWords } from '../../say/documents.ts';
import { linesOf } from '../workbook/text-size.ts';
import { escapeHtml } from './html.ts';
import { onPages, pagesHtml } from './pages.ts';

export interface CodeSlip {
  /** The seat's person. */
  readonly name: string;
  /** `07-491-326`. */
  readonly code: string;
}

export function codeSlipsHtml(words: DocumentWords, contest: string, slips: readonly CodeSlip[]): string {
  const { steps, hint } = words.codeSlips;
  const said = steps(contest);
  const list = said.map((step) => `<li>${escapeHtml(step)}</li>`).join('');
  const slip = ({ name, code }: CodeSlip): string =>
    [
      '<section>',
      `<p class="contest">${escapeHtml(contest)}</p>`,
      `<h1>${escapeHtml(name)}</h1>`,
      `<p class="code">${escapeHtml(code)}</p>`,
      `<ol>${list}</ol>`,
      `<p class="hint">${escapeHtml(hint)}</p>`,
      '</section>',
    ].join('\n');
  const same =
    linesOf(contest, room, { size: 10.5 }) * 13 +
    said.reduce((sum, step) => sum + linesOf(step, room - 17, { size: 10.5 }) * 14.5, 0) +
    linesOf(hint, room, { size: 9 }) * 11 +
    84;
  const rows = Array.from({ length: Math.ceil(slips.length / 2) }, (_, row) => slips.slice(row * 2, row * 2 + 2));
  const blocks = rows.map((row) => [
    {
      html: `<div class="slips">\n${row.map(slip).join('\n')}\n</div>`,
      height: same + Math.max(...row.map(({ name }) => linesOf(name, room, { size: 13, bold: true }) * 16)),
    },
  ]);
  const pages = onPages(blocks, 26.2 * pointsPerCentimetre);
  return pagesHtml(words, {
    title: words.files['code-slips'](contest),
    pages: pages.map((content) => ({ paper: 'a4-portrait', content })),
    styles: style,
  });
}

const pointsPerCentimetre = 28.35;
/** Of a slip's text: half of 18 cm without its padding, in points. */
const room = 7.75 * pointsPerCentimetre;

const style = `
.page { padding: 1.5cm; }
.slips { display: grid; grid-template-columns: 1fr 1fr; }
section { padding: 0.6cm; border: 0.75pt dashed #888; overflow-wrap: anywhere; font-size: 10.5pt; line-height: 13pt; }
h1 { margin: 0.15cm 0 0; font-size: 13pt; line-height: 16pt; }
p { margin: 0; }
.contest { color: #444; }
.code { margin: 0.25cm 0; font: bold 26pt/30pt "Courier New", "Liberation Mono", monospace; white-space: nowrap; }
ol { margin: 0; padding-left: 0.6cm; line-height: 14.5pt; }
.hint { margin-top: 0.2cm; font-size: 9pt; line-height: 11pt; color: #444; }
`;
