/** Reads a contest file that a person has written; what is wrong with it comes back as a refusal. */
import { readFile, stat } from 'node:fs/promises';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { saidContestFileRefusal, type SaidRefusal } from '../../shared/say/refusals.ts';
import { sayFileProblem } from '../../shared/say/files.ts';
import type { Words } from '../../shared/say/words.ts';
import { fileProblem } from '../adapters/file-problem.ts';

/** The parsed and checked contest file, or a refusal: unreadable, too large, not UTF-8, or with problems of its own. */
export async function readContestFile(
  words: Words,
  path: string,
): Promise<Result<ContestFile, SaidRefusal & { readonly more?: number }>> {
  const bytes = await readBytes(words, path);
  if (!bytes.ok) return bytes;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
  } catch {
    return err(unreadable(words.files.notUtf8(path)));
  }
  const parsed = parseContestText(text);
  return parsed.ok ? parsed : err(saidContestFileRefusal(words, parsed.error));
}

async function readBytes({ files }: Words, path: string): Promise<Result<Uint8Array, SaidRefusal>> {
  try {
    const { size } = await stat(path);
    if (size > limits.contestFileBytes) return err(unreadable(files.contestFileTooLarge(path)));
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    return err(unreadable(files.contestFileUnreadable(path, sayFileProblem(files, fileProblem(error)))));
  }
}

function unreadable(message: string): SaidRefusal {
  return { type: 'unreadable-file', message, problems: [{ path: '', message }] };
}
