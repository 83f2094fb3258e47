/** The native menu, small: text size, full screen, about, quit. Its keys work whether it is shown or not. */
import { app, dialog, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { MainWindow } from './main-window.ts';

export function installMenu(main: () => MainWindow | null): void {
  const zoomBy = (direction: 'in' | 'out' | 'reset') => () => main()?.zoom(direction);
  const hidden = { visible: false, acceleratorWorksWhenHidden: true };
  const template: MenuItemConstructorOptions[] = [
    {
      label: '&Aplikasi',
      submenu: [
        { label: 'Tentang Gelar Juri', click: () => void about(main()?.window) },
        { type: 'separator' },
        { label: 'Keluar', accelerator: 'CommandOrControl+Q', click: () => main()?.window.close() },
      ],
    },
    {
      label: '&Sunting',
      submenu: [
        { label: 'Urungkan', role: 'undo' },
        { label: 'Potong', role: 'cut' },
        { label: 'Salin', role: 'copy' },
        { label: 'Tempel', role: 'paste' },
        { label: 'Pilih semua', role: 'selectAll' },
      ],
    },
    {
      label: '&Tampilan',
      submenu: [
        { label: 'Perbesar tulisan', accelerator: 'CommandOrControl+Plus', click: zoomBy('in') },
        { label: 'Perbesar tulisan', accelerator: 'CommandOrControl+=', click: zoomBy('in'), ...hidden },
        { label: 'Perbesar tulisan', accelerator: 'CommandOrControl+numadd', click: zoomBy('in'), ...hidden },
        { label: 'Perkecil tulisan', accelerator: 'CommandOrControl+-', click: zoomBy('out') },
        { label: 'Perkecil tulisan', accelerator: 'CommandOrControl+numsub', click: zoomBy('out'), ...hidden },
        { label: 'Ukuran biasa', accelerator: 'CommandOrControl+0', click: zoomBy('reset') },
        { type: 'separator' },
        { label: 'Layar penuh', accelerator: 'F11', click: () => toggleFullScreen(main()?.window) },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function toggleFullScreen(window: BrowserWindow | undefined): void {
  window?.setFullScreen(!window.isFullScreen());
}

async function about(window: BrowserWindow | undefined): Promise<void> {
  if (window === undefined) return;
  await dialog.showMessageBox(window, {
    type: 'info',
    title: 'Tentang Gelar Juri',
    message: `Gelar Juri ${app.getVersion()}`,
    detail: 'Penilaian juri Gelar Budaya Kerja tanpa internet.',
    buttons: ['Tutup'],
  });
}
