/** The contest's facts, up and down, and lists read before they become facts. */
import { z } from 'zod';
import { categoryIdSchema } from '../domain/setup/contest-file.ts';
import { commandSchema } from '../domain/facts/commands.ts';
import type { RecordedEvent } from '../domain/facts/events.ts';
import type { Ref } from '../domain/ids.ts';
import type { ImportPlan, ImportPreview } from '../import/types.ts';
import { nothing, path, request } from './request.ts';

export const contestRequests = {
  /** Everything that the signed-in person may see, oldest first. */
  'load-events': request<readonly RecordedEvent[]>()(nothing),
  execute: request<{ readonly refs: readonly Ref[] }>()(commandSchema),
  /** `file` absent: a dialog asks; value null when it was closed. Then `token` names the file for further previews. */
  'preview-import': request<{
    readonly token: string;
    /** The file's own name, recorded with what is imported. */
    readonly name: string;
    readonly preview: ImportPreview;
    readonly plan: ImportPlan;
  } | null>()(
    z.object({
      file: z
        .union([
          z.object({ path }),
          z.object({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) }),
          z.object({ token: z.string().max(100) }),
        ])
        .optional(),
      sheet: z.string().max(200).optional(),
      /** Field to column letter. */
      mapping: z.record(z.string().max(20), z.string().max(4)).optional(),
      /** Question type to choice; the list is read again by it. */
      answers: z.record(z.string().max(30), z.string().max(300)).optional(),
      /** Where no category can be read: all rows into this one. */
      category: categoryIdSchema.optional(),
      /** Absent: only where the contest has no category at all. */
      addCategories: z.boolean().optional(),
      /** What becomes of contestants that the list no longer holds; absent: they stay. */
      gone: z.enum(['keep', 'withdraw', 'remove']).optional(),
    }),
  ),
} as const;
