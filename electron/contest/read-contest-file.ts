/** Reads a contest file that a person has written; what is wrong with it comes back as a refusal. */
import { readFile, stat } from 'node:fs/promises';
import type { ContestFile, Problem } from '../../shared/domain/setup/contest-file.ts';
import { parseContestText, type ContestFileRefusal } from '../../shared/domain/setup/contest-parse.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { fileProblem } from '../adapters/file-problem.ts';

interface UnreadableFile {
  readonly type: 'unreadable-file';
  /** Bahasa Indonesia. */
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** The parsed and checked contest file, or a refusal: unreadable, too large, not UTF-8, or with problems of its own. */
export async function readContestFile(path: string): Promise<Result<ContestFile, ContestFileRefusal | UnreadableFile>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
  } catch {
    return err(unreadable(`${path} bukan teks UTF-8`));
  }
  return parseContestText(text);
}

async function readBytes(path: string): Promise<Result<Uint8Array, UnreadableFile>> {
  try {
    const { size } = await stat(path);
    if (size > limits.contestFileBytes) return err(unreadable(`${path} terlalu besar untuk berkas lomba`));
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    return err(unreadable(`${path} tidak dapat dibaca: ${fileProblem(error)}.`));
  }
}

function unreadable(message: string): UnreadableFile {
  return { type: 'unreadable-file', message, problems: [{ path: '', message }] };
}
