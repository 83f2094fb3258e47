/**
 * Undo belongs to one field (rule H3). The browser's own goes back through the whole page, also through fields that were
 * left and saved long ago: here it goes back to what stood in the field when the person came to it, and no further. Fields
 * that are saved by themselves undo from their saved history and bear `data-own-undo`.
 */
import { useEffect, type KeyboardEvent as ReactKeyboardEvent } from 'react';

export function useFieldUndo(): void {
  useEffect(() => {
    let begin: { readonly field: EventTarget | null; readonly text: string | null } = { field: null, text: null };
    let undone: EventTarget | null = null;
    const ending = new AbortController();
    const options = { capture: true, signal: ending.signal };
    const cameTo = ({ target }: FocusEvent) => {
      begin = { field: target, text: textOf(target) };
      undone = null;
    };
    const keyDown = (event: KeyboardEvent) => {
      const way = undoKey(event);
      const { target } = event;
      if (way === null || (target instanceof Element && target.closest('[data-own-undo]') !== null)) return;
      const text = textOf(target);
      const isOwn = way === 'undo' ? text !== null && begin.field === target && text !== begin.text : undone === target;
      if (!isOwn) event.preventDefault();
      else if (way === 'undo') undone = target;
    };
    window.addEventListener('focusin', cameTo, options);
    window.addEventListener('keydown', keyDown, options);
    return () => ending.abort();
  }, []);
}

export function undoKey(event: KeyboardEvent | ReactKeyboardEvent): 'undo' | 'redo' | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const key = event.key.toLowerCase();
  if (key === 'y') return 'redo';
  if (key !== 'z') return null;
  return event.shiftKey ? 'redo' : 'undo';
}

/** True for a change by the browser's undo, which may come from another field's key or from the menu. */
export function isHistoryChange(event: Event): boolean {
  return event instanceof InputEvent && event.inputType.startsWith('history');
}

function textOf(target: EventTarget | null): string | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : null;
}
