/**
 * Who may ask the main process (rule V3): the top frame of one window of ours, showing a page of our own scheme. Anything
 * else (another window, a frame inside, a page that was navigated away) is refused before its input is even looked at.
 */

/** What the check needs of Electron's event. `senderFrame` is null when the frame is gone already. */
export interface Sender {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** `page`: the only page that may ask, e.g. `app://gelar-juri/index.html`; its query and fragment are free. */
export interface TrustedPage {
  readonly webContentsId: number;
  readonly page: string;
}

export function isTrustedSender(event: Sender, trusted: TrustedPage | null): boolean {
  if (trusted === null || event.sender.id !== trusted.webContentsId) return false;
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  return pageOf(frame.url) === trusted.page;
}

function pageOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, host, pathname } = new URL(address);
  return username === '' && password === '' ? `${protocol}//${host}${pathname}` : null;
}
