/**
 * The committee's role on this machine: real sockets, time and chance (`shared/sync/roles/committee.ts` decides). The command
 * line and the application use the same code.
 */
import { ok, type Result } from '../../shared/lib/result.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { present } from '../../shared/lib/assert.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import type { JoiningWords, ListenError } from '../../shared/say/joining.ts';
import { formatAddress } from '../../shared/sync/invitation.ts';
import type { JoinRefusal } from '../../shared/sync/join-context.ts';
import type { LaptopTrouble, NamedLaptop } from '../../shared/sync/roles/laptop-troubles.ts';
import { playCommittee, type CommitteeEvent, type CommitteeRole } from '../../shared/sync/roles/committee.ts';
import { codeProofs, prepareCodeProofs } from '../adapters/code-proofs.ts';
import { announceCommittee, type ContestHint } from '../adapters/discovery.ts';
import { everywhere, reachableHosts, watchAddresses } from '../adapters/network-addresses.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import { createTlsIdentity } from '../adapters/tls-identity.ts';
import { listenForWebSockets, type Listener } from '../adapters/websocket-server.ts';
import { applicationVersion } from '../adapters/application-version.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import { invitationKeeper } from './kept-invitations.ts';
import { rolePorts } from './role-ports.ts';

export interface CommitteeSide extends Omit<CommitteeRole, 'begin' | 'receive' | 'changed' | 'close'> {
  readonly host: string;
  readonly port: number;
  /** All addresses at which juror laptops can reach this one, `host:port`, best first. */
  readonly addresses: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface CommitteeSideOptions {
  /** Default: all interfaces. */
  readonly host?: string;
  /** 0: any free one. */
  readonly port: number;
  readonly onEvent: (event: CommitteeEvent) => void;
  /** For whoever reads at this laptop, and at the laptops that it refuses. */
  readonly words: JoiningWords;
}

/** Opens the port and invites every seat that no laptop has yet. */
export async function openCommitteeSide(
  contest: OpenContest,
  options: CommitteeSideOptions,
): Promise<Result<CommitteeSide, ListenError>> {
  let opened: Listener | null = null;
  const keeper = invitationKeeper(contest, (reason) =>
    options.onEvent({ type: 'problem', seat: '', problem: { type: 'storage-failed', reason } }),
  );
  const ports = {
    ...rolePorts,
    keeper,
    checkCode: codeProofs.check,
    reachedAt,
    sayTrouble: (trouble: LaptopTrouble, of: NamedLaptop) => options.words.trouble[trouble](of),
    sayRefusal: (reason: JoinRefusal['reason']) => options.words.refused[reason],
  };
  const role = playCommittee(contest, ports, options.onEvent);
  await prepareCodeProofs();
  const listening = await listenForWebSockets({
    identity: await createTlsIdentity(),
    host: options.host ?? everywhere,
    port: options.port,
    onConnection: role.receive,
  });
  if (!listening.ok) {
    role.close();
    return listening;
  }
  const listener = listening.value;
  opened = listener;
  const hint = (): ContestHint => ({
    contest: contest.contest().setup?.contest.name ?? '',
    device: deviceIdOf(base32Bytes(contest.committee.signingKey), nodeCrypto),
    port: listener.port,
    version: applicationVersion,
  });
  const silence = announceEverywhere(listener, hint, role.changed);
  role.begin();
  return ok({
    ...role,
    host: listener.host,
    port: listener.port,
    addresses: () => reachableHosts(listener.host).map((host) => formatAddress(host, listener.port)),
    close: async () => {
      silence();
      role.close();
      await listener.close();
    },
  });

  function reachedAt() {
    const { host, port } = present(opened, 'the port is open');
    return { host: reachableHosts(host)[0], port };
  }
}

/** Announces where this laptop is now, and again whenever that has changed. The answer ends it. */
function announceEverywhere({ host }: Listener, hint: () => ContestHint, onMoved: () => void): () => void {
  let silence = announceCommittee(host, hint);
  const stopWatching = watchAddresses(() => {
    silence();
    silence = announceCommittee(host, hint);
    onMoved();
  });
  return () => {
    stopWatching();
    silence();
  };
}
