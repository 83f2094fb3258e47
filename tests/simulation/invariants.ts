/**
 * What has to hold at a rest point: everybody is connected, and nothing is on its way. Each finding names the invariant
 * (G1-G7) or the rule of shared/SPEC.md that is broken.
 */
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { factsKey, type Contest } from '../../shared/domain/contest.ts';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { base32Bytes, toBase32 } from '../../shared/lib/base32.ts';
import { equalBytes } from '../../shared/lib/bytes.ts';
import { batchOf } from '../../shared/log/batch.ts';
import { compareText } from '../../shared/lib/order.ts';
import { decodeEnvelope, deviceIdOf } from '../../shared/log/entry.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { withNewLogs } from '../../shared/laptop/ports.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { createDisk, entriesOf, hashName, type Disk } from './disk.ts';
import { openApart, type Laptop, type World } from './laptop.ts';
import { canaryOf, pick, type Chance } from './people.ts';
import { turn } from './schedule.ts';

/** The first thing that is wrong, or null. `thorough`: also what takes long. */
export async function checkRestPoint(
  world: World,
  laptops: readonly Laptop[],
  chance: Chance,
  thorough: boolean,
): Promise<string | null> {
  const committee = laptops.find(({ kind }) => kind === 'committee');
  const contest = committee?.running?.contest;
  if (committee === undefined || contest === undefined) return 'the committee is switched on';
  const members = membersOf(laptops, contest);
  for (const laptop of laptops) {
    const found = keptAll(laptop) ?? untouched(world, laptop) ?? hidden(laptop, contest);
    if (found !== null) return found;
  }
  for (const laptop of [committee, ...members]) {
    const found =
      sameLogs(committee, laptop) ??
      onlyAdmitted(laptop, contest) ??
      revokedCutOff(laptop) ??
      onlyOwn(laptop, laptops) ??
      (await rebuilt(world, laptop));
    if (found !== null) return found;
  }
  for (const laptop of members) {
    const found = confirmed(laptop, laptops) ?? saidToAll(laptop, contest) ?? sameSheets(laptop, contest);
    if (found !== null) return found;
  }
  const found =
    leftOut(laptops, members) ?? holdersOfContestKey(contest) ?? writtenTwice(members) ?? tampered(committee, chance);
  if (found !== null) return found;
  return thorough ? anyOrder(world, committee, chance) : null;
}

/** The jurors' laptops that the committee lets in. */
export function membersOf(laptops: readonly Laptop[], committee: LiveContest): readonly Laptop[] {
  const { devices } = committee.contest();
  return laptops.filter((laptop) => {
    if (laptop.kind === 'committee' || laptop.isStranger) return false;
    const device = devices.get(deviceOf(laptop.disk));
    return device !== undefined && device.revoked === null;
  });
}

/** [G1] Whatever was once durable here is here. */
function keptAll({ name, disk }: Laptop): string | null {
  const held = new Set(entriesOf(disk.log).map(({ hash }) => hashName(hash)));
  const isLost = [...disk.appended].some((hash) => !held.has(hash));
  return isLost ? `G1 ${name} has lost an entry that was on its disk` : null;
}

/** [G5] Nothing is held that nobody signed, and every log holds together. */
function untouched({ crypto, signed }: World, { name, disk }: Laptop): string | null {
  if ([...disk.appended].some((hash) => !signed.has(hash))) return `G5 ${name} has stored what was altered`;
  for (const { log } of disk.log.heads()) {
    const wrong = verifyLog(disk.log, log, crypto);
    if (wrong !== null) return `G5 ${name} holds a log that is ${wrong.type}`;
    const entries = disk.log.read(log, 0, { entries: 1e6, bytes: 1e9 });
    const isTorn = entries.some(({ bytes, hash }, index) => {
      const before = entries[index - 1];
      const prevHash = decodeEnvelope(bytes)?.prevHash;
      const isLinked = before === undefined || (prevHash !== undefined && equalBytes(prevHash, before.hash));
      return !isLinked || !equalBytes(crypto.hash(bytes), hash);
    });
    if (isTorn) return `G5 ${name} holds a log whose entries do not follow each other`;
  }
  return null;
}

/** [G4] [L19] No note can be read on a disk, and nothing that the committee says. */
function hidden({ name, disk }: Laptop, committee: LiveContest): string | null {
  const founded = committee.contest().setup?.contest.name;
  if (holdsText(disk, canaryOf('').slice(0, 7))) return `G4 a note lies open on the disk of ${name}`;
  return founded !== undefined && holdsText(disk, founded) ? `L19 the contest lies open on the disk of ${name}` : null;
}

function holdsText(disk: Disk, text: string): boolean {
  const sought = Buffer.from(text);
  return entriesOf(disk.log).some(({ bytes }) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(sought),
  );
}

/** [G2] The same entries under the same ids. */
function sameLogs(committee: Laptop, laptop: Laptop): string | null {
  return isSame(committee.disk.log, laptop.disk.log) ? null : `G2 ${laptop.name} holds other logs than the committee`;
}

export function isSame(a: EventLog, b: EventLog): boolean {
  const [mine, theirs] = [a.heads(), b.heads()];
  return (
    mine.length === theirs.length &&
    mine.every(({ log, seq, hash }, index) => {
      const other = theirs[index];
      return other !== undefined && other.log === log && other.seq === seq && equalBytes(other.hash, hash);
    })
  );
}

/** [G6] No log of a laptop that was never admitted. */
function onlyAdmitted({ name, running }: Laptop, committee: LiveContest): string | null {
  const { devices } = committee.contest();
  const strangers = [...(running?.contest.openings().values() ?? [])].filter(
    ({ signingKey, role }) =>
      !devices.has(deviceIdOf(base32Bytes(signingKey), nodeCrypto)) &&
      !(role === 'committee' && signingKey === committee.committee.signingKey),
  );
  return strangers.length === 0 ? null : `G6 ${name} holds a log of a stranger`;
}

/** [G6] Of a revoked laptop only what its revocation accepts is applied. */
function revokedCutOff({ name, disk, running }: Laptop): string | null {
  if (running === null) return null;
  const { contest } = running;
  const revoked = [...contest.contest().devices.values()].filter((device) => device.revoked !== null);
  if (revoked.length === 0) return null;
  const accepted = new Set(revoked.flatMap(({ revoked: named }) => acceptedBy(named?.upTo ?? [], disk.log)));
  const ids = new Set(revoked.map(({ device }) => device));
  const isBeyond = contest.recorded().some(({ ref, author, event }) => {
    if (author.role !== 'seat' || !ids.has(author.device)) return false;
    if (event.type === 'unapplied' || event.type === 'log-forked') return false;
    return !accepted.has(ref);
  });
  return isBeyond ? `G6 ${name} applies what a revoked laptop wrote later` : null;
}

/** By their hashes, and by what lies before them, whatever they are held under. */
function acceptedBy(named: readonly { readonly hash: string }[], log: EventLog): readonly string[] {
  const entries = entriesOf(log);
  const byHash = new Map(entries.map((entry) => [hashName(entry.hash), entry]));
  return named.flatMap(({ hash }) => {
    const refs: string[] = [];
    let entry: StoredEntry | undefined = byHash.get(hashName(base32Bytes(hash)));
    while (entry !== undefined) {
      refs.push(`${entry.log}:${entry.seq}`);
      const envelope = decodeEnvelope(entry.bytes);
      entry = envelope === null || envelope.seq === 1 ? undefined : byHash.get(hashName(envelope.prevHash));
    }
    return refs;
  });
}

/** [G4] A juror's laptop reads its own person's facts and no others'. */
function onlyOwn({ name, kind, seat, person, running }: Laptop, laptops: readonly Laptop[]): string | null {
  if (kind === 'committee' || running === null) return null;
  const own = devicesOf(person, laptops);
  const isOpen = ({ author, event }: RecordedEvent) =>
    event.type !== 'unapplied' && (!own.has(author.device) || (author.role === 'seat' && author.seat !== seat));
  return seatFacts(running.contest).some(isOpen) ? `G4 ${name} reads what another person wrote` : null;
}

/** [L7] It reads all that its person wrote. */
export function readsAll({ person, running }: Laptop, laptops: readonly Laptop[], committee: LiveContest): boolean {
  const own = devicesOf(person, laptops);
  const count = (contest: LiveContest) => seatFacts(contest).filter(({ author }) => own.has(author.device)).length;
  return running === null || count(running.contest) === count(committee);
}

function seatFacts(contest: LiveContest): readonly RecordedEvent[] {
  return contest.recorded().filter(({ author, event }) => author.role === 'seat' && event.type !== 'log-forked');
}

function devicesOf(person: string, laptops: readonly Laptop[]): ReadonlySet<string> {
  return new Set(laptops.filter((each) => each.person === person).map(({ disk }) => deviceOf(disk)));
}

function deviceOf({ keys }: Disk): string {
  return deviceIdOf(base32Bytes(keys.writers[0]?.signingKey ?? ''), nodeCrypto);
}

/** [G3, G7] What is shown is what anybody makes of the logs from their beginning. */
async function rebuilt(world: World, laptop: Laptop): Promise<string | null> {
  const live = laptop.running?.contest;
  if (live === undefined) return null;
  const anew = await openApart(world, laptop.disk, false);
  if (canonical(anew.contest()) === canonical(live.contest())) return null;
  return `G7 ${laptop.name} shows something else than its logs say`;
}

/** [S7] What a juror reads as safe is so. */
function confirmed({ name, disk, running }: Laptop, laptops: readonly Laptop[]): string | null {
  const status = running?.juror?.status();
  const log = running?.contest.writers()[0]?.log ?? null;
  if (status === undefined || log === null) return null;
  const own = disk.log.head(log)?.seq ?? 0;
  const isConnected = status.connection === 'connected' || status.connection === 'quiet';
  if (isConnected && status.atCommittee !== own)
    return `S7 ${name} shows ${status.atCommittee} of ${own} at the committee`;
  const most = laptops.filter((each) => each.running !== null).length;
  return status.laptops > most ? `S7 ${name} counts ${status.laptops} laptops of ${most}` : null;
}

/** [L19] Who is admitted reads whatever the committee has ever said. */
function saidToAll({ name, running }: Laptop, committee: LiveContest): string | null {
  const saidTo = (live: LiveContest) =>
    live
      .recorded()
      .flatMap(({ author, ref }) => (author.role === 'committee' ? [ref] : []))
      .toSorted(compareText);
  const isAlike = running === null || canonical(saidTo(running.contest)) === canonical(saidTo(committee));
  return isAlike ? null : `L19 ${name} does not read all that the committee has said`;
}

/** [G2] The committee reads of a seat what the seat reads, where the laptop reads all that the seat has. */
function sameSheets({ name, seat, running }: Laptop, committee: LiveContest): string | null {
  const live = running?.contest;
  const setup = committee.contest().setup;
  if (live === undefined || setup === null || seat === null) return null;
  const ofSeat = (contest: LiveContest) =>
    contest.recorded().filter(({ author }) => author.role === 'seat' && author.seat === seat).length;
  // A substitute does not read what the person before wrote.
  if (ofSeat(live) !== ofSeat(committee)) return null;
  const sheets = (contest: Contest) =>
    canonical(setup.contestants.map(({ id }) => contest.facts.get(factsKey(seat, id)) ?? null));
  return sheets(live.contest()) === sheets(committee.contest())
    ? null
    : `G2 ${name} and the committee read the seat's sheets differently`;
}

/** [S11, S4] Nobody is connected who was revoked or never admitted. */
function leftOut(laptops: readonly Laptop[], members: readonly Laptop[]): string | null {
  const inside = laptops.find(
    (laptop) => !members.includes(laptop) && laptop.running?.juror?.status().connection === 'connected',
  );
  return inside === undefined ? null : `S11 ${inside.name} is connected`;
}

/** [L19] The contest key in use is wrapped for all that are admitted, for the committee, and for nobody else. */
function holdersOfContestKey(live: LiveContest): string | null {
  const { contestKeys, devices } = live.contest();
  const held = [...(contestKeys.at(-1)?.wraps.keys() ?? [])].toSorted(compareText);
  const admitted = [...devices.values()].filter(({ revoked }) => revoked === null).map(({ boxKey }) => boxKey);
  const due = [...new Set([live.committee.boxKey, ...admitted])].toSorted(compareText);
  return JSON.stringify(held) === JSON.stringify(due) ? null : 'L19 the contest key is not where it should be';
}

/** [L13] Of two copies of a folder, one at most goes on with the log once either has written. */
function writtenTwice(laptops: readonly Laptop[]): string | null {
  for (const copy of laptops) {
    const log = copy.running?.contest.writers()[0]?.log ?? null;
    const grownTo = log === null ? 0 : (copy.disk.log.head(log)?.seq ?? 0);
    if (copy.copiedAt === null || grownTo <= copy.copiedAt) continue;
    const other = laptops.find(
      (each) => each !== copy && each.running?.contest.writers()[0]?.log === log && grownTo > (each.copiedAt ?? 0),
    );
    if (other !== undefined) return `L13 ${copy.name} and ${other.name} go on with one log`;
  }
  return null;
}

/** [G5] One byte that changes on a disk is named. */
function tampered({ disk }: Laptop, chance: Chance): string | null {
  const head = pick(chance, disk.log.heads());
  if (head === undefined) return null;
  const entries = disk.log.read(head.log, 0, { entries: 1e6, bytes: 1e9 });
  const victim = pick(chance, entries);
  const changed = entries.map((entry) => (entry === victim ? { ...entry, bytes: flip(entry.bytes, chance) } : entry));
  const log: EventLog = {
    ...disk.log,
    read: (id, after, most) => (id === head.log ? cut(changed, after, most.entries) : disk.log.read(id, after, most)),
  };
  return verifyLog(log, head.log, nodeCrypto) === null ? 'G5 a changed byte is not seen' : null;
}

function cut(entries: readonly StoredEntry[], after: number, most: number): readonly StoredEntry[] {
  return entries.filter(({ seq }) => seq > after).slice(0, Math.max(1, most));
}

function flip(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const at = Math.floor(chance() * changed.length);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** [G3] A further laptop of the committee that gets everything in another order, in pieces and twice, reads the same. */
async function anyOrder(world: World, committee: Laptop, chance: Chance): Promise<string | null> {
  const live = committee.running?.contest;
  if (live === undefined) return null;
  const disk: Disk = createDisk(withNewLogs(committee.disk.keys), createMemoryLog());
  const anew = await openApart(world, disk, true);
  const waiting = new Map(committee.disk.log.heads().map(({ log }) => [log, 0]));
  for (let round = 0; waiting.size > 0; round += 1) {
    if (round > 3000) return 'G3 what comes in another order is never taken';
    const log = pick(chance, [...waiting.keys()]) ?? '';
    const from = Math.max(0, (waiting.get(log) ?? 0) - (chance() < 0.2 ? 1 : 0));
    const entries = committee.disk.log.read(log, from, { entries: 1 + Math.floor(chance() * 40), bytes: 1e9 });
    const end = entries.findLastIndex(({ signature }) => signature !== null);
    const last = entries[end];
    if (committee.disk.log.head(log)?.seq === waiting.get(log)) waiting.delete(log);
    if (last === undefined || !waiting.has(log)) continue;
    const answer = anew.receive(batchOf(entries.slice(0, end + 1)));
    if (answer.ok) waiting.set(log, last.seq);
    else if (answer.error.type !== 'not-yet' && answer.error.type !== 'gap') return `G3 refused: ${answer.error.type}`;
    await turn();
  }
  await anew.keysSettled();
  for (let turns = 0; turns < 20; turns += 1) await turn();
  if (!isSame(disk.log, committee.disk.log)) return 'G3 in another order other logs are held';
  return canonical(anew.contest()) === canonical(live.contest()) ? null : 'G3 in another order it reads differently';
}

/** Independent of the order in which maps and sets were filled. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (each instanceof Map) return ['map', ...[...each].toSorted(([a], [b]) => compareText(String(a), String(b)))];
    if (each instanceof Set) return ['set', ...[...each].map(String).toSorted(compareText)];
    if (each instanceof Uint8Array) return toBase32(each);
    return each;
  });
}

/** The contest as a file, for the trace. */
export function resultOf(contest: Contest): string {
  return contest.setup === null ? '' : canonical(toContestFile(contest));
}
