import { expect, test } from 'vitest';
import { isTrustedSender, type Sender } from '../../electron/ipc/sender.ts';

const page = 'app://gelar-juri/index.html';
const trusted = { webContentsId: 7, page };

function from(url: string, rest: Partial<{ id: number; parent: unknown }> = {}): Sender {
  return { sender: { id: rest.id ?? 7 }, senderFrame: { url, parent: rest.parent ?? null } };
}

test('[V3] the top frame of the main window with its own page is trusted, whatever its fragment', () => {
  expect(isTrustedSender(from(page), trusted)).toBe(true);
  expect(isTrustedSender(from(`${page}?a=1#/scoring`), trusted)).toBe(true);
});

test.each([
  ['another window', from(page, { id: 8 })],
  ['a frame inside the page', from(page, { parent: {} })],
  ['a frame that is gone', { sender: { id: 7 }, senderFrame: null }],
  ['another page of our scheme', from('app://gelar-juri/projector.html')],
  ['another host of our scheme', from('app://gelar-juri.evil/index.html')],
  ['our address as somebody else’s path', from('https://evil.example/app://gelar-juri/index.html')],
  ['our address as a user name', from('app://gelar-juri@evil/index.html')],
  ['credentials before our host', from('app://user:word@gelar-juri/index.html')],
  ['a file', from('file:///opt/gelar-juri/index.html')],
  ['an empty page', from('about:blank')],
  ['no address', from('')],
])('[V3] %s is refused', (_who, event) => {
  expect(isTrustedSender(event, trusted)).toBe(false);
});

test('[V3] while there is no main window nobody is trusted', () => {
  expect(isTrustedSender(from(page), null)).toBe(false);
});
