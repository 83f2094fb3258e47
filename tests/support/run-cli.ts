/** Runs the command line as its users do: a process of its own in plain Node, its streams and exit code as the answer. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export type CliAnswer = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
const cliMain = path.join(repositoryRoot, 'electron/cli/main.ts');

/** `input` is written to standard input, which is then closed. Paths in `args` are relative to the repository. */
export function runCli(
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<CliAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cliMain, ...args], {
      cwd: repositoryRoot,
      env: { ...process.env, ...environment },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}
