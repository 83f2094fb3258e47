/** Opening the scores to every laptop, and what each laptop finds then (rules Z11 to Z13). */
import { z } from 'zod';
import type { CategoryId, ContestantId } from '../domain/ids.ts';
import type { SealScope } from '../domain/setup/contest-file.ts';
import { nothing, request } from './request.ts';

/** What this laptop finds out by itself. */
export interface OwnCheck {
  /** Of the logs that were opened: what has not come here yet, or cannot be read here. 0: everything is here. */
  readonly unread: number;
  readonly logs: number;
  /** Those in force. `code`: ungrouped. While something is unread, true as far as can be seen. */
  readonly seals: readonly { readonly scope: SealScope; readonly code: string; readonly isTrue: boolean }[];
  /** The places as this laptop finds them; a category whose places are open is left out. */
  readonly winners: readonly {
    readonly category: CategoryId;
    readonly places: readonly { readonly place: number; readonly contestant: ContestantId }[];
  }[];
}

export const openingRequests = {
  /** By the committee. `withNotes`: in a contest of an earlier version the notes are opened with them. */
  'open-scores': request<null>()(z.object({ withNotes: z.boolean() })),
  /** Null: the scores are hidden. */
  'own-check': request<OwnCheck | null>()(nothing),
} as const;
