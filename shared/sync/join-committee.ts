/**
 * The committee's end of a new connection until the logs flow (rules S3, S4): it proves its signing key first, then the
 * laptop proves an invitation (`join`) or the key that was admitted before (`resume`). Nothing of the contest is said
 * before that. One gate per connection; its effects go through its ports.
 */
import { deviceIdOf } from '../log/entry.ts';
import type { Crypto, LogHead } from '../ports.ts';
import {
  codeSalt,
  joinContext,
  resumeContext,
  welcomeContext,
  type Applicant,
  type CommitteeKeys,
  type Exporter,
  type JoinRefusal,
} from './join-context.ts';
import type { BegunAttempt, Claim, JoinDesk } from './join-desk.ts';
import {
  checkSecret,
  codeMethod,
  secretMethod,
  type CodeProofs,
  type JoinProof,
  type ProofStep,
} from './join-proof.ts';
import { decodeJoinFrame, encodeFrame, type FrameOf, type JoinFrame } from './protocol.ts';
import type { DeviceId, JurorId } from '../domain/ids.ts';

export interface CommitteeGatePorts {
  readonly crypto: Crypto;
  readonly application: string;
  /** What the contest asks of every laptop (`protocolOf`). */
  readonly version: number;
  readonly keys: CommitteeKeys;
  /** Raw Ed25519 seed. */
  readonly signingPrivateKey: Uint8Array;
  readonly desk: JoinDesk;
  readonly checkCode: CodeProofs['check'];
  /** In this laptop's words, for one that does not know the reason. */
  readonly sayRefusal: (reason: JoinRefusal['reason']) => string;
  /** What the person at a laptop that has proven its invitation is shown. */
  readonly describe: (seat: JurorId) => { readonly seatName: string; readonly contest: string };
  /** An admitted device, by its id. */
  readonly deviceOf: (device: DeviceId) => AdmittedDevice | null;
  /** The same, by its public signing key. */
  readonly deviceWithKey: (signingKey: Uint8Array) => AdmittedDevice | null;
  readonly send: (frame: Uint8Array) => void;
  /** The frame that says why is sent already. */
  readonly close: (reason: string) => void;
  /** The laptop has proven its invitation: a person decides, through `answer`. */
  readonly onAsk: (applicant: Applicant) => void;
  /** The logs may flow. */
  readonly onAdmitted: (device: AdmittedDevice) => void;
  /** Whether facts of this committee may be lost here: then a laptop that it does not know may bring them back. */
  readonly isRecovering: (holds: LogHead | null) => boolean;
  /** That laptop has proven its own key, no more: only the committee's own logs may flow, and only from it. */
  readonly onRecovering: (device: DeviceId) => void;
}

export interface AdmittedDevice {
  readonly device: DeviceId;
  readonly seat: JurorId;
  readonly machine: string;
  readonly signingKey: Uint8Array;
  readonly isRevoked: boolean;
}

export interface CommitteeGate {
  readonly open: () => void;
  readonly receive: (frame: Uint8Array) => void;
  /** After `onAsk`. `device`: as admitted; null: refused. */
  readonly answer: (device: AdmittedDevice | null) => void;
  /** Says again that a person has to decide, so that the other side knows this laptop to be there. */
  readonly remind: () => void;
  readonly refuse: (reason: JoinRefusal['reason']) => void;
  /** The connection is gone: what was begun has failed. */
  readonly closed: () => void;
}

/** A proof on its way. */
interface Proving {
  readonly applicant: Applicant;
  readonly proof: JoinProof;
  readonly attempt: BegunAttempt;
}

type GateState =
  | { readonly type: 'expecting' }
  | ({ readonly type: 'proving' } & Proving)
  /** The other side's message is being worked on. */
  | { readonly type: 'computing' }
  | { readonly type: 'waiting'; readonly seat: JurorId }
  | { readonly type: 'over' };

export function createCommitteeGate(ports: CommitteeGatePorts, exporter: Exporter, address: string): CommitteeGate {
  const { crypto, keys, desk } = ports;
  let state: GateState = { type: 'expecting' };
  let attempt: BegunAttempt | null = null;

  return {
    open() {
      const signature = crypto.sign(ports.signingPrivateKey, welcomeContext(exporter, keys));
      send({ type: 'welcome', version: ports.version, application: ports.application, ...keys, signature });
    },
    receive(bytes) {
      if (state.type === 'over') return;
      const frame = decodeJoinFrame(bytes);
      if (!frame.ok || frame.value === null) refuse('malformed');
      else handle(frame.value);
    },
    answer(device) {
      if (state.type !== 'waiting') return;
      if (device === null) refuse('refused');
      else admit(device);
    },
    remind() {
      if (state.type === 'waiting') askToWait(state.seat);
    },
    refuse,
    closed() {
      state = { type: 'over' };
      attempt?.failed();
    },
  };

  function handle(frame: JoinFrame): void {
    if (frame.type === 'bye') {
      state = { type: 'over' };
      attempt?.failed();
      ports.close(frame.reason);
    } else if (frame.type === 'join' && state.type === 'expecting') beginProof(frame);
    else if (frame.type === 'resume' && state.type === 'expecting') resume(frame);
    else if (frame.type === 'proof' && state.type === 'proving') goOn(state, frame.proof);
    else refuse('malformed');
  }

  function beginProof(frame: FrameOf<'join'>): void {
    if (frame.version !== ports.version) return refuse('version');
    const { seat, signingKey, boxKey, machine, method } = frame;
    const applicant: Applicant = { seat, signingKey, boxKey, machine };
    const context = joinContext(exporter, keys, method, applicant);
    const claim = claimOf(method, seat);
    if (claim === null || !crypto.verify(signingKey, context, frame.signature)) return refuse('malformed');
    const begun = desk.begin(claim, address);
    if (begun.type === 'refused') return refuse(begun.reason);
    attempt = begun;
    const proof =
      claim.type === 'secret'
        ? checkSecret(crypto, begun.secret, context)
        : ports.checkCode(begun.digits, codeSalt(crypto, keys, claim.number), context);
    goOn({ applicant, proof, attempt: begun }, frame.proof);
  }

  function goOn(proving: Proving, message: Uint8Array): void {
    const step = proving.proof.next(message);
    if (!(step instanceof Promise)) return settle(proving, step);
    state = { type: 'computing' };
    void step.then((settled) => {
      // Refused or gone meanwhile.
      if (state.type === 'computing') settle(proving, settled);
    });
  }

  function settle(proving: Proving, step: ProofStep): void {
    const { seat } = proving.attempt;
    if (step.type === 'failed' || (step.type === 'proven' && seat === null)) return refuse('wrong-code');
    if (step.message !== null) send({ type: 'proof', proof: step.message });
    if (step.type === 'going-on' || seat === null) state = { type: 'proving', ...proving };
    else ask({ ...proving.applicant, seat }, proving.attempt);
  }

  function ask(applicant: Applicant, proven: BegunAttempt): void {
    const { seat } = applicant;
    proven.proven();
    const known = ports.deviceWithKey(applicant.signingKey);
    if (known?.isRevoked === true) return refuse('revoked');
    // The admission is written already, its answer was lost on the way.
    if (known !== null && known.seat === seat) return admit(known);
    const invitation = desk.invitations().find((each) => each.seat === seat);
    // Renewed while this laptop proved the one before.
    if (invitation === undefined || invitation.secret !== proven.secret) return refuse('wrong-code');
    if (invitation.state === 'joined') return refuse('used');
    state = { type: 'waiting', seat };
    askToWait(seat);
    ports.onAsk(applicant);
  }

  function askToWait(seat: JurorId): void {
    send({ type: 'waiting', seat, ...ports.describe(seat) });
  }

  function resume(frame: FrameOf<'resume'>): void {
    if (frame.version !== ports.version) return refuse('version');
    const device = ports.deviceOf(frame.device);
    if (device === null) return takeBack(frame);
    const context = resumeContext(exporter, keys, device.signingKey);
    if (!crypto.verify(device.signingKey, context, frame.signature)) return refuse('not-admitted');
    admit(device);
  }

  function takeBack({ device, signingKey, holds, signature }: FrameOf<'resume'>): void {
    const isProven =
      signingKey !== undefined &&
      deviceIdOf(signingKey, crypto) === device &&
      crypto.verify(signingKey, resumeContext(exporter, keys, signingKey), signature);
    if (!isProven || !ports.isRecovering(holds ?? null)) return refuse('not-admitted');
    state = { type: 'over' };
    send({ type: 'recovering' });
    ports.onRecovering(device);
  }

  function admit(device: AdmittedDevice): void {
    if (device.isRevoked) return refuse('revoked');
    state = { type: 'over' };
    send({ type: 'admitted', seat: device.seat });
    ports.onAdmitted(device);
  }

  function refuse(reason: JoinRefusal['reason']): void {
    if (state.type === 'over') return;
    state = { type: 'over' };
    attempt?.failed();
    send({ type: 'bye', reason, message: ports.sayRefusal(reason) });
    ports.close(reason);
  }

  function send(frame: JoinFrame): void {
    ports.send(encodeFrame(frame));
  }
}

function claimOf(method: string, seat: JurorId): Claim | null {
  if (method === secretMethod) return { type: 'secret', seat };
  return method === codeMethod && /^\d{1,3}$/.test(seat) ? { type: 'code', number: Number(seat) } : null;
}
