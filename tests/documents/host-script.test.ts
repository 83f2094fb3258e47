import { expect, test } from 'vitest';
import { scriptActs } from '../../electron/shell/host-script.ts';
import { hostScriptHtml } from '../../shared/documents/text/host-script.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { contestOf, setupIn } from '../support/contest-builder.ts';

test('[C9] the script has the acts in their order with the notes and what is announced, and no name of a contestant', () => {
  const setup = setupIn(contestOf({}));
  const [category] = setup.categories;
  const page = hostScriptHtml(
    wordsOf.id.documents,
    'Lomba',
    scriptActs(
      {
        ...setup,
        programme: [
          { type: 'text', id: 'sambutan', title: 'Sambutan <Bupati>', text: 'Bupati', note: 'Undang ke panggung.' },
          { type: 'winners', category: category?.id ?? '', note: 'Pelan-pelan.' },
        ],
      },
      wordsOf.id,
    ),
  );
  const said = [
    'Pembuka',
    'Sambutan &lt;Bupati&gt;',
    'Undang ke panggung.',
    'Pelan-pelan.',
    'Juara III',
    'Juara II<',
    'Juara I<',
  ];
  const places = said.map((text) => page.indexOf(text));
  expect(places.every((at) => at > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const { name } of setup.contestants) expect(page).not.toContain(`${name}<`);
  expect(page).not.toContain('CONTOH');
});
