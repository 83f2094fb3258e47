/** Ids of what an import adds [I11]: readable, from the name, and never one that is taken. */
import { limits } from '../limits.ts';
import { textKey } from '../lib/text-key.ts';

/** `puskesmas-welahan-ii`, or with `-2`, `-3`, ... where that is taken; the new id joins `taken`. */
export function newId(text: string, fallback: string, taken: Set<string>): string {
  const slug = textKey(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = slug === '' ? fallback : slug;
  let id = cut(base, limits.idLength);
  for (let count = 2; taken.has(id); count += 1) {
    const ending = `-${count}`;
    id = cut(base, limits.idLength - ending.length) + ending;
  }
  taken.add(id);
  return id;
}

function cut(slug: string, length: number): string {
  return slug.slice(0, length).replace(/-+$/, '');
}
