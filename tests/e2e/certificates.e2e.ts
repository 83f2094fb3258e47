/** [X29] Certificates from the picture that a person chooses to the one PDF of all of them. */
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { chooseInDialogs, createSmallContest, openApplication } from '../support/shell-window.ts';
import { groups } from '../support/small-contest.ts';

test('[X29] a picture and a text become one PDF with a page for each group, seen while it is written', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await page.getByRole('link', { name: 'Dokumen' }).click();
    const card = page.getByRole('region', { name: 'Piagam' });
    await card.getByRole('button', { name: 'Atur piagam…' }).click();
    const editor = page.getByRole('dialog', { name: 'Atur piagam' });
    const sample = editor.frameLocator('iframe');
    await expect(sample.getByText('PIAGAM PENGHARGAAN')).toBeVisible();
    await editor.locator('input[type="file"]').setInputFiles('tests/fixtures/certificate/bingkai.jpg');
    const sheet = sample.locator('.page');
    await expect
      .poll(() => sheet.evaluate((each) => getComputedStyle(each).backgroundImage.slice(0, 23)))
      .toBe('url("data:image/jpeg;ba');
    await editor.getByLabel('Teks piagam').fill('PIAGAM CONTOH\nNomor {nomor}\n\n{nama}\n{unit kerja}\n\n{juara}');
    await editor.getByLabel('Nama penanda tangan').fill('Nama Contoh, S.H.');
    await expect(sample.getByText('PIAGAM CONTOH')).toBeVisible();
    await expect(sample.getByText('Nama Contoh, S.H.')).toBeVisible();
    await see(page, 'piagam-editor');
    await editor.getByRole('button', { name: 'Simpan teks piagam' }).click();
    await expect(editor).toBeHidden();
    await card.getByLabel('Untuk siapa').selectOption('participants');
    await see(page, 'piagam-kartu');
    const pdf = path.join(folder, 'piagam.pdf');
    await chooseInDialogs(application, pdf);
    await card.getByRole('button', { name: 'Simpan PDF…' }).click();
    await expect(card.getByText('Tersimpan:')).toBeVisible();
    const texts = execFileSync('pdftotext', ['-raw', pdf, '-']).toString().split('\f').slice(0, -1);
    expect(texts).toHaveLength(groups.length);
    for (const [at, text] of texts.entries()) {
      expect(text).toContain('PIAGAM CONTOH');
      expect(text).toContain(`Nomor 00${at + 1}`);
      expect(text).toContain(`Halaman ${at + 1} dari ${groups.length}`);
    }
    const pictures = execFileSync('pdfimages', ['-list', pdf]).toString().trim().split('\n').slice(2);
    expect(pictures).toHaveLength(groups.length);
    await application.close();
  });
});
