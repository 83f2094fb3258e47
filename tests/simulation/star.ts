/**
 * The network between the jurors' laptops and the committee's: connections that keep their frames in order or are gone, over
 * lines that are slow, cut, silent in one direction or both, or say a frame twice; and a hand that alters what passes.
 */
import type { Random } from '../../shared/ports.ts';
import type { Connection, ConnectionHandlers } from '../../shared/sync/roles/ports.ts';
import { encodeFrame, decodeSyncFrame, type EntriesFrame } from '../../shared/sync/protocol.ts';
import type { Schedule } from './schedule.ts';

/** Of one juror's laptop. `silent-*`: frames vanish, and nobody is told. */
export interface Line {
  mode: 'open' | 'cut' | 'silent' | 'silent-up' | 'silent-down';
  delayMs: number;
  /** Share of frames that come twice, once the laptops have proven themselves. */
  doubling: number;
  /** The next frame with entries is altered. */
  isTouched: boolean;
  /** Something was altered on it since it was last made anew. */
  wasTouched: boolean;
}

export interface Star {
  readonly line: (laptop: string) => Line;
  /** As a juror's laptop dials; the answer gives up. */
  readonly dial: (
    laptop: string,
    isAlive: () => boolean,
    attempt: { readonly onConnection: (connection: Connection) => ConnectionHandlers; readonly onFailure: () => void },
  ) => () => void;
  /** Where the committee's laptop takes connections; null: nowhere. */
  listener: {
    readonly receive: (connection: Connection) => ConnectionHandlers;
    readonly isAlive: () => boolean;
  } | null;
  /** Ends the connections of that laptop, as a broken cable does; of all without it. */
  readonly breakOff: (laptop?: string) => void;
}

export interface StarListener {
  /** A frame leaves; `laptop`: whose line it is. */
  readonly onSent: (laptop: string, isUp: boolean, frame: Uint8Array) => void;
  readonly onArrived: (laptop: string, isUp: boolean, frame: Uint8Array) => void;
}

interface Pipe {
  readonly laptop: string;
  isOpen: boolean;
  isProven: boolean;
  readonly ends: readonly [End, End];
}

interface End {
  handlers: ConnectionHandlers | null;
  readonly isAlive: () => boolean;
  lastSignMs: number;
  waitingBytes: number;
  dueMs: number;
}

const DIAL_PATIENCE_MS = 3000;
/** A line so slow keeps what was handed to it; of a faster one everything has left. */
const SLOW_MS = 200;

export function createStar(schedule: Schedule, chance: () => number, random: Random, listener: StarListener): Star {
  const lines = new Map<string, Line>();
  const pipes = new Set<Pipe>();
  const star: Star = { line, dial, listener: null, breakOff };
  return star;

  function line(laptop: string): Line {
    const known = lines.get(laptop) ?? { mode: 'open', delayMs: 5, doubling: 0, isTouched: false, wasTouched: false };
    lines.set(laptop, known);
    return known;
  }

  function dial(laptop: string, isAlive: () => boolean, attempt: Parameters<Star['dial']>[2]): () => void {
    const { mode, delayMs } = line(laptop);
    const isRefused = mode === 'cut' || star.listener?.isAlive() !== true;
    if (mode !== 'open' || isRefused)
      return schedule.after(isRefused ? delayMs : DIAL_PATIENCE_MS, () => isAlive() && attempt.onFailure());
    return schedule.after(2 * delayMs, () => {
      if (!isAlive()) return;
      const to = star.listener;
      if (to?.isAlive() !== true || line(laptop).mode !== 'open') return attempt.onFailure();
      const exporter = random.bytes(32);
      const ends: Pipe['ends'] = [newEnd(isAlive), newEnd(to.isAlive)];
      const pipe: Pipe = { laptop, isOpen: true, isProven: false, ends };
      pipes.add(pipe);
      ends[0].handlers = attempt.onConnection(connectionOf(pipe, true, exporter));
      ends[1].handlers = to.receive(connectionOf(pipe, false, exporter));
    });
  }

  function newEnd(isAlive: () => boolean): End {
    return { handlers: null, isAlive, lastSignMs: schedule.nowMs(), waitingBytes: 0, dueMs: 0 };
  }

  /** `isUp`: the juror's end, whose frames go up to the committee. */
  function connectionOf(pipe: Pipe, isUp: boolean, exporter: Uint8Array): Connection {
    const [juror, committee] = pipe.ends;
    const [mine, other] = isUp ? [juror, committee] : [committee, juror];
    return {
      exporter,
      remoteAddress: pipe.laptop,
      send: (frame) => send(pipe, isUp, mine, other, frame),
      bufferedBytes: () => (line(pipe.laptop).delayMs < SLOW_MS ? 0 : other.waitingBytes),
      close: (reason) => {
        if (mine.isAlive()) close(pipe, reason);
      },
      markProven: () => {
        pipe.isProven = true;
      },
      markInvited: () => undefined,
      lastSignMs: () => mine.lastSignMs,
      ping: () => {
        if (!pipe.isOpen || !passes(pipe, isUp) || !other.isAlive()) return;
        other.lastSignMs = schedule.nowMs();
        if (passes(pipe, !isUp)) mine.lastSignMs = schedule.nowMs();
      },
      pause: () => undefined,
      resume: () => undefined,
    };
  }

  function passes({ laptop }: Pipe, isUp: boolean): boolean {
    const { mode } = line(laptop);
    return mode === 'open' || mode === (isUp ? 'silent-down' : 'silent-up');
  }

  function send(pipe: Pipe, isUp: boolean, mine: End, other: End, frame: Uint8Array): void {
    if (!pipe.isOpen || !mine.isAlive()) return;
    listener.onSent(pipe.laptop, isUp, frame);
    if (!passes(pipe, isUp)) return;
    const { delayMs, doubling } = line(pipe.laptop);
    const passing = altered(pipe, frame);
    const times = pipe.isProven && doubling > 0 && chance() < doubling ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      other.dueMs = Math.max(other.dueMs, schedule.nowMs() + delayMs);
      other.waitingBytes += passing.length;
      schedule.after(other.dueMs - schedule.nowMs(), () => {
        other.waitingBytes -= passing.length;
        if (!pipe.isOpen || !other.isAlive() || !passes(pipe, isUp)) return;
        other.lastSignMs = schedule.nowMs();
        listener.onArrived(pipe.laptop, isUp, passing);
        other.handlers?.onFrame(passing);
      });
    }
  }

  function altered(pipe: Pipe, frame: Uint8Array): Uint8Array {
    const touched = line(pipe.laptop);
    if (!touched.isTouched || !pipe.isProven) return frame;
    const decoded = decodeSyncFrame(frame);
    if (!decoded.ok || decoded.value?.type !== 'entries') return frame;
    touched.isTouched = false;
    touched.wasTouched = true;
    return encodeFrame(alterFrame(decoded.value, chance));
  }

  function close(pipe: Pipe, reason: string): void {
    if (!pipe.isOpen) return;
    pipe.isOpen = false;
    pipes.delete(pipe);
    schedule.after(1, () => {
      for (const { handlers, isAlive } of pipe.ends) if (isAlive()) handlers?.onClose(reason);
    });
  }

  function breakOff(laptop?: string): void {
    for (const pipe of pipes) if (laptop === undefined || pipe.laptop === laptop) close(pipe, 'connection-lost');
  }
}

/** One byte of an entry or of the signature, or one entry less, or two in the other order. */
function alterFrame(frame: EntriesFrame, chance: () => number): EntriesFrame {
  const at = Math.floor(chance() * frame.batches.length);
  const how = chance();
  const batches = frame.batches.map((batch, index) => {
    if (index !== at) return batch;
    const { entries } = batch;
    const which = Math.floor(chance() * entries.length);
    if (how < 0.2) return { ...batch, signature: flipped(batch.signature, chance) };
    if (how < 0.3 && entries.length > 1) return { ...batch, entries: entries.filter((_, each) => each !== which) };
    if (how < 0.4 && entries.length > 1) return { ...batch, entries: entries.toReversed() };
    return { ...batch, entries: entries.map((bytes, each) => (each === which ? flipped(bytes, chance) : bytes)) };
  });
  return { ...frame, batches };
}

function flipped(bytes: Uint8Array, chance: () => number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const at = Math.floor(chance() * changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
  return changed;
}
