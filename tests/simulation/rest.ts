/** A rest point: everything is mended and switched on, and once nothing moves any more the invariants are checked. */
import type { Day } from './day.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { checkRestPoint, isSame, membersOf, readsAll, resultOf } from './invariants.ts';
import { switchOff, switchOn, type Laptop } from './laptop.ts';

/** More than any back-off, silence and turn of two copies together. */
const REST_MS = 240_000;
const LOOK_MS = 1100;
const QUIET_LOOKS = 2;

/** Everything is mended and switched on; the invariants hold once nothing moves any more. */
export async function rest(day: Day, isLast: boolean): Promise<void> {
  const { world, laptops, note, fail, chance } = day;
  note('rest');
  for (const laptop of laptops) {
    const line = world.star.line(laptop.name);
    const isBad = line.mode !== 'open' || line.wasTouched;
    Object.assign(line, {
      mode: 'open',
      doubling: 0,
      delayMs: Math.min(line.delayMs, 100),
      isTouched: false,
      wasTouched: false,
    });
    if (isBad) world.star.breakOff(laptop.name);
    laptop.running?.handle.fail(null);
    // A disk that refuses is seen to.
    if (laptop.disk.hasFailedWrite && laptop.running !== null) switchOff(world, laptop);
    if (laptop.running === null) await switchOn(world, laptop);
  }
  const endMs = world.schedule.nowMs() + REST_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS;) {
    await world.schedule.pass(LOOK_MS);
    const unquiet = unrest(laptops);
    quiet = unquiet === null ? quiet + 1 : 0;
    if (unquiet !== null && world.schedule.nowMs() > endMs) return fail(`G2 no rest: ${unquiet}`);
  }
  const wrong = await checkRestPoint(world, laptops, chance, isLast);
  if (wrong !== null) fail(wrong);
  for (const { disk } of laptops) for (const { log, seq } of disk.log.heads()) note(`${log} ${seq}`);
  const contest = laptops.find(({ kind }) => kind === 'committee')?.running?.contest.contest();
  if (contest !== undefined) note(resultOf(contest));
}

/** What is still under way, or null. */
function unrest(laptops: readonly Laptop[]): string | null {
  const committee = laptops.find(({ kind }) => kind === 'committee');
  const live = committee?.running?.contest;
  if (committee === undefined || live === undefined) return 'the committee is off';
  const members = membersOf(laptops, live);
  // A committee that was set back lets everybody in again whose admission anybody holds (S13).
  const outside = laptops.find(
    (laptop) => isAdmittedBySelf(laptop) && !members.includes(laptop) && !isRevoked(laptop, live),
  );
  if (outside !== undefined) return `${outside.name} is not let in`;
  const devices = members.map((laptop) => laptop.running?.contest.writers()[0]?.deviceId);
  for (const [index, laptop] of members.entries()) {
    const { name, disk, running } = laptop;
    const isAlone = devices.filter((device) => device === devices[index]).length === 1;
    const connection = running?.juror?.status().connection;
    if (isAlone && connection !== 'connected') return `${name} is ${connection ?? 'off'}`;
    if (running?.contest.writers()[0]?.log === null) return `${name} cannot write`;
    if (!isSame(committee.disk.log, disk.log)) return `${name} holds other logs`;
    if (!readsAll(laptop, laptops, live)) return `L7 ${name} does not read all that its person wrote`;
    const own = disk.log.head(running?.contest.writers()[0]?.log ?? '')?.seq ?? 0;
    const shown = running?.juror?.status().atCommittee ?? 0;
    if (isAlone && shown !== own) return `${name} shows ${shown} of ${own} at the committee`;
  }
  return null;
}

function isAdmittedBySelf({ kind, isStranger, running }: Laptop): boolean {
  const live = running?.contest;
  const device = live?.contest().devices.get(live.writers()[0]?.deviceId ?? '');
  return kind === 'juror' && !isStranger && device !== undefined && device.revoked === null;
}

function isRevoked({ running }: Laptop, committee: LiveContest): boolean {
  const id = running?.contest.writers()[0]?.deviceId ?? '';
  return (committee.contest().devices.get(id)?.revoked ?? null) !== null;
}
