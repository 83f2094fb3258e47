/** Keys that the system hides and does not open any more: a password was reset, or the folder is of another account. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { escrowFile } from '../../electron/contest/key-escrow.ts';
import { fileModeProtection, type Protections } from '../../electron/adapters/files/sealed-file.ts';
import { inFolder, laptopWith, startLaptop } from '../support/shell-harness.ts';
import { groups, smallContest } from '../support/small-contest.ts';

const committee = { role: 'committee' } as const;
const seat = { role: 'seat', seat: 'j1' } as const;

/** A key store that opens only what was sealed under the same password. */
function keyStore(password: string): Protections {
  const mark = `${password}:`;
  return [
    {
      kind: 'system',
      seal: (text) => mark + Buffer.from(text).toString('base64'),
      open: (sealed) => (sealed.startsWith(mark) ? Buffer.from(sealed.slice(mark.length), 'base64').toString() : null),
    },
    fileModeProtection,
  ];
}

/** A committee with a juror at the same laptop, who has given a score; the password of the account is reset afterwards. */
async function lockedOut(folder: string, makesCode: boolean) {
  const laptop = await laptopWith(folder, smallContest, keyStore('dahulu'));
  await laptop.ask('set-pin', { session: committee, pin: '9999' });
  const made = makesCode ? await laptop.ask('make-recovery-code', { pin: '9999' }) : null;
  await laptop.ask('add-local-seat', { seat: 'j1', pin: '1111' });
  await laptop.ask('sign-in', { session: seat, pin: '1111' });
  await laptop.ask('execute', { type: 'set-score', contestant: groups[0]?.id ?? '', criterion: 'isi', value: '87.5' });
  const dir = laptop.shell.desk()?.contest.dir ?? '';
  await laptop.quit();
  const again = startLaptop(folder, keyStore('sekarang'));
  await again.shell.reopenLast();
  return { again, dir, code: made?.ok === true ? made.value.code : '' };
}

test('[L15] keys that the system does not open are named; the recovery code opens them, and every score is there', () =>
  inFolder(async (folder) => {
    const { again, dir, code } = await lockedOut(folder, true);
    const state = await again.value('app-state');
    expect(state).toMatchObject({ folder: null, damaged: null, locked: { path: dir, hasCode: true } });
    expect(state.locked?.message).toContain('kata sandi');
    expect(await again.ask('recover-keys', { code: 'ABCD-EFGH-JKMN-PQRS' })).toMatchObject({
      error: { type: 'wrong-code' },
    });
    expect((await again.value('app-state')).locked).not.toBeNull();
    expect(await again.ask('recover-keys', { code: ` ${code.toLowerCase()} ` })).toMatchObject({ ok: true });
    expect((await again.value('app-state')).locked).toBeNull();
    // The juror of this laptop reads the score of before and goes on.
    expect(await again.ask('sign-in', { session: seat, pin: '1111' })).toMatchObject({ ok: true });
    expect(JSON.stringify(await again.value('load-events'))).toContain('"87.5"');
    const next = { type: 'set-score', contestant: groups[1]?.id ?? '', criterion: 'isi', value: '90' } as const;
    expect(await again.ask('execute', next)).toMatchObject({ ok: true });
    await again.quit();
    // From now on under the new password, without the code; the locked keys are kept.
    const third = startLaptop(folder, keyStore('sekarang'));
    await third.shell.reopenLast();
    expect(await third.value('app-state')).toMatchObject({ folder: { path: dir }, locked: null });
    expect(existsSync(path.join(dir, 'keys.json.lama'))).toBe(true);
    await third.quit();
  }));

test('[L15] without a code the other ways are said, and nothing is changed', () =>
  inFolder(async (folder) => {
    const { again, dir } = await lockedOut(folder, false);
    const before = readFileSync(path.join(dir, 'keys.json'), 'utf8');
    expect(await again.value('app-state')).toMatchObject({ locked: { path: dir, hasCode: false } });
    expect(await again.ask('recover-keys', { code: 'ABCD-EFGH-JKMN-PQRS' })).toMatchObject({
      error: { type: 'wrong-code' },
    });
    expect(readFileSync(path.join(dir, 'keys.json'), 'utf8')).toBe(before);
    await again.quit();
  }));

test('[L15] a new code voids the one before, and nothing of the keys stands in the file of the code', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, smallContest, keyStore('dahulu'));
    await laptop.ask('set-pin', { session: committee, pin: '9999' });
    const codes: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const made = await laptop.ask('make-recovery-code', { pin: '9999' });
      codes.push(made.ok ? made.value.code : '');
    }
    const dir = laptop.shell.desk()?.contest.dir ?? '';
    const escrow = readFileSync(escrowFile(dir), 'utf8');
    for (const writer of laptop.shell.desk()?.contest.keysForCopy().writers ?? []) {
      expect(escrow).not.toContain(writer.signingPrivateKey);
    }
    await laptop.quit();
    const again = startLaptop(folder, keyStore('sekarang'));
    await again.shell.reopenLast();
    expect(await again.ask('recover-keys', { code: codes[0] ?? '' })).toMatchObject({ error: { type: 'wrong-code' } });
    expect(await again.ask('recover-keys', { code: codes[1] ?? '' })).toMatchObject({ ok: true });
    await again.quit();
  }));

test('[L15] a damaged file of the code opens nothing and breaks nothing; without a PIN there is none', () =>
  inFolder(async (folder) => {
    const { again, dir, code } = await lockedOut(folder, true);
    const escrow = readFileSync(escrowFile(dir), 'utf8');
    for (const damaged of [
      '',
      '{',
      escrow.replace(/"sealed": "..../, '"sealed": "aaaa'),
      escrow.replace(/"key": "..../, '"key": "aaaa'),
    ]) {
      writeFileSync(escrowFile(dir), damaged);
      expect(await again.ask('recover-keys', { code })).toMatchObject({ error: { type: 'wrong-code' } });
    }
    writeFileSync(escrowFile(dir), escrow);
    expect(await again.ask('recover-keys', { code })).toMatchObject({ ok: true });
    await again.ask('sign-in', { session: committee, pin: '9999' });
    await again.quit();
  }));
