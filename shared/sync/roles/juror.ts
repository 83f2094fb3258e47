/**
 * The juror's role: keeps a connection to the committee's laptop, comes back by itself for as long as it takes, and begins
 * the seat's log once the committee's facts are here (rules S1, S4, S9). Scoring never waits for it. Where it dials, how it
 * listens for hints and what it keeps over a restart are ports.
 */
import type { Writer } from '../../laptop/own-logs.ts';
import type { LiveContest } from '../../laptop/live-contest.ts';
import { present } from '../../lib/assert.ts';
import { base32Bytes } from '../../lib/base32.ts';
import { limits } from '../../limits.ts';
import { formatAddress } from '../invitation.ts';
import { createJurorGate } from '../join-juror.ts';
import { missingHere } from '../step.ts';
import { coalesced } from './coalesced.ts';
import { createCommitteeSearch, type SearchPorts } from './committee-search.ts';
import { createHub, failureOf, type HubProblem, type Peer } from './hub.ts';
import { createOwnLogCopies, type ConfirmationMemory } from './own-log-copies.ts';
import type { CommitteeAddress, Connection, ConnectionHandlers, RolePorts } from './ports.ts';
import type { Battery } from '../protocol.ts';
import { furthestOfCommittee, givingBack } from './recovery.ts';
import { idFrom } from '../../domain/ids.ts';

export type JurorEvent =
  | { readonly type: 'joined' }
  | { readonly type: 'left'; readonly reason: string }
  /** The committee will not have this laptop; it goes on trying, in case it changes its mind. */
  | { readonly type: 'refused'; readonly reason: string; readonly message: string }
  /** The committee has the own log on its disk up to there. */
  | { readonly type: 'acked'; readonly upTo: number }
  | { readonly type: 'problem'; readonly problem: HubProblem }
  /** Anything that a status shows. */
  | { readonly type: 'changed' };

export type ConnectionProblem =
  /** `message`: the committee's own words, for a reason that is not known here. */
  | { readonly type: 'refused'; readonly reason: string; readonly message: string }
  /** The committee has lost facts and gets them back from this laptop. */
  | { readonly type: 'committee-recovers' };

export interface JurorNetwork {
  /** `quiet`: connected, and nothing at all comes from there. */
  readonly connection: 'none' | 'connecting' | 'connected' | 'quiet' | 'refused';
  readonly problem: ConnectionProblem | null;
  readonly committeeAddress: string | null;
  /** Entries of the own log that the committee has confirmed; before it is heard again, those of the time before. */
  readonly atCommittee: number;
  /** Laptops that hold the whole own log, this one included. */
  readonly laptops: number;
  /** The committee's clock minus this laptop's, milliseconds. */
  readonly clockOffsetMs: number;
}

export interface JurorRole {
  readonly status: () => JurorNetwork;
  /** The committee's laptop is at another address now. */
  readonly moveTo: (address: CommitteeAddress) => void;
  readonly close: () => Promise<void>;
}

export interface JurorPorts extends RolePorts, SearchPorts, ConfirmationMemory {
  /** Tries once; nothing is heard any more of an attempt that the answer has ended. */
  readonly dial: (
    address: CommitteeAddress,
    attempt: {
      readonly onConnection: (connection: Connection) => ConnectionHandlers;
      /** No connection came about. */
      readonly onFailure: () => void;
    },
  ) => () => void;
}

export interface JurorOptions {
  /** Of this laptop, as its window says. */
  readonly battery?: () => Battery | null;
  /** Default: where it was last. */
  readonly address?: CommitteeAddress | undefined;
  readonly onEvent: (event: JurorEvent) => void;
}

/** No device's id. */
const COMMITTEE = idFrom.device('panitia');
const FIRST_PAUSE_MS = 250;
/** A status is for people: ten of them a second are plenty. */
const STATUS_DELAY_MS = 100;

export function playJuror(contest: LiveContest, ports: JurorPorts, options: JurorOptions): JurorRole {
  const { timers } = ports;
  const seat = present(contest.writers()[0]?.seat, 'a juror laptop has a seat');
  const search = createCommitteeSearch(ports, options.address, tryHint);
  const copies = createOwnLogCopies(contest, timers, ports, (upTo) => options.onEvent({ type: 'acked', upTo }));
  let connection: JurorNetwork['connection'] = search.address() === null ? 'none' : 'connecting';
  let problem: ConnectionProblem | null = null;
  let peer: Peer | null = null;
  /** The committee has lost its facts, and gets them back over this connection. */
  let isHelping = false;
  let open: Connection | null = null;
  let cancel = (): void => undefined;
  let stopRetrying = (): void => undefined;
  let stopWaiting = (): void => undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let clockOffsetMs = 0;
  let isClosing = false;
  let returned = contest.returned();

  const changed = coalesced(timers, () => options.onEvent({ type: 'changed' }), STATUS_DELAY_MS);
  const hub = createHub(contest, ports, {
    onStored: () => {
      const entries = contest.returned();
      if (entries === returned) return;
      returned = entries;
      options.onEvent({ type: 'problem', problem: { type: 'own-entries-returned', entries } });
    },
    onProblem: (_peer, found) => options.onEvent({ type: 'problem', problem: found }),
    onHeard: ({ link }) => {
      clockOffsetMs = link.clockOffsetMs ?? clockOffsetMs;
      beginWhenAdmitted();
      copies.heard(link);
      changed.mark();
    },
    onQuiet: (quiet) => {
      // Perhaps it is at another address now: whoever announces it there is tried at once.
      if (quiet.isQuiet()) search.look();
      else search.settle();
      changed.mark();
    },
  });
  const unsubscribe = contest.subscribe(beginWhenAdmitted);
  beginWhenAdmitted();
  connect();

  return {
    status: () => {
      const address = search.address();
      return {
        connection: connection === 'connected' && peer?.isQuiet() === true ? 'quiet' : connection,
        problem,
        committeeAddress: address === null ? null : formatAddress(address.host, address.port),
        atCommittee: copies.atCommittee(),
        laptops: copies.laptops(peer?.link ?? null),
        clockOffsetMs,
      };
    },
    moveTo: (next) => {
      search.moveTo(next);
      connection = 'connecting';
      problem = null;
      pauseMs = FIRST_PAUSE_MS;
      changed.mark();
      if (open === null) connect();
      else open.close('moved');
    },
    close: async () => {
      isClosing = true;
      stopRetrying();
      stopWaiting();
      search.close();
      changed.stop();
      copies.close();
      unsubscribe();
      hub.close();
      cancel();
      open?.close('closing');
      await contest.keysSettled();
    },
  };

  function connect(): void {
    stopRetrying();
    cancel();
    const target = isClosing ? null : search.next();
    if (target === null) return;
    cancel = ports.dial(target, {
      onConnection: greet,
      onFailure: () => {
        search.failed();
        tryAgain();
      },
    });
  }

  /** The network hints at another address: waiting for the known one to answer would only cost time. */
  function tryHint(): void {
    if (isClosing || connection === 'refused') return;
    if (open === null) connect();
    else if (peer?.isQuiet() === true) open.close('moved');
  }

  function greet(next: Connection): ConnectionHandlers {
    open = next;
    if (isClosing) next.close('closing');
    const writer = ownWriter();
    const { device } = writer;
    const gate = createJurorGate(
      {
        crypto: ports.crypto,
        application: ports.application,
        applicant: {
          seat,
          signingKey: base32Bytes(device.signingKey),
          boxKey: base32Bytes(device.boxKey),
          machine: contest.machine,
        },
        signingPrivateKey: base32Bytes(device.signingPrivateKey),
        send: next.send,
        close: next.close,
        holds: () => furthestOfCommittee(contest),
        onWaiting: () => undefined,
        onAdmitted: () => {
          next.markProven();
          connection = 'connected';
          problem = null;
          pauseMs = FIRST_PAUSE_MS;
          search.settle();
          peer = hub.add(COMMITTEE, next);
          options.onEvent({ type: 'joined' });
          changed.mark();
        },
        onRecovering: () => {
          next.markProven();
          connection = 'connecting';
          problem = { type: 'committee-recovers' };
          pauseMs = FIRST_PAUSE_MS;
          search.settle();
          peer = hub.add(COMMITTEE, next, { scope: givingBack(contest) });
          isHelping = true;
          changed.mark();
        },
        onRefused: ({ reason, message }) => {
          search.refused(reason === 'wrong-committee');
          connection = 'refused';
          problem = { type: 'refused', reason, message };
          pauseMs = limits.reconnectMs;
          options.onEvent({ type: 'refused', reason, message });
          changed.mark();
        },
      },
      { type: 'device', device: writer.deviceId, committeeSigningKey: base32Bytes(contest.committee.signingKey) },
      next.exporter,
    );
    // Who is in by then is no concern of the gate any more.
    stopWaiting = timers.after(limits.joinTimeoutMs, () => gate.refuse('timeout'), true);
    return {
      onFrame: (frame) => {
        if (peer === null) gate.receive(frame);
        else peer.deliver(frame);
      },
      onClose: (reason) => {
        stopWaiting();
        open = null;
        const wasConnected = peer !== null && !isHelping;
        if (peer !== null) hub.remove(peer);
        peer = null;
        isHelping = false;
        if (connection === 'connected') connection = 'connecting';
        if (isClosing) return;
        if (wasConnected) options.onEvent({ type: 'left', reason });
        // The same folder is in use on a further laptop: the two take turns, each long enough to give and take everything.
        if (reason === 'replaced') pauseMs = limits.reconnectMs;
        changed.mark();
        tryAgain();
      },
    };
  }

  /** Sooner at first, then every ten seconds; a little uneven, so that fifteen laptops do not come all at once. */
  function tryAgain(): void {
    stopRetrying();
    if (isClosing) return;
    const share = present(ports.random.bytes(1)[0], 'a byte') / 256;
    stopRetrying = timers.after(pauseMs * (0.75 + share / 2), connect, true);
    pauseMs = Math.min(pauseMs * 2, limits.reconnectMs);
  }

  /** The admission and the setup come with the committee's log: from then on the juror can write. */
  function beginWhenAdmitted(): void {
    const current = contest.contest();
    const writer = ownWriter();
    if (writer.log !== null || current.setup === null || !current.devices.has(writer.deviceId)) return;
    // What the seat wrote in an earlier log comes first, where it is on its way.
    if (peer !== null && missingHere(contest.log, peer.link) > 0) return;
    const begun = contest.keysSettled().then(() => contest.beginSeatLog(seat));
    begun.catch((error: unknown) => {
      options.onEvent({ type: 'problem', problem: failureOf(ports, error) });
    });
  }

  function ownWriter(): Writer {
    return present(contest.writers()[0], 'a juror laptop has a writer');
  }
}
