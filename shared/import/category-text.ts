/** Which category of the contest a text of the list means [I9]; nothing is guessed where two would fit. */
import { textKey } from '../lib/text-key.ts';

type NamedCategory = { readonly id: string; readonly name: string };

const CATEGORY_WORDS = /^(kategori|bidang|klaster|kluster|cluster|rumpun|cabang|kelompok)\s+(?=\S)/;
const SHORTEST_ABBREVIATION = 3;

/** By id or name without case, punctuation and a word like `Bidang` before it; else as the abbreviation of one name. */
export function categoryByText<Category extends NamedCategory>(
  text: string,
  categories: readonly Category[],
): Category | null {
  const key = categoryKey(text);
  const exact = categories.filter(({ id, name }) => categoryKey(name) === key || categoryKey(id) === key);
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
  if (key.length < SHORTEST_ABBREVIATION) return null;
  const abbreviated = categories.filter(({ name }) => categoryKey(name).startsWith(key));
  return abbreviated.length === 1 ? (abbreviated[0] ?? null) : null;
}

/** `BIDANG KESEHATAN` and `Kesehatan` are the same category. */
export function categoryKey(text: string): string {
  return textKey(text).replace(CATEGORY_WORDS, '');
}
