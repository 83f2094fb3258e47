export const setup = {
  title: 'Rubrik dan aturan',
} as const;
