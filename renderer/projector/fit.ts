/**
 * Makes what stands in a box as big as the box allows: everything inside is sized in `em`, and the box's own size shrinks. No word is
 * broken (rule W9). Before a name becomes small the name of the contest gives way, then a photo (rule W10), what was announced before,
 * the longest ago first, and who comes next.
 */
import { useLayoutEffect, useRef, type RefObject } from 'react';

const largest = 1;
const smallest = 0.3;
/** Below them the name of the contest, then something else gives way. */
const large = 0.75;
const comfortable = 0.6;
const step = 0.05;
/** Of the height of the picture: what was announced before has no more. */
const earlierShare = 0.4;

/** Fits again whenever the content (`key`) or the window changes. Sets `--fit` on the element, 1 or less. */
export function useFit<Box extends HTMLElement>(key: string): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    fit(element);
    return onResize(() => fit(element));
  }, [key]);
  return box;
}

/** Calls when the window's size changes and once its letters are there; returns how to stop it. */
export function onResize(refit: () => void): () => void {
  let isOver = false;
  window.addEventListener('resize', refit);
  void document.fonts?.ready.then(() => (isOver ? undefined : refit()));
  return () => {
    isOver = true;
    window.removeEventListener('resize', refit);
  };
}

/** False: not even at the smallest size. */
export function fit(element: HTMLElement): boolean {
  const frame = frameOf(element);
  element.removeAttribute('data-breaks');
  frame.setAttribute('data-without', '');
  const earlier = [...frame.querySelectorAll<HTMLElement>('.earlier-place')];
  for (const place of earlier) place.hidden = false;
  while (isTooMuch(earlier)) hideLast(earlier);
  if (fitsDownTo(element, large)) return true;
  for (const giveWay of [
    () => frame.setAttribute('data-without', 'contest'),
    () => frame.setAttribute('data-without', 'contest photo'),
    ...earlier.filter(({ hidden }) => !hidden).map(() => () => hideLast(earlier)),
    () => frame.setAttribute('data-without', 'contest photo next-unit'),
  ]) {
    giveWay();
    if (fitsDownTo(element, comfortable)) return true;
  }
  if (fitsDownTo(element, smallest)) return true;
  // Name and unit of several winners in one line; who comes next not at all.
  frame.setAttribute('data-without', 'contest photo next-unit next lines');
  if (fitsDownTo(element, smallest)) return true;
  // One word alone is too wide: broken it can be read, cut off it cannot.
  if (element.scrollWidth > element.clientWidth) element.setAttribute('data-breaks', '');
  return fits(element);
}

function frameOf(element: HTMLElement): HTMLElement {
  return element.closest<HTMLElement>('.reveal, .on-stage') ?? element;
}

function isTooMuch(earlier: readonly HTMLElement[]): boolean {
  const shown = earlier.filter(({ hidden }) => !hidden);
  if (shown.length <= 1) return false;
  const height = Math.max(...shown.map((each) => each.scrollHeight));
  return height > window.innerHeight * earlierShare || shown.some((each) => each.scrollWidth > each.clientWidth);
}

function hideLast(earlier: readonly HTMLElement[]): void {
  const last = earlier.findLast(({ hidden }) => !hidden);
  if (last !== undefined) last.hidden = true;
}

/** At the largest size that fits; false: at none of them. */
function fitsDownTo(element: HTMLElement, least: number): boolean {
  for (let size = largest; size > least - step / 2; size -= step) {
    element.style.setProperty('--fit', size.toFixed(2));
    if (fits(element)) return true;
  }
  return false;
}

function fits(element: HTMLElement): boolean {
  return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
}
