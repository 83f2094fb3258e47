/** What follows from a contest, on the committee's laptop: a round saved as a contest, and next year's from a folder. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contestFileSchema, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { contestOf, contestants, criterion, jurors, rubric } from '../support/contest-builder.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';

const inRounds: ContestFile = contestOf({
  contest: { name: 'Gelar 2026', letterhead: ['PEMERINTAH KABUPATEN CONTOH'] },
  stages: [
    { id: 's', name: 'Risalah', weight: '40' },
    { id: 'f', name: 'Final', weight: '60', after: { stage: 's', top: 2 } },
  ],
  rubrics: [rubric('r', 's', [criterion('nilai', '100')]), rubric('q', 'f', [criterion('paparan', '100')])],
  jurors: jurors(2).map((juror) => ({ ...juror, unit: 'Bagian Organisasi' })),
  contestants: contestants(3),
  awards: [{ id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['k1'] }],
});

/** Both jurors lock the first stage; 90, 80 and 70. */
async function judge(laptop: Laptop): Promise<void> {
  const contest = laptop.shell.desk()?.contest;
  if (contest === undefined) throw new Error('no contest is open');
  for (const juror of ['j1', 'j2']) {
    await contest.addLocalSeat(juror);
    for (const [contestant, value] of Object.entries({ k1: '90', k2: '80', k3: '70' })) {
      const author = { role: 'seat', seat: juror } as const;
      contest.execute(author, { type: 'set-score', contestant, criterion: 'nilai', value });
      contest.execute(author, { type: 'lock-sheet', contestant, stage: 's' });
    }
  }
}

test('[N1] a round is saved as a contest that can be opened, once it is closed', async () => {
  await inFolder(async (folder) => {
    const laptop = await laptopWith(folder, inRounds);
    await judge(laptop);
    laptop.chosen.file = `${folder}/provinsi.json`;
    const by = { stage: 'f' };
    expect(await laptop.ask('save-further-contest', { by })).toMatchObject({
      ok: false,
      error: { type: 'round-open', message: expect.stringContaining('Kategori') },
    });
    const close = { type: 'close-round' as const, category: 'c', stage: 'f', advanced: ['k1', 'k2'], out: ['k3'] };
    expect(await laptop.ask('execute', close)).toMatchObject({ ok: true });
    const order = (ids: string[]) =>
      laptop.ask('execute', {
        type: 'set-stage-order',
        category: 'c',
        stage: 'f',
        by: { how: 'best-last', order: ids },
      });
    expect(await order(['k1', 'k2'])).toMatchObject({ ok: false, error: { type: 'already-done' } });
    expect(await order(['k2', 'k1'])).toMatchObject({ ok: true });
    expect(await laptop.ask('save-further-contest', { by })).toMatchObject({ ok: true });
    const saved = parseContestText(readFileSync(laptop.chosen.file, 'utf8'));
    expect(saved.ok ? saved.value : saved.error).toMatchObject({
      contest: { name: 'Final: Gelar 2026' },
      contestants: [
        { id: 'k1', number: null },
        { id: 'k2', number: null },
      ],
      scores: [],
    });
    const source = { kind: 'file', path: laptop.chosen.file } as const;
    expect(await laptop.ask('create-contest', { source, name: 'Gelar Provinsi' })).toMatchObject({ ok: true });
    await laptop.quit();
  });
});

test('[N2] next year’s contest from a folder: its jurors are offered, only the chosen come along, no group and no score', async () => {
  await inFolder(async (folder) => {
    const laptop = await laptopWith(folder, inRounds);
    await judge(laptop);
    const path = laptop.shell.desk()?.folder().path ?? '';
    await laptop.ask('close-folder');
    expect(await laptop.ask('earlier-contest', { path })).toEqual({
      ok: true,
      value: {
        path,
        name: 'Gelar 2026',
        jurors: [1, 2].map((n) => ({ id: `j${n}`, name: `Juri ${n} (contoh)`, unit: 'Bagian Organisasi' })),
      },
    });
    laptop.chosen.folder = null;
    expect(await laptop.ask('earlier-contest', {})).toEqual({ ok: true, value: null });
    const source = { kind: 'earlier' as const, path, jurors: ['j2'] };
    const made = await laptop.ask('create-contest', { source, name: 'Gelar 2027' });
    expect(made).toMatchObject({ ok: true });
    const contest = laptop.shell.desk()?.contest.contest();
    expect(contestFileSchema.shape.contest.parse(contest?.setup?.contest)).toEqual({
      name: 'Gelar 2027',
      letterhead: ['PEMERINTAH KABUPATEN CONTOH'],
    });
    expect(contest?.setup).toMatchObject({
      stages: inRounds.stages,
      rubrics: inRounds.rubrics,
      jurors: [{ id: 'j2' }],
      contestants: [],
      awards: [{ id: 'favorit', contestants: [] }],
    });
    expect(contest?.facts.size).toBe(0);
    await laptop.quit();
  });
});

test('[N2] a folder that is none is refused', async () => {
  await inFolder(async (folder) => {
    const laptop = startLaptop(folder);
    expect(await laptop.ask('earlier-contest', { path: `${folder}/tidak-ada` })).toMatchObject({ ok: false });
    await laptop.quit();
  });
});
