/**
 * How the windows of this laptop look to who sits before it: theme and text size. They belong to the laptop, not to the contest,
 * and are there before the first screen is drawn.
 */
import { useSyncExternalStore } from 'react';
import { z } from 'zod';

export const themes = ['light', 'dark', 'contrast'] as const;
/** In percent of the normal size. */
export const textSizes = [100, 125, 150, 200] as const;

const appearanceSchema = z.object({ theme: z.enum(themes), text: z.literal(textSizes) });
export type Appearance = Readonly<z.output<typeof appearanceSchema>>;

const name = 'gelar-juri/tampilan';
const usual: Appearance = { theme: 'light', text: 100 };
const listeners = new Set<() => void>();
let current: Appearance | null = null;

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, appearance);
}

export function setAppearance(change: Partial<Appearance>): void {
  current = { ...appearance(), ...change };
  try {
    localStorage.setItem(name, JSON.stringify(current));
  } catch {
    // It holds as long as the window is open.
  }
  applyAppearance();
  for (const listener of listeners) listener();
}

/** Puts it on the page. */
export function applyAppearance(): void {
  const { theme, text } = appearance();
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.style.setProperty('--gj-text', String(text / 100));
}

function appearance(): Appearance {
  current ??= remembered();
  return current;
}

function remembered(): Appearance {
  try {
    return appearanceSchema.parse(JSON.parse(localStorage.getItem(name) ?? ''));
  } catch {
    return usual;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
