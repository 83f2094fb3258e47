/**
 * The page stands before most of the main process is there. Its preload asks this one thing first, and the page's own questions
 * wait behind it until there is somebody who answers them.
 */
import { ipcMain } from 'electron';
import { isTrustedSender, type TrustedPage } from './sender.ts';

/** As in preload.ts. */
const channel = 'gelar-juri:begun';

/** Tells the page of the main window, and nothing else, that `begun` is over (rule V3). */
export function tellBegun(trusted: () => TrustedPage | null, begun: Promise<unknown>): void {
  ipcMain.handle(channel, async (event) => {
    if (isTrustedSender(event, trusted())) await begun;
  });
}
