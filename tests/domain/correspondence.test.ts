/** [D24] [D25] What jury and committee say to each other, both sides, and what still waits for somebody. */
import { describe, expect, test } from 'vitest';
import { openRequests, requestFor, unseenMessages } from '../../shared/domain/correspondence.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const nowhere = `${'z'.repeat(26)}:1`;
const unknown = (kind: string, id: string) => refused('unknown-id', { reason: 'unknown-here', kind, id });
const asking: Command = { type: 'ask-reopening', contestant: 'k1', stage: 's', reason: 'salah ketik' };
const reopening: Command = { type: 'reopen-sheet', juror: 'j1', contestant: 'k1', stage: 's', reason: 'salah ketik' };

describe('a request to open a sheet', () => {
  test('[D24] is for a sheet with a lock that stands, and names that lock', () => {
    const contest = playContest();
    expect(contest.ask(seat('j1'), asking)).toEqual(refused('not-locked', { reason: 'sheet-is-open' }));
    contest.lock('j1', 'k1');
    const [fact] = contest.must(seat('j1'), asking);
    expect(fact).toMatchObject({ type: 'reopening-asked', reason: 'salah ketik', locks: [expect.any(String)] });
    expect(contest.ask(seat('j2'), asking)).toEqual(refused('not-locked', { reason: 'sheet-is-open' }));
  });

  test('[D24] waits once, until the committee opens the sheet', () => {
    const contest = playContest();
    contest.lock('j1', 'k1');
    contest.must(seat('j1'), asking);
    expect(contest.must(seat('j1'), { ...asking, reason: 'sekali lagi' })).toEqual([]);
    expect(openRequests(contest.now()).map(({ value }) => [value.juror, value.reason])).toEqual([
      ['j1', 'salah ketik'],
    ]);
    contest.must(committee, reopening);
    expect(openRequests(contest.now())).toEqual([]);
    expect(requestFor(contest.now(), 'j1', 'k1', 's')).toBeNull();
    // Locked anew, it is another sheet: nothing waits, and it may be asked for.
    contest.lock('j1', 'k1');
    expect(openRequests(contest.now())).toEqual([]);
    expect(contest.must(seat('j1'), asking)).toHaveLength(1);
  });

  test('[D24] is refused with a reason that the juror reads, once, and may be asked again', () => {
    const contest = playContest();
    contest.lock('j1', 'k1');
    contest.must(seat('j1'), asking);
    const request = openRequests(contest.now())[0]?.ref ?? '';
    const refusing: Command = { type: 'refuse-reopening', request, reason: 'sudah diumumkan' };
    expect(contest.ask(committee, { ...refusing, request: nowhere })).toEqual(unknown('record', nowhere));
    expect(contest.must(committee, refusing)).toHaveLength(1);
    expect(contest.must(committee, refusing)).toEqual([]);
    expect(openRequests(contest.now())).toEqual([]);
    expect(requestFor(contest.now(), 'j1', 'k1', 's')).toEqual({ reason: 'salah ketik', refused: 'sudah diumumkan' });
    contest.must(seat('j1'), { ...asking, reason: 'angka tertukar' });
    expect(requestFor(contest.now(), 'j1', 'k1', 's')).toEqual({ reason: 'angka tertukar', refused: null });
  });
});

describe('a line from the committee', () => {
  const sending: Command = { type: 'send-message', to: 'j1', text: 'Mohon kunci nomor 5.' };

  test('[D25] goes to a juror who is there, and stands until that seat says that it was seen', () => {
    const contest = playContest();
    expect(contest.ask(committee, { ...sending, to: 'j9' })).toEqual(unknown('juror', 'j9'));
    contest.must(committee, sending);
    const message = unseenMessages(contest.now(), 'j1')[0]?.ref ?? '';
    expect(unseenMessages(contest.now(), 'j2')).toEqual([]);
    const seeing: Command = { type: 'see-message', message };
    expect(contest.ask(seat('j2'), seeing)).toEqual(unknown('record', message));
    expect(contest.must(seat('j1'), seeing)).toEqual([{ type: 'message-seen', message }]);
    expect(contest.must(seat('j1'), seeing)).toEqual([]);
    expect(unseenMessages(contest.now(), 'j1')).toEqual([]);
  });

  test('[D25] is not taken as seen because another seat says so', () => {
    const contest = playContest();
    contest.must(committee, sending);
    const message = unseenMessages(contest.now(), 'j1')[0]?.ref ?? '';
    contest.record(seat('j2'), [{ type: 'message-seen', message }]);
    expect(unseenMessages(contest.now(), 'j1')).toHaveLength(1);
  });
});
