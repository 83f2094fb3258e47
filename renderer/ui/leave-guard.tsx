/** Whoever leaves a screen that holds something unsaved is asked first. A screen says what that is; every way out asks. */
import { List, Text } from '@mantine/core';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface LeaveGuard {
  /** `text` null: saved again. */
  readonly setUnsaved: (key: string, text: string | null) => void;
  /** Runs the action at once, or after the person has agreed to lose what is unsaved. */
  readonly leave: (action: () => void) => void;
}

const LeaveGuardContext = createContext<LeaveGuard>({ setUnsaved: () => undefined, leave: (action) => action() });

export function useLeaveGuard(): LeaveGuard {
  return use(LeaveGuardContext);
}

export function LeaveGuardProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui');
  const unsaved = useRef(new Map<string, string>());
  const [asked, setAsked] = useState<{ readonly action: () => void; readonly texts: readonly string[] } | null>(null);

  const setUnsaved = useCallback((key: string, text: string | null) => {
    if (text === null) unsaved.current.delete(key);
    else unsaved.current.set(key, text);
  }, []);
  const leave = useCallback((action: () => void) => {
    // Leaving the field first: what is a number is saved by that.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (unsaved.current.size === 0) action();
    else setAsked({ action, texts: [...unsaved.current.values()] });
  }, []);
  const guard = useMemo(() => ({ setUnsaved, leave }), [setUnsaved, leave]);

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
          unsaved.current.clear();
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
