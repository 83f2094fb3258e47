import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginCeremony, ceremonyView, moveCeremony, nextMove, type Ceremony } from '../../shared/ceremony/ceremony.ts';
import type { RevealedPlace } from '../../shared/ceremony/view.ts';
import { wordsOf } from '../../shared/say/words.ts';

const title = { contest: 'Gelar', category: 'Kesehatan', example: true, showsScores: true };
const steps: readonly RevealedPlace[] = [3, 2, 1].map((place) => ({
  place,
  heading: `Juara ${'I'.repeat(place)}`,
  label: `Juara ${'I'.repeat(place)} (bersama)`,
  contestants: [{ id: `k${place}`, number: place, name: `Nama-${place}`, unit: `Unit-${place}` }],
  display: `8${place},00`,
}));
const moves = fc.array(fc.constantFrom('next', 'back', 'blank'), { maxLength: 30 });

function after(...keys: readonly ('next' | 'back' | 'blank')[]): Ceremony {
  return keys.reduce(moveCeremony, beginCeremony('kes', steps));
}

test('[C5] [C11] it begins with the title, names each place before who has it, and ends with everything revealed', () => {
  const { showsScores: _showsScores, ...shown } = title;
  expect(ceremonyView(after(), title)).toEqual({ type: 'category-title', ...shown });
  expect(ceremonyView(after('next'), title)).toEqual({
    type: 'build-up',
    contest: 'Gelar',
    category: 'Kesehatan',
    place: 3,
    heading: 'Juara III',
    revealed: [],
    example: true,
  });
  expect(revealed(after('next', 'next', 'next'))).toEqual(['build-up', [3]]);
  expect(revealed(after('next', 'next', 'next', 'next', 'next', 'next', 'next'))).toEqual(['reveal', [3, 2, 1]]);
});

test('[C5] [C11] back takes the last name away, then its place, down to the title', () => {
  expect(revealed(after('next', 'next', 'back'))).toEqual(['build-up', []]);
  expect(revealed(after('next', 'next', 'next', 'back'))).toEqual(['reveal', [3]]);
  expect(ceremonyView(after('next', 'back', 'back', 'back'), title).type).toBe('category-title');
});

test('[C5] a key press on a blank picture brings the same picture back and reveals nothing new', () => {
  for (const shown of [['next'], ['next', 'next']] as const) {
    expect(ceremonyView(after(...shown, 'blank'), title)).toEqual({ type: 'blank' });
    for (const key of ['next', 'back', 'blank'] as const)
      expect(after(...shown, 'blank', key)).toEqual(after(...shown));
  }
});

test('[C4] [C11] the operator is told whether a place or its name comes next, never which name', () => {
  const presses = [[], ['next'], ['next', 'next'], ['next', 'next', 'next']] as const;
  expect(presses.map((keys) => nextLabel(after(...keys)))).toEqual([
    'Juara III, belum dengan nama',
    'nama Juara III (bersama)',
    'Juara II, belum dengan nama',
    'nama Juara II (bersama)',
  ]);
  expect(nextLabel(after('next', 'next', 'next', 'next', 'next', 'next'))).toBeNull();
  expect(nextLabel(after('blank'))).toBe('Tampilkan kembali');
});

test('[C12] sound and confetti are told to the projector where they were chosen, and to nobody else', () => {
  const chosen = { ...title, sound: true, confetti: true };
  expect(ceremonyView(after('next'), chosen)).toMatchObject({ type: 'build-up', sound: true });
  expect(ceremonyView(after('next', 'next'), chosen)).toMatchObject({ type: 'reveal', sound: true, confetti: true });
  for (const keys of [['next'], ['next', 'next']] as const) {
    expect(Object.keys(ceremonyView(after(...keys), title))).not.toContain('sound');
    expect(Object.keys(ceremonyView(after(...keys), title))).not.toContain('confetti');
  }
});

test('[C11] a build-up tells nothing of how many have the place', () => {
  expect(JSON.stringify(ceremonyView(after('next'), title))).not.toContain('bersama');
});

test('[C4] whatever is pressed, a picture holds no name beyond the steps revealed', () => {
  fc.assert(
    fc.property(moves, (keys) => {
      const ceremony = after(...keys);
      const picture = JSON.stringify(ceremonyView(ceremony, title)) + String(nextLabel(ceremony));
      for (const hidden of steps.slice(ceremony.step)) {
        expect(picture).not.toContain(`Nama-${hidden.place}`);
        expect(picture).not.toContain(`Unit-${hidden.place}`);
        expect(picture).not.toContain(hidden.display);
      }
    }),
  );
});

test('[C5] one press reveals at most one place', () => {
  fc.assert(
    fc.property(moves, fc.constantFrom('next', 'back', 'blank'), (keys, key) => {
      const before = after(...keys);
      expect(Math.abs(moveCeremony(before, key).step - before.step)).toBeLessThanOrEqual(1);
    }),
  );
});

test('[C5] an interrupted ceremony goes on at its step, a step out of range is brought into it', () => {
  expect(beginCeremony('kes', steps, 2, { building: true, blank: true })).toMatchObject({
    step: 2,
    building: true,
    blank: true,
  });
  expect(beginCeremony('kes', steps, 99, { building: true })).toMatchObject({ step: 3, building: false });
});

function revealed(ceremony: Ceremony): readonly unknown[] {
  const view = ceremonyView(ceremony, title);
  return 'revealed' in view ? [view.type, view.revealed.map(({ place }) => place)] : [view.type];
}

function nextLabel(ceremony: Ceremony): string | null {
  const next = nextMove(ceremony);
  return next === null ? null : wordsOf.id.ceremony.next(next);
}
