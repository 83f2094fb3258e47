/** The committee's laptop comes up with a destroyed database: it says so, recovers when it is asked, and the juror's laptop brings all back. */
import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask, createSmallContest, value } from '../support/shell-window.ts';
import { picture, startLaptop } from './laptop.ts';

test('[L11] [S13] a committee’s database that was destroyed comes back from a juror’s laptop by two presses', async () => {
  await withTemporaryFolder(async (folder) => {
    const committee = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    const dir = await createSmallContest(committee.page, folder);
    const invitation = async () =>
      (await value(committee.page, 'network-status')).invitations.find(({ seat }) => seat === 'j1');
    await ask(committee.page, 'start-listening', {});
    await expect.poll(async () => (await invitation())?.state).toBe('open');
    const juror = await startLaptop(path.join(folder, 'juri'), 'juri');
    const joining = ask(juror.page, 'join-contest', { code: (await invitation())?.code ?? '' });
    await expect.poll(async () => (await invitation())?.state).toBe('asking');
    expect(await ask(committee.page, 'answer-asking', { seat: 'j1', admit: true })).toMatchObject({ ok: true });
    expect(await joining).toMatchObject({ ok: true });
    const score = { type: 'set-score', contestant: 'delima', criterion: 'isi', value: '81.5' } as const;
    await expect.poll(async () => (await ask(juror.page, 'execute', score)).ok).toBe(true);
    await expect(juror.page.getByText('semua sudah diterima panitia')).toBeVisible();
    const before = await value(committee.page, 'load-events');
    await committee.kill();
    for (const name of ['contest.sqlite', 'contest.sqlite-wal']) writeFileSync(path.join(dir, name), '');

    const again = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    await expect(again.page.getByText('Data lomba ini rusak')).toBeVisible();
    await picture(again, 'rusak-1-ditanya');
    // The juror's laptop stays away for the moment, so that the waiting is seen.
    await juror.close();
    await again.page.getByRole('button', { name: 'Pulihkan dari laptop lain' }).click();
    await expect(again.page.getByRole('heading', { name: 'Menunggu laptop juri…' })).toBeVisible();
    await expect(again.page.getByText(/^127\.0\.0\.1:\d+$/)).toBeVisible();
    await picture(again, 'rusak-2-menunggu');

    const back = await startLaptop(path.join(folder, 'juri'), 'juri');
    await expect(again.page.getByRole('heading', { name: 'Pemantauan' })).toBeVisible();
    await expect.poll(() => value(again.page, 'load-events'), { timeout: 20_000 }).toEqual(before);
    await picture(again, 'rusak-3-kembali');
    await expect(back.page.getByText('Tersambung ke panitia')).toBeVisible();
    await back.close();
    await again.close();
  });
});
