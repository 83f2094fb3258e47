/** A picture that a person chose, drawn as small as the hall needs it: a JPEG on white of bounded size (rule W10). */
import { base64 } from '@scure/base';
import { readPicture } from '../../shared/lib/picture.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';

export type HallPictureProblem = 'too-many-bytes' | 'too-many-pixels' | 'damaged';

/** Tried in turn until the bytes fit. */
const qualities = [0.88, 0.75, 0.6, 0.4] as const;

/** The base64 text, or why not. */
export async function readHallPicture(file: File): Promise<Result<string, HallPictureProblem>> {
  if (file.size > limits.pictureFileBytes) return err('too-many-bytes');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isWhole(bytes)) return err('damaged');
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return err('damaged');
  if (picture.width * picture.height > limits.picturePixels) return err('too-many-pixels');
  for (const quality of qualities) {
    const blob = await drawn(picture, quality);
    if (blob !== null && blob.size <= limits.hallPictureBytes) {
      return ok(base64.encode(new Uint8Array(await blob.arrayBuffer())));
    }
  }
  return err('damaged');
}

/** A browser shows the upper half of a file that was cut off without a word. */
function isWhole(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') {
    return new DataView(bytes.buffer).getUint32(4, true) + 8 <= bytes.length;
  }
  return readPicture(base64.encode(bytes)).ok;
}

function drawn(picture: ImageBitmap, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, limits.hallPictureSide / Math.max(picture.width, picture.height));
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
