/** The juror's role on this machine: real sockets, time, chance and folder (`shared/sync/roles/juror.ts` decides). */
import { base32Bytes } from '../../shared/lib/base32.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import { playJuror, type JurorOptions, type JurorRole } from '../../shared/sync/roles/juror.ts';
import type { CommitteeAddress } from '../../shared/sync/roles/ports.ts';
import { findCommittee } from '../adapters/discovery.ts';
import { watchAddresses } from '../adapters/network-addresses.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import { createTlsIdentity } from '../adapters/tls-identity.ts';
import { connectWebSocket } from '../adapters/websocket-client.ts';
import {
  rememberAddress,
  rememberConfirmation,
  rememberedAddress,
  rememberedConfirmation,
} from '../contest/network-memory.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import { rolePorts } from './role-ports.ts';

export async function openJurorSide(contest: OpenContest, options: JurorOptions): Promise<JurorRole> {
  const { dir } = contest;
  const identity = await createTlsIdentity();
  return playJuror(
    contest,
    {
      ...rolePorts,
      ...(options.battery === undefined ? {} : { battery: options.battery }),
      dial: (address, attempt) => connectWebSocket({ identity, ...address, ...attempt }),
      listen: (onFound) => listenForHints(contest, onFound),
      address: () => rememberedAddress(dir),
      keepAddress: (address) => rememberAddress(dir, address),
      confirmed: (log) => rememberedConfirmation(dir, log),
      keepConfirmed: (head) => rememberConfirmation(dir, head),
    },
    options,
  );
}

function listenForHints(contest: OpenContest, onFound: (address: CommitteeAddress) => void): () => void {
  const committee = deviceIdOf(base32Bytes(contest.committee.signingKey), nodeCrypto);
  let stopFinding = findCommittee(committee, onFound);
  // What this laptop asks through is bound to its addresses.
  const stopWatching = watchAddresses(() => {
    stopFinding();
    stopFinding = findCommittee(committee, onFound);
  });
  return () => {
    stopWatching();
    stopFinding();
  };
}
