/** The preload of the projector window: it receives pictures and can ask for nothing; keys are read by the main process. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { ProjectorApi } from '../shared/ipc/contract.ts';
import type { ProjectorView } from '../shared/ceremony/view.ts';

/** As `projectorChannels` in the contract, which a sandboxed preload would carry zod for. */
const channels = { view: 'projector-view', ready: 'projector-ready' };

/** As `languageArgument` in windows/page-arguments.ts. */
const languageFlag = '--gelar-juri-language=';

const api: ProjectorApi = {
  language: process.argv.find((argument) => argument.startsWith(languageFlag))?.slice(languageFlag.length) ?? '',
  onView: (listener) => {
    const receive = (_event: IpcRendererEvent, view: ProjectorView, language: string) => listener(view, language);
    ipcRenderer.on(channels.view, receive);
    return () => {
      ipcRenderer.off(channels.view, receive);
    };
  },
  ready: () => ipcRenderer.send(channels.ready),
};

contextBridge.exposeInMainWorld('gelarJuriProjector', api);
