/**
 * Finding the committee by a question to the whole local network (rule S15): a juror's laptop asks by UDP broadcast, a
 * committee's laptop answers with what anybody may know. The second hint beside mDNS, which guarded networks and Windows
 * often swallow. Nothing found is trusted: the committee proves its key or the code anyway. The answer is never longer than
 * the question and comes only so often, so that nobody can use it to flood somebody else.
 */
import { randomBytes } from 'node:crypto';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { z } from 'zod';
import { deviceIdSchema, type DeviceId } from '../../shared/domain/ids.ts';
import { limits } from '../../shared/limits.ts';
import { broadcastInterfaces, isEverywhere, isLoopback, type BroadcastInterface } from './network-addresses.ts';

/** What a committee says of itself to anybody. */
export interface ContestHint {
  readonly contest: string;
  /** Derived from the committee's signing key. */
  readonly device: DeviceId;
  readonly port: number;
  readonly version: string;
}

export interface FoundContest extends ContestHint {
  readonly host: string;
}

const QUESTION = 'gelar-juri?1';
const ANSWER = 'gelar-juri!1';
const NONCE_BYTES = 8;
const PACKET_BYTES = 640;
const ASK_EVERY_MS = 1000;
const ANSWERS_PER_SECOND = 40;

const hintSchema = z.object({
  contest: z.string().max(limits.nameLength),
  device: deviceIdSchema,
  port: z.int().min(1).max(65_535),
  version: z.string().max(40),
});

/** Answers until ended by the answer. `hint` null: nothing to be found yet. Where the port is taken, nobody is answered. */
export function answerSearches(listeningOn: string, hint: () => ContestHint | null): () => void {
  const within = broadcastInterfaces(listeningOn);
  const ears = openSocket();
  // What listens on one address answers from it; what listens on all answers from where it was asked.
  const mouth = isEverywhere(listeningOn) ? ears : openSocket(listeningOn);
  let secondBegan = 0;
  let answers = 0;
  ears.on('message', (packet, from) => {
    const nonce = nonceOf(packet, QUESTION);
    const said = hint();
    if (nonce === null || said === null || packet.length < PACKET_BYTES || !isWithin(from)) return;
    const now = performance.now();
    if (now - secondBegan > 1000) {
      secondBegan = now;
      answers = 0;
    }
    answers += 1;
    const answer = encodeAnswer(nonce, said);
    if (answers <= ANSWERS_PER_SECOND && answer.length <= packet.length)
      mouth.send(answer, from.port, from.address, ignore);
  });
  ears.bind({ port: limits.discoveryPort, address: earsAddress(listeningOn, within), exclusive: false });
  return () => {
    closeSocket(ears);
    if (mouth !== ears) closeSocket(mouth);
  };

  function isWithin(from: RemoteInfo): boolean {
    return isEverywhere(listeningOn) || isLoopback(from.address) === isLoopback(listeningOn);
  }
}

/**
 * Asks again and again, on every interface that a listener on `listeningOn` would have, until ended by the answer. `host`:
 * asks that one laptop alone.
 */
export function searchContests(
  { listeningOn, host }: { readonly listeningOn: string; readonly host?: string },
  onFound: (found: FoundContest) => void,
): () => void {
  const nonce = randomBytes(NONCE_BYTES);
  const question = encodeQuestion(nonce);
  const mouths =
    host === undefined || isLoopback(host)
      ? broadcastInterfaces(host ?? listeningOn).map(({ address, broadcast }) => ({
          socket: openSocket(address),
          to: [broadcast, ...(isLoopback(address) ? [] : ['255.255.255.255'])],
        }))
      : [{ socket: openSocket('0.0.0.0'), to: [host] }];
  for (const { socket } of mouths) {
    socket.on('message', (packet, from) => {
      const found = readAnswer(packet, nonce);
      if (found !== null && (host === undefined || !isLoopback(host) || from.address === host)) {
        onFound({ ...found, host: from.address });
      }
    });
  }
  ask();
  const timer = setInterval(ask, ASK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const { socket } of mouths) closeSocket(socket);
  };

  function ask(): void {
    for (const { socket, to } of mouths) {
      for (const address of to) socket.send(question, limits.discoveryPort, address, ignore);
    }
  }
}

/** On Linux and macOS a socket at the broadcast address of the one interface hears no other. */
function earsAddress(listeningOn: string, within: readonly BroadcastInterface[]): string {
  const [only] = within;
  return isEverywhere(listeningOn) || only === undefined || process.platform === 'win32' ? '0.0.0.0' : only.broadcast;
}

function openSocket(address?: string): Socket {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  // The port is taken, the network is gone: a hint less.
  socket.on('error', ignore);
  socket.once('listening', () => {
    try {
      socket.setBroadcast(true);
    } catch {
      // Closed meanwhile.
    }
  });
  if (address !== undefined) socket.bind({ port: 0, address });
  socket.unref();
  return socket;
}

function closeSocket(socket: Socket): void {
  try {
    socket.close();
  } catch {
    // It was never open.
  }
}

function ignore(): void {}

function encodeQuestion(nonce: Buffer): Buffer {
  return Buffer.concat([Buffer.from(QUESTION), nonce], PACKET_BYTES);
}

function encodeAnswer(nonce: Buffer, { contest, ...hint }: ContestHint): Buffer {
  const short = Buffer.from(contest.slice(0, 150))
    .subarray(0, 300)
    .toString('utf8')
    .replace(/\uFFFD$/, '');
  return Buffer.concat([Buffer.from(ANSWER), nonce, Buffer.from(JSON.stringify({ ...hint, contest: short }))]);
}

function nonceOf(packet: Buffer, label: string): Buffer | null {
  const isOurs = packet.length >= label.length + NONCE_BYTES && packet.subarray(0, label.length).toString() === label;
  return isOurs ? packet.subarray(label.length, label.length + NONCE_BYTES) : null;
}

function readAnswer(packet: Buffer, nonce: Buffer): ContestHint | null {
  if (packet.length > PACKET_BYTES || nonceOf(packet, ANSWER)?.equals(nonce) !== true) return null;
  try {
    const parsed = hintSchema.safeParse(JSON.parse(packet.subarray(ANSWER.length + NONCE_BYTES).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
