/**
 * The juror's end of a new connection until the logs flow (rules S3, S4): it checks that the committee's signing key is
 * the one of the invitation (or the one kept since), then proves the invitation or its own admitted key.
 */
import { equalBytes } from '../lib/bytes.ts';
import type { Crypto } from '../ports.ts';
import {
  hasFingerprint,
  joinContext,
  refusalMessages,
  resumeContext,
  welcomeContext,
  type Applicant,
  type CommitteeKeys,
  type Exporter,
  type JoinRefusal,
} from './join-context.ts';
import { proveSecret, secretMethod, type JoinProof } from './join-proof.ts';
import { decodeJoinFrame, encodeFrame, protocolVersion, type FrameOf, type JoinFrame } from './protocol.ts';

/** What the juror's laptop has in hand. */
export type Credential =
  | { readonly type: 'invitation'; readonly fingerprint: Uint8Array; readonly secret: Uint8Array }
  | { readonly type: 'device'; readonly device: string; readonly committeeSigningKey: Uint8Array };

export interface JurorGatePorts {
  readonly crypto: Crypto;
  readonly application: string;
  readonly applicant: Applicant;
  /** Raw Ed25519 seed. */
  readonly signingPrivateKey: Uint8Array;
  readonly send: (frame: Uint8Array) => void;
  readonly close: (reason: string) => void;
  /** The proof holds; a person of the committee looks at it now. */
  readonly onWaiting: () => void;
  /** The logs may flow. */
  readonly onAdmitted: (committee: CommitteeKeys) => void;
  /** The committee has lost facts of its own, this laptop's admission too: its own logs may flow back to it, no others. */
  readonly onRecovering: () => void;
  readonly onRefused: (refusal: { readonly reason: string; readonly message: string }) => void;
}

export interface JurorGate {
  readonly receive: (frame: Uint8Array) => void;
  readonly refuse: (reason: JoinRefusal['reason']) => void;
}

type GateState =
  | { readonly type: 'expecting-welcome' }
  | { readonly type: 'proving'; readonly committee: CommitteeKeys; readonly proof: JoinProof }
  /** Both sides have proven themselves; only the admission is missing. */
  | { readonly type: 'proven'; readonly committee: CommitteeKeys }
  | { readonly type: 'over' };

export function createJurorGate(ports: JurorGatePorts, credential: Credential, exporter: Exporter): JurorGate {
  const { crypto, applicant } = ports;
  let state: GateState = { type: 'expecting-welcome' };

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
    else if (frame.type === 'waiting' && state.type === 'proven') ports.onWaiting();
    else if (frame.type === 'admitted' && state.type === 'proven' && frame.seat === applicant.seat) {
      const { committee } = state;
      state = { type: 'over' };
      ports.onAdmitted(committee);
    } else if (frame.type === 'recovering' && state.type === 'proven' && credential.type === 'device') {
      state = { type: 'over' };
      ports.onRecovering();
    } else refuse('malformed');
  }

  function greet(frame: FrameOf<'welcome'>): void {
    const committee: CommitteeKeys = { signingKey: frame.signingKey, boxKey: frame.boxKey };
    const isExpected =
      credential.type === 'invitation'
        ? hasFingerprint(crypto, frame.signingKey, credential.fingerprint)
        : equalBytes(frame.signingKey, credential.committeeSigningKey);
    const isProven = crypto.verify(frame.signingKey, welcomeContext(exporter, committee), frame.signature);
    if (!isExpected || !isProven) return refuse('wrong-committee');
    if (frame.version !== protocolVersion) return refuse('version');
    if (credential.type === 'invitation') join(committee, credential.secret);
    else resume(committee, credential.device);
  }

  function join(committee: CommitteeKeys, secret: Uint8Array): void {
    const context = joinContext(exporter, committee, secretMethod, applicant);
    const proof = proveSecret(crypto, secret, context);
    const first = proof.next(null);
    if (first.type !== 'going-on') return refuse('malformed');
    state = { type: 'proving', committee, proof };
    send({
      type: 'join',
      version: protocolVersion,
      application: ports.application,
      method: secretMethod,
      ...applicant,
      signature: crypto.sign(ports.signingPrivateKey, context),
      proof: first.message,
    });
  }

  function goOn(committee: CommitteeKeys, proof: JoinProof, message: Uint8Array): void {
    const step = proof.next(message);
    if (step.type === 'failed') return refuse('wrong-committee');
    if (step.message !== null) send({ type: 'proof', proof: step.message });
    if (step.type === 'proven') state = { type: 'proven', committee };
  }

  function resume(committee: CommitteeKeys, device: string): void {
    const { signingKey } = applicant;
    const signature = crypto.sign(ports.signingPrivateKey, resumeContext(exporter, committee, signingKey));
    state = { type: 'proven', committee };
    send({ type: 'resume', version: protocolVersion, application: ports.application, device, signingKey, signature });
  }

  function refuse(reason: JoinRefusal['reason']): void {
    if (state.type === 'over') return;
    send({ type: 'bye', reason, message: '' });
    end({ reason, message: refusalMessages[reason] });
  }

  function end(refusal: { readonly reason: string; readonly message: string }): void {
    state = { type: 'over' };
    ports.onRefused({ reason: refusal.reason, message: messageFor(refusal) });
    ports.close(refusal.reason);
  }

  function send(frame: JoinFrame): void {
    ports.send(encodeFrame(frame));
  }
}

/** In this laptop's own words where it knows the reason: what a stranger sends is not shown as ours. */
function messageFor(refusal: { readonly reason: string; readonly message: string }): string {
  const known: Readonly<Record<string, string | undefined>> = refusalMessages;
  return known[refusal.reason] ?? refusal.message;
}
