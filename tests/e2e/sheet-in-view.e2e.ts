/** What of a score sheet is in view at once, in the real window: a juror judges by comparing, not by scrolling. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseContestFile } from '../../shared/domain/setup/contest-parse.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask, openApplication, value } from '../support/shell-window.ts';
import sample from '../../resources/sample/contoh-tiga-kategori.json' with { type: 'json' };
import { see, zoomTo } from '../support/see.ts';
import { decimalFields } from './laptop.ts';

const committee = { role: 'committee' } as const;
const seat = { role: 'seat', seat: 'juri-1' } as const;
const pin = '2468';

test('all seven criteria and the head are in view at 1366 x 690, each without focus within 48 pixels', async () => {
  await withSheet(sample, async (page) => {
    await page.setViewportSize({ width: 1366, height: 690 });
    await decimalFields(page).nth(2).focus();
    await expect(page.locator('[data-current="true"]')).toContainText('Visualisasi');
    expect(await rowsInView(page)).toBe(7);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    const heights = await page
      .locator('[data-row][data-current="false"]')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(heights).toHaveLength(6);
    expect(Math.max(...heights)).toBeLessThanOrEqual(48);

    const group = page.getByRole('navigation', { name: 'Daftar peserta' }).getByText('KBK Kenanga (contoh)');
    const width = async () => (await page.locator('[data-row]').first().boundingBox())?.width ?? 0;
    const beside = await width();
    await page.getByRole('button', { name: 'Lipat daftar' }).click();
    await expect(group).toBeHidden();
    expect(await width()).toBeGreaterThan(beside + 150);
    await page.getByRole('button', { name: 'Buka daftar peserta' }).click();
    await expect(group).toBeVisible();
    expect(await width()).toBe(beside);
  });
});

test('of twenty criteria of a group with a long name at least nine are in view; at 200 % the one in hand wholly', async () => {
  await withSheet(manyCriteria(), async (page, zoom) => {
    await page.setViewportSize({ width: 1366, height: 690 });
    await decimalFields(page).nth(9).focus();
    await expect(page.locator('[data-row]').nth(9)).toHaveAttribute('data-current', 'true');
    expect(await rowsInView(page)).toBeGreaterThanOrEqual(9);
    await expectShortenedWithDots(page);
    // In the smallest window too, without another step.
    for (const at of [11, 12, 13, 14]) await decimalFields(page).nth(at).press('Enter');
    const inHand = page.locator('[data-current="true"]');
    await expect.poll(() => isInBody(inHand)).toBe(true);
    await page.setViewportSize({ width: 1024, height: 640 });
    await expect(inHand).toBeInViewport({ ratio: 1 });
    await expect.poll(() => isInBody(inHand)).toBe(true);
    await page.setViewportSize({ width: 1366, height: 690 });
    await zoom(2);
    await page.waitForFunction(() => window.devicePixelRatio === 2);
    await decimalFields(page).nth(10).focus();
    await decimalFields(page).nth(9).press('Enter');
    const current = page.locator('[data-current="true"]');
    await expect(current).toBeInViewport({ ratio: 1 });
    await expect(current.getByRole('list', { name: 'Arti nilai' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    await expect.poll(() => isBetweenHeadAndFoot(current)).toBe(true);
    await page.setViewportSize({ width: 1024, height: 640 });
    for (const at of [10, 11, 12, 13, 14]) {
      await decimalFields(page).nth(at).press('Enter');
      await expect.poll(() => isBetweenHeadAndFoot(current), `criterion ${at + 2}`).toBe(true);
    }
    await see(page, 'lembar-200-kecil');
  });
});

test('in the smallest window the twenty values that are signed are reached by the keyboard too', async () => {
  await withSheet(manyCriteria(), async (page) => {
    await page.setViewportSize({ width: 1024, height: 640 });
    await page.getByRole('link', { name: 'Pengesahan' }).click();
    const values = page.getByRole('region', { name: 'Kesehatan · Presentasi' });
    const state = values.getByRole('columnheader', { name: 'Keadaan' });
    await expect(state).not.toBeInViewport();
    await page.getByRole('main').press('Tab');
    await expect(values).toBeFocused();
    for (let press = 0; press < 40; press += 1) await page.keyboard.press('ArrowRight');
    await expect(state).toBeInViewport({ ratio: 1 });
    await see(page, 'pengesahan-20-kriteria');
  });
});

async function withSheet(
  contest: unknown,
  look: (page: Page, zoom: (factor: number) => Promise<void>) => Promise<void>,
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'lomba.json');
    writeFileSync(file, JSON.stringify(contest));
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await value(page, 'create-contest', { source: { kind: 'file', path: file }, name: 'Lomba (contoh)' });
    await ask(page, 'set-pin', { session: committee, pin });
    await value(page, 'sign-in', { session: committee, pin });
    await value(page, 'add-local-seat', { seat: seat.seat, pin });
    await value(page, 'sign-in', { session: seat, pin });
    await expect(decimalFields(page).first()).toBeVisible();
    // The first minute is over.
    await page.getByRole('button', { name: 'Lewati' }).click();
    await look(page, (factor) => zoomTo(application, factor));
    await application.close();
  });
}

/** What has no room in the list ends in dots before what stands behind it, and is whole in the row that has the keyboard. */
async function expectShortenedWithDots(page: Page): Promise<void> {
  const rows = page.getByRole('navigation', { name: 'Daftar peserta' }).locator('ol button');
  const cut = await rows.evaluateAll((all) =>
    all.flatMap((row) => {
      const unit = row.querySelector('[class*="unit"]');
      const name = row.querySelector('[class*="name"]');
      const signs = row.querySelector('[data-stages]');
      if (unit === null || name === null || signs === null) return ['missing'];
      const isClear = unit.getBoundingClientRect().right <= signs.getBoundingClientRect().left;
      const dots = [unit, name].filter(
        (text) => text.scrollWidth > text.clientWidth && getComputedStyle(text).textOverflow === 'ellipsis',
      );
      return isClear && dots.length === 2 ? [] : [row.textContent];
    }),
  );
  expect(cut).toEqual([]);
  await rows.first().focus();
  // As the keyboard comes to it.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  const isWhole = (name: string) =>
    rows
      .first()
      .locator(`[class*="${name}"]`)
      .last()
      .evaluate((text) => text.scrollWidth <= text.clientWidth);
  expect(await isWhole('name')).toBe(true);
  expect(await isWhole('unit')).toBe(true);
}

/** Rows that are wholly inside the part of the sheet that scrolls. */
function rowsInView(page: Page): Promise<number> {
  return page.locator('[data-row]').evaluateAll((rows) => {
    const body = rows[0]?.closest('[data-dense]')?.getBoundingClientRect();
    if (body === undefined) return 0;
    const inside = ({ top, bottom }: DOMRect) => top >= body.top - 1 && bottom <= body.bottom + 1;
    return rows.filter((row) => inside(row.getBoundingClientRect())).length;
  });
}

/** Wholly inside the part of the sheet that scrolls. */
function isInBody(row: Locator): Promise<boolean> {
  return row.evaluate((element) => {
    const body = element.closest('[data-dense]')?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return body !== undefined && top >= body.top - 1 && bottom <= body.bottom + 1;
  });
}

/** Whole: neither the name of the group, which stays at the top, nor the line at the foot lies over it. */
function isBetweenHeadAndFoot(row: Locator): Promise<boolean> {
  return row.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const head = document.querySelector('h1')?.getBoundingClientRect().bottom ?? Infinity;
    const foot = document.querySelector('footer')?.getBoundingClientRect().top ?? -Infinity;
    return top >= head - 1 && bottom <= foot + 1;
  });
}

/** The sample with twenty criteria, and a name of 75 and a unit of 130 letters. */
function manyCriteria(): unknown {
  const parsed = parseContestFile(sample);
  if (!parsed.ok) throw new Error('the sample is a contest file');
  const { rubrics, contestants, rules, awards: _awards, ...rest } = parsed.value;
  return {
    ...rest,
    rules: { ...rules, tieBreak: [] },
    contestants: contestants.map((each) => ({
      ...each,
      name: `${each.name} `.padEnd(75, 'Sinergi Pelayanan Terpadu '),
      unit: 'Dinas '.padEnd(130, 'Pengendalian Penduduk dan Keluarga Berencana '),
    })),
    rubrics: rubrics.map((rubric) => ({
      ...rubric,
      criteria: Array.from({ length: 20 }, (_, at) => {
        const criterion = rubric.criteria[at % rubric.criteria.length];
        return { ...criterion, id: `k${at}`, name: `${criterion?.name} (${at + 1})`, weight: '5' };
      }),
    })),
  };
}
