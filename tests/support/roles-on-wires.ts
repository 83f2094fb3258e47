/** The committee's and the juror's role over wires and a clock that a test holds in its hand. */
import { codeProofs } from '../../electron/adapters/code-proofs.ts';
import { present } from '../../shared/lib/assert.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import type { KeptInvitation } from '../../shared/sync/join-desk.ts';
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
    sayTrouble: (trouble, machine, seat) => `${trouble} ${machine} ${seat}`,
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
  /** From now on nothing comes from either side. */
  readonly hush: () => void;
}

/** A connection of a juror's end to the committee's. */
export function wireTo(
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

/** The types of these events, without those that only say that a status is different. */
export function typesOf(events: readonly { readonly type: string }[]): readonly string[] {
  return events.map(({ type }) => type).filter((type) => type !== 'changed');
}
