/** Durations as people write them: minutes:seconds, or seconds alone. */

/** Seconds of "1:23" or "83"; null for anything else. */
export function parseClock(text: string): number | null {
  const match = /^(?:(\d{1,3})[:.])?(\d{1,5})$/.exec(text.trim());
  if (match === null) return null;
  const [, minutes, seconds] = match;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  return Number(minutes ?? 0) * 60 + Number(seconds);
}
