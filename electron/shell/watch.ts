/**
 * Keeps windows and projector up to date: after facts, a change of person or of the network the statuses are sent again, at most
 * a few times a second, and an idle seat is signed out.
 */
import { ceremonyChanged } from './ceremony-handlers.ts';
import { networkStatus, saveStatus } from './network-handlers.ts';
import type { Shell } from './shell.ts';

const pauseMs = 150;
const idleCheckMs = 2_000;

/** Returns the function that ends it. */
export function watchShell(shell: Shell): () => void {
  let timer: NodeJS.Timeout | null = null;
  let needsNetwork = false;
  const idle = setInterval(() => {
    if (shell.desk()?.sessions.expire() === true) shell.ports.log.info('an idle seat was signed out');
  }, idleCheckMs);
  shell.onChange(() => {
    ceremonyChanged(shell);
    sendSaveStatus();
    later();
  });
  shell.onNetworkChange(later);
  return () => {
    clearInterval(idle);
    if (timer !== null) clearTimeout(timer);
  };

  function later(): void {
    needsNetwork = true;
    timer ??= setTimeout(() => {
      timer = null;
      if (needsNetwork) void sendNetwork();
      sendSaveStatus();
    }, pauseMs);
  }

  function sendSaveStatus(): void {
    shell.ports.notify('save-status-changed', saveStatus(shell));
  }

  async function sendNetwork(): Promise<void> {
    needsNetwork = false;
    if (shell.session()?.role !== 'committee') return;
    const status = await networkStatus(shell);
    if (shell.session()?.role === 'committee') shell.ports.notify('network-status-changed', status);
  }
}
