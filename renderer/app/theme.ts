/**
 * The look: calm, official, warm. Text is 18 px at the browser's normal size and grows with it (everything is in rem);
 * colours are chosen so that text on them meets AA. Nothing is said by colour alone.
 */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep green-blue, shade 8 carries white text at 8:1. */
const teal: MantineColorsTuple = [
  '#eaf6f5',
  '#d3ebe9',
  '#a6d6d2',
  '#75bfb9',
  '#4caba3',
  '#2f9990',
  '#1c857d',
  '#0f716a',
  '#075c57',
  '#034743',
];

/** Warm gold for what is on now; used with dark text. */
const gold: MantineColorsTuple = [
  '#fff8e6',
  '#fdeec6',
  '#fadd8c',
  '#f6ca51',
  '#f2b926',
  '#dca112',
  '#b9840a',
  '#8f6507',
  '#6d4c06',
  '#4f3705',
];

export const theme = createTheme({
  colors: { teal, gold },
  primaryColor: 'teal',
  primaryShade: 8,
  autoContrast: true,
  defaultRadius: 'md',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Plus Jakarta Sans Variable', 'Inter Variable', system-ui, sans-serif", fontWeight: '700' },
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  components: {
    Button: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { centered: true, size: 'lg', closeButtonProps: { 'aria-label': 'Tutup' } } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
  },
});

declare global {
  /** Where the scroll lock of dialogs looks for the nonce of its style element. */
  var __webpack_nonce__: string | undefined;
}

/** The nonce that the shell wrote into the page for style elements; "" where there is no policy (tests). */
export function styleNonce(): string {
  const nonce = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? '';
  globalThis.__webpack_nonce__ = nonce;
  return nonce;
}
