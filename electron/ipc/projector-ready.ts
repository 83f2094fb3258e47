/** The page of a window of the hall says that it is there: only a window's own page is believed (rule V3). */
import { ipcMain } from 'electron';
import { projectorChannels } from '../../shared/ipc/contract.ts';
import { isTrustedSender, type TrustedPage } from './sender.ts';

export function onProjectorReady({
  screens,
  warn,
}: {
  /** Those that are open, and what shows them their picture. */
  readonly screens: () => readonly { readonly trusted: TrustedPage; readonly refresh: () => void }[];
  readonly warn: (message: string) => void;
}): void {
  ipcMain.on(projectorChannels.ready, (event) => {
    const screen = screens().find(({ trusted }) => isTrustedSender(event, trusted));
    if (screen === undefined) warn('refused projector-ready: no window of the hall');
    else screen.refresh();
  });
}
