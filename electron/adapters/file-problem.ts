/** Why the system will not open a file, in the user's language. */

export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'berkas atau foldernya tidak ada. Periksa letak dan namanya';
  if (code === 'EISDIR') return 'itu folder, bukan berkas';
  if (code === 'EACCES' || code === 'EPERM') return 'tidak diizinkan oleh sistem';
  return error instanceof Error ? error.message : String(error);
}
