/**
 * Hints where the committee is, by mDNS and by a broadcast (`contest-beacon.ts`): both are often silent on Windows and in
 * guarded networks, so nothing depends on them, and nothing found is trusted: the committee proves its key anyway (rule S4).
 * What listens on one address only is announced in that network only; on this laptop alone, without mDNS.
 */
import { EventEmitter } from 'node:events';
import { Bonjour, type Service } from 'bonjour-service';
import { answerSearches, searchContests, type ContestHint, type FoundContest } from './contest-beacon.ts';
import { isEverywhere } from './network-addresses.ts';
import { idFrom, type DeviceId } from '../../shared/domain/ids.ts';

export type { ContestHint, FoundContest } from './contest-beacon.ts';

export interface FoundAddress {
  readonly host: string;
  readonly port: number;
}

const SERVICE_TYPE = 'gelar-juri';

/** Says in the local network that a committee listens. `hint` may change its contest's name. The answer ends it. */
export function announceCommittee(listeningOn: string, hint: () => ContestHint | null): () => void {
  const stopAnswering = answerSearches(listeningOn, hint);
  const bonjour = isEverywhere(listeningOn) ? openBonjour() : null;
  const said = hint();
  if (bonjour === null || said === null) return stopAnswering;
  const { device, port, contest, version } = said;
  const txt = { id: device, name: contest.slice(0, 100), v: version };
  bonjour.publish({ name: `Gelar Juri ${device}`, type: SERVICE_TYPE, port, txt, probe: false });
  return () => {
    stopAnswering();
    bonjour.unpublishAll(() => bonjour.destroy());
  };
}

/** Looks for the committee with that key until ended by the answer. */
export function findCommittee(device: DeviceId, onFound: (address: FoundAddress) => void): () => void {
  return findContests('0.0.0.0', (found) => {
    if (found.device === device) onFound({ host: found.host, port: found.port });
  });
}

/** Looks for contests until ended by the answer; the same one may be found again and again, at several addresses. */
export function findContests(listeningOn: string, onFound: (found: FoundContest) => void): () => void {
  const stopSearching = searchContests({ listeningOn }, onFound);
  const bonjour = isEverywhere(listeningOn) ? openBonjour() : null;
  if (bonjour === null) return stopSearching;
  const browser = bonjour.find({ type: SERVICE_TYPE }, (service) => {
    for (const found of contestsOf(service)) onFound(found);
  });
  return () => {
    stopSearching();
    browser.stop();
    bonjour.destroy();
  };
}

function contestsOf({ txt, addresses, port }: Service): readonly FoundContest[] {
  const record: unknown = txt;
  const [device, contest, version] = ['id', 'name', 'v'].map((name) => {
    const value: unknown = record instanceof Object ? Reflect.get(record, name) : undefined;
    return typeof value === 'string' ? value.slice(0, 200) : '';
  });
  if (device === undefined || device === '') return [];
  return (addresses ?? [])
    .filter((host) => /^\d+\.\d+\.\d+\.\d+$/.test(host))
    .map((host) => ({ host, port, device: idFrom.device(device), contest: contest ?? '', version: version ?? '' }));
}

/** Null where the network does not allow it. Its later errors are of no interest, but must not end the program. */
function openBonjour(): Bonjour | null {
  try {
    const bonjour = new Bonjour({}, () => undefined);
    const server: unknown = Reflect.get(bonjour, 'server');
    const mdns: unknown = server instanceof Object ? Reflect.get(server, 'mdns') : null;
    if (!(mdns instanceof EventEmitter)) {
      bonjour.destroy();
      return null;
    }
    mdns.on('error', () => undefined);
    return bonjour;
  } catch {
    return null;
  }
}
