/** What the committee reads of a laptop in trouble: which one it is, and what to do (rules L16, S8). */
import type { LaptopTrouble } from '../../shared/sync/roles/laptop-troubles.ts';

export function troubleWords(trouble: LaptopTrouble, machine: string, seatName: string): string {
  return texts[trouble](`Laptop ${machine} (${seatName})`);
}

const texts = {
  'over-quota': (laptop) =>
    `${laptop} mengirim jauh lebih banyak data daripada yang wajar. Kelebihannya tidak diterima dan tidak disebarkan; nilai juri lain aman. Periksa laptop itu. Bila bukan pekerjaan juri, cabut laptop itu di menu Perangkat lalu undang laptop lain untuk kursinya.`,
  'wrong-entries': (laptop) =>
    `${laptop} mengirim data yang rusak atau tidak sah; data itu tidak diterima. Tutup lalu buka lagi aplikasi di laptop itu. Bila peringatan ini muncul lagi, cabut laptop itu di menu Perangkat lalu undang laptop lain untuk kursinya.`,
  'unreadable-log': (laptop) =>
    `Nilai dari ${laptop} tidak dapat dibaca panitia, karena kuncinya tidak disertakan. Cabut laptop itu di menu Perangkat, undang laptop lain untuk kursinya, lalu minta juri memasukkan nilainya di sana.`,
} satisfies Record<LaptopTrouble, (laptop: string) => string>;
