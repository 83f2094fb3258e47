/**
 * Whoever leaves a screen that holds something unsaved is asked first. A screen says what that is for as long as it holds it; every
 * way out asks, once what is on its way to the disk has arrived. Agreeing forgets nothing: a way out may fail.
 */
import { List, Text } from '@mantine/core';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface LeaveGuard {
  /** `text` null: saved again. */
  readonly setUnsaved: (key: string, text: string | null) => void;
  /** Ways out wait for it: whether it was saved is known only then. */
  readonly hold: (saving: Promise<unknown>) => void;
  /** Runs the action at once, or after the person has agreed to lose what is unsaved. */
  readonly leave: (action: () => void) => void;
}

const LeaveGuardContext = createContext<LeaveGuard>({
  setUnsaved: () => undefined,
  hold: () => undefined,
  leave: (action) => action(),
});

export function useLeaveGuard(): LeaveGuard {
  return use(LeaveGuardContext);
}

/** What this part of the screen would lose; null: nothing. */
export function useUnsaved(key: string, text: string | null): void {
  const { setUnsaved } = useLeaveGuard();
  useEffect(() => {
    setUnsaved(key, text);
    return () => setUnsaved(key, null);
  }, [setUnsaved, key, text]);
}

export function LeaveGuardProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui');
  const unsaved = useRef(new Map<string, string>());
  const held = useRef(new Set<Promise<unknown>>());
  const [asked, setAsked] = useState<{ readonly action: () => void; readonly texts: readonly string[] } | null>(null);

  const setUnsaved = useCallback((key: string, text: string | null) => {
    if (text === null) unsaved.current.delete(key);
    else unsaved.current.set(key, text);
  }, []);
  const hold = useCallback((saving: Promise<unknown>) => {
    const all = held.current;
    all.add(saving);
    const release = () => all.delete(saving);
    saving.then(release, release);
  }, []);
  const leave = useCallback((action: () => void) => {
    // Leaving the field first: what is a number is saved by that.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const go = () => {
      if (unsaved.current.size === 0) action();
      else setAsked({ action, texts: [...unsaved.current.values()] });
    };
    if (held.current.size === 0) go();
    // A field says in the same turn what could not be saved.
    else void Promise.allSettled(held.current).then(() => setTimeout(go));
  }, []);
  const guard = useMemo(() => ({ setUnsaved, hold, leave }), [setUnsaved, hold, leave]);

  return (
    <LeaveGuardContext value={guard}>
      {children}
      <ConfirmDialog
        opened={asked !== null}
        title={t('leave.title')}
        confirmLabel={t('leave.confirm')}
        cancelLabel={t('leave.stay')}
        tone="danger"
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          setAsked(null);
          asked?.action();
        }}
      >
        <Text>{t('leave.text')}</Text>
        <List>
          {asked?.texts.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      </ConfirmDialog>
    </LeaveGuardContext>
  );
}
