/** The words of joining: what a laptop shows when its invitation, the committee or the network lets it down. */
import { expect, test } from 'vitest';
import { sayDiagnosis, sayJoinRefusal } from '../../shared/say/joining.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { Diagnosis } from '../../shared/sync/connection-check.ts';

const words = wordsOf.id.joining;

test('a reason that this laptop knows is said in its own words, whatever the other side sent', () => {
  const refusal = { reason: 'revoked', message: 'Klik di sini' };
  expect(sayJoinRefusal(words, refusal)).toBe('Panitia telah mencabut izin laptop ini. Hubungi panitia.');
});

test('a reason of a newer version is said as the committee says it', () => {
  expect(sayJoinRefusal(words, { reason: 'full', message: 'Semua kursi terisi.' })).toBe('Semua kursi terisi.');
});

test.each<[Diagnosis, string]>([
  [{ type: 'unknown-host', host: 'laptop-panitia' }, 'Nama “laptop-panitia” tidak dikenal di jaringan ini.'],
  [
    { type: 'other-program', host: '10.0.0.7', port: 80 },
    'Di 10.0.0.7 port 80 menjawab program lain, bukan Gelar Juri.',
  ],
  [
    { type: 'other-port', host: '10.0.0.7', port: 80, announcedPort: 5123 },
    'Laptop panitia ada, tetapi menerima juri di port 5123, bukan 80.',
  ],
  [
    { type: 'port-closed', host: '10.0.0.7', port: 80 },
    'Laptop di 10.0.0.7 ada, tetapi belum menerima laptop juri di port 80.',
  ],
  [
    { type: 'other-network', own: ['192.168.1.20', '10.1.1.1'], host: '10.0.0.7' },
    'Laptop ini (192.168.1.20, 10.1.1.1) berada di jaringan lain daripada laptop panitia (10.0.0.7).',
  ],
  [
    { type: 'unreachable', host: '10.0.0.7' },
    'Laptop panitia di 10.0.0.7 tidak menjawab, walaupun jaringannya tampak sama.',
  ],
])('[S16] what was seen of the way is said with what it is about (%j)', (seen, message) => {
  expect(sayDiagnosis(words, seen).message).toBe(message);
});
