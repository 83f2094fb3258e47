/**
 * The door of the committee's laptop: every new connection passes it. Behind a gate each stranger proves itself or goes; who
 * has proven an invitation waits here until a person answers (rules S3-S5).
 */
import { protocolOf } from '../protocol.ts';
import type { LiveContest } from '../../laptop/live-contest.ts';
import { refuse, type DomainError } from '../../domain/facts/errors.ts';
import { present } from '../../lib/assert.ts';
import { base32Bytes, toBase32 } from '../../lib/base32.ts';
import { ok, type Result } from '../../lib/result.ts';
import { limits } from '../../limits.ts';
import { deviceIdOf } from '../../log/entry.ts';
import type { LogHead } from '../../ports.ts';
import {
  createCommitteeGate,
  type AdmittedDevice,
  type CommitteeGate,
  type CommitteeGatePorts,
} from '../join-committee.ts';
import type { Applicant, CommitteeKeys } from '../join-context.ts';
import type { JoinDesk } from '../join-desk.ts';
import type { Peer } from './hub.ts';
import type { Connection, ConnectionHandlers, RolePorts } from './ports.ts';
import type { DeviceId, JurorId } from '../../domain/ids.ts';

export interface CommitteeIdentity {
  readonly keys: CommitteeKeys;
  /** Raw Ed25519 seed. */
  readonly signingPrivateKey: Uint8Array;
}

export interface DoorListener {
  readonly onAsk: (seat: JurorId, machine: string) => void;
  readonly onChanged: () => void;
  /** The logs may flow. */
  readonly onAdmitted: (device: AdmittedDevice, connection: Connection) => Peer;
  readonly isRecovering: (holds: LogHead | null) => boolean;
  /** A laptop that is not known here brings the committee's own logs back. */
  readonly onRecovering: (device: DeviceId, connection: Connection) => Peer;
  readonly onLeft: (peer: Peer) => void;
}

export interface Door {
  readonly receive: (connection: Connection) => ConnectionHandlers;
  /** Admits or refuses the laptop that asks for a seat. `isSamePerson`: the seat's earlier scores may be read on it. */
  readonly answer: (seat: JurorId, admit: boolean, isSamePerson: boolean) => Result<null, DomainError>;
  /** Whoever asks for that seat goes: its invitation is void. */
  readonly sendAway: (seat: JurorId) => void;
  /** Closes every connection and lets nobody in. */
  readonly close: () => void;
}

interface Asking {
  readonly applicant: Applicant;
  readonly gate: CommitteeGate;
}

export function createDoor(
  contest: LiveContest,
  ports: Pick<RolePorts, 'timers' | 'crypto' | 'application'> & Pick<CommitteeGatePorts, 'checkCode' | 'sayRefusal'>,
  desk: JoinDesk,
  identity: CommitteeIdentity,
  listener: DoorListener,
): Door {
  const { timers, crypto, application, checkCode, sayRefusal } = ports;
  const asking = new Map<JurorId, Asking>();
  const connections = new Set<Connection>();
  let isClosing = false;
  const stopReminding = timers.every(limits.silenceMs / 3, () => {
    for (const { gate } of asking.values()) gate.remind();
  });

  return {
    receive: receiveStranger,
    answer,
    sendAway: (seat) => {
      const waiting = asking.get(seat);
      asking.delete(seat);
      waiting?.gate.refuse('refused');
    },
    close: () => {
      isClosing = true;
      stopReminding();
      for (const connection of connections) connection.close('closing');
    },
  };

  function receiveStranger(connection: Connection): ConnectionHandlers {
    let peer: Peer | null = null;
    const gate = createCommitteeGate(
      {
        crypto,
        application,
        version: protocolOf(contest.contest().format),
        ...identity,
        desk,
        checkCode,
        sayRefusal,
        describe: (seat) => describeSeat(contest, seat),
        deviceOf: (device) => admittedDevice(contest, device),
        deviceWithKey: (signingKey) => admittedDevice(contest, deviceIdOf(signingKey, crypto)),
        send: connection.send,
        close: connection.close,
        onAsk: (applicant) => {
          stopWaiting();
          connection.markInvited();
          ask({ applicant, gate });
        },
        onAdmitted: (device) => {
          stopWaiting();
          peer = listener.onAdmitted(device, connection);
        },
        isRecovering: listener.isRecovering,
        onRecovering: (device) => {
          stopWaiting();
          peer = listener.onRecovering(device, connection);
        },
      },
      connection.exporter,
      connection.remoteAddress,
    );
    const stopWaiting = timers.after(limits.joinTimeoutMs, () => gate.refuse('timeout'));
    connections.add(connection);
    if (isClosing) gate.refuse('busy');
    else gate.open();
    return {
      onFrame: (frame) => {
        if (peer === null) gate.receive(frame);
        else peer.deliver(frame);
      },
      onClose: () => {
        stopWaiting();
        gate.closed();
        connections.delete(connection);
        stopAsking(gate);
        if (peer !== null) listener.onLeft(peer);
      },
    };
  }

  function ask(next: Asking): void {
    const { seat, machine } = next.applicant;
    asking.get(seat)?.gate.refuse('refused');
    asking.set(seat, next);
    desk.mark(seat, 'asking', machine);
    listener.onAsk(seat, machine);
  }

  function stopAsking(gate: CommitteeGate): void {
    for (const [seat, { gate: other }] of asking) {
      if (other !== gate) continue;
      asking.delete(seat);
      desk.mark(seat, 'open', null);
      listener.onChanged();
    }
  }

  function answer(seat: JurorId, admit: boolean, isSamePerson: boolean): Result<null, DomainError> {
    const waiting = asking.get(seat);
    if (waiting === undefined) return refuse({ type: 'unknown-id', reason: 'nobody-asks' });
    const { applicant, gate } = waiting;
    if (admit) {
      const device = deviceIdOf(applicant.signingKey, crypto);
      // Void before it has its effect: a crash in between must not leave a used invitation open.
      desk.mark(seat, 'joined', applicant.machine);
      const executed = contest.execute(
        { role: 'committee' },
        {
          type: 'admit-device',
          device,
          signingKey: toBase32(applicant.signingKey),
          boxKey: toBase32(applicant.boxKey),
          seat,
          machine: applicant.machine,
        },
      );
      if (!executed.ok) {
        desk.mark(seat, 'asking', applicant.machine);
        return executed;
      }
      asking.delete(seat);
      gate.answer(admittedDevice(contest, device));
      if (isSamePerson) void contest.shareDataKeys(device);
    } else {
      asking.delete(seat);
      desk.mark(seat, 'open', null);
      gate.answer(null);
    }
    listener.onChanged();
    return ok(null);
  }
}

function describeSeat(contest: LiveContest, seat: JurorId): { readonly seatName: string; readonly contest: string } {
  const { setup } = contest.contest();
  return {
    seatName: setup?.jurors.find((juror) => juror.id === seat)?.name ?? seat,
    contest: setup?.contest.name ?? '',
  };
}

/** A device as the contest's facts know it; null when it was never admitted. */
export function admittedDevice(contest: LiveContest, id: DeviceId): AdmittedDevice | null {
  const device = contest.contest().devices.get(id);
  if (device === undefined) return null;
  const { seat, machine, signingKey, revoked } = device;
  return { device: id, seat, machine, signingKey: base32Bytes(signingKey), isRevoked: revoked !== null };
}

/** The keys with which this committee's laptop proves itself. */
export function committeeIdentity(contest: LiveContest): CommitteeIdentity {
  const writer = present(
    contest.writers().find((each) => each.seat === null),
    'a committee laptop has its keys',
  );
  return {
    keys: { signingKey: base32Bytes(contest.committee.signingKey), boxKey: base32Bytes(contest.committee.boxKey) },
    signingPrivateKey: base32Bytes(writer.device.signingPrivateKey),
  };
}
