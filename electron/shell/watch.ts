/**
 * Keeps windows and projector up to date: after facts, a change of person or of the network the statuses are sent again, at most
 * a few times a second, and an idle seat is signed out.
 */
import { ceremonyChanged } from './ceremony-handlers.ts';
import { refreshHall } from './hall-windows.ts';
import { networkStatus, saveStatus } from './network-handlers.ts';
import type { Shell } from './shell.ts';

const pauseMs = 150;
const idleCheckMs = 2_000;
const beatMs = 1_000;

/** Returns the function that ends it. */
export function watchShell(shell: Shell): () => void {
  let timer: NodeJS.Timeout | null = null;
  let needsNetwork = false;
  const idle = setInterval(() => {
    if (shell.desk()?.sessions.expire() === true) shell.ports.log.info('an idle seat was signed out');
  }, idleCheckMs);
  const beat = setInterval(() => {
    shell.clock.beat();
    shell.desk()?.stageClock.beat();
  }, beatMs);
  const stopClock = shell.clock.onSlept(({ slept }) => {
    shell.desk()?.sessions.expire(slept === null);
    sendStageTime();
  });
  shell.onChange(() => {
    sendStageTime();
    ceremonyChanged(shell);
    sendSaveStatus();
    later();
  });
  shell.onNetworkChange(later);
  return () => {
    clearInterval(idle);
    clearInterval(beat);
    stopClock();
    if (timer !== null) clearTimeout(timer);
  };

  /** Again with every change: a window that was not listening catches up. */
  function sendStageTime(): void {
    if (shell.session() !== null) shell.ports.notify('stage-time-changed', shell.desk()?.stageClock.time() ?? null);
    refreshHall(shell);
  }

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
