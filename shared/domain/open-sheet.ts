/** The sheet that a juror may write on, or why not (rule D14). */
import { err, ok, type Result } from '../lib/result.ts';
import type { Contestant } from './setup/contest-file.ts';
import { findContestant, setupOf, type Contest } from './contest.ts';
import { refusal, type DomainError } from './facts/errors.ts';
import { sheetOf, type ScoreSheet } from './score-sheet.ts';

/** The sheet, if this juror may write on it now. */
export function openSheet(
  contest: Contest,
  seat: string,
  contestantId: string,
  stage: string,
  criterion: string | null,
): Result<ScoreSheet, DomainError> {
  const contestant = rankedContestant(contest, contestantId);
  if (!contestant.ok) return contestant;
  const sheet = sheetOf(contest, seat, contestantId, stage);
  if (sheet === null || (criterion !== null && !sheet.rubric.criteria.some(({ id }) => id === criterion))) {
    return err(refusal('not-judging', `Anda tidak menilai ${contestant.value.name} pada bagian ini.`));
  }
  switch (sheet.state) {
    case 'locked':
      return err(refusal('locked', 'Lembar ini sudah terkunci. Minta panitia membuka kuncinya bila ada yang keliru.'));
    case 'recused':
      return err(refusal('recused', 'Anda menyatakan tidak menilai peserta ini. Batalkan pernyataan itu dahulu.'));
    case 'absent':
      return err(refusal('absent', 'Panitia mencatat Anda tidak hadir untuk peserta ini. Hubungi panitia.'));
    case 'conflict':
      if (sheet.conflicts.size > 0) return ok(sheet);
      if (sheet.disputed !== null) {
        return err(
          refusal(
            'conflict',
            'Lembar ini terkunci, tetapi tercatat juga bahwa Anda tidak menilainya. Panitia memutuskan yang mana yang dihitung.',
          ),
        );
      }
      return err(
        refusal(
          'conflict',
          'Lembar ini dikunci dari dua laptop dengan isi berbeda, atau dengan rubrik lama. Minta panitia membuka kuncinya.',
        ),
      );
    default:
      return ok(sheet);
  }
}

export function rankedContestant(contest: Contest, id: string): Result<Contestant, DomainError> {
  const contestant = findContestant(setupOf(contest), id);
  if (contestant === undefined) return err(refusal('unknown-id', `Peserta "${id}" tidak ada.`));
  switch (contestant.status) {
    case 'waiting':
    case 'performing':
    case 'performed':
      return ok(contestant);
    case 'withdrawn':
      return err(refusal('not-ranked', `${contestant.name} mengundurkan diri dan tidak dinilai.`));
    case 'no-show':
      return err(refusal('not-ranked', `${contestant.name} tidak hadir dan tidak dinilai.`));
    case 'disqualified':
      return err(refusal('not-ranked', `${contestant.name} didiskualifikasi dan tidak dinilai.`));
    case 'exhibition':
      return err(refusal('not-ranked', `${contestant.name} tampil sebagai pembuka dan tidak dinilai.`));
  }
}

export function versionOf(contest: Contest): string {
  return contest.rubricVersion ?? '';
}
