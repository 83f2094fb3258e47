import { expect, test } from 'vitest';
import { inFolder, startLaptop } from '../support/shell-harness.ts';

test('a rehearsal stays one, its documents bear the mark of an example, and the sister contest is none', async () => {
  await inFolder(async (folder) => {
    const laptop = startLaptop(folder);
    const source = { kind: 'empty' } as const;
    expect(await laptop.ask('create-contest', { source, name: 'Geladi', rehearsal: true })).toMatchObject({ ok: true });
    const contest = () => laptop.shell.desk()?.contest.contest();
    expect([contest()?.rehearsal, contest()?.setup?.contest.example]).toEqual([true, true]);
    const info = { name: 'Geladi kedua' };
    expect(await laptop.ask('execute', { type: 'change-info', contest: info })).toMatchObject({ ok: true });
    expect(contest()?.rehearsal).toBe(true);
    expect(await laptop.ask('create-contest', { source, name: 'Hari-H' })).toMatchObject({ ok: true });
    expect([contest()?.rehearsal, contest()?.setup?.contest.example]).toEqual([false, undefined]);
    await laptop.quit();
  });
});
