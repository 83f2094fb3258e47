/** The papers that are read as text: what each says of a contest, and how its pages are begun. All data is invented. */
import { describe, expect, test } from 'vitest';
import { paperKinds, type PaperKind } from '../../shared/domain/document-kinds.ts';
import { pactHash } from '../../shared/domain/pact.ts';
import { contestFileSchema, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { paperMargins, paperSizes, readable, type Paper, type PaperBlock } from '../../shared/documents/model/paper.ts';
import { paperInput, type ChangeLine, type PaperInput } from '../../shared/documents/papers/paper-frame.ts';
import { paperOf } from '../../shared/documents/papers/papers.ts';
import { roomOn } from '../../shared/documents/text/block-heights.ts';
import { paperHtml } from '../../shared/documents/text/paper-html.ts';
import { longestWord } from '../../shared/documents/workbook/text-size.ts';
import { present } from '../../shared/lib/assert.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { languages } from '../../shared/say/language.ts';
import { pactCode } from '../../shared/say/pact.ts';
import { sayRanking } from '../../shared/say/ranking.ts';
import { wordsOf, type Words } from '../../shared/say/words.ts';
import { contestants, contestOf, criterion, jurors, rubric, table } from '../support/contest-builder.ts';
import { randomContest } from '../support/random-contest.ts';
import { longNames, officialContest } from '../support/official-contests.ts';
import {
  borda,
  bordaStages,
  cutUndecided,
  example,
  medianWithGaps,
  sharedReaders,
  threeCategories,
  threeRounds,
  tiesAndDecisions,
} from './contests.ts';

function made(kind: PaperKind, file: ContestFile, more: Partial<PaperInput> = {}): Paper {
  return paperOf(kind, { ...paperInput(file, wordsOf.id), noteAt: () => '', ...more });
}

function textsOf(blocks: readonly PaperBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'paragraph':
        return [block.runs.map(({ text }) => text).join('')];
      case 'heading':
        return [`${block.label} ${block.text}`];
      case 'list':
        return block.items.map((runs) => runs.map(({ text }) => text).join(''));
      case 'fields':
        return block.rows.map((row) => row.join(': '));
      case 'table':
        return block.rows.map((row) => row.join(' | '));
      case 'signatures':
        return block.rows.flat().map((one) => [one?.role, one?.name, one?.title, one?.nip].join(' | '));
    }
  });
}

const allTexts = (paper: Paper): readonly string[] => paper.sections.flatMap(({ blocks }) => textsOf(blocks));

const page = (paper: Paper, words: Words = wordsOf.id): string => paperHtml(paper, words);

/** Each page of HTML, without its markup. */
function pagesOf(html: string): readonly string[] {
  return html.split('<div class="page ').slice(1);
}

const official: ContestFile = {
  ...example,
  contest: {
    ...example.contest,
    name: 'Gelar Budaya Kerja (contoh)',
    place: 'Gedung Wanita Jepara',
    dates: ['2017-11-08'],
    signing: { town: 'Jepara', date: '2017-11-20' },
    committeeChair: { name: 'Ketua Contoh, S.H.', title: 'Pembina', nip: '197001012000031001' },
  },
};

test('[Z10] objections stand in the minutes with answer and outcome, open ones too', () => {
  const [contestant] = official.contestants;
  const id = contestant?.id ?? null;
  const answer = { outcome: 'rejected', answer: 'Waktu tercatat penuh.' } as const;
  const texts = allTexts(
    made('minutes', official, {
      objections: [
        { by: 'KBK Melati', contestant: id, text: 'Waktu kami terpotong.', answer },
        { by: 'Ani', contestant: null, text: 'Panas.', answer: null },
      ],
    }),
  );
  const [first, second] = texts.filter((text) => text.startsWith('Sanggahan'));
  expect(first).toContain(`tentang No. ${contestant?.number ?? ''} ${contestant?.name ?? ''}`);
  expect(first).toContain('“Waktu kami terpotong.” Ditolak, dengan jawaban: “Waktu tercatat penuh.”');
  expect(second).toBe('Sanggahan Ani: “Panas.” Belum dijawab.');
});

describe('[X26] the minutes', () => {
  const texts = allTexts(made('minutes', official));

  test('[X26] say day, place and number in words', () => {
    expect(texts).toContain(
      'Pada hari ini, Rabu tanggal delapan bulan November tahun dua ribu tujuh belas, bertempat di Gedung Wanita Jepara, telah dilaksanakan penilaian terhadap 3 (tiga) Kelompok Budaya Kerja oleh Dewan Juri:',
    );
    expect(texts).toContain('Nomor: ........................................');
    expect(texts).toContain(
      'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
    );
  });

  test('[X26] name the winners with their scores in words, and everybody in the annex', () => {
    expect(texts).toContain('Juara I | 2 | KBK Contoh B | Unit B | 83,41 (delapan puluh tiga koma empat satu)');
    expect(texts).toContain('– | 4 | KBK Contoh D | Unit D | – | Mengundurkan diri');
    expect(texts).toContain('1 | 2 | KBK Contoh B | Unit B | 83,41 | pengurangan: melebihi waktu (contoh)');
  });

  test('[X26] tell recusals, smaller panels, deductions and who is not ranked, with the reasons', () => {
    expect(texts).toContain(
      'Juri 3 (contoh) tidak menilai (benturan kepentingan) No. 3 KBK Contoh C (Unit C). Alasan: satu unit kerja (contoh).',
    );
    expect(texts).toContain(
      'Babak Risalah: nilai dari 2 dari 3 juri yang ditugaskan untuk No. 3 KBK Contoh C (Unit C).',
    );
    expect(texts).toContain('Nilai No. 2 KBK Contoh B (Unit B) dikurangi 1. Alasan: melebihi waktu (contoh).');
    expect(texts).toContain('Tidak diperingkat: No. 4 KBK Contoh D (Unit D), mengundurkan diri.');
  });

  test('[X21] [X26] name who locked scores before a substitute took the seat', () => {
    const by = allTexts(
      made('minutes', official, {
        lockedBy: (juror, contestant) =>
          juror === 'j2' && contestant !== 'k3' ? { name: 'Juri Lama (contoh)' } : null,
      }),
    );
    expect(by).toContain(
      'Nilai untuk No. 1 KBK Contoh A (Unit A) dan No. 2 KBK Contoh B (Unit B) dikunci oleh Juri Lama (contoh), sebelum digantikan Juri 2 (contoh).',
    );
  });

  test('[R8] [X26] say who is out of the whole panel where places are counted', () => {
    expect(allTexts(made('minutes', bordaStages))).toContain(
      'Juri 4 (contoh) tidak diikutkan dalam panel kategori ini karena tidak menilai (benturan kepentingan) untuk nomor 2 KBK Contoh 2.',
    );
  });

  test('[X20] [X26] are signed with the town and day of signing, by both chairs and the members', () => {
    expect(texts).toContain('Mengetahui,\nKetua Panitia | Ketua Contoh, S.H. | Pembina | NIP. 19700101 200003 1 001');
    expect(texts.some((text) => text.startsWith('Jepara, 20 November 2017\nKetua Dewan Juri | Juri 1 (contoh)'))).toBe(
      true,
    );
    expect(texts.filter((text) => text.startsWith('Anggota Dewan Juri'))).toHaveLength(2);
  });

  test('[X26] tell ties with the step or the decision that ended them; a decision that fits no tie is not told', () => {
    const decided = allTexts(made('minutes', tiesAndDecisions));
    expect(decided).toContain(
      'Nilai sama diputuskan oleh ketua juri, dengan urutan No. 2 KBK Contoh 2; No. 1 KBK Contoh 1. Alasan: musyawarah.',
    );
    expect(decided).toContain(
      'Nilai sama ditetapkan sebagai juara kembar: No. 5 KBK Contoh 5 dan No. 6 KBK Contoh 6. Alasan: juara kembar.',
    );
    expect(decided.some((text) => /^Nilai sama: urutan No\. \d+ .*; No\. \d+ .* ditentukan oleh /.test(text))).toBe(
      true,
    );
    const stale = {
      ...tiesAndDecisions,
      scores: tiesAndDecisions.scores.map((score) =>
        score.contestant === 'k1' && score.juror === 'j1' ? { ...score, value: '95' } : score,
      ),
    };
    expect(allTexts(made('minutes', stale)).join('\n')).not.toContain('Alasan: musyawarah');
  });

  test('[X26] name each category where there are several, and leave what is not known to write', () => {
    const several = allTexts(made('minutes', threeCategories));
    expect(several.some((text) => text.includes('dalam 3 (tiga) kategori oleh'))).toBe(true);
    expect(several.some((text) => text.includes('(penilaian berlangsung pada 8 dan 9 November 2017)'))).toBe(true);
    const unknown = allTexts(made('minutes', tiesAndDecisions));
    expect(
      unknown.some((text) => text.includes('tanggal ................ bulan') && text.includes('bertempat di ....')),
    ).toBe(true);
  });
});

test('[X25] invented data and an open result are said above every page, and by what is missing', () => {
  const { sections } = made('minutes', medianWithGaps);
  for (const { marks } of sections) {
    expect(marks).toEqual([
      'CONTOH: data rekaan, bukan hasil penilaian yang sebenarnya',
      'SEMENTARA: hasil belum lengkap atau belum ditetapkan',
    ]);
  }
  expect(allTexts(made('minutes', medianWithGaps)).some((text) => /^SEMENTARA: \d+ lembar/.test(text))).toBe(true);
  expect(
    made('minutes', example)
      .sections.flatMap(({ marks }) => marks)
      .join(),
  ).not.toContain('SEMENTARA');
});

test('[X26] the annex of the decree leaves number and signatory to write', () => {
  const texts = allTexts(made('decree-annex', official));
  expect(texts).toContain('Nomor: ........................................');
  expect(texts).toContain('1 | 2 | KBK Contoh B | Unit B | 83,41 | Juara I');
  expect(texts.at(-1)).toContain('Ditetapkan di ....');
  expect(texts.join()).not.toContain('Ketua Contoh');
});

test('[X26] rounds, the least result for a place, and grades beside the complete list', () => {
  const texts = allTexts(made('minutes', threeRounds));
  expect(texts).toContain(
    'Babak Final diikuti 3 terbaik menurut babak Penyisihan dan Semifinal, tanpa pengurangan: 3 dari 4 lolos. Yang tidak lolos berperingkat di belakang menurut babak sebelumnya.',
  );
  expect(texts).toContain('Tempat juara hanya untuk nilai 45 atau lebih, menurut aturan yang disepakati.');
  expect(texts).toContain('4 | 1 | KBK Contoh 1 | – | 76,50 | tidak lolos ke babak Final');
  expect(texts.some((text) => text.startsWith('Juara III'))).toBe(false);
  expect(made('minutes', cutUndecided).sections[0]?.marks.join()).toContain('SEMENTARA');
  const graded = allTexts(made('minutes', tiesAndDecisions));
  expect(graded.some((text) => text.startsWith('Predikat'))).toBe(false);
  expect(graded).toContain(
    '1 | 2 | KBK Contoh 2 | – | 90,00 | Predikat: Sangat baik; nilai sama, ditentukan oleh keputusan ketua',
  );
  expect(allTexts(made('winner-list', tiesAndDecisions))).toContain(
    'Predikat: Sangat baik | 2 | KBK Contoh 2 | – | 90,00',
  );
});

test('[X26] the list of winners has those of the categories and of the whole contest', () => {
  const texts = allTexts(made('winner-list', tiesAndDecisions));
  expect(texts).toContain('Juara I | 2 | KBK Contoh 2 | – | 90,00');
  expect(texts.some((text) => text.startsWith('Favorit'))).toBe(true);
});

test('[R26] [X27] the explanations are those of the ranking, each contestant on pages of its own', () => {
  for (const file of [example, tiesAndDecisions, medianWithGaps]) {
    const paper = made('reasons', file);
    expect(paper.sections).toHaveLength(file.contestants.length);
    const said = sayRanking(wordsOf.id, file, rankContest(file)).categories.flatMap(({ standings }) => standings);
    const texts = new Set(allTexts(paper));
    const lacking = said.flatMap(({ why }) =>
      why.filter((line) => !texts.has(line) && ![...texts].some((text) => line.endsWith(`, ${text}`))),
    );
    // Here the results of a category have as many decimals as the one that needs most.
    expect(lacking.filter((line) => !line.startsWith('Peringkat'))).toEqual([]);
  }
  const [one, ...others] = made('reasons', example, {
    only: present(example.contestants[1], 'a contestant').id,
  }).sections;
  expect(one?.identity).toContain('KBK Contoh B');
  expect(others).toEqual([]);
});

describe('[X28] feedback', () => {
  const judged = contestOf({
    rubrics: [rubric('r', 's', [criterion('a', '60'), criterion('b', '40')])],
    jurors: jurors(3),
    contestants: contestants(2),
    scores: [
      ...table(
        [
          [81, 82, 84],
          [70, 71, 73],
        ],
        'a',
      ),
      ...table(
        [
          [91, 92, 97],
          [60, 60, 61],
        ],
        'b',
      ),
    ],
    recusals: [],
  });

  test('[X28] has the mean of the panel, and no mark of one juror', () => {
    const texts = allTexts(made('feedback', judged));
    expect(texts).toContain('Kriteria a | 60 | 0–100 | 82,33');
    expect(texts).toContain('Kriteria b | 40 | 0–100 | 93,33');
    const alone = {
      ...judged,
      jurors: judged.jurors.slice(0, 1),
      scores: judged.scores.filter((one) => one.juror === 'j1'),
    };
    const single = allTexts(made('feedback', alone));
    expect(single).toContain('Kriteria a | 60 | 0–100 | –');
    expect(single.join('\n')).not.toMatch(/81|91/);
    expect(single.some((text) => text.includes('hanya satu juri'))).toBe(true);
  });

  test('[X28] has the notes of the panel without names, sorted by their words', () => {
    const notes: Readonly<Record<string, string>> = { j1: 'Yel-yel kompak.', j2: 'Data lengkap.', j3: 'Alur jelas.' };
    const texts = allTexts(
      made('feedback', judged, {
        noteAt: (juror, contestant, _stage, on) =>
          contestant !== 'k1'
            ? ''
            : on === null
              ? (notes[juror] ?? '')
              : on === 'b' && juror === 'j1'
                ? 'Angka mana?'
                : '',
      }),
    );
    const at = texts.indexOf('Alur jelas.');
    expect(texts.slice(at, at + 4)).toEqual([
      'Alur jelas.',
      'Data lengkap.',
      'Kriteria b: Angka mana?',
      'Yel-yel kompak.',
    ]);
    expect(texts.join('\n')).not.toContain('Juri 1');
    expect(texts).toContain('Tidak ada catatan.');
    expect(allTexts(made('feedback', judged, { noteAt: null })).join()).toContain('dibuat di laptop panitia');
  });
});

describe('[X25] the pages', () => {
  test.each(paperKinds)(
    '[X16] [X25] every page of %s says whose it is, its number, and has the place of the code',
    (kind) => {
      for (const language of languages) {
        const words = wordsOf[language];
        const paper = made(kind, threeCategories, { words });
        const pages = pagesOf(page(paper, words));
        pages.forEach((html, index) => {
          expect(html).toContain(words.documents.pageOf(String(index + 1), String(pages.length)));
          expect(html).toContain(words.papers.checkCode(null));
          expect(paper.sections.some(({ identity }) => html.includes(identity.replaceAll("'", '&#39;')))).toBe(true);
        });
        expect(page({ ...paper, checkCode: 'ABCD-EFGH' }, words)).toContain(words.papers.checkCode('ABCD-EFGH'));
      }
    },
  );

  test('[Z12] say on every page that the committee corrected something after the scores were opened', () => {
    for (const kind of ['minutes', 'winner-list', 'reasons'] as const) {
      const { sections } = made(kind, official, { isCorrected: true });
      expect(sections.every(({ marks }) => marks.includes('DIKOREKSI panitia setelah semua nilai dibuka'))).toBe(true);
    }
  });

  test('[Z8] where a contest uses seals, every page is provisional until there is a code', () => {
    const sealing = { ...official, contest: { ...official.contest, sealing: true } };
    const isMarked = (file: ContestFile, checkCode: string | null) =>
      made('winner-list', file, { checkCode }).sections.map(({ marks }) =>
        marks.includes(wordsOf.id.papers.provisional),
      );
    expect(new Set(isMarked(official, null))).toEqual(new Set([false]));
    expect(new Set(isMarked(sealing, null))).toEqual(new Set([true]));
    expect(new Set(isMarked(sealing, '7Q2M-4XKD-90AW-RJ5T'))).toEqual(new Set([false]));
  });

  test('[X25] no page has signatures alone, whatever the size of the jury and of the list', async () => {
    for (const [groups, members] of [
      [3, 1],
      [9, 3],
      [14, 4],
      [20, 7],
      [33, 9],
      [52, 15],
    ] as const) {
      const file = await officialContest({ order: groups, rubric: 4, jurors: members }, longNames);
      for (const paperSize of ['A4', 'F4'] as const) {
        const sized = { ...file, contest: { ...file.contest, paper: paperSize } };
        for (const kind of ['minutes', 'decree-annex', 'winner-list'] as const) {
          for (const html of pagesOf(page(made(kind, sized)))) {
            if (!html.includes('class="signed')) continue;
            const before = html.slice(0, html.indexOf('class="signed'));
            expect(before, `${kind} ${groups} ${members} ${paperSize}`).toMatch(/<td class|class="text |class="item /);
          }
        }
      }
    }
  });

  test('[X25] a table has its head on every page that it reaches', async () => {
    const file = await officialContest({ order: 52, rubric: 4, jurors: 3 }, longNames);
    const pages = pagesOf(page(made('decree-annex', file)));
    expect(pages.length).toBeGreaterThan(3);
    for (const html of pages) if (html.includes('<td class')) expect(html).toContain('<th>Peringkat</th>');
  });

  test('[X25] no word of a head is broken, in either language, on A4', () => {
    const room = ((paperSizes.A4.width - paperMargins.left - paperMargins.right) * 72) / 25.4;
    const tight = languages.flatMap((language) =>
      paperKinds.flatMap((kind) =>
        [threeRounds, borda].flatMap((file) =>
          made(kind, file, { words: wordsOf[language] }).sections.flatMap(({ blocks }) =>
            blocks.flatMap((block) =>
              block.type !== 'table'
                ? []
                : block.columns
                    .filter(({ head, share }) => longestWord([head], { size: 9, bold: true }) > share * room - 8)
                    .map(({ head }) => `${kind}: ${head}`),
            ),
          ),
        ),
      ),
    );
    expect([...new Set(tight)]).toEqual([]);
    for (const { blocks } of paperKinds.flatMap((kind) => made(kind, tiesAndDecisions).sections)) {
      for (const block of blocks) {
        if (block.type === 'table') expect(block.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }
    }
  });

  test('[X25] a paper about somebody who was not judged has a page that says so', () => {
    const [withdrawn] = example.contestants.filter(({ status }) => status === 'withdrawn');
    const paper = made('feedback', example, { only: present(withdrawn, 'one who withdrew').id });
    expect(allTexts(paper)).toContain('Tidak ada nilai yang dapat dicantumkan.');
    expect(pagesOf(page(paper))).toHaveLength(1);
  });

  test('[X25] texts of people stand as texts: nothing of them is markup, turns the writing round, or is lost', () => {
    const hostile = '<script>alert(1)</script> & "\u202Egnp.exe\u0007\u0000 مجموعة 12\uD800';
    const file = {
      ...example,
      contestants: example.contestants.map((one) => ({ ...one, name: hostile })),
      contest: { ...example.contest, letterhead: [hostile] },
    };
    for (const kind of paperKinds) {
      const html = page(made(kind, file));
      expect(html).not.toContain('<script');
      // oxlint-disable-next-line no-control-regex -- the very ones
      expect(html).not.toMatch(/[\u0000-\u0008\u202e\ud800]/);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;gnp.exe \u2068مجموعة\u2069 12');
    }
  });

  test('[X25] every paper of any contest can be made, in both languages', () => {
    for (let seed = 0; seed < 25; seed += 1) {
      const file = randomContest(seed);
      for (const language of languages) {
        for (const kind of paperKinds) {
          const html = page(made(kind, file, { words: wordsOf[language], noteAt: null }), wordsOf[language]);
          expect(html).toContain(`<html lang="${language}">`);
          expect(html).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }
  });
});

test.each([
  ['a\u0000b\u001b', 'ab'],
  ['a\tb\r\nc', 'a b\nc'],
  ['\u202Eabc\u2069', 'abc'],
  ['KBK אבג 12', 'KBK \u2068אבג\u2069 12'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
])('[X25] %j is shown as %j', (text, shown) => {
  expect(readable(text)).toBe(shown);
});

describe('[X30] the history of changes', () => {
  const line = (what: string, remark: string): ChangeLine => ({
    when: '08/11/2017 14:05:09',
    localMs: 0,
    number: 3,
    texts: {
      who: 'Ani',
      role: 'Juri 1',
      machine: 'Laptop 4',
      what,
      contestant: '1 · KBK Contoh 1',
      criterion: 'Kriteria a',
      before: '80',
      after: '85',
      remark,
      afterPresentation: 'Ya',
      log: 'a',
    },
  });

  test('[X30] says when, who on which laptop, what, from what to what, and why, on sheets that lie across', () => {
    const paper = made('changes', official, { changes: [line('mengubah nilai', 'salah ketik')] });
    expect(allTexts(paper)).toContain(
      '1 | 08/11/2017 14:05:09 | Ani\nJuri 1\nLaptop 4 | Mengubah nilai | 1 · KBK Contoh 1 | 80 | 85 | salah ketik',
    );
    expect(page(paper)).toContain('class="page f4-landscape"');
  });

  test('[X30] many changes have the head of the table on each page', () => {
    const paper = made('changes', official, {
      changes: Array.from({ length: 200 }, () => line('mengubah', 'a '.repeat(200))),
    });
    const pages = pagesOf(page(paper));
    expect(pages.length).toBeGreaterThan(10);
    for (const one of pages) expect(one).toContain('<thead>');
  });

  test('[X30] where nothing was changed, or the history is elsewhere, it says so', () => {
    expect(allTexts(made('changes', official, { changes: [] }))).toContain(wordsOf.id.papers.changes.none);
    expect(allTexts(made('changes', official))).toContain(wordsOf.id.papers.changes.elsewhere);
  });
});

test('[D29] the minutes carry the pact with its chain and fingerprint, and who accepted it when', () => {
  const withPact = { ...official, contest: { ...official.contest, pact: 'Saya jujur.\nSaya adil.' } };
  const [first, second] = withPact.jurors;
  const text = pactHash(withPact) ?? '';
  const accepted = { juror: first?.id ?? '', name: 'Juri Lama (contoh)', text, atMs: 5 };
  const other = { juror: second?.id ?? '', name: 'Juri Lain (contoh)', text: 'a'.repeat(52), atMs: 6 };
  const paper = made('minutes', contestFileSchema.parse({ ...withPact, acceptances: [accepted, other] }), {
    moment: (atMs) => `saat ${atMs}`,
  });
  const section = paper.sections.at(-1);
  const texts = textsOf(section?.blocks ?? []);
  expect(section?.identity).toBe(`Pakta integritas, ${withPact.contest.name}`);
  expect(texts).toContain('Saya jujur.\nSaya adil.');
  expect(texts).toContain(`Sidik teks (pakta dan urutan penentu): ${pactCode(text)}`);
  expect(texts).toContain('Juri Lama (contoh) | saat 5');
  expect(texts.some((line) => line.includes('Juri Lain'))).toBe(false);
  expect(texts.filter((line) => line.endsWith('| belum diterima'))).toHaveLength(withPact.jurors.length - 1);
  expect(made('minutes', official).sections).toHaveLength(paper.sections.length - 1);
});

test('[X25] the codes of many seals take their room from the text, those of a few from the margin', () => {
  const room = (codes: number) =>
    roomOn(
      { ...made('minutes', official), checkCode: Array(codes).fill('ABCD-EFGH-JKMN-PQRS').join(', ') },
      'Berita acara',
    ).height;
  expect(room(4)).toBe(room(1));
  expect(room(1) - room(50)).toBeGreaterThan(60);
});

test('[R34] [D30] the minutes say how many of the jury read each contestant, and who judged the own unit', () => {
  const [juror] = sharedReaders.jurors;
  const [contestant] = sharedReaders.contestants;
  const texts = allTexts(
    made('minutes', {
      ...sharedReaders,
      keptJurors: [{ juror: juror?.id ?? '', contestant: contestant?.id ?? '', reason: 'sudah pindah unit' }],
    }),
  );
  expect(texts).toContain(
    'Babak Risalah: setiap peserta ditugaskan kepada 2 dari 4 juri; yang dihitung nilai juri yang ditugaskan.',
  );
  expect(texts.filter((text) => text.startsWith('Babak Presentasi: setiap peserta ditugaskan'))).toEqual([]);
  // Who was not assigned is no gap in a panel; who is recused is.
  expect(texts.filter((text) => text.startsWith('Babak Risalah: nilai dari'))).toEqual([]);
  expect(texts.filter((text) => text.startsWith('Babak Presentasi: nilai dari 3 dari 4 juri'))).toHaveLength(1);
  expect(texts.some((text) => text.endsWith('atas ketetapan panitia. Alasan: sudah pindah unit.'))).toBe(true);
  const reasons = allTexts(made('reasons', sharedReaders));
  expect(reasons.filter((text) => text.includes('2 dari 4 juri ditugaskan untuk kelompok ini'))).toHaveLength(5);
});
