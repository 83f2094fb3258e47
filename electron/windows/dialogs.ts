/** The system's dialogs, over the main window. */
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { Dialogs, FileKind } from '../shell/ports.ts';

export function createDialogs(parent: () => BrowserWindow | null): Dialogs {
  return {
    chooseFolder: (title, from = null) =>
      choose({
        title,
        properties: ['openDirectory', 'createDirectory'],
        ...(from === null ? {} : { defaultPath: from }),
      }),
    chooseFile: (title, kind) => choose({ title, filters: [filterOf(kind)], properties: ['openFile'] }),
    saveFile: async (title, suggestedName, kind) => {
      const window = parent();
      if (window === null) return null;
      const options = { title, defaultPath: suggestedName, filters: [filterOf(kind)] };
      const { canceled, filePath } = await dialog.showSaveDialog(window, options);
      return canceled || filePath === '' ? null : filePath;
    },
    confirm: async ({ message, detail, confirm, cancel }) => {
      const window = parent();
      if (window === null) return true;
      const options = { type: 'question' as const, title: 'Gelar Juri', message, detail };
      const { response } = await dialog.showMessageBox(window, {
        ...options,
        buttons: [cancel, confirm],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
  };

  async function choose(options: OpenDialogOptions): Promise<string | null> {
    const window = parent();
    if (window === null) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
    return canceled ? null : (filePaths[0] ?? null);
  }
}

function filterOf({ name, extensions }: FileKind) {
  return { name, extensions: [...extensions] };
}
