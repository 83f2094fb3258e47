/**
 * `npm run pictures -- --sheets [FOLDER [PART]]`: contact sheets for a person to look at: every screen of the real application and what
 * opens on it, in each language, theme and two sizes, one sheet per screen. Nothing is compared; the folder (default
 * screenshots/lembar) is not kept. PART: only sheets with that in their name. All of them take minutes.
 */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session } from '../../shared/ipc/app.ts';
import { languages, type Language } from '../../shared/say/language.ts';
import { value } from '../../tests/support/shell-window.ts';
import { buildIfStale } from '../build.mjs';
import { root, say } from '../project.mjs';
import { sandboxProblem } from '../surroundings.mjs';
import { compose, type Picture } from './compose.ts';
import { makeEvents } from './events.ts';

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
  try {
    const events = await makeEvents(folder);
    for (const language of languages) {
      for (const [name, event] of [['', null], ...Object.entries(events)] as const) {
        pictures.push(...(await takeEvent(folder, language, name, event, part)));
        say(`   ${language} ${name === '' ? 'tanpa lomba / no contest' : name}: ${pictures.length}`);
      }
    }
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    await compose(folder, pictures, target);
    say(`${target}: ${new Set(pictures.map(({ name }) => name)).size} lembar / sheets`);
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
          pictures.push({ name: look.name, caption: `${language} · ${theme} · ${size.width} × ${size.height}`, bytes });
        }
      }
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
  const locking: Look = {
    name: `${event}-penilaian-kunci`,
    page,
    go: async () => {
      await (own[0] ?? fail('a juror has a sheet')).go();
      await page.locator('button:has(svg.lucide-lock)').last().click();
      await settle(page);
    },
  };
  return [...screens, ...own, ...(event === 'day' ? [locking] : [])];
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
  await page.waitForSelector('main');
  // A search goes on for as long as nobody is found.
  const isCalm = () => document.querySelector('.mantine-Loader-root') === null;
  await page.waitForFunction(isCalm, undefined, { timeout: 3000 }).catch(() => undefined);
  await page.waitForTimeout(250);
}

function fail(message: string): never {
  throw new Error(message);
}
