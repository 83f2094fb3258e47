export const start = {
  title: 'Gelar Juri',
} as const;
