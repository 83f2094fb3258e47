/** Explanations in Bahasa Indonesia: rank, jurors who do not count, deductions, the end of the arithmetic, neighbours. */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import { sayResult } from '../numbers.ts';
import type { Explanation } from '../../ranking/explanation.ts';
import type { ExplanationWords, SaidPart } from '../explanations.ts';
import { criterionName, ended, jurorName, stageName } from '../sentences.ts';
import { sayBorda, sayPlaces, saySkating, saySkatingReason } from './explanation-places.ts';
import { sayCombined, sayStage } from './explanation-stages.ts';
import { sayCut, sayOpenCut } from './explanation-rounds.ts';
import { sayTie } from './explanation-ties.ts';
import { say, saySum, indonesianNumbers, showDecimal } from './numbers.ts';
import { contestantName, joined, numberName } from './sentences.ts';

export const indonesianExplanations: ExplanationWords = {
  'no-rank': () => plain('Belum ada nilai yang dapat dihitung, sehingga belum ada peringkat.'),
  rank: (part, file) => plain(rankText(part, file)),
  gate: (part, file) => plain(gateText(part, file)),
  stage: sayStage,
  exempt: (part, file) => plain(exemptText(part, file)),
  assigned: ({ stage, jurors, of }, file) =>
    plain(
      `Babak ${stageName(file, stage)}: ${jurors.length} dari ${of} juri ditugaskan untuk kelompok ini (${joined(jurors.map((juror) => jurorName(file, juror)))}); hanya nilai mereka yang dihitung.`,
    ),
  missing: ({ stage, locked, jurors }, file) => {
    const names = joined(jurors.map((juror) => jurorName(file, juror)));
    const count = `${locked} dari ${locked + jurors.length} juri`;
    return plain(`Sementara: ${count} di babak ${stageName(file, stage)}; belum ada nilai terkunci dari ${names}.`);
  },
  'left-out': (part, file) => plain(leftOutText(part, file)),
  combined: (part) => plain(sayCombined(part)),
  penalty: ({ points, reason, overtime }) => {
    if (overtime === null) return plain(`Pengurangan ${say(points)}: ${ended(reason)}`);
    const product = `${overtime.minutes} menit × ${say(overtime.perMinute)} = ${say(points)}`;
    return plain(`Pengurangan: lewat ${overtime.seconds} detik, ${product}: ${ended(reason)}`);
  },
  final: sayFinal,
  places: sayPlaces,
  borda: (part) => plain(sayBorda(part)),
  skating: saySkating,
  tie: sayTie,
  cut: sayCut,
  'cut-open': (part, file) => plain(sayOpenCut(part, file)),
  'below-minimum': ({ minimum }) =>
    plain(`Nilainya di bawah nilai terendah untuk juara (${say(minimum)}), sehingga tidak memperoleh juara.`),
  blocked: ({ lack, contestants }, file) => {
    const whom =
      contestants === 'everybody' ? 'semua peserta' : joined(contestants.map((id) => contestantName(file, id)));
    return plain(`Juara kategori ini belum dapat ditetapkan: ${lackText(lack, file)} untuk ${whom}.`);
  },
  distance: ({ neighbours }) => {
    const texts = neighbours.map(({ rank, difference }) => {
      const distance = difference.numerator === 0n ? '0 (sama)' : say(difference);
      return `peringkat ${rank}: ${distance}`;
    });
    return plain(`Selisih dengan ${texts.join('; dengan ')}.`);
  },
  'before-next': ({ rank, contestant, reason }, file) => {
    const name = `peringkat ${rank} (${contestantName(file, contestant)})`;
    return plain(`Dibandingkan dengan ${name}: ${saySkatingReason(reason)}.`);
  },
  'failed-gate': ({ stage, marks }, file) => {
    const texts = marks.map(
      ({ criterion, juror, value, max }) =>
        `${criterionName(file, criterion)}: ${say(value)} dari ${say(max)} (${jurorName(file, juror)}).`,
    );
    return plain(`Tidak diperingkat: tidak memenuhi syarat ${stageName(file, stage)}. ${texts.join(' ')}`);
  },
  outside: ({ status, record }) => {
    const head = `Tidak diperingkat: ${statusNames[status]}`;
    if (record === null) return plain(`${head}.`);
    const reason = record.reason === null ? 'Tanpa alasan tercatat.' : `Alasan: ${ended(record.reason)}`;
    return plain(`${head}, dicatat panitia ${record.when}. ${reason}`);
  },
};

function plain(text: string): SaidPart {
  return { text, details: [] };
}

const statusNames: Readonly<Record<Explanation<'outside'>['status'], string>> = {
  withdrawn: 'mengundurkan diri',
  'no-show': 'tidak hadir',
  disqualified: 'didiskualifikasi',
  exhibition: 'pembuka, tidak dinilai',
};

const resultNouns: Readonly<Record<Explanation<'rank'>['method'], string>> = {
  mean: 'nilai akhir',
  'trimmed-mean': 'nilai akhir',
  median: 'nilai akhir',
  majority: 'tempat akhir',
  borda: 'jumlah angka',
};

function rankText({ rank, result, display, method, open }: Explanation<'rank'>, file: ContestFile): string {
  const value = `${resultNouns[method]} ${sayResult(indonesianNumbers, method, result, display)}`;
  if (open.length === 0) return `Peringkat ${rank} dengan ${value}.`;
  const sheets = open.map((one) => openText(one, file)).join('; ');
  return `Peringkat sementara ${rank} dengan ${value} (kategori belum lengkap: ${sheets}).`;
}

const MOST_NAMED = 4;

/** `Juri 2 belum mengunci nilai nomor 5 dan nomor 6`. */
function openText({ juror, contestants }: Explanation<'rank'>['open'][number], file: ContestFile): string {
  const more = contestants.length - MOST_NAMED;
  const shown = contestants
    .slice(0, more > 1 ? MOST_NAMED : contestants.length)
    .map((contestant) => numberName(file, contestant));
  const names = joined(more > 1 ? [...shown, `${more} peserta lain`] : shown);
  return `${jurorName(file, juror)} belum mengunci nilai ${names}`;
}

function gateText({ stage, state, jurors }: Explanation<'gate'>, file: ContestFile): string {
  const head = `Babak ${stageName(file, stage)} adalah syarat`;
  const names = joined(jurors.map((juror) => jurorName(file, juror)));
  switch (state) {
    case 'nobody':
      return `${head}; belum ada juri yang memeriksanya.`;
    case 'incomplete':
      return `${head}; pemeriksaannya belum lengkap: ${names} belum mengunci.`;
    case 'passed':
      return `${head} dan telah terpenuhi (diperiksa ${names}); tidak menambah nilai.`;
  }
}

function exemptText({ kind, juror, reason, where, panels }: Explanation<'exempt'>, file: ContestFile): string {
  const verb = kind === 'recused' ? 'tidak menilai (benturan kepentingan)' : 'berhalangan';
  const place =
    where === 'only'
      ? ''
      : where === 'everywhere'
        ? ' di semua babak'
        : ` di babak ${joined(where.map((stage) => stageName(file, stage)))}`;
  return `${jurorName(file, juror)} ${verb}${place}: ${ended(reason ?? 'tanpa alasan tercatat')}${panelText(panels, file)}`;
}

function panelText(panels: Explanation<'exempt'>['panels'], file: ContestFile): string {
  const sizes = new Set(panels.map(({ jurors }) => jurors));
  const [size] = sizes;
  if (size === undefined) return '';
  const told =
    sizes.size === 1
      ? `${size} juri yang menilai`
      : joined(panels.map(({ stage, jurors }) => `${jurors} juri (${stageName(file, stage)})`));
  return ` Dihitung dari ${told}.`;
}

function leftOutText({ juror, cause, contestants }: Explanation<'left-out'>, file: ContestFile): string {
  const head = `${jurorName(file, juror)} tidak diikutkan dalam panel kategori ini karena`;
  if (cause === 'no-weight') return `${head} semua babak yang dinilainya berbobot 0.`;
  const verbs = {
    recused: 'tidak menilai (benturan kepentingan)',
    absent: 'berhalangan menilai',
    missing: 'belum mengunci nilai',
  };
  return `${head} ${verbs[cause]} untuk ${contestants.map((id) => contestantName(file, id)).join('; ')}.`;
}

/** Without a deduction only where the number goes on and is shown otherwise. */
function sayFinal({ before, penalties, penalty, result, display }: Explanation<'final'>): SaidPart | null {
  const shown = showDecimal(display.replace('-', '−'));
  const isCut = say(result).endsWith('…');
  if (penalties.length === 0) return isCut ? plain(`Nilai akhir ${say(result)}, ditulis ${shown}.`) : null;
  const summed = penalties.length > 1 ? `${saySum(penalties)} = ` : '';
  return plain(
    `Nilai sebelum pengurangan ${say(before)}. Dikurangi ${summed}${say(penalty)}. Nilai akhir ${say(before)} − ${say(penalty)} = ${say(result)}${isCut ? `, ditulis ${shown}` : ''}.`,
  );
}

function lackText(lack: Explanation<'blocked'>['lack'], file: ContestFile): string {
  switch (lack.type) {
    case 'no-stage':
      return 'tidak ada babak yang dinilai';
    case 'unchecked-gate':
      return `tidak ada juri yang memeriksa syarat ${stageName(file, lack.stage)}`;
    case 'no-panel':
      return `di babak ${stageName(file, lack.stage)} tidak ada juri yang menilai semua peserta, jadi tidak ada panel`;
    case 'too-few':
      return `di babak ${stageName(file, lack.stage)} juri terlalu sedikit untuk rata-rata terpangkas`;
    case 'nobody':
      return `tidak ada juri yang dapat menilai babak ${stageName(file, lack.stage)}`;
  }
}
