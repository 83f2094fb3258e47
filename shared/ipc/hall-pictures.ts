/** Pictures for the hall: the waiting picture, photos and logos of groups (rule W10). */
import { z } from 'zod';
import { isHallPictureKey, type HallPictureKey } from '../domain/hall-picture.ts';
import { limits } from '../limits.ts';
import { nothing, request } from './request.ts';

/** Hashes, by which a window fetches them. */
type Kept = Readonly<Partial<Record<HallPictureKey, string>>>;

const key = z.custom<HallPictureKey>((value) => typeof value === 'string' && isHallPictureKey(value));

export const hallPictureRequests = {
  'hall-pictures': request<Kept>()(nothing),
  /** `picture`: a JPEG, base64, as small as the limits ask. */
  'put-hall-picture': request<Kept>()(
    z.object({ key, picture: z.string().max(4 * Math.ceil(limits.backgroundBytes / 3)) }),
  ),
  'remove-hall-picture': request<Kept>()(z.object({ key })),
} as const;
