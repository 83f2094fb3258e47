/**
 * Where the projector's window stands: full on a display of its own, never on the one with the operator's controls; there it is
 * a window at the side, and the main window makes room (rule W6). Plain numbers, device-independent pixels.
 */
import type { Area } from './bounds.ts';

/** What is asked of a display. */
export interface KnownDisplay {
  readonly id: number;
  readonly label: string;
  readonly bounds: Area;
  readonly workArea: Area;
}

export type ProjectorPlace =
  | { readonly type: 'full'; readonly display: KnownDisplay }
  | { readonly type: 'beside'; readonly projector: Area; readonly operator: Area };

/** The operator's screen needs so much to keep its controls in sight. */
const operatorWidth = 760;
const projectorWidth = { least: 320, share: 0.34 };

/**
 * `wanted`: the display that a person chose; absent: the first that is not the operator's. `operator`: where the main window is.
 * `taken`: what other windows of the hall fill. `below`: how many of them stand beside the operator's already.
 */
export function placeProjector(
  displays: readonly KnownDisplay[],
  operator: KnownDisplay,
  wanted: number | undefined,
  { taken = [], below = 0 }: { readonly taken?: readonly number[]; readonly below?: number } = {},
): ProjectorPlace {
  const others = displays.filter((display) => display.id !== operator.id && !taken.includes(display.id));
  const chosen = wanted === undefined ? others[0] : others.find((display) => display.id === wanted);
  return chosen === undefined ? beside(operator.workArea, below) : { type: 'full', display: chosen };
}

/** A display that was unplugged and comes back: by its id, else by name and size (systems give new ids). */
export function sameDisplay(known: KnownDisplay, display: KnownDisplay): boolean {
  if (known.id === display.id) return true;
  const isAlike = known.bounds.width === display.bounds.width && known.bounds.height === display.bounds.height;
  return known.label !== '' && known.label === display.label && isAlike;
}

/** A window of the hall among displays that come and go. */
export interface Standing {
  /** Where a person put it last; null: beside the controls, or another window was put there since. */
  readonly home: KnownDisplay | null;
  /** The display that it fills; null: it stands beside the controls. */
  readonly shownOn: KnownDisplay | null;
}

/** Whether a window returns to a display that came: to its own, unless that is filled, or comes back for another one by its very id. */
export function returnsTo(came: KnownDisplay, { home, shownOn }: Standing, others: readonly Standing[]): boolean {
  if (shownOn !== null || home === null || !sameDisplay(home, came)) return false;
  if (others.some((other) => other.shownOn?.id === came.id)) return false;
  return home.id === came.id || !others.some((other) => other.shownOn === null && other.home?.id === came.id);
}

/** After another window was put on that display by a person: one display is the home of one window. */
export function homeAfter(chosen: KnownDisplay | null, home: KnownDisplay | null): KnownDisplay | null {
  return chosen !== null && home?.id === chosen.id ? null : home;
}

function beside(area: Area, below: number): ProjectorPlace {
  const wanted = Math.max(projectorWidth.least, Math.round(area.width * projectorWidth.share));
  const width = Math.min(wanted, Math.max(projectorWidth.least, area.width - operatorWidth));
  const height = Math.round((width * 9) / 16);
  return {
    type: 'beside',
    projector: {
      x: area.x + area.width - width,
      y: area.y + Math.min(below * height, area.height - height),
      width,
      height,
    },
    operator: { x: area.x, y: area.y, width: area.width - width, height: area.height },
  };
}
