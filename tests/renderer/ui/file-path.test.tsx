import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FilePath } from '../../../renderer/ui/file-path.tsx';

afterEach(cleanup);

test('a path of Windows shows its last name first and the folder below', () => {
  const { container } = render(<FilePath path={'D:\\Lomba 2026\\Salinan cadangan'} />);
  expect(container.querySelector('strong')?.textContent).toBe('Salinan cadangan');
  expect(container.textContent).toBe('Salinan cadanganD:\\Lomba 2026\\');
  expect(container.querySelectorAll('wbr')).toHaveLength(1);
});

test('a path without a name at its end stays one text', () => {
  const { container } = render(<FilePath path="/media/usb/" />);
  expect(container.textContent).toBe('/media/usb/');
});
