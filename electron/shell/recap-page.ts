/**
 * The recap as a page for the printer: one table per category with places, results and panels. Self-contained HTML without
 * scripts; every text of the contest is escaped.
 */
import type { ContestFile } from '../../shared/domain/contest-file.ts';
import { indonesianDates } from '../../shared/export/indonesian.ts';
import { showDecimal } from '../../shared/lib/decimal.ts';
import type { CategoryRanking, RankAnswer, Standing, UnrankedStatus } from '../../shared/ranking/types.ts';

const unrankedLabels: Readonly<Record<UnrankedStatus, string>> = {
  withdrawn: 'Mengundurkan diri',
  'no-show': 'Tidak hadir',
  disqualified: 'Diskualifikasi',
  exhibition: 'Ekshibisi, tidak dinilai',
  'failed-gate': 'Tidak lolos verifikasi',
};

/** `answer` must be the ranking of this very file. */
export function recapPage(file: ContestFile, answer: RankAnswer): string {
  const { contest } = file;
  const size = contest.paper === 'A4' ? 'A4 portrait' : '215.9mm 330.2mm';
  const where = [contest.place, indonesianDates(contest.dates ?? [])].filter(
    (text) => text !== undefined && text !== '',
  );
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escaped(contest.name)}</title><style>
@page { size: ${size}; margin: 20mm 20mm 20mm 25mm; }
body { font: 11pt/1.35 'Liberation Serif', 'Times New Roman', serif; color: #000; }
header { text-align: center; margin-bottom: 6mm; } header p { margin: 0; }
h1 { font-size: 14pt; margin: 4mm 0 1mm; text-transform: uppercase; } h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 0.3mm solid #000; padding: 1mm 1.5mm; vertical-align: top; } th { background: #e8e8e8; }
.number { text-align: center; white-space: nowrap; } .note { margin: 1mm 0; } .example { border: 0.5mm solid #000; padding: 1mm; font-weight: bold; }
</style></head><body><header>${(contest.letterhead ?? []).map((line) => `<p>${escaped(line)}</p>`).join('')}
<h1>Rekapitulasi nilai</h1><p>${escaped(contest.name)}</p><p>${escaped(where.join(', '))}</p>
${contest.example === true ? '<p class="example">CONTOH: bukan hasil sebenarnya</p>' : ''}</header>
${answer.categories.map((ranking) => categorySection(file, ranking)).join('\n')}</body></html>`;
}

function categorySection(file: ContestFile, ranking: CategoryRanking): string {
  const name = file.categories.find((each) => each.id === ranking.category)?.name ?? ranking.category;
  const head = ['Peringkat', 'No.', 'Nama kelompok', 'Unit kerja', 'Pengurangan', 'Nilai akhir', 'Juri'];
  return `<section><h2>Kategori ${escaped(name)}</h2>${notes(ranking)}
<table><thead><tr>${head.map((title) => `<th>${title}</th>`).join('')}</tr></thead>
<tbody>${ranking.standings.map((standing) => standingRow(file, standing)).join('')}</tbody></table>
${ranking.unranked.map(({ contestant, status }) => unrankedNote(file, contestant, status)).join('')}</section>`;
}

function notes({ provisional, missing, blocked }: CategoryRanking): string {
  const texts: string[] = [];
  if (provisional) texts.push(`SEMENTARA: ${missing.length} lembar penilaian belum dikunci.`);
  if (blocked !== null) texts.push('Masih ada nilai sama atau peserta tanpa juri yang harus diputuskan.');
  return texts.map((text) => `<p class="note"><b>${text}</b></p>`).join('');
}

function standingRow(file: ContestFile, standing: Standing): string {
  const contestant = file.contestants.find((each) => each.id === standing.contestant);
  const panel = new Set(Object.values(standing.panel).flat()).size;
  const rank = standing.rank === null ? '–' : `${standing.rank}${standing.shared ? ' (bersama)' : ''}`;
  const penalty = standing.penalty === '0' ? '–' : showDecimal(standing.penalty);
  return `<tr><td class="number">${rank}</td><td class="number">${contestant?.number ?? '–'}</td>
<td>${escaped(contestant?.name ?? '')}</td><td>${escaped(contestant?.unit ?? '')}</td>
<td class="number">${penalty}</td><td class="number">${standing.display}</td><td class="number">${panel}</td></tr>`;
}

function unrankedNote(file: ContestFile, id: string, status: UnrankedStatus): string {
  const contestant = file.contestants.find((each) => each.id === id);
  const number = contestant?.number === null ? '' : `${contestant?.number}. `;
  return `<p class="note">${number}${escaped(contestant?.name ?? '')}, ${escaped(contestant?.unit ?? '')}: ${unrankedLabels[status]}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
