/** A data key as it is made (rule L7): its bytes, and the same hidden for each holder of a box key. */
import type { LogOpened } from '../domain/facts/events.ts';

export interface WrappedDataKey {
  readonly bytes: Uint8Array;
  readonly wraps: NonNullable<LogOpened['dataKey']>['wraps'];
}
