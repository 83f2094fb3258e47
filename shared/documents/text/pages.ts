/**
 * Pages of paper as HTML (rule X16): each is a box of the size of its sheet, with its margins and `Halaman n dari m` at its foot, so
 * that the paper breaks exactly where it is seen to break on a screen. On a screen the same boxes lie on a desk.
 */
import type { DocumentWords } from '../../say/documents.ts';
import { escapeHtml } from './html.ts';

const papers = {
  'f4-landscape': [330, 215],
  'f4-portrait': [215, 330],
  'a4-landscape': [297, 210],
  'a4-portrait': [210, 297],
} as const;

/** Of each page in a document. */
export const pageStart = '<div class="page ';

type PaperName = keyof typeof papers;

export interface Page {
  readonly paper: PaperName;
  /** HTML of the page alone, without its foot. */
  readonly content: string;
}

/** A whole document. `nonce` is for `style-src 'nonce-...'`; the text of `styles` comes after the pages' own. */
export function pagesHtml(
  words: DocumentWords,
  {
    title,
    pages,
    styles,
    nonce,
  }: {
    readonly title: string;
    readonly pages: readonly Page[];
    readonly styles: string;
    readonly nonce?: string;
  },
): string {
  const bodies = pages.map(
    ({ paper, content }, index) =>
      `${pageStart}${paper}">\n${content}\n<p class="foot">${escapeHtml(words.pageOf(String(index + 1), String(pages.length)))}</p>\n</div>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${words.language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    `<style${nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`}>${pageStyle}${styles}</style></head>`,
    `<body>\n${bodies.join('\n')}\n</body>`,
    '</html>\n',
  ].join('\n');
}

/** What stands together on a page, with its height in points. */
export interface Block {
  readonly html: string;
  readonly height: number;
}

/**
 * Blocks on pages of `room` points, one below the other. A group stays on one page where it has room on one; else it goes on, block by
 * block. A block that is higher than a page has one of its own. There is one page at least.
 */
export function onPages(groups: readonly (readonly Block[])[], room: number): readonly string[] {
  const pages: string[][] = [[]];
  let used = 0;
  const put = (blocks: readonly Block[]): void => {
    const height = blocks.reduce((sum, block) => sum + block.height, 0);
    if (used > 0 && used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(...blocks.map(({ html }) => html));
    used += height;
  };
  for (const group of groups) {
    const height = group.reduce((sum, block) => sum + block.height, 0);
    if (height <= room) put(group);
    else for (const block of group) put([block]);
  }
  return pages.map((blocks) => blocks.join('\n'));
}

/** A pixel less than the paper, so that no rounding begins a page of nothing. */
const sizes = Object.entries(papers).map(
  ([name, [across, down]]) =>
    `@page ${name} { size: ${across}mm ${down}mm; }\n.${name} { page: ${name}; width: ${across}mm; min-height: calc(${down}mm - 1px); }`,
);

const pageStyle = `
@page { margin: 0; }
${sizes.join('\n')}
body { margin: 0; font: 10pt Arial, "Liberation Sans", sans-serif; color: #000; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.page { position: relative; box-sizing: border-box; padding: 2.5cm 2.5cm 3cm 3cm; break-after: page; }
.page:last-child { break-after: auto; }
.foot { position: absolute; right: 2.5cm; bottom: 0.6cm; left: 3cm; margin: 0; font-size: 8pt; text-align: right; }
@media screen {
html { background: #e4e4e4; color-scheme: light; }
.page { margin: 0.5cm auto; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 35%); }
}
`;
