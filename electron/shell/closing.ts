/** What a person is asked before the application is closed by hand: a slip must not end what others are in the middle of. */
import type { Question } from './ports.ts';
import type { Shell } from './shell.ts';

/** Null: nothing depends on this window. Work that is saved as it is typed is no reason to ask. */
export async function closingQuestion(shell: Shell): Promise<Question | null> {
  const desk = shell.desk();
  if (desk === null) return null;
  const reasons: string[] = [];
  if (desk.ceremony.state().category !== null)
    reasons.push('Pengumuman sedang berjalan; layar pengumuman ikut tertutup.');
  else if (shell.ports.projector.isOpen()) reasons.push('Layar pengumuman ikut tertutup.');
  if (desk.stageClock.time()?.running === true && desk.contest.kind === 'committee') {
    reasons.push('Pencatat waktu sedang berjalan.');
  }
  const { devices } = await desk.network.status();
  const connected = devices.filter((device) => device.connected).length;
  if (connected > 0) {
    reasons.push(
      `${connected} laptop juri sedang tersambung; nilai mereka baru terkumpul lagi setelah aplikasi ini dibuka.`,
    );
  }
  if (reasons.length === 0) return null;
  return {
    message: 'Tutup Gelar Juri?',
    detail: `${reasons.join('\n')}\n\nYang sudah tersimpan tetap aman.`,
    confirm: 'Ya, tutup',
    cancel: 'Jangan tutup',
  };
}
