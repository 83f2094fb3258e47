import { expect, test } from 'vitest';
import type { Area } from '../../electron/windows/bounds.ts';
import { placeProjector, sameDisplay, type KnownDisplay } from '../../electron/windows/projector-place.ts';

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
