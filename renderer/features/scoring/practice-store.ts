/**
 * A contest of practice in the window's memory alone: the screens of scoring work on it as on the real one, by the same rules,
 * and there is no way from it to the shell: every request is refused, every fact is forgotten when the practice ends.
 */
import { emptyContest } from '../../../shared/domain/contest.ts';
import type { Command } from '../../../shared/domain/facts/commands.ts';
import { decide } from '../../../shared/domain/facts/decide.ts';
import type { Author, DomainEvent, RecordedEvent } from '../../../shared/domain/facts/events.ts';
import { applyEvents } from '../../../shared/domain/facts/evolve.ts';
import type { ContestSetup } from '../../../shared/domain/setup/contest-file.ts';
import { entryRef, idFrom, type JurorId, type Ref } from '../../../shared/domain/ids.ts';
import type { AppState } from '../../../shared/ipc/app.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { saidRefusal } from '../../../shared/say/refusals.ts';
import type { ContestStore, WindowState } from '../../contest/store.ts';
import { words } from '../../messages/words.ts';

const device = idFrom.device('p'.repeat(26));
const log = idFrom.log('latihan');

export function createPracticeStore(app: AppState, seat: JurorId, setup: ContestSetup): ContestStore {
  const listeners = new Set<() => void>();
  let state: WindowState = {
    app,
    contest: emptyContest,
    events: [],
    loaded: true,
    save: null,
    network: null,
    ceremony: null,
    stageTime: null,
    trouble: null,
  };
  write({ role: 'committee', device }, [{ type: 'contest-founded', setup }]);

  return {
    api: {
      language: '',
      request: () => Promise.resolve(err({ type: 'practice', message: '', problems: [] })),
      on: () => () => undefined,
      pathOfFile: () => '',
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => () => undefined,
    reload: () => undefined,
    execute: (command) => Promise.resolve(execute(command)),
  };

  function execute(command: Command) {
    const author: Author = { role: 'seat', seat, device };
    const decided = decide(state.contest, author, command);
    return decided.ok ? ok({ refs: write(author, decided.value) }) : err(saidRefusal(words, decided.error));
  }

  function write(author: Author, facts: readonly DomainEvent[]): readonly Ref[] {
    const fresh = facts.map((event, at): RecordedEvent => ({
      ref: entryRef(log, state.events.length + at + 1),
      atMs: Date.now(),
      author,
      event,
    }));
    state = { ...state, contest: applyEvents(state.contest, fresh), events: [...state.events, ...fresh] };
    for (const listener of listeners) listener();
    return fresh.map(({ ref }) => ref);
  }
}
