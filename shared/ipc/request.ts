/** What every channel of the contract has: an input that is parsed in main, and an answer that may be a refusal (rules V1, V4). */
import { z } from 'zod';
import type { SaidRefusal } from '../say/refusals.ts';

/** Said already: the window shows it as it is. */
export type ShellError = SaidRefusal;

interface Request<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Phantom: carries the type only. */
  readonly output?: Output;
}

/** A channel whose answer, when it is no refusal, is an `Output`. */
export function request<Output>() {
  return <Input extends z.ZodType>(input: Input): Request<Input, Output> => ({ input });
}

export const nothing = z.undefined();
export const path = z.string().min(1).max(4096);
export const pin = z.string().regex(/^\d{4,8}$/);
export const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
