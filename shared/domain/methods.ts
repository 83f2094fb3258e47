/** The methods that make a result of the jurors' numbers (R5 to R11), and where a number may be rounded on the way (R3). */

export const methods = ['mean', 'trimmed-mean', 'median', 'majority', 'borda'] as const;

export type Method = (typeof methods)[number];

/** In the order of the arithmetic. */
export const roundingStages = ['criterion', 'weighted', 'juror', 'stage', 'final'] as const;

export type RoundingStage = (typeof roundingStages)[number];

/** True for the methods that count places instead of scores. */
export function isPlaceBased(method: Method): method is 'majority' | 'borda' {
  switch (method) {
    case 'majority':
    case 'borda':
      return true;
    case 'mean':
    case 'trimmed-mean':
    case 'median':
      return false;
  }
}
