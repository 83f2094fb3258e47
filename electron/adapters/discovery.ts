/**
 * A hint where the committee's laptop is (mDNS), for the case that its address has changed. Often silent on Windows and in
 * guarded networks, so nothing depends on it, and nothing found is trusted: the committee proves its key anyway (rule S4).
 */
import { EventEmitter } from 'node:events';
import { Bonjour } from 'bonjour-service';

export interface FoundAddress {
  readonly host: string;
  readonly port: number;
}

const SERVICE_TYPE = 'gelar-juri';

/** Says in the local network that the committee with that key listens. The answer ends it. */
export function announceCommittee(deviceId: string, port: number): () => void {
  const bonjour = openBonjour();
  if (bonjour === null) return () => undefined;
  bonjour.publish({ name: `Gelar Juri ${deviceId}`, type: SERVICE_TYPE, port, txt: { id: deviceId }, probe: false });
  return () => bonjour.unpublishAll(() => bonjour.destroy());
}

/** Looks for the committee with that key until ended by the answer. */
export function findCommittee(deviceId: string, onFound: (address: FoundAddress) => void): () => void {
  const bonjour = openBonjour();
  if (bonjour === null) return () => undefined;
  const browser = bonjour.find({ type: SERVICE_TYPE }, ({ txt, addresses, port }) => {
    const record: unknown = txt;
    const id: unknown = record instanceof Object ? Reflect.get(record, 'id') : undefined;
    if (id !== deviceId) return;
    for (const host of addresses ?? []) if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) onFound({ host, port });
  });
  return () => {
    browser.stop();
    bonjour.destroy();
  };
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
