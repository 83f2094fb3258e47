/** Sealing results on the committee's laptop. The jury's chair confirms with a command of the own seat (`confirm-seal`). */
import { z } from 'zod';
import { scopeSchema } from '../domain/setup/contest-file.ts';
import { refSchema } from '../domain/ids.ts';
import { nothing, pin, request } from './request.ts';

const code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);

export const sealRequests = {
  /** Covers what is held now. `code`: the check code, ungrouped. */
  'propose-seal': request<{ readonly code: string }>()(z.object({ scope: scopeSchema })),
  /** By the committee's chair, with the chair's own PIN. `opening`: the proposal to open the seal. */
  'approve-seal': request<null>()(z.object({ code, opening: refSchema.optional(), pin })),
  /** [Z15] What is sealed and not announced is shown and printed from now on, until `hide-results` or another person. */
  'show-results': request<null>()(z.object({ pin })),
  'hide-results': request<null>()(nothing),
  'has-chair-pin': request<boolean>()(nothing),
  /** The committee's chair's own: nobody else's on this laptop is the same. `oldPin` where there is one. */
  'set-chair-pin': request<null>()(z.object({ oldPin: pin.optional(), pin })),
} as const;
