/**
 * English at once: whoever sits at a laptop chooses it in the head; every screen, the menu and the dialogs of the system follow, what
 * was being typed is kept, and papers and the hall stay in Bahasa Indonesia unless the committee chooses otherwise.
 */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openApplication, value } from '../support/shell-window.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { decimalFields } from './laptop.ts';

const committee = { role: 'committee' } as const;
const seat = { role: 'seat', seat: 'juri-1' } as const;
const pin = '2468';

/** Words that hardly a sentence of the application can do without. */
const indonesian =
  /\b(dan|atau|yang|untuk|dengan|dari|belum|sudah|tidak|akan|juri|nilai|peserta|lomba|panitia|laptop ini|urutan|kategori|simpan|buka|tutup|tampil)\b/i;
/** What the sample itself says, and examples of names. */
const said = [
  ...textsIn(JSON.parse(readFileSync('resources/sample/contoh-tiga-kategori.json', 'utf8'))),
  'Dewan Juri, Tim Juri',
  'Bahasa Indonesia',
  'Gelar Juri',
].toSorted((a, b) => b.length - a.length);

test('the language is chosen in the head: every screen, the menu and dialogs are English at once', async () => {
  test.setTimeout(240_000);
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 690 });
    await value(page, 'create-contest', { source: { kind: 'sample' }, name: 'Gelar (contoh)' });
    await value(page, 'set-pin', { session: committee, pin });
    await value(page, 'add-local-seat', { seat: seat.seat, pin });
    await value(page, 'execute', { type: 'show-stage', contestant: 'kbk-mawar', stage: 'presentasi' });

    await value(page, 'sign-in', { session: seat, pin });
    await decimalFields(page).first().focus();
    await page.keyboard.type('81,5');
    await choose(page, /Ukuran huruf/, 'English');
    await expect(page.getByRole('button', { name: /Lock/ }).first()).toBeVisible();
    await expect(decimalFields(page).first()).toHaveValue('81.5');
    await skipTour(page);
    await seeEnglish(page, 'lembar');

    await value(page, 'sign-in', { session: committee, pin });
    const links = page.getByRole('navigation').getByRole('link');
    await expect(links.first()).toBeVisible();
    for (const place of await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, place);
      await screenStands(page, place.slice(1));
      await seeEnglish(page, place.replaceAll(/[#/]/g, ''));
    }
    await page.getByRole('button', { name: 'Show the history' }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await seeEnglish(page, 'riwayat-terbuka');
    await page.keyboard.press('F1');
    const guide = page.getByRole('dialog');
    await expect(guide.getByRole('heading', { name: 'History', exact: true })).toBeInViewport();
    await seeEnglish(page, 'panduan');
    await guide.getByRole('searchbox').fill('forgotten pin');
    await expect(guide.getByRole('button', { name: /^Forgotten PIN/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(guide).toBeHidden();
    const menu = await application.evaluate(({ Menu }) =>
      JSON.stringify(Menu.getApplicationMenu()?.items.map(({ label }) => label)),
    );
    expect(menu).not.toMatch(/Berkas|Tampilan|Jendela|Bantuan|Sunting/);
    await application.evaluate(({ dialog }) => {
      dialog.showSaveDialog = (...asked: unknown[]) => {
        process.env['ASKED'] = JSON.stringify(asked.at(-1));
        return Promise.resolve({ canceled: true, filePath: '' });
      };
    });
    await value(page, 'save-contest-file', { withScores: false });
    const asked = await application.evaluate(() => process.env['ASKED'] ?? '');
    expect(asked).toContain('Gelar Juri contest file');
    // The file is a paper of the contest: its name stays.
    expect(asked).toContain('Lomba Gelar');

    await choose(page, /Text size/, 'Bahasa Indonesia');
    await expect(page.getByRole('link', { name: 'Pemantauan' })).toBeVisible();
    await application.close();

    const again = await openApplication(path.join(folder, 'data'));
    await expect(again.page.getByText('Panitia / sekretariat').first()).toBeVisible();
    await again.application.close();
  });
});

/** Its code is loaded on the way; the page notes when it stands. */
async function screenStands(page: Page, place: string): Promise<void> {
  await page.waitForFunction(
    (name) => performance.getEntriesByName(`screen ${name}`).length > 0 && document.querySelector('main h1') !== null,
    place,
  );
}

async function choose(page: Page, menu: RegExp, language: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('dialog').getByText(language, { exact: true }).click();
}

async function skipTour(page: Page): Promise<void> {
  const skip = page.getByRole('button', { name: 'Skip' });
  if (await skip.isVisible()) await skip.click();
}

/** No sentence is left in Bahasa Indonesia, none is cut off by its box, and the picture passes axe. */
async function seeEnglish(page: Page, name: string): Promise<void> {
  await see(page, `inggris-${name}`);
  const heard = await page
    .locator('[aria-label], [title], [placeholder], [alt]')
    .evaluateAll((all) =>
      all.flatMap((each) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => each.getAttribute(name) ?? '')),
    );
  const texts = [...(await page.locator('body').innerText()).split('\n'), ...heard].map(withoutData);
  expect
    .soft(
      texts.filter((text) => indonesian.test(text)),
      name,
    )
    .toEqual([]);
}

function withoutData(text: string): string {
  return said.reduce((rest, each) => rest.replaceAll(each, ''), text);
}

function textsIn(content: unknown): readonly string[] {
  if (typeof content === 'string') return content.length < 4 ? [] : [content];
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(textsIn) : [];
}
