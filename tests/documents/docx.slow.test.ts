/**
 * The papers for a word processor, judged by one: LibreOffice prints every .docx, and what is on the paper is compared with what was
 * to be said (rules X25 to X28).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { paperDocx } from '../../electron/adapters/paper-docx.ts';
import { paperKinds } from '../../shared/domain/document-kinds.ts';
import { sheetSize } from '../../shared/documents/model/paper.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { paperInput } from '../../shared/documents/papers/paper-frame.ts';
import { paperOf } from '../../shared/documents/papers/papers.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { lackingTexts } from '../support/paper-texts.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { longNames, officialContest } from '../support/official-contests.ts';
import { example, medianWithGaps, threeCategories, tiesAndDecisions } from './contests.ts';

const words = wordsOf.id;
/** Of as many seals as categories. */
const manyCodes = Array.from({ length: 12 }, () => 'ABCD-EFGH-JKMN-PQRS').join(', ');

test('[X25] every paper of every contest is printed whole, with its foot on every page and no signatures alone', async () => {
  const jepara = { order: 'tests/fixtures/lists/jepara-2017.xlsx', rubric: 't7-budaya-berkah', jurors: 3 };
  const contests: Readonly<Record<string, ContestFile>> = {
    example,
    tiesAndDecisions,
    threeCategories,
    medianWithGaps,
    jepara: await officialContest(jepara),
    large: await officialContest({ order: 52, rubric: 20, jurors: 15 }, longNames),
  };
  const picture = readPicture(readFileSync('tests/fixtures/certificate/bingkai.jpg').toString('base64'));
  const background = picture.ok ? picture.value : null;
  const folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-kertas-'));
  const office = await openLibreOffice();
  try {
    const made = await Promise.all(
      Object.entries(contests).flatMap(([name, file]) =>
        paperKinds.map(async (kind) => {
          const paper = paperOf(kind, {
            ...paperInput(file, words),
            checkCode: name === 'threeCategories' ? manyCodes : 'ABCD-EFGH-JKMN-PQRS',
            certificates: { to: 'winners', background, form: null, isSample: false },
            noteAt: (juror, contestant) => (juror === file.jurors[0]?.id ? `Catatan bagi ${contestant}: jelas.` : ''),
          });
          const docx = path.join(folder, `${name}-${kind}.docx`);
          writeFileSync(docx, await paperDocx(paper));
          return { paper, docx, pdf: path.join(folder, `${name}-${kind}.pdf`) };
        }),
      ),
    );
    await office.documentsToPdf(
      made.map(({ docx }) => docx),
      folder,
    );
    for (const { paper, pdf } of made) {
      const label = path.basename(pdf);
      const [, width, height] =
        /Page size:\s+([\d.]+) x ([\d.]+)/.exec(execFileSync('pdfinfo', [pdf]).toString()) ?? [];
      const sheet = sheetSize(paper);
      expect(Number(width) / 72, label).toBeCloseTo(sheet.width / 25.4, 1);
      expect(Number(height) / 72, label).toBeCloseTo(sheet.height / 25.4, 1);
      const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 2 ** 28 })
        .toString()
        .split('\f')
        .slice(0, -1);
      expect(pages.length, label).toBeGreaterThanOrEqual(paper.sections.length);
      expect(pages.length, label).toBeLessThan(paper.sections.length * 3 + 12);
      pages.forEach((page, index) => {
        const at = `${label}, page ${index + 1}`;
        expect(page, at).toContain(`Halaman ${index + 1} dari ${pages.length}`);
        expect(page, at).toContain('Kode periksa: ABCD-EFGH-JKMN-PQRS');
        for (const mark of paper.sections[0]?.marks ?? []) expect(page, at).toContain(mark);
        if (page.includes('Ketua Panitia'))
          expect(bare(page), at).toMatch(/Demikianberitaacara|Nilaiakhir|diberikankepada/);
        // Of what is signed something stands above.
        if (page.includes('Anggota Dewan Juri')) expect(page, at).toContain('Ketua Panitia');
      });
      if (paper.page.isAcross) expect(pages, label).toHaveLength(paper.sections.length);
      expect(lackingTexts(paper, pdf), label).toEqual([]);
    }
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);

test('[X25] a .docx has styles, page fields, a head that repeats and rows that stay whole', async () => {
  const file = { ...threeCategories, contest: { ...threeCategories.contest, name: 'Gelar Budaya Kerja' } };
  const paper = paperOf('minutes', paperInput(file, words));
  const parts = unzipSync(await paperDocx(paper));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const body = part('word/document.xml');
  expect(body).toMatch(/<w:pStyle w:val="Title"\/>/);
  expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>/);
  expect(body).toMatch(/<w:tblHeader\/>/);
  const rows = body.match(/<w:tr>|<w:tr /g)?.length ?? 0;
  expect(rows).toBeGreaterThan(10);
  expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
  const footers = Object.keys(parts).filter((name) => /^word\/footer\d+\.xml$/.test(name));
  expect(footers).toHaveLength(paper.sections.length);
  for (const name of footers) expect(part(name)).toMatch(/PAGE<.*NUMPAGES</s);
  const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/.test(name));
  expect(headers).toHaveLength(paper.sections.length);
  // Word opens no document with a header that has no paragraph.
  for (const name of headers) expect(part(name)).toContain('<w:p>');
  expect(part('word/styles.xml')).toContain('w:val="id-ID"');
});

function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

test('[X29] certificates of a .docx share the picture behind their pages', async () => {
  const picture = readPicture(readFileSync('tests/fixtures/certificate/bingkai.jpg').toString('base64'));
  const background = picture.ok ? picture.value : null;
  const input = paperInput(threeCategories, words);
  const paper = paperOf('certificates', { ...input, certificates: { ...input.certificates, background } });
  const parts = Object.keys(unzipSync(await paperDocx(paper)));
  expect(paper.sections.length).toBeGreaterThan(2);
  expect(parts.filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  expect(parts.filter((name) => /^word\/header\d+\.xml$/.test(name))).toHaveLength(1);
  expect(parts.filter((name) => /^word\/footer\d+\.xml$/.test(name))).toHaveLength(paper.sections.length);
});
