/** The window's way to the shell: `window.gelarJuri`, put there by the preload. Nothing else in the window knows it. */
import type {
  AnswerOf,
  Channel,
  InputOf,
  MainWindowApi,
  MainWindowBridge,
  NotificationName,
  Notifications,
} from '../../shared/ipc/contract.ts';
import { assert } from '../../shared/lib/assert.ts';

declare global {
  interface Window {
    readonly gelarJuri?: MainWindowBridge;
  }
}

/** Whose contest was being opened when the window came to be; null: none, or it is not known. */
export function kindBeingOpened(): MainWindowBridge['opening'] {
  return bridge().opening;
}

/** The contract over the texts that the preload passes on. */
export function shell(): MainWindowApi {
  const { language, request, on, pathOfFile } = bridge();
  return {
    language,
    request: async <Name extends Channel>(channel: Name, input?: InputOf<Name>) =>
      JSON.parse(await request(channel, input)) as AnswerOf<Name>,
    on: <Name extends NotificationName>(name: Name, listener: (value: Notifications[Name]) => void) =>
      on(name, (text) => listener(JSON.parse(text) as Notifications[Name])),
    pathOfFile,
  };
}

function bridge(): MainWindowBridge {
  const { gelarJuri } = window;
  assert(gelarJuri !== undefined, 'the preload has put the contract on the window');
  return gelarJuri;
}
