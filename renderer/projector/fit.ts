/**
 * Makes what stands in a box as big as the box allows: everything inside is sized in `em`, and the box's own size shrinks. No word is
 * broken (rule W9); a photo gives way before a name becomes small (rule W10).
 */
import { useLayoutEffect, useRef, type RefObject } from 'react';

const largest = 1;
const smallest = 0.3;
/** Below it a photo costs the name too much. */
const smallestBesidePhoto = 0.6;
const step = 0.05;

/** Fits again whenever the content (`key`) or the window changes. Sets `--fit` on the element, 1 or less. */
export function useFit<Box extends HTMLElement>(key: string): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    fit(element);
    const refit = () => fit(element);
    window.addEventListener('resize', refit);
    void document.fonts?.ready.then(refit);
    return () => window.removeEventListener('resize', refit);
  }, [key]);
  return box;
}

function fit(element: HTMLElement): void {
  element.removeAttribute('data-breaks');
  element.removeAttribute('data-crowded');
  if (element.querySelector('.photo') !== null) {
    if (fitsDownTo(element, smallestBesidePhoto)) return;
    element.setAttribute('data-crowded', '');
  }
  if (fitsDownTo(element, smallest)) return;
  // One word alone is too wide: broken it can be read, cut off it cannot.
  if (element.scrollWidth > element.clientWidth) element.setAttribute('data-breaks', '');
}

/** At the largest size that fits; false: at none of them. */
function fitsDownTo(element: HTMLElement, least: number): boolean {
  for (let size = largest; size >= least; size -= step) {
    element.style.setProperty('--fit', size.toFixed(2));
    if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) return true;
  }
  return false;
}
