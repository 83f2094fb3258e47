/** What stands around every screen: theme, messages on top, the store, the last resort for a crash of the view. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { limits } from '../../shared/limits.ts';
import { ContestProvider } from '../contest/hooks.tsx';
import type { ContestStore } from '../contest/store.ts';
import { useFieldUndo } from '../ui/field-undo.ts';
import { usePressGuard } from '../ui/press-guard.ts';
import { useTopmostEscape } from '../ui/topmost-escape.ts';
import { useAppearance } from './appearance.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import classes from './frame.module.css';
import { createScreenRouter } from './router.tsx';
import { cssVariables, styleNonce, themeWith } from './theme.ts';

export function App({
  store,
  pressLockMs = limits.pressLockMs,
}: {
  readonly store: ContestStore;
  readonly pressLockMs?: number;
}) {
  usePressGuard(pressLockMs);
  useFieldUndo();
  useTopmostEscape();
  const [router] = useState(createScreenRouter);
  const { t } = useTranslation('ui');
  const close = t('close');
  const theme = useMemo(() => themeWith(close), [close]);
  const appearance = useAppearance();
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        forceColorScheme={appearance.theme === 'dark' ? 'dark' : 'light'}
        getStyleNonce={styleNonce}
      >
        <div className={classes.window}>
          {/* Refusals: in the page, not over it, so that nothing that is used lies below. Short words are in the head. */}
          <Notifications
            position="top-center"
            withinPortal={false}
            autoClose={8000}
            className={classes.notices}
            allowDragDismiss={false}
            allowScrollDismiss={false}
          />
          <ErrorBoundary>
            <ContestProvider store={store}>
              <RouterProvider router={router} />
            </ContestProvider>
          </ErrorBoundary>
        </div>
      </MantineProvider>
    </StrictMode>
  );
}
