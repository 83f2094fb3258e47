/** The window's way to the shell: `window.gelarJuri`, put there by the preload. Nothing else in the window knows it. */
import type { MainWindowApi } from '../../shared/ipc/contract.ts';
import { assert } from '../../shared/lib/assert.ts';

declare global {
  interface Window {
    readonly gelarJuri?: MainWindowApi;
  }
}

/** The contract as the preload offers it. */
export function shell(): MainWindowApi {
  const api = window.gelarJuri;
  assert(api !== undefined, 'the preload has put the contract on the window');
  return api;
}
