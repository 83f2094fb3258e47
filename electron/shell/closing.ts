/** What a person is asked before the application is closed by hand: a slip must not end what others are in the middle of. */
import type { Question } from './ports.ts';
import type { Shell } from './shell.ts';

/** Null: nothing depends on this window. Work that is saved as it is typed is no reason to ask. */
export async function closingQuestion(shell: Shell): Promise<Question | null> {
  const desk = shell.desk();
  if (desk === null) return null;
  const words = shell.ports.words.application.closing;
  const reasons: string[] = [];
  if (desk.ceremony.state().act !== null) reasons.push(words.ceremonyRuns);
  else if (shell.ports.projector.isOpen()) reasons.push(words.projectorOpen);
  if (desk.stageClock.time()?.running === true && desk.contest.kind === 'committee') {
    reasons.push(words.timerRuns);
  }
  const { devices } = await desk.network.status();
  const connected = devices.filter((device) => device.connected).length;
  if (connected > 0) {
    reasons.push(words.connected(connected));
  }
  if (reasons.length === 0) return null;
  return {
    message: words.question,
    detail: `${reasons.join('\n')}\n\n${words.safe}`,
    confirm: words.confirm,
    cancel: words.cancel,
  };
}
