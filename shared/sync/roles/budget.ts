/** What a laptop may send in a time (rule L16): much at once, as one that was away brings it, and then a steady stream. */
import { limits } from '../../limits.ts';

export interface Budget {
  readonly spend: (bytes: number, nowMs: number) => void;
  /** 0: it may send on. */
  readonly waitMs: (nowMs: number) => number;
}

/** What reading and checking any frame costs, however small it is. */
const FRAME_COST_BYTES = 500;

/** `nowMs`: by a clock that does not jump. */
export function createBudget(): Budget {
  let left: number = limits.burstBytes;
  let atMs: number | null = null;
  const earn = (nowMs: number): void => {
    const earned = ((nowMs - (atMs ?? nowMs)) / 1000) * limits.burstBytesPerSecond;
    left = Math.min(limits.burstBytes, left + earned);
    atMs = nowMs;
  };
  return {
    spend: (bytes, nowMs) => {
      earn(nowMs);
      left -= bytes + FRAME_COST_BYTES;
    },
    waitMs: (nowMs) => {
      earn(nowMs);
      return left > 0 ? 0 : Math.ceil((-left / limits.burstBytesPerSecond) * 1000) + 1;
    },
  };
}
