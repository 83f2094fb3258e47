/** Certificates (rule X29): who gets one, what its fields become, and that the longest names fit on its page. All data is invented. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CertificateRecipients } from '../../shared/domain/document-kinds.ts';
import type { CertificateForm, ContestFile } from '../../shared/domain/setup/contest-file.ts';
import type { Paper } from '../../shared/documents/model/paper.ts';
import { paperInput, type PaperInput } from '../../shared/documents/papers/paper-frame.ts';
import { paperOf } from '../../shared/documents/papers/papers.ts';
import { paperHtml } from '../../shared/documents/text/paper-html.ts';
import { present } from '../../shared/lib/assert.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { unknownCertificateFields } from '../../shared/say/certificate.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { longNames, officialContest } from '../support/official-contests.ts';
import { cutUndecided, example, threeCategories, tiesAndDecisions } from './contests.ts';

interface Asked {
  readonly to?: CertificateRecipients;
  readonly form?: CertificateForm;
  readonly isSample?: boolean;
  readonly background?: 'bingkai';
}

function made(file: ContestFile, asked: Asked = {}, more: Partial<PaperInput> = {}, words = wordsOf.id): Paper {
  const { to = 'winners', form = null, isSample = false } = asked;
  const picture = readPicture(readFileSync('tests/fixtures/certificate/bingkai.jpg').toString('base64'));
  const background = asked.background !== undefined && picture.ok ? picture.value : null;
  return paperOf('certificates', {
    ...paperInput(file, words),
    certificates: { to, form, isSample, background },
    ...more,
  });
}

function linesOf(paper: Paper): readonly (readonly string[])[] {
  return paper.sections.map(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [])),
  );
}

const official: ContestFile = {
  ...example,
  contest: {
    ...example.contest,
    name: 'Gelar Budaya Kerja',
    example: false,
    place: 'Gedung Wanita',
    dates: ['2017-11-08'],
    signing: { town: 'Jepara', date: '2017-11-20' },
    committeeChair: { name: 'Ketua Contoh, S.H.', title: 'Pembina', nip: '197001012000031001' },
  },
};

test('[X29] every winner of every award has a page of its own, whose foot says whose it is', () => {
  const paper = made(threeCategories);
  const winners = threeCategories.categories.flatMap(({ id }) =>
    present(
      paperInput(threeCategories, wordsOf.id).answer.categories.find(({ category }) => category === id),
      'a category',
    ).awards.map(({ contestant }) => contestant),
  );
  expect(paper.sections.length).toBe(winners.length);
  expect(new Set(paper.sections.map(({ identity }) => identity)).size).toBe(winners.length);
  const html = paperHtml(paper, wordsOf.id);
  expect(html.split('<div class="page ').length - 1).toBe(winners.length);
  for (const { identity } of paper.sections) expect(html).toContain(identity.split('&')[0]);
});

test('[X29] fields take what the contest says; a line whose fields are all empty is left out', () => {
  const form = {
    text: 'PIAGAM {nomor}\n{Nama}\n{unit  kerja}\n{juara}, {kategori}\nJudul: {judul}\n{kota}, {tanggal}; {hari lomba} di {tempat}\n{lomba} {apa saja}',
  };
  const [first = [], second = []] = linesOf(made(official, { form }));
  expect(first[0]).toBe('PIAGAM 001');
  expect(second[0]).toBe('PIAGAM 002');
  expect(first).toContain('Jepara, 20 November 2017; 8 November 2017 di Gedung Wanita');
  expect(first).toContain('Gelar Budaya Kerja {apa saja}');
  expect(first.some((line) => line.startsWith('Juara I, '))).toBe(true);
  expect(first.some((line) => line.startsWith('Judul:'))).toBe(false);
  expect(unknownCertificateFields(form.text)).toEqual(['{apa saja}']);
});

test('[X29] fields are known by their names of both languages, and what is put in is never read for fields', () => {
  const [contestant, ...others] = official.contestants;
  const file = {
    ...official,
    contestants: [{ ...present(contestant, 'somebody'), name: 'KBK {unit kerja}' }, ...others],
  };
  const lines = linesOf(made(file, { to: 'participants', form: { text: '{name}\n{nama}' } })).flat();
  expect(lines.filter((line) => line === 'KBK {unit kerja}')).toHaveLength(2);
});

test('[X29] whoever took part gets one of participation, whatever its place; who stayed away none', () => {
  const [contestant, ...others] = official.contestants;
  const gone = { ...present(contestant, 'somebody'), status: 'withdrawn' as const };
  const paper = made({ ...official, contestants: [gone, ...others] }, { to: 'participants' });
  expect(paper.sections).toHaveLength(others.filter(({ status }) => status === 'performed').length);
  expect(linesOf(paper).every((lines) => lines.includes('Peserta'))).toBe(true);
  expect(JSON.stringify(paper)).not.toContain('Juara');
});

test('[X29] [Z8] a result that may still change is marked on certificates of winners, and no tie that is open has one', () => {
  const sealing = { ...official, contest: { ...official.contest, sealing: true } };
  const provisional = wordsOf.id.papers.provisional;
  for (const { marks } of made(sealing).sections) expect(marks).toEqual([provisional]);
  const sealed = made(sealing, {}, { checkCode: 'ABCD-EFGH-JKMN-PQRS' });
  for (const { marks } of sealed.sections) expect(marks).toEqual([]);
  expect(paperHtml(sealed, wordsOf.id)).toContain('Kode periksa: ABCD-EFGH-JKMN-PQRS');
  for (const { marks } of made(sealing, { to: 'participants' }).sections) expect(marks).toEqual([]);
  for (const file of [cutUndecided, tiesAndDecisions]) {
    for (const { identity } of made(file).sections) expect(identity).not.toMatch(/[Ss]eri/);
  }
});

test('[X29] signed by the chair of the committee, by whoever is named, or by nobody', () => {
  const signatures = (form?: CertificateForm) =>
    made(official, form === undefined ? {} : { form }).sections[0]?.blocks.filter(({ type }) => type === 'signatures');
  expect(JSON.stringify(signatures())).toContain('Ketua Contoh, S.H.');
  const named = JSON.stringify(signatures({ signer: { role: 'Bupati Contoh', name: 'Nama Contoh' } }));
  expect(named).toContain('Bupati Contoh');
  expect(named).not.toContain('Ketua Contoh');
  expect(signatures({ signer: { role: '', name: '' } })).toEqual([]);
});

test.each(['A4', 'F4'] as const)(
  '[X29] names of 75 letters and units of 130 stand whole on one %s page',
  async (size) => {
    const contest = await officialContest({ order: 52, rubric: 20, jurors: 3 }, longNames);
    const name = 'Kelompok Budaya Kerja Maju Bersama Melayani Masyarakat Dengan Sepenuh Hati';
    const unit =
      'Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Kecamatan Karimunjawa Dinas Kesehatan Kabupaten Contoh Provinsi Jawa Tengah';
    expect([name.length, unit.length]).toEqual([74, 131]);
    const contestants = contest.contestants.map((one) => ({ ...one, name, unit }));
    const file = { ...contest, contest: { ...contest.contest, paper: size }, contestants };
    for (const form of [{}, { top: 60, bottom: 60 }, { text: 'Baris {nama} {unit kerja}\n'.repeat(30) }]) {
      const paper = made(file, { to: 'participants', form });
      const html = paperHtml(paper, wordsOf.id);
      expect(html.split('<div class="page ').length - 1).toBe(contestants.length);
      expect(linesOf(paper).every((lines) => lines.some((line) => line.includes(name)))).toBe(true);
    }
    const [usual] = made(file, { to: 'participants' }).sections;
    const sizes = usual?.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.size ?? 0] : [])) ?? [];
    // Legible from where it hangs on a wall.
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(18);
  },
);

test('[X29] the picture stands once in the document, whatever the number of pages, and no style is an attribute', () => {
  const html = paperHtml(made(threeCategories, { background: 'bingkai' }), wordsOf.id);
  expect(html.match(/data:image\/jpeg;base64/g)).toHaveLength(1);
  expect(html).toContain('a4-landscape'.replace('a4', threeCategories.contest.paper?.toLowerCase() ?? 'f4'));
  expect(html).not.toContain('style="');
});

test('[X29] what is shown while it is written is one, with the longest name, also before anybody has won', () => {
  const empty = { ...official, scores: [] };
  const paper = made(empty, { isSample: true, form: { text: '{nama}' } });
  expect(paper.sections).toHaveLength(1);
  const longest = empty.contestants.toSorted(
    (a, b) => b.name.length + (b.unit ?? '').length - a.name.length - (a.unit ?? '').length,
  )[0];
  expect(linesOf(paper)).toEqual([[longest?.name]]);
});

test('[X29] in English with English fields', () => {
  const paper = made(official, {}, {}, wordsOf.en);
  expect(linesOf(paper)[0]).toContain('CERTIFICATE');
  expect(paper.sections[0]?.identity).toMatch(/^Certificate /);
});
