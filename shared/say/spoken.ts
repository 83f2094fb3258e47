/**
 * Words that follow a choice: the tables of the language that is spoken now, for whoever was handed them before it was chosen.
 * Everything in them is looked up when it is read; a text that was taken out of them stays as it was.
 */
import type { Language } from './language.ts';
import { wordsOf, type Words } from './words.ts';

export function spokenWords(language: () => Language): Words {
  return following(wordsOf.id, () => wordsOf[language()]);
}

/** `shape`: any table of the kind; only what `now` answers is read. */
function following<Table extends object>(shape: Table, now: () => Table): Table {
  return new Proxy(shape, {
    get(_shape, key) {
      const value: unknown = Reflect.get(now(), key);
      return isTable(value) ? following(value, () => tableIn(now(), key)) : value;
    },
  });
}

function tableIn(table: object, key: PropertyKey): object {
  const value: unknown = Reflect.get(table, key);
  return isTable(value) ? value : table;
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
