import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderSettings } from '../../electron/adapters/files/settings.ts';
import { createPins } from '../../electron/shell/pins.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { createSessions, visibleEvents, type Roles } from '../../electron/shell/session.ts';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import type { Session } from '../../shared/ipc/app.ts';
import { limits } from '../../shared/limits.ts';

const committee: Session = { role: 'committee' };
const seat = (id: string): Session => ({ role: 'seat', seat: id });

let folder = '';
let nowMs = 0;
let changes = 0;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-session-'));
  nowMs = 0;
  changes = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

function laptop(roles: Roles) {
  const pins = createPins(openFolderSettings(folder), () => nowMs, 2);
  const open = () =>
    createSessions(() => roles, pins, { nowMs: () => nowMs, changed: () => (changes += 1), words: wordsOf.id });
  return { pins, open, sessions: open() };
}

test('[P2] a laptop for one person without a PIN needs no signing in; with a PIN it does', () => {
  const { sessions, pins, open } = laptop({ kind: 'juror', seats: ['j1'] });
  expect(sessions.current()).toEqual(seat('j1'));
  pins.set('seat:j1', '1234');
  expect(open().current()).toBeNull();
});

test('[P2] on a shared laptop nobody is signed in at first, and each opens with the own PIN only', () => {
  const { sessions, pins } = laptop({ kind: 'committee', seats: ['j1', 'j2'] });
  pins.set('committee', '9999');
  pins.set('seat:j1', '1111');
  pins.set('seat:j2', '2222');
  expect(sessions.current()).toBeNull();
  expect(sessions.signIn(seat('j1'), '2222').ok).toBe(false);
  expect(sessions.signIn(committee, undefined).ok).toBe(false);
  expect(sessions.current()).toBeNull();
  expect(sessions.signIn(seat('j1'), '1111').ok).toBe(true);
  expect(sessions.current()).toEqual(seat('j1'));
  sessions.signOut();
  expect([sessions.current(), changes]).toEqual([null, 2]);
});

test('[P2] a role that this laptop does not carry is refused', () => {
  const { sessions } = laptop({ kind: 'juror', seats: ['j1'] });
  expect(sessions.signIn(committee, undefined)).toMatchObject({ error: { type: 'unknown-role' } });
  expect(sessions.signIn(seat('j2'), undefined)).toMatchObject({ error: { type: 'unknown-role' } });
});

test('[P2] on a shared laptop a seat closes after two minutes without input, and input keeps it open', () => {
  const { sessions } = laptop({ kind: 'committee', seats: ['j1'] });
  sessions.signIn(seat('j1'), undefined);
  nowMs += limits.idleSeatMs - 1;
  expect(sessions.expire()).toBe(false);
  sessions.touch();
  nowMs += limits.idleSeatMs - 1;
  expect(sessions.expire()).toBe(false);
  nowMs += 1;
  expect(sessions.expire()).toBe(true);
  expect(sessions.current()).toBeNull();
});

test('[P2] a seat alone on its laptop and the committee stay signed in', () => {
  const alone = laptop({ kind: 'juror', seats: ['j1'] }).sessions;
  const { sessions } = laptop({ kind: 'committee', seats: ['j1'] });
  sessions.signIn(committee, undefined);
  nowMs += 10 * limits.idleSeatMs;
  expect([alone.expire(), sessions.expire()]).toEqual([false, false]);
});

test('[P1] a PIN is changed by its owner with the old one; a juror cannot change another’s or the committee’s', () => {
  const { sessions, pins } = laptop({ kind: 'committee', seats: ['j1', 'j2'] });
  expect(sessions.setPin(committee, { oldPin: undefined, pin: '9999' })).toMatchObject({
    error: { type: 'not-signed-in' },
  });
  pins.set('committee', '9999');
  pins.set('seat:j1', '1111');
  sessions.signIn(seat('j1'), '1111');
  expect(sessions.setPin(committee, { oldPin: '9999', pin: '0000' }).ok).toBe(false);
  expect(sessions.setPin(seat('j2'), { oldPin: undefined, pin: '0000' }).ok).toBe(false);
  expect(sessions.setPin(seat('j1'), { oldPin: '0000', pin: '4321' })).toMatchObject({ error: { type: 'wrong-pin' } });
  expect(sessions.setPin(seat('j1'), { oldPin: '1111', pin: '4321' }).ok).toBe(true);
  expect(pins.check('seat:j1', '4321').ok).toBe(true);
  expect(sessions.setPin(seat('j1'), { oldPin: '4321', pin: null })).toMatchObject({ error: { type: 'pin-needed' } });
});

test('[P1] the signed-in committee gives a seat a new PIN when it was forgotten', () => {
  const { sessions, pins } = laptop({ kind: 'committee', seats: ['j1'] });
  pins.set('seat:j1', '1111');
  sessions.signIn(committee, undefined);
  expect(sessions.setPin(seat('j1'), { oldPin: undefined, pin: '5678' }).ok).toBe(true);
  expect(pins.check('seat:j1', '5678').ok).toBe(true);
});

test('[P3] the recovery code, made with the PIN, opens in place of it and sets a new one; nothing else does', () => {
  const { sessions, pins } = laptop({ kind: 'committee', seats: ['j1'] });
  pins.set('committee', '9999');
  expect(sessions.makeRecoveryCode('9999')).toMatchObject({ error: { type: 'not-signed-in' } });
  expect(sessions.recover({ code: '', pin: '1234' })).toMatchObject({ ok: false });
  sessions.signIn(committee, '9999');
  expect(sessions.makeRecoveryCode('0000')).toMatchObject({ error: { type: 'wrong-pin' } });
  const first = sessions.makeRecoveryCode('9999');
  const second = sessions.makeRecoveryCode('9999');
  if (!first.ok || !second.ok) throw new Error('no code');
  expect(second.value.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  expect(readFileSync(path.join(folder, 'local.json'), 'utf8')).not.toContain(second.value.code.replaceAll('-', ''));
  sessions.signOut();
  expect(sessions.recover({ code: first.value.code, pin: '1234' })).toMatchObject({ error: { type: 'wrong-pin' } });
  const typed = second.value.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(sessions.recover({ code: typed, pin: '1234' }).ok).toBe(true);
  expect(sessions.current()).toEqual(committee);
  expect([pins.check('committee', '9999').ok, pins.check('committee', '1234').ok]).toEqual([false, true]);
});

test('[P3] guesses of the code wait as guesses of a PIN do', () => {
  const { sessions, pins } = laptop({ kind: 'committee', seats: [] });
  pins.set('committee', '9999');
  sessions.signIn(committee, '9999');
  sessions.makeRecoveryCode('9999');
  for (let count = 0; count < 3; count += 1) sessions.recover({ code: 'AAAA-AAAA-AAAA-AAAA', pin: '1234' });
  const message = 'Terlalu banyak kode yang salah. Tunggu 5 detik, lalu coba lagi.';
  expect(sessions.recover({ code: 'AAAA-AAAA-AAAA-AAAA', pin: '1234' })).toMatchObject({
    error: { type: 'pin-wait', message },
  });
});

const authors = fc.oneof(
  fc.constant({ role: 'committee' as const, device: 'd0' }),
  fc.constantFrom('j1', 'j2', 'j3').map((each) => ({ role: 'seat' as const, seat: each, device: `d-${each}` })),
);
const events: fc.Arbitrary<RecordedEvent[]> = fc.array(
  authors.map((author) => ({
    ref: 'a'.repeat(26) + ':1',
    atMs: 0,
    author,
    event: { type: 'jurors-changed' as const, jurors: [] },
  })),
);

test('[V2] a seat sees the committee’s facts and its own, in their order, and none of another seat', () => {
  fc.assert(
    fc.property(events, (all) => {
      const seen = visibleEvents(all, seat('j1'));
      expect(seen.some(({ author }) => author.role === 'seat' && author.seat !== 'j1')).toBe(false);
      const expected = all.filter(({ author }) => author.role === 'committee' || author.seat === 'j1');
      expect(seen).toEqual(expected);
    }),
  );
});

test('[V2] the committee sees all, nobody sees nothing', () => {
  fc.assert(
    fc.property(events, (all) => {
      expect(visibleEvents(all, committee)).toEqual(all);
      expect(visibleEvents(all, null)).toEqual([]);
    }),
  );
});
