/**
 * Printing through a hidden window: the page is HTML of our own without scripts, loaded into a sandboxed window with scripts
 * off, no preload and no network, in a session that is thrown away.
 */
import { BrowserWindow, session, type Session } from 'electron';
import type { DocumentWords } from '../../shared/say/documents.ts';
import type { Printer, PrintOutcome } from '../shell/ports.ts';

/** The runtime does not print the margin boxes of @page. Its templates have no style of their own; the margins are the page's. */
const footer = (pageOf: DocumentWords['pageOf']): string =>
  '<div style="width: 100%; padding: 0 2.5cm 0.6cm 3cm; font: 8pt Arial, sans-serif; text-align: right">' +
  `${pageOf('<span class="pageNumber"></span>', '<span class="totalPages"></span>')}</div>`;

/** The runtime says in English words why nothing was printed. */
function printOutcome(success: boolean, reason: string): PrintOutcome {
  if (success) return { type: 'printed' };
  return /cancel/i.test(reason) ? { type: 'cancelled' } : { type: 'failed', reason };
}

export function createPrinter(prepareSession: (session: Session) => void): Printer {
  return {
    toPdf: (html, pageOf) =>
      withPage(html, (window) =>
        window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: footer(pageOf),
        }),
      ),
    print: (html) =>
      withPage(html, async (window): Promise<PrintOutcome> => {
        // Without any printer some systems open no dialog, and some one that prints nowhere.
        if ((await window.webContents.getPrintersAsync()).length === 0) return { type: 'no-printer' };
        return new Promise((resolve) => {
          window.webContents.print({ silent: false, printBackground: true }, (success, reason) =>
            resolve(printOutcome(success, reason)),
          );
        });
      }),
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
