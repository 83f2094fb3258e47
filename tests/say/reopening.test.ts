/** [D11] Why a sign-off is open again: by what brought it about, also in facts of other versions. */
import { expect, test } from 'vitest';
import { emptyContest, type Contest } from '../../shared/domain/contest.ts';
import { domainEventSchema } from '../../shared/domain/facts/events.ts';
import { becauseOf } from '../../shared/domain/facts/reopen.ts';
import { limits } from '../../shared/limits.ts';
import { sayReopening } from '../../shared/say/reopening.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { contestOf, setupIn } from '../support/contest-builder.ts';

const words = wordsOf.id.reopening;
const written = { type: 'sign-off-reopened', juror: 'j1', category: 'c', signOffs: [`${'a'.repeat(26)}:1`] };

test('[D11] a fact of an earlier version says its reason as it stands', () => {
  const fact = domainEventSchema.parse({ ...written, reason: 'KBK Contoh 2 kembali dinilai' });
  expect(fact).not.toHaveProperty('because');
  expect(sayReopening(words, emptyContest, { ref: 'l:1', atMs: 0, reason: 'KBK Contoh 2 kembali dinilai' })).toBe(
    'KBK Contoh 2 kembali dinilai',
  );
});

test('[D11] a kind that only a later version knows leaves the reason', () => {
  const fact = domainEventSchema.parse({ ...written, reason: 'Tujuh', because: { type: 'of-tomorrow', by: 7 } });
  expect(fact).toMatchObject({ reason: 'Tujuh', because: undefined });
});

test('[D11] however many come in, the fact can be read; who is gone since is called by its id', () => {
  const contestants = Array.from({ length: limits.contestants }, (_, index) => ({
    id: `k${index}`,
    number: index,
    name: `Kelompok dengan nama yang panjang ${index}`,
    unit: '',
    category: 'c',
    status: 'waiting' as const,
  }));
  expect(domainEventSchema.safeParse({ ...written, ...becauseOf('came-in', contestants) }).success).toBe(true);
  const contest: Contest = { ...emptyContest, setup: setupIn(contestOf({})) };
  const opened = { ref: 'l:1', atMs: 0, reason: '', because: { type: 'came-in' as const, contestants: ['gone'] } };
  expect(sayReopening(words, contest, opened)).toBe('Peserta masuk kategori ini: gone');
});
