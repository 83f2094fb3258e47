/**
 * What a cell talks about, told by its first words [I14]: a unit, a group, an act of the day, a session, people who do not
 * compete. Only ever used to propose a reading that a person sees.
 */
import { textKey } from '../lib/text-key.ts';

const UNIT =
  /^(dinas|badan|bagian|biro|kantor|kecamatan|kec|kelurahan|kel|desa|puskesmas|pkm|upt|uptd|uptb|rs|rsu|rsud|rsia|rsup|rumah sakit|klinik|sd|sdn|sdit|smp|smpn|mts|mtsn|sma|sman|smk|smkn|man|mi|min|tk|paud|sekretariat|setda|setwan|sekwan|inspektorat|satpol|satuan|balai|laboratorium|labkesda|bappeda|bappelitbang|bpkad|bpkpd|bapenda|bkd|bkpp|bkpsdm|bpbd|bpn|bps|dpmptsp|dpmd|dpupr|pupr|dlh|dkk|dinkes|dindik|disdik|disdikbud|dikbud|dindikpora|disperindag|diskominfo|kominfo|disnaker|disnakertrans|dishub|dispora|disparbud|disdukcapil|dispendukcapil|dukcapil|dinsos|distan|dispertan|perumda|perusda|pdam|pt|cv|bank|bpr|universitas|politeknik|akademi|fakultas|sekolah|kementerian|direktorat|kabupaten|kab|kota|provinsi|pemkab|pemkot|pemerintah|korwil|bumd|cabang dinas|instalasi|polres|polsek|kodim|kejaksaan|pengadilan|perpustakaan|museum)\b/;
const GROUP = /^(kbk|gkm|gkb|qcc|gugus|kelompok budaya|kelompok|tim|team|regu|grup|group)\b/;
const AGENDA =
  /^(registrasi|daftar ulang|check ?in|cek in|pembukaan|sambutan|laporan|ishoma|isoma|istirahat|rehat|sholat|salat|shalat|solat|makan|snack|coffee|kudapan|sidang|rapat|pengumuman|penutup|penutupan|penyerahan|pembagian|doa|pembacaan|menyanyikan|lagu|indonesia raya|mars|hiburan|penampilan|band|musik|paduan suara|kata|orasi|tari|tarian|penampilan tari|persiapan|gladi|technical meeting|foto|sesi foto|arahan|pengarahan|briefing|mc|pembawa acara|acara|pleno|kunjungan|pengundian|undian nomor|pengambilan nomor|jeda|break|ice breaking|yel|selesai|pulang|ramah tamah|presensi|absensi|evaluasi|penilaian)\b/;
const AGENDA_ROLE =
  /^(panitia|mc|master|pembawa acara|dewan juri|tim juri|juri|bupati|wakil|wali ?kota|gubernur|sekda|sekretaris daerah|kepala|protokol|seluruh|semua|seksi|petugas|peserta|undangan|all|tim penilai)\b/;
const SESSION =
  /^(hari|sesi|session|gelombang|shift|kloter|tahap|babak|putaran|ruang|ruangan|aula|gedung|hall|tempat|lokasi|panggung|stage|room|day|pagi|siang|sore|malam|senin|selasa|rabu|kamis|jumat|jum at|sabtu|minggu|ahad|tanggal|tgl|pukul|jam|waktu|jadwal|pendopo|lantai)\b|^\d{1,2} \d{2}\b|^\d{1,2} (jan|feb|peb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|nop|des)/;
const PEOPLE =
  /\b(juri|penilai|panitia|kepanitiaan|tamu|undangan|narasumber|pendamping|fasilitator|moderator|pembawa acara|mc|petugas|pengurus|anggota|presensi|absensi|absen|daftar hadir|kontak|sertifikat|piagam|konsumsi|anggaran|penghubung|official|sambutan|hadiah|petunjuk|referensi|kriteria)\b/;
const KNOWN_CATEGORY =
  /^(kesehatan|pendidikan|administrasi|umum|pelayanan|infrastruktur|ekonomi|sosial|pemerintahan|pertanian|teknologi|lingkungan|keuangan|perekonomian|pembangunan|kesejahteraan|kesra|kewilayahan|manajemen|sd|smp|sma|smk|tk|paud|puskesmas|rumah sakit|rsud|opd|kecamatan|sekolah|teknis|non teknis|pemula|madya|utama|swasta|bumd|produk|jasa)\b/;

/** `Dinas Kesehatan`, `SMPN 2 Sidorejo`. */
export function saysUnit(text: string): boolean {
  return UNIT.test(textKey(text));
}

/** `KBK Melati`, `Tim Cempaka`. */
export function saysGroup(text: string): boolean {
  return GROUP.test(textKey(text));
}

/** `ISHOMA`, `Registrasi peserta`: an act of the day that no group performs. */
export function saysAgenda(text: string): boolean {
  return AGENDA.test(textKey(text));
}

/** Who does such an act: `Panitia`, `MC`, `Dewan Juri`. */
export function saysAgendaRole(text: string): boolean {
  return AGENDA_ROLE.test(textKey(text));
}

/** `HARI PERTAMA`, `Ruang A`, `Sesi pagi`, `Rabu, 8 November`. */
export function saysSession(text: string): boolean {
  return SESSION.test(textKey(text));
}

/** `Dewan Juri`, `Tamu Undangan`: people and things that do not compete. */
export function saysPeople(text: string): boolean {
  return PEOPLE.test(textKey(text));
}

/** `Kesehatan`, `SMP`: what usually is a category. */
export function saysKnownCategory(text: string): boolean {
  return KNOWN_CATEGORY.test(textKey(text));
}

/** How many of the texts fulfil the test, from 0 to 1. */
export function shareOf(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}
