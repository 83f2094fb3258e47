/**
 * The guide's Markdown, made into pages of the application while it is built: each `.md` file becomes a module with its
 * sections, as markup that only this file writes. Markup inside the Markdown, and links that lead out of the guide, stop the
 * build: nothing is fetched when somebody reads, and nothing but text and pictures gets into the window.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked, type Tokens, type Token } from 'marked';
import type { Plugin } from 'vite';
import type { GuideSection } from '../../renderer/features/help/guide-section.ts';

export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith('.md')) return null;
      return { code: moduleOf(source, path.dirname(id)), map: null, moduleType: 'js' };
    },
  };
}

/** The attributes of a picture's size: what stands below it stays in its place while it loads. */
type SizeOf = (file: string) => string;

/** The sections of one page, in its order; the first is the page's own heading. */
export function sectionsOf(source: string, sizeOf: SizeOf = () => ''): readonly GuideSection[] {
  const marked = createMarked(sizeOf);
  const sections: { readonly heading: Tokens.Heading; readonly body: Token[] }[] = [];
  for (const token of marked.lexer(source)) {
    if (isHeading(token)) sections.push({ heading: token, body: [] });
    else if (token.type !== 'space') sections.at(-1)?.body.push(token);
  }
  return sections.map(({ heading, body }) => ({
    anchor: anchorOf(heading.text),
    level: heading.depth,
    title: plainText([heading]),
    html: marked.parser(body),
    text: plainText(body),
  }));
}

/** Pictures are files of the build, under the name that it gives them. */
function moduleOf(source: string, folder: string): string {
  const pictures = [...new Set([...source.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, file = '']) => file))];
  const imports = pictures.map((file, at) => `import picture${at} from ${JSON.stringify(`./${file}`)};`);
  const text = JSON.stringify(sectionsOf(source, (file) => sizeOfPng(readFileSync(path.join(folder, file)))));
  const withPictures = pictures.reduce(
    (code, file, at) => code.replaceAll(`src=\\"${file}\\"`, `src=\\"" + picture${at} + "\\"`),
    text,
  );
  return `${imports.join('\n')}\nexport const sections = ${withPictures};\n`;
}

/** PNG 3, 11.2.1: width and height are the first numbers of the header. */
function sizeOfPng(bytes: Buffer): string {
  return ` width="${bytes.readUInt32BE(16)}" height="${bytes.readUInt32BE(20)}"`;
}

function createMarked(sizeOf: SizeOf): Marked {
  return new Marked({
    renderer: {
      html: ({ text }) => {
        throw new Error(`the guide is Markdown without markup: ${text}`);
      },
      link({ href, tokens }) {
        if (!/^([\w-]+\.md)?(#[\p{L}\p{N}-]+)?$/u.test(href)) throw new Error(`a link leads out of the guide: ${href}`);
        return `<a href="${escapeHtml(href)}" data-guide="${escapeHtml(href)}">${this.parser.parseInline(tokens)}</a>`;
      },
      image: ({ href, text }) => {
        if (!/^(\.\.\/panduan\/)?gambar\/[\w-]+\.png$/.test(href))
          throw new Error(`a picture lies outside the guide: ${href}`);
        return `<img src="${href}" alt="${escapeHtml(text)}"${sizeOf(href)} loading="lazy">`;
      },
    },
  });
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Cells and items apart from each other. */
function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

function textOf(token: Token): string {
  if (isTable(token))
    return [token.header, ...token.rows].flatMap((row) => row.map(({ tokens }) => inlineText(tokens))).join(' ');
  if (isList(token)) return plainText(token.items.flatMap(({ tokens }) => tokens));
  if (token.type === 'image') return '';
  if ('tokens' in token && token.tokens !== undefined) return inlineText(token.tokens);
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

function inlineText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join('');
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
