/**
 * Which screen stands in the window. The address chooses among the screens of the role; whether there is a contest and a
 * person at all is decided by the frame, so that no address leads past the sign-in. Hash addresses: the window has a
 * scheme of its own.
 */
import type { ReactNode } from 'react';
import { createHashRouter } from 'react-router';
import { Arrived } from './arrived.tsx';
import { FailedScreen } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import type { ScreenView } from './lazy-screen.tsx';
import { NotFound } from './not-found.tsx';
import { screens } from './screens.tsx';

export function createScreenRouter() {
  return createHashRouter([
    {
      path: '/',
      element: <Frame />,
      errorElement: <FailedScreen />,
      children: [
        ...screens.map(({ path, View }) => ({ path, element: shown(path, View), errorElement: <FailedScreen /> })),
        { path: '*', element: <NotFound /> },
      ],
    },
  ]);
}

function shown(path: string, View: ScreenView): ReactNode {
  return (
    <View>
      <Arrived at={path} />
    </View>
  );
}
