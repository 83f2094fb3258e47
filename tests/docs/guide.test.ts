/**
 * The guide stays true in both languages: what README.md and the guide point to exists, and every bold word of the guide is a
 * word that the interface shows in that language. Quoted words may fill what the interface fills in (`Simpan 12 perubahan`).
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { wordsOf } from '../../shared/say/words.ts';
import { languages, type Language } from '../../shared/say/language.ts';
import { alike, textsOfCore, textsOfWindows, vocabulary, wordsIn } from '../support/words-of-languages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folders = { id: 'docs/panduan', en: 'docs/guide' } as const;
const guide = languages.flatMap((language) => pagesOf(language).map((page) => ({ language, page })));
const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
const pictures = globSync('docs/panduan/gambar/*.png', { cwd: root });

test.each(documents)('%s points to nothing that is missing', (document) => {
  const missing = linksOf(document).filter(({ file, anchor }) => !isThere(file, anchor));
  expect(missing).toEqual([]);
});

test.each(guide)('$page quotes the interface as it is', ({ language, page }) => {
  const bold = quotedIn(page, /\*\*(.+?)\*\*/gs);
  expect(bold.length).toBeGreaterThan(0);
  const shown = shownIn(language).map(patternOf);
  expect(bold.filter((text) => !shown.some((pattern) => pattern.test(text)))).toEqual([]);
  const parts = [...shownIn(language), ...textsOfCore(language)];
  expect(quotedIn(page, /“(.+?)”/gs).filter((text) => !parts.some((part) => part.includes(text)))).toEqual([]);
});

test('both languages have the same pages, with headings of the same levels', () => {
  const [indonesian, english] = [pagesOf('id'), pagesOf('en')];
  expect(english.map((page) => path.basename(page))).toEqual(indonesian.map((page) => path.basename(page)));
  expect(english.map(levelsOf)).toEqual(indonesian.map(levelsOf));
});

test.each(pagesOf('en'))('%s has no word of Bahasa Indonesia but names, files, and the example of a list', (page) => {
  const known = vocabulary('id');
  const text = read(page)
    .replaceAll(/`[^`]+`|\]\([^)]+\)/g, ' ')
    .replaceAll(/^\| (No Urut|\d+) \|.*$/gm, ' ')
    // What the application tells people to write into an Indonesian list, and names in examples.
    .replaceAll(/No Urut, Nama KBK and Unit Kerja|KBK Melati|berita acara|ISHOMA/g, ' ');
  expect(wordsIn(text).filter((word) => known.has(word) && !alike.has(word))).toEqual([]);
});

test.each(pagesOf('en'))('%s says of each picture that it shows Indonesian', (page) => {
  const texts = [...read(page).matchAll(/!\[([^\]]*)\]/g)].map(([, text = '']) => text);
  expect(texts.filter((text) => !text.includes('in Indonesian'))).toEqual([]);
});

test('every picture is shown somewhere, and together they stay small', () => {
  const used = new Set(documents.flatMap(linksOf).map(({ file }) => path.relative(root, file)));
  expect(pictures.filter((picture) => !used.has(picture))).toEqual([]);
  const bytes = pictures.reduce((sum, picture) => sum + readFileSync(path.join(root, picture)).length, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(3_000_000);
});

function read(document: string): string {
  return readFileSync(path.join(root, document), 'utf8');
}

interface LocalLink {
  readonly file: string;
  /** Without the sign; empty: the whole page. */
  readonly anchor: string;
}

/** Links and pictures of a document into this repository. */
function linksOf(document: string): readonly LocalLink[] {
  return [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [relative = '', anchor = ''] = target.split('#');
    const from = path.join(root, document);
    return [{ file: relative === '' ? from : path.resolve(path.dirname(from), relative), anchor }];
  });
}

function isThere(file: string, anchor: string): boolean {
  if (!existsSync(file)) return false;
  if (anchor === '') return true;
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => anchorOf(text));
  return headings.includes(anchor);
}

/** As the forges make anchors of headings. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function pagesOf(language: Language): readonly string[] {
  return globSync(`${folders[language]}/*.md`, { cwd: root }).toSorted();
}

function levelsOf(page: string): readonly number[] {
  return [...read(page).matchAll(/^(#+) /gm)].map(([, signs = '']) => signs.length);
}

function quotedIn(page: string, quotation: RegExp): readonly string[] {
  return [...read(page).matchAll(quotation)].map(([, text = '']) => text.replace(/\s+/g, ' '));
}

/** What stands on screens; what the core says of the acts of a ceremony does too. */
function shownIn(language: Language): readonly string[] {
  return [...textsOfWindows(language).map(([, text]) => text), ...textsOf(wordsOf[language].ceremony)];
}

function textsOf(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages];
  return messages instanceof Object ? Object.values(messages).flatMap(textsOf) : [];
}

/** What is filled in may be anything, but something; a text without a word of its own matches nothing. */
function patternOf(text: string): RegExp {
  if (!/\p{L}{3}/u.test(text.replace(/\{\{.+?\}\}/g, ''))) return /(?!)/;
  const parts = text.split(/(\{\{.+?\}\})/).map((part, at) => {
    if (at % 2 === 1) return part === '{{count}}' ? String.raw`\d+` : '.+';
    return part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${parts.join('')}$`);
}
