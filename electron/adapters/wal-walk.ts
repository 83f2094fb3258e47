/**
 * Reads a write-ahead log frame by frame (rule L14), as https://sqlite.org/fileformat2.html#the_write_ahead_log tells.
 * SQLite takes the first frame that does not check for the end and says nothing, so that one flipped bit drops everything
 * behind it. Here what stands behind it is looked at too. No damage are: frames of an earlier round, which have other salts,
 * and an unfinished last transaction, behind which nothing was ever committed.
 */

export interface WalFrame {
  /** 1 for the first page. */
  readonly page: number;
  /** Size of the database in pages when the frame ends a transaction, else 0. */
  readonly commitPages: number;
  readonly content: Uint8Array;
  /** Its checksum follows from that of the frame before it. */
  readonly isSound: boolean;
}

export interface WalWalk {
  readonly damage:
    | null
    /** Something committed stands behind what SQLite takes for the end. */
    | 'behind-the-end'
    /** SQLite passes over the whole file for its first bytes, though there are frames. */
    | 'header'
    /** The last transaction does not check: it was never finished, or it was damaged. The kept ends tell which. */
    | 'last-transaction';
  /** Transactions that stand whole behind the first frame that does not check. */
  readonly commitsBehind: number;
  /** 0: it cannot be told. */
  readonly pageBytes: number;
  /** All frames of the present round, those behind a damaged one too. */
  readonly frames: readonly WalFrame[];
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x377f0682;
const version = 3_007_000;
const none: WalWalk = { damage: null, commitsBehind: 0, pageBytes: 0, frames: [] };

/** `wal`: the bytes of the whole file; empty where there is none. */
export function walkWal(wal: Uint8Array): WalWalk {
  // Less than a frame holds nothing that was ever committed.
  if (wal.length <= headerBytes + frameHeaderBytes) return none;
  const view = new DataView(wal.buffer, wal.byteOffset, wal.byteLength);
  const isBigEndian = (view.getUint32(0) & 1) === 1;
  const sums = checksum(view, 0, headerBytes - 8, [0, 0], !isBigEndian);
  const isWhole =
    (view.getUint32(0) & ~1) >>> 0 === magic &&
    view.getUint32(4) === version &&
    isPageSize(view.getUint32(8)) &&
    sums[0] === view.getUint32(24) &&
    sums[1] === view.getUint32(28);
  if (!isWhole) return withoutHeader(view);
  const pageBytes = view.getUint32(8);
  const salts = view.getBigUint64(16);
  return judge(pageBytes, readFrames(view, pageBytes, salts, sums, !isBigEndian));
}

interface FrameAt extends WalFrame {
  /** Its place in the file; frames of other rounds are left out. */
  readonly place: number;
}

function readFrames(
  view: DataView,
  pageBytes: number,
  salts: bigint,
  firstSums: Sums,
  littleEndian: boolean,
): readonly FrameAt[] {
  const frames: FrameAt[] = [];
  let sums = firstSums;
  let place = 0;
  let isOfRound = true;
  for (let at = headerBytes; at + frameHeaderBytes + pageBytes <= view.byteLength; at += frameHeaderBytes + pageBytes) {
    const stored: Sums = [view.getUint32(at + 16), view.getUint32(at + 20)];
    const expected = checksum(
      view,
      at + frameHeaderBytes,
      pageBytes,
      checksum(view, at, 8, sums, littleEndian),
      littleEndian,
    );
    const hasSalts = view.getBigUint64(at + 8) === salts;
    const follows = expected[0] === stored[0] && expected[1] === stored[1];
    const isSound = hasSalts && follows;
    // One whose salts alone are damaged still follows by its checksum. Those of an earlier round follow each other only.
    isOfRound = hasSalts || (isOfRound && follows);
    if (isOfRound) {
      const content = new Uint8Array(view.buffer, view.byteOffset + at + frameHeaderBytes, pageBytes);
      const page = view.getUint32(at);
      frames.push({ place, page, commitPages: view.getUint32(at + 4), content, isSound });
    }
    // The next one is judged by what is written here, so that one damaged frame does not condemn all that follow.
    sums = stored;
    place += 1;
  }
  return frames;
}

function judge(pageBytes: number, frames: readonly FrameAt[]): WalWalk {
  const end = frames.findIndex(({ place, isSound }, at) => !isSound || place !== at);
  if (end < 0) return { damage: null, commitsBehind: 0, pageBytes, frames };
  const behind = frames.slice(end);
  const first = behind[0];
  // Of the first bad frame nothing is believed, not even that it ends a transaction.
  const isFirstBad = first?.isSound === false;
  const commitsBehind = behind.filter(({ commitPages, isSound }) => isSound && commitPages > 0).length;
  const damage = commitsBehind > 1 ? 'behind-the-end' : 'last-transaction';
  return { damage: commitsBehind === 0 && !isFirstBad ? null : damage, commitsBehind, pageBytes, frames };
}

/**
 * The first bytes are damaged: page size and salts are told by the frames, which agree in them, and each frame's checksum by
 * the one before it.
 */
function withoutHeader(view: DataView): WalWalk {
  for (let pageBytes = 512; pageBytes <= 65_536; pageBytes *= 2) {
    const step = frameHeaderBytes + pageBytes;
    if (headerBytes + step > view.byteLength) break;
    const salts = view.getBigUint64(headerBytes + 8);
    for (const littleEndian of [true, false]) {
      const frames = readFrames(view, pageBytes, salts, [0, 0], littleEndian);
      // The first has nothing before it to check by; one more that follows by right tells that it is really so.
      if (frames.some(({ isSound }) => isSound)) return { damage: 'header', commitsBehind: 0, pageBytes, frames };
    }
  }
  return { damage: 'header', commitsBehind: 0, pageBytes: 0, frames: [] };
}

type Sums = readonly [number, number];

/** Two sums over pairs of 32-bit words, each pair changing both. `lengthBytes` is a multiple of 8. */
function checksum(view: DataView, from: number, lengthBytes: number, before: Sums, littleEndian: boolean): Sums {
  let [first, second] = before;
  for (let at = from; at < from + lengthBytes; at += 8) {
    first = (first + view.getUint32(at, littleEndian) + second) >>> 0;
    second = (second + view.getUint32(at + 4, littleEndian) + first) >>> 0;
  }
  return [first, second];
}

function isPageSize(bytes: number): boolean {
  return bytes >= 512 && bytes <= 65_536 && (bytes & (bytes - 1)) === 0;
}
