import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useKeepFocus } from '../../../renderer/ui/keep-focus.ts';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function Page() {
  const [rows, setRows] = useState(['satu', 'dua', 'tiga']);
  const [isSaved, setSaved] = useState(false);
  useKeepFocus();
  return (
    <main>
      <h1>Layar</h1>
      <ul>
        {rows.map((name) => (
          <li key={name}>
            <button type="button">Ubah {name}</button>
            <button type="button" onClick={() => setRows(rows.filter((each) => each !== name))}>
              Hapus {name}
            </button>
          </li>
        ))}
      </ul>
      <section>
        <h2>Bagian</h2>
        {isSaved ? null : (
          <button type="button" onClick={() => setSaved(true)}>
            Simpan
          </button>
        )}
      </section>
      <p>Kosong</p>
    </main>
  );
}

async function press(name: string): Promise<void> {
  screen.getByRole('button', { name }).focus();
  await userEvent.keyboard('{Enter}');
}

function focused(): string | null | undefined {
  return document.activeElement?.textContent;
}

test('after a row is deleted the same button of the next one has the focus, then that of the last one', async () => {
  render(<Page />);
  await press('Hapus dua');
  await waitFor(() => expect(focused()).toBe('Hapus tiga'));
  await press('Hapus tiga');
  await waitFor(() => expect(focused()).toBe('Hapus satu'));
});

test('where the last row is gone, and where a button has gone away, the heading around it has the focus', async () => {
  render(<Page />);
  await press('Simpan');
  await waitFor(() => expect(focused()).toBe('Bagian'));
  for (const name of ['Hapus satu', 'Hapus dua', 'Hapus tiga']) await press(name);
  await waitFor(() => expect(focused()).toBe('Layar'));
});

test('a press beside everything takes the focus away and leaves it so', async () => {
  render(<Page />);
  screen.getByRole('button', { name: 'Ubah satu' }).focus();
  await userEvent.click(screen.getByText('Kosong'));
  await userEvent.click(screen.getByRole('button', { name: 'Hapus dua' }));
  screen.getByRole('button', { name: 'Ubah satu' }).focus();
  await userEvent.click(screen.getByText('Kosong'));
  expect(document.activeElement).toBe(document.body);
});
