/** The projector's page says that it is there: only the projector's own page is believed (rule V3). */
import { ipcMain } from 'electron';
import { projectorChannels } from '../../shared/ipc/contract.ts';
import { isTrustedSender, type TrustedPage } from './sender.ts';

export function onProjectorReady({
  trusted,
  refresh,
  warn,
}: {
  /** Null while there is no projector. */
  readonly trusted: () => TrustedPage | null;
  readonly refresh: () => void;
  readonly warn: (message: string) => void;
}): void {
  ipcMain.on(projectorChannels.ready, (event) => {
    if (isTrustedSender(event, trusted())) refresh();
    else warn('refused projector-ready: not the projector window');
  });
}
