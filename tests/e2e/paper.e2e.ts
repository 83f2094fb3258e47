/**
 * Every paper breaks where it is seen to break (X16, X17): the pages that the runtime prints are counted against those that are drawn,
 * and no drawn page is higher than its sheet, for small contests and for the widest one.
 */
import { expect, test, type ElectronApplication } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paperKinds } from '../../shared/domain/document-kinds.ts';
import { paperInput } from '../../shared/documents/papers/paper-frame.ts';
import { paperOf } from '../../shared/documents/papers/papers.ts';
import { codeSlipsHtml } from '../../shared/documents/text/code-slips.ts';
import { hostScriptHtml } from '../../shared/documents/text/host-script.ts';
import { paperHtml } from '../../shared/documents/text/paper-html.ts';
import { recapHtml, workbookHtml } from '../../shared/documents/text/recap-print.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { limits } from '../../shared/limits.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { example, threeCategories, tiesAndDecisions } from '../documents/contests.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { longNames, officialContest } from '../support/official-contests.ts';
import { lackingTexts } from '../support/paper-texts.ts';
import { openApplication } from '../support/shell-window.ts';

const words = wordsOf.id;
/** Of as many seals as categories. */
const manyCodes = Array.from({ length: 12 }, () => 'ABCD-EFGH-JKMN-PQRS').join(', ');
const longest = 'Kelompok Budaya Kerja Maju Bersama Melayani Masyarakat Dengan Sepenuh Hati 7';

test('[X16] [X17] every paper has the pages that are drawn of it', async () => {
  test.setTimeout(180_000);
  const contests: readonly (readonly [string, ContestFile])[] = [
    ['kecil', example],
    ['tiga kategori', threeCategories],
    ['seri', tiesAndDecisions],
    ['18 kelompok', await officialContest({ order: 18, rubric: 't7-budaya-berkah', jurors: 3 })],
    ['A4', await officialContest({ order: 18, rubric: 't3-presentasi', jurors: 5 }, onA4)],
    ['52 kelompok, 15 juri', await officialContest({ order: 52, rubric: 20, jurors: 15 }, longNames)],
    ['52 kelompok, 5 juri', await officialContest({ order: 52, rubric: 't3-presentasi', jurors: 5 })],
  ];
  const picture = readPicture(readFileSync('tests/fixtures/certificate/bingkai.jpg').toString('base64'));
  const background = picture.ok ? picture.value : null;
  const recaps = contests.flatMap(([name, file]) => {
    const answer = rankContest(file);
    const model = contestWorkbook(file, answer, words);
    const pages = (kinds: readonly string[]) =>
      model.sheets
        .filter(({ kind }) => kinds.includes(kind))
        .reduce((sum, { pageFit }) => sum + (pageFit.type === 'pages' ? pageFit.count : 1), 0);
    return [
      { name: `rekap ${name}`, html: recapHtml(file, answer, words), pages: pages(['recap']) },
      {
        name: `lembar ${name}`,
        html: workbookHtml(model, words.documents, ['juror', 'winners']),
        pages: pages(['juror', 'winners']),
      },
    ];
  });
  const papers = contests.flatMap(([name, file]) =>
    paperKinds.map((kind) => {
      const paper = paperOf(kind, {
        ...paperInput(file, words),
        noteAt: () => '',
        checkCode: name === 'A4' ? manyCodes : 'ABCD-EFGH-JKMN-PQRS',
        certificates: { to: 'winners', background, form: null, isSample: false },
      });
      return { name: `${kind} ${name}`, html: paperHtml(paper, words), pages: null, paper };
    }),
  );
  const note = 'Sebutkan nama pejabat yang menyerahkan piala. '.repeat(60).slice(0, limits.noteLength);
  const acts = (count: number, text: string) =>
    Array.from({ length: count }, (_, index) => ({
      title: `Acara ${index + 1} ${longest}`,
      text,
      note: text,
      reveals: index % 2 === 0 ? ['Harapan I', 'Juara III', 'Juara II', 'Juara I'] : [],
    }));
  const slips = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({ name: `${name} ${index + 1}`, code: '07-491-326' }));
  const { documents } = words;
  const drawn = [
    { name: 'naskah kosong', html: hostScriptHtml(documents, 'Lomba', []), pages: 1 },
    { name: 'naskah pendek', html: hostScriptHtml(documents, 'Lomba', acts(3, 'Selamat datang')), pages: null },
    { name: 'naskah panjang', html: hostScriptHtml(documents, longest, acts(limits.acts, note)), pages: null },
    { name: 'naskah baris', html: hostScriptHtml(documents, 'Lomba', acts(2, 'a\n'.repeat(500))), pages: null },
    { name: 'kode 1', html: codeSlipsHtml(documents, 'Lomba', slips(1, 'Juri')), pages: 1 },
    { name: 'kode 7', html: codeSlipsHtml(documents, 'Lomba Budaya Kerja', slips(7, 'Juri')), pages: null },
    { name: 'kode 60', html: codeSlipsHtml(documents, longest.repeat(2), slips(60, longest)), pages: null },
  ];
  await withTemporaryFolder(async (folder) => {
    const { application } = await openApplication(path.join(folder, 'data'));
    for (const { name, html, pages } of [...recaps, ...papers, ...drawn]) {
      const { pdf, heights } = await printed(application, html);
      const file = path.join('screenshots', 'kertas', `${name}.pdf`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, Buffer.from(pdf, 'base64'));
      const count = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file]).toString())?.[1]);
      expect(count, name).toBe(heights.length);
      if (pages !== null) expect(count, name).toBe(pages);
      // Nothing flows over the end of its page, so that every page ends where it is seen to.
      for (const { high, paper } of heights) expect(high, name).toBeLessThanOrEqual(paper);
      const paper = papers.find((one) => one.name === name)?.paper;
      if (paper !== undefined) expect(lackingTexts(paper, file), name).toEqual([]);
      if (paper?.page.isAcross === true) expect(count, name).toBe(paper.sections.length);
      const texts = execFileSync('pdftotext', ['-raw', file, '-'], { maxBuffer: 2 ** 28 })
        .toString()
        .split('\f');
      for (let at = 1; at <= count; at += 1) expect(texts[at - 1], name).toContain(`Halaman ${at} dari ${count}`);
      if (paper === undefined) continue;
      // Nor into its foot, however many codes that has.
      for (const { overFoot } of heights) expect(overFoot, name).toBeLessThanOrEqual(0);
      for (const text of texts.slice(0, count)) expect(text, name).toContain('Kode periksa: ABCD-EFGH-JKMN-PQRS');
    }
    await application.close();
  });
});

function onA4(file: ContestFile): ContestFile {
  return { ...file, contest: { ...file.contest, paper: 'A4' } };
}

/** By the runtime itself, as the application prints it; and the pages as they lie on a screen. */
function printed(application: ElectronApplication, html: string) {
  return application.evaluate(async ({ BrowserWindow }, page) => {
    const window = new BrowserWindow({ show: false });
    try {
      await window.loadURL('about:blank');
      await window.webContents.executeJavaScript(
        `document.open(); document.write(${JSON.stringify(page)}); document.close();`,
      );
      const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
      const heights = (await window.webContents.executeJavaScript(
        `[...document.querySelectorAll('.page')].map((page) => {
          const foot = page.querySelector('.whose')?.getBoundingClientRect().top ?? Infinity;
          const flowing = [...page.children].filter((each) => getComputedStyle(each).position !== 'absolute');
          return {
            high: page.getBoundingClientRect().height,
            paper: parseFloat(getComputedStyle(page).minHeight),
            overFoot: Math.max(...flowing.map((each) => each.getBoundingClientRect().bottom)) - foot,
          };
        })`,
      )) as { high: number; paper: number; overFoot: number }[];
      return { pdf: pdf.toString('base64'), heights };
    } finally {
      window.destroy();
    }
  }, html);
}
