/**
 * A small secret at rest: a JSON file whose content is hidden by the system's key store, or by the file's mode alone (0600).
 * It says which, so that another account or computer is told why it cannot read it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeAtomically } from './json-file.ts';

export interface Protection {
  /** `file`: by the file's mode alone. `system`: by the system's key store (Electron safeStorage). */
  readonly kind: 'file' | 'system';
  readonly seal: (text: string) => string;
  /** Null when this system or user cannot open it. */
  readonly open: (sealed: string) => string | null;
}

/** New secrets are hidden by the first; existing ones are opened by whichever fits. */
export type Protections = readonly [Protection, ...Protection[]];

export const fileModeProtection: Protection = { kind: 'file', seal: (text) => text, open: (sealed) => sealed };

export const fileProtections: Protections = [fileModeProtection];

const fileSchema = z.object({
  format: z.string(),
  protection: z.enum(['file', 'system']),
  sealed: z.string(),
  /** SHA-256 of `sealed`: a key with one letter changed is a key too, and would sign what nobody believes. Absent in earlier versions. */
  sum: z.string().optional(),
});

/** Durable when it returns. @throws when the disk refuses; the old content stands then. */
export function writeSealed(file: string, format: string, content: unknown, protection: Protection): void {
  const sealed = protection.seal(JSON.stringify(content));
  const outer = { format, protection: protection.kind, sealed, sum: sumOf(sealed) };
  writeAtomically(file, `${JSON.stringify(outer, null, 1)}\n`, { mode: 0o600 });
}

export type Unsealed<Content> =
  | { readonly type: 'read'; readonly content: Content }
  /** Protected by a system that is not this one. */
  | { readonly type: 'elsewhere' }
  /** Protected by this kind of system, which does not open it: another account, or one whose password was reset. */
  | { readonly type: 'locked' }
  | { readonly type: 'unreadable' };

export function readSealed<Schema extends z.ZodType>(
  file: string,
  format: string,
  schema: Schema,
  protections: readonly Protection[],
): Unsealed<z.output<Schema>> {
  try {
    const outer = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (outer.format !== format || (outer.sum ?? sumOf(outer.sealed)) !== sumOf(outer.sealed)) {
      return { type: 'unreadable' };
    }
    const protection = protections.find(({ kind }) => kind === outer.protection);
    if (protection === undefined) return { type: 'elsewhere' };
    const text = protection.open(outer.sealed);
    return text === null ? { type: 'locked' } : { type: 'read', content: schema.parse(JSON.parse(text)) };
  } catch {
    return { type: 'unreadable' };
  }
}

function sumOf(sealed: string): string {
  return createHash('sha256').update(sealed).digest('hex');
}
