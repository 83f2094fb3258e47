/** Sealing through the window's requests: two people, and only what is sealed is announced. */
import { expect, test } from 'vitest';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { inFolder, laptopWith, type Laptop } from '../support/shell-harness.ts';
import { groups, smallContest } from '../support/small-contest.ts';

const contest = contestFileSchema.parse({
  ...smallContest,
  contest: { ...smallContest.contest, sealing: true },
  jurors: [{ id: 'j1', name: 'Juri 1 (contoh)', chair: true }],
});
const asCommittee = { session: { role: 'committee' as const }, pin: '9999' };
const asChair = { session: { role: 'seat' as const, seat: 'j1' }, pin: '1111' };
const refusal = (answer: { readonly ok: boolean; readonly error?: { readonly type: string } }) =>
  answer.error?.type ?? 'ok';
const start = async (laptop: Laptop) => refusal(await laptop.ask('start-ceremony', { act: 'kat' }));

/** Everything is locked; signed off where it says so. */
async function judged(folder: string, isSigned = true): Promise<Laptop> {
  const laptop = await laptopWith(folder, contest);
  await laptop.value('set-pin', asCommittee);
  await laptop.value('add-local-seat', { seat: 'j1', pin: asChair.pin });
  await laptop.value('sign-in', asChair);
  for (const [index, { id }] of groups.entries()) {
    await laptop.value('execute', { type: 'set-score', contestant: id, criterion: 'isi', value: String(90 - index) });
    await laptop.value('execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' });
  }
  if (isSigned) await laptop.value('execute', { type: 'sign-off-category', category: 'kat' });
  await laptop.value('sign-in', asCommittee);
  return laptop;
}

async function confirm(laptop: Laptop, code: string, opening?: string) {
  await laptop.value('sign-in', asChair);
  await laptop.value('execute', { type: 'confirm-seal', code, ...(opening === undefined ? {} : { opening }) });
  await laptop.value('sign-in', asCommittee);
}

test('[Z1] what is lacking keeps it from being proposed', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder, false);
    expect(refusal(await laptop.ask('propose-seal', { scope: 'kat' }))).toBe('seal-lacks');
  }));

test('[Z3] the window cannot make a proposal of its own, nor agree without the PIN of the committee’s chair', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const { code } = await laptop.value('propose-seal', { scope: 'kat' });
    const digest = 'a'.repeat(52);
    expect(refusal(await laptop.ask('execute', { type: 'approve-seal', code, digest }))).toBe('wrong-role');
    const covers = [{ log: 'a'.repeat(26), seq: 1, hash: digest }];
    const own = { type: 'propose-seal' as const, code, scope: 'kat', digest, previous: null, covers };
    expect(refusal(await laptop.ask('execute', own))).toBe('wrong-role');
    await confirm(laptop, code);
    expect(refusal(await laptop.ask('approve-seal', { code, pin: '7777' }))).toBe('chair-pin-needed');
    // Neither the committee's nor the jury's chair's.
    for (const pin of ['9999', '1111']) expect(refusal(await laptop.ask('set-chair-pin', { pin }))).toBe('same-pin');
    expect(await laptop.value('has-chair-pin')).toBe(false);
    await laptop.value('set-chair-pin', { pin: '7777' });
    expect(refusal(await laptop.ask('set-chair-pin', { pin: '8888' }))).toBe('pin-needed');
    expect(refusal(await laptop.ask('approve-seal', { code, pin: '8888' }))).toBe('wrong-pin');
    // The jury's chair takes the same one afterwards.
    await laptop.value('set-pin', { session: asChair.session, pin: '7777' });
    expect(refusal(await laptop.ask('approve-seal', { code, pin: '7777' }))).toBe('same-pin');
    await laptop.value('set-pin', { session: asChair.session, pin: '1111' });
    await laptop.value('approve-seal', { code, pin: '7777' });
  }));

test('[Z8] only the sealed result is announced, and opened again it is not', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    expect(await start(laptop)).toBe('unsealed');
    const { code } = await laptop.value('propose-seal', { scope: 'kat' });
    expect(refusal(await laptop.ask('approve-seal', { code, pin: '7777' }))).toBe('chair-pin-needed');
    await laptop.value('set-chair-pin', { pin: '7777' });
    expect(refusal(await laptop.ask('approve-seal', { code, pin: '7777' }))).toBe('incomplete');
    await confirm(laptop, code);
    expect(await start(laptop)).toBe('unsealed');
    await laptop.value('approve-seal', { code, pin: '7777' });
    expect(await start(laptop)).toBe('ok');
    await laptop.value('move-ceremony', { move: 'end' });
    const penalty = { contestant: groups[0]?.id ?? '', points: '1', reason: 'terlambat' };
    expect(refusal(await laptop.ask('execute', { type: 'add-penalty', penalty }))).toBe('sealed');
    const proposed = await laptop.value('execute', { type: 'propose-seal-opening', code, reason: 'salah hitung' });
    const [opening = ''] = proposed.refs;
    await confirm(laptop, code, opening);
    await laptop.value('approve-seal', { code, opening, pin: '7777' });
    expect(await start(laptop)).toBe('unsealed');
    await laptop.value('execute', { type: 'add-penalty', penalty });
  }));

test('[Z15] between seal and announcement the papers want the chair’s PIN, and again after another person', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const look = async () => refusal(await laptop.ask('preview-print', { document: 'recap' }));
    expect(refusal(await laptop.ask('show-results', { pin: '7777' }))).toBe('chair-pin-needed');
    expect(await look()).toBe('ok');
    const { code } = await laptop.value('propose-seal', { scope: 'kat' });
    await confirm(laptop, code);
    await laptop.value('set-chair-pin', { pin: '7777' });
    await laptop.value('approve-seal', { code, pin: '7777' });
    expect(await look()).toBe('results-withheld');
    expect(refusal(await laptop.ask('save-paper', { paper: 'minutes', to: 'docx', only: null }))).toBe(
      'results-withheld',
    );
    expect(refusal(await laptop.ask('save-workbook'))).toBe('results-withheld');
    expect(refusal(await laptop.ask('save-contest-file', { withScores: true }))).toBe('results-withheld');
    expect(refusal(await laptop.ask('preview-print', { document: 'host-script' }))).toBe('ok');
    expect(refusal(await laptop.ask('show-results', { pin: '8888' }))).toBe('wrong-pin');
    await laptop.value('show-results', { pin: '7777' });
    expect(await look()).toBe('ok');
    await laptop.value('hide-results');
    expect(await look()).toBe('results-withheld');
    await laptop.value('show-results', { pin: '7777' });
    await laptop.value('sign-in', asChair);
    await laptop.value('sign-in', asCommittee);
    expect(await look()).toBe('results-withheld');
    // A rehearsal announces nothing.
    await laptop.value('rehearse-ceremony', { rehearsal: true });
    await reveal(laptop);
    await laptop.value('rehearse-ceremony', { rehearsal: false });
    expect(await look()).toBe('results-withheld');
    await reveal(laptop);
    expect(await look()).toBe('ok');
    // Opened and sealed again: the new result is nobody's before it is announced.
    const { refs } = await laptop.value('execute', { type: 'propose-seal-opening', code, reason: 'salah hitung' });
    const [opening = ''] = refs;
    await confirm(laptop, code, opening);
    await laptop.value('approve-seal', { code, opening, pin: '7777' });
    expect(await look()).toBe('ok');
    expect(laptop.sent.findLast(({ name }) => name === 'ceremony-changed')?.value).toMatchObject({ done: [] });
    const second = await laptop.value('propose-seal', { scope: 'kat' });
    await confirm(laptop, second.code);
    await laptop.value('approve-seal', { code: second.code, pin: '7777' });
    expect(await look()).toBe('results-withheld');
  }));

test('[Z8] a seal that is opened in the middle of an act ends what is revealed', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const { code } = await laptop.value('propose-seal', { scope: 'kat' });
    await confirm(laptop, code);
    await laptop.value('set-chair-pin', { pin: '7777' });
    await laptop.value('approve-seal', { code, pin: '7777' });
    await laptop.value('start-ceremony', { act: 'kat' });
    await next(laptop);
    const { refs } = await laptop.value('execute', { type: 'propose-seal-opening', code, reason: 'salah hitung' });
    const [opening = ''] = refs;
    await confirm(laptop, code, opening);
    await laptop.value('approve-seal', { code, opening, pin: '7777' });
    laptop.clock.nowMs += 10_000;
    expect(refusal(await laptop.ask('move-ceremony', { move: 'next' }))).toBe('unsealed');
  }));

async function next(laptop: Laptop) {
  laptop.clock.nowMs += 10_000;
  return laptop.value('move-ceremony', { move: 'next' });
}

/** The whole act. */
async function reveal(laptop: Laptop): Promise<void> {
  let { step, steps } = await laptop.value('start-ceremony', { act: 'kat' });
  while (step < steps) ({ step, steps } = await next(laptop));
  await laptop.value('move-ceremony', { move: 'end' });
}
