/**
 * The guide stays true: what README.md and the guide point to exists, and every bold word of the guide is a word that the
 * interface shows. Quoted words may fill what the interface fills in (`Simpan 12 perubahan`).
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { app } from '../../renderer/messages/id/app.ts';
import { ceremony } from '../../renderer/messages/id/ceremony.ts';
import { exports } from '../../renderer/messages/id/export.ts';
import { help } from '../../renderer/messages/id/help.ts';
import { imports } from '../../renderer/messages/id/import.ts';
import { monitor } from '../../renderer/messages/id/monitor.ts';
import { order } from '../../renderer/messages/id/order.ts';
import { preparation } from '../../renderer/messages/id/preparation.ts';
import { projector } from '../../renderer/messages/id/projector.ts';
import { results } from '../../renderer/messages/id/results.ts';
import { scoring } from '../../renderer/messages/id/scoring.ts';
import { session } from '../../renderer/messages/id/session.ts';
import { setup } from '../../renderer/messages/id/setup.ts';
import { start } from '../../renderer/messages/id/start.ts';
import { ui } from '../../renderer/messages/id/ui.ts';
import { wordsOf } from '../../shared/say/words.ts';

const root = path.resolve(import.meta.dirname, '../..');
const guide = globSync('docs/panduan/*.md', { cwd: root });
const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
const pictures = globSync('docs/panduan/gambar/*.png', { cwd: root });

const screens = [
  app,
  ceremony,
  exports,
  help,
  imports,
  monitor,
  order,
  preparation,
  projector,
  results,
  scoring,
  session,
  setup,
  start,
  ui,
  // What the core says of the acts stands on a screen too.
  wordsOf.id.ceremony,
];
const shown = screens.flatMap(textsOf).map(patternOf);

test.each(documents)('%s points to nothing that is missing', (document) => {
  const missing = linksOf(document).filter(({ file, anchor }) => !isThere(file, anchor));
  expect(missing).toEqual([]);
});

test.each(guide)('%s quotes the interface as it is', (page) => {
  const quoted = [...read(page).matchAll(/\*\*(.+?)\*\*/gs)].map(([, text = '']) => text.replace(/\s+/g, ' '));
  expect(quoted.length).toBeGreaterThan(0);
  expect(quoted.filter((text) => !shown.some((pattern) => pattern.test(text)))).toEqual([]);
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

function textsOf(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages];
  return messages instanceof Object ? Object.values(messages).flatMap(textsOf) : [];
}

/** What is filled in may be anything, but something; a text without a word of its own matches nothing. */
function patternOf(text: string): RegExp {
  if (!/\p{L}{3}/u.test(text.replace(/\{\{.+?\}\}/g, ''))) return /(?!)/;
  const fixed = text.split(/\{\{.+?\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${fixed.join('.+')}$`);
}
