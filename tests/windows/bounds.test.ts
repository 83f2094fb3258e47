import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOnDisplays } from '../../electron/windows/bounds.ts';
import { nextZoom } from '../../electron/windows/zoom.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const projector = { x: 1366, y: 0, width: 1920, height: 1080 };
const state = { x: 1500, y: 50, width: 1200, height: 800, maximized: false };

test('[W1] a window comes back where it stood', () => {
  expect(boundsOnDisplays(state, [laptop, projector])).toEqual({ x: 1500, y: 50, width: 1200, height: 800 });
});

test('[W1] when its display is gone it stands in the middle of the first one, no larger than that', () => {
  expect(boundsOnDisplays(state, [laptop])).toEqual({ x: 83, y: 0, width: 1200, height: 728 });
});

test('[W1] wherever it stood, it fits into one of the displays', () => {
  const numbers = fc.integer({ min: -5000, max: 5000 });
  const sizes = fc.integer({ min: 100, max: 6000 });
  const states = fc.record({ x: numbers, y: numbers, width: sizes, height: sizes, maximized: fc.boolean() });
  fc.assert(
    fc.property(fc.option(states), (remembered) => {
      const bounds = boundsOnDisplays(remembered, [laptop, projector]);
      const inside = [laptop, projector].some(
        (area) =>
          bounds.x >= area.x &&
          bounds.y >= area.y &&
          bounds.x + bounds.width <= area.x + area.width &&
          bounds.y + bounds.height <= area.y + area.height,
      );
      expect(inside).toBe(true);
    }),
  );
});

test('[W2] text grows step by step up to 200 % and shrinks again', () => {
  const grown = [1];
  while (grown.length < 10) grown.push(nextZoom(grown.at(-1) ?? 1, 'in'));
  expect([...new Set(grown)]).toEqual([1, 1.1, 1.25, 1.5, 1.75, 2]);
  expect(nextZoom(2, 'out')).toBe(1.75);
  expect(nextZoom(0.5, 'out')).toBe(0.5);
  // Chromium gives back factors with rounding noise.
  expect(nextZoom(1.1000000001, 'in')).toBe(1.25);
});
