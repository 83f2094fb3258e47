/** The committee's network, admitting, and what is saved where. */
import { toBase32 } from '../../shared/lib/base32.ts';
import type { networkRequests, NetworkStatus, SaveStatus } from '../../shared/ipc/network.ts';
import { ok } from '../../shared/lib/result.ts';
import type { DeviceId, JurorId } from '../../shared/domain/ids.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import type { Handlers } from '../ipc/register.ts';
import type { Desk } from './desk.ts';
import { writeInvitationFiles } from './invitation-file.ts';
import { silentNetwork } from './network.ts';
import { refuseCommand, refuseShell } from './refuse.ts';
import type { Shell } from './shell.ts';

export function networkHandlers(shell: Shell) {
  const { words } = shell.ports;
  const { refused, dialogs } = words.application;
  return {
    'save-status': () => ok(saveStatus(shell)),
    'clock-offset': () => ok(shell.desk()?.network.clockOffsetMs() ?? 0),
    'tell-battery': (battery) => {
      shell.desk()?.network.tellBattery(battery);
      return ok(null);
    },
    'move-committee': ({ address }) => {
      const allowed = shell.asAnybody();
      return allowed.ok ? allowed.value.network.moveCommittee(address) : allowed;
    },
    'network-status': async () => ok(await networkStatus(shell)),
    'start-listening': async ({ port }) => {
      const allowed = shell.asCommittee();
      return allowed.ok ? allowed.value.network.listen(port) : allowed;
    },
    'renew-invitation': async ({ seat }) => {
      const allowed = shell.asCommittee();
      return allowed.ok ? allowed.value.network.renewInvitation(seat) : allowed;
    },
    'answer-asking': ({ seat, admit, samePerson }) => {
      const allowed = shell.asCommittee();
      return allowed.ok ? allowed.value.network.answer(seat, admit, samePerson ?? true) : allowed;
    },
    'save-invitations': async () => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const folder = await shell.ports.dialogs.chooseFolder(dialogs.invitationFolder);
      if (folder === null) return ok({ path: null });
      const { contest, network } = allowed.value;
      const { invitations } = await network.status();
      const waiting = invitations.filter(({ state }) => state === 'open' || state === 'asking');
      try {
        writeInvitationFiles(words, folder, contest.contest().setup?.contest.name ?? '', waiting);
      } catch {
        return refuseShell('folder-unwritable', refused.invitationsUnwritable);
      }
      return ok({ path: folder });
    },
    'admit-all': async ({ on }) => {
      const allowed = shell.asCommittee();
      return allowed.ok ? allowed.value.network.admitAll(on) : allowed;
    },
    'revoke-device': ({ device, reason }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const { contest } = allowed.value;
      const upTo = lastEntriesOf(contest, device);
      const revoked = contest.execute({ role: 'committee' }, { type: 'revoke-device', device, upTo, reason });
      return revoked.ok ? ok(null) : refuseCommand(words, revoked.error);
    },
  } satisfies Handlers<keyof typeof networkRequests>;
}

/** The committee's alone: it holds the invitations' codes. */
export async function networkStatus(shell: Shell): Promise<NetworkStatus> {
  const allowed = shell.asCommittee();
  return allowed.ok ? allowed.value.network.status() : silentNetwork;
}

/** Where the entries of the person signed in are. */
export function saveStatus(shell: Shell): SaveStatus {
  const desk = shell.desk();
  const session = shell.session();
  const here = desk === null || session === null ? 0 : entriesOf(desk, session.role === 'seat' ? session.seat : null);
  if (desk === null) {
    return {
      here,
      atCommittee: null,
      laptops: 1,
      connection: 'none',
      problem: null,
      committeeAddress: null,
      lastBackupAtMs: null,
      backupFolders: null,
    };
  }
  const saving = {
    here,
    ...desk.network.saving(),
    lastBackupAtMs: desk.lastBackupAtMs(),
    backupFolders: desk.backupFolders(),
  };
  return desk.contest.takesWrites() ? saving : { ...saving, diskRefuses: true };
}

function entriesOf({ contest }: Desk, seat: JurorId | null): number {
  const log = contest.writers().find((writer) => writer.seat === seat)?.log ?? null;
  return log === null ? 0 : (contest.log.head(log)?.seq ?? 0);
}

/** What this laptop has accepted of each of the device's logs. */
function lastEntriesOf(contest: OpenContest, device: DeviceId) {
  const signingKey = contest.contest().devices.get(device)?.signingKey;
  return [...contest.openings()].flatMap(([log, opening]) => {
    const head = opening.signingKey === signingKey ? contest.log.head(log) : null;
    return head === null ? [] : [{ log, seq: head.seq, hash: toBase32(head.hash) }];
  });
}
