/** When a group is planned to perform [I19], as people write it in Indonesia: `09.00–09.20`. */
import { limits } from '../limits.ts';

const TIME = /(?<!\d)([01]?\d|2[0-4])[.:](\d{2})(?!\d)/g;

/** From one cell, or from a beginning and an end; a text without a time of day stays as written. */
export function slotText(begin: string, end = ''): string {
  const times = [...`${begin} ${end}`.matchAll(TIME)].map(
    (match) => `${(match[1] ?? '').padStart(2, '0')}.${match[2]}`,
  );
  const [first, second] = times;
  if (first === undefined) return begin.slice(0, limits.slotLength).trim();
  return second === undefined || second === first ? first : `${first}–${second}`;
}

/** True for a cell that holds a time of day. */
export function holdsTime(text: string): boolean {
  return text.search(TIME) >= 0;
}
