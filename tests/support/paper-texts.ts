/** What is to stand on a paper, and what a printer made of it: both without spaces, since where lines break is the printer's. */
import { execFileSync } from 'node:child_process';
import { wordsOf } from '../../shared/say/words.ts';
import { readable, type Paper, type PaperBlock } from '../../shared/documents/model/paper.ts';

/** The texts of the paper that are not on the printed PDF, of which every page must say whose it is, with the code and which of how many. */
export function lackingTexts({ sections, language, checkCode }: Paper, pdf: string): readonly string[] {
  const identities = [...new Set(sections.map(({ identity }) => lettersIn(identity)))].toSorted(
    (a, b) => b.length - a.length,
  );
  const code = lettersIn(wordsOf[language].papers.checkCode(checkCode));
  const marks = [...new Set(sections.flatMap((section) => section.marks))].map(lettersIn);
  const printed = execFileSync('pdftotext', ['-raw', pdf, '-'], { maxBuffer: 2 ** 28 })
    .toString()
    .split('\f')
    .slice(0, -1)
    .map((page, at, pages) => {
      const letters = lettersIn(page);
      const number = lettersIn(wordsOf[language].documents.pageOf(String(at + 1), String(pages.length)));
      for (const text of [code, number])
        if (!letters.includes(text)) throw new Error(`page ${at + 1} of ${pdf}: ${text}`);
      const identity = identities.find((each) => letters.includes(each));
      if (identity === undefined) throw new Error(`a page of ${pdf} that does not say whose it is (${language})`);
      // Without head and foot, so that what goes on on the next page is one text.
      const edges = [identity, code, ...marks];
      return edges
        .reduce((text, edge) => text.replaceAll(edge, ''), letters)
        .replaceAll(/Halaman\d+dari\d+|Page\d+of\d+/g, '');
    })
    .join('');
  return sections.flatMap(({ blocks }) => blocks.flatMap(cellsOf)).filter((text) => !printed.includes(lettersIn(text)));
}

/** Each text by itself; of a table each cell. */
function cellsOf(block: PaperBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')];
    case 'heading':
      return [`${block.label} ${block.text}`];
    case 'list':
      return block.items.map((runs) => runs.map(({ text }) => text).join(''));
    case 'fields':
    case 'table':
      return block.rows.flat();
    case 'signatures':
      return block.rows.flat().flatMap((one) => [one?.role, one?.name, one?.title, one?.nip].map((text) => text ?? ''));
  }
}

function lettersIn(text: string): string {
  return readable(text).replaceAll(/\s/g, '');
}
