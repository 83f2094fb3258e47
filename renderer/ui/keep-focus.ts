/**
 * The focus never falls to nothing. When what has it goes away or can no longer be used (a row that is deleted, a screen
 * that changes, a dialog whose opener is gone), and nobody has put it elsewhere, it goes to what opened the dialog, the
 * same control of the next row, the heading of the part around it, or the heading of the screen.
 */
import { useEffect } from 'react';

/** After a change others may still move the focus: dialogs return it, screens take it. */
const patienceMs = 80;
const focusable = 'a[href], button, input, select, textarea, [tabindex]';
const headings = 'h1, h2, h3';

/** Where the focus was in the page, as far as it can be found again when the element itself is gone. */
interface Spot {
  readonly element: HTMLElement;
  /** From the inside out. */
  readonly around: readonly Element[];
  /** The row of a list, its place there, and which of its controls had the focus. */
  readonly row: { readonly list: Element; readonly index: number; readonly control: number } | null;
}

export function useKeepFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let spot: Spot | null = null;
    let timer = 0;

    function remember({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      if (target.closest('[role="dialog"]') === null) spot = spotOf(target);
    }

    function look(): void {
      if (timer !== 0 || !isLost(last)) return;
      timer = window.setTimeout(() => {
        timer = 0;
        if (isLost(last) && document.querySelector('[role="dialog"]') === null) put(placeFor(spot));
      }, patienceMs);
    }

    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', remember);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

/** True when nothing has the focus because what had it is gone, not because a person pressed beside everything. */
function isLost(last: HTMLElement | null): boolean {
  const { activeElement } = document;
  return (activeElement === null || activeElement === document.body) && last !== null && !canFocus(last);
}

function canFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}

function spotOf(element: HTMLElement): Spot {
  const around: Element[] = [];
  for (let each = element.parentElement; each !== null && each !== document.body; each = each.parentElement)
    around.push(each);
  const row = element.closest('li, tr');
  const list = row?.parentElement ?? null;
  return {
    element,
    around,
    row:
      row === null || list === null
        ? null
        : { list, index: [...list.children].indexOf(row), control: controlsOf(row).indexOf(element) },
  };
}

function controlsOf(row: Element): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(focusable)];
}

function placeFor(spot: Spot | null): HTMLElement | null {
  if (spot !== null && canFocus(spot.element)) return spot.element;
  return (
    sameControl(spot?.row ?? null) ??
    spot?.around
      .filter((each) => each.isConnected && each.closest('main') !== null)
      .map((each) => each.querySelector<HTMLElement>(headings))
      .find((heading) => heading !== null) ??
    document.querySelector<HTMLElement>(`main :is(${headings})`)
  );
}

/** Of the row that stands where the lost one stood, or of the last one. */
function sameControl(row: Spot['row']): HTMLElement | null {
  if (row === null || !row.list.isConnected) return null;
  const next = row.list.children[Math.min(row.index, row.list.children.length - 1)];
  const control = next === undefined ? undefined : controlsOf(next)[row.control];
  return control !== undefined && canFocus(control) ? control : null;
}

function put(place: HTMLElement | null): void {
  if (place === null) return;
  // A heading is no stop of the Tab key; it only holds the focus for the next one.
  if (!place.matches(focusable)) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'nearest' });
}
