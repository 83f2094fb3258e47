/** The native menu, small: text size, full screen, about, quit. Its keys work whether it is shown or not. */
import { app, dialog, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { MenuWords } from '../../shared/say/application.ts';
import type { MainWindow } from './main-window.ts';

export function installMenu(words: MenuWords, main: () => MainWindow | null): void {
  const zoomBy = (direction: 'in' | 'out' | 'reset') => () => main()?.zoom(direction);
  const hidden = { visible: false, acceleratorWorksWhenHidden: true };
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.application,
      submenu: [
        { label: words.about, click: () => void about(words, main()?.window) },
        { type: 'separator' },
        { label: words.quit, accelerator: 'CommandOrControl+Q', click: () => main()?.window.close() },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { label: words.undo, role: 'undo' },
        { label: words.cut, role: 'cut' },
        { label: words.copy, role: 'copy' },
        { label: words.paste, role: 'paste' },
        { label: words.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [
        { label: words.larger, accelerator: 'CommandOrControl+Plus', click: zoomBy('in') },
        { label: words.larger, accelerator: 'CommandOrControl+=', click: zoomBy('in'), ...hidden },
        { label: words.larger, accelerator: 'CommandOrControl+numadd', click: zoomBy('in'), ...hidden },
        { label: words.smaller, accelerator: 'CommandOrControl+-', click: zoomBy('out') },
        { label: words.smaller, accelerator: 'CommandOrControl+numsub', click: zoomBy('out'), ...hidden },
        { label: words.usualSize, accelerator: 'CommandOrControl+0', click: zoomBy('reset') },
        { type: 'separator' },
        { label: words.fullScreen, accelerator: 'F11', click: () => toggleFullScreen(main()?.window) },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function toggleFullScreen(window: BrowserWindow | undefined): void {
  window?.setFullScreen(!window.isFullScreen());
}

async function about(words: MenuWords, window: BrowserWindow | undefined): Promise<void> {
  if (window === undefined) return;
  await dialog.showMessageBox(window, {
    type: 'info',
    title: words.about,
    message: `Gelar Juri ${app.getVersion()}`,
    detail: words.aboutText,
    buttons: [words.close],
  });
}
