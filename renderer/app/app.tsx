/** What stands around every screen: theme, messages on top, the store, the last resort for a crash of the view. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { ContestProvider } from '../contest/hooks.tsx';
import type { ContestStore } from '../contest/store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { createScreenRouter } from './router.tsx';
import { cssVariables, styleNonce, theme } from './theme.ts';

export function App({ store }: { readonly store: ContestStore }) {
  const [router] = useState(createScreenRouter);
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="light"
        forceColorScheme="light"
        getStyleNonce={styleNonce}
      >
        <Notifications position="top-right" autoClose={8000} />
        <ErrorBoundary>
          <ContestProvider store={store}>
            <RouterProvider router={router} />
          </ContestProvider>
        </ErrorBoundary>
      </MantineProvider>
    </StrictMode>
  );
}
