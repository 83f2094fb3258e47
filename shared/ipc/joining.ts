/** A laptop that has no contest yet looks for one and joins it. */
import { z } from 'zod';
import type { DeviceId, JurorId } from '../domain/ids.ts';
import type { OpenFolder } from './app.ts';
import { nothing, path, request } from './request.ts';

/** A contest whose committee says in the local network that it takes laptops in. A hint, not to be trusted. */
export interface FoundContest {
  readonly device: DeviceId;
  readonly contest: string;
  /** `host:port`. */
  readonly address: string;
  readonly version: string;
}

/** A long invitation: pasted, read by the camera, or opened as a file, which says whose it is. */
export interface OpenedInvitation {
  readonly code: string;
  readonly address: string;
  readonly seat: JurorId;
  /** The committee that invites, to be found where it is now. */
  readonly device: DeviceId;
  readonly contest: string | null;
  readonly seatName: string | null;
}

/** The committee has been asked to let this laptop in. Null: an older version, which does not say. */
export interface JoinWaiting {
  readonly seatName: string | null;
  readonly contest: string | null;
}

export const joiningRequests = {
  /** Contests that were found in the local network since the first asking; it goes on looking while it is asked. */
  'find-contests': request<readonly FoundContest[]>()(nothing),
  /** Reads a long invitation without using it. */
  'read-invitation': request<OpenedInvitation>()(z.object({ code: z.string().max(2000) })),
  /** `path` absent: a dialog asks; value null when it was closed. */
  'open-invitation': request<OpenedInvitation | null>()(z.object({ path: path.optional() })),
  /** The file that a person double-clicked, once; null: none. */
  'opened-invitation': request<OpenedInvitation | null>()(nothing),
  /** The file is not wanted now. */
  'drop-invitation': request<null>()(nothing),
  /** The camera is there for this screen only, and only while no contest is open. */
  'use-camera': request<null>()(z.object({ on: z.boolean() })),
  /** `code` long, or short beside an `address`. Ends when the committee has admitted this laptop, or with the reason why not. */
  'join-contest': request<OpenFolder>()(
    z.object({ code: z.string().max(2000), address: z.string().max(300).optional() }),
  ),
  'cancel-join': request<null>()(nothing),
} as const;
