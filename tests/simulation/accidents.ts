/** What goes wrong on a day, drawn from the seed. */
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { batchOf } from '../../shared/log/batch.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import type { Day } from './day.ts';
import { copyOfDisk, DiskRefuses } from './disk.ts';
import { newLaptop, switchOff, switchOn, type Laptop } from './laptop.ts';
import { pick } from './people.ts';
import type { Line } from './star.ts';
import { bring, putCopyAside } from './venue.ts';

const HOUR_MS = 3_600_000;
const MOST_LAPTOPS = 7;
const faults = ['refuses', 'refuses-late', 'power-before', 'power-after'] as const;
const modes: readonly Line['mode'][] = ['cut', 'silent', 'silent-up', 'silent-down', 'open', 'open'];

type Accident = (day: Day, laptop: Laptop, juror: Laptop) => void | Promise<void>;

/** With their share. */
const accidents: readonly (readonly [number, Accident])[] = [
  [25, changeLine],
  [10, crash],
  [25, startAgain],
  [8, breakDisk],
  [8, setClock],
  [5, putCopyAside],
  [7, useTwice],
  [7, setBack],
  [7, bringAnother],
  [3, revoke],
  [5, touchLine],
  [4, smuggle],
];
const allShares = accidents.reduce((sum, [share]) => sum + share, 0);

export async function drawAccident(day: Day): Promise<void> {
  const { chance, laptops } = day;
  const laptop = pick(chance, laptops);
  const juror = pick(
    chance,
    laptops.filter(({ kind, isStranger }) => kind === 'juror' && !isStranger),
  );
  if (laptop === undefined || juror === undefined) return;
  let left = chance() * allShares;
  const [, happen] = accidents.find(([share]) => (left -= share) < 0) ?? [0, startAgain];
  day.note(`accident ${happen.name} ${laptop.name} ${juror.name}`);
  await happen(day, laptop, juror);
}

function changeLine({ world, chance, note }: Day, _laptop: Laptop, { name }: Laptop): void {
  const line = world.star.line(name);
  line.mode = pick(chance, modes) ?? 'open';
  line.delayMs = Math.floor(chance() < 0.2 ? chance() * 3000 : 1 + chance() * 60);
  line.doubling = chance() < 0.3 ? 0.3 : 0;
  note(`line ${name} ${line.mode} ${line.delayMs} ${line.doubling}`);
  if (line.mode === 'cut' || chance() < 0.3) world.star.breakOff(name);
}

function crash({ world }: Day, laptop: Laptop): void {
  switchOff(world, laptop);
}

async function startAgain({ world, chance, laptops, note }: Day, laptop: Laptop): Promise<void> {
  const off = pick(
    chance,
    laptops.filter(({ running }) => running === null),
  );
  const next = off ?? laptop;
  note(`${next.name} starts`);
  if (next.running !== null) switchOff(world, next);
  await switchOn(world, next);
}

function breakDisk({ chance, note }: Day, { name, running }: Laptop): void {
  const fault = pick(chance, faults) ?? 'refuses';
  note(`${name} ${fault}`);
  running?.handle.fail(fault);
}

/** By minutes or hours mostly, by weeks now and then, in both directions. */
function setClock({ chance, note }: Day, laptop: Laptop): void {
  laptop.clockSkewMs += Math.round((chance() - 0.5) * (chance() < 0.2 ? 2000 : 12) * HOUR_MS);
  note(`${laptop.name} clock ${laptop.clockSkewMs}`);
}

/** The folder is copied to a further laptop, and both are used. */
async function useTwice({ world, chance, laptops, note }: Day, _laptop: Laptop, juror: Laptop): Promise<void> {
  if (laptops.length >= MOST_LAPTOPS) return;
  const { seat, person, clockSkewMs } = juror;
  const copy = newLaptop({
    name: `laptop-${laptops.length}-salinan`,
    seat,
    person,
    clockSkewMs,
    disk: copyOfDisk(juror.disk),
    copiedAt: juror.disk.log.head(juror.disk.keys.writers[0]?.log ?? '')?.seq ?? 0,
  });
  note(`${copy.name} of ${juror.name}`);
  laptops.push(copy);
  // Mostly in another room, where it is not seen at once.
  if (chance() < 0.6) world.star.line(copy.name).mode = 'cut';
  await switchOn(world, copy);
}

/** Its folder is as it was when a copy was put aside. */
async function setBack(day: Day, picked: Laptop): Promise<void> {
  const { world, chance, laptops, copies, note } = day;
  const laptop = pick(
    chance,
    laptops.filter(({ name }) => copies.has(name)),
  );
  const copy = laptop === undefined ? undefined : copies.get(laptop.name);
  if (laptop === undefined || copy === undefined) return putCopyAside(day, picked);
  note(`${laptop.name} set back`);
  switchOff(world, laptop);
  laptop.disk = copyOfDisk(copy);
  await switchOn(world, laptop);
}

async function bringAnother(day: Day, _laptop: Laptop, { seat }: Laptop): Promise<void> {
  const { chance, laptops } = day;
  if (laptops.length >= MOST_LAPTOPS || seat === null) return;
  const how = chance();
  await bring(day, seat, how < 0.2 ? 'stranger' : how < 0.7 ? 'same-person' : 'admitted');
}

/** As a person of the committee does it: accepted is what is here now. */
function revoke(day: Day, _laptop: Laptop, { name, disk }: Laptop): void {
  const live = committeeOf(day)?.running?.contest;
  const key = disk.keys.writers[0]?.signingKey;
  if (live === undefined || key === undefined) return;
  const device = [...live.contest().devices.values()].find(({ signingKey }) => signingKey === key)?.device;
  if (device === undefined) return;
  const upTo = [...live.openings()].flatMap(([log, { signingKey }]) => {
    const head = signingKey === key ? live.log.head(log) : null;
    return head === null ? [] : [{ log, seq: head.seq, hash: toBase32(head.hash) }];
  });
  const revoked = live.execute({ role: 'committee' }, { type: 'revoke-device', device, upTo, reason: 'hilang' });
  day.note(`${name} revoked ${revoked.ok}`);
}

/** Somebody alters what passes. */
function touchLine({ world }: Day, _laptop: Laptop, { name }: Laptop): void {
  world.star.line(name).isTouched = true;
}

/** An admitted laptop that is not honest brings the log of one that nobody has admitted, or that was revoked. */
function smuggle(day: Day): void {
  const { chance, laptops, fail, note } = day;
  const live = committeeOf(day)?.running?.contest;
  const outside = pick(
    chance,
    laptops.filter((laptop) => laptop.isStranger || isRevoked(laptop, live)),
  );
  const log = outside?.disk.keys.writers[0]?.log ?? null;
  if (live === undefined || outside === undefined || log === null) return;
  const entries = outside.disk.log.read(log, live.log.head(log)?.seq ?? 0, { entries: 100, bytes: 1e6 });
  if (entries.length === 0) return;
  try {
    const answer = live.receive(batchOf(entries));
    note(`smuggled ${answer.ok ? 'in' : answer.error.type}`);
    // What a revoked laptop wrote is kept; whether it is applied is looked at when everything rests.
    if (answer.ok && outside.isStranger) fail('G6 a log of a stranger is taken');
  } catch (error) {
    if (!(error instanceof DiskRefuses)) throw error;
  }
}

function isRevoked({ disk }: Laptop, live: LiveContest | undefined): boolean {
  const key = disk.keys.writers[0]?.signingKey;
  return [...(live?.contest().devices.values() ?? [])].some(
    ({ signingKey, revoked }) => signingKey === key && revoked !== null,
  );
}

function committeeOf({ laptops }: Day): Laptop | undefined {
  return laptops.find(({ kind }) => kind === 'committee');
}
