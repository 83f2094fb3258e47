/** The laptops of a day: the committee's with the contest founded, and the jurors', admitted as a person does it. */
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { withNewLogs } from '../../shared/laptop/ports.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import type { LogId } from '../../shared/domain/ids.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import { beginLog } from '../../shared/log/write.ts';
import type { DeviceKeys, EventLog } from '../../shared/ports.ts';
import { copyOfLog } from '../support/log-writer.ts';
import type { Day } from './day.ts';
import { copyOfDisk, createDisk } from './disk.ts';
import { beginMs, newLaptop, switchOn, type Laptop, type World } from './laptop.ts';
import { foundingCommand } from './people.ts';
import { seededDeviceKeys } from './seeded-keys.ts';

export async function openVenue(day: Day): Promise<void> {
  const { world, chance, laptops, note } = day;
  const jurors = 2 + Math.floor(chance() * 3);
  const device = seededDeviceKeys(world.random);
  const committee = newLaptop({
    name: 'panitia',
    seat: null,
    person: 'panitia',
    disk: createDisk({
      kind: 'committee',
      machine: 'panitia',
      committee: { signingKey: device.signingKey, boxKey: device.boxKey },
      writers: [{ ...device, seat: null, log: null, dataKey: null }],
    }),
  });
  laptops.push(committee);
  const { contest } = await switchOn(world, committee);
  const founded = contest.execute({ role: 'committee' }, foundingCommand(jurors));
  note(`founded ${founded.ok} for ${jurors}`);
  // One seat in some contests is scored at the committee's own laptop.
  const here = chance() < 0.3 ? `j${jurors}` : null;
  for (let seat = 1; seat <= jurors; seat += 1) {
    if (`j${seat}` === here) await contest.addLocalSeat(here);
    else await bring(day, `j${seat}`, 'admitted');
    // Made in the morning: it does not know who came later.
    if (seat === 1 && chance() < 0.7) putCopyAside(day, committee);
  }
  if (chance() < 0.3) await bring(day, 'j1', 'stranger');
}

/**
 * A laptop that is new here asks for a seat. `same-person`: the seat's earlier scores may be read on it. `stranger`: nobody
 * admits it, and it begins a log all the same.
 */
export async function bring(
  { world, laptops, note }: Day,
  seat: string,
  how: 'admitted' | 'same-person' | 'stranger',
): Promise<void> {
  const committee = laptops.find(({ kind }) => kind === 'committee');
  const live = committee?.running?.contest;
  if (committee === undefined || live === undefined) return;
  const device = seededDeviceKeys(world.random);
  const id = deviceIdOf(base32Bytes(device.signingKey), nodeCrypto);
  const name = `laptop-${laptops.length}-${seat}`;
  // It got hold of a copy of the contest. Without the contest key it cannot read it, which keeps only the honest from a log.
  const log = how === 'stranger' ? copyOfLog(committee.disk.log) : createMemoryLog();
  const begun = how === 'stranger' ? beginAsStranger(world, log, device, seat, name) : null;
  const laptop = newLaptop({
    name,
    seat,
    person: name,
    isStranger: how === 'stranger',
    disk: createDisk(
      {
        kind: 'juror',
        machine: name,
        committee: live.committee,
        writers: [{ ...device, seat, log: begun, dataKey: null }],
      },
      log,
    ),
  });
  if (how !== 'stranger') {
    const admit = { type: 'admit-device', device: id, signingKey: device.signingKey, boxKey: device.boxKey } as const;
    const admitted = live.execute({ role: 'committee' }, { ...admit, seat, machine: name });
    note(`${name} ${how} ${admitted.ok}`);
    if (!admitted.ok) return;
    if (how === 'same-person') await live.shareDataKeys(id);
    laptop.person = personOf(laptops, live, id) ?? name;
  }
  laptops.push(laptop);
  await switchOn(world, laptop);
  if (begun !== null) note(`stranger ${begun}`);
}

function beginAsStranger(
  { random, crypto, schedule }: World,
  log: EventLog,
  { signingKey, signingPrivateKey, boxKey }: DeviceKeys,
  seat: string,
  machine: string,
): LogId {
  const ports = { log, random, crypto, clock: { nowMs: () => Math.floor(beginMs + schedule.nowMs()) } };
  const keys = { signingPrivateKey: base32Bytes(signingPrivateKey), dataKey: null };
  const opening = { role: 'seat', seat, signingKey, boxKey, dataKey: null, machine, application: 'lain' } as const;
  return beginLog(ports, keys, opening).identity.log;
}

/** Whoever wrote what it was let to read; null: somebody else sits there now. */
function personOf(laptops: readonly Laptop[], live: LiveContest, device: string): string | null {
  const [shared] = [...live.contest().sharedKeys.keys()].filter((name) => name.endsWith(` ${device}`));
  const opening = live.openings().get(shared?.split(' ')[0] ?? '');
  const writer = laptops.find(({ disk }) => disk.keys.writers[0]?.signingKey === opening?.signingKey);
  return opening === undefined ? null : (writer?.person ?? null);
}

/** For a backup every log begins anew, in a folder that was copied they go on. */
export function putCopyAside({ chance, copies }: Day, { name, disk }: Laptop): void {
  copies.set(name, copyOfDisk(disk, chance() < 0.5 ? withNewLogs(disk.keys) : disk.keys));
}
