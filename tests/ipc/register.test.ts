import { expect, test } from 'vitest';
import { wordsOf } from '../../shared/say/words.ts';
import { answeringInText, channelPrefix, registerRequests, type Handlers } from '../../electron/ipc/register.ts';
import type { Sender } from '../../electron/ipc/sender.ts';
import type { Channel } from '../../shared/ipc/contract.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';

const page = 'app://gelar-juri/index.html';
const main: Sender = { sender: { id: 1 }, senderFrame: { url: page, parent: null } };
const projector: Sender = { sender: { id: 2 }, senderFrame: { url: 'app://gelar-juri/projector.html', parent: null } };

function registered(handlers: Partial<Handlers<Channel>>) {
  const lines: string[] = [];
  const listeners = new Map<string, (event: Sender, input: unknown) => Promise<unknown>>();
  const log = { warn: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
  registerRequests({ handle: (channel, listener) => void listeners.set(channel, listener) }, handlers, {
    trusted: () => ({ webContentsId: 1, page }),
    log,
    words: wordsOf.id,
  });
  const ask = (channel: string, input?: unknown, event = main) =>
    listeners.get(channelPrefix + channel)?.(event, input);
  return { ask, lines, listeners };
}

test('[V1] an answer arrives in its envelope', async () => {
  const { ask } = registered({ 'clock-offset': () => ok(12) });
  expect(await ask('clock-offset')).toEqual({ ok: true, value: 12 });
});

test('[V1] an answer goes to the window as one text, a refusal too', async () => {
  const listeners = new Map<string, (event: Sender, input: unknown) => Promise<string>>();
  const port = answeringInText({ handle: (channel, listener) => void listeners.set(channel, listener) });
  port.handle('a', () => Promise.resolve(ok([{ ref: 'x:1' }, null])));
  port.handle('b', () => Promise.resolve(err({ type: 'internal', message: 'Gagal', problems: [] })));
  const answerOf = async (channel: string): Promise<unknown> =>
    JSON.parse((await listeners.get(channel)?.(main, undefined)) ?? '');
  expect(await answerOf('a')).toEqual({ ok: true, value: [{ ref: 'x:1' }, null] });
  expect(await answerOf('b')).toEqual({ ok: false, error: { type: 'internal', message: 'Gagal', problems: [] } });
});

test('[V3] another sender is refused before the handler is called, and nothing of the handler is answered', async () => {
  let called = false;
  const handler = () => {
    called = true;
    return ok(12);
  };
  const { ask, lines } = registered({ 'clock-offset': handler });
  expect(await ask('clock-offset', undefined, projector)).toMatchObject({ ok: false, error: { type: 'wrong-sender' } });
  expect(called).toBe(false);
  expect(lines).toHaveLength(1);
});

test('[V4] input that does not parse is refused with its place, and the log does not quote it', async () => {
  const seen: unknown[] = [];
  const { ask, lines } = registered({
    'sign-in': (input) => {
      seen.push(input);
      return ok(input.session);
    },
  });
  const answer = await ask('sign-in', { session: { role: 'seat', seat: 'j1' }, pin: 'rahasia-77' });
  expect(answer).toMatchObject({
    ok: false,
    error: { type: 'invalid-input', problems: [{ path: '/pin' }] },
  });
  expect(seen).toEqual([]);
  expect(lines.join()).not.toContain('rahasia-77');
});

test('[V4] keys that the contract does not know never reach a handler', async () => {
  const seen: unknown[] = [];
  const { ask } = registered({ 'forget-recent': (input) => (seen.push(input), ok([])) });
  await ask('forget-recent', { path: '/a', extra: 1 });
  expect(seen).toEqual([{ path: '/a' }]);
});

test('[V1] what a handler throws becomes a refusal; the log names the channel and does not quote the message', async () => {
  const fail = () => {
    throw new Error('skor 87.6543 juri');
  };
  const { ask, lines } = registered({ 'clock-offset': fail, 'save-backup': fail });
  expect(await ask('clock-offset')).toMatchObject({ ok: false, error: { type: 'internal' } });
  expect(await ask('save-backup')).toMatchObject({ ok: false, error: { type: 'internal' } });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('clock-offset');
  expect(lines.join()).not.toContain('87.6543');
});

test('[H6] the place of a juror has room for every opened sheet that was looked at, and no more than its bound', async () => {
  const { ask } = registered({ 'remember-place': () => ok(null) });
  expect(await ask('remember-place', { place: 'x'.repeat(limits.placeLength) })).toMatchObject({ ok: true });
  expect(await ask('remember-place', { place: 'x'.repeat(limits.placeLength + 1) })).toMatchObject({ ok: false });
});
