/** Pictures of one screen beside each other on one sheet. A window of its own draws it. */
import { _electron } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sandboxProblem } from '../surroundings.mjs';

export interface Picture {
  /** Of the sheet that it belongs to. */
  readonly name: string;
  readonly caption: string;
  readonly bytes: Buffer;
}

const width = 2000;
const columns = 3;

export async function compose(folder: string, pictures: readonly Picture[], target: string): Promise<void> {
  const application = await _electron.launch({
    args: [writeDrawer(folder), ...(sandboxProblem() === null ? [] : ['--no-sandbox'])],
  });
  try {
    const page = await application.firstWindow();
    for (const name of new Set(pictures.map((picture) => picture.name))) {
      await page.setViewportSize({ width, height: 1000 });
      await page.setContent(sheetOf(pictures.filter((picture) => picture.name === name)));
      await page.screenshot({ path: path.join(target, `${name}.png`), fullPage: true });
    }
  } finally {
    await application.close();
  }
}

function sheetOf(pictures: readonly Picture[]): string {
  const figures = pictures.map(
    ({ caption, bytes }) =>
      `<figure><img src="data:image/png;base64,${bytes.toString('base64')}"><figcaption>${caption}</figcaption></figure>`,
  );
  return `<!doctype html><style>
    body { margin: 12px; display: grid; grid-template-columns: repeat(${columns}, minmax(0, 1fr)); gap: 12px; background: #888; font: 16px sans-serif }
    figure { margin: 0 } img { width: 100%; display: block } figcaption { padding: 4px 0; color: #fff }
  </style>${figures.join('')}`;
}

function writeDrawer(folder: string): string {
  const drawer = path.join(folder, 'penggambar');
  mkdirSync(drawer, { recursive: true });
  writeFileSync(path.join(drawer, 'package.json'), '{"name":"penggambar","version":"1.0.0","main":"main.cjs"}');
  writeFileSync(
    path.join(drawer, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
    app.whenReady().then(() => new BrowserWindow({ width: ${width}, height: 1000 }).loadURL('about:blank'));`,
  );
  return drawer;
}
