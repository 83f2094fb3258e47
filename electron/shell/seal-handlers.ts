/**
 * Sealing on the committee's laptop (rules Z1 to Z3): the proposal covers what is held at this moment, and the committee's chair
 * agrees with a PIN that is nobody else's here, so that one person's PIN never does for both.
 */
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { sealsOf } from '../../shared/domain/seal.ts';
import type { sealRequests } from '../../shared/ipc/seal.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { sealProposal } from '../../shared/seal/propose.ts';
import { resultDigest } from '../../shared/seal/sealed-result.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import type { Handlers } from '../ipc/register.ts';
import { ceremonyChanged } from './ceremony-handlers.ts';
import type { Pins } from './pins.ts';
import { refuseCommand, refusePin, refuseShell } from './refuse.ts';
import type { Shell } from './shell.ts';

const committee = { role: 'committee' } as const;

export function sealHandlers(shell: Shell) {
  const { words } = shell.ports;
  const { refused } = words.application;
  return {
    'propose-seal': ({ scope }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const { contest } = allowed.value;
      const proposal = sealProposal(contest.contest(), scope, {
        heads: contest.log.heads(),
        recorded: contest.recorded(),
        hash: nodeCrypto.hash,
      });
      if (!proposal.ok) return refuseShell('seal-lacks', refused.sealLacks(proposal.error.length));
      const done = contest.execute(committee, proposal.value);
      return done.ok ? ok({ code: proposal.value.code }) : refuseCommand(words, done.error);
    },
    'approve-seal': ({ code, opening, pin }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const { contest, pins } = allowed.value;
      const checked = checkChair(pins, pin);
      if (!checked.ok) return checked;
      const seal = sealsOf(contest.contest()).find((each) => each.code === code);
      const digest =
        seal === undefined || opening !== undefined
          ? (seal?.digest ?? '')
          : resultDigest(toContestFile(contest.contest()), seal.scope, nodeCrypto.hash);
      const done = contest.execute(committee, {
        type: 'approve-seal',
        code,
        digest,
        ...(opening === undefined ? {} : { opening }),
      });
      if (!done.ok) return refuseCommand(words, done.error);
      if (seal !== undefined && opening !== undefined) {
        allowed.value.ceremony.forgetAnnounced(seal.scope);
        ceremonyChanged(shell);
      }
      return ok(null);
    },
    'show-results': ({ pin }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const checked = checkChair(allowed.value.pins, pin);
      if (checked.ok) allowed.value.results.show();
      return checked;
    },
    'hide-results': () => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      allowed.value.results.hide();
      return ok(null);
    },
    'has-chair-pin': () => {
      const allowed = shell.asCommittee();
      return allowed.ok ? ok(allowed.value.pins.isSet('chair')) : allowed;
    },
    'set-chair-pin': ({ oldPin, pin }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const { pins } = allowed.value;
      const checked = pins.check('chair', oldPin);
      if (!checked.ok) return refusePin(words, checked.error);
      if (pins.isOfAnother('chair', pin)) return refuseShell('same-pin', refused.chairPinTaken);
      pins.set('chair', pin);
      return ok(null);
    },
  } satisfies Handlers<keyof typeof sealRequests>;

  function checkChair(pins: Pins, pin: string): Result<null, ShellError> {
    if (!pins.isSet('chair')) return refuseShell('chair-pin-needed', refused.chairPinFirst);
    const checked = pins.check('chair', pin);
    if (!checked.ok) return refusePin(words, checked.error);
    // Another person may have taken the same one since.
    return pins.isOfAnother('chair', pin) ? refuseShell('same-pin', refused.chairPinTaken) : ok(null);
  }
}
