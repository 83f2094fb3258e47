/**
 * What helps on every screen, also before a contest is open: the guide at the part about this screen (F1), its keys (?), the
 * search over everything (Ctrl+K) and the settings (Ctrl+,). One at a time; each is loaded when somebody asks for it.
 */
import { createContext, lazy, Suspense, use, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '../features/help/guide.ts';
import { screens, type Screen } from './screens.tsx';

export type Aid =
  | { readonly type: 'guide'; readonly chapter?: Chapter }
  | { readonly type: 'keys' }
  | { readonly type: 'find' }
  | { readonly type: 'settings' };

/** A screen of the table, or what stands in the window before there is one. */
export type Place = Screen['name'] | 'start' | 'session';

const chapterBefore = { start: 'README#layar-pertama', session: 'satu-laptop#bergantian' } as const;

const GuideDialog = lazy(async () => ({ default: (await import('../features/help/guide-dialog.tsx')).GuideDialog }));
const KeysDialog = lazy(async () => ({ default: (await import('../features/help/keys-dialog.tsx')).KeysDialog }));
const SettingsDialog = lazy(async () => ({
  default: (await import('../features/settings/settings-dialog.tsx')).SettingsDialog,
}));
const Find = lazy(async () => ({ default: (await import('./find.tsx')).Find }));

const AidsContext = createContext<(aid: Aid) => void>(() => undefined);

/** Opens one of them. */
export function useAid(): (aid: Aid) => void {
  return use(AidsContext);
}

export function chapterOf(place: Place): Chapter {
  if (place === 'start' || place === 'session') return chapterBefore[place];
  return screens.find(({ name }) => name === place)?.chapter ?? 'README';
}

export function Aids({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [aid, setAid] = useState<Aid | null>(null);
  const close = () => setAid(null);
  useAidKeys(aid, setAid);
  const screenName =
    place === 'start' || place === 'session' ? t(`keys.${place}`, { ns: 'help' }) : t(`screen.${place}`, { ns: 'app' });
  return (
    <AidsContext value={setAid}>
      {children}
      <Suspense>
        {aid?.type === 'guide' ? <GuideDialog chapter={aid.chapter ?? chapterOf(place)} onClose={close} /> : null}
        {aid?.type === 'keys' ? <KeysDialog screen={place} screenName={screenName} onClose={close} /> : null}
        {aid?.type === 'find' ? <Find onClose={close} onAid={setAid} /> : null}
        {aid?.type === 'settings' ? <SettingsDialog onClose={close} /> : null}
      </Suspense>
    </AidsContext>
  );
}

function useAidKeys(open: Aid | null, show: (aid: Aid) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const asked = aidOf(event);
    if (asked === null || event.repeat) return;
    // The guide may be read over a dialog that somebody does not understand; nothing else stands over one.
    const isOverDialog = document.querySelector('[role="dialog"]') !== null;
    if (isOverDialog && (asked.type !== 'guide' || open !== null)) {
      if (asked.type !== 'keys') event.preventDefault();
      return;
    }
    event.preventDefault();
    show(asked);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

function aidOf(event: KeyboardEvent): Aid | null {
  const isControl = event.ctrlKey || event.metaKey;
  if (event.altKey || event.isComposing) return null;
  if (isControl) {
    if (event.key.toLowerCase() === 'k') return { type: 'find' };
    return event.key === ',' ? { type: 'settings' } : null;
  }
  if (event.key === 'F1') return { type: 'guide' };
  return event.key === '?' && !isTyping(event.target) ? { type: 'keys' } : null;
}

/** A tick or a choice takes no letters. */
const typedInto =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typedInto) !== null;
}
