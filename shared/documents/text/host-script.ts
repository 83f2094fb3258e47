/**
 * The host's script on paper: the acts in their order with the notes, and what is announced in each, with a line to write on. No
 * name and no score is on it (rule C9): it may lie on a lectern before the announcement.
 */
import type { DocumentWords } from '../../say/documents.ts';
import { linesOf, type TextFont } from '../workbook/text-size.ts';
import { escapeHtml } from './html.ts';
import { onPages, pagesHtml, type Block } from './pages.ts';

export interface ScriptAct {
  readonly title: string;
  /** What stands on the slide below the title, and what the host is told; empty where there is nothing. */
  readonly text: string;
  readonly note: string;
  /** Labels of what is revealed, in that order. */
  readonly reveals: readonly string[];
}

export function hostScriptHtml(words: DocumentWords, contest: string, acts: readonly ScriptAct[]): string {
  const head = [
    line('<h1>', words.hostScript.title, '</h1>', { size: 20, bold: true }, 26),
    line('<p class="quiet">', contest, '</p>', { size: 13 }, lineHeight),
  ];
  const [first = [], ...others] = acts.map(actBlocks);
  const pages = onPages([[...head, ...first], ...others], (29.7 - 4) * pointsPerCentimetre);
  return pagesHtml(words, {
    title: words.files['host-script'](contest),
    pages: pages.map((content) => ({ paper: 'a4-portrait', content })),
    styles: style,
  });
}

function actBlocks({ title, text, note, reveals }: ScriptAct, index: number): readonly Block[] {
  return [
    line('<h2>', `${index + 1}. ${title}`, '</h2>', { size: 16, bold: true }, 21, 17),
    ...paragraphs('<p class="quiet">', text),
    ...paragraphs('<p>', note),
    ...reveals.map((label) => line('<p class="reveal"><b>', label, '</b></p>', { size: 13 }, lineHeight, 9, 170)),
  ];
}

/** Each for itself, so that even the longest note goes on on the next page. */
function paragraphs(open: string, text: string): readonly Block[] {
  return text === '' ? [] : text.split('\n').map((each) => line(open, each, '</p>', { size: 13 }, lineHeight));
}

function line(
  open: string,
  text: string,
  close: string,
  font: TextFont,
  height: number,
  above = 0,
  room = 17 * pointsPerCentimetre,
): Block {
  return { html: `${open}${escapeHtml(text)}${close}`, height: linesOf(text, room, font) * height + above };
}

const pointsPerCentimetre = 28.35;
/** Of plain text, in points. */
const lineHeight = 18;

const style = `
.page { padding: 2cm; overflow-wrap: anywhere; font-size: 13pt; line-height: ${lineHeight}pt; }
h1 { margin: 0; font-size: 20pt; line-height: 26pt; }
h2 { margin: 17pt 0 0; font-size: 16pt; line-height: 21pt; }
p { min-height: ${lineHeight}pt; margin: 0; }
.quiet { color: #444; }
.reveal { display: grid; grid-template-columns: 170pt 1fr; align-items: end; padding-top: 9pt; }
.reveal b { padding-right: 6pt; }
.reveal::after { content: ''; border-bottom: 0.75pt solid #000; }
`;
