/** The built application as a machine: contract, persistence, one instance per data folder, sender check, projector. */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Session } from '../../shared/ipc/app.ts';
import { limits } from '../../shared/limits.ts';
import { startUndriven, withTemporaryFolder } from '../support/launch-application.ts';
import {
  ask,
  chooseInDialogs,
  createSmallContest,
  kill,
  openApplication,
  projectorOf,
  value,
} from '../support/shell-window.ts';
import { groups, scoreOf } from '../support/small-contest.ts';

const committee: Session = { role: 'committee' };
const seat = (id: string): Session => ({ role: 'seat', seat: id });

/** A place, then who has it (C11). */
async function reveal(page: Page): Promise<void> {
  for (let press = 0; press < 2; press += 1) {
    await page.waitForTimeout(limits.pressLockMs);
    await value(page, 'move-ceremony', { move: 'next' });
  }
}

/** Both jurors score everything on this laptop and lock it; the committee is signed in afterwards. */
async function judge(page: Page): Promise<void> {
  await ask(page, 'set-pin', { session: committee, pin: '9999' });
  for (const juror of ['j1', 'j2'] as const) {
    expect(await ask(page, 'add-local-seat', { seat: juror, pin: '1234' })).toMatchObject({ ok: true });
  }
  for (const juror of ['j1', 'j2'] as const) {
    expect(await ask(page, 'sign-in', { session: seat(juror), pin: '1234' })).toMatchObject({ ok: true });
    for (const { id } of groups) {
      await ask(page, 'execute', { type: 'set-score', contestant: id, criterion: 'isi', value: scoreOf(juror, id) });
      const locked = await ask(page, 'execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' });
      expect(locked).toMatchObject({ ok: true });
    }
  }
  expect(await ask(page, 'sign-in', { session: committee, pin: '9999' })).toMatchObject({ ok: true });
}

test('the sample contest is made, changed and told of; killed and started again, everything is there', async () => {
  await withTemporaryFolder(async (folder) => {
    const userDataDir = path.join(folder, 'data');
    const { application, page } = await openApplication(userDataDir);
    expect(await value(page, 'app-state')).toMatchObject({ folder: null, session: null });
    const source = { kind: 'sample' as const };
    const created = await ask(page, 'create-contest', { source, name: 'Lomba Contoh' });
    expect(created).toMatchObject({ ok: true, value: { name: 'Lomba Contoh' } });
    expect(await ask(page, 'sign-in', { session: committee })).toMatchObject({ ok: true });
    const before = await value(page, 'load-events');
    const told = page.evaluate(
      () =>
        new Promise((resolve) => {
          window.gelarJuri?.on('events-appended', resolve);
        }),
    );
    const change = { type: 'show-stage', contestant: 'kbk-melati', stage: 'presentasi' } as const;
    expect(await ask(page, 'execute', change)).toMatchObject({ ok: true });
    expect(await told).toContain('"type":"stage-shown"');
    await value(page, 'remember-place', { place: 'di sini' });
    const events = await value(page, 'load-events');
    expect(events.length).toBeGreaterThan(before.length);
    await kill(application);

    const again = await openApplication(userDataDir);
    expect(await value(again.page, 'app-state')).toMatchObject({
      folder: { name: 'Lomba Contoh' },
      session: committee,
    });
    expect(await value(again.page, 'load-events')).toEqual(events);
    expect(await value(again.page, 'recall-place')).toBe('di sini');
    await again.application.close();
  });
});

test('[V2] the window of a juror receives nothing of another juror, neither loaded nor sent', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await page.evaluate(() => {
      window.noted = [];
      window.gelarJuri?.on('events-appended', (events) => window.noted?.push(events));
    });
    await judge(page);
    const received = () => page.evaluate(() => JSON.stringify(window.noted?.splice(0)));
    await received();
    await ask(page, 'sign-in', { session: seat('j2'), pin: '1234' });
    const mine = { type: 'set-note', contestant: 'delima', stage: 'tahap', criterion: null, text: 'catatan' } as const;
    await ask(page, 'execute', mine);
    const wire = JSON.stringify(await value(page, 'load-events')) + (await received());
    for (const { id } of groups) {
      expect(wire).toContain(scoreOf('j2', id));
      expect(wire).not.toContain(scoreOf('j1', id));
    }
    await application.close();
  });
});

test('a second instance on the same data folder ends at once, one on another folder opens', async () => {
  await withTemporaryFolder(async (folder) => {
    const first = await openApplication(path.join(folder, 'one'));
    const { ended } = startUndriven(path.join(folder, 'one'));
    await ended;
    expect(await first.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    const other = await openApplication(path.join(folder, 'two'));
    expect(await value(other.page, 'app-state')).toMatchObject({ folder: null });
    await other.application.close();
    await first.application.close();
  });
});

test('[V3] [V5] another window is refused, and no window can leave our scheme, load from elsewhere or open another', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    // The projector's page under the main window's own preload: same scheme, same page, another page.
    const answer = await application.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/main.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('app://gelar-juri/index.html');
      const asked = await other.webContents.executeJavaScript(
        `window.gelarJuri.request('app-state').then((text) => JSON.parse(text)).then((answer) => (answer.ok ? 'answered' : answer.error.message))`,
      );
      other.destroy();
      return String(asked);
    });
    expect(answer).toBe('Permintaan ditolak.');
    expect(await value(page, 'app-state')).toMatchObject({ folder: null });

    const attempts = await page.evaluate(async () => {
      const reached = async (use: () => Promise<unknown>) =>
        use().then(
          () => 'reached',
          () => 'refused',
        );
      const ranInline = () => {
        const script = document.createElement('script');
        script.textContent = `window.noted = ['ran']`;
        document.body.append(script);
        return window.noted === undefined ? 'refused' : 'ran';
      };
      const styledInline = () => {
        const style = document.createElement('style');
        style.textContent = 'body { outline-width: 77px }';
        document.body.append(style);
        return getComputedStyle(document.body).outlineWidth === '77px' ? 'applied' : 'refused';
      };
      return {
        fetched: await reached(() => fetch('http://127.0.0.1:9/')),
        file: await reached(() => fetch('file:///etc/passwd')),
        opened: window.open('https://example.org/') === null ? 'refused' : 'opened',
        inlineScript: ranInline(),
        inlineStyle: styledInline(),
        camera: await reached(() => navigator.mediaDevices.getUserMedia({ video: true })),
        node: typeof Reflect.get(globalThis, 'require'),
      };
    });
    expect(attempts).toEqual({
      fetched: 'refused',
      file: 'refused',
      opened: 'refused',
      inlineScript: 'refused',
      inlineStyle: 'refused',
      camera: 'refused',
      node: 'undefined',
    });
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    expect(page.url()).toMatch(/^app:\/\/gelar-juri\/index\.html/);
    await application.close();
  });
});

test('[C4] the projector shows what is revealed, key by key, and its page never receives more', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await judge(page);
    expect(await ask(page, 'open-projector', {})).toMatchObject({ ok: true, value: { projectorOpen: true } });
    const projector = await projectorOf(application);
    await expect(projector.locator('main')).toHaveAttribute('data-view', 'waiting');
    // Everything that arrives from now on, as the preload hands it over.
    await projector.evaluate(() => {
      window.noted = [];
      window.gelarJuriProjector?.onView((view) => window.noted?.push(view));
    });
    const received = () => projector.evaluate(() => JSON.stringify(window.noted));
    // As a keyboard or a clicker: through the main process, not injected into the page.
    const strike = ([key, repeats]: readonly [string, number]) =>
      application.evaluate(
        ({ webContents }, [keyCode, times]) => {
          const contents = webContents.getAllWebContents().find((each) => each.getURL().endsWith('/projector.html'));
          contents?.sendInputEvent({ type: 'keyDown', keyCode });
          for (let time = 0; time < times; time += 1)
            contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['isautorepeat'] });
          contents?.sendInputEvent({ type: 'keyUp', keyCode });
        },
        [key, repeats] as const,
      );
    const press = (key: string) => strike([key, 0]);
    const hold = (key: string) => strike([key, 30]);
    await ask(page, 'execute', { type: 'confirm-announcement', category: 'kat' });
    expect(await ask(page, 'start-ceremony', { act: 'kat' })).toMatchObject({ ok: true });
    await expect(projector.getByRole('heading', { name: 'Kategori Satu' })).toBeVisible();
    const order = ['kedondong', 'delima', 'nangka'];
    const keys = ['Right', 'PageDown', 'Space'];
    for (const [step, word] of order.entries()) {
      // Held, or struck twice, it is one press: the place is named, and who has it is not.
      await projector.waitForTimeout(limits.pressLockMs);
      await hold(keys[step] ?? '');
      await press(keys[step] ?? '');
      await expect(projector.locator('.build-up .place-label')).toHaveText(`Juara ${'I'.repeat(3 - step)}`);
      const wire = await received();
      for (const hidden of [...order.slice(step), 'sirsak']) expect(wire).not.toContain(hidden);
      await projector.waitForTimeout(limits.pressLockMs);
      await press(keys[step] ?? '');
      await expect(projector.locator('.place .name')).toHaveText(`Kelompok ${word}`);
      await expect(projector.locator('.place .unit')).toHaveText(`Unit-${word}`);
      await expect(projector.locator('.place-label')).toHaveText(`Juara ${'I'.repeat(3 - step)}`);
    }
    expect(await received()).not.toContain('sirsak');
    await press('b');
    await expect(projector.locator('main')).toHaveAttribute('data-view', 'blank');
    await press('PageUp');
    await expect(projector.locator('.place-label')).toHaveText('Juara I');
    await projector.waitForTimeout(limits.pressLockMs);
    await press('Left');
    await expect(projector.locator('.build-up .place-label')).toHaveText('Juara I');
    await expect(projector.locator('.name')).toHaveCount(0);
    // Escape takes the picture away, not the window.
    await press('Escape');
    await expect(projector.locator('main')).toHaveAttribute('data-view', 'blank');
    await press('Escape');
    const closing = projector.waitForEvent('close');
    expect(await value(page, 'close-projector')).toMatchObject({ blank: true });
    await closing;
    await expect.poll(async () => (await value(page, 'ceremony-state')).projectorOpen).toBe(false);
    expect((await value(page, 'ceremony-state')).step).toBe(2);
    await application.close();
  });
});

test('[C7] [C10] rehearsed, begun and killed: the projector comes back by itself with the picture that was on it', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await judge(page);
    await value(page, 'open-projector', {});
    const projector = await projectorOf(application);
    await value(page, 'rehearse-ceremony', { rehearsal: true });
    await value(page, 'start-ceremony', { act: 'kat' });
    await reveal(page);
    await expect(projector.locator('.place .name')).toHaveText('CONTOH C');
    await expect(projector.getByText('GLADI BERSIH')).toBeVisible();
    await value(page, 'rehearse-ceremony', { rehearsal: false });
    await expect(projector.getByText('GLADI BERSIH')).toBeHidden();
    await value(page, 'execute', { type: 'confirm-announcement', category: 'kat' });
    await value(page, 'start-ceremony', { act: 'kat' });
    await reveal(page);
    await expect(projector.locator('.place .name')).toHaveText('Kelompok kedondong');
    await page.waitForTimeout(limits.pressLockMs);
    await value(page, 'move-ceremony', { move: 'next' });
    await expect(projector.locator('.build-up')).toBeVisible();
    await kill(application);

    const again = await openApplication(path.join(folder, 'data'));
    const back = await projectorOf(again.application);
    await expect(back.locator('.build-up .place-label')).toHaveText('Juara II');
    await expect(back.locator('.earlier')).toContainText('Kelompok kedondong');
    await value(again.page, 'sign-in', { session: committee, pin: '9999' });
    await again.page.evaluate(() => {
      location.hash = '#/pengumuman';
    });
    await again.page.getByRole('button', { name: 'Berikutnya: nama Juara II' }).click();
    await expect(back.locator('.place .name')).toHaveText('Kelompok delima');
    await value(again.page, 'close-projector');
    await kill(again.application);

    // Closed by a person, it stays closed.
    const third = await openApplication(path.join(folder, 'data'));
    await value(third.page, 'sign-in', { session: committee, pin: '9999' });
    expect(await value(third.page, 'ceremony-state')).toMatchObject({ act: 'kat', step: 2, projectorOpen: false });
    await third.application.close();
  });
});

test('[W9] the longest names stand whole at 1024 × 768, no text is below 1/25 of the height; reduced motion moves nothing', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    const put = groups.map(({ id }, index) => ({
      id,
      category: 'kat',
      number: index + 10,
      status: 'waiting' as const,
      name: `${id} ${'Kelompok Pemberdayaan Masyarakat Sejahtera Maju '.repeat(2)}`.slice(0, 75).trim(),
      unit: 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak '.repeat(3).slice(0, 130).trim(),
    }));
    await value(page, 'execute', { type: 'change-contestants', addCategories: [], put, removed: [] });
    await judge(page);
    await value(page, 'execute', { type: 'confirm-announcement', category: 'kat' });
    await value(page, 'open-projector', {});
    const projector = await projectorOf(application);
    await projector.setViewportSize({ width: 1024, height: 768 });
    await projector.emulateMedia({ reducedMotion: 'reduce' });
    await projector.evaluate(() => document.fonts.ready);
    const faults = () =>
      projector.evaluate(() => {
        const texts = [...document.querySelectorAll('main *')].filter((each) =>
          [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''),
        );
        const tooSmall = texts.filter(
          (each) => Number.parseFloat(getComputedStyle(each).fontSize) < window.innerHeight / 25 - 0.01,
        );
        const boxes = [...document.querySelectorAll<HTMLElement>('.fitted, .earlier, .earlier-place, main')];
        const cut = boxes.filter(
          (each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1,
        );
        const broken = boxes.filter((each) => each.dataset['breaks'] !== undefined);
        return {
          tooSmall: tooSmall.map(({ textContent }) => textContent),
          cut: cut.map(({ className }) => className),
          broken: broken.length,
          moving: document.getAnimations().length,
        };
      });
    const none = { tooSmall: [], cut: [], broken: 0, moving: 0 };
    await value(page, 'execute', { type: 'show-stage', contestant: 'delima', stage: 'tahap' });
    await value(page, 'project-picture', { picture: 'on-stage' });
    await expect(projector.locator('main')).toHaveAttribute('data-view', 'on-stage');
    await expect.poll(faults).toEqual(none);
    await value(page, 'start-ceremony', { act: 'kat' });
    for (const label of ['Juara III', 'Juara II', 'Juara I']) {
      for (const part of ['.build-up', '.place:not(.build-up)']) {
        await projector.waitForTimeout(limits.pressLockMs);
        await value(page, 'move-ceremony', { move: 'next' });
        await expect(projector.locator(`${part} .place-label`)).toHaveText(label);
        await expect.poll(faults).toEqual(none);
      }
    }
    await application.close();
  });
});

test('[W4] when the page of the main window dies it comes back, with the person still signed in', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    const recalled = await application.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      await loaded;
      const code = `window.gelarJuri.request('app-state').then((text) => JSON.stringify(JSON.parse(text).value.session))`;
      return contents?.executeJavaScript(code);
    });
    expect(recalled).toBe(JSON.stringify(committee));
    await application.close();
  });
});

test('[W2] text grows by keyboard to 200 % and is as large after a restart', async () => {
  await withTemporaryFolder(async (folder) => {
    const userDataDir = path.join(folder, 'data');
    const { application, page } = await openApplication(userDataDir);
    const zoomOf = (from: ElectronApplication) =>
      from.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getZoomFactor());
    expect(await zoomOf(application)).toBeCloseTo(1);
    const press = (from: ElectronApplication, keyCode: string) =>
      from.evaluate(({ webContents }, key) => {
        for (const type of ['keyDown', 'keyUp'] as const) {
          webContents.getAllWebContents()[0]?.sendInputEvent({ type, keyCode: key, modifiers: ['control'] });
        }
      }, keyCode);
    // A key that comes before the page listens is lost: it is pressed until it has done its work.
    const pressUntil = (from: ElectronApplication, keyCode: string, zoom: number) =>
      expect
        .poll(() => press(from, keyCode).then(() => zoomOf(from)), { intervals: [250], timeout: 60_000 })
        .toBeCloseTo(zoom);
    await pressUntil(application, '=', 2);
    await page.waitForFunction(() => devicePixelRatio === 2);
    await application.close();
    const again = await openApplication(userDataDir);
    await expect.poll(() => zoomOf(again.application)).toBeCloseTo(2);
    await pressUntil(again.application, '0', 1);
    await again.application.close();
  });
});

test('[W5] [X25] the recap and a paper are printed into a PDF, the workbook, a .docx and the contest file are written', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await judge(page);
    const pdf = path.join(folder, 'rekap.pdf');
    await chooseInDialogs(application, pdf);
    expect(await ask(page, 'print-recap', { toPdf: true })).toMatchObject({
      ok: true,
      value: { path: pdf },
    });
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const printed = spawnSync('pdftotext', ['-layout', pdf, '-']).stdout.toString();
    expect(printed).toMatch(/Kelompok nangka/);
    // The result, the jurors and all signatures of a small category are on one page.
    expect(printed).toMatch(/Halaman 1 dari 1/);
    expect(printed.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
    // Here no printer is installed: nothing says that one has the recap.
    expect(await ask(page, 'print-recap', { toPdf: false })).toMatchObject({
      ok: false,
      error: { type: 'no-printer' },
    });
    const workbook = path.join(folder, 'rekap.xlsx');
    await chooseInDialogs(application, workbook);
    expect(await ask(page, 'save-workbook')).toMatchObject({ ok: true, value: { path: workbook } });
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
    for (const to of ['pdf', 'docx'] as const) {
      const paper = path.join(folder, `berita acara.${to}`);
      await chooseInDialogs(application, paper);
      const saved = await ask(page, 'save-paper', { paper: 'minutes', to, only: null });
      expect(saved).toMatchObject({ ok: true, value: { path: paper } });
    }
    const minutes = spawnSync('pdftotext', ['-layout', path.join(folder, 'berita acara.pdf'), '-']).stdout.toString();
    expect(minutes).toMatch(/BERITA ACARA PENILAIAN[^]*Kelompok nangka/);
    const document = unzipSync(readFileSync(path.join(folder, 'berita acara.docx')))['word/document.xml'];
    expect(strFromU8(document ?? new Uint8Array())).toMatch(/BERITA ACARA PENILAIAN.*Kelompok nangka/s);
    const file = path.join(folder, 'lomba.json');
    await chooseInDialogs(application, file);
    expect(await ask(page, 'save-contest-file', { withScores: false })).toMatchObject({ ok: true });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'gelar-juri/contest@1', scores: [] });
    await chooseInDialogs(application, folder);
    const backup = await ask(page, 'save-backup');
    expect(backup).toMatchObject({ ok: true });
    await application.close();
  });
});
