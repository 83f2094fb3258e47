/** The pact of integrity as it is proposed and named: its text is a matter of the contest, in the language of its papers. */
import { groupedCode } from './check-code.ts';

/** Proposed for a new contest; the committee edits it. */
export const usualPact = [
  'Saya, anggota dewan juri, menyatakan dengan sebenarnya bahwa saya:',
  '1. menilai setiap kelompok hanya berdasarkan kriteria dan bobot yang telah disepakati;',
  '2. tidak mempunyai benturan kepentingan dengan kelompok yang saya nilai, dan menyatakan tidak menilai bila ada;',
  '3. tidak menerima atau menjanjikan pemberian dalam bentuk apa pun yang berhubungan dengan penilaian ini;',
  '4. tidak membicarakan nilai saya atau nilai juri lain dengan siapa pun sebelum hasil diumumkan;',
  '5. menerima urutan penentu nilai sama di bawah ini dan hasil yang mengikutinya;',
  '6. bersedia mempertanggungjawabkan nilai yang saya kunci.',
].join('\n');

/** The beginning of a text's hash, as people compare it: `ABCD-EFGH-…`. */
export function pactCode(hash: string): string {
  return groupedCode(hash.slice(0, 16).toUpperCase());
}
