/** Names of log entries and devices. An entry is named by its log and its number there; nothing else needs an id. */
import { z } from 'zod';

/** 26 characters of lower-case base32: 128 random bits. */
export const logIdSchema = z.string().regex(/^[a-z2-7]{26}$/);
export type LogId = z.output<typeof logIdSchema>;

/** 26 characters of lower-case base32: the first 128 bits of SHA-256 over the device's public signing key. */
export const deviceIdSchema = z.string().regex(/^[a-z2-7]{26}$/);
export type DeviceId = z.output<typeof deviceIdSchema>;

/** `log:seq`, the name of one entry. */
export const refSchema = z.string().regex(/^[a-z2-7]{26}:[1-9]\d{0,9}$/);
export type Ref = z.output<typeof refSchema>;

export function entryRef(log: LogId, seq: number): Ref {
  return `${log}:${seq}`;
}

/** The log that holds the entry. */
export function logOfRef(ref: Ref): LogId {
  return ref.slice(0, ref.indexOf(':'));
}
