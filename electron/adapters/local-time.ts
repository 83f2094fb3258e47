/** The clock of this laptop, for documents: the pure core knows neither it nor its time zone. */
import type { Words } from '../../shared/say/words.ts';

/** How far this laptop's clock is ahead of UTC at that moment. */
export function localOffsetMs(atMs: number): number {
  return -new Date(atMs).getTimezoneOffset() * 60_000;
}

/** `8 November 2017`, by this laptop's clock. */
export function localDay({ documents }: Words, atMs: number): string {
  return documents.date(localText(atMs).slice(0, 10));
}

/** `8 November 2017, 08.15`. */
export function localMoment(words: Words, atMs: number): string {
  const time = localText(atMs).slice(11, 16);
  return `${localDay(words, atMs)}, ${words.documents.language === 'id' ? time.replace(':', '.') : time}`;
}

function localText(atMs: number): string {
  return new Date(atMs + localOffsetMs(atMs)).toISOString();
}
