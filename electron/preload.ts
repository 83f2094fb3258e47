/**
 * The preload of the main window: the contract and nothing else. It decides nothing; what may be asked and seen is checked
 * in the main process.
 */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { MainWindowBridge, NotificationName } from '../shared/ipc/contract.ts';
import { languageNamed } from '../shared/say/language.ts';
import { noAnswer } from '../shared/say/no-answer.ts';

/** As `channelPrefix` in ipc/register.ts, which a sandboxed preload would carry zod for. */
const prefix = 'gelar-juri:';

/** As in windows/page-arguments.ts. */
const languageFlag = '--gelar-juri-language=';
const openingFlag = '--gelar-juri-opening=';
/** At the start of the window; what is chosen later comes with the state. */
let language = languageNamed(told(languageFlag));

const known: { readonly [Name in NotificationName]: true } = {
  'app-state-changed': true,
  'events-appended': true,
  'events-reset': true,
  'save-status-changed': true,
  'network-status-changed': true,
  'join-waiting': true,
  'invitation-opened': true,
  'ceremony-changed': true,
  'stage-time-changed': true,
  'document-progress': true,
};

ipcRenderer.on(`${prefix}app-state-changed`, (_event, text: string) => {
  language = languageNamed(JSON.parse(text).language);
});

const opening = told(openingFlag);

/** What is asked before the rest of the main process is there waits for it (ipc/begun.ts). */
const begun = ipcRenderer.invoke(`${prefix}begun`).catch(() => undefined);

const api: MainWindowBridge = {
  language,
  opening: opening === 'committee' || opening === 'juror' ? opening : null,
  request: async (channel, input) => {
    try {
      await begun;
      return await ipcRenderer.invoke(prefix + channel, input);
    } catch {
      return JSON.stringify({ ok: false, error: { type: 'internal', message: noAnswer[language], problems: [] } });
    }
  },
  on: (name, listener) => {
    if (!Object.hasOwn(known, name)) throw new Error(`unknown notification: ${name}`);
    const receive = (_event: IpcRendererEvent, text: string) => listener(text);
    ipcRenderer.on(prefix + name, receive);
    return () => {
      ipcRenderer.off(prefix + name, receive);
    };
  },
  pathOfFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};

contextBridge.exposeInMainWorld('gelarJuri', api);

function told(flag: string): string | undefined {
  return process.argv.find((argument) => argument.startsWith(flag))?.slice(flag.length);
}
