/**
 * Printing through a hidden window: the page is HTML of our own without scripts, loaded into a sandboxed window with scripts
 * off, no preload and no network, in a session that is thrown away.
 */
import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import type { Printer, PrintOutcome } from '../shell/ports.ts';
import { appScheme, paperPage } from './app-scheme.ts';

/** The runtime says in English words why nothing was printed. */
function printOutcome(success: boolean, reason: string): PrintOutcome {
  if (success) return { type: 'printed' };
  return /cancel/i.test(reason) ? { type: 'cancelled' } : { type: 'failed', reason };
}

/** Rejects when the signal ends what is waited for. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(new Error('aborted'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

export function createPrinter(prepareSession: (session: Session) => void): Printer {
  /** By address, while they are being printed. */
  const papers = new Map<string, string>();
  return {
    toPdf: (html, signal) =>
      withPage(html, (window) => {
        const pdf = window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
        return signal === undefined ? pdf : Promise.race([pdf, aborted(signal)]);
      }),
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
    if (!ownSession.protocol.isProtocolHandled(appScheme))
      ownSession.protocol.handle(appScheme, ({ url }) => paperAt(url));
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
    // An address that holds the page itself ends at two megabytes.
    const address = paperPage(randomUUID());
    papers.set(address, html);
    try {
      await window.loadURL(address);
      return await use(window);
    } finally {
      papers.delete(address);
      window.destroy();
    }
  }

  function paperAt(address: string): Response {
    const html = papers.get(address);
    if (html === undefined) return new Response(null, { status: 404 });
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:`,
    };
    return new Response(html, { headers });
  }
}
