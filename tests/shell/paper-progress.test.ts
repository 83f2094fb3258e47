/** A paper that is being made: how far it is, and that it can be stopped (rule X31). */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, laptopWith } from '../support/shell-harness.ts';
import { smallContest as contest } from '../support/small-contest.ts';

const certificates = { paper: 'certificates', to: 'pdf', only: null, recipients: 'participants' } as const;

test('[X31] each step of a paper is told to the window that asked, under its own name', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    laptop.chosen.file = path.join(folder, 'piagam.pdf');
    laptop.sent.length = 0;
    expect(await laptop.value('save-paper', { ...certificates, job: 'a' })).toEqual({ path: laptop.chosen.file });
    const told = laptop.sent.flatMap(({ name, value }) => (name === 'document-progress' ? [value] : []));
    const groups = contest.contestants.length;
    expect(told).toMatchObject([
      { job: 'a', step: 'facts', done: 0 },
      { job: 'a', step: 'pages', done: 0, of: groups },
      { job: 'a', step: 'pdf', done: 0, of: groups },
    ]);
    await laptop.quit();
  }));

test('[X31] a paper that is stopped is not saved, and the next one is made as ever', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    laptop.chosen.file = path.join(folder, 'piagam.pdf');
    const making = laptop.value('save-paper', { ...certificates, job: 'a' });
    await laptop.value('cancel-paper', { job: 'another' });
    await laptop.value('cancel-paper', { job: 'a' });
    expect(await making).toEqual({ path: null });
    expect(existsSync(laptop.chosen.file)).toBe(false);
    const printing = laptop.value('save-paper', { ...certificates, to: 'printer', job: 'a' });
    await laptop.value('cancel-paper', { job: 'a' });
    expect(await printing).toEqual({ path: null, notPrinted: true });
    expect(await laptop.value('save-paper', { ...certificates, job: 'a' })).toEqual({ path: laptop.chosen.file });
    await laptop.quit();
  }));
