/**
 * The juror's end of a new connection until the logs flow (rules S3, S4): it checks that the committee's signing key is
 * the one of the invitation (or the one kept since), then proves the invitation or its own admitted key.
 */
import { equalBytes } from '../lib/bytes.ts';
import type { Crypto, LogHead } from '../ports.ts';
import {
  codeSalt,
  hasFingerprint,
  joinContext,
  resumeContext,
  welcomeContext,
  type Applicant,
  type CommitteeKeys,
  type Exporter,
  type JoinRefusal,
} from './join-context.ts';
import {
  codeMethod,
  proveSecret,
  secretMethod,
  type CodeProofs,
  type JoinProof,
  type ProofStep,
} from './join-proof.ts';
import {
  decodeJoinFrame,
  encodeFrame,
  oldestProtocol,
  protocolVersion,
  type FrameOf,
  type JoinFrame,
} from './protocol.ts';
import { idFrom, type DeviceId, type JurorId } from '../domain/ids.ts';

/** What the juror's laptop has in hand. */
export type Credential =
  | { readonly type: 'invitation'; readonly fingerprint: Uint8Array; readonly secret: Uint8Array }
  /** Typed by a person: it does not say whose key to expect, the proof shows that the other side knows the code. */
  | {
      readonly type: 'code';
      readonly number: number;
      readonly digits: string;
      readonly proveCode: CodeProofs['prove'];
      /** So much is shown to the other side now that it can check one guess of the code. */
      readonly onRisk: () => void;
    }
  | { readonly type: 'device'; readonly device: DeviceId; readonly committeeSigningKey: Uint8Array };

export interface JurorGatePorts {
  readonly crypto: Crypto;
  readonly application: string;
  readonly applicant: Applicant;
  /** Raw Ed25519 seed. */
  readonly signingPrivateKey: Uint8Array;
  readonly send: (frame: Uint8Array) => void;
  readonly close: (reason: string) => void;
  /** The proof holds; a person of the committee looks at it now. Again whenever the committee says so. */
  readonly onWaiting: (place: SeatInSight) => void;
  /** The furthest end of the committee's own logs that this laptop holds; null: none. */
  readonly holds?: () => LogHead | null;
  /** The logs may flow. `seat`: its id. */
  readonly onAdmitted: (committee: CommitteeKeys, seat: JurorId) => void;
  /** The committee has lost facts of its own, this laptop's admission too: its own logs may flow back to it, no others. */
  readonly onRecovering: () => void;
  /** `message`: the committee's own words, for a reason that is not known here. */
  readonly onRefused: (refusal: { readonly reason: string; readonly message: string }) => void;
}

/** What the committee says of the seat; null from an older version. */
export interface SeatInSight {
  readonly seat: JurorId | null;
  readonly seatName: string | null;
  readonly contest: string | null;
}

export interface JurorGate {
  readonly receive: (frame: Uint8Array) => void;
  readonly refuse: (reason: JoinRefusal['reason']) => void;
}

type GateState =
  | { readonly type: 'expecting-welcome' }
  | { readonly type: 'proving'; readonly committee: CommitteeKeys; readonly proof: JoinProof }
  | { readonly type: 'computing' }
  /** Both sides have proven themselves; only the admission is missing. */
  | { readonly type: 'proven'; readonly committee: CommitteeKeys }
  | { readonly type: 'over' };

export function createJurorGate(ports: JurorGatePorts, credential: Credential, exporter: Exporter): JurorGate {
  const { crypto, applicant } = ports;
  let state: GateState = { type: 'expecting-welcome' };
  /** What the committee's contest asks for. */
  let spoken = protocolVersion;

  return {
    receive(bytes) {
      if (state.type === 'over') return;
      const frame = decodeJoinFrame(bytes);
      if (!frame.ok) refuse('malformed');
      else if (frame.value !== null) handle(frame.value);
    },
    refuse,
  };

  function handle(frame: JoinFrame): void {
    if (frame.type === 'bye') end(frame);
    else if (frame.type === 'welcome' && state.type === 'expecting-welcome') greet(frame);
    else if (frame.type === 'proof' && state.type === 'proving') goOn(state.committee, state.proof, frame.proof);
    else if (frame.type === 'waiting' && state.type === 'proven') {
      const { seat = null, seatName = null, contest = null } = frame;
      ports.onWaiting({ seat, seatName, contest });
    } else if (frame.type === 'admitted' && state.type === 'proven' && isExpectedSeat(frame.seat)) {
      const { committee } = state;
      state = { type: 'over' };
      ports.onAdmitted(committee, frame.seat);
    } else if (frame.type === 'recovering' && state.type === 'proven' && credential.type === 'device') {
      state = { type: 'over' };
      ports.onRecovering();
    } else refuse('malformed');
  }

  /** Of a short code only the committee knows which seat it is. */
  function isExpectedSeat(seat: JurorId): boolean {
    return credential.type === 'code' || seat === applicant.seat;
  }

  function greet(frame: FrameOf<'welcome'>): void {
    const committee: CommitteeKeys = { signingKey: frame.signingKey, boxKey: frame.boxKey };
    const isProven = crypto.verify(frame.signingKey, welcomeContext(exporter, committee), frame.signature);
    if (!isExpectedKey(frame.signingKey) || !isProven) return refuse('wrong-committee');
    if (frame.version < oldestProtocol || frame.version > protocolVersion) return refuse('version');
    spoken = frame.version;
    if (credential.type === 'device') resume(committee, credential.device);
    else join(committee, credential);
  }

  function isExpectedKey(signingKey: Uint8Array): boolean {
    if (credential.type === 'code') return true;
    if (credential.type === 'device') return equalBytes(signingKey, credential.committeeSigningKey);
    return hasFingerprint(crypto, signingKey, credential.fingerprint);
  }

  function join(committee: CommitteeKeys, invited: Exclude<Credential, { readonly type: 'device' }>): void {
    const method = invited.type === 'code' ? codeMethod : secretMethod;
    const seat = invited.type === 'code' ? idFrom.juror(String(invited.number)) : applicant.seat;
    const asking: Applicant = { ...applicant, seat };
    const context = joinContext(exporter, committee, method, asking);
    const proof =
      invited.type === 'code'
        ? invited.proveCode(invited.digits, codeSalt(crypto, committee, invited.number), context)
        : proveSecret(crypto, invited.secret, context);
    take(proof.next(null), (first) => {
      if (first.type !== 'going-on') return refuse('malformed');
      state = { type: 'proving', committee, proof };
      send({
        type: 'join',
        version: spoken,
        application: ports.application,
        method,
        ...asking,
        signature: crypto.sign(ports.signingPrivateKey, context),
        proof: first.message,
      });
    });
  }

  function goOn(committee: CommitteeKeys, proof: JoinProof, message: Uint8Array): void {
    take(proof.next(message), (step) => {
      if (step.type === 'failed') return refuse('wrong-committee');
      if (step.type === 'going-on' && credential.type === 'code') credential.onRisk();
      state = step.type === 'proven' ? { type: 'proven', committee } : { type: 'proving', committee, proof };
      if (step.message !== null) send({ type: 'proof', proof: step.message });
    });
  }

  function take(step: ProofStep | Promise<ProofStep>, use: (step: ProofStep) => void): void {
    if (!(step instanceof Promise)) return use(step);
    state = { type: 'computing' };
    void step.then((settled) => {
      // Refused or gone meanwhile.
      if (state.type === 'computing') use(settled);
    });
  }

  function resume(committee: CommitteeKeys, device: DeviceId): void {
    const { signingKey } = applicant;
    const signature = crypto.sign(ports.signingPrivateKey, resumeContext(exporter, committee, signingKey));
    state = { type: 'proven', committee };
    const held = ports.holds?.() ?? null;
    send({
      type: 'resume',
      version: spoken,
      application: ports.application,
      device,
      signingKey,
      ...(held === null ? {} : { holds: { log: held.log, seq: held.seq, hash: held.hash } }),
      signature,
    });
  }

  function refuse(reason: JoinRefusal['reason']): void {
    if (state.type === 'over') return;
    send({ type: 'bye', reason, message: '' });
    end({ reason, message: '' });
  }

  function end(refusal: { readonly reason: string; readonly message: string }): void {
    state = { type: 'over' };
    ports.onRefused({ reason: refusal.reason, message: refusal.message });
    ports.close(refusal.reason);
  }

  function send(frame: JoinFrame): void {
    ports.send(encodeFrame(frame));
  }
}
