/** Who works at the window: signing in and out, PINs, and where the person was. */
import { z } from 'zod';
import { jurorIdSchema } from '../domain/setup/contest-file.ts';
import { limits } from '../limits.ts';
import type { OpenFolder, Session } from './app.ts';
import { nothing, pin, request } from './request.ts';

const sessionSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('committee') }),
  z.object({ role: z.literal('seat'), seat: jurorIdSchema }),
]);

export const personRequests = {
  /** `pin` absent where none is set. */
  'sign-in': request<Session>()(z.object({ session: sessionSchema, pin: pin.optional() })),
  'sign-out': request<null>()(nothing),
  'set-pin': request<null>()(z.object({ session: sessionSchema, oldPin: pin.optional(), pin: pin.nullable() })),
  /** Asks for the committee's PIN; the code is shown once, the one before is void. */
  'make-recovery-code': request<{ readonly code: string }>()(z.object({ pin })),
  /** In place of a forgotten PIN: sets a new one and signs the committee in. */
  'recover-committee': request<Session>()(z.object({ code: z.string().max(100), pin })),
  /** A seat on the committee's own laptop (no network): opens its log here. */
  'add-local-seat': request<OpenFolder>()(z.object({ seat: jurorIdSchema, pin })),
  /** Small notes of the window's own (the screen, the field): brought back after a crash. No scores. */
  'remember-place': request<null>()(z.object({ place: z.string().max(limits.placeLength) })),
  'recall-place': request<string | null>()(nothing),
} as const;
