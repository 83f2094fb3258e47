/**
 * The look: calm, official, warm. Everything is in rem and grows with the text size; colours are the tokens of `global.css`,
 * and the kit takes them over here. Nothing is said by colour alone.
 */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { pageNonce } from '../ui/page-nonce.ts';

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

/** The kit's own red, green and blue, with shades 8 and 9 dark enough for text on their lightest ones. */
const red: MantineColorsTuple = [
  '#fdeeee',
  '#fbdcdc',
  '#f5b5b5',
  '#ee8a8a',
  '#e56565',
  '#d94545',
  '#c83131',
  '#b72424',
  '#a11616',
  '#841010',
];
const green: MantineColorsTuple = [
  '#e9f6ee',
  '#d3ecdc',
  '#a8d9ba',
  '#7cc597',
  '#55b178',
  '#389e5f',
  '#258a4b',
  '#17733b',
  '#0b5a34',
  '#074526',
];
const blue: MantineColorsTuple = [
  '#eaf2fc',
  '#d5e4f8',
  '#a9c8f0',
  '#7caae7',
  '#558fde',
  '#3877d2',
  '#2563bf',
  '#1a52a6',
  '#12428a',
  '#0c326c',
];

/** `close`: what the cross of a dialog or a notice is called. */
export const themeWith = (close: string) =>
  createTheme({
    // Warnings are gold, whatever the kit calls them.
    colors: { teal, gold, red, green, blue, yellow: gold, orange: gold },
    primaryColor: 'teal',
    primaryShade: 8,
    autoContrast: true,
    defaultRadius: 'md',
    focusRing: 'auto',
    cursorType: 'pointer',
    respectReducedMotion: true,
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    headings: {
      fontFamily: "'Plus Jakarta Sans Variable', 'Inter Variable', system-ui, sans-serif",
      fontWeight: '700',
    },
    fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
    components: {
      Button: { defaultProps: { size: 'md' } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
      Modal: {
        defaultProps: { centered: true, size: 'lg', closeButtonProps: { 'aria-label': close } },
        styles: { title: { fontSize: '1.2rem', fontWeight: 700 } },
      },
      // The header of a dialog is no banner of the page.
      ModalHeader: { defaultProps: { role: 'presentation' } },
      TextInput: { defaultProps: { size: 'md' } },
      PasswordInput: { defaultProps: { size: 'md' } },
      Textarea: { defaultProps: { size: 'md' } },
      // Their arrow is no picture to be told of.
      Select: { defaultProps: { size: 'md', rightSectionProps: { 'aria-hidden': true } } },
      NativeSelect: { defaultProps: { rightSectionProps: { 'aria-hidden': true } } },
    },
  });

/** The kit's own colours from the tokens, so that a theme is written once. */
const fromTokens = {
  '--mantine-color-body': 'var(--gj-card)',
  '--mantine-color-text': 'var(--gj-ink)',
  '--mantine-color-default': 'var(--gj-card)',
  '--mantine-color-default-hover': 'var(--gj-sunken)',
  '--mantine-color-default-color': 'var(--gj-ink)',
  '--mantine-color-dimmed': 'var(--gj-quiet)',
  '--mantine-color-placeholder': 'var(--gj-quiet)',
  '--mantine-color-default-border': 'var(--gj-strong-line)',
  '--mantine-color-error': 'var(--gj-danger)',
  '--mantine-color-anchor': 'var(--gj-accent)',
} as const;

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: {
    ...fromTokens,
    '--mantine-color-teal-filled': '#0f716a',
    '--mantine-color-teal-filled-hover': '#1c857d',
    '--mantine-color-teal-light': 'var(--gj-tint)',
    '--mantine-color-teal-light-color': 'var(--gj-accent)',
    '--mantine-color-teal-outline': 'var(--gj-accent)',
    '--mantine-color-teal-text': 'var(--gj-accent)',
    '--mantine-color-red-outline': 'var(--gj-danger)',
    '--mantine-color-red-text': 'var(--gj-danger)',
  },
});

declare global {
  /** Where the scroll lock of dialogs looks for the nonce of its style element. */
  var __webpack_nonce__: string | undefined;
}

/** Told to the kit. */
export function styleNonce(): string {
  const nonce = pageNonce();
  globalThis.__webpack_nonce__ = nonce;
  return nonce;
}
