/** What a further window of the hall shows (rule W11). */

/** `main`: what the projector shows. `script`: what the host needs, and no name that is not revealed. */
export const hallContents = ['main', 'waiting', 'on-stage', 'timer', 'script'] as const;
export type HallContent = (typeof hallContents)[number];

export interface HallWindow {
  readonly id: string;
  readonly name: string;
  readonly content: HallContent;
  /** Percent of each edge that stays empty. */
  readonly overscan: number;
}
