/** The announcement in Bahasa Indonesia. */
import type { NextMove } from '../../ceremony/ceremony.ts';
import type { CeremonyRefusal } from '../../ceremony/steps.ts';
import type { CeremonyWords } from '../ceremony.ts';
import { namesLabel } from '../place-names.ts';
import { indonesianNumbers } from './numbers.ts';
import { indonesianPlaces } from './place-names.ts';

export const indonesianCeremony: CeremonyWords = {
  numbers: indonesianNumbers,
  places: indonesianPlaces,
  together: ' (bersama)',
  wholeContest: 'Penghargaan seluruh lomba',
  opening: 'Pembuka',
  madeUp: (letter) => ({ name: `CONTOH ${letter}`, unit: `Unit contoh ${letter}` }),
  draw: 'Undian nomor urut tampil',
  everybody: 'Semua kategori',
  drawnNumber: (number) => `Nomor urut ${number}`,
  next: nextText,
  refusal: refusalText,
};

function nextText(move: NextMove): string {
  switch (move.type) {
    case 'lift':
      return 'Tampilkan kembali';
    case 'build-up':
      return `${move.label}, belum dengan nama`;
    case 'reveal':
      return `nama ${move.label}`;
    case 'list':
      return 'daftar semua nomor';
    case 'act':
      return `babak ${move.title}`;
  }
}

function refusalText(refusal: CeremonyRefusal): string {
  switch (refusal.type) {
    case 'provisional': {
      const { category, missing } = refusal;
      const sheets = missing === 0 ? '' : ` Masih ada ${missing} lembar penilaian yang belum dikunci.`;
      return `Kategori ${category} belum dapat diumumkan: hasilnya masih sementara.${sheets} Lengkapi dahulu di halaman Pemantauan.`;
    }
    case 'blocked': {
      const causes = refusal.causes.map(causeText).join('; ');
      return `Kategori ${refusal.category} belum dapat diumumkan: ${causes}. Selesaikan dahulu di halaman Peringkat.`;
    }
    case 'nobody-ranked':
      return refusal.category === null
        ? 'Penghargaan seluruh lomba belum ada penerimanya. Isi dahulu di Rubrik & aturan, bagian Penghargaan.'
        : `Kategori ${refusal.category} belum mempunyai peringkat, jadi belum ada yang dapat diumumkan.`;
    case 'unknown-category':
      return 'Kategori ini tidak ada lagi. Pilih kategori lain.';
  }
}

type Cause = Extract<CeremonyRefusal, { readonly type: 'blocked' }>['causes'][number];

function causeText({ places, reason, isAtCut }: Cause): string {
  if (isAtCut) return 'siapa yang lolos ke babak berikutnya belum ditetapkan';
  const awards = namesLabel(indonesianPlaces, places);
  switch (reason) {
    case 'round':
    case 'tie':
      return `nilai sama pada ${awards} belum diputuskan`;
    case 'no-panel':
      return `${awards} belum dapat ditetapkan, karena ada peserta atau syarat tanpa juri yang menilai`;
  }
}
