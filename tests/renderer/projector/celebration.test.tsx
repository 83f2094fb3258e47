import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProjectorView, RevealedPlace } from '../../../shared/ceremony/view.ts';
import { Celebration } from '../../../renderer/projector/celebration.tsx';

const place = (label: string): RevealedPlace => ({ place: 3, heading: label, label, contestants: [], display: null });
const head = { contest: 'Lomba', category: 'Kesehatan', example: true };
const named: ProjectorView = { ...head, type: 'build-up', place: 3, heading: 'Juara III', revealed: [], sound: true };
const revealed: ProjectorView = {
  ...head,
  type: 'reveal',
  revealed: [place('Juara III')],
  sound: true,
  confetti: true,
};

let begun = 0;
let wantsLittleMotion = false;

beforeEach(() => {
  begun = 0;
  wantsLittleMotion = false;
  vi.stubGlobal('AudioContext', silentContext());
  vi.stubGlobal('matchMedia', () => ({ matches: wantsLittleMotion }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Through those pictures, each painted before the next. */
async function show(...views: readonly ProjectorView[]): Promise<number> {
  const [first, ...others] = views;
  const { rerender, container } = render(<Celebration view={first ?? named} />);
  for (const view of others) {
    rerender(<Celebration view={view} />);
    // The same way as what begins after the painting, which was asked for before.
    await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
  return container.querySelectorAll('canvas').length;
}

test('[C12] sound and confetti come with the step from a place to its name', async () => {
  expect(await show(named, revealed)).toBe(1);
  expect(begun).toBeGreaterThan(0);
});

test('[C12] a picture that comes back after a restart, a dark screen or a refresh brings neither', async () => {
  expect(await show({ type: 'blank' }, revealed)).toBe(0);
  expect(begun).toBe(0);
  await show(named, revealed, { ...revealed });
  const once = begun;
  begun = 0;
  await show(named, revealed);
  expect(begun).toBe(once);
});

test('[C12] nothing falls over a picture that is no reveal any more', async () => {
  expect(await show(named, revealed, { type: 'blank' })).toBe(0);
});

test('[C12] where little motion is wanted there is no confetti, and where neither was chosen there is nothing', async () => {
  wantsLittleMotion = true;
  expect(await show(named, revealed)).toBe(0);
  expect(begun).toBeGreaterThan(0);
  begun = 0;
  wantsLittleMotion = false;
  const { sound: _, confetti: _none, ...plain } = revealed as Extract<ProjectorView, { type: 'reveal' }>;
  expect(await show({ ...named, sound: false }, plain)).toBe(0);
  expect(begun).toBe(0);
});

/** Counts the notes that begin. */
function silentContext() {
  const value = { setValueAtTime: () => 0, linearRampToValueAtTime: () => 0, exponentialRampToValueAtTime: () => 0 };
  return function Silent() {
    return {
      state: 'running',
      currentTime: 0,
      destination: {},
      createGain: () => ({ gain: value, connect: () => 0 }),
      createOscillator: () => ({
        frequency: { value: 0 },
        connect: () => 0,
        stop: () => 0,
        start: () => {
          begun += 1;
        },
      }),
    };
  };
}
