/**
 * Every list of these tests read as it was: columns, rows, questions and what is left out, and what a first import and one after it
 * would do. The other tests look at what each list is for; this one sees what changes beside it. What is meant to change
 * is kept anew with `KEEP=write vitest run --project unit tests/import/readings`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/adapters/spreadsheet-parse.ts';
import { expectAsItWas } from '../support/as-it-was.ts';
import { listsFolder } from './read-list.ts';
import { reading } from './reading.ts';

const folders = [listsFolder, path.resolve(import.meta.dirname, '../fixtures/list-kinds')];
const lists = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(xlsx|xls|ods|csv|txt)$/.test(name))
    .map((name) => path.join(folder, name)),
);

test.each(lists.map((place) => [path.basename(place), place] as const))(
  '[I5] [I13] %s is read as it was',
  (name, place) => {
    const read = readSpreadsheet(new Uint8Array(readFileSync(place)), name);
    expectAsItWas(`readings/${name}.txt`, read.ok ? reading(read.value) : `refused: ${JSON.stringify(read.error)}`);
  },
);

test('there are as many lists as kinds', () => {
  expect(lists.length).toBeGreaterThan(80);
});
