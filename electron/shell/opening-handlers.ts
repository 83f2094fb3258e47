/** Opening the scores (rule Z11), and this laptop's own check of them (rule Z13). */
import { actKey, programmeOf } from '../../shared/ceremony/programme.ts';
import type { openingRequests } from '../../shared/ipc/opening.ts';
import { ok } from '../../shared/lib/result.ts';
import { ownCheck } from '../../shared/seal/own-check.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import type { Handlers } from '../ipc/register.ts';
import type { Desk } from './desk.ts';
import { refuseCommand } from './refuse.ts';
import type { Shell } from './shell.ts';

export function openingHandlers(shell: Shell) {
  return {
    'open-scores': ({ withNotes }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const desk = allowed.value;
      const done = desk.contest.openScores({ announced: isAnnounced(desk), withNotes });
      return done.ok ? done : refuseCommand(shell.ports.words, done.error);
    },
    'own-check': () => {
      const allowed = shell.asAnybody();
      if (!allowed.ok) return allowed;
      const { contest } = allowed.value;
      const held = {
        contest: contest.contest(),
        recorded: contest.recorded(),
        log: contest.log,
        hash: nodeCrypto.hash,
      };
      return ok(ownCheck(contest.unread(), held));
    },
  } satisfies Handlers<keyof typeof openingRequests>;
}

/** Every act with winners was shown to its end, for real. */
function isAnnounced({ contest, settings }: Desk): boolean {
  const { setup } = contest.contest();
  const acts = setup === null ? [] : programmeOf(setup).filter(({ type }) => type === 'winners');
  return acts.length > 0 && acts.every((act) => settings.get().actsDone.includes(actKey(act)));
}
