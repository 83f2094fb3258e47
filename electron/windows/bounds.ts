/** Where windows stand: a remembered place is used only while a display is still under it. Plain numbers, device-independent pixels. */
import type { WindowState } from '../adapters/files/app-settings.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const smallest = { width: 1024, height: 640 };
/** So much of the title bar must lie on a display for a person to grasp it. */
const graspable = { width: 120, height: 24 };

/** The bounds for the main window: the remembered ones, made to fit, or the middle of the first work area. */
export function boundsOnDisplays(remembered: WindowState | null, workAreas: readonly Area[]): Area {
  const first = workAreas[0] ?? { x: 0, y: 0, width: 1366, height: 768 };
  const home = remembered === null ? undefined : workAreas.find((area) => canGrasp(remembered, area));
  const area = home ?? first;
  const wanted = remembered ?? { width: 1366, height: 768 };
  const width = Math.min(Math.max(wanted.width, smallest.width), area.width);
  const height = Math.min(Math.max(wanted.height, smallest.height), area.height);
  if (remembered === null || home === undefined) return centred(area, { width, height });
  return {
    x: clamp(remembered.x, area.x, area.x + area.width - width),
    y: clamp(remembered.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** A size in the middle of an area. */
function centred(area: Area, { width, height }: { readonly width: number; readonly height: number }): Area {
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
}

function canGrasp(window: Area, area: Area): boolean {
  const left = Math.max(window.x, area.x);
  const right = Math.min(window.x + window.width, area.x + area.width);
  return (
    right - left >= graspable.width &&
    window.y >= area.y - graspable.height &&
    window.y + graspable.height <= area.y + area.height
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
