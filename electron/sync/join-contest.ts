/**
 * A juror's laptop joins: connects to the address of the invitation, proves it, waits for a person of the committee, and
 * makes the data folder once it is admitted (rule S4). Before that only its keys are on disk, and a refusal leaves nothing.
 */
import { hostname } from 'node:os';
import { base32Bytes, toBase32 } from '../../shared/lib/base32.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { decodeInvitation, formatAddress, parseAddress, type InvitationText } from '../../shared/sync/invitation.ts';
import type { CommitteeKeys } from '../../shared/sync/join-context.ts';
import { createJurorGate } from '../../shared/sync/join-juror.ts';
import { nodeCrypto, type DeviceKeys } from '../adapters/node-crypto.ts';
import { createTlsIdentity, type TlsIdentity } from '../adapters/tls-identity.ts';
import { connectWebSocket } from '../adapters/websocket-client.ts';
import { applicationVersion } from '../application-version.ts';
import { folderTaken, folderUnwritable, isTaken, type FolderError } from '../contest/data-folder.ts';
import { createJurorFolder } from '../contest/new-contest-folder.ts';
import type { FolderOptions, OpenContest } from '../contest/open-contest.ts';
import { fileProtections } from '../contest/sealed-file.ts';
import { joiningKeys, type JoiningKeys } from './joining-keys.ts';
import { rememberAddress } from './network-memory.ts';

export interface JoinOptions extends FolderOptions {
  readonly dir: string;
  /** The invitation as typed or pasted. */
  readonly code: string;
  /** `host:port`, where the committee's laptop is now; absent: as the invitation says. */
  readonly address?: string;
  /** The proof holds: a person of the committee looks at it now. */
  readonly onWaiting: () => void;
  /** Ends the attempt. */
  readonly signal: AbortSignal;
}

export interface JoinError {
  readonly type: string;
  /** Bahasa Indonesia; says what to do. */
  readonly message: string;
}

type Outcome =
  | { readonly type: 'admitted'; readonly committee: CommitteeKeys }
  | { readonly type: 'refused'; readonly reason: string; readonly message: string }
  /** `wasWaiting`: a person was asked, and the answer may be lost. */
  | { readonly type: 'lost'; readonly wasWaiting: boolean };

interface Attempt {
  readonly identity: TlsIdentity;
  readonly device: DeviceKeys;
  readonly invitation: InvitationText;
  readonly machine: string;
  readonly options: JoinOptions;
}

const AGAIN_MS = 1000;

/** Ends with the open contest of this laptop, or with the reason why not. A line lost while waiting is taken up again. */
export async function joinContest(options: JoinOptions): Promise<Result<OpenContest, JoinError>> {
  const read = decodeInvitation(options.code);
  if (!read.ok) return read;
  const address = options.address === undefined ? null : parseAddress(options.address);
  if (options.address !== undefined && address === null) {
    return err({ type: 'bad-address', message: 'Alamat harus berbentuk HOST:PORT, misalnya 192.168.1.10:47470.' });
  }
  const invitation = { ...read.value, ...address };
  const machine = (options.machine ?? hostname()).slice(0, limits.nameLength);
  const keys = keysFor(options, invitation);
  if (!keys.ok) return keys;
  const { device, isResumed, forget } = keys.value;
  const attempt = { identity: await createTlsIdentity(), device, invitation, machine, options };
  const { outcome, isUnanswered } = await attemptUntilDecided(attempt);
  if (outcome.type !== 'admitted') {
    if (!(isResumed || isUnanswered) || (outcome.type === 'refused' && !passing.has(outcome.reason))) forget();
    return err(outcome.type === 'lost' ? unreachable(invitation) : { type: outcome.reason, message: outcome.message });
  }
  const committee = {
    signingKey: toBase32(outcome.committee.signingKey),
    boxKey: toBase32(outcome.committee.boxKey),
  };
  const created = await createJurorFolder(
    options.dir,
    { seat: invitation.seat, device, committee },
    { ...options, machine },
  );
  if (created.ok) {
    rememberAddress(options.dir, invitation);
    forget();
  }
  return created;
}

/** Refusals that say nothing about whether these keys were admitted before. */
const passing: ReadonlySet<string> = new Set(['wait', 'busy', 'timeout', 'no-invitation']);

function keysFor(
  { dir, protections = fileProtections }: JoinOptions,
  invitation: InvitationText,
): Result<JoiningKeys, FolderError> {
  if (isTaken(dir)) return err(folderTaken());
  try {
    return ok(joiningKeys(dir, invitation, protections));
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

function attemptOnce({ identity, device, invitation, machine, options }: Attempt): Promise<Outcome> {
  return new Promise((resolve) => {
    let wasWaiting = false;
    let silence: NodeJS.Timeout | undefined;
    let hangUp = (): void => undefined;
    const stop = (): void => {
      hangUp();
      resolve({ type: 'lost', wasWaiting: false });
    };
    const cancel = connectWebSocket({
      identity,
      host: invitation.host,
      port: invitation.port,
      onFailure: () => end({ type: 'lost', wasWaiting: false }),
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
              seat: invitation.seat,
              signingKey: base32Bytes(device.signingKey),
              boxKey: base32Bytes(device.boxKey),
              machine,
            },
            signingPrivateKey: base32Bytes(device.signingPrivateKey),
            send: connection.send,
            close: connection.close,
            onWaiting: () => {
              if (!wasWaiting) options.onWaiting();
              wasWaiting = true;
            },
            onAdmitted: (committee) => {
              connection.close('admitted');
              end({ type: 'admitted', committee });
            },
            onRecovering: () => undefined,
            onRefused: ({ reason, message }) => end({ type: 'refused', reason, message }),
          },
          { type: 'invitation', fingerprint: invitation.fingerprint, secret: invitation.secret },
          connection.exporter,
        );
        return {
          onFrame: (frame) => {
            listen();
            gate.receive(frame);
          },
          onClose: () => end({ type: 'lost', wasWaiting }),
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

function unreachable({ host, port }: InvitationText): JoinError {
  return {
    type: 'unreachable',
    message: `Laptop panitia di ${formatAddress(host, port)} tidak dapat dihubungi. Pastikan kedua laptop memakai jaringan yang sama, lalu coba lagi.`,
  };
}
