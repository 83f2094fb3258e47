/**
 * `npm run pictures -- --sheets [FOLDER [PART]]`: contact sheets for a person to look at: every screen of the real application and what
 * opens on it, in each language, theme and two sizes, one sheet per screen. Nothing is compared; what a program can see to be wrong
 * with a screen is listed beside them in masalah.txt. The folder (default screenshots/lembar) is not kept. PART: only sheets with that in their name. All of them take minutes.
 */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session } from '../../shared/ipc/app.ts';
import { languages, type Language } from '../../shared/say/language.ts';
import { screenProblems } from '../../tests/support/screen-problems.ts';
import { value } from '../../tests/support/shell-window.ts';
import { buildIfStale } from '../build.mjs';
import { root, say } from '../project.mjs';
import { sandboxProblem } from '../surroundings.mjs';
import { compose, type Picture } from './compose.ts';
import { makeEvents } from './events.ts';
import { takeHall } from './hall.ts';

const themes = ['light', 'dark', 'contrast'] as const;
const sizes = [
  { width: 1366, height: 690 },
  { width: 1024, height: 640 },
] as const;
const pin = '2468';
const committee: Session = { role: 'committee' };

interface Look {
  readonly name: string;
  readonly page: Page;
  /** Leads to what is looked at, from wherever the window is; of what is not there nothing is taken. */
  readonly go: () => Promise<void>;
}

export async function takeSheets(target: string, part: string): Promise<void> {
  await buildIfStale();
  const folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-lembar-'));
  const pictures: Picture[] = [];
  const problems: string[] = [];
  try {
    const events = await makeEvents(folder);
    for (const language of languages) {
      for (const [name, event] of [['', null], ...Object.entries(events)] as const) {
        pictures.push(...(await takeEvent(folder, language, name, event, part, problems)));
        say(`   ${language} ${name === '' ? 'tanpa lomba / no contest' : name}: ${pictures.length}`);
      }
    }
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    await compose(folder, pictures, target);
    writeFileSync(path.join(target, 'masalah.txt'), problems.map((one) => `${one}\n`).join(''));
    const sheets = new Set(pictures.map(({ name }) => name)).size;
    say(`${target}: ${sheets} lembar / sheets, ${problems.length} masalah / problems (masalah.txt)`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function takeEvent(
  folder: string,
  language: Language,
  name: string,
  event: string | null,
  part: string,
  problems: string[],
): Promise<Picture[]> {
  const home = path.join(folder, `${language}-${name}`);
  mkdirSync(home, { recursive: true });
  const own = path.join(home, 'lomba');
  if (event !== null) cpSync(event, own, { recursive: true });
  writeFileSync(
    path.join(home, 'settings.json'),
    JSON.stringify({ language, openFolder: event === null ? null : own }),
  );
  const application = await open(home);
  const pictures: Picture[] = [];
  try {
    const page = await application.firstWindow();
    const looks = event === null ? withoutContest(page) : await ofContest(page, name);
    for (const { go, ...look } of looks.filter(({ name: sheet }) => sheet.includes(part))) {
      for (const theme of themes) {
        await setTheme(page, theme);
        for (const size of sizes) {
          await page.setViewportSize(size);
          await go();
          await page.mouse.move(0, 0);
          await page.evaluate(() => document.fonts.ready);
          const bytes = await page.screenshot({ animations: 'disabled' });
          const caption = `${language} · ${theme} · ${size.width} × ${size.height}`;
          pictures.push({ name: look.name, caption, bytes });
          // What a program sees is the same in a larger window, or less.
          if (size === sizes.at(-1))
            problems.push(...(await screenProblems(page)).map((one) => `${look.name}, ${caption}: ${one}`));
        }
      }
    }
    if (event !== null && 'layar'.includes(part)) {
      await value(page, 'sign-in', { session: committee, pin });
      pictures.push(...(await takeHall(application, page, name, language, problems)));
    }
  } finally {
    await application.close().catch(() => null);
  }
  return pictures;
}

function open(home: string): Promise<ElectronApplication> {
  const flags = [`--user-data-dir=${home}`, '--listen-host=127.0.0.1'];
  return _electron.launch({
    cwd: root,
    args: [root, ...flags, ...(sandboxProblem() === null ? [] : ['--no-sandbox'])],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config'), XDG_DATA_HOME: home },
  });
}

/** As `renderer/app/appearance.ts` keeps it. */
async function setTheme(page: Page, theme: string): Promise<void> {
  const kept = JSON.stringify({ theme, text: 100 });
  await page.evaluate((text) => localStorage.setItem('gelar-juri/tampilan', text), kept);
  await page.reload();
  await settle(page);
}

function withoutContest(page: Page): readonly Look[] {
  const onStart = async () => {
    await page.reload();
    await settle(page);
  };
  return [
    { name: 'mulai', page, go: onStart },
    ...['lomba-baru', 'gabung'].map((name, at) => ({
      name: `mulai-${name}`,
      page,
      go: async () => {
        await onStart();
        await page.getByRole('main').getByRole('button').nth(at).click();
        await settle(page);
      },
    })),
  ];
}

/** Every screen of the committee, by its menu; a juror's sheet and sign-off; and what asks for a word on them. */
async function ofContest(page: Page, event: string): Promise<readonly Look[]> {
  await settle(page);
  await value(page, 'sign-in', { session: committee });
  await value(page, 'set-pin', { session: committee, pin });
  await settle(page);
  const { folder } = await value(page, 'app-state');
  const seat = folder?.seats[0]?.seat ?? fail('jurors sit here');
  const juror: Session = { role: 'seat', seat };
  await value(page, 'add-local-seat', { seat, pin });
  const paths = await screensOf(page);
  const screens = paths.map((place) => look(page, event, committee, place));
  await value(page, 'sign-in', { session: juror, pin });
  await settle(page);
  const own = (await screensOf(page)).map((place) => look(page, event, juror, place));
  const at = (places: readonly Look[], name: string) =>
    places.find((one) => one.name === `${event}-${name}`) ?? fail(`there is no ${name}`);
  /** What stands after one more press. */
  const pressed = (before: Look, name: string, button: string): Look => ({
    name: `${before.name}-${name}`,
    page,
    go: async () => {
      await before.go();
      // On a day without results there is no reason to open.
      const one = page.locator(button).first();
      if ((await one.count()) > 0) await one.click({ timeout: 5000 });
      await settle(page);
    },
  });
  const typed = (before: Look, name: string, keys: string): Look => ({
    name: `${before.name}-${name}`,
    page,
    go: async () => {
      await before.go();
      await page.keyboard.press(keys);
      await settle(page);
    },
  });
  const results = pressed(at(screens, 'peringkat'), 'terbuka', 'main button:has(svg)');
  const opened = [
    results,
    pressed(results, 'mengapa', 'main table button[aria-expanded]'),
    pressed(at(screens, 'riwayat'), 'terbuka', 'main button:has(svg)'),
    pressed(at(screens, 'pemantauan'), 'peserta', 'main tbody button[aria-haspopup="dialog"]'),
    pressed(at(screens, 'urutan'), 'undian', 'main button:has(svg.lucide-dices)'),
    pressed(at(screens, 'dokumen'), 'pratinjau', 'main button:has(svg.lucide-printer)'),
  ];
  const everywhere = [
    pressed(at(screens, 'siap'), 'tampilan', 'header button:has(svg.lucide-a-large-small)'),
    typed(at(screens, 'siap'), 'panduan', 'F1'),
    typed(at(screens, 'siap'), 'cari', 'Control+K'),
    typed(own[0] ?? fail('a juror has a sheet'), 'tombol', '?'),
  ];
  const locking = pressed(own[0] ?? fail('a juror has a sheet'), 'kunci', 'button:has(svg.lucide-lock) >> nth=-1');
  return [...screens, ...own, ...opened, ...(event === 'day' ? [...everywhere, locking] : [])];
}

function look(page: Page, event: string, session: Session, place: string): Look {
  return {
    name: `${event}${place.replaceAll('/', '-')}`,
    page,
    go: async () => {
      await page.keyboard.press('Escape');
      await value(page, 'sign-in', { session, pin });
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#${place}`);
      await settle(page);
    },
  };
}

function screensOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('nav a[href^="#/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')?.slice(1) ?? ''))]);
}

/** Nothing is being read any more, and what moves has come to rest. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => 'gelarJuri' in globalThis);
  await page.waitForSelector('main h1, main h2, [role="dialog"]');
  // A search goes on for as long as nobody is found.
  const isCalm = () => document.querySelector('.mantine-Loader-root') === null;
  await page.waitForFunction(isCalm, undefined, { timeout: 3000 }).catch(() => undefined);
  await page.waitForTimeout(250);
}

function fail(message: string): never {
  throw new Error(message);
}
