/**
 * `npm run pictures -- --sheets [FOLDER [PART]]`: contact sheets for a person to look at: every screen of the real application and what
 * opens on it, in each language, theme and two sizes, one sheet per screen. Nothing is compared; what a program can see to be wrong
 * with a screen is listed beside them in masalah.txt. The folder (default screenshots/lembar) is not kept. PART: only sheets with that
 * in their name. All of them take a quarter of an hour.
 */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session } from '../../shared/ipc/app.ts';
import { languages, type Language } from '../../shared/say/language.ts';
import { colourProblems, screenProblems } from '../../tests/support/screen-problems.ts';
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
  /** Leads to what is looked at, from wherever the window is; fails where it is not there. */
  readonly go: () => Promise<void>;
}

export async function takeSheets(target: string, part: string): Promise<void> {
  await buildIfStale();
  const folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-lembar-'));
  const pictures: Picture[] = [];
  const problems: string[] = [];
  const missing: string[] = [];
  try {
    const events = await makeEvents(folder);
    for (const language of languages) {
      for (const [name, event] of [['', null], ...Object.entries(events)] as const) {
        if (Object.keys(events).some((other) => other !== name && part.startsWith(`${other}-`))) continue;
        pictures.push(...(await takeEvent(folder, language, name, event, part, { problems, missing })));
        say(`   ${language} ${name === '' ? 'tanpa lomba / no contest' : name}: ${pictures.length}`);
      }
    }
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    await compose(folder, pictures, target);
    writeFileSync(path.join(target, 'masalah.txt'), problems.map((one) => `${one}\n`).join(''));
    const sheets = new Set(pictures.map(({ name }) => name)).size;
    if (missing.length > 0) throw new Error(`Tidak sampai di sini / not reached:\n${missing.join('\n')}`);
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
  { problems, missing }: { readonly problems: string[]; readonly missing: string[] },
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
    for (const look of looks.filter((one) => one.name.includes(part))) {
      for (const size of sizes) {
        await page.setViewportSize(size);
        const fault = await look
          .go()
          .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
        if (fault instanceof Error) {
          missing.push(`${look.name}, ${language} · ${size.width} × ${size.height}: ${fault.message}`);
          continue;
        }
        await page.mouse.move(0, 0);
        await page.evaluate(() => document.fonts.ready);
        for (const theme of themes) {
          await showTheme(page, theme);
          const bytes = await page.screenshot({ animations: 'disabled' });
          const caption = `${language} · ${theme} · ${size.width} × ${size.height}`;
          pictures.push({ name: look.name, caption, bytes });
          // What a program sees is the same in a larger window, or less; in another theme only the colours differ.
          if (size !== sizes.at(-1)) continue;
          const found = await (theme === themes[0] ? screenProblems(page) : colourProblems(page));
          problems.push(...found.map((one) => `${look.name}, ${caption}: ${one}`));
        }
        await showTheme(page, themes[0]);
      }
    }
    if (event !== null && (`${name}-layar`.includes(part) || part.startsWith(`${name}-layar`))) {
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

/** In place, as `renderer/app/appearance.ts` and the kit put it on the page: what is open stays open. */
function showTheme(page: Page, theme: string): Promise<void> {
  return page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
    document.documentElement.dataset['mantineColorScheme'] = name === 'dark' ? 'dark' : 'light';
  }, theme);
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
  const seats = folder?.seats.map(({ seat }) => seat) ?? [];
  for (const seat of seats) await value(page, 'add-local-seat', { seat, pin });
  const sessionOf = (at: number): Session => ({ role: 'seat', seat: seats[at] ?? fail('jurors sit here') });
  const juror = sessionOf(0);
  const paths = await screensOf(page);
  const screens = paths.map((place) => look(page, event, committee, place));
  await value(page, 'sign-in', { session: juror, pin });
  await settle(page);
  const own = (await screensOf(page)).map((place) => look(page, event, juror, place));
  const at = (places: readonly Look[], name: string) =>
    places.find((one) => one.name === `${event}-${name}`) ?? fail(`there is no ${name}`);
  const [sheet = fail('a juror has a sheet')] = own;
  const [monitor, results, history] = [at(screens, 'pemantauan'), at(screens, 'peringkat'), at(screens, 'riwayat')];
  const dialog = '[role="dialog"]';
  const shown = 'main button:has(svg.lucide-eye-off)';
  const open = after(results, 'terbuka', press('main button:has(svg.lucide-trophy)'), shown);
  const board = 'main tbody button[aria-haspopup="dialog"]';
  const locked = after(
    monitor,
    'lembar',
    press(`${board}[data-column="1"][aria-label*="Terkunci"], ${board}[data-column="1"][aria-label*="Locked"]`),
    dialog,
  );
  const ready = at(screens, 'siap');
  const opened = [
    open,
    after(history, 'terbuka', press('main button:has(svg.lucide-history)'), shown),
    after(monitor, 'peserta', press('main tbody th button[aria-haspopup="dialog"]'), dialog),
    after(monitor, 'pengurangan', press('main button[aria-haspopup="dialog"]:has(svg.lucide-plus) >> nth=-1'), dialog),
    locked,
    after(locked, 'riwayat', press(`${dialog} button:has(svg.lucide-history)`), shown),
  ];
  const ofDay = [
    after(at(screens, 'urutan'), 'undian', press('main button:has(svg.lucide-dices)'), dialog),
    after(ready, 'tampilan', press('header button:has(svg.lucide-a-large-small)'), dialog),
    after(ready, 'panduan', type('F1'), dialog),
    after(ready, 'cari', type('Control+K'), '.mantine-Spotlight-content'),
    after(ready, 'pengaturan', type('Control+,'), dialog),
    after(monitor, 'tombol', type('?'), dialog),
    after(sheet, 'tidak-menilai', press('button:has(svg.lucide-ban)'), dialog),
    after(sheet, 'panduan', type('F1'), dialog),
    after(
      { ...look(page, event, sessionOf(2), '/penilaian'), name: `${event}-penilaian-lengkap` },
      'kunci',
      press('main button:has(svg.lucide-lock) >> nth=-1'),
      dialog,
    ),
  ];
  const ofDone = [
    after(
      open,
      'mengapa',
      press('main table button[aria-expanded="false"]'),
      'main table button[aria-expanded="true"]',
    ),
    after(
      after(open, 'seri', press('main fieldset button[aria-pressed] >> nth=-1'), 'main section fieldset button'),
      'putusan',
      press('main section fieldset button'),
      dialog,
    ),
    after(at(screens, 'pengumuman'), 'umumkan', press('main button:has(svg.lucide-play) >> nth=1'), dialog),
    after(at(screens, 'dokumen'), 'pratinjau', press('main section button[aria-haspopup="dialog"]'), dialog),
    after(sheet, 'minta-dibuka', press('main button[aria-haspopup="dialog"]:not(:has(svg))'), dialog),
  ];
  return [...screens, ...own, ...opened, ...(event === 'day' ? ofDay : []), ...(event === 'done' ? ofDone : [])];
}

type Hand = (page: Page) => Promise<void>;

function press(button: string): Hand {
  return (page) => page.locator(button).first().click({ timeout: 5000 });
}

/** Outside of every field. */
function type(keys: string): Hand {
  return async (page) => {
    await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
    );
    await page.keyboard.press(keys);
  };
}

/** What stands after one more press. `shows`: what must be there then. */
function after(before: Look, name: string, hand: Hand, shows: string): Look {
  const { page } = before;
  return {
    name: `${before.name}-${name}`,
    page,
    go: async () => {
      await before.go();
      await hand(page);
      await page.locator(shows).first().waitFor({ timeout: 5000 });
      await settle(page);
    },
  };
}

function look(page: Page, event: string, session: Session, place: string): Look {
  return {
    name: `${event}${place.replaceAll('/', '-')}`,
    page,
    go: async () => {
      // Anew: what was opened there is closed.
      await page.reload();
      await page.waitForFunction(() => 'gelarJuri' in globalThis);
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
