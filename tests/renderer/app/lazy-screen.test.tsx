import { act, cleanup, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { lazyScreen } from '../../../renderer/app/lazy-screen.tsx';

afterEach(cleanup);

function Sheet() {
  return <h1>Lembar nilai</h1>;
}

class Refusal extends Component<{ readonly children: ReactNode }, { readonly isRefused: boolean }> {
  override state = { isRefused: false };
  static getDerivedStateFromError() {
    return { isRefused: true };
  }
  override render() {
    return this.state.isRefused ? 'tidak dapat dimuat' : this.props.children;
  }
}

test('a screen that was read ahead stands with the first drawing, and what stands behind it too', async () => {
  const load = vi.fn(async () => Sheet);
  const { View, readAhead } = lazyScreen(load);
  readAhead();
  await load.mock.results[0]?.value;
  render(<View>sesudahnya</View>);
  expect(screen.queryByRole('heading', { name: 'Lembar nilai' })).not.toBeNull();
  expect(screen.queryByText('sesudahnya')).not.toBeNull();
  expect(load).toHaveBeenCalledTimes(1);
});

test('another one stands as soon as its code is there, and nothing stands behind it before', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof Sheet>();
  const { View } = lazyScreen(() => promise);
  render(<View>sesudahnya</View>);
  expect(screen.queryByText('sesudahnya')).toBeNull();
  await act(async () => resolve(Sheet));
  expect(screen.queryByRole('heading', { name: 'Lembar nilai' })).not.toBeNull();
  expect(screen.queryByText('sesudahnya')).not.toBeNull();
});

test('code that cannot be loaded is told where the screen would stand, and tried again for who comes back', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = vi.fn(async () => Sheet).mockRejectedValueOnce(new Error('no such file'));
  const { View, readAhead } = lazyScreen(load);
  readAhead();
  await act(async () => undefined);
  load.mockRejectedValueOnce(new Error('no such file'));
  const shown = render(
    <Refusal>
      <View />
    </Refusal>,
  );
  expect(await screen.findByText('tidak dapat dimuat')).not.toBeNull();
  shown.unmount();
  render(<View />);
  expect(await screen.findByRole('heading', { name: 'Lembar nilai' })).not.toBeNull();
});
