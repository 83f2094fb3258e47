/** Every channel of the contract with its handler: one that is missing or in excess does not compile. */
import type { Channel } from '../../shared/ipc/contract.ts';
import type { Handlers } from '../ipc/register.ts';
import { ceremonyHandlers } from './ceremony-handlers.ts';
import { contestHandlers } from './contest-handlers.ts';
import { documentHandlers } from './document-handlers.ts';
import { folderHandlers } from './folder-handlers.ts';
import { hallPictureHandlers } from './hall-picture-handlers.ts';
import { joinHandlers } from './join-handlers.ts';
import { networkHandlers } from './network-handlers.ts';
import { openingHandlers } from './opening-handlers.ts';
import { sealHandlers } from './seal-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import type { Shell } from './shell.ts';

export function allHandlers(shell: Shell): Handlers<Channel> {
  return {
    ...folderHandlers(shell),
    ...joinHandlers(shell),
    ...sessionHandlers(shell),
    ...contestHandlers(shell),
    ...networkHandlers(shell),
    ...documentHandlers(shell),
    ...ceremonyHandlers(shell),
    ...hallPictureHandlers(shell),
    ...sealHandlers(shell),
    ...openingHandlers(shell),
  };
}
