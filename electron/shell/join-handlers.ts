/** A laptop that has no contest yet joins one: what is found in the network, the code, and waiting for the committee. */
import type { joiningRequests, FoundContest } from '../../shared/ipc/joining.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { saidJoinError } from '../../shared/say/joining.ts';
import { formatAddress } from '../../shared/sync/invitation.ts';
import { findContests } from '../adapters/discovery.ts';
import type { Handlers } from '../ipc/register.ts';
import { joinContest, type JoinOptions } from '../sync/join-contest.ts';
import { joiningSeat, readJoinTarget } from '../sync/join-target.ts';
import { isJoining } from '../sync/joining-keys.ts';
import { newFolder } from './file-names.ts';
import { invitationFileKind, readInvitationFile, readLongInvitation } from './invitation-file.ts';
import type { Shell } from './shell.ts';

/** The window asks again while its screen is open. */
const SEARCH_ENDS_AFTER_MS = 5000;
const MOST_FOUND = 20;

export function joinHandlers(shell: Shell) {
  const { ports } = shell;
  const { words } = ports;
  const search = createSearch(ports.listenHost);
  let joining: AbortController | null = null;
  return {
    'find-contests': () => ok(search()),
    'read-invitation': ({ code }) => readLongInvitation(words, code),
    'open-invitation': async ({ path: given }) => {
      const file =
        given ?? (await ports.dialogs.chooseFile(words.application.dialogs.invitation, invitationFileKind(words)));
      return file === null ? ok(null) : readInvitationFile(words, file);
    },
    'opened-invitation': () => {
      const file = ports.takeOpenedFile();
      shell.stateChanged();
      return file === null ? ok(null) : readInvitationFile(words, file);
    },
    'drop-invitation': () => {
      ports.takeOpenedFile();
      shell.stateChanged();
      return ok(null);
    },
    'use-camera': ({ on }) => {
      ports.allowCamera(on && shell.desk() === null);
      return ok(null);
    },
    'join-contest': async ({ code, address }) => {
      joining?.abort();
      const attempt = new AbortController();
      joining = attempt;
      const read = readJoinTarget(code, address);
      if (!read.ok) return err(saidJoinError(words, read.error));
      const seat = joiningSeat(read.value);
      const dir = newFolder(ports.contestsFolder, words.application.names.seatFolder(seat.seat), (folder) =>
        isJoining(folder, seat, ports.protections),
      );
      const options: JoinOptions = {
        dir,
        code,
        ...(address === undefined ? {} : { address }),
        machine: ports.machine,
        protections: ports.protections,
        onWaiting: ({ seatName, contest }) => {
          ports.log.info('joining: the committee is asked');
          ports.notify('join-waiting', { seatName, contest });
        },
        signal: attempt.signal,
      };
      const joined = await joinContest(options);
      if (joining === attempt) joining = null;
      if (!joined.ok) {
        ports.log.warn(`joining ended: ${joined.error.type}`);
        return err(saidJoinError(words, joined.error));
      }
      return ok((await shell.adopt(joined.value)).folder());
    },
    'cancel-join': () => {
      joining?.abort();
      joining = null;
      return ok(null);
    },
  } satisfies Handlers<keyof typeof joiningRequests>;
}

/** Looks while it is asked, and tells what it has found since; the same contest once. */
function createSearch(listenHost: string): () => readonly FoundContest[] {
  const found = new Map<string, FoundContest>();
  let stop: (() => void) | null = null;
  let patience: NodeJS.Timeout | undefined;
  return () => {
    stop ??= findContests(listenHost, ({ device, contest, host, port, version }) => {
      const isKnown = found.has(device);
      if (isKnown || found.size < MOST_FOUND) {
        const before = found.get(device);
        // Of several addresses the first that answered; a committee that was started again is at another port.
        const address = formatAddress(host, port);
        const isMoved = before !== undefined && !before.address.endsWith(`:${port}`);
        found.set(
          device,
          before === undefined || isMoved ? { device, contest, address, version } : { ...before, contest },
        );
      }
    });
    clearTimeout(patience);
    patience = setTimeout(() => {
      stop?.();
      stop = null;
      found.clear();
    }, SEARCH_ENDS_AFTER_MS);
    patience.unref();
    return [...found.values()].toSorted((a, b) => (a.contest < b.contest ? -1 : 1));
  };
}
