/**
 * A whole laptop: the live contest and the role of the product, on a simulated disk, clock and network. What a process knows
 * dies with it; what it leaves on the disk is what the next one begins with.
 */
import { openLiveContest, type LiveContest } from '../../shared/laptop/live-contest.ts';
import { withNewLogs, type LaptopKeys, type LaptopPorts } from '../../shared/laptop/ports.ts';
import type { Clock, Crypto, Random } from '../../shared/ports.ts';
import { playCommittee, type CommitteeEvent, type CommitteeRole } from '../../shared/sync/roles/committee.ts';
import { playJuror, type JurorEvent, type JurorRole } from '../../shared/sync/roles/juror.ts';
import type { RolePorts } from '../../shared/sync/roles/ports.ts';
import { DiskRefuses, openDisk, type Disk, type DiskHandle } from './disk.ts';
import type { Schedule } from './schedule.ts';
import { seededKeyBox } from './seeded-keys.ts';
import type { Star } from './star.ts';

export interface Laptop {
  readonly name: string;
  readonly kind: 'committee' | 'juror';
  /** Null: the committee's. */
  readonly seat: string | null;
  /** Who sits at it: laptops of one person read each other's logs. */
  person: string;
  readonly isStranger: boolean;
  disk: Disk;
  clockSkewMs: number;
  running: Running | null;
  /** How long the log was that it goes on with, when the folder was copied; null: it is no copy. */
  readonly copiedAt: number | null;
}

export interface Running {
  readonly contest: LiveContest;
  readonly handle: DiskHandle;
  readonly juror: JurorRole | null;
  readonly committee: CommitteeRole | null;
}

export interface World {
  readonly schedule: Schedule;
  readonly random: Random;
  readonly crypto: Crypto;
  /** Hashes of all that was ever signed. */
  readonly signed: ReadonlySet<string>;
  readonly star: Star;
  readonly onJuror: (laptop: Laptop, event: JurorEvent) => void;
  readonly onCommittee: (laptop: Laptop, event: CommitteeEvent) => void;
  /** The laptop died in the middle of a write. */
  readonly onPowerCut: (laptop: Laptop) => void;
}

export const beginMs = 1_790_000_000_000;
const address = { host: '192.168.1.10', port: 47_470 };

export function newLaptop(what: Pick<Laptop, 'name' | 'seat' | 'person' | 'disk'> & Partial<Laptop>): Laptop {
  const kind = what.seat === null ? 'committee' : 'juror';
  return { kind, isStranger: false, clockSkewMs: 0, running: null, copiedAt: null, ...what };
}

/** As the program starts: keys and logs from the disk, and then the role. */
export async function switchOn(world: World, laptop: Laptop): Promise<Running> {
  const { disk } = laptop;
  const handle = openDisk(disk, () => {
    switchOff(world, laptop);
    world.onPowerCut(laptop);
  });
  const clock: Clock = { nowMs: () => Math.floor(beginMs + world.schedule.nowMs()) + laptop.clockSkewMs };
  const contest = openLiveContest(laptopPorts(world, clock, handle), keysToBegin(disk), handle.log);
  await contest.keysSettled();
  const ports = rolePorts(world, clock, handle);
  const running: Running = {
    contest,
    handle,
    juror: laptop.kind === 'juror' ? beJuror(world, laptop, contest, ports, handle) : null,
    committee: laptop.kind === 'committee' ? beCommittee(world, laptop, contest, ports, handle) : null,
  };
  laptop.running = running;
  return running;
}

/** The contest on a disk without a role: what is there is read anew, from the beginning. */
export async function openApart(world: World, disk: Disk, mayWrite: boolean): Promise<LiveContest> {
  const handle = openDisk(disk, () => undefined);
  const ports = laptopPorts(world, { nowMs: () => Math.floor(beginMs + world.schedule.nowMs()) }, handle);
  const contest = openLiveContest(mayWrite ? ports : { ...ports, stored: null }, disk.keys, handle.log);
  await contest.keysSettled();
  return contest;
}

/** The power goes: nobody says goodbye. */
export function switchOff(world: World, laptop: Laptop): void {
  laptop.running?.handle.die();
  laptop.running = null;
  world.star.breakOff(laptop.kind === 'juror' ? laptop.name : undefined);
  if (laptop.kind === 'committee') world.star.listener = null;
}

/** [L11] After a failed write every log begins anew. */
function keysToBegin(disk: Disk): LaptopKeys {
  if (disk.hasFailedWrite) disk.keys = withNewLogs(disk.keys);
  disk.hasFailedWrite = false;
  return disk.keys;
}

function laptopPorts({ random, crypto }: World, clock: Clock, handle: DiskHandle): LaptopPorts {
  return {
    crypto,
    random,
    clock,
    keyBox: seededKeyBox(random),
    application: 'simulasi',
    keepKeys: handle.keepKeys,
    isStorageError,
    stored: { whenQuiet: () => undefined, soon: () => undefined },
  };
}

function rolePorts({ schedule, random, crypto }: World, clock: Clock, { isAlive }: DiskHandle): RolePorts {
  const after = (ms: number, run: () => void) => schedule.after(ms, () => isAlive() && run());
  return {
    timers: { after, every, soon: (run) => void after(0, run) },
    clock,
    elapsedMs: schedule.nowMs,
    random,
    crypto,
    application: 'simulasi',
    isStorageError,
  };

  function every(ms: number, run: () => void): () => void {
    let stop = after(ms, again);
    return () => stop();

    function again(): void {
      stop = after(ms, again);
      run();
    }
  }
}

function beJuror(
  world: World,
  laptop: Laptop,
  contest: LiveContest,
  ports: RolePorts,
  { isAlive }: DiskHandle,
): JurorRole {
  return playJuror(
    contest,
    {
      ...ports,
      dial: (_address, attempt) => world.star.dial(laptop.name, isAlive, attempt),
      listen: () => () => undefined,
      address: () => address,
      keepAddress: () => undefined,
      confirmed: (log) => (laptop.disk.confirmed?.log === log ? laptop.disk.confirmed.seq : 0),
      keepConfirmed: ({ log, seq }) => {
        laptop.disk.confirmed = { log, seq };
      },
    },
    { onEvent: (event) => world.onJuror(laptop, event) },
  );
}

function beCommittee(
  world: World,
  laptop: Laptop,
  contest: LiveContest,
  ports: RolePorts,
  { isAlive }: DiskHandle,
): CommitteeRole {
  const role = playCommittee(
    contest,
    {
      ...ports,
      keeper: {
        kept: () => laptop.disk.invitations,
        keep: (invitations) => {
          laptop.disk.invitations = invitations;
        },
      },
      // Joining by a code is played by its own tests: here a laptop is admitted, and then comes with its key.
      checkCode: () => ({ next: () => ({ type: 'failed' }) }),
      reachedAt: () => address,
      sayTrouble: (trouble) => trouble,
      sayRefusal: (reason) => reason,
    },
    (event) => world.onCommittee(laptop, event),
  );
  world.star.listener = { receive: role.receive, isAlive };
  role.begin();
  return role;
}

function isStorageError(error: unknown): boolean {
  return error instanceof DiskRefuses;
}
