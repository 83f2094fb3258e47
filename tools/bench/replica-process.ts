/** A process with one side's hub or all its other replicas; argument: its setting. It says its port first, then answers what it is asked. */
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { cpuUsage } from 'node:process';
import {
  replicaSettingSchema,
  requestSchema,
  type HubCount,
  type HubReplica,
  type OtherReplicas,
  type ReplicaRequest,
} from './replica.ts';

const lookMs = 10;

const setting = replicaSettingSchema.parse(JSON.parse(process.argv[2] ?? ''));
const sockets = new Set<Socket>();
let begun = cpuUsage();
if (setting.role === 'hub') await answerAsHub();
else await answerAsOthers();

async function answerAsHub(): Promise<void> {
  // Below TLS, as it goes over the network; everything goes by the hub.
  subscribe('net.server.socket', (message) => {
    if (typeof message === 'object' && message !== null && 'socket' in message && message.socket instanceof Socket)
      sockets.add(message.socket);
  });
  const hub = await openHub();
  answer(async (request) => {
    if (request.ask === 'begin') {
      begun = cpuUsage();
      return settled(hub);
    }
    return request.ask === 'close' ? hub.close() : count();
  });
  process.send?.(hub.port);
}

async function answerAsOthers(): Promise<void> {
  const others = await openOthers();
  answer(async (request) => {
    if (request.ask === 'give') return others.give(request.position);
    if (request.ask === 'close') return others.close();
    if (request.ask === 'begin') await others.connect(request.port);
    return settled(others);
  });
  process.send?.(0);
}

/** Only what the side needs is loaded: it counts as its memory. */
async function openHub(): Promise<HubReplica> {
  if (setting.side === 'product') return (await import('./replica-product.ts')).openProductHub(setting);
  return (await import('./replica-yjs.ts')).openYjsHub(setting);
}

async function openOthers(): Promise<OtherReplicas> {
  if (setting.side === 'product') return (await import('./replica-product.ts')).openProductOthers(setting);
  return (await import('./replica-yjs-others.ts')).openYjsOthers(setting);
}

function answer(work: (request: ReplicaRequest) => Promise<unknown>): void {
  process.on('message', (message) => {
    void work(requestSchema.parse(message)).then((answered) => process.send?.(answered));
  });
}

function settled({ isSettled }: Pick<HubReplica | OtherReplicas, 'isSettled'>): Promise<number> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!isSettled()) return;
      clearInterval(timer);
      resolve(0);
    }, lookMs);
  });
}

function count(): HubCount {
  const { user, system } = cpuUsage(begun);
  const wireBytes = [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0);
  return { processorMs: (user + system) / 1000, wireBytes, memoryBytes: mostMemoryBytes() };
}

/** The most that this process has had; `maxRSS` counts what the one that forked it had. */
function mostMemoryBytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return process.memoryUsage().rss;
  }
}
