/**
 * One gesture, one step (rule H1). It stands before every button and link of the window, those to come too: a held key
 * presses nothing again, the second press of a double click or double stroke presses nothing, and what a dialog offers is
 * armed only after the dialog has been seen and the key that opened it is up. What a person presses many times in a row
 * (steppers, moving a row) is marked `data-repeatable`. Nothing else may be.
 */
import { useEffect } from 'react';

const controls = 'button, a[href], summary, [role="button"], input[type="submit"]';
const pressKeys = new Set(['Enter', ' ']);
/** Marks for the style sheet: no pointer reaches what is not armed. */
const justPressed = 'data-just-pressed';
const fresh = 'data-fresh';
/** On the page while keys press nothing. */
const locked = 'data-press-lock';

interface Press {
  readonly control: Element;
  readonly atMs: number;
}

/** `lockMs`: how long after a press another one belongs to the same gesture. */
export function usePressGuard(lockMs: number): void {
  useEffect(() => guardPresses(lockMs), [lockMs]);
}

function guardPresses(lockMs: number): () => void {
  /** The keys that are down, and where each went down. */
  const held = new Map<string, EventTarget | null>();
  /** The last press that counted, until another key says that the person has gone on. */
  let last: Press | null = null;
  /** Ends each mark that stands. */
  const marks = new Map<Element, () => void>();
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) meetDialogs(node);
  });

  window.addEventListener('keydown', keyDown, options);
  window.addEventListener('keyup', ({ code, key }) => held.delete(code || key), options);
  window.addEventListener('blur', ({ target }) => (target === window ? held.clear() : undefined), options);
  window.addEventListener('click', click, options);
  if (lockMs > 0) observer.observe(document.body, { subtree: true, childList: true });
  return () => {
    ending.abort();
    observer.disconnect();
    for (const unmark of marks.values()) unmark();
  };

  function keyDown(event: KeyboardEvent): void {
    const key = event.code || event.key;
    const isHeld = event.repeat || held.has(key);
    const began = held.get(key);
    if (!isHeld) held.set(key, event.target);
    if (!pressKeys.has(event.key)) {
      last = null;
      if (event.target instanceof Element) event.target.closest(`[${fresh}]`)?.removeAttribute(fresh);
    } else if (isHeld && !(isWriting(event) && began === event.target)) {
      stop(event);
    }
  }

  function click(event: MouseEvent): void {
    const control = event.target instanceof Element ? event.target.closest(controls) : null;
    if (control === null || control.closest('[data-repeatable]') !== null) return;
    const atMs = performance.now();
    if (isSameGesture(event, control, atMs)) {
      stop(event);
    } else if (control.getAttribute('aria-disabled') !== 'true') {
      last = { control, atMs };
      mark(control, justPressed);
      mark(document.documentElement, locked);
    }
  }

  function isSameGesture({ detail }: MouseEvent, control: Element, atMs: number): boolean {
    if (lockMs === 0) return false;
    // The system's own count: its double click may be slower than the lock, and what stands under the pointer may be new.
    if (detail > 1 || control.closest(`[${fresh}]`) !== null) return true;
    if (last === null || atMs - last.atMs >= lockMs) return false;
    // A key strikes whatever has the focus by now; a pointer is aimed.
    return detail === 0 || control === last.control;
  }

  function meetDialogs(node: Node): void {
    if (!(node instanceof Element)) return;
    const dialogs = node.querySelectorAll('[role="dialog"]');
    for (const dialog of node.matches('[role="dialog"]') ? [node, ...dialogs] : dialogs) mark(dialog, fresh);
  }

  function mark(element: Element, name: string): void {
    if (lockMs === 0) return;
    marks.get(element)?.();
    element.setAttribute(name, '');
    const timer = window.setTimeout(() => unmark(), lockMs);
    marks.set(element, unmark);
    function unmark(): void {
      window.clearTimeout(timer);
      marks.delete(element);
      element.removeAttribute(name);
    }
  }
}

/** Where a held key writes: letters, spaces and lines of a text. */
function isWriting({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return key === ' ' && target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
