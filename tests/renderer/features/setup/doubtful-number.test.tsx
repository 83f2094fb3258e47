import { expect, test } from 'vitest';
import { checkDraft, draftOf } from '../../../../renderer/features/setup/draft.ts';
import { startMessages } from '../../../../renderer/messages/i18n.ts';
import { sampleSetup } from '../../support/sample.ts';

test('[H8] a scale of “1.000” is asked about, and no scale of one', () => {
  startMessages();
  const draft = structuredClone(draftOf(sampleSetup));
  const criterion = draft.rubrics[0]?.criteria[0];
  if (criterion === undefined) throw new Error('the sample has a criterion');
  Object.assign(criterion, { max: '1.000' });
  expect(Object.fromEntries(checkDraft(draft, sampleSetup.contestants).problems)).toMatchObject({
    '/rubrics/0/criteria/0/max': '“1.000” dapat berarti dua angka. Tulis 1000 atau 1,000.',
  });
  Object.assign(criterion, { max: '1000' });
  expect(checkDraft(draft, sampleSetup.contestants).setup?.rubrics[0]?.criteria[0]?.max).toBe('1000');
});
