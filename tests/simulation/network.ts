/**
 * A star of laptops over memory logs and a network that loses, doubles, delays, reorders and cuts, all from one seed.
 * The sync step is the real one. The trace names everything that happened, so that two runs of a seed can be compared.
 */
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import type { EventLog } from '../../shared/ports.ts';
import {
  createLink,
  step,
  type Link,
  type SyncInput,
  type SyncPorts,
  type SyncProblem,
} from '../../shared/sync/step.ts';
import { decodeSyncFrame, type SyncFrame } from '../../shared/sync/protocol.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import {
  contentOf,
  copyOfLog,
  createLogWriter,
  receiveInto,
  seededNumbers,
  type LogWriter,
} from '../support/log-writer.ts';

export interface SimulatedLaptop {
  readonly name: string;
  readonly log: EventLog;
  writer: LogWriter;
}

interface Flight {
  readonly from: number;
  readonly to: number;
  readonly frame: Uint8Array;
  readonly dueAt: number;
}

export interface Faults {
  readonly loss: number;
  readonly doubling: number;
  readonly mostDelay: number;
  /** Entries that a laptop works off in a beat; a frame without any counts as one. Absent: all that come. */
  readonly capacity?: number;
}

export interface Simulation {
  readonly laptops: readonly SimulatedLaptop[];
  readonly trace: readonly string[];
  readonly problems: readonly SyncProblem[];
  /** One beat: somebody may write, frames arrive, clocks tick. */
  readonly beat: (faults: Faults, writes: boolean) => void;
  /** That juror writes so many facts. */
  readonly write: (juror: number, count: number) => void;
  /** A further laptop with a copy of that juror's folder: it goes on with the same log. */
  readonly clone: (juror: number) => void;
  /** Bytes that were sent by all, and entries in them. */
  readonly wire: () => { readonly bytes: number; readonly entries: number };
  /** The longest measured round trip, in beats. */
  readonly roundTrip: () => number;
  /** Entries that anybody has written, the openings of the logs among them. */
  readonly written: () => number;
  readonly contents: () => readonly (readonly string[])[];
}

export const noFaults: Faults = { loss: 0, doubling: 0, mostDelay: 0 };

export function createSimulation(seed: number, jurors: number): Simulation {
  const chance = seededNumbers(seed);
  const trace: string[] = [];
  const problems: SyncProblem[] = [];
  let now = 0;
  let begun = 0;
  let written = 0;
  let flights: Flight[] = [];
  const wire = { bytes: 0, entries: 0 };
  /** What has arrived and waits for its laptop, by its number. */
  const inboxes = new Map<number, Flight[]>();
  /** Work that a laptop was given beyond its capacity: it does nothing until that is paid. */
  const debts = new Map<number, number>();
  let faults = noFaults;
  /** Links that are cut, by the juror's number; one way or both. */
  const cut = new Map<number, 'out' | 'in' | 'both'>();
  const skewMs = Array.from({ length: jurors + 1 }, () => Math.floor((chance() - 0.5) * 4e11));
  const laptops = Array.from({ length: jurors + 1 }, (_, index): SimulatedLaptop => {
    const log = createMemoryLog();
    return { name: index === 0 ? 'panitia' : `juri-${index}`, log, writer: beginWriter(index, log) };
  });
  /** Key: `from>to`. */
  const links = new Map<string, Link>();
  for (let juror = 1; juror <= jurors; juror += 1) connect(juror);

  return {
    laptops,
    trace,
    problems,
    beat(given, writes) {
      faults = given;
      now += 1;
      if (faults.loss > 0) changeLine();
      else cut.clear();
      if (writes) write(Math.floor(chance() * laptops.length), 1 + Math.floor(chance() * 4));
      deliver();
      if (now % 5 === 0) for (const key of links.keys()) run(key, { type: 'tick' });
    },
    write,
    clone(juror) {
      const original = laptops[juror];
      if (original === undefined) return;
      const index = laptops.length;
      skewMs.push(Math.floor((chance() - 0.5) * 4e11));
      const log = copyOfLog(original.log);
      const writer = original.writer.clonedTo(log, () => clockOf(index));
      laptops.push({ name: `salinan-${juror}`, log, writer });
      trace.push(`${now} juri-${juror} cloned`);
      connect(index);
    },
    wire: () => ({ ...wire }),
    roundTrip: () => Math.max(...[...links.values()].map(({ pace }) => pace.roundTripMs ?? 0)) / 100,
    written: () => written,
    contents: () => laptops.map(({ log }) => contentOf(log)),
  };

  function clockOf(index: number): number {
    return Math.max(0, 1.7e12 + (skewMs[index] ?? 0) + now * 100);
  }

  function beginWriter(index: number, log: EventLog): LogWriter {
    begun += 1;
    written += 1;
    return createLogWriter(log, seed * 1000 + begun, () => clockOf(index));
  }

  function connect(juror: number): void {
    for (const key of [`0>${juror}`, `${juror}>0`]) {
      links.set(key, createLink());
      run(key, { type: 'opened' });
    }
  }

  /** Cuts a line (perhaps in one direction), or makes it anew, so that nothing is left of what the sides knew. */
  function changeLine(): void {
    if (chance() > 0.1) return;
    const juror = 1 + Math.floor(chance() * (laptops.length - 1));
    if (cut.delete(juror)) connect(juror);
    else cut.set(juror, chance() < 0.3 ? 'out' : chance() < 0.5 ? 'in' : 'both');
    trace.push(`${now} line ${juror} ${cut.get(juror) ?? 'new'}`);
  }

  function write(index: number, count: number): void {
    const laptop = laptops[index];
    if (laptop === undefined) return;
    laptop.writer.write(count);
    written += count;
    trace.push(`${now} ${laptop.name} writes ${count}`);
    appended(index, null);
  }

  function appended(index: number, except: string | null): void {
    for (const key of links.keys()) {
      if (key.startsWith(`${index}>`) && key !== except) run(key, { type: 'appended' });
    }
  }

  function run(key: string, input: SyncInput): void {
    const link = links.get(key);
    const [from = 0, to = 0] = key.split('>').map(Number);
    const laptop = laptops[from];
    if (link === undefined || laptop === undefined) return;
    const ports: SyncPorts = {
      log: laptop.log,
      clock: { nowMs: () => clockOf(from) },
      elapsedMs: () => now * 100,
      application: 'simulasi',
      transport: {
        send: (frame) => send(from, to, frame),
        bufferedBytes: () => 0,
        close: (reason) => trace.push(`${now} ${key} closed ${reason}`),
      },
      receive: (batches) =>
        batches.map((batch) => {
          const received = receiveInto(laptop.log, batch, from > 0);
          const outcome = received.ok ? received.value.fresh.length : received.error.type;
          trace.push(`${now} ${laptop.name} receives ${batch.log.slice(0, 4)} ${outcome}`);
          if (received.ok && received.value.fresh.length > 0) {
            // Somebody else goes on with its log: it begins a new one, as an open contest does.
            if (received.value.origin === laptop.writer.id) laptop.writer = beginWriter(from, laptop.log);
            appended(from, key);
          }
          return received;
        }),
      copiesOf: (log) =>
        [...links].flatMap(([other, { their }]) =>
          other !== key && other.startsWith(`${from}>`) ? (their.get(log)?.seq ?? []) : [],
        ),
      report: (problem) => problems.push(problem),
    };
    step(ports, link, input);
  }

  function send(from: number, to: number, frame: Uint8Array): void {
    const direction = from === 0 ? 'in' : 'out';
    const state = cut.get(from === 0 ? to : from);
    const decoded = decodeSyncFrame(frame);
    wire.bytes += frame.length;
    wire.entries += decoded.ok ? entriesIn(decoded.value) : 0;
    if (state === 'both' || state === direction || chance() < faults.loss) return;
    const copies = chance() < faults.doubling ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      flights.push({ from, to, frame, dueAt: now + 1 + Math.floor(chance() * (faults.mostDelay + 1)) });
    }
  }

  function deliver(): void {
    const due = flights.filter((flight) => flight.dueAt <= now);
    flights = flights.filter((flight) => flight.dueAt > now);
    for (const flight of due) inboxes.set(flight.to, [...(inboxes.get(flight.to) ?? []), flight]);
    for (const to of laptops.keys()) workOff(to);
  }

  /** In the order of their arrival, as much as the laptop can do in a beat. */
  function workOff(to: number): void {
    const { capacity = Infinity } = faults;
    let left = capacity - (debts.get(to) ?? 0);
    const waiting = inboxes.get(to) ?? [];
    while (left > 0 && waiting.length > 0) {
      const [next] = waiting.splice(0, 1);
      if (next === undefined) break;
      const { from, frame } = next;
      const decoded = decodeSyncFrame(frame);
      left -= Math.max(1, decoded.ok ? entriesIn(decoded.value) : 1);
      trace.push(`${now} ${from}>${to} ${toBase32(nodeCrypto.hash(frame)).slice(0, 8)}`);
      run(`${to}>${from}`, { type: 'frame', frame });
    }
    debts.set(to, Math.max(0, -left));
  }
}

function entriesIn(frame: SyncFrame | null): number {
  return frame?.type === 'entries' ? frame.batches.reduce((sum, { entries }) => sum + entries.length, 0) : 0;
}
