/**
 * A juror's laptop joins: connects to the address of the invitation, proves it, waits for a person of the committee, and
 * makes the data folder once it is admitted (rule S4). Before that only its keys are on disk, and a refusal leaves nothing.
 */
import { hostname } from 'node:os';
import { base32Bytes, toBase32 } from '../../shared/lib/base32.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import type { FolderError } from '../../shared/say/folders.ts';
import type { JoinError } from '../../shared/say/joining.ts';
import type { CommitteeKeys } from '../../shared/sync/join-context.ts';
import { createJurorGate, type Credential, type SeatInSight } from '../../shared/sync/join-juror.ts';
import { codeProofs } from '../adapters/code-proofs.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import type { DeviceKeys } from '../../shared/ports.ts';
import { idFrom, type JurorId } from '../../shared/domain/ids.ts';
import { createTlsIdentity, type TlsIdentity } from '../adapters/tls-identity.ts';
import { connectWebSocket } from '../adapters/websocket-client.ts';
import { applicationVersion } from '../adapters/application-version.ts';
import { folderTaken, folderUnwritable, isTaken } from '../contest/data-folder.ts';
import { createJurorFolder } from '../contest/new-contest-folder.ts';
import type { FolderOptions, OpenContest } from '../contest/open-contest.ts';
import { fileProtections } from '../adapters/files/sealed-file.ts';
import { findPort } from './find-port.ts';
import { diagnose } from './observe-connection.ts';
import { joiningSeat, readJoinTarget, type JoinTarget } from './join-target.ts';
import { joiningKeys, type JoiningKeys } from './joining-keys.ts';
import { rememberAddress } from '../contest/network-memory.ts';

export interface JoinOptions extends FolderOptions {
  readonly dir: string;
  /** The invitation as typed or pasted, or a short code. */
  readonly code: string;
  /** `host:port` or `host`, where the committee's laptop is now; absent: as the invitation says. */
  readonly address?: string;
  /** The proof holds: a person of the committee looks at it now. */
  readonly onWaiting: (place: SeatInSight) => void;
  /** Ends the attempt. */
  readonly signal: AbortSignal;
}

type Outcome =
  | { readonly type: 'admitted'; readonly committee: CommitteeKeys; readonly seat: JurorId }
  | { readonly type: 'refused'; readonly reason: string; readonly message: string }
  /** `wasWaiting`: a person was asked, and the answer may be lost. */
  | { readonly type: 'lost'; readonly wasWaiting: boolean; readonly failure: string | null };

interface Attempt {
  readonly identity: TlsIdentity;
  readonly device: DeviceKeys;
  readonly target: JoinTarget & { readonly port: number };
  readonly machine: string;
  readonly options: JoinOptions;
}

const AGAIN_MS = 1000;

/** Ends with the open contest of this laptop, or with the reason why not. A line lost while waiting is taken up again. */
export async function joinContest(options: JoinOptions): Promise<Result<OpenContest, JoinError>> {
  const read = readJoinTarget(options.code, options.address);
  if (!read.ok) return read;
  const found = read.value.port === null ? await findPort(read.value.host, options.signal) : ok(read.value.port);
  if (!found.ok) return found;
  const target = { ...read.value, port: found.value };
  if (isSpent(target)) return err(spent());
  const machine = (options.machine ?? hostname()).slice(0, limits.nameLength);
  const keys = keysFor(options, target);
  if (!keys.ok) return keys;
  const { device, isResumed, forget } = keys.value;
  const attempt = { identity: await createTlsIdentity(), device, target, machine, options };
  const { outcome, isUnanswered } = await attemptUntilDecided(attempt);
  if (outcome.type !== 'admitted') {
    if (!(isResumed || isUnanswered) || (outcome.type === 'refused' && !passing.has(outcome.reason))) forget();
    return err(await explain(outcome, target, options.signal));
  }
  const committee = {
    signingKey: toBase32(outcome.committee.signingKey),
    boxKey: toBase32(outcome.committee.boxKey),
  };
  const created = await createJurorFolder(
    options.dir,
    { seat: outcome.seat, device, committee },
    { ...options, machine },
  );
  if (created.ok) {
    rememberAddress(options.dir, target);
    forget();
  }
  return created;
}

/** Refusals that say nothing about whether these keys were admitted before. */
const passing: ReadonlySet<string> = new Set(['wait', 'busy', 'timeout']);

function keysFor(
  { dir, protections = fileProtections }: JoinOptions,
  target: JoinTarget,
): Result<JoiningKeys, FolderError> {
  if (isTaken(dir)) return err(folderTaken());
  try {
    return ok(joiningKeys(dir, joiningSeat(target), protections));
  } catch {
    return err(folderUnwritable(dir));
  }
}

/** `isUnanswered`: the line was lost while a person was asked. */
async function attemptUntilDecided(
  attempt: Attempt,
): Promise<{ readonly outcome: Outcome; readonly isUnanswered: boolean }> {
  let isUnanswered = false;
  for (;;) {
    const outcome = await attemptOnce(attempt);
    if (outcome.type === 'lost') isUnanswered ||= outcome.wasWaiting;
    const isOver = outcome.type === 'lost' ? !isUnanswered : outcome.type !== 'refused' || outcome.reason !== 'wait';
    if (isOver || attempt.options.signal.aborted) return { outcome, isUnanswered };
    await pause(AGAIN_MS, attempt.options.signal);
  }
}

function attemptOnce({ identity, device, target, machine, options }: Attempt): Promise<Outcome> {
  return new Promise((resolve) => {
    let wasWaiting = false;
    let wasGreeted = false;
    let silence: NodeJS.Timeout | undefined;
    let hangUp = (): void => undefined;
    const stop = (): void => {
      hangUp();
      resolve({ type: 'lost', wasWaiting: false, failure: 'connection-lost' });
    };
    const cancel = connectWebSocket({
      identity,
      host: target.host,
      port: target.port,
      onFailure: (failure) => end({ type: 'lost', wasWaiting: false, failure }),
      onConnection: (connection) => {
        hangUp = () => connection.close('over');
        const listen = (): void => {
          clearTimeout(silence);
          silence = setTimeout(() => connection.close('silent'), limits.silenceMs);
        };
        listen();
        const gate = createJurorGate(
          {
            crypto: nodeCrypto,
            application: applicationVersion,
            applicant: {
              seat: target.type === 'invitation' ? target.seat : idFrom.juror(String(target.number)),
              signingKey: base32Bytes(device.signingKey),
              boxKey: base32Bytes(device.boxKey),
              machine,
            },
            signingPrivateKey: base32Bytes(device.signingPrivateKey),
            send: connection.send,
            close: connection.close,
            onWaiting: (place) => {
              forgetRisk(target);
              if (!wasWaiting) options.onWaiting(place);
              wasWaiting = true;
            },
            onAdmitted: (committee, seat) => {
              forgetRisk(target);
              connection.close('admitted');
              end({ type: 'admitted', committee, seat });
            },
            onRecovering: () => undefined,
            onRefused: ({ reason, message }) => end({ type: 'refused', reason, message }),
          },
          credentialOf(target),
          connection.exporter,
        );
        return {
          onFrame: (frame) => {
            listen();
            wasGreeted = true;
            gate.receive(frame);
          },
          onClose: () => end({ type: 'lost', wasWaiting, failure: wasGreeted ? 'connection-lost' : null }),
        };
      },
    });
    options.signal.addEventListener('abort', stop, { once: true });

    function end(outcome: Outcome): void {
      clearTimeout(silence);
      options.signal.removeEventListener('abort', stop);
      cancel();
      resolve(outcome);
    }
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function credentialOf(target: JoinTarget): Credential {
  if (target.type === 'invitation') return target;
  return { ...target, proveCode: codeProofs.prove, onRisk: () => noteRisk(target) };
}

/**
 * Whoever plays the committee can check one guess of a short code per meeting, so an unfinished meeting is a failure on
 * this side too: after three the code is not shown to anybody again while this program runs.
 */
const risks = new Map<string, number>();

function noteRisk(target: JoinTarget): void {
  risks.set(riskName(target), (risks.get(riskName(target)) ?? 0) + 1);
}

function forgetRisk(target: JoinTarget): void {
  risks.delete(riskName(target));
}

function isSpent(target: JoinTarget): boolean {
  return (risks.get(riskName(target)) ?? 0) >= limits.joinFailures;
}

function riskName(target: JoinTarget): string {
  return target.type === 'code' ? `${target.number}-${target.digits}` : '';
}

function spent(): JoinError {
  return { type: 'burnt', reason: 'code-spent' };
}

/** The reason that the committee gave, or what is seen of the way to it. */
async function explain(
  outcome: Exclude<Outcome, { readonly type: 'admitted' }>,
  { host, port }: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<JoinError> {
  const refusal = outcome.type === 'refused' ? outcome.reason : null;
  if (outcome.type === 'refused' && !explained.has(outcome.reason))
    return { type: outcome.reason, reason: 'refused', refusal: { reason: outcome.reason, message: outcome.message } };
  const failure = outcome.type === 'lost' ? outcome.failure : null;
  const seen = await diagnose({ host, port, failure, refusal }, signal);
  return { type: refusal === null ? 'unreachable' : seen.type, reason: 'seen', seen };
}

const explained: ReadonlySet<string> = new Set(['wrong-code', 'burnt', 'version']);
