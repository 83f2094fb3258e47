import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginCeremony, ceremonyView, moveCeremony, nextMove, type Ceremony } from '../../shared/ceremony/ceremony.ts';
import type { RevealedPlace } from '../../shared/ceremony/view.ts';
import { wordsOf } from '../../shared/say/words.ts';

const title = { contest: 'Gelar', category: 'Kesehatan', example: true, showsScores: true };
const steps: readonly RevealedPlace[] = [3, 2, 1].map((place) => ({
  place,
  label: `Juara ${'I'.repeat(place)}`,
  contestants: [{ number: place, name: `Nama-${place}`, unit: `Unit-${place}` }],
  display: `8${place},00`,
}));
const moves = fc.array(fc.constantFrom('next', 'back', 'blank'), { maxLength: 30 });

function after(...keys: readonly ('next' | 'back' | 'blank')[]): Ceremony {
  return keys.reduce(moveCeremony, beginCeremony('kes', steps));
}

test('[C5] it begins with the title of the category and ends with everything revealed', () => {
  const { showsScores: _showsScores, ...shown } = title;
  expect(ceremonyView(after(), title)).toEqual({ type: 'category-title', ...shown });
  const end = ceremonyView(after('next', 'next', 'next', 'next', 'next'), title);
  expect(end.type === 'reveal' && end.revealed.map((each) => each.place)).toEqual([3, 2, 1]);
});

test('[C5] back takes the last reveal away again, down to the title', () => {
  const view = ceremonyView(after('next', 'next', 'back'), title);
  expect(view.type === 'reveal' && view.revealed.map((each) => each.place)).toEqual([3]);
  expect(ceremonyView(after('next', 'back', 'back', 'back'), title).type).toBe('category-title');
});

test('[C5] a key press on a blank picture brings the same picture back and reveals nothing new', () => {
  expect(ceremonyView(after('next', 'blank'), title)).toEqual({ type: 'blank' });
  expect(after('next', 'blank', 'next')).toEqual(after('next'));
  expect(after('next', 'blank', 'back')).toEqual(after('next'));
  expect(after('next', 'blank', 'blank')).toEqual(after('next'));
});

test('[C4] the operator is told the next place, never the name', () => {
  expect([after(), after('next'), after('next', 'next'), after('next', 'next', 'next')].map(nextLabel)).toEqual([
    'Juara III',
    'Juara II',
    'Juara I',
    null,
  ]);
  expect(nextLabel(after('blank'))).toBe('Tampilkan kembali');
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
  expect(beginCeremony('kes', steps, 2, true)).toMatchObject({ step: 2, blank: true });
  expect(beginCeremony('kes', steps, 99).step).toBe(3);
});

function nextLabel(ceremony: Ceremony): string | null {
  const next = nextMove(ceremony);
  return next === null ? null : wordsOf.id.ceremony.next(next);
}
