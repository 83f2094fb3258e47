/** Two instances of the built application: a juror's laptop joins the committee's through the contract, scores, and is killed. */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask, createSmallContest, kill, openApplication, value } from '../support/shell-window.ts';
import { see } from '../support/see.ts';
import { scoreOf } from '../support/small-contest.ts';

test('a juror laptop joins by invitation, its scores reach the committee, and after kill -9 it goes on by itself', async () => {
  await withTemporaryFolder(async (folder) => {
    const committeeData = path.join(folder, 'committee');
    const committee = await openApplication(committeeData);
    await createSmallContest(committee.page, folder);
    expect(await ask(committee.page, 'start-listening', {})).toMatchObject({ ok: true, value: { listening: true } });
    const invitations = async () => (await value(committee.page, 'network-status')).invitations;
    await expect.poll(async () => (await invitations()).length).toBe(2);
    const invitation = (await invitations()).find(({ seat }) => seat === 'j1');
    expect(invitation?.qr).toMatch(/^data:image\/png;base64,/);

    const jurorData = path.join(folder, 'juror');
    const juror = await openApplication(jurorData, { XDG_DOCUMENTS_DIR: folder, HOME: folder });
    const code = invitation?.code ?? '';
    expect(await ask(juror.page, 'read-invitation', { code })).toMatchObject({ ok: true, value: { seat: 'j1' } });
    // Whichever screen the committee works at.
    await committee.page.getByRole('link', { name: 'Peringkat' }).click();
    const joining = ask(juror.page, 'join-contest', { code });
    await expect.poll(async () => (await invitations()).find(({ seat }) => seat === 'j1')?.state).toBe('asking');
    const asking = committee.page.getByRole('dialog', { name: /minta masuk sebagai/ });
    await expect(asking).toBeVisible();
    await see(committee.page, 'laptop-meminta-kursi');
    await asking.getByRole('button', { name: 'Nanti' }).click();
    await expect(asking).toBeHidden();
    await see(committee.page, 'laptop-menunggu-jawaban');
    await committee.page.getByRole('button', { name: 'Jawab sekarang' }).click();
    await asking.getByRole('button', { name: 'Terima' }).click();
    expect(await joining).toMatchObject({ ok: true, value: { kind: 'juror' } });
    await expect.poll(async () => (await value(juror.page, 'app-state')).folder?.name).toBe('Lomba Kecil');
    expect((await value(juror.page, 'app-state')).session).toEqual({ role: 'seat', seat: 'j1' });

    const first = {
      type: 'set-score',
      contestant: 'delima',
      criterion: 'isi',
      value: scoreOf('j1', 'delima'),
    } as const;
    await expect.poll(async () => (await ask(juror.page, 'execute', first)).ok).toBe(true);
    const atCommittee = async () => JSON.stringify(await value(committee.page, 'load-events'));
    await expect.poll(atCommittee).toContain(first.value);
    await expect
      .poll(async () => {
        const { here, atCommittee: confirmed, connection } = await value(juror.page, 'save-status');
        return connection === 'connected' && here > 0 && here === confirmed;
      })
      .toBe(true);

    await kill(juror.application);
    const again = await openApplication(jurorData, { XDG_DOCUMENTS_DIR: folder, HOME: folder });
    expect(await value(again.page, 'app-state')).toMatchObject({ session: { role: 'seat', seat: 'j1' } });
    const second = { ...first, contestant: 'nangka', value: scoreOf('j1', 'nangka') } as const;
    expect(await ask(again.page, 'execute', second)).toMatchObject({ ok: true });
    await expect.poll(atCommittee).toContain(second.value);
    const { devices } = await value(committee.page, 'network-status');
    expect(devices).toMatchObject([{ seat: 'j1', connected: true }]);

    // The committee's laptop loses its power too: it receives the juror's again without anybody's doing.
    const { committeeAddress } = await value(again.page, 'save-status');
    await kill(committee.application);
    const change = again.page.getByRole('button', { name: 'Ubah alamat panitia…' });
    await expect(change).toBeVisible();
    await see(again.page, 'juri-tidak-tersambung');
    await change.press('Enter');
    const dialog = again.page.getByRole('dialog', { name: 'Alamat laptop panitia' });
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await dialog.getByRole('textbox').press('Enter');
    await expect(dialog.getByText(/Sedang menyambung/)).toBeVisible();
    await see(again.page, 'juri-ubah-alamat');
    const restarted = await openApplication(committeeData);
    await expect.poll(async () => (await value(restarted.page, 'network-status')).listening).toBe(true);
    await expect
      .poll(async () => (await value(again.page, 'save-status')).connection, { timeout: 30_000 })
      .toBe('connected');
    expect((await value(again.page, 'save-status')).committeeAddress).toBe(committeeAddress);
    await expect(dialog.getByText('Tersambung ke panitia.')).toBeVisible();
    await again.application.close();
    await restarted.application.close();
  });
});
