/** The guide in the application: every screen names a chapter that is there, links lead somewhere, and a search finds it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { guidePageNames, loadGuide, placeOf, searchGuide } from '../../../../renderer/features/help/guide.ts';
import { chapterOf } from '../../../../renderer/app/aids.tsx';
import { screens } from '../../../../renderer/app/screens.tsx';
import { sectionsOf } from '../../../../tools/guide/pages.ts';

const pages = await loadGuide('id');

test('the guide ships whole', () => {
  expect(pages.map(({ name }) => name)).toEqual([...guidePageNames]);
  for (const { sections } of pages) expect(sections.length).toBeGreaterThan(2);
});

test.each([...screens.map(({ name }) => name), 'start' as const, 'session' as const])(
  'the screen %s has its chapter in the guide',
  (name) => {
    const place = placeOf(chapterOf(name));
    const page = pages.find((each) => each.name === place?.page);
    expect(page?.sections.map(({ anchor }) => anchor)).toContain(place?.anchor);
  },
);

test('every link of the guide leads to a heading of it', () => {
  const links = pages.flatMap(({ name, sections }) =>
    sections.flatMap(({ html }) =>
      [...html.matchAll(/data-guide="([^"]+)"/g)].map(([, link = '']) => ({ name, link })),
    ),
  );
  expect(links.length).toBeGreaterThan(5);
  const lost = links.filter(({ name, link }) => {
    const place = placeOf(link, name);
    const sections = pages.find((each) => each.name === place?.page)?.sections ?? [];
    return place === null || (place.anchor !== '' && !sections.some(({ anchor }) => anchor === place.anchor));
  });
  expect(lost).toEqual([]);
});

test('every picture of the guide ships with it', () => {
  const pictures = pages.flatMap(({ sections }) =>
    sections.flatMap(({ html }) => [...html.matchAll(/<img src="([^"]+)"/g)].map(([, file = '']) => file)),
  );
  expect(pictures.length).toBeGreaterThan(10);
  const html = pages.flatMap(({ sections }) => sections.map((section) => section.html)).join('');
  expect(html.match(/ width="\d{3,4}" height="\d{3,4}"/g)).toHaveLength(pictures.length);
  const root = path.resolve(import.meta.dirname, '../../../..');
  for (const file of pictures) expect(readFileSync(path.join(root, file)).length).toBeGreaterThan(1000);
});

test('a search finds the heading that holds its words first, and shows where they stand', () => {
  const [first] = searchGuide(pages, 'lupa pin');
  expect(first?.section.title).toBe('Lupa PIN');
  expect(first?.excerpt.filter(({ isFound }) => isFound).map(({ text }) => text.toLowerCase())).toContain('pin');
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

test('a page that is not written in English yet is there in Bahasa Indonesia, and says so', async () => {
  const english = await loadGuide('en');
  expect(english.map(({ name }) => name)).toEqual([...guidePageNames]);
  for (const page of english) expect(['id', 'en']).toContain(page.language);
});

test.each([
  ['markup', '# A\n\n<script>alert(1)</script>'],
  ['markup in a line', '# A\n\nHalo <b>dunia</b>'],
  ['a link out of the guide', '# A\n\n[x](https://example.org)'],
  ['a link that runs something', '# A\n\n[x](javascript:alert(1))'],
  ['a picture from elsewhere', '# A\n\n![x](https://example.org/x.png)'],
])('%s stops the build', (_name, source) => {
  expect(() => sectionsOf(source)).toThrow(/guide/);
});
