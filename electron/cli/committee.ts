/**
 * `committee`: runs the committee's side of a folder until stopped; one JSON line per event. On standard input `admit SEAT`
 * lets the laptop in that asks for the seat, `invite SEAT` makes a new invitation, also for a seat that is taken.
 */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { DomainError } from '../../shared/domain/facts/errors.ts';
import { idFrom, type JurorId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/lib/result.ts';
import { sayListenError } from '../../shared/say/joining.ts';
import { saidRefusal } from '../../shared/say/refusals.ts';
import { openFolderSettings } from '../adapters/files/settings.ts';
import { openCommitteeAtPort } from '../sync/committee-port.ts';
import type { CommitteeEvent } from '../../shared/sync/roles/committee.ts';
import type { CommitteeSide } from '../sync/committee-side.ts';
import { parseOptions, printJsonLine, refuse, usageError, type Command, type CommandIo } from './command.ts';
import { openFolder } from './open-folder.ts';
import { runUntilStopped } from './running.ts';

export const committeeCommand: Command = {
  name: 'committee',
  usage: '<dir> [--host H] [--port N] [--admit-all] [--recover]',
  async run(args, io) {
    const options = parseOptions(
      io,
      args,
      {
        host: { type: 'string' },
        port: { type: 'string' },
        'admit-all': { type: 'boolean' },
        recover: { type: 'boolean' },
      },
      1,
    );
    if (options.type === 'wrong-usage') return usageError(io, committeeCommand, options.message);
    const { host, port: portText, 'admit-all': admitAll = false, recover = false } = options.values;
    const port = portText === undefined ? undefined : Number(portText);
    if (portText !== undefined && (!/^\d{1,5}$/.test(portText) || Number(portText) > 65_535))
      return usageError(io, committeeCommand, io.words.commandLine.portOutside(65_535));
    const opened = await openFolder(options.positionals[0] ?? '', recover, io);
    if (!opened.ok) return refuse(io, opened.error);
    const contest = opened.value;
    if (contest.kind !== 'committee') {
      contest.close();
      return refuse(io, { type: 'wrong-role', message: io.words.commandLine.isJuror, problems: [] });
    }
    const running = runUntilStopped();
    const listening = await openCommitteeAtPort(contest, openFolderSettings(contest.dir), {
      ...(host === undefined ? {} : { host }),
      port,
      words: io.words.joining,
      onEvent: (event) => {
        print(io, event);
        if (event.type === 'asks' && admitAll) queueMicrotask(() => answer(event.seat));
      },
    });
    if (!listening.ok) {
      contest.close();
      running.release();
      const { type } = listening.error;
      return refuse(io, { type, message: sayListenError(io.words.joining, listening.error), problems: [] });
    }
    const side: CommitteeSide = listening.value;
    printJsonLine(io, { event: 'listening', host: side.host, port: side.port });
    const stdin = Readable.from(io.stdin);
    // Ending while it waits for a line is no failure.
    stdin.on('error', () => undefined);
    const input = createInterface({ input: stdin });
    input.on('line', (line) => {
      const [, word, seat = ''] = /^\s*(admit|invite)\s+(\S+)\s*$/.exec(line) ?? [];
      if (word === 'admit') answer(idFrom.juror(seat));
      else if (word === 'invite') report(seat, side.renewInvitation(idFrom.juror(seat)));
      else if (line.trim() !== '') io.stderr.write(`${io.words.commandLine.unknownLine(line)}\n`);
    });
    await running.stopped;
    input.close();
    stdin.destroy();
    await side.close();
    contest.close();
    running.release();
    return 0;

    function answer(seat: JurorId): void {
      report(seat, side.answer(seat, true, true));
    }

    function report(seat: string, done: Result<unknown, DomainError>): void {
      if (!done.ok) printJsonLine(io, { event: 'problem', seat, ...saidRefusal(io.words, done.error) });
    }
  },
};

function print(io: CommandIo, event: CommitteeEvent): void {
  if (event.type === 'changed') return;
  const { type, ...rest } = event;
  printJsonLine(io, { event: type, ...rest });
}
