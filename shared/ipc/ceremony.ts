/** The projector and the ceremony as their operator sees them. */
import { z } from 'zod';
import type { HallContent, HallWindow } from '../ceremony/hall-window.ts';
import type { StageTime } from '../ceremony/stage-time.ts';
import type { ProjectorView } from '../ceremony/view.ts';
import { limits } from '../limits.ts';
import { nothing, request } from './request.ts';

/** What the ceremony's operator sees; winners stay hidden here too until they are revealed. */
export interface CeremonyState {
  readonly projectorOpen: boolean;
  readonly displays: readonly { readonly id: number; readonly label: string; readonly primary: boolean }[];
  /** The display that the projector fills; null: it is closed, or a window beside the operator's. */
  readonly display: number | null;
  /** A display that was plugged in while the projector is open elsewhere: a person decides whether it goes there. */
  readonly offered: { readonly id: number; readonly label: string } | null;
  /** Why the last key at the projector was refused. Null when it was not, or it was seen. */
  readonly refused: string | null;
  /** Key of the act that runs (`ceremony/programme.ts`): a category's id where it announces one. */
  readonly act: string | null;
  /** Acts whose last step was shown, in this run of the ceremony or this rehearsal. */
  readonly done: readonly string[];
  /** Everything that is shown is made up; nothing of it is announced. */
  readonly rehearsal: boolean;
  /** Percent of each edge that stays empty on the projector. */
  readonly overscan: number;
  /** 0: the act's title; then one step per reveal. */
  readonly step: number;
  /** The place that comes next stands on the projector, without the name. */
  readonly building: boolean;
  readonly steps: number;
  readonly blank: boolean;
  /** What the next key press shows, without the name: "nama Juara III". */
  readonly nextLabel: string | null;
  readonly shown: ProjectorView;
  /** Further windows of the hall. `display`: which one it fills; null: none, or it is closed. */
  readonly windows: readonly (HallWindow & { readonly isOpen: boolean; readonly display: number | null })[];
}

/** An id with its kind before it, or one within another. */
const actKeyLength = 2 * limits.idLength + 20;

const windowId = z.string().regex(/^[a-z0-9-]{1,20}$/);
const contents = ['main', 'waiting', 'on-stage', 'timer', 'script'] as const satisfies readonly HallContent[];

export const ceremonyRequests = {
  'ceremony-state': request<CeremonyState>()(nothing),
  'open-projector': request<CeremonyState>()(z.object({ display: z.number().optional() })),
  'close-projector': request<CeremonyState>()(nothing),
  /** `refused` and `offered` were seen; the projector stays where it is. */
  'dismiss-projector-notice': request<CeremonyState>()(nothing),
  /** What this laptop has counted of the stage timer up to now; null: it was not started for who is on. */
  'stage-time': request<StageTime | null>()(nothing),
  /** The waiting picture, or who is on. */
  'project-picture': request<CeremonyState>()(z.object({ picture: z.enum(['waiting', 'on-stage']) })),
  /** Refused with the reason while the category of that act is blocked or provisional. */
  'start-ceremony': request<CeremonyState>()(z.object({ act: z.string().max(actKeyLength) })),
  /** No act counts as shown any more; what stands on the projector stays. */
  'forget-acts-done': request<CeremonyState>()(nothing),
  /** Begins or ends a rehearsal; what runs ends. Refused while a real announcement runs. */
  'rehearse-ceremony': request<CeremonyState>()(z.object({ rehearsal: z.boolean() })),
  /** A further window of the hall, new or in the place of the one with that id. */
  'put-hall-window': request<CeremonyState>()(
    z.object({
      id: windowId,
      name: z.string().trim().min(1).max(limits.hallWindowName),
      content: z.enum(contents),
      overscan: z.int().min(0).max(limits.overscanPercent),
    }),
  ),
  'remove-hall-window': request<CeremonyState>()(z.object({ id: windowId })),
  'open-hall-window': request<CeremonyState>()(z.object({ id: windowId, display: z.number().optional() })),
  'close-hall-window': request<CeremonyState>()(z.object({ id: windowId })),
  'set-overscan': request<CeremonyState>()(z.object({ percent: z.int().min(0).max(limits.overscanPercent) })),
  /** `all`: of a draw, the list at once; nothing else is shown so. */
  'move-ceremony': request<CeremonyState>()(z.object({ move: z.enum(['next', 'back', 'blank', 'end', 'all']) })),
} as const;
