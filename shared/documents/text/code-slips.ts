/**
 * The seats' short codes on paper, one slip each to cut out (rule S5): whose it is, the code large, and what to do with it. A slip holds
 * nothing but the code of its own seat, and is void once a laptop has used it.
 */
import type { DocumentWords } from '../../say/documents.ts';
import { escapeHtml } from './html.ts';

export interface CodeSlip {
  /** The seat's person. */
  readonly name: string;
  /** `07-491-326`. */
  readonly code: string;
}

export function codeSlipsHtml(words: DocumentWords, contest: string, slips: readonly CodeSlip[]): string {
  const { steps, hint } = words.codeSlips;
  const list = steps(contest)
    .map((step) => `<li>${escapeHtml(step)}</li>`)
    .join('');
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
  return [
    '<!doctype html>',
    `<html lang="${words.language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(words.files['code-slips'](contest))}</title>`,
    `<style>${style}</style></head>`,
    `<body>\n${slips.map(slip).join('\n')}\n</body>`,
    '</html>\n',
  ].join('\n');
}

const style = `
@page { size: A4 portrait; margin: 1.5cm; }
body { margin: 0; font: 10.5pt Arial, "Liberation Sans", sans-serif; color: #000; display: grid; grid-template-columns: 1fr 1fr; }
section { break-inside: avoid; padding: 0.6cm; border: 0.75pt dashed #888; overflow-wrap: anywhere; }
h1 { margin: 0.15cm 0 0; font-size: 13pt; }
p { margin: 0; }
.contest { color: #444; }
.code { margin: 0.25cm 0; font: bold 26pt "Courier New", "Liberation Mono", monospace; white-space: nowrap; }
ol { margin: 0; padding-left: 0.6cm; line-height: 1.4; }
.hint { margin-top: 0.2cm; font-size: 9pt; color: #444; }
`;
