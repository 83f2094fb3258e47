/**
 * The guide in the application, in both languages: every screen names a chapter that is there, links lead somewhere, and a search
 * finds it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  guidePageNames,
  loadGuide,
  placeOf,
  searchGuide,
  sectionAt,
} from '../../../../renderer/features/help/guide.ts';
import { chapterOf } from '../../../../renderer/app/aids.tsx';
import { screens } from '../../../../renderer/app/screens.tsx';
import { sectionsOf } from '../../../../tools/guide/pages.ts';

const guides = { id: await loadGuide('id'), en: await loadGuide('en') };
const pages = guides.id;

describe.each(['id', 'en'] as const)('in the language %s', (language) => {
  const own = guides[language];

  test('the guide ships whole', () => {
    expect(own.map(({ name }) => name)).toEqual([...guidePageNames]);
    for (const { sections } of own) expect(sections.length).toBeGreaterThan(2);
  });

  test('every link leads to a heading of its own', () => {
    const links = own.flatMap(({ name, sections }) =>
      sections.flatMap(({ html }) =>
        [...html.matchAll(/data-guide="([^"]+)"/g)].map(([, link = '']) => ({ name, link })),
      ),
    );
    expect(links.length).toBeGreaterThan(5);
    const lost = links.filter(({ name, link }) => {
      const place = placeOf(link, name);
      const page = own.find((each) => each.name === place?.page);
      if (place === null || page === undefined) return true;
      // What the link names, and not another heading that a chapter calls so.
      return place.anchor !== '' && sectionAt(page, place.anchor)?.anchor !== place.anchor;
    });
    expect(lost).toEqual([]);
  });
});

test.each([
  ['start', 'Layar pertama', 'First screen'],
  ['session', 'Bergantian', 'Taking turns'],
  ['import', 'Mengimpor daftar peserta', 'Importing the list of contestants'],
  ['setup', 'Menyusun rubrik dan aturan', 'Writing rubrics and rules'],
  ['order', 'Urutan tampil', 'Running order'],
  ['ready', 'Sebelum hari-H', 'Before the day'],
  ['monitor', 'Selama presentasi', 'During the presentations'],
  ['devices', 'Menyambungkan laptop juri', 'Connecting jurors’ laptops'],
  ['results', 'Musyawarah', 'Deliberation'],
  ['deliberation', 'Menyegel hasil', 'Sealing the result'],
  ['ceremony', 'Pengumuman', 'Ceremony'],
  ['documents', 'Dokumen', 'Documents'],
  ['scoring', '2. Menilai', '2. Score'],
  ['signOff', '4. Mengesahkan', '4. Sign off'],
] as const)('F1 on the screen %s opens %j, and %j in English', (name, indonesian, english) => {
  expect(titleFor(name, 'id')).toBe(indonesian);
  expect(titleFor(name, 'en')).toBe(english);
});

test('every screen has its chapter in both languages', () => {
  for (const { name } of screens) {
    expect(titleFor(name, 'id'), name).toBeDefined();
    expect(titleFor(name, 'en'), name).toBeDefined();
  }
});

test.each(['id', 'en'] as const)('every picture of the guide ships with it (%s)', (language) => {
  const own = guides[language];
  const pictures = own.flatMap(({ sections }) =>
    sections.flatMap(({ html }) => [...html.matchAll(/<img src="([^"]+)"/g)].map(([, file = '']) => file)),
  );
  expect(pictures.length).toBeGreaterThan(3);
  const html = own.flatMap(({ sections }) => sections.map((section) => section.html)).join('');
  expect(html.match(/ width="\d{3,4}" height="\d{3,4}"/g)).toHaveLength(pictures.length);
  const root = path.resolve(import.meta.dirname, '../../../..');
  for (const file of pictures) expect(readFileSync(path.join(root, file)).length).toBeGreaterThan(1000);
});

test('a search finds the heading that holds its words first, and shows where they stand', () => {
  const [first] = searchGuide(pages, 'lupa pin');
  expect(first?.section.title).toBe('Lupa PIN');
  expect(first?.excerpt.filter(({ isFound }) => isFound).map(({ text }) => text.toLowerCase())).toContain('pin');
});

test('a search in English finds English', () => {
  expect(searchGuide(guides.en, 'forgotten pin')[0]?.section.title).toBe('Forgotten PIN');
  expect(searchGuide(guides.en, 'recovery code').map(({ page }) => page.name)).toContain('masalah');
});

test('all the words must stand in one section, in whatever case', () => {
  const hits = searchGuide(pages, 'UNDANGAN flashdisk');
  expect(hits.length).toBeGreaterThan(0);
  for (const { section } of hits) {
    const text = `${section.title} ${section.text}`.toLowerCase();
    expect(text).toContain('undangan');
    expect(text).toContain('flashdisk');
  }
});

test.each(['', '  ', '(', '.*', 'tidakadakatainisamasekali'])(
  'a search for %j finds nothing, and breaks nothing',
  (query) => {
    expect(searchGuide(pages, query)).toEqual([]);
  },
);

test.each([
  ['markup', '# A\n\n<script>alert(1)</script>'],
  ['markup in a line', '# A\n\nHalo <b>dunia</b>'],
  ['a link out of the guide', '# A\n\n[x](https://example.org)'],
  ['a link that runs something', '# A\n\n[x](javascript:alert(1))'],
  ['a picture from elsewhere', '# A\n\n![x](https://example.org/x.png)'],
  ['a picture that is not the guide’s', '# A\n\n![x](../../resources/x.png)'],
])('%s stops the build', (_name, source) => {
  expect(() => sectionsOf(source)).toThrow(/guide/);
});

function titleFor(place: Parameters<typeof chapterOf>[0], language: 'id' | 'en'): string | undefined {
  const chapter = placeOf(chapterOf(place));
  const page = guides[language].find(({ name }) => name === chapter?.page);
  return page === undefined || chapter === null ? undefined : sectionAt(page, chapter.anchor)?.title;
}
