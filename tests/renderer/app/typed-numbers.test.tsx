/** [H8] A number that stands in a field keeps its meaning, and its doubt, when another language is chosen. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { foldEvents } from '../../../shared/domain/facts/evolve.ts';
import { contestSetupSchema } from '../../../shared/domain/setup/contest-file.ts';
import { speak } from '../../../renderer/messages/language.ts';
import { session, timed } from '../features/monitor/monitor-laptop.ts';
import { alur, author, juror, sheet } from '../features/scoring/scoring-laptop.ts';
import { openSetup, setupNow } from '../features/setup/open-setup.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../support/sample.ts';

prepareWindow();

afterEach(() => act(() => speak('id')));

test('a score that might be two numbers still might, and both ways to write it are said in the other language', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.type(await alur(), '1.125{Enter}');
  await screen.findByText(/“1\.125” dapat berarti dua angka\. Tulis 1125 atau 1,125\./);
  act(() => speak('en'));
  expect((await alur()).value).toBe('1,125');
  expect(screen.getByText(/“1,125” may mean two numbers\. Write 1125 or 1\.125\./)).toBeDefined();
  await user.type(await alur(), '{Enter}');
  expect(sheet(laptop)?.values.size).toBe(0);
  await user.click(screen.getByRole('button', { name: /KBK Mawar/ }));
  expect(await screen.findByText('Alur langkah jelas dan runtut: 1,125')).toBeDefined();
});

test('a score that is typed and not yet saved is saved as it was meant', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.type(await alur(), '87,5');
  act(() => speak('en'));
  expect((await alur()).value).toBe('87.5');
  await user.type(await alur(), '{Enter}');
  await waitFor(() => expect(sheet(laptop)?.values.get('alur')).toBe('87.5'));
});

test('a saved number of three decimals is stepped on in every language', async () => {
  const rubrics = sampleSetup.rubrics.map((rubric) => ({
    ...rubric,
    criteria: rubric.criteria.map((each) => ({ ...each, step: '0.125' })),
  }));
  const setup = contestSetupSchema.parse({ ...sampleSetup, rubrics });
  const laptop = createLaptop({ ...sampleFounding, setup } as typeof sampleFounding, juror);
  laptop.write(author, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '1.125' });
  const { user } = openWindow(laptop);
  await user.type(await alur(), '{ArrowUp}{Enter}');
  await waitFor(() => expect(sheet(laptop)?.values.get('alur')).toBe('2.125'));
});

test('a field left while another language is chosen shows what is saved from then on', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  const release = laptop.holdCommands();
  await user.type(await alur(), '87,5');
  await user.tab();
  act(() => speak('en'));
  release();
  await waitFor(() => expect(sheet(laptop)?.values.get('alur')).toBe('87.5'));
  laptop.write(author, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '90.5' });
  await waitFor(async () => expect((await alur()).value).toBe('90.5'));
});

test('a setup that is being typed means what it meant, and one that nobody changed is unchanged', async () => {
  const { laptop, user } = await openSetup('Rubrik');
  const weight = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: /^(Bobot|Weight)$/ })[0];
  const max = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: /^(Nilai maks\.|Max\. score)$/ })[0];
  const type = async (field: HTMLInputElement | undefined, text: string) => {
    if (field === undefined) throw new Error('the first criterion has its fields');
    await user.clear(field);
    await user.type(field, text);
  };
  await type(weight(), '50,125');
  await type(max(), '1.000');
  await screen.findByText(/“1\.000” dapat berarti dua angka/);
  await user.click(screen.getByRole('tab', { name: /Lomba$/ }));
  act(() => speak('en'));
  await user.click(screen.getByRole('tab', { name: /Rubric/ }));
  expect(weight()?.value).toBe('50.125');
  expect(max()?.value).toBe('1,000');
  expect(await screen.findByText(/“1,000” may mean two numbers\. Write 1000 or 1\.000\./)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Discard changes' }));
  await type(weight(), '49.5');
  const second = screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Weight' })[1];
  await type(second, '30.5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(setupNow(laptop).rubrics[0]?.criteria[0]?.weight).toBe('49.5'));
  expect(await screen.findByText('Everything is saved')).toBeDefined();
  act(() => speak('id'));
  expect(weight()?.value).toBe('49,5');
  expect(await screen.findByText('Semua tersimpan')).toBeDefined();
});

test('a deduction takes off what it would have taken off', async () => {
  const laptop = createLaptop(timed, session);
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    { type: 'show-stage', contestant: 'melati', stage: 'presentasi' },
  );
  const { user } = openWindow(laptop, '#/pemantauan');
  await user.click(await screen.findByRole('button', { name: 'Tambah pengurangan' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /Pengurangan/ }), '1,125');
  act(() => speak('en'));
  expect(within(dialog).getByDisplayValue('1.125')).toBeDefined();
  await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Over time');
  await user.click(within(dialog).getByRole('button', { name: 'Record the deduction' }));
  await waitFor(() =>
    expect(foldEvents(laptop.events()).penalties[0]?.value).toMatchObject({ contestant: 'melati', points: '1.125' }),
  );
});
