/** A picture file as the contest carries it: as it is where it fits, else drawn smaller until it does. */
import { base64 } from '@scure/base';
import { logoProblem } from '../../../shared/domain/setup/contest-file.ts';
import { readPicture } from '../../../shared/lib/picture.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { limits } from '../../../shared/limits.ts';
import { sayProblem } from '../../../shared/say/problems.ts';
import { words } from '../../messages/words.ts';

/** Pixels of the longer side, tried in turn: on paper a logo is two to four centimetres large. */
const sides = [600, 450, 320, 220] as const;
/** What a person may choose; larger files are no logos, and would only stop the window for a while. */
const fileBytes = 20 * 1024 * 1024;

/** The base64 text, or why not, in Bahasa Indonesia. */
export async function readLogo(file: File): Promise<Result<string, string>> {
  if (file.size > fileBytes) return err(`berkas gambar ${Math.ceil(file.size / 1024 / 1024)} MB; paling banyak 20 MB`);
  const given = await textOf(file);
  const problem = logoProblem(given);
  if (problem === null) return ok(given);
  if (!readPicture(given).ok) return err(sayProblem(words.problems, problem));
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return err('gambar ini tidak dapat dibaca; simpan ulang gambarnya');
  for (const side of sides) {
    const smaller = await drawn(picture, side);
    if (smaller !== null && smaller.size <= limits.logoBytes) return ok(await textOf(smaller));
  }
  return err(
    `gambar tetap lebih dari ${limits.logoBytes / 1024} KB walaupun diperkecil; pilih gambar yang lebih sederhana`,
  );
}

async function textOf(blob: Blob): Promise<string> {
  return base64.encode(new Uint8Array(await blob.arrayBuffer()));
}

function drawn(picture: ImageBitmap, side: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}
