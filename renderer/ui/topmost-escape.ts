/**
 * Escape belongs to the dialog on top. The dialogs listen each for itself, the lower one first, so that a question asked inside
 * a dialog would take that one away with it.
 */
import { useEffect } from 'react';

export function useTopmostEscape(): void {
  useEffect(() => {
    // Before any dialog: this listens from the first moment on.
    window.addEventListener('keydown', closeTopmost, { capture: true });
    return () => window.removeEventListener('keydown', closeTopmost, { capture: true });
  }, []);
}

function closeTopmost(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing) return;
  const dialogs = document.querySelectorAll('[role="dialog"]');
  if (dialogs.length < 2) return;
  event.stopImmediatePropagation();
  if (!event.repeat) dialogs[dialogs.length - 1]?.querySelector<HTMLElement>('.mantine-Modal-close')?.click();
}
