/** Why the system will not open a file. */
import type { FileProblem } from '../../shared/say/files.ts';

export function fileProblem(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return { type: 'absent' };
  if (code === 'EISDIR') return { type: 'is-folder' };
  if (code === 'EACCES' || code === 'EPERM') return { type: 'not-allowed' };
  return { type: 'other', text: error instanceof Error ? error.message : String(error) };
}
