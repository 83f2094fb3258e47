/** The whole window over a laptop in memory, and what jsdom lacks for it. */
import { notifications } from '@mantine/notifications';
import { cleanup, configure, prettyDOM, render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import * as React from 'react';
import { afterEach, beforeEach } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { createContestStore } from '../../../renderer/contest/store.ts';
import { startMessages } from '../../../renderer/messages/i18n.ts';
import type { Laptop } from './laptop.ts';

/** Call once at the top of a test file. */
export function prepareWindow(): void {
  // A busy machine draws a whole window slowly.
  configure({ asyncUtilTimeout: 20_000, getElementError: elementError });
  startMessages();
  withoutOwnerStacks();
  beforeEach(() => {
    window.location.hash = '';
    window.matchMedia = (query) =>
      Object.assign(new EventTarget(), {
        matches: query.includes('reduced-motion'),
        media: query,
        onchange: null,
        addListener: () => undefined,
        removeListener: () => undefined,
      });
    window.ResizeObserver = class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    };
    Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(() => {
    cleanup();
    // They live outside the tree that is drawn, and would be shown in the next window.
    notifications.clean();
    notifications.cleanQueue();
  });
}

/**
 * Opens the window; returns the person at its keyboard. No hand is as quick as a test: `pressLockMs` is what the window
 * takes for the second press of one gesture, and held keys press nothing in any case.
 */
export function openWindow(
  laptop: Laptop,
  address = '',
  pressLockMs = 0,
): { readonly user: ReturnType<typeof userEvent.setup> } {
  window.location.hash = address;
  const store = createContestStore(laptop.api);
  store.start();
  render(<App store={store} pressLockMs={pressLockMs} />);
  // Whether a press can reach an element is decided by styles, which jsdom is not given: it would look in vain each time.
  return { user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

/** The picture of the page is made when somebody reads it: while a test waits, it fails to find many times. */
function elementError(message: string | null, container: Element): Error {
  const error = new Error(message ?? '');
  error.name = 'TestingLibraryElementError';
  Object.defineProperty(error, 'message', { get: () => `${message}\n\n${prettyDOM(container)}`, configurable: true });
  return error;
}

/**
 * React's development build takes a call stack for each element it makes, up to a number of them in a second, only to
 * name the place in its warnings: a tenth of the whole run. It is told that the number is reached; should a later React
 * count otherwise, the tests only take longer.
 */
function withoutOwnerStacks(): void {
  const internals: unknown = Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE');
  if (typeof internals !== 'object' || internals === null) return;
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Number.MAX_SAFE_INTEGER,
    set: () => {},
    configurable: true,
  });
}
