/**
 * One handler per channel of the contract: the sender is checked (rule V3), the input parsed (rule V4), and nothing is ever
 * thrown across (rule V1): every answer is a `Result`. The log names channel and cause, never an input: it may hold scores,
 * codes or PINs.
 */
import type { z } from 'zod';
import { parseGrammar } from '../../shared/domain/setup/contest-grammar.ts';
import { requests, type Channel, type AnswerOf, type Requests } from '../../shared/ipc/contract.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import { sayProblems } from '../../shared/say/problems.ts';
import type { Words } from '../../shared/say/words.ts';
import { isTrustedSender, type Sender, type TrustedPage } from './sender.ts';

type InputIn<Name extends Channel> = z.output<Requests[Name]['input']>;

type Handler<Name extends Channel> = (input: InputIn<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
/** One per channel: the application passes those of all. */
export type Handlers<Names extends Channel> = { readonly [Name in Names]: Handler<Name> };

/** The part of Electron's `ipcMain` that is used. */
export interface RequestPort {
  readonly handle: (channel: string, listener: (event: Sender, input: unknown) => Promise<Answer>) => void;
}

/** As `MainWindowBridge` has it: each answer as one text. */
export function answeringInText(port: TextPort): RequestPort {
  return {
    handle: (channel, listener) =>
      port.handle(channel, async (event, input) => JSON.stringify(await listener(event, input))),
  };
}

interface TextPort {
  readonly handle: (channel: string, listener: (event: Sender, input: unknown) => Promise<string>) => void;
}

export interface RegistrationLog {
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

export const channelPrefix = 'gelar-juri:';

export interface RegistrationPorts {
  readonly trusted: () => TrustedPage | null;
  readonly log: RegistrationLog;
  readonly words: Words;
}

/** Registers the channels of `handlers`. `trusted` is asked at each request: the main window may be made anew. */
export function registerRequests(
  port: RequestPort,
  handlers: Partial<Handlers<Channel>>,
  { trusted, log, words }: RegistrationPorts,
): void {
  const { refused } = words.application;
  for (const [channel, handler] of entriesOf(handlers)) {
    port.handle(channelPrefix + channel, (event, input) => answer(event, channel, handler, input));
  }

  async function answer(event: Sender, channel: Channel, handler: AnyHandler, input: unknown): Promise<Answer> {
    if (!isTrustedSender(event, trusted())) {
      log.warn(`refused ${channel}: not the main window's own page`);
      return err({ type: 'wrong-sender', message: refused.wrongSender, problems: [] });
    }
    const parsed = parseGrammar<z.ZodType>(requests[channel].input, input);
    if (!parsed.ok) {
      const problems = sayProblems(words.problems, parsed.error);
      log.warn(`refused ${channel}: input does not parse at ${problems.map((each) => each.path).join(', ')}`);
      return err({ type: 'invalid-input', message: refused.invalidInput, problems });
    }
    try {
      return await handler(parsed.value);
    } catch (error) {
      log.error(`${channel} failed: ${causeOf(error)}`);
      return err({ type: 'internal', message: refused.internal, problems: [] });
    }
  }
}

type AnyHandler = (input: unknown) => Answer | Promise<Answer>;
type Answer = Result<unknown, ShellError>;

function entriesOf(handlers: object): [Channel, AnyHandler][] {
  // The type of the map admits no other keys, and each handler takes what the schema of its own channel gives.
  return Object.entries(handlers) as [Channel, AnyHandler][];
}

/** The place of an error, not its message: a message may quote what was being written. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${error.name} ${frames
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' ')}`;
}
