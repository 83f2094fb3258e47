/** Where a window of the application fetches a picture for the hall (rule W10). */
export const hallPicturePath = '/gambar/';

/** `hash`: of its bytes. */
export function hallPictureAddress(hash: string): string {
  return `${hallPicturePath}${hash}`;
}
