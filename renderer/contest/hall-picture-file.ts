/** A picture that a person chose, drawn as small as the hall needs it: a JPEG on white of bounded size (rule W10). */
import { base64 } from '@scure/base';
import { pictureBounds, type HallPictureKey } from '../../shared/domain/hall-picture.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';

export type HallPictureProblem = 'too-many-bytes' | 'too-many-pixels' | 'damaged';

/** Tried in turn until the bytes fit. */
const qualities = [0.88, 0.75, 0.6, 0.4] as const;

/** The base64 text, or why not. `of`: what it is for, which says how large it may be. */
export async function readHallPicture(of: HallPictureKey, file: File): Promise<Result<string, HallPictureProblem>> {
  if (file.size > limits.pictureFileBytes) return err('too-many-bytes');
  const size = sizeOfWhole(new Uint8Array(await file.arrayBuffer()));
  if (size === null) return err('damaged');
  // Before it is unpacked: a small file may hold more pixels than there is memory.
  if (size.width * size.height > limits.picturePixels) return err('too-many-pixels');
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return err('damaged');
  const bounds = pictureBounds(of);
  for (const quality of qualities) {
    const blob = await drawn(picture, bounds.side, quality);
    if (blob !== null && blob.size <= bounds.bytes) {
      return ok(base64.encode(new Uint8Array(await blob.arrayBuffer())));
    }
  }
  return err('damaged');
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Null: damaged. A browser shows the upper half of a file that was cut off without a word. */
function sizeOfWhole(bytes: Uint8Array): Size | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return sizeOfWebp(new DataView(bytes.buffer), text(12, 16));
  const read = readPicture(base64.encode(bytes));
  return read.ok ? read.value : null;
}

/** RFC 9649; `first`: the kind of its first chunk. */
function sizeOfWebp(view: DataView, first: string): Size | null {
  if (view.getUint32(4, true) + 8 > view.byteLength || view.byteLength < 30) return null;
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
  switch (first) {
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1 };
    case 'VP8L': {
      const packed = view.getUint32(21, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}

function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
}
