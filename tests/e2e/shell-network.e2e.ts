/** Two instances of the built application: a juror's laptop joins the committee's through the contract, scores, and is killed. */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask, createSmallContest, kill, openApplication } from '../support/shell-window.ts';
import { scoreOf } from '../support/small-contest.ts';

test('a juror laptop joins by invitation, its scores reach the committee, and after kill -9 it goes on by itself', async () => {
  await withTemporaryFolder(async (folder) => {
    const committee = await openApplication(path.join(folder, 'committee'));
    await createSmallContest(committee.page, folder);
    expect(await ask(committee.page, 'start-listening', {})).toMatchObject({ ok: true, value: { listening: true } });
    const invitations = async () => (await ask(committee.page, 'network-status')).invitations;
    await expect.poll(async () => (await invitations()).length).toBe(2);
    const invitation = (await invitations()).find(({ seat }) => seat === 'j1');
    expect(invitation?.qr).toMatch(/^data:image\/png;base64,/);

    const jurorData = path.join(folder, 'juror');
    const juror = await openApplication(jurorData, { XDG_DOCUMENTS_DIR: folder, HOME: folder });
    const code = invitation?.code ?? '';
    expect(await ask(juror.page, 'read-invitation', { code })).toMatchObject({ ok: true, value: { seat: 'j1' } });
    const joining = ask(juror.page, 'join-contest', { code });
    await expect.poll(async () => (await invitations()).find(({ seat }) => seat === 'j1')?.state).toBe('asking');
    expect(await ask(committee.page, 'answer-asking', { seat: 'j1', admit: true })).toMatchObject({ ok: true });
    expect(await joining).toMatchObject({ ok: true, value: { kind: 'juror' } });
    await expect.poll(async () => (await ask(juror.page, 'app-state')).folder?.name).toBe('Lomba Kecil');
    expect((await ask(juror.page, 'app-state')).session).toEqual({ role: 'seat', seat: 'j1' });

    const first = {
      type: 'set-score',
      contestant: 'delima',
      criterion: 'isi',
      value: scoreOf('j1', 'delima'),
    } as const;
    await expect.poll(async () => (await ask(juror.page, 'execute', first)).ok).toBe(true);
    const atCommittee = async () => JSON.stringify(await ask(committee.page, 'load-events'));
    await expect.poll(atCommittee).toContain(first.value);
    await expect
      .poll(async () => {
        const { here, atCommittee: confirmed, connection } = await ask(juror.page, 'save-status');
        return connection === 'connected' && here > 0 && here === confirmed;
      })
      .toBe(true);

    await kill(juror.application);
    const again = await openApplication(jurorData, { XDG_DOCUMENTS_DIR: folder, HOME: folder });
    expect(await ask(again.page, 'app-state')).toMatchObject({ session: { role: 'seat', seat: 'j1' } });
    const second = { ...first, contestant: 'nangka', value: scoreOf('j1', 'nangka') } as const;
    expect(await ask(again.page, 'execute', second)).toMatchObject({ ok: true });
    await expect.poll(atCommittee).toContain(second.value);
    const { devices } = await ask(committee.page, 'network-status');
    expect(devices).toMatchObject([{ seat: 'j1', connected: true }]);
    await again.application.close();
    await committee.application.close();
  });
});
