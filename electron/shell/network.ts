/**
 * The network of the open contest as the windows see it: the committee's laptop listens and invites, a juror's laptop keeps
 * itself connected. Statuses are made here from what the sync sides report; nothing of a score is in them.
 */
import QRCode from 'qrcode';
import type { Battery, Invitation, NetworkStatus, SaveStatus } from '../../shared/ipc/network.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { findJuror } from '../../shared/domain/contest.ts';
import type { JurorId } from '../../shared/domain/ids.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import type { JurorRole } from '../../shared/sync/roles/juror.ts';
import { parseAddress, parseTypedAddress } from '../../shared/sync/invitation.ts';
import { sayConnectionProblem, sayListenError, type ListenError } from '../../shared/say/joining.ts';
import type { Words } from '../../shared/say/words.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import type { JsonFile } from '../adapters/files/json-file.ts';
import type { FolderSettings } from '../adapters/files/settings.ts';
import { openCommitteeAtPort } from '../sync/committee-port.ts';
import type { CommitteeSide } from '../sync/committee-side.ts';
import { openJurorSide } from '../sync/juror-side.ts';
import { refuseCommand, refuseShell } from './refuse.ts';

export interface DeskNetwork {
  readonly status: () => Promise<NetworkStatus>;
  readonly saving: () => Pick<SaveStatus, 'atCommittee' | 'laptops' | 'connection' | 'problem' | 'committeeAddress'>;
  readonly clockOffsetMs: () => number;
  /** `port` absent: the last one, or any. */
  readonly listen: (port: number | undefined) => Promise<Result<NetworkStatus, ShellError>>;
  readonly renewInvitation: (seat: JurorId) => Promise<Result<Invitation, ShellError>>;
  readonly admitAll: (on: boolean) => Promise<Result<NetworkStatus, ShellError>>;
  readonly answer: (seat: JurorId, admit: boolean, isSamePerson: boolean) => Result<null, ShellError>;
  /** Of this laptop: a juror's tells the committee. */
  readonly tellBattery: (battery: Battery) => void;
  /** The committee's laptop is at this address now, `host:port`. */
  readonly moveCommittee: (address: string) => Result<null, ShellError>;
  readonly close: () => Promise<void>;
}

export const silentNetwork: NetworkStatus = {
  listening: false,
  addresses: [],
  invitations: [],
  devices: [],
  guessing: { count: 0, addresses: [], isSlowed: false },
  admitAll: { untilMs: null, endedByGuess: false },
  problem: null,
  unreached: null,
};

export function createCommitteeNetwork(
  contest: OpenContest,
  settings: JsonFile<FolderSettings>,
  {
    host,
    program,
    words,
    unreachedMs = limits.unreachedMs,
    changed,
  }: {
    readonly host: string;
    /** Where this program lies, as a firewall lists it. */
    readonly program: string;
    readonly words: Words;
    /** After so long without any connection the firewall is explained. */
    readonly unreachedMs?: number;
    /** Something that a status shows is different now. */
    readonly changed: () => void;
  },
): DeskNetwork {
  let side: CommitteeSide | null = null;
  let refusal: ListenError | null = null;
  let isOverdue = false;
  let patience: NodeJS.Timeout | undefined;
  const pictures = new Map<string, string>();
  const { refused } = words.application;
  const moveCommittee = () => refuseShell('wrong-role', refused.isCommittee);
  const notListening = () => refuseShell('not-listening', refused.notListening);
  return {
    status,
    saving,
    clockOffsetMs: () => 0,
    listen,
    renewInvitation,
    admitAll,
    answer,
    tellBattery: () => undefined,
    moveCommittee,
    close,
  };

  async function listen(wanted: number | undefined): Promise<Result<NetworkStatus, ShellError>> {
    if (side !== null) return ok(await status());
    const opened = await openCommitteeAtPort(contest, settings, {
      host,
      port: wanted,
      onEvent: changed,
      words: words.joining,
    });
    if (!opened.ok) {
      refusal = opened.error;
      changed();
      return refuseShell(opened.error.type, sayListenError(words.joining, opened.error));
    }
    side = opened.value;
    refusal = null;
    isOverdue = false;
    patience = setTimeout(() => {
      isOverdue = true;
      changed();
    }, unreachedMs);
    patience.unref();
    changed();
    return ok(await status());
  }

  async function status(): Promise<NetworkStatus> {
    if (side === null) return { ...silentNetwork, problem: problem() };
    const invitations = await Promise.all(side.invitations().map(withPicture));
    return {
      listening: true,
      addresses: side.addresses(),
      invitations,
      devices: side.devices(),
      guessing: side.guessing(),
      admitAll: { untilMs: side.admitAll.untilMs(), endedByGuess: side.admitAll.endedByGuess() },
      problem: problem(),
      unreached: unreached(side),
    };
  }

  function problem(): string | null {
    return refusal === null ? null : sayListenError(words.joining, refusal);
  }

  function unreached({ port, wasReached }: CommitteeSide): NetworkStatus['unreached'] {
    return isOverdue && !wasReached() ? { program, port } : null;
  }

  async function withPicture(invitation: ReturnType<CommitteeSide['invitations']>[number]): Promise<Invitation> {
    const { seat, code, state, machine, shortCode, failures, failedFrom } = invitation;
    const { setup } = contest.contest();
    const seatName = (setup === null ? undefined : findJuror(setup, seat)?.name) ?? seat;
    const qr = pictures.get(code) ?? (await QRCode.toDataURL(code, { errorCorrectionLevel: 'M', margin: 2, scale: 6 }));
    pictures.set(code, qr);
    return { seat, seatName, code, qr, state, machine, shortCode, failures, failedFrom };
  }

  async function renewInvitation(seat: JurorId): Promise<Result<Invitation, ShellError>> {
    if (side === null) return notListening();
    const renewed = side.renewInvitation(seat);
    if (!renewed.ok) return refuseCommand(words, renewed.error);
    const invitation = side.invitations().find((each) => each.seat === seat);
    return invitation === undefined ? notListening() : ok(await withPicture(invitation));
  }

  async function admitAll(on: boolean): Promise<Result<NetworkStatus, ShellError>> {
    if (side === null) return notListening();
    if (on) side.admitAll.begin();
    else side.admitAll.end();
    return ok(await status());
  }

  function answer(seat: JurorId, admit: boolean, isSamePerson: boolean): Result<null, ShellError> {
    if (side === null) return notListening();
    const answered = side.answer(seat, admit, isSamePerson);
    return answered.ok ? answered : refuseCommand(words, answered.error);
  }

  function saving() {
    const laptops = side?.laptops() ?? 1;
    return { atCommittee: null, laptops, connection: 'none' as const, problem: problem(), committeeAddress: null };
  }

  async function close(): Promise<void> {
    const closing = side;
    side = null;
    clearTimeout(patience);
    await closing?.close();
  }
}

/** Connects by itself and goes on trying. */
export function createJurorNetwork(contest: OpenContest, words: Words, changed: () => void): DeskNetwork {
  const { refused } = words.application;
  const onlyCommittee = () => refuseShell('wrong-role', refused.onlyCommitteeListens);
  let side: JurorRole | null = null;
  let closed = false;
  let battery: Battery | null = null;
  const opening = openJurorSide(contest, { onEvent: changed, battery: () => battery }).then((opened) => {
    if (closed) return opened.close();
    side = opened;
    changed();
    return undefined;
  });
  return {
    status: () => Promise.resolve(silentNetwork),
    saving: () => {
      const status = side?.status();
      return {
        atCommittee: status?.atCommittee ?? 0,
        laptops: status?.laptops ?? 1,
        connection: status?.connection ?? 'none',
        problem:
          status?.problem === undefined || status.problem === null
            ? null
            : sayConnectionProblem(words.joining, status.problem),
        committeeAddress: status?.committeeAddress ?? null,
      };
    },
    clockOffsetMs: () => side?.status().clockOffsetMs ?? 0,
    listen: () => Promise.resolve(onlyCommittee()),
    renewInvitation: () => Promise.resolve(onlyCommittee()),
    admitAll: () => Promise.resolve(onlyCommittee()),
    answer: onlyCommittee,
    tellBattery: (told) => {
      battery = told;
    },
    moveCommittee: (text) => {
      const typed = parseTypedAddress(text);
      if (typed === null) return refuseShell('bad-address', refused.badCommitteeAddress);
      const address = { host: typed.host, port: typed.port ?? lastPort(side) };
      if (side === null) return refuseShell('not-ready', refused.networkNotReady);
      // Connected in the meantime: the committee is found, there is nothing to look for.
      if (side.status().connection !== 'connected') side.moveTo(address);
      return ok(null);
    },
    close: async () => {
      closed = true;
      await opening;
      await side?.close();
    },
  };
}

/** Who types an address alone means a laptop that has moved, not another port. */
function lastPort(side: JurorRole | null): number {
  const address = side?.status().committeeAddress ?? null;
  return (address === null ? null : parseAddress(address))?.port ?? limits.committeePort;
}
