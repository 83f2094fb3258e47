/** Slips with codes (S5): each holds the code of its own seat, once, and names are only text. */
import { expect, test } from 'vitest';
import { codeSlipsHtml } from '../../shared/documents/text/code-slips.ts';
import { wordsOf } from '../../shared/say/words.ts';

test('[S5] one slip per seat, with its own code and nobody else’s', () => {
  const html = codeSlipsHtml(wordsOf.id.documents, 'Gelar <Budaya> Kerja', [
    { name: 'Dr. "Sari" & rekan', code: '01-123-456' },
    { name: 'Budi', code: '02-654-321' },
  ]);
  const slips = html.split('<section>').slice(1);
  expect(slips).toHaveLength(2);
  expect(slips[0]).toContain('Dr. &quot;Sari&quot; &amp; rekan');
  expect(slips[0]).toContain('01-123-456');
  expect(slips[0]).not.toContain('02-654-321');
  expect(slips[1]?.match(/02-654-321/g)).toHaveLength(1);
  expect(html).not.toContain('<Budaya>');
  expect(html).toContain('Pilih “Gelar &lt;Budaya&gt; Kerja”.');
});
