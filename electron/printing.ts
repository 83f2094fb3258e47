/**
 * Printing through a hidden window: the page is HTML of our own without scripts, loaded into a sandboxed window with scripts
 * off, no preload and no network, in a session that is thrown away.
 */
import { BrowserWindow, session, type Session } from 'electron';
import type { Printer } from './shell/ports.ts';

export function createPrinter(prepareSession: (session: Session) => void): Printer {
  return {
    toPdf: (html) =>
      withPage(html, (window) => window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })),
    print: (html) =>
      withPage(
        html,
        (window) =>
          new Promise<boolean>((resolve) => {
            window.webContents.print({ silent: false, printBackground: true }, (success) => resolve(success));
          }),
      ),
  };

  async function withPage<Value>(html: string, use: (window: BrowserWindow) => Promise<Value>): Promise<Value> {
    const ownSession = session.fromPartition('printing');
    prepareSession(ownSession);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: ownSession,
        sandbox: true,
        contextIsolation: true,
        javascript: false,
        webviewTag: false,
      },
    });
    try {
      await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`);
      return await use(window);
    } finally {
      window.destroy();
    }
  }
}
