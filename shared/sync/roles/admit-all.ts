/**
 * "Terima semua yang memakai kode benar" (rule S17): for an hour at most, a laptop that has proven its code is let in without
 * a press, if its seat never had a laptop. Whoever guesses ends it: any burnt code, the clock, or a person's press.
 */
import { limits } from '../../limits.ts';
import type { RolePorts } from './ports.ts';

export interface AdmitAll {
  /** Wall clock, milliseconds; null: off. */
  readonly untilMs: () => number | null;
  /** Whether it was a burnt code that ended it last. */
  readonly endedByGuess: () => boolean;
  readonly begin: () => void;
  readonly end: (byGuess: boolean) => void;
}

export function createAdmitAll(
  { clock, timers }: Pick<RolePorts, 'clock' | 'timers'>,
  onChanged: () => void,
): AdmitAll {
  let period: { readonly fromMs: number; readonly untilMs: number } | null = null;
  let stopWaiting = (): void => undefined;
  let wasGuessed = false;
  return { untilMs, endedByGuess: () => wasGuessed, begin, end };

  /** A clock that jumps either way ends it rather than lengthening it. */
  function untilMs(): number | null {
    const now = clock.nowMs();
    return period !== null && now >= period.fromMs && now < period.untilMs ? period.untilMs : null;
  }

  function begin(): void {
    const now = clock.nowMs();
    period = { fromMs: now, untilMs: now + limits.admitAllMs };
    wasGuessed = false;
    stopWaiting();
    stopWaiting = timers.after(limits.admitAllMs, () => end(false));
    onChanged();
  }

  function end(byGuess: boolean): void {
    stopWaiting();
    if (period === null) return;
    period = null;
    wasGuessed = byGuess;
    onChanged();
  }
}
