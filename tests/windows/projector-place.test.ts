import { expect, test } from 'vitest';
import type { Area } from '../../electron/windows/bounds.ts';
import {
  homeAfter,
  placeProjector,
  returnsTo,
  sameDisplay,
  type KnownDisplay,
  type Standing,
} from '../../electron/windows/projector-place.ts';

const laptop = display(1, 'Laptop', { x: 0, y: 0, width: 1366, height: 768 });
const hall = display(2, 'Proyektor', { x: 1366, y: 0, width: 1920, height: 1080 });
const foyer = display(3, 'TV lobi', { x: 3286, y: 0, width: 1280, height: 720 });

function display(id: number, label: string, bounds: Area): KnownDisplay {
  return { id, label, bounds, workArea: { ...bounds, height: bounds.height - 40 } };
}

test('[W6] the projector fills the display that was chosen, else the first that is not the operator’s', () => {
  const all = [laptop, hall, foyer];
  expect(placeProjector(all, laptop, 3)).toEqual({ type: 'full', display: foyer });
  expect(placeProjector(all, laptop, undefined)).toEqual({ type: 'full', display: hall });
  expect(placeProjector(all, hall, undefined)).toEqual({ type: 'full', display: laptop });
});

test('[W6] on the operator’s display it is a window beside the controls, whether asked for there or without another', () => {
  for (const place of [
    placeProjector([laptop], laptop, undefined),
    placeProjector([laptop], laptop, laptop.id),
    placeProjector([laptop, hall], laptop, laptop.id),
    // What was chosen was unplugged since.
    placeProjector([laptop, hall], laptop, 99),
  ]) {
    expect(place).toEqual({
      type: 'beside',
      projector: { x: 902, y: 0, width: 464, height: 261 },
      operator: { x: 0, y: 0, width: 902, height: 728 },
    });
  }
});

test.each([800, 1024, 1366, 1920, 3840])(
  '[W6] on a display %i wide the two never overlap and both stay inside',
  (width) => {
    const place = placeProjector(
      [display(1, '', { x: 100, y: 50, width, height: 700 })],
      display(1, '', { x: 100, y: 50, width, height: 700 }),
      undefined,
    );
    if (place.type !== 'beside') throw new Error('a window was expected');
    expect(place.operator.x + place.operator.width).toBe(place.projector.x);
    expect(place.projector.x + place.projector.width).toBe(100 + width);
    expect(place.projector.width).toBeGreaterThanOrEqual(320);
  },
);

test('[W6] a display that comes back is known by its id, or by name and size under a new id', () => {
  expect(sameDisplay(hall, { ...hall, label: '' })).toBe(true);
  expect(sameDisplay(hall, { ...hall, id: 7 })).toBe(true);
  expect(sameDisplay(hall, { ...foyer, id: 7 })).toBe(false);
  expect(sameDisplay(hall, { ...hall, id: 7, bounds: foyer.bounds })).toBe(false);
  const nameless = { ...hall, label: '' };
  expect(sameDisplay(nameless, { ...nameless, id: 7 })).toBe(false);
});

test('[W11] no two windows of the hall fill one display; those beside the controls stand below each other', () => {
  const all = [laptop, hall, foyer];
  expect(placeProjector(all, laptop, undefined, { taken: [2] })).toEqual({ type: 'full', display: foyer });
  expect(placeProjector(all, laptop, 2, { taken: [2] })).toMatchObject({ type: 'beside' });
  const places = [0, 1, 2].map((below) => placeProjector([laptop], laptop, undefined, { below }));
  const tops = places.map((place) => (place.type === 'beside' ? place.projector.y : null));
  expect(tops).toEqual([0, 261, 467]);
});

/** Windows of the hall by name, with the displays that come and go; in the order in which they were opened. */
function hallOf(...names: readonly string[]) {
  const windows = new Map<string, Standing>(names.map((name) => [name, { home: null, shownOn: null }]));
  const others = (name: string) => [...windows].flatMap(([other, standing]) => (other === name ? [] : [standing]));
  return {
    put: (name: string, on: KnownDisplay) => {
      for (const [other, { home, shownOn }] of windows) windows.set(other, { home: homeAfter(on, home), shownOn });
      windows.set(name, { home: on, shownOn: on });
    },
    out: (...gone: readonly KnownDisplay[]) => {
      for (const [name, { home, shownOn }] of windows) {
        if (gone.some(({ id }) => id === shownOn?.id)) windows.set(name, { home, shownOn: null });
      }
    },
    came: (display: KnownDisplay) => {
      for (const [name, standing] of windows) {
        if (returnsTo(display, standing, others(name))) windows.set(name, { home: display, shownOn: display });
      }
    },
    shown: () => Object.fromEntries([...windows].map(([name, { shownOn }]) => [name, shownOn?.id ?? null])),
  };
}

test('[W6] [W11] of two displays of one make, each window returns to one, whichever comes first and under whatever id', () => {
  const twin = { ...hall, id: 4, bounds: { ...hall.bounds, x: 3286 } };
  for (const ids of [
    [2, 4],
    [4, 2],
    [8, 9],
    [4, 8],
  ] as const) {
    const windows = hallOf('proyektor', 'samping');
    windows.put('proyektor', hall);
    windows.put('samping', twin);
    windows.out(hall, twin);
    expect(windows.shown()).toEqual({ proyektor: null, samping: null });
    for (const id of ids) windows.came({ ...hall, id });
    const { proyektor, samping } = windows.shown();
    expect(new Set([proyektor, samping])).toEqual(new Set(ids));
    if (ids[0] === 4) expect(samping).toBe(4);
  }
});

test('[W6] [W11] a display is the home of the window that a person put there last; the other one never takes it', () => {
  const windows = hallOf('proyektor', 'samping');
  windows.put('proyektor', hall);
  // The controls were moved onto that display, and away again.
  windows.out(hall);
  windows.put('samping', hall);
  windows.out(hall);
  windows.came({ ...hall, id: 9 });
  expect(windows.shown()).toEqual({ proyektor: null, samping: 9 });
  windows.out({ ...hall, id: 9 });
  windows.came(foyer);
  expect(windows.shown()).toEqual({ proyektor: null, samping: null });
  windows.came(hall);
  expect(windows.shown()).toEqual({ proyektor: null, samping: 2 });
});
