/** Placeholder entry of the application: one window with the built page. */
import { app, BrowserWindow } from 'electron';
import path from 'node:path';

app.on('window-all-closed', () => app.quit());

void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { preload: path.join(import.meta.dirname, '../preload/main.cjs'), sandbox: true },
  });
  await window.loadFile(path.join(import.meta.dirname, '../renderer/index.html'));
});
