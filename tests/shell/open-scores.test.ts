/** Opening the scores through the window's requests: after the announcement, and what the laptop then finds (rules Z11, Z13). */
import { expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { inFolder, laptopWith, type Laptop } from '../support/shell-harness.ts';
import { groups, smallContest } from '../support/small-contest.ts';

const asCommittee = { session: { role: 'committee' as const }, pin: '9999' };
const asChair = { session: { role: 'seat' as const, seat: 'j1' }, pin: '1111' };
const refusal = (answer: { readonly ok: boolean; readonly error?: { readonly message: string } }) =>
  answer.error?.message ?? 'ok';
const open = async (laptop: Laptop) => refusal(await laptop.ask('open-scores', { withNotes: false }));

/** Everything is locked and signed off; the committee is signed in. */
async function judged(folder: string, sealing: boolean): Promise<Laptop> {
  const contest = contestFileSchema.parse({
    ...smallContest,
    contest: { ...smallContest.contest, sealing },
    jurors: [{ id: 'j1', name: 'Juri 1 (contoh)', chair: true }],
  });
  const laptop = await laptopWith(folder, contest);
  await laptop.value('set-pin', asCommittee);
  await laptop.value('add-local-seat', { seat: 'j1', pin: asChair.pin });
  await laptop.value('sign-in', asChair);
  for (const [index, { id }] of groups.entries()) {
    await laptop.value('execute', { type: 'set-score', contestant: id, criterion: 'isi', value: String(90 - index) });
    await laptop.value('execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' });
  }
  await laptop.value('execute', { type: 'sign-off-category', category: 'kat' });
  await laptop.value('sign-in', asCommittee);
  return laptop;
}

async function announce(laptop: Laptop, steps: number): Promise<void> {
  await laptop.value('start-ceremony', { act: 'kat' });
  for (let step = 0; step < steps; step += 1) {
    laptop.clock.nowMs += limits.pressLockMs;
    await laptop.value('move-ceremony', { move: 'next' });
  }
}

test('[Z11] the last place has to be announced first, and a rehearsal announces nothing', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder, false);
    const early = expect.stringMatching(/^Pengumuman belum selesai/);
    expect(await open(laptop)).toEqual(early);
    await laptop.value('rehearse-ceremony', { rehearsal: true });
    await announce(laptop, 6);
    await laptop.value('rehearse-ceremony', { rehearsal: false });
    expect(await open(laptop)).toEqual(early);
    // Three places, each in two steps: before the last one nothing is over.
    await announce(laptop, 5);
    expect(await open(laptop)).toEqual(early);
    laptop.clock.nowMs += limits.pressLockMs;
    await laptop.value('move-ceremony', { move: 'next' });
    expect(await laptop.value('own-check')).toBeNull();
    expect(await open(laptop)).toBe('ok');
    expect(await laptop.value('own-check')).toEqual({
      unread: 0,
      logs: 1,
      seals: [],
      winners: [
        { category: 'kat', places: groups.slice(0, 3).map(({ id }, at) => ({ place: at + 1, contestant: id })) },
      ],
    });
  }));

test('[Z11] the committee opens, no juror and no window by a command of its own', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder, false);
    await announce(laptop, 6);
    await laptop.value('sign-in', asChair);
    expect(await laptop.ask('open-scores', { withNotes: false })).toMatchObject({ ok: false });
    await laptop.value('sign-in', asCommittee);
    const own = { type: 'open-scores' as const, announced: true, withNotes: true, ends: [], keys: [] };
    expect(await laptop.ask('execute', own)).toMatchObject({ ok: false, error: { type: 'wrong-role' } });
  }));

test('[Z11] [Z13] with the word of the jury’s chair before the announcement; a seal is held against what is read', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder, true);
    await laptop.value('sign-in', asChair);
    await laptop.value('execute', { type: 'agree-opening', reason: 'diminta inspektorat' });
    await laptop.value('sign-in', asCommittee);
    expect(await open(laptop)).toMatch(/^Nilai belum dapat dibuka: hasilnya belum disegel/);
    const { code } = await laptop.value('propose-seal', { scope: 'kat' });
    await laptop.value('set-chair-pin', { pin: '7777' });
    await laptop.value('sign-in', asChair);
    await laptop.value('execute', { type: 'confirm-seal', code });
    await laptop.value('sign-in', asCommittee);
    await laptop.value('approve-seal', { code, pin: '7777' });
    expect(await open(laptop)).toBe('ok');
    await laptop.value('sign-in', asChair);
    expect((await laptop.value('own-check'))?.seals).toEqual([{ scope: 'kat', code, isTrue: true }]);
    const score = { type: 'set-score' as const, contestant: groups[0]?.id ?? '', criterion: 'isi', value: '1' };
    expect(await laptop.ask('execute', score)).toMatchObject({ ok: false });
  }));
