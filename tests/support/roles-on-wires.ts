/** The committee's and the juror's role over wires and a clock that a test holds in its hand. */
import { codeProofs } from '../../electron/adapters/code-proofs.ts';
import { makeDeviceKeys, nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { present } from '../../shared/lib/assert.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import type { DeviceKeys, LogHead } from '../../shared/ports.ts';
import { fingerprintOf } from '../../shared/sync/join-context.ts';
import type { KeptInvitation } from '../../shared/sync/join-desk.ts';
import { createJurorGate, type Credential } from '../../shared/sync/join-juror.ts';
import { decodeSyncFrame, encodeFrame, type SyncFrame } from '../../shared/sync/protocol.ts';
import {
  playCommittee,
  type CommitteeEvent,
  type CommitteePorts,
  type CommitteeRole,
} from '../../shared/sync/roles/committee.ts';
import { playJuror, type JurorEvent, type JurorPorts, type JurorRole } from '../../shared/sync/roles/juror.ts';
import type { CommitteeAddress, Connection, ConnectionHandlers } from '../../shared/sync/roles/ports.ts';
import { handPorts, type HandTimers } from './hand-timers.ts';

/** Where the committee is, and where it may be. */
export const firstAddress: CommitteeAddress = { host: '192.168.1.10', port: 47_470 };
export const secondAddress: CommitteeAddress = { host: '192.168.1.11', port: 47_470 };

export interface CommitteeEnd {
  readonly role: CommitteeRole;
  readonly events: CommitteeEvent[];
}

/** What a committee's process leaves to the next one. */
export interface KeptInvitations {
  kept: readonly KeptInvitation[];
}

/** Not begun yet. */
export function openCommitteeEnd(
  contest: LiveContest,
  hand: HandTimers,
  shelf: KeptInvitations,
  more: Partial<CommitteePorts> = {},
): CommitteeEnd {
  const events: CommitteeEvent[] = [];
  const ports: CommitteePorts = {
    ...handPorts(hand, 'panitia'),
    keeper: { kept: () => shelf.kept, keep: (next) => (shelf.kept = next) },
    checkCode: codeProofs.check,
    reachedAt: () => firstAddress,
    sayRefusal: (reason) => `kata untuk ${reason}`,
    sayTrouble: (trouble, { machine, seatName }) => `${trouble} ${machine} ${seatName}`,
    ...more,
  };
  return { role: playCommittee(contest, ports, (event) => events.push(event)), events };
}

export interface Dialled {
  readonly address: CommitteeAddress;
  /** Nobody answers there. */
  readonly fail: () => void;
  /** The committee's laptop answers. */
  readonly connect: () => Wire;
  /** A laptop answers of which the test has the other end. */
  readonly take: (connection: Connection) => ConnectionHandlers;
  readonly isEnded: () => boolean;
}

export interface JurorEnd {
  readonly role: JurorRole;
  readonly events: JurorEvent[];
  readonly dialled: Dialled[];
  readonly lastDial: () => Dialled;
  /** The addresses that it has kept. */
  readonly addresses: CommitteeAddress[];
  readonly isListening: () => boolean;
  /** The network hints at that address. */
  readonly hint: (address: CommitteeAddress) => void;
  /** How far the committee had confirmed the own log, as it has kept it. */
  readonly confirmed: number[];
}

/** `committee`: who answers, when it is asked. */
export function openJurorEnd(
  contest: LiveContest,
  hand: HandTimers,
  committee: () => CommitteeRole,
  more: Partial<JurorPorts> = {},
): JurorEnd {
  const events: JurorEvent[] = [];
  const dialled: Dialled[] = [];
  const addresses: CommitteeAddress[] = [];
  const confirmed: number[] = [];
  let hear: ((address: CommitteeAddress) => void) | null = null;
  const ports: JurorPorts = {
    ...handPorts(hand, 'juri'),
    address: () => firstAddress,
    keepAddress: (address) => addresses.push(address),
    listen: (onFound) => {
      hear = onFound;
      return () => (hear = null);
    },
    confirmed: () => 0,
    keepConfirmed: ({ seq }) => confirmed.push(seq),
    dial: (address, { onConnection, onFailure }) => {
      let isEnded = false;
      dialled.push({
        address,
        isEnded: () => isEnded,
        fail: () => {
          if (!isEnded) onFailure();
        },
        connect: () => wireTo(committee(), hand, onConnection),
        take: onConnection,
      });
      return () => (isEnded = true);
    },
    ...more,
  };
  return {
    role: playJuror(contest, ports, { onEvent: (event) => events.push(event) }),
    events,
    dialled,
    lastDial: () => present(dialled.at(-1), 'it has tried'),
    addresses,
    isListening: () => hear !== null,
    hint: (address) => hear?.(address),
    confirmed,
  };
}

export interface Wire {
  readonly marks: string[];
  /** Until nothing is on its way any more. */
  readonly flow: () => void;
  readonly cut: (reason: string) => void;
  readonly closedWith: () => string | null;
  /** As if the juror's laptop had sent that. */
  readonly toCommittee: (frame: Uint8Array) => void;
  /** From now on nothing comes from either side. */
  readonly hush: () => void;
}

/** A connection of a juror's end to the committee's. */
function wireTo(
  committee: CommitteeRole,
  hand: HandTimers,
  onConnection: (connection: Connection) => ConnectionHandlers,
): Wire {
  const marks: string[] = [];
  let queue: (() => void)[] = [];
  let closedWith: string | null = null;
  let hushedAtMs: number | null = null;
  const ends: { juror?: ConnectionHandlers; committee?: ConnectionHandlers } = {};
  const cut = (reason: string) => {
    if (closedWith !== null) return;
    closedWith = reason;
    queue.push(() => {
      ends.juror?.onClose(reason);
      ends.committee?.onClose(reason);
    });
  };
  const end = (own: 'juror' | 'committee', other: 'juror' | 'committee'): Connection => ({
    send: (frame) => {
      if (closedWith === null && hushedAtMs === null) queue.push(() => ends[other]?.onFrame(frame));
    },
    bufferedBytes: () => 0,
    close: cut,
    exporter: new Uint8Array(32).fill(3),
    remoteAddress: '192.168.1.20',
    markProven: () => marks.push(`${own} proven`),
    markInvited: () => marks.push(`${own} invited`),
    lastSignMs: () => hushedAtMs ?? hand.now(),
    ping: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
  });
  ends.committee = committee.receive(end('committee', 'juror'));
  ends.juror = onConnection(end('juror', 'committee'));
  return {
    marks,
    cut,
    closedWith: () => closedWith,
    toCommittee: (frame) => queue.push(() => ends.committee?.onFrame(frame)),
    hush: () => (hushedAtMs = hand.now()),
    flow: () => {
      for (let rounds = 0; rounds < 50; rounds += 1) {
        const now = queue;
        queue = [];
        for (const run of now) run();
        hand.pass(1);
      }
    },
  };
}

export interface Stranger extends Wire {
  /** What it has heard, in short. */
  readonly heard: string[];
}

/** A laptop that has never been at this committee and holds an invitation. */
export function strangerAt(
  committee: CommitteeRole,
  contest: Pick<LiveContest, 'committee'>,
  hand: HandTimers,
  seat: string,
  secret: Uint8Array,
  machine = 'Laptop Baru',
): Stranger {
  const signingKey = base32Bytes(contest.committee.signingKey);
  const fingerprint = fingerprintOf(nodeCrypto, signingKey);
  return gateTo(committee, hand, makeDeviceKeys(), { seat, machine }, { type: 'invitation', fingerprint, secret });
}

/** A laptop that proves a key of its own, as one that was admitted once; frames that come once it is in go to `hear`. */
export function returningAt(
  committee: CommitteeRole,
  contest: Pick<LiveContest, 'committee'>,
  hand: HandTimers,
  holds: LogHead | null = null,
): Stranger & { readonly say: (frame: SyncFrame) => void; readonly device: string } {
  const keys = makeDeviceKeys();
  const device = deviceIdOf(base32Bytes(keys.signingKey), nodeCrypto);
  const committeeSigningKey = base32Bytes(contest.committee.signingKey);
  const credential: Credential = { type: 'device', device, committeeSigningKey };
  let send = (_frame: Uint8Array): void => undefined;
  const link = gateTo(
    committee,
    hand,
    keys,
    { seat: 'j1', machine: 'Laptop Lama' },
    credential,
    holds,
    (connection) => {
      send = connection.send;
    },
  );
  return { ...link, device, say: (frame) => send(encodeFrame(frame)) };
}

function gateTo(
  committee: CommitteeRole,
  hand: HandTimers,
  keys: DeviceKeys,
  { seat, machine }: { readonly seat: string; readonly machine: string },
  credential: Credential,
  holds: LogHead | null = null,
  onConnection: (connection: Connection) => void = () => undefined,
): Stranger {
  const heard: string[] = [];
  let isIn = false;
  const link = wireTo(committee, hand, (connection) => {
    onConnection(connection);
    const gate = createJurorGate(
      {
        crypto: nodeCrypto,
        application: '9.9.9',
        applicant: { seat, signingKey: base32Bytes(keys.signingKey), boxKey: base32Bytes(keys.boxKey), machine },
        signingPrivateKey: base32Bytes(keys.signingPrivateKey),
        send: connection.send,
        close: connection.close,
        holds: () => holds,
        onWaiting: ({ seatName }) => heard.push(`waits for ${seatName}`),
        onAdmitted: (_committee, own) => heard.push(`admitted as ${own}`),
        onRecovering: () => {
          isIn = true;
          heard.push('recovering');
        },
        onRefused: ({ reason, message }) => heard.push(`refused: ${reason}, ${message}`),
      },
      credential,
      connection.exporter,
    );
    return {
      onFrame: (frame) => {
        if (!isIn) return gate.receive(frame);
        const decoded = decodeSyncFrame(frame);
        if (decoded.ok && decoded.value?.type === 'have') heard.push(`told of ${decoded.value.logs.length} logs`);
      },
      onClose: () => heard.push('hung up'),
    };
  });
  link.flow();
  return { ...link, heard };
}

/** The types of these events, without those that only say that a status is different. */
export function typesOf(events: readonly { readonly type: string }[]): readonly string[] {
  return events.map(({ type }) => type).filter((type) => type !== 'changed');
}
