/**
 * The guide as it ships in the application: its pages by language, loaded when somebody opens them, and searched without any
 * network. The pages of all languages have the same headings in the same order; screens name theirs by the Indonesian one.
 */
import type { Language } from '../../../shared/say/language.ts';
import type { GuideSection } from './guide-section.ts';

/** Page and heading, `panitia#pengumuman`; the page alone: from its top. */
export type Chapter = `${GuidePageName}${'' | `#${string}`}`;

export const guidePageNames = ['README', 'juri', 'panitia', 'sekretariat', 'satu-laptop', 'masalah'] as const;
export type GuidePageName = (typeof guidePageNames)[number];

export interface GuidePage {
  readonly name: GuidePageName;
  readonly title: string;
  readonly sections: readonly GuideSection[];
  /** By the places of the sections: what the heading there is called in a chapter, whatever the language of this page. */
  readonly chapters: readonly string[];
}

export interface GuideHit {
  readonly page: GuidePage;
  readonly section: GuideSection;
  /** Where the words were found, in parts: what was looked for, and what stands around it. */
  readonly excerpt: readonly { readonly text: string; readonly isFound: boolean }[];
}

interface GuideModule {
  readonly sections: readonly GuideSection[];
}
type Loaders = Readonly<Record<string, () => Promise<GuideModule>>>;

/** Under the same names of files in every language. */
const loaders: Readonly<Record<Language, Loaders>> = {
  id: import.meta.glob<GuideModule>('../../../docs/panduan/*.md'),
  en: import.meta.glob<GuideModule>('../../../docs/guide/*.md'),
};

export async function loadGuide(language: Language): Promise<readonly GuidePage[]> {
  const pages = await Promise.all(guidePageNames.map(async (name) => loadPage(language, name)));
  return pages.flatMap((page) => page ?? []);
}

async function loadPage(language: Language, name: GuidePageName): Promise<GuidePage | null> {
  const [own, indonesian] = await Promise.all([loadSections(language, name), loadSections('id', name)]);
  if (own === undefined || indonesian === undefined) return null;
  return { name, title: own[0]?.title ?? name, sections: own, chapters: indonesian.map(({ anchor }) => anchor) };
}

async function loadSections(language: Language, name: GuidePageName): Promise<readonly GuideSection[] | undefined> {
  const load = Object.entries(loaders[language]).find(([file]) => file.endsWith(`/${name}.md`))?.[1];
  return load === undefined ? undefined : (await load()).sections;
}

export interface GuidePlace {
  readonly page: GuidePageName;
  /** Empty: the top of the page. */
  readonly anchor: string;
}

/** The place that a chapter or a link of the guide names, seen from a page; null: there is no such page. */
export function placeOf(link: string, from: GuidePageName = 'README'): GuidePlace | null {
  const [file = '', anchor = ''] = link.split('#');
  const name = file === '' ? from : file.replace(/\.md$/, '');
  const page = guidePageNames.find((each) => each === name);
  return page === undefined ? null : { page, anchor };
}

/** The section of a page that a chapter or a link of that page names; undefined: the top of the page. */
export function sectionAt(page: GuidePage, anchor: string): GuideSection | undefined {
  return page.sections[page.chapters.indexOf(anchor)] ?? page.sections.find((section) => section.anchor === anchor);
}

const mostHits = 12;

/** Sections that hold every word, those first that hold them in their heading. */
export function searchGuide(pages: readonly GuidePage[], query: string): readonly GuideHit[] {
  const words = plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const hits = pages.flatMap((page) =>
    page.sections.flatMap((section) => {
      const worth = worthOf(section, words);
      return worth === 0 ? [] : [{ page, section, worth, excerpt: excerptOf(section.text, words) }];
    }),
  );
  return hits.sort((one, other) => other.worth - one.worth).slice(0, mostHits);
}

/** 0: not every word is there. */
function worthOf(section: GuideSection, words: readonly string[]): number {
  const title = plain(section.title);
  const text = plain(section.text);
  let worth = 0;
  for (const word of words) {
    const inTitle = beginsWord(title, word) ? 10 : 0;
    const inText = beginsWord(text, word) ? 1 : 0;
    if (inTitle + inText === 0) return 0;
    worth += inTitle + inText;
  }
  return worth;
}

/** `kunci` finds `kuncinya` and `terkunci`, but the letters of one word alone find no middle of another. */
function beginsWord(text: string, word: string): boolean {
  return word.length < 3 ? text.split(/[^\p{L}\p{N}]+/u).includes(word) : text.includes(word);
}

function excerptOf(text: string, words: readonly string[]): GuideHit['excerpt'] {
  const found = words.map((word) => plain(text).indexOf(word)).filter((at) => at >= 0);
  const first = found.length === 0 ? 0 : Math.min(...found);
  const begin = first < 60 ? 0 : text.lastIndexOf(' ', first - 40) + 1;
  const end = begin + 150 >= text.length ? text.length : text.lastIndexOf(' ', begin + 150);
  const shown = `${begin === 0 ? '' : '… '}${text.slice(begin, end)}${end === text.length ? '' : ' …'}`;
  return marked(shown, words);
}

/** Words are letters and digits alone: they carry nothing that a pattern would read. */
function marked(text: string, words: readonly string[]): GuideHit['excerpt'] {
  return text
    .split(new RegExp(`(${words.join('|')})`, 'giu'))
    .map((part, at) => ({ text: part, isFound: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}

function plain(text: string): string {
  return text.toLowerCase();
}
