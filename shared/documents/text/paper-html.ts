/**
 * A paper as pages of HTML for screen, printer and PDF (rules X16, X25): every page is begun by us, by the widths of the letters, so that
 * it breaks where it is seen to break. What belongs together stays together, tables have their head on every page.
 */
import { assert } from '../../lib/assert.ts';
import type { DocumentWords } from '../../say/documents.ts';
import type { PaperWords } from '../../say/papers.ts';
import {
  edgesOf,
  gapBelow,
  letterheadSize,
  logoSize,
  readable,
  type Paper,
  type PaperBlock,
  type PaperSection,
  type Run,
} from '../model/paper.ts';
import type { Signature } from '../workbook/signatures.ts';
import { linesOf } from '../workbook/text-size.ts';
import {
  belowName,
  cellEdges,
  cellSides,
  footLine,
  footSize,
  gap,
  handRoom,
  lineShare,
  paragraphHeight,
  roomOn,
  signatureHeight,
  signedName,
} from './block-heights.ts';
import { escapeHtml } from './html.ts';
import { pagesHtml, type Page } from './pages.ts';
import { styleClasses, type StyleClasses } from './style-classes.ts';

export function paperHtml(
  paper: Paper,
  words: { readonly documents: DocumentWords; readonly papers: PaperWords },
): string {
  const styles = styleClasses();
  const code = escapeHtml(words.papers.checkCode(paper.checkCode));
  const pages = paper.sections.flatMap((section): readonly Page[] => {
    const room = roomOn(paper, section.identity);
    const items = itemsOf(paper, section, room.width, styles);
    const foot = `<p class="whose">${shown(section.identity)}<br>${code}</p>`;
    const marks = section.marks.map((mark) => shown(mark)).join('<br>');
    const head = marks === '' ? '' : `<p class="marks">${marks}</p>\n`;
    return pagesOf(items, room.height).map((content) => ({
      paper: `${paper.size === 'A4' ? 'a4' : 'f4'}-${paper.page.isAcross ? 'landscape' : 'portrait'}`,
      content: `${head}${content}\n${foot}`,
    }));
  });
  return pagesHtml(words.documents, {
    title: paper.title,
    pages,
    styles: `${style}.page { font-size: ${paper.textSize}pt; }\n${pageStyle(paper)}${styles.text()}`,
  });
}

/** Margins of its own, and the picture once for all pages. */
function pageStyle({ page }: Paper): string {
  const { isAcross, margins, background } = page;
  if (!isAcross) return '';
  const { top, right, bottom, left } = margins;
  const picture =
    background === null
      ? ''
      : `\n.page { background: #fff url("data:image/${background.type};base64,${background.base64}") 0 0 / 100% 100% no-repeat; }`;
  const edges = edgesOf(page);
  return [
    `.page { padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; }${picture}`,
    `.page .marks { top: ${edges.marks}mm; right: ${right}mm; left: ${left}mm; }`,
    `.page .whose { bottom: ${edges.foot}mm; left: ${left}mm; width: ${edges.footWidth}mm; }`,
    `.page .foot { bottom: ${edges.foot}mm; right: ${right}mm; }\n`,
  ].join('\n');
}

const tableSize = 10;
const smallSize = 9;

/** What does not break. */
interface Item {
  readonly html: string;
  /** Points. */
  readonly height: number;
  readonly keepsNext: boolean;
  readonly table: Frame | null;
}

/** Around the rows of a table that stand on one page. */
interface Frame {
  readonly open: string;
  readonly close: string;
  readonly height: number;
}

function itemsOf(paper: Paper, section: PaperSection, width: number, styles: StyleClasses): readonly Item[] {
  const items: Item[] = [];
  if (section.hasLetterhead && paper.letterhead.lines.length > 0) items.push(letterheadItem(paper, width, styles));
  for (const [index, block] of section.blocks.entries()) {
    if (block.type === 'signatures') keepLast(items);
    items.push(...blockItems(block, paper.textSize, width, styles));
    // A list in which the rest of the jury signs.
    if (block.type === 'signatures' && index < section.blocks.length - 1) keepLast(items);
  }
  return items;
}

/** The last lines go with the signatures: two rows of a table, or what stands last. */
function keepLast(items: Item[]): void {
  for (let at = items.length - 1, left = 2; at >= 0 && left > 0; at -= 1, left -= 1) {
    const item = items[at];
    assert(item !== undefined, 'an item of the list');
    items[at] = { ...item, keepsNext: true };
    if (item.table === null) return;
  }
}

function blockItems(block: PaperBlock, size: number, width: number, styles: StyleClasses): readonly Item[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraphItem(block, size, width, styles)];
    case 'heading': {
      const text = `${block.label === '' ? '' : `${block.label} `}${block.text}`;
      const height = linesOf(text, width, { size, bold: true }) * size * lineShare + gap * 2;
      return [plainItem(`<h2>${shown(text)}</h2>`, height, true)];
    }
    case 'list':
      return listItems(block, size, width);
    case 'fields': {
      const rows = block.rows.map(
        ([name, value]) => `<tr><td>${shown(name)}</td><td>:</td><td>${shown(value)}</td></tr>`,
      );
      const heights = block.rows.map(
        ([, value]) => linesOf(readable(value), width * 0.72 - cellSides, { size, bold: true }) * size * lineShare + 2,
      );
      return [plainItem(`<table class="fields">${rows.join('')}</table>`, total(heights) + gap, false)];
    }
    case 'table':
      return tableItems(block, width, styles);
    case 'signatures':
      return block.rows.map((row, index) => signatureItem(row, size, width, index < block.rows.length - 1));
  }
}

function plainItem(html: string, height: number, keepsNext: boolean): Item {
  return { html, height, keepsNext, table: null };
}

function paragraphItem(
  { runs, align = 'left', look, size: given, keepsNext = false }: Extract<PaperBlock, { readonly type: 'paragraph' }>,
  size: number,
  width: number,
  styles: StyleClasses,
): Item {
  const isTitle = look === 'title';
  const own = given ?? (look === 'small' ? smallSize : size);
  const font = { size: own, bold: isTitle || runs.some(({ bold }) => bold) };
  const rule = styles.classOf(
    `font-size: ${own}pt; line-height: ${(own * lineShare).toFixed(2)}pt; text-align: ${align}${given === undefined ? '' : `; padding-bottom: ${gapBelow(given).toFixed(2)}pt`}`,
  );
  const html = `<p class="${isTitle ? 'title ' : given === undefined ? 'text ' : ''}${rule}">${isTitle ? `<b>${runsHtml(runs)}</b>` : runsHtml(runs)}</p>`;
  return plainItem(
    html,
    paragraphHeight(textOf(runs), width, font, given === undefined ? gap : gapBelow(given)),
    keepsNext || isTitle,
  );
}

function listItems(
  { marks, look, items, keepsNext = false }: Extract<PaperBlock, { readonly type: 'list' }>,
  size: number,
  width: number,
): readonly Item[] {
  const own = look === 'small' ? smallSize : size;
  const indent = marks === 'numbers' ? 24 : 14;
  return items.map((runs, index) => {
    const font = { size: own, bold: runs.some(({ bold }) => bold) };
    const height =
      linesOf(textOf(runs), width - indent, font) * own * lineShare + 3 + (index === items.length - 1 ? 3 : 0);
    const mark = marks === 'numbers' ? `${index + 1}.` : '•';
    const html = `<div class="item ${marks}${look === 'small' ? ' small' : ''}"><span>${mark}</span><p>${runsHtml(runs)}</p></div>`;
    const isLast = index === items.length - 1;
    return plainItem(html, height, isLast ? keepsNext : index === 0);
  });
}

function tableItems(
  { columns, rows, look, rowHeight = 0, together = false }: Extract<PaperBlock, { readonly type: 'table' }>,
  width: number,
  styles: StyleClasses,
): readonly Item[] {
  const cols = columns.map(({ share }) => `<col class="${styles.classOf(`width: ${(share * 100).toFixed(2)}%`)}">`);
  const looks = columns.map(({ align = 'left', bold = false }) =>
    styles.classOf(`text-align: ${align}${bold ? '; font-weight: bold' : ''}`),
  );
  const roomOf = (share: number): number => share * width - cellSides;
  const own = look === 'small' ? smallSize : tableSize;
  const lineHeight = own * lineShare;
  const heightOf = (texts: readonly string[], isHead: boolean): number =>
    Math.max(
      ...columns.map(({ share, bold = false }, at) =>
        linesOf(readable(texts[at] ?? ''), roomOf(share), { size: isHead ? smallSize : own, bold: bold || isHead }),
      ),
    ) *
      lineHeight +
    cellEdges;
  const heads = columns.map(({ head }) => head);
  const hasHead = heads.some((head) => head !== '');
  const head = `<thead><tr>${heads.map((text) => `<th>${shown(text)}</th>`).join('')}</tr></thead>`;
  const frame: Frame = {
    open: `<table class="grid${look === 'small' ? ' small' : ''}"><colgroup>${cols.join('')}</colgroup>${hasHead ? head : ''}<tbody>`,
    close: '</tbody></table>',
    height: (hasHead ? heightOf(heads, true) : 0) + gap + 2,
  };
  const tall = rowHeight === 0 ? '' : ` class="${styles.classOf(`height: ${rowHeight}pt`)}"`;
  return rows.map((row, index) => ({
    html: `<tr${tall}>${row.map((text, at) => `<td class="${looks[at] ?? ''}">${shown(text)}</td>`).join('')}</tr>`,
    height: Math.max(rowHeight, heightOf(row, false)),
    keepsNext: index < rows.length - 1 && (together || index === 0 || index === rows.length - 2),
    table: frame,
  }));
}

function signatureItem(row: readonly (Signature | null)[], size: number, width: number, keepsNext: boolean): Item {
  const cells = (html: (one: Signature) => string): string =>
    `<tr>${row.map((one) => `<td>${one === null ? '' : html(one)}</td>`).join('')}</tr>`;
  const html = [
    `<table class="signed${row.length > 2 ? ' three' : ''}">`,
    `<tr class="roles">${row.map((one) => `<td>${one === null ? '' : shown(one.role)}</td>`).join('')}</tr>`,
    cells((one) => `<b><u>${escapeHtml(signedName(one))}</u></b>`).replace('<tr>', '<tr class="names">'),
    cells((one) => escapeHtml(belowName(one))),
    '</table>',
  ].join('');
  return plainItem(html, signatureHeight(row, size, width), keepsNext);
}

function letterheadItem({ letterhead }: Paper, width: number, styles: StyleClasses): Item {
  const { logo, lines } = letterhead;
  const box = logo === null ? null : logoSize(logo);
  const side = box === null ? 0 : box.width + 10;
  const size = styles.classOf(
    box === null ? '' : `width: ${box.width.toFixed(1)}pt; height: ${box.height.toFixed(1)}pt`,
  );
  const picture =
    logo === null ? '' : `<img class="${size}" alt="" src="data:image/${logo.type};base64,${logo.base64}">`;
  const said = lines.map((line, index) => {
    const own = letterheadSize(index);
    const rule = styles.classOf(
      `font-size: ${own}pt; line-height: ${own * lineShare}pt${index < 2 ? '; font-weight: bold' : ''}`,
    );
    return `<p class="${rule}">${shown(line)}</p>`;
  });
  const heights = lines.map((line, index) => {
    const own = letterheadSize(index);
    return linesOf(readable(line), width - side, { size: own, bold: index < 2 }) * own * lineShare;
  });
  const height = Math.max(total(heights), box?.height ?? 0) + 20;
  return plainItem(`<div class="letterhead"><div>${picture}</div><div>${said.join('')}</div></div>`, height, true);
}

/** Items on pages of `room` points: what keeps the next stays with it where a page has room for both. */
function pagesOf(items: readonly Item[], room: number): readonly string[] {
  const pages: Item[][] = [[]];
  let used = 0;
  const last = (): Item[] => pages.at(-1) ?? [];
  const costOf = (chunk: readonly Item[], before: Frame | null): number => {
    let open = before;
    let cost = 0;
    for (const { height, table } of chunk) {
      cost += height + (table === null || table === open ? 0 : table.height);
      open = table;
    }
    return cost;
  };
  const put = (chunk: readonly Item[]): void => {
    let cost = costOf(chunk, last().at(-1)?.table ?? null);
    if (used > 0 && used + cost > room) {
      pages.push([]);
      used = 0;
      cost = costOf(chunk, null);
    }
    last().push(...chunk);
    used += cost;
  };
  /** More than a page: the end of it that has room on one stays together, so that what is kept with the last is. */
  const putAll = (chunk: readonly Item[]): void => {
    let from = 0;
    while (from < chunk.length - 1 && costOf(chunk.slice(from), null) > room) from += 1;
    if (from > 0) putAll(chunk.slice(0, from));
    put(chunk.slice(from));
  };
  for (const chunk of chunksOf(items)) putAll(chunk);
  return pages.map(pageHtml);
}

function chunksOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const chunks: Item[][] = [];
  let isKept = false;
  for (const item of items) {
    if (isKept) chunks.at(-1)?.push(item);
    else chunks.push([item]);
    isKept = item.keepsNext;
  }
  return chunks;
}

function pageHtml(items: readonly Item[]): string {
  const parts: string[] = [];
  let open: Frame | null = null;
  for (const { html, table } of items) {
    if (table !== open) {
      if (open !== null) parts.push(open.close);
      if (table !== null) parts.push(table.open);
      open = table;
    }
    parts.push(html);
  }
  if (open !== null) parts.push(open.close);
  return parts.join('\n');
}

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, underline }) => {
      let html = shown(text);
      if (underline === true) html = `<u>${html}</u>`;
      if (italic === true) html = `<i>${html}</i>`;
      return bold === true ? `<b>${html}</b>` : html;
    })
    .join('');
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => readable(text)).join('');
}

function shown(text: string): string {
  return escapeHtml(readable(text));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

const style = `
.page { overflow-wrap: anywhere; }
.page p, .page h2, .page td, .page th { margin: 0; white-space: pre-line; }
.page .text { margin-bottom: ${gap}pt; }
.page .title + .text { margin-top: ${gap}pt; }
.page h2 { margin: ${gap}pt 0; font-size: inherit; line-height: ${lineShare}; }
.page .marks { position: absolute; top: 0.8cm; right: 2.5cm; left: 3cm; font-size: 9pt; font-weight: bold; text-align: center; color: #b00000; }
.page .whose { position: absolute; bottom: 0.6cm; left: 3cm; width: 11cm; font-size: ${footSize}pt; line-height: ${footLine}pt; color: #444; }
.letterhead { display: grid; grid-template-columns: auto 1fr; column-gap: 10pt; align-items: center; margin-bottom: 12pt; padding-bottom: 5pt; border-bottom: 2.5pt double #000; text-align: center; }
.item { display: grid; margin-bottom: 3pt; line-height: ${lineShare}; text-align: justify; }
.item.numbers { grid-template-columns: 24pt 1fr; }
.item.bullets { grid-template-columns: 14pt 1fr; }
.item.small, .grid.small { font-size: ${smallSize}pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.grid { margin-bottom: ${gap + 2}pt; font-size: ${tableSize}pt; line-height: ${lineShare}; }
.grid td, .grid th { padding: 2pt 4pt; border: 0.5pt solid #000; vertical-align: top; }
.grid th { font-size: ${smallSize}pt; text-align: center; vertical-align: middle; background: #e7edf7; }
.fields { margin-bottom: ${gap}pt; line-height: ${lineShare}; }
.fields td { padding: 1pt 0; vertical-align: top; }
.fields td:first-child { width: 25%; }
.fields td:nth-child(2) { width: 2.5%; }
.signed { margin-top: ${gap * 2}pt; margin-bottom: ${gap}pt; font-size: 11pt; line-height: ${lineShare}; text-align: center; }
.signed.three { font-size: 10pt; }
.signed td { padding: 0 4pt; vertical-align: top; }
.signed .roles td { padding-bottom: ${handRoom}pt; vertical-align: bottom; }
.signed .names td { vertical-align: bottom; }
`;
