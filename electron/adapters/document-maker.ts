/**
 * Workbooks and papers out of the facts, in a worker: making one of thousands of facts takes seconds, in which the windows and the other laptops
 * must be answered. The facts are handed over a part at a time. Works from source in plain Node and in the bundled main process.
 */
import { Worker } from 'node:worker_threads';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import type { PaperKind } from '../../shared/domain/document-kinds.ts';
import type { ContestantId, LogId, Ref } from '../../shared/domain/ids.ts';
import type { CertificateInput } from '../../shared/documents/papers/paper-frame.ts';
import type { DocumentProgress } from '../../shared/ipc/documents.ts';
import type { Language } from '../../shared/say/language.ts';
import { workerFile } from './worker-file.ts';

export type DocumentJob =
  | { readonly kind: 'workbook'; readonly language: Language }
  /** `refs`: the facts that are to stand in it; null: all of them. */
  | {
      readonly kind: 'history';
      readonly language: Language;
      readonly refs: readonly Ref[] | null;
      /** What the laptop that opened each log is called. */
      readonly machines: ReadonlyMap<LogId, string>;
    }
  /** As pages of HTML, or as a .docx; `only`: the pages of one contestant; null: of all. */
  | {
      readonly kind: 'paper';
      readonly language: Language;
      readonly paper: PaperKind;
      readonly as: 'html' | 'docx';
      readonly only: ContestantId | null;
      readonly certificates: CertificateInput;
      readonly machines: ReadonlyMap<LogId, string>;
    };

export interface FactsMessage {
  readonly facts: readonly RecordedEvent[];
  readonly isLast: boolean;
}

/** Copied in one go: a few milliseconds. */
const factsAtOnce = 1000;

export interface MakingPaper {
  readonly onProgress: (step: DocumentProgress['step'], done: number, of: number) => void;
  /** Ends the worker; the promise is rejected. */
  readonly signal: AbortSignal;
}

/** How many parts with pages of their own the paper has that is being written. */
export interface PagesMessage {
  readonly sections: number;
}

/** The bytes of the file. `events`: of a founded contest. Rejects with what the worker failed by. */
export async function makeDocument(
  job: DocumentJob,
  events: readonly RecordedEvent[],
  making?: MakingPaper,
): Promise<Uint8Array> {
  const worker = new Worker(workerFile('document-worker'), {
    workerData: job,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  try {
    const made = new Promise<Uint8Array>((resolve, reject) => {
      worker.on('message', (message: Uint8Array | PagesMessage) => {
        if (message instanceof Uint8Array) resolve(message);
        else making?.onProgress('pages', 0, message.sections);
      });
      worker.once('messageerror', reject);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('document-worker ended')));
    });
    // Whoever waits for it below is told; until then nobody is.
    made.catch(() => undefined);
    making?.signal.addEventListener('abort', () => void worker.terminate());
    for (let from = 0; from < Math.max(1, events.length); from += factsAtOnce) {
      making?.signal.throwIfAborted();
      making?.onProgress('facts', from, events.length);
      const facts = events.slice(from, from + factsAtOnce);
      worker.postMessage({ facts, isLast: from + factsAtOnce >= events.length } satisfies FactsMessage);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return await made;
  } finally {
    void worker.terminate();
  }
}
