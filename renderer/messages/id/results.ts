export const results = {
  title: 'Peringkat',
} as const;
